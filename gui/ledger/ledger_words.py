"""What the ledger says of a set's terms, and of one of them."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from core.analysis.example_losses import NO_CLASS, OWN, ExampleLosses
from core.analysis.last_seen import ExampleTerms
from gui.loss.measured_moment import exact_at_words
from gui.widgets.number_text import bounded_text, equals, loss_text, percent_to_tenths, total_text
from gui.widgets.sentence_text import with_article

# Of so many 1 % is a number of examples, to within a twentieth.
FEW = 1000


def title_words(losses: ExampleLosses) -> str:
    """L as the sum that it is."""
    count = f"{len(losses.losses):,}"
    if losses.split == "test":
        text = QCoreApplication.translate("LedgerWords", "Σ Cⁿ of the test set = {total}: all {count} terms")
        if len(losses.losses) == 1:
            text = QCoreApplication.translate("LedgerWords", "Σ Cⁿ of the test set = {total}: 1 term")
    elif losses.split == OWN:
        text = (
            QCoreApplication.translate("LedgerWords", "Own test set: Σ Cⁿ = {total} over 1 example")
            if len(losses.losses) == 1
            else QCoreApplication.translate(
                "LedgerWords", "Own test set: Σ Cⁿ = {total} over {count} examples"
            )
        )
    else:
        text = QCoreApplication.translate("LedgerWords", "L = Σ Cⁿ = {total}: all {count} terms")
        if len(losses.losses) == 1:
            text = QCoreApplication.translate("LedgerWords", "L = Σ Cⁿ = {total}: 1 term")
    return text.format(total=total_text(losses.total), count=count)


def moment_words(losses: ExampleLosses, is_before_edit: bool = False) -> str:
    """Of which θ they all are; `is_before_edit` is whether a parameter was set by hand since."""
    return exact_at_words(losses.update, is_before_edit)


def point_words() -> str:
    """Where no example is pointed at or chosen: how it comes to that."""
    return QCoreApplication.translate(
        "LedgerWords", "Point at one, or choose one with the arrow keys, to see it here."
    )


def likely_text(y: float, digits: int = 3) -> str:
    """A confidence in [0, 1], which is never written as 0 or 1 unless it is: 0.37, 0.9999, 4.1·10⁻⁵."""
    return bounded_text(y, digits).removeprefix("+")


def wrong_words(losses: ExampleLosses, has_pictures: bool, is_before_edit: bool = False) -> str:
    """How a wrong answer is marked, and how many there are; "" where there are no classes.

    `has_pictures` is whether one looks so closely that dots are pictures, `is_before_edit` as `moment_words` has it.
    """
    if not len(losses.labels):
        return ""
    if is_before_edit and has_pictures:
        text = QCoreApplication.translate(
            "LedgerWords", "filled corner: wrong before θ was edited, {wrong} of {count}"
        )
    elif is_before_edit:
        text = QCoreApplication.translate(
            "LedgerWords", "full shade: wrong before θ was edited, {wrong} of {count}"
        )
    elif has_pictures:
        text = QCoreApplication.translate(
            "LedgerWords", "filled corner: wrong at update {update}, {wrong} of {count}"
        )
    else:
        text = QCoreApplication.translate(
            "LedgerWords", "full shade: wrong at update {update}, {wrong} of {count}"
        )
    return text.format(
        update=f"{losses.update:,}", wrong=f"{int(losses.wrong.sum()):,}", count=f"{len(losses.losses):,}"
    )


def order_words(order: str, has_classes: bool) -> str:
    """How the dots stand."""
    if order == "number":
        return QCoreApplication.translate("LedgerWords", "in the order of the set, column by column")
    if not has_classes:
        return QCoreApplication.translate("LedgerWords", "C rises to the right")
    if order == "confidence":
        return QCoreApplication.translate(
            "LedgerWords", "the largest y rises to the right, one band for each class"
        )
    if order == "class":
        return QCoreApplication.translate("LedgerWords", "class by class; in each C rises to the right")
    return QCoreApplication.translate("LedgerWords", "C rises to the right, one band for each class")


def name_words(losses: ExampleTerms, row: int, names: tuple[str, ...], of_digits: bool) -> str:
    """Which example it is, and its class."""
    index = f"{row:,}"
    if not len(losses.labels):
        if losses.split == "test":
            return QCoreApplication.translate("LedgerWords", "test example {index}").format(index=index)
        return QCoreApplication.translate("LedgerWords", "training example {index}").format(index=index)
    label = names[int(losses.labels[row])]
    if losses.split == OWN:
        text = QCoreApplication.translate("LedgerWords", "own {number}, a {label}")
        return with_article(text, label).format(number=f"{losses.number_of(row):,}", label=label)
    if losses.is_shuffled(row):
        # Its own class is another one.
        if of_digits:
            text = QCoreApplication.translate(
                "LedgerWords", "training digit {index}, label {label} (shuffled)"
            )
        else:
            text = QCoreApplication.translate(
                "LedgerWords", "training example {index}, label {label} (shuffled)"
            )
        return text.format(index=index, label=label)
    if not of_digits:
        if losses.split == "test":
            text = QCoreApplication.translate("LedgerWords", "test example {index}: {label}")
        else:
            text = QCoreApplication.translate("LedgerWords", "training example {index}: {label}")
        return text.format(index=index, label=label)
    if losses.split == "test":
        text = QCoreApplication.translate("LedgerWords", "test digit {index}, a {label}")
    else:
        text = QCoreApplication.translate("LedgerWords", "training digit {index}, a {label}")
    return with_article(text, label).format(index=index, label=label)


def answer_words(losses: ExampleLosses, row: int, names: tuple[str, ...]) -> str:
    """What the network says to it; "" where there are no classes."""
    if not len(losses.labels):
        return ""
    answer, label = int(losses.answers[row]), names[int(losses.labels[row])]
    if answer == NO_CLASS:
        return QCoreApplication.translate("LedgerWords", "says none alone: several are largest")
    if not losses.wrong[row] and losses.is_shuffled(row):
        return QCoreApplication.translate("LedgerWords", "says {label}, as its label is").format(
            label=names[answer]
        )
    if not losses.wrong[row]:
        return QCoreApplication.translate("LedgerWords", "says {label}: right").format(label=names[answer])
    if losses.is_shuffled(row):
        text = QCoreApplication.translate("LedgerWords", "says {answer}, its label is {label}")
    else:
        text = QCoreApplication.translate("LedgerWords", "says {answer}, is {label}")
    return text.format(answer=names[answer], label=label)


def loss_words(losses: ExampleLosses, row: int, is_cross_entropy: bool) -> str:
    """Its C; with cross-entropy also the y of the right answer that it is made of."""
    loss = float(losses.losses[row])
    if is_cross_entropy and len(losses.labels) and math.isfinite(loss):
        text = QCoreApplication.translate("LedgerWords", "C = −ln y = {loss},  {y}")
        return text.format(loss=loss_text(loss), y=equals("y", likely_text(math.exp(-loss))))
    return f"C = {loss_text(loss)}"


def rank_words(losses: ExampleLosses, rank: int) -> str:
    """Its place among all by C, from the largest on: `rank` is 1 for that one."""
    text = QCoreApplication.translate("LedgerWords", "number {rank} of {count} by C, the largest first")
    return text.format(rank=f"{rank:,}", count=f"{len(losses.losses):,}")


def part_words(which: int, share: float, count: int, of: int) -> str:
    """What a part of all examples holds of L: 0 the worst 1 %, 1 the next 9 %, 2 the others.

    Of few examples no part is so many per cent: there it is said how many, `count` of all the `of`.
    """
    if of < FEW:
        text = (
            QCoreApplication.translate("LedgerWords", "the worst {count}: {share} of the sum"),
            QCoreApplication.translate("LedgerWords", "the next {count}: {share}"),
            QCoreApplication.translate("LedgerWords", "the other {count}: {share}"),
        )[which]
    else:
        text = (
            QCoreApplication.translate("LedgerWords", "the worst 1 %: {share} of the sum"),
            QCoreApplication.translate("LedgerWords", "the next 9 %: {share}"),
            QCoreApplication.translate("LedgerWords", "the other 90 %: {share}"),
        )[which]
    return text.format(share="–" if math.isnan(share) else percent_to_tenths(share), count=f"{count:,}")


def width_words(count: int, is_seen: bool = False) -> str:
    """What the width below the curve is: how the examples stand there."""
    if is_seen:
        text = QCoreApplication.translate(
            "LedgerWords", "all {count} examples by C as last seen, each the same width"
        )
    else:
        text = QCoreApplication.translate("LedgerWords", "all {count} examples by C, each the same width")
    return text.format(count=f"{count:,}")


def bar_words(split: str) -> str:
    """What the bar's width is."""
    if split != "train":
        return QCoreApplication.translate("LedgerWords", "only in this bar is width Σ Cⁿ")
    return QCoreApplication.translate("LedgerWords", "only in this bar is width L")
