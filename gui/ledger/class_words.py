"""What is said of a set's classes, of a cell of their matrix, and of the gallery of its examples."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.confusion import Confusion
from core.analysis.example_losses import NO_CLASS
from gui.ledger.gallery_order import ALL, Pair
from gui.ledger.subtracted import Subtracted
from gui.widgets.number_text import percent_to_tenths, share_text, value_text
from gui.widgets.sentence_text import labelled, listed, sentences


def summary_words(confusion: Confusion) -> tuple[str, ...]:
    """How many answers are right, how many wrong, and how many of these say no class alone."""
    count = int(confusion.of_class.sum())
    text = QCoreApplication.translate("ClassWords", "{right} of {count} right, {wrong} wrong")
    words = text.format(
        right=f"{confusion.right:,}", count=f"{count:,}", wrong=f"{count - confusion.right:,}"
    )
    none = int(confusion.unanswered.sum())
    if not none:
        return (words,)
    text = QCoreApplication.translate("ClassWords", "of these {count} say no class alone")
    return words, text.format(count=f"{none:,}")


def pair_words(pair: Pair, names: tuple[str, ...]) -> str:
    """What the gallery shows."""
    label = "" if pair.label == ALL else names[pair.label]
    if pair.answer == ALL:
        if pair.label == ALL:
            return QCoreApplication.translate("ClassWords", "all mistakes")
        text = QCoreApplication.translate("ClassWords", "is {label}, says another")
        return text.format(label=label)
    if pair.answer == NO_CLASS:
        if pair.label == ALL:
            return QCoreApplication.translate("ClassWords", "says none alone")
        return QCoreApplication.translate("ClassWords", "is {label}, says none alone").format(label=label)
    answer = names[pair.answer]
    if pair.label == ALL:
        text = QCoreApplication.translate("ClassWords", "says {answer}, is another")
        return text.format(answer=answer)
    if pair.label == pair.answer:
        text = QCoreApplication.translate("ClassWords", "is {label}, says {answer}: right")
    else:
        text = QCoreApplication.translate("ClassWords", "is {label}, says {answer}")
    return text.format(label=label, answer=answer)


def count_words(pair: Pair, confusion: Confusion) -> str:
    """How many these are, of how many, and which share that is."""
    return listed(count_parts(pair, confusion))


def count_parts(pair: Pair, confusion: Confusion) -> tuple[str, str]:
    """How many these are, of how many; and which share that is, "" of none."""
    if pair.label != ALL:
        of = int(confusion.of_class[pair.label])
    elif pair.answer not in (ALL, NO_CLASS):
        of = int(confusion.said[pair.answer])
    else:
        of = int(confusion.of_class.sum())
    count = count_of(pair, confusion)
    text = QCoreApplication.translate("ClassWords", "{count} of {of}")
    words = text.format(count=f"{count:,}", of=f"{of:,}")
    return words, percent_to_tenths(count / of) if of else ""


def count_of(pair: Pair, confusion: Confusion) -> int:
    """How many examples a pair has; of a row, a column or all only the mistakes."""
    counts, none = confusion.counts, confusion.unanswered
    if pair.answer == NO_CLASS:
        return int(none.sum() if pair.label == ALL else none[pair.label])
    if pair.is_cell:
        return int(counts[pair.label, pair.answer])
    if pair.label != ALL:
        return int(confusion.of_class[pair.label] - counts[pair.label, pair.label])
    if pair.answer != ALL:
        return int(confusion.said[pair.answer] - counts[pair.answer, pair.answer])
    return int(confusion.of_class.sum()) - confusion.right


def tip_words(pair: Pair, confusion: Confusion, names: tuple[str, ...], split: str) -> str:
    """All that a cell says, or a row: its class's recall, precision and share of the sum."""
    parts = [labelled(pair_words(pair, names), count_words(pair, confusion))]
    c = pair.label if pair.label != ALL else pair.answer
    if not pair.is_cell and c not in (ALL, NO_CLASS):
        recall, precision = (
            _recall_words(confusion.recall[c], names[c]),
            _precision_words(confusion.precision[c], names[c]),
        )
        is_known = np.isfinite((confusion.recall[c], confusion.precision[c])).all()
        # What says why there is none is a sentence of its own.
        parts += [listed((recall, precision))] if is_known else [recall, precision]
        parts.append(labelled(share_name(split), percent_to_tenths(confusion.loss_shares[c])))
    return sentences(parts)


def _recall_words(recall: float, name: str) -> str:
    """How much it is, or why there is none."""
    if np.isnan(recall):
        text = QCoreApplication.translate("ClassWords", "no recall: none of these examples is {name}")
        return text.format(name=name)
    text = QCoreApplication.translate("ClassWords", "recall {recall}")
    return text.format(recall=percent_to_tenths(recall))


def _precision_words(precision: float, name: str) -> str:
    if np.isnan(precision):
        text = QCoreApplication.translate("ClassWords", "no precision: none is answered with {name}")
        return text.format(name=name)
    text = QCoreApplication.translate("ClassWords", "precision {precision}")
    return text.format(precision=percent_to_tenths(precision))


def minus_words(before: Subtracted) -> str:
    """What is subtracted from the counts."""
    text = QCoreApplication.translate("ClassWords", "minus those of update {update}")
    if before.name:
        text = QCoreApplication.translate("ClassWords", "minus those of run {name}, update {update}")
    return text.format(name=before.name, update=f"{before.update:,}")


def then_words(pair: Pair, before: Subtracted) -> str:
    """How many a pair has in what is subtracted."""
    text = QCoreApplication.translate("ClassWords", "At update {update}: {count}")
    if before.name:
        text = QCoreApplication.translate("ClassWords", "Run {name}, update {update}: {count}")
    return text.format(
        name=before.name, update=f"{before.update:,}", count=count_words(pair, before.confusion)
    )


def share_name(split: str) -> str:
    """What a class's C is a share of: L is the sum over the training set alone."""
    if split != "train":
        return QCoreApplication.translate("ClassWords", "share of Σ C")
    return QCoreApplication.translate("ClassWords", "share of L")


def sight_words(first: int, last: int, count: int) -> str:
    """Which of the gallery's pictures are in sight."""
    if not count:
        return QCoreApplication.translate("ClassWords", "none")
    text = QCoreApplication.translate("ClassWords", "{first} to {last} of {count}")
    return text.format(first=f"{first:,}", last=f"{last:,}", count=f"{count:,}")


def order_words(is_certain_first: bool) -> str:
    """How they stand, and what is written below each."""
    if is_certain_first:
        return QCoreApplication.translate("ClassWords", "largest y first")
    return QCoreApplication.translate("ClassWords", "largest C first")


def certainty_text(y: float) -> str:
    """The largest output: a share where it lies between 0 and 1, as with softmax and sigmoid."""
    return share_text(y) if 0 <= y <= 1 else value_text(y)
