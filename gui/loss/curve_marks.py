"""What was changed in mid-run, on the plot of L: where the curve turns for no reason of the training's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from PySide6.QtCore import QCoreApplication

from core.engine.journal_marks import JournalMark, setting_marks
from core.training.config import TrainingConfig
from gui.widgets.number_text import apart_text, as_set, plain
from gui.widgets.sentence_text import listed

# It is set by the trainer itself, where a schedule is chosen.
NOT_CHOSEN = {"schedule_start"}


def set_texts(before: float, after: float) -> tuple[str, str]:
    """A parameter's value before and after it was set by hand, so that they are seen to differ."""
    return apart_text(before, after, lambda value: plain(value, 4))


@dataclass(frozen=True)
class EditMark:
    """After so many updates a parameter ("w" or "b") was set by hand, or set back."""

    edit_id: int
    update: int
    symbol: str
    before: float
    after: float
    is_back: bool = False

    @property
    def title(self) -> str:
        """In two or three words."""
        if self.is_back:
            return QCoreApplication.translate("LossPlot", "{symbol} set back").format(symbol=self.symbol)
        return QCoreApplication.translate("LossPlot", "{symbol} set by hand").format(symbol=self.symbol)

    @property
    def words(self) -> str:
        """What happened, when, and from which value to which."""
        if self.is_back:
            text = QCoreApplication.translate(
                "LossPlot", "Update {update}: {symbol} set back from {old} to {new}"
            )
        else:
            text = QCoreApplication.translate(
                "LossPlot", "Update {update}: {symbol} set by hand from {old} to {new}"
            )
        old, new = set_texts(self.before, self.after)
        return text.format(symbol=self.symbol, update=f"{self.update:,}", old=old, new=new)


@dataclass(frozen=True)
class SettingsMark:
    """After so many updates the run went on with other settings."""

    update: int
    before: TrainingConfig
    after: TrainingConfig

    @property
    def changed(self) -> list[str]:
        """The names of the settings that differ, the rate first."""
        names = [
            field.name
            for field in fields(TrainingConfig)
            # Another loss begins another run, and no turn of a curve.
            if field.name not in NOT_CHOSEN | {"loss"}
            and getattr(self.before, field.name) != getattr(self.after, field.name)
        ]
        return sorted(names, key=lambda name: name != "learning_rate")

    @property
    def title(self) -> str:
        """The first setting that differs, as "η 0.001 → 0.0002", and whether there are more."""
        changes = self._changes()
        return changes[0] + (" …" if len(changes) > 1 else "") if changes else ""

    @property
    def words(self) -> str:
        """Every setting that differs, and when."""
        text = QCoreApplication.translate("LossPlot", "Update {update}: {changes}")
        return text.format(update=f"{self.update:,}", changes=listed(self._changes()))

    def _changes(self) -> list[str]:
        pairs = ((name, getattr(self.before, name), getattr(self.after, name)) for name in self.changed)
        return [
            f"{setting_symbol(name)} {setting_value(before)} → {setting_value(after)}"
            for name, before, after in pairs
        ]


Mark = EditMark | SettingsMark


def with_settings_mark(
    marks: Sequence[Mark], update: int, before: TrainingConfig, after: TrainingConfig
) -> list[Mark]:
    """`marks`, and that the settings changed; what was changed before the next update is one change, or none."""
    last = next((m for m in marks if isinstance(m, SettingsMark) and m.update == update), None)
    others = [mark for mark in marks if mark is not last]
    mark = SettingsMark(update, last.before if last is not None else before, after)
    return [*others, mark] if mark.changed and update > 0 else others


def setting_changes(marks: Sequence[Mark]) -> list[JournalMark]:
    """The changed settings among these, one by one, as the engine's journal has them."""
    changes = sorted((mark for mark in marks if isinstance(mark, SettingsMark)), key=lambda mark: mark.update)
    return [change for mark in changes for change in setting_marks(mark.update, mark.before, mark.after)]


def breaks(marks: Sequence[Mark]) -> list[int]:
    """The updates where a curve must not be drawn across: L jumped there, because a parameter was set by hand."""
    return sorted({mark.update for mark in marks if isinstance(mark, EditMark)})


def setting_symbol(name: str) -> str:
    """What a field of `TrainingConfig` is called in a mark."""
    symbols = {"learning_rate": "η", "l1": "λ₁", "l2": "λ₂"}
    if name in symbols:
        return symbols[name]
    words = {
        "optimizer": QCoreApplication.translate("LossPlot", "optimizer"),
        "batch_size": QCoreApplication.translate("LossPlot", "batch"),
        "seed": QCoreApplication.translate("LossPlot", "seed"),
        "weight_decay": QCoreApplication.translate("LossPlot", "weight decay"),
        "dropout": QCoreApplication.translate("LossPlot", "dropout"),
        "clip_norm": QCoreApplication.translate("LossPlot", "clipping"),
        "patience": QCoreApplication.translate("LossPlot", "patience"),
        "schedule": QCoreApplication.translate("LossPlot", "schedule"),
        "schedule_period": QCoreApplication.translate("LossPlot", "schedule period"),
        "schedule_factor": QCoreApplication.translate("LossPlot", "schedule factor"),
        "warm_up": QCoreApplication.translate("LossPlot", "warm-up"),
        "loss": QCoreApplication.translate("LossPlot", "loss"),
    }
    return words[name]


def setting_value(value: object) -> str:
    """A field's value in a mark; None is the whole set as batch."""
    if value is None:
        return QCoreApplication.translate("LossPlot", "all")
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return as_set(value)
    names = {
        "constant": QCoreApplication.translate("LossPlot", "constant"),
        "step": QCoreApplication.translate("LossPlot", "in steps"),
        "cosine": QCoreApplication.translate("LossPlot", "cosine"),
        "cross_entropy": QCoreApplication.translate("LossPlot", "cross-entropy"),
        "squared_error": QCoreApplication.translate("LossPlot", "squared error"),
        "sgd": "SGD",
        "momentum": "Momentum",
        "nesterov": "Nesterov",
        "adagrad": "AdaGrad",
        "rmsprop": "RMSProp",
        "adam": "Adam",
        "adamw": "AdamW",
    }
    return names.get(str(value), str(value))
