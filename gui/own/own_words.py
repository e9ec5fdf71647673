"""What is said of the own test set, and of one of its examples."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from core.analysis.confusion import said_classes
from core.analysis.example_losses import NO_CLASS, ExampleLosses
from gui.ledger.ledger_words import answer_words, moment_words, name_words
from gui.widgets.number_text import equals, loss_text, share_text, total_text
from gui.widgets.sentence_text import bracketed, listed


def title_words(losses: ExampleLosses | None, count: int) -> str:
    """How many of them are right, and the sum of their C; `count` are there, where that is not measured yet."""
    if not count:
        return QCoreApplication.translate("OwnSet", "Own test set")
    if losses is None:
        text = QCoreApplication.translate("OwnSet", "Own test set: {count}, answers are being computed…")
        return text.format(count=f"{count:,}")
    text = QCoreApplication.translate("OwnSet", "Own test set: {right} of {count} right, Σ Cⁿ = {total}")
    return text.format(right=f"{right_count(losses):,}", count=f"{count:,}", total=total_text(losses.total))


def right_count(losses: ExampleLosses) -> int:
    """How many are right now."""
    return len(losses.losses) - int(losses.wrong.sum())


def kept_words(losses: ExampleLosses | None, count: int, is_before_edit: bool = False) -> str:
    """All of it in a line, for who looks at something else; "" where nothing is kept."""
    moment = "" if losses is None else moment_words(losses, is_before_edit)
    return listed((title_words(losses, count), moment)) if count else ""


def misfit_words(count: int) -> str:
    """So many are kept that cannot be shown with these data; "" for none."""
    if not count:
        return ""
    if count == 1:
        return QCoreApplication.translate(
            "OwnSet", "1 more is kept and not shown: these data are other pictures, or have not its class"
        )
    text = QCoreApplication.translate(
        "OwnSet",
        "{count} more are kept and not shown: these data are other pictures, or have not their classes",
    )
    return text.format(count=f"{count:,}")


def wrong_words(losses: ExampleLosses, is_before_edit: bool = False) -> str:
    """How a wrong answer is marked, and how many there are; `is_before_edit` as `moment_words` has it."""
    if is_before_edit:
        text = QCoreApplication.translate(
            "OwnSet", "filled corner: wrong before θ was edited, {wrong} of {count}; below it: class → answer"
        )
    else:
        text = QCoreApplication.translate(
            "OwnSet", "filled corner: wrong at update {update}, {wrong} of {count}; below it: class → answer"
        )
    return text.format(
        update=f"{losses.update:,}", wrong=f"{int(losses.wrong.sum()):,}", count=f"{len(losses.losses):,}"
    )


def caption(losses: ExampleLosses, row: int, names: tuple[str, ...]) -> str:
    """The class of one; where it is answered otherwise, the answer behind it, "–" for none alone."""
    label = names[int(losses.labels[row])]
    if not losses.wrong[row]:
        return label
    answer = int(said_classes(losses)[row])
    return f"{label} → {'–' if answer == NO_CLASS else names[answer]}"


def example_words(losses: ExampleLosses, row: int, names: tuple[str, ...]) -> str:
    """Which one it is, what the network says, how certainly, and its C."""
    name, said = name_words(losses, row, names, of_digits=False), int(losses.answers[row])
    y = float(losses.confidences[row]) if len(losses.confidences) > row else math.nan
    if said != NO_CLASS and 0 <= y <= 1 and math.isfinite(losses.losses[row]):
        # It is the y of what is said: behind the right class, it would be read as that one's, which C is made of.
        certain = bracketed(names[said], equals("y", share_text(y)))
        names = (*names[:said], certain, *names[said + 1 :])
    answer = answer_words(losses, row, names)
    return "  ·  ".join((name, answer, f"C = {loss_text(float(losses.losses[row]))}"))


def none_words(misfits: int, can_keep: bool) -> str:
    """Why nothing is to be seen, and what can be done; `misfits` are kept that these data have no place for."""
    if misfits:
        text = QCoreApplication.translate(
            "OwnSet",
            "Kept: {count}, and none of them is shown: these data are other pictures, or have not their classes."
            " They are shown again with data that they fit.",
        )
        return text.format(count=f"{misfits:,}")
    if not can_keep:
        return QCoreApplication.translate(
            "OwnSet", "Nothing is kept yet. A drawing is ink on 16 × 16 pixels, and these data are others."
        )
    return QCoreApplication.translate(
        "OwnSet",
        "Nothing is kept yet. Draw a digit, say which one you meant, and keep it; or import a folder of images. The"
        " network is never trained on them.",
    )
