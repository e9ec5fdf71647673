"""Of which parameters an exact L is, in words: those after an update, or those before an edit of the same update."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.widgets.sentence_text import bracketed


def of_update_words(update: int, is_before_edit: bool) -> str:
    """ "after update 8"; where a parameter was set by hand since, and nothing measured, that it is of before."""
    if is_before_edit:
        text = QCoreApplication.translate("MeasuredMoment", "after update {update}, θ edited since")
    else:
        text = QCoreApplication.translate("MeasuredMoment", "after update {update}")
    return text.format(update=f"{update:,}")


def exact_at_words(update: int, is_before_edit: bool) -> str:
    """The same of numbers that stand beside others that are not exact: "exact at update 8"."""
    if is_before_edit:
        text = QCoreApplication.translate("MeasuredMoment", "exact at update {update}, θ edited since")
    else:
        text = QCoreApplication.translate("MeasuredMoment", "exact at update {update}")
    return text.format(update=f"{update:,}")


def loss_at_words(loss: str, update: int, is_before_edit: bool) -> str:
    """An L of other parameters than those that are beside it, behind its update: "at update 8: L = 17,951"."""
    if is_before_edit:
        text = QCoreApplication.translate("MeasuredMoment", "at update {update}, θ edited since: {loss}")
    else:
        text = QCoreApplication.translate("MeasuredMoment", "at update {update}: {loss}")
    return text.format(loss=loss, update=f"{update:,}")


def loss_with_update(loss: str, update: int, is_before_edit: bool) -> str:
    """The same, the other way round: "L = 17,951 (at update 8)"."""
    if is_before_edit:
        text = QCoreApplication.translate("MeasuredMoment", "{loss} (at update {update}, θ edited since)")
    else:
        text = QCoreApplication.translate("MeasuredMoment", "{loss} (at update {update})")
    return text.format(loss=loss, update=f"{update:,}")


def number_of_now(text: str, is_before_edit: bool) -> str:
    """The number where there is no room for a word beside it: one of before an edit is not known yet, "…"."""
    return "…" if is_before_edit else text


def with_edit_note(text: str, is_before_edit: bool) -> str:
    """The text that has such a number in it, with that note after it where it is of before an edit."""
    return (
        bracketed(text, QCoreApplication.translate("MeasuredMoment", "θ edited since"))
        if is_before_edit
        else text
    )


def not_measured_words() -> str:
    """Where numbers of L would be, and none are coming: there is no engine that could measure them."""
    return QCoreApplication.translate("MeasuredMoment", "not measured: there is no training")
