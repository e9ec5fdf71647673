"""With what the three of a race are trained, and whether alike from their start, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from core.engine.journal_marks import JournalMark
from core.engine.messages import RunInfo
from core.training.config import TrainingConfig
from gui.architecture.weights_title import kind_names
from gui.loss.curve_marks import setting_symbol, setting_value
from gui.widgets.number_text import as_set
from gui.widgets.sentence_text import clauses, labelled, listed, sentences

# Said only where they are others than usual.
_SELDOM = "l1", "l2", "dropout", "clip_norm", "warm_up", "patience"


@dataclass(frozen=True)
class RaceSettings:
    """Settings of the three, as they are now and were on the way.

    Attributes
    ----------
    configs : tuple of TrainingConfig
        One for each.
    changes : tuple of tuple of JournalMark
        What has changed each since its beginning; () before there are three runs.
    updates : int
        Where the race ends.
    parted : tuple of (int, str)
        The places of those that are not trained with the one on screen, with the reason as `TogetherRefused` has it.
    """

    configs: tuple[TrainingConfig, ...]
    changes: tuple[tuple[JournalMark, ...], ...] = ()
    updates: int = 0
    parted: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of(cls, infos: Sequence[RunInfo], updates: int, parted: Sequence[tuple[int, str]]) -> RaceSettings:
        """Those of three runs; a sorting of neurons changes no function, and is left out."""
        changes = (tuple(mark for mark in info.changes if mark.kind != "sorting") for info in infos)
        return cls(tuple(info.config for info in infos), tuple(changes), updates, tuple(parted))

    @property
    def are_alike(self) -> bool:
        """Whether all three have the same ones now."""
        return len({replace(config, schedule_start=0) for config in self.configs}) == 1

    @property
    def is_fair(self) -> bool:
        """Whether they were the same from the start, and no parameter of one was set by hand."""
        is_edited = any(mark.kind == "edit" for own in self.changes for mark in own)
        return self.are_alike and len(set(self.changes)) <= 1 and not is_edited

    @property
    def have_changed(self) -> bool:
        """Whether anything was changed once the first update was made."""
        return any(mark.update for own in self.changes for mark in own)


def config_words(config: TrainingConfig) -> str:
    """ "Adam, η = 0.001, batch 32": the optimizer, its rate and batch, and what else is not as usual."""
    usual = TrainingConfig()
    names = [name for name in _SELDOM if getattr(config, name) != getattr(usual, name)]
    if config.optimizer == "adamw":
        names.append("weight_decay")
    if config.schedule != usual.schedule:
        names += ["schedule", "schedule_period", *["schedule_factor"] * (config.schedule == "step")]
    more = (f"{setting_symbol(name)} {setting_value(getattr(config, name))}" for name in names)
    text = QCoreApplication.translate("RacePanel", "{optimizer}, η = {rate}, batch {batch}").format(
        optimizer=setting_value(config.optimizer),
        rate=as_set(config.learning_rate),
        batch=setting_value(config.batch_size),
    )
    return listed((text, *more))


def settings_words(settings: RaceSettings, state: str) -> str:
    """With what they are trained, what was changed, and how far they go; `state` as `RacePanel.show_state` has it."""
    if settings.are_alike:
        trained = config_words(settings.configs[0])
    else:
        named = zip(kind_names(), settings.configs, strict=True)
        trained = clauses(labelled(name, config_words(config)) for name, config in named)
    if state == "over":
        return sentences((*_parted(settings), _with(settings, trained), _changed(settings)))
    if settings.are_alike:
        first = QCoreApplication.translate(
            "RacePanel",
            "All three begin as the same function, and are trained on the same batches: {settings}.",
        )
    else:
        first = QCoreApplication.translate(
            "RacePanel",
            "All three begin as the same function, and are trained on the same batches, but not alike – {settings}.",
        )
    return sentences(
        (
            first.format(settings=trained),
            _changed(settings),
            QCoreApplication.translate(
                "RacePanel",
                "Optimizer, η, batch and other settings of the training that you change are changed for all three.",
            )
            if settings.changes
            else "",
            QCoreApplication.translate("RacePanel", "The race ends at update {updates}; Run goes on.").format(
                updates=f"{settings.updates:,}"
            ),
            QCoreApplication.translate(
                "RacePanel", "They are runs of their own: your network stays as it is."
            ),
        )
    )


def _with(settings: RaceSettings, trained: str) -> str:
    if settings.are_alike:
        return QCoreApplication.translate("RacePanel", "All have the same settings: {settings}.").format(
            settings=trained
        )
    return QCoreApplication.translate("RacePanel", "Their settings differ – {settings}.").format(
        settings=trained
    )


def _parted(settings: RaceSettings) -> tuple[str, ...]:
    """That they are not trained together any more, why, and what Run does."""
    names = kind_names()
    return (
        QCoreApplication.translate("RacePanel", "The three are not trained together any more."),
        *(_why(reason).format(name=names[place]) for place, reason in settings.parted if _why(reason)),
        QCoreApplication.translate(
            "RacePanel",
            "“Run” trains them on together if all stand at the same batch, else none of them; “Begin anew” trains three"
            " from their start.",
        ),
    )


def _why(reason: str) -> str:
    """Why one of them was parted from, as it stood then; "" where the race itself gives no cause for it."""
    words = {
        "batches": QCoreApplication.translate("RacePanel", "“{name}” had batches of another size."),
        "epoch": QCoreApplication.translate("RacePanel", "“{name}” stood at another batch."),
        "diverged": QCoreApplication.translate("RacePanel", "“{name}” has diverged."),
    }
    return words.get("epoch" if reason == "place" else reason, "")


def _changed(settings: RaceSettings) -> str:
    if not settings.is_fair:
        return QCoreApplication.translate(
            "RacePanel", "They were not trained alike from the start: nothing is marked as the best."
        )
    if settings.have_changed:
        return QCoreApplication.translate(
            "RacePanel", "Settings were changed on the way, in all three alike."
        )
    return ""
