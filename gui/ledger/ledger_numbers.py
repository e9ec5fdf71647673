"""The numbers of the ledger as columns: every term of L, and what the confusion matrix counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.analysis.confusion import Confusion
from core.analysis.last_seen import ExampleTerms, LastSeen
from core.engine.example_messages import ExampleLives
from core.exchange.table import Column
from gui.ledger.subtracted import Subtracted
from gui.widgets.figure import Numbers


def term_numbers(
    losses: ExampleTerms,
    names: tuple[str, ...],
    order: NDArray[np.integer],
    stem: str = "",
    lives: ExampleLives | None = None,
) -> Numbers:
    """What is known of each example, in this order of rows of the set; as last seen only of those that were seen.

    Parameters
    ----------
    names : tuple of str
        The classes'; without them there are no labels and no answers.
    lives : ExampleLives, optional
        How they fared in the batches of other updates, which two columns name.
    """
    count = len(losses.losses)
    columns = [
        Column("set", np.zeros(count, np.int8), names=(losses.split,)),
        # Of one's own test set what it is called by for good, as on screen.
        Column("index", losses.numbers if len(losses.numbers) == count else np.arange(count)),
    ]
    if isinstance(losses, LastSeen):
        order = order[losses.seen[order]]
        columns += _seen_columns(losses, names)
    else:
        if len(losses.labels) and names:
            columns += [
                Column("label", losses.labels, names=names),
                Column("answer", losses.answers, names=names),
                Column("wrong", losses.wrong),
            ]
        columns.append(Column("C", losses.losses, "nats"))
    if len(losses.confidences):
        columns.append(Column("largest y", losses.confidences))
    if len(losses.shuffled):
        columns.append(Column("shuffled", losses.shuffled))
    if lives is not None and len(lives.presented) == count:
        columns += [
            Column("presented", lives.presented),
            Column("times wrong", lives.wrong),
            Column("times forgotten", lives.forgotten),
            Column("counted from update", np.full(count, lives.since + 1)),
            Column("counted to update", np.full(count, lives.update)),
        ]
    return Numbers(tuple(columns), stem=stem, order=order)


def _seen_columns(seen: LastSeen, names: tuple[str, ...]) -> list[Column]:
    labels = [Column("label", seen.labels, names=names)] if names else []
    return [
        *labels,
        Column("last seen before update", seen.updates),
        *([Column("wrong when last seen", seen.wrong)] if names else []),
        Column("C as last seen", seen.losses, "nats"),
    ]


def confusion_numbers(
    confusion: Confusion,
    names: tuple[str, ...],
    split: str,
    before: Subtracted | None = None,
) -> tuple[Numbers, Numbers]:
    """A row for each cell of the matrix of "train" or "test"; and a row for each class.

    Where others are subtracted, `before`, each cell has them too, and both differences; they say of which update they
    are, and where that is another one, of which run.
    """
    classes = len(names)
    right, said = np.divmod(np.arange(classes * classes), classes)
    cells = [
        Column("set", np.zeros(len(right), np.int8), names=(split,)),
        Column("label", right, names=names),
        Column("answer", said, names=names),
        Column("examples", confusion.counts.ravel()),
        Column("share of the label", confusion.row_shares.ravel()),
    ]
    if before is not None:
        earlier = before.confusion
        if before.name:
            cells.append(Column("minus run", np.zeros(len(right), np.int8), names=(before.name,)))
        cells += [
            Column("minus update", np.full(len(right), before.update)),
            Column("examples then", earlier.counts.ravel()),
            Column("more examples", (confusion.counts - earlier.counts).ravel()),
            Column("more of the share", (confusion.row_shares - earlier.row_shares).ravel()),
        ]
    each = [
        Column("set", np.zeros(classes, np.int8), names=(split,)),
        Column("label", np.arange(classes), names=names),
        Column("examples", confusion.of_class),
        Column("right", np.diag(confusion.counts)),
        Column("answered so", confusion.said),
        Column("no single answer", confusion.unanswered),
        Column("recall", confusion.recall),
        Column("precision", confusion.precision),
        Column("sum of C", confusion.class_losses, "nats"),
        Column("share of the sum", confusion.loss_shares),
    ]
    return (
        Numbers(tuple(cells), QCoreApplication.translate("Ledger", "each cell"), "cells"),
        Numbers(tuple(each), QCoreApplication.translate("Ledger", "each class"), "classes"),
    )
