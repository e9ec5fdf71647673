"""What was changed in a run since it began, up to an update: beside its name, which says how it began."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QCoreApplication

from core.engine.journal_marks import config_at
from core.engine.messages import RunInfo
from core.training.config import TrainingConfig
from gui.loss.curve_marks import NOT_CHOSEN, setting_symbol, setting_value
from gui.widgets.sentence_text import listed


def edit_words(info: RunInfo, update: int) -> tuple[str, ...]:
    """That parameters were set by hand, and when that was; () where none was by this update, or it was undone."""
    updates = {mark.update for mark in info.changes if mark.kind == "edit" and mark.update <= update}
    if not updates:
        return ()
    text = QCoreApplication.translate("RunChanges", "edited by hand, last at update {update}")
    if len(updates) == 1:
        text = QCoreApplication.translate("RunChanges", "edited by hand at update {update}")
    return (text.format(update=f"{max(updates):,}"),)


def setting_words(info: RunInfo, update: int) -> tuple[str, ...]:
    """The settings that made this update and are not those that the run began with, by when they were changed.

    What was changed at the update itself has not made anything yet.
    """
    changes = info.changes
    begun = config_at(info.config, changes, info.branch_update if info.parent is not None else 0)
    used = config_at(info.config, changes, update - 1)
    since: dict[int, list[str]] = {}
    for name in (field.name for field in fields(TrainingConfig) if field.name not in NOT_CHOSEN):
        if (value := getattr(used, name)) != getattr(begun, name):
            at = max(mark.update for mark in changes if mark.what == name and mark.update < update)
            words = setting_value(value)
            since.setdefault(at, []).append(
                words if name == "optimizer" else f"{setting_symbol(name)} {words}"
            )
    text = QCoreApplication.translate("RunChanges", "since update {update}: {settings}")
    return tuple(
        text.format(update=f"{at:,}", settings=listed(settings)) for at, settings in sorted(since.items())
    )
