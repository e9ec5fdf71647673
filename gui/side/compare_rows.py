"""The table that compares two networks: what they differ in, and how good each of them is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import Snapshot
from core.training.config import TrainingConfig
from gui.architecture.activation_names import activation_title
from gui.architecture.start_text import activations_text, residual_text, start_text
from gui.architecture.structure_text import structure_text
from gui.data_dialog.data_names import content_digits, data_title, full_title, short_dataset_title
from gui.loss.curve_marks import NOT_CHOSEN, setting_symbol, setting_value
from gui.loss.measured_moment import with_edit_note
from gui.network.marks.gap_names import gap_name
from gui.side.facts import SideFacts
from gui.widgets.number_text import compact, loss_text, mean_text, percent_to_tenths, total_text
from gui.widgets.sentence_text import clauses, labelled, sentences

DASH = "–"
# Of so many gaps each has a row.
MOST_GAPS = 4


@dataclass(frozen=True)
class CompareRow:
    """A quantity, and what it is in A and in B.

    `key` is its own in every language, `tip` says more; of one that `is_whole` nothing is cut, but it may go on in
    another line.
    """

    key: str
    name: str
    a: str
    b: str
    tip: str = ""
    is_whole: bool = False

    @property
    def differs(self) -> bool:
        """Whether A and B have another one."""
        return self.a != self.b


def compare_rows(a: SideFacts, b: SideFacts) -> tuple[CompareRow, ...]:
    """What differs first, then the update, then how good each is; a quantity that neither has is left out."""
    rows = [*_setting_rows(a, b), *_state_rows(a, b), *_gradient_rows(a.snapshot, b.snapshot)]
    return tuple(row for row in rows if {row.a, row.b} != {DASH})


def _setting_rows(a: SideFacts, b: SideFacts) -> list[CompareRow]:
    """What was chosen of each, where that differs."""
    # Which layer has which activation is said where both have the same ones.
    by_layer = activations_text(a.info.architecture) == activations_text(b.info.architecture)
    told: list[tuple[str, str, Callable[[SideFacts], str]]] = [
        (
            "data",
            QCoreApplication.translate("Compare", "data"),
            lambda side: short_dataset_title(side.info.data.choice),
        ),
        (
            "structure",
            QCoreApplication.translate("Compare", "structure"),
            lambda side: structure_text(side.snapshot.topology.layers, side.snapshot.sizes),
        ),
        (
            "activation",
            QCoreApplication.translate("Compare", "activation"),
            lambda side: activations_text(side.info.architecture, by_layer) or DASH,
        ),
        (
            "output",
            QCoreApplication.translate("Compare", "output"),
            lambda side: activation_title(side.snapshot.output),
        ),
        (
            "residual",
            QCoreApplication.translate("Compare", "residual"),
            lambda side: residual_text(side.info.architecture, any(side.snapshot.skips)),
        ),
        (
            "start",
            QCoreApplication.translate("Compare", "initial weights"),
            lambda side: start_text(side.info.architecture, side.info.weights_name),
        ),
        (
            "weights_seed",
            QCoreApplication.translate("Compare", "seed of weights"),
            lambda side: f"{side.info.architecture.seed:,}",
        ),
    ]
    rows = [CompareRow(key, name, text(a), text(b)) for key, name, text in told]
    if a.info.data.choice != b.info.data.choice:
        rows[0] = _data_row(a.info.data.choice, b.info.data.choice)
    configs = (a.config.in_force, b.config.in_force)
    for field in fields(TrainingConfig):
        if field.name not in NOT_CHOSEN:
            own, other = (setting_value(getattr(config, field.name)) for config in configs)
            rows.append(CompareRow(field.name, setting_symbol(field.name), own, other))
    return [row for row in rows if row.differs]


def _data_row(a: DatasetSpec, b: DatasetSpec) -> CompareRow:
    """Two sets of examples that are not the same, by the shortest names that differ, if any do."""
    name, tip = (
        QCoreApplication.translate("Compare", "data"),
        clauses((labelled("A", full_title(a)), labelled("B", full_title(b)))),
    )
    for title in (short_dataset_title, data_title):
        if title(a) != title(b):
            return CompareRow("data", name, title(a), title(b), tip)
    if content_digits(a) != content_digits(b):
        # One file, which has changed.
        name = QCoreApplication.translate("Compare", "contents")
        return CompareRow("data", name, content_digits(a), content_digits(b), tip)
    # Their number differs, or their seed.
    return CompareRow(
        "data", name, short_dataset_title(a), QCoreApplication.translate("Compare", "others"), tip
    )


def _state_rows(a: SideFacts, b: SideFacts) -> list[CompareRow]:
    """Which update, and how good: the losses are those that were measured last by then."""

    def both(key: str, name: str, text: Callable[[SideFacts], str]) -> CompareRow:
        return CompareRow(key, name, text(a), text(b))

    rows = [
        both(
            "parameters",
            QCoreApplication.translate("Compare", "parameters"),
            lambda side: f"{side.snapshot.parameters.size:,}",
        ),
        both(
            "update",
            QCoreApplication.translate("Compare", "update"),
            lambda side: f"{side.snapshot.update:,}",
        ),
    ]
    if not (a.is_measured and b.is_measured):
        name = QCoreApplication.translate("Compare", "L at update")
        # What the row is there for stands at its end: that this L is of before an edit.
        rows.append(CompareRow("measured", name, _measured_update(a), _measured_update(b), is_whole=True))
    return [
        *rows,
        both("total", "L", lambda side: DASH if side.exact is None else total_text(side.exact.train_total)),
        both(
            "mean", QCoreApplication.translate("Compare", "mean Cⁿ"), lambda side: _mean(side, "train_mean")
        ),
        both(
            "test_mean",
            QCoreApplication.translate("Compare", "test, mean Cⁿ"),
            lambda side: _mean(side, "test_mean"),
        ),
        both(
            "train_right",
            QCoreApplication.translate("Compare", "training right"),
            lambda side: _share(side, "train_accuracy"),
        ),
        both(
            "test_right",
            QCoreApplication.translate("Compare", "test right"),
            lambda side: _share(side, "test_accuracy"),
        ),
        _c_row(a.snapshot, b.snapshot),
    ]


def _c_row(a: Snapshot, b: Snapshot) -> CompareRow:
    """C of the example that each picture is of; the tip says where it is not the same, or not of the whole network."""
    name, tips = QCoreApplication.translate("Compare", "example’s C"), []
    if not a.example.is_same_sample(b.example):
        name = QCoreApplication.translate("Compare", "C, other examples")
        tips.append(QCoreApplication.translate("Compare", "A and B show different examples"))
    for letter, snapshot in (("A", a), ("B", b)):
        if snapshot.trace.masks:
            name = QCoreApplication.translate("Compare", "C, with dropout")
            text = QCoreApplication.translate("Compare", "{letter} is shown with neurons dropped")
            tips.append(text.format(letter=letter))
    return CompareRow("c", name, _own_loss(a), _own_loss(b), sentences(tips))


def _measured_update(side: SideFacts) -> str:
    return DASH if side.exact is None else with_edit_note(f"{side.exact.update:,}", side.is_before_edit)


def _mean(side: SideFacts, name: str) -> str:
    value = float("nan") if side.exact is None else getattr(side.exact, name)
    return DASH if np.isnan(value) else mean_text(value)


def _share(side: SideFacts, name: str) -> str:
    return DASH if side.exact is None else percent_to_tenths(getattr(side.exact, name))


def _own_loss(snapshot: Snapshot) -> str:
    return DASH if snapshot.trace.loss is None else loss_text(snapshot.trace.loss)


def _gradient_rows(a: Snapshot, b: Snapshot) -> Sequence[CompareRow]:
    """How large the displayed example's gradient is in each gap, or of many, or others, in the first and the last."""
    words = QCoreApplication.translate("Compare", "rms ∂C/∂w, {gap}")
    tip = QCoreApplication.translate(
        "Compare", "How large the gradient of the shown example is there: the root of its mean square"
    )
    rows = []
    # Pools have no weights, and so no gap with any.
    with_weights = [[i for i, W in enumerate(snapshot.weights) if W.size] for snapshot in (a, b)]
    places = [("first_gradient", 0), ("last_gradient", -1)]
    if with_weights[0] == with_weights[1] and len(with_weights[0]) <= MOST_GAPS:
        count = len(with_weights[0])
        places[1:] = [(f"{place + 1}_gradient", place) for place in range(1, count - 1)]
        places += [("last_gradient", count - 1)] * (count > 1)
    for key, place in places:
        numbers = [gaps[place] for gaps in with_weights]
        sizes = [gradient_sizes(snapshot) for snapshot in (a, b)]
        texts = [compact(size[i]) if size else DASH for size, i in zip(sizes, numbers, strict=True)]
        # In the order of the columns A and B, where they differ.
        gaps = dict.fromkeys(str(i + 1) for i in numbers)
        name = words.format(gap=gap_name("/".join(gaps)))
        rows.append(CompareRow(key, name, texts[0], texts[1], tip))
    # A network without hidden layers has one gap.
    return rows if max(len(a.weights), len(b.weights)) > 1 else rows[:1]


@np.errstate(invalid="ignore", over="ignore")
def gradient_sizes(snapshot: Snapshot) -> tuple[float, ...]:
    """For each layer the root of the mean square of ∂C/∂w of the displayed example; () where it has no gradient.

    A layer without weights has 0.
    """
    gradient = snapshot.trace.gradient
    if gradient is None:
        return ()
    named = snapshot.topology.table.named("W", gradient)
    return tuple(float(np.sqrt(np.mean(dW.astype(np.float64) ** 2))) if dW.size else 0.0 for dW in named)
