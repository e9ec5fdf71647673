"""What is said of a selection: how many examples, how much of L, how many of them right, and of which update."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.analysis.selected_examples import SelectedSums
from gui.widgets.number_text import percent_to_tenths


def selection_words(sums: SelectedSums, split: str, update: int, of_digits: bool) -> str:
    """ "312 digits selected: 41.0 % of L, 3.2 % right, exact at update 4,000"; of numbers none is right or wrong."""
    text = _count_words(sums.count, of_digits)
    share, right = percent_to_tenths(sums.share), percent_to_tenths(sums.accuracy)
    whole = (
        QCoreApplication.translate("SelectionWords", "{share} of Σ C")
        if split != "train"
        else QCoreApplication.translate("SelectionWords", "{share} of L")
    ).format(share=share)
    if sums.accuracy != sums.accuracy:
        line = QCoreApplication.translate("SelectionWords", "{selected}: {whole}, exact at update {update}")
        return line.format(selected=text, whole=whole, update=f"{update:,}")
    line = QCoreApplication.translate(
        "SelectionWords", "{selected}: {whole}, {right} right, exact at update {update}"
    )
    return line.format(selected=text, whole=whole, right=right, update=f"{update:,}")


def seen_selection_words(count: int, seen: int, of_digits: bool) -> str:
    """ "312 digits selected: 300 of them seen; their share of L: exact only": C as last seen has no share of L."""
    text = QCoreApplication.translate(
        "SelectionWords", "{selected}: {seen} of them seen; their share of L: exact only"
    )
    return text.format(selected=_count_words(count, of_digits), seen=f"{seen:,}")


def _count_words(count: int, of_digits: bool) -> str:
    if count == 1:
        return (
            QCoreApplication.translate("SelectionWords", "1 digit selected")
            if of_digits
            else QCoreApplication.translate("SelectionWords", "1 example selected")
        )
    if of_digits:
        text = QCoreApplication.translate("SelectionWords", "{count} digits selected")
    else:
        text = QCoreApplication.translate("SelectionWords", "{count} examples selected")
    return text.format(count=f"{count:,}")


def mark_words(view: str) -> str:
    """How what is selected is marked in this view."""
    if view == "classes":
        return QCoreApplication.translate(
            "SelectionWords", "a bar in a cell: the share of it that is selected; a bracket: a selected one"
        )
    if view == "map":
        return QCoreApplication.translate(
            "SelectionWords", "a line is around the cells that have a selected one"
        )
    return QCoreApplication.translate(
        "SelectionWords", "all others are veiled; close up, a bracket marks the selected ones"
    )
