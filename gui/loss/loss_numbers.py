"""The numbers of the plot of L as columns: every exact L, and the loss of each batch that is known one by one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.exact_losses import NAMES
from core.analysis.loss_history import LossHistory
from core.exchange.table import Column
from gui.widgets.figure import Numbers

# What is sent of each exact loss, with the name and unit that it has in a file.
SENT = (
    ("train_total", "L", "nats"),
    ("train_count", "training examples", ""),
    ("train_mean", "training mean C", "nats"),
    ("train_accuracy", "training accuracy", ""),
    ("test_total", "test sum of C", "nats"),
    ("test_count", "test examples", ""),
    ("test_mean", "test mean C", "nats"),
    ("test_accuracy", "test accuracy", ""),
    ("l1", "L1 penalty", "nats"),
    ("l2", "L2 penalty", "nats"),
)


def loss_numbers(
    record: LossHistory, name: str = "", others: Sequence[tuple[str, LossHistory]] = ()
) -> tuple[Numbers, ...]:
    """Copies of a run's numbers; nothing where none are known.

    Parameters
    ----------
    name : str
        What it is called in the plot, where there are others beside it.
    others : sequence of (name, LossHistory)
        Those, whose exact losses follow its own.
    """
    numbers = []
    runs = [(name, record), *others]
    values = [each.exact_losses.saved() for _, each in runs]
    together = np.concatenate(values, axis=1)
    if together.shape[1]:
        columns = [Column("update", together[NAMES.index("update")].astype(np.int64))]
        if others:
            whose = np.repeat(np.arange(len(runs)), [own.shape[1] for own in values])
            columns.insert(0, Column("run", whose, names=tuple(each for each, _ in runs)))
        known = {field: together[place] for place, field in enumerate(NAMES)}
        for field in ("train_count", "test_count"):
            known[field] = known[field].astype(np.int64)
        for split in ("train", "test"):
            total, count = known[f"{split}_total"], known[f"{split}_count"]
            mean = np.full(len(total), np.nan)
            known[f"{split}_mean"] = np.divide(total, count, out=mean, where=count > 0)
        columns += [Column(title, known[field], unit) for field, title, unit in SENT]
        numbers.append(
            Numbers(tuple(columns), QCoreApplication.translate("LossPlot", "every exact L"), "exact")
        )
    first, means = record.single_losses()
    if len(means):
        batches = Column("update", np.arange(first, first + len(means))), Column("mean C", means, "nats")
        numbers.append(
            Numbers(batches, QCoreApplication.translate("LossPlot", "the loss of each batch"), "batches")
        )
    return tuple(numbers)
