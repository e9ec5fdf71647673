"""What is said of the examples' presentations."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from core.engine.example_messages import ExampleLife, ExampleLives
from gui.widgets.number_text import loss_text


def recorded_words(lives: ExampleLives | None) -> str:
    """Of which updates it is; that nothing is recorded where nothing is.

    The epoch under way is counted here, and is none of the "epochs done" of the status line.
    """
    if lives is None or not lives.epochs:
        return QCoreApplication.translate(
            "LifeWords", "no presentation is recorded yet: train to record them"
        )
    if lives.with_dropout and lives.epochs == 1:
        text = QCoreApplication.translate(
            "LifeWords",
            "recorded from update {first} to {last}, 1 epoch, whole or in part; answers with dropout in force",
        )
    elif lives.with_dropout:
        text = QCoreApplication.translate(
            "LifeWords",
            "recorded from update {first} to {last}, {epochs} epochs, whole or in part; answers with dropout in force",
        )
    elif lives.epochs == 1:
        text = QCoreApplication.translate(
            "LifeWords", "recorded from update {first} to {last}, 1 epoch, whole or in part"
        )
    else:
        text = QCoreApplication.translate(
            "LifeWords", "recorded from update {first} to {last}, {epochs} epochs, whole or in part"
        )
    return text.format(first=f"{lives.since + 1:,}", last=f"{lives.update:,}", epochs=f"{lives.epochs:,}")


def beyond_words(lives: ExampleLives, update: int, orders: bool, shades: bool) -> str:
    """That what is counted goes on beyond the update that one looks back to; "" where it does not."""
    if lives.update <= update:
        return ""
    if orders and shades:
        text = QCoreApplication.translate(
            "LifeWords", "order and shade: updates {first} to {last}, not {update}"
        )
    elif orders:
        text = QCoreApplication.translate("LifeWords", "order: updates {first} to {last}, not {update}")
    else:
        text = QCoreApplication.translate("LifeWords", "shade: updates {first} to {last}, not {update}")
    return text.format(first=f"{lives.since + 1:,}", last=f"{lives.update:,}", update=f"{update:,}")


def counted_words(lives: ExampleLives, orders: bool, shades: bool) -> str:
    """Of which updates order, shade or both count the presentations."""
    if orders and shades:
        text = QCoreApplication.translate("LifeWords", "order and shade: updates {first} to {last}")
    elif orders:
        text = QCoreApplication.translate("LifeWords", "order: updates {first} to {last}")
    else:
        text = QCoreApplication.translate("LifeWords", "shade: updates {first} to {last}")
    return text.format(first=f"{lives.since + 1:,}", last=f"{lives.update:,}")


def forgotten_order_words() -> str:
    """How the dots stand."""
    return QCoreApplication.translate(
        "LifeWords", "times forgotten rise to the right, who was never right at the end; among equals C"
    )


def wrong_shade_words() -> str:
    """What each shade says."""
    return QCoreApplication.translate("LifeWords", "shade: wrong 0, 1, 2, 3–5, ≥ 6 times in a batch")


def life_words(lives: ExampleLives, row: int, has_classes: bool = True) -> tuple[str, ...]:
    """Of one example: when it was learned, how often it was forgotten, and its C as last seen; without classes C."""
    presented = int(lives.presented[row])
    if not presented:
        return (QCoreApplication.translate("LifeWords", "It was in no batch that is recorded."),)
    first, since = int(lives.first_right[row]), int(lives.right_since[row])
    wrong, forgotten = int(lives.wrong[row]), int(lives.forgotten[row])
    if not has_classes:
        words = []
    elif first < 0:
        learned = QCoreApplication.translate("LifeWords", "never right in {count} presentations")
        if presented == 1:
            learned = QCoreApplication.translate("LifeWords", "not right in its one presentation")
        words = [learned.format(count=f"{presented:,}")]
    else:
        if since < 0:
            text = QCoreApplication.translate(
                "LifeWords", "first right in epoch {first}, wrong when it was last presented"
            )
        elif since == first:
            # Of the answers in its batches: by now it may be answered otherwise.
            text = QCoreApplication.translate(
                "LifeWords", "right when it was last presented, and each time since epoch {first}"
            )
        else:
            text = QCoreApplication.translate(
                "LifeWords",
                "first right in epoch {first}, right when it was last presented and each time since epoch {since}",
            )
        words = [text.format(first=f"{first + 1:,}", since=f"{since + 1:,}")]
        counts = QCoreApplication.translate(
            "LifeWords", "wrong in {wrong} of {count} presentations; times forgotten: {forgotten}"
        )
        if presented == 1:
            counts = QCoreApplication.translate("LifeWords", "presented once; times forgotten: {forgotten}")
        words.append(counts.format(wrong=f"{wrong:,}", count=f"{presented:,}", forgotten=f"{forgotten:,}"))
    loss = float(lives.losses[row])
    if math.isfinite(loss):
        seen = QCoreApplication.translate(
            "LifeWords", "as last seen, in the batch of update {update}: C = {loss}"
        )
        words.append(seen.format(update=f"{int(lives.updates[row]):,}", loss=loss_text(loss)))
    return tuple(words)


def row_words(life: ExampleLife, shown: int) -> str:
    """Which of the presentations are drawn."""
    if not len(life.epochs):
        return ""
    first, last = f"{int(life.epochs[-shown]) + 1:,}", f"{int(life.epochs[-1]) + 1:,}"
    if shown == 1:
        text = QCoreApplication.translate("LifeWords", "epoch {last}: bar right, cross wrong")
    elif life.spacing > 1:
        text = QCoreApplication.translate(
            "LifeWords", "epochs {first} to {last}, one in {spacing} is kept: bar right, cross wrong"
        )
    else:
        text = QCoreApplication.translate("LifeWords", "epochs {first} to {last}: bar right, cross wrong")
    return text.format(first=first, last=last, spacing=f"{life.spacing:,}")
