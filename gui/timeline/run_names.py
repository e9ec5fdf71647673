"""What runs are called: by what differs in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from core.engine.journal_marks import JournalMark
from core.engine.messages import RunInfo
from core.training.config import TrainingConfig
from gui.loss.curve_marks import setting_symbol, setting_value
from gui.timeline.run_row import ChangeSign
from gui.widgets.number_text import plain


def config_at(config: TrainingConfig, changes: Sequence[JournalMark], update: int) -> TrainingConfig:
    """The settings after `update` updates of a run that is set to `config` now; changes at that update are in force."""
    for mark in reversed(changes):
        if mark.kind == "setting" and mark.update > update:
            config = replace(config, **{mark.what: mark.before})  # type: ignore[arg-type]
    return config


def change_signs(changes: Iterable[JournalMark]) -> tuple[ChangeSign, ...]:
    """A sign for each change on the timeline; settings that were changed together have one."""
    words: dict[tuple[int, bool], list[str]] = {}
    for mark in changes:
        if mark.kind != "sorting":
            words.setdefault((mark.update, mark.kind == "edit"), []).append(_change(mark))
    text = QCoreApplication.translate("Timeline", "Update {update}: {changes}")
    return tuple(
        ChangeSign(update, is_edit, text.format(update=f"{update:,}", changes=", ".join(parts)))
        for (update, is_edit), parts in words.items()
    )


def run_names(infos: Sequence[RunInfo]) -> dict[int, str]:
    """The name of each run, by its number; no two are the same."""
    known = {info.run: info for info in infos}
    names: dict[int, str] = {}
    for info in infos:
        if info.parent is None:
            name = _root_name(info, len({each.sizes for each in infos}) > 1)
        else:
            name = _branch_name(info, known.get(info.parent))
        if name in names.values():
            again = QCoreApplication.translate("Timeline", "{name} (run {number})")
            name = again.format(name=name, number=info.run + 1)
        names[info.run] = name
    return names


def _root_name(info: RunInfo, with_sizes: bool) -> str:
    config = config_at(info.config, info.changes, -1)
    text = QCoreApplication.translate("Timeline", "seed {seed}: {optimizer}, η {rate}, batch {batch}")
    name = text.format(
        seed=info.architecture.seed,
        optimizer=setting_value(config.optimizer),
        rate=plain(config.learning_rate),
        batch=setting_value(config.batch_size),
    )
    return f"{'-'.join(map(str, info.sizes))}, {name}" if with_sizes else name


def _branch_name(info: RunInfo, parent: RunInfo | None) -> str:
    inherited = set(parent.changes) if parent is not None else set()
    own = [
        mark
        for mark in info.changes
        if mark.update >= info.branch_update and mark.kind != "sorting" and mark not in inherited
    ]
    if not own:
        text = QCoreApplication.translate("Timeline", "branch at {update}")
        return text.format(update=f"{info.branch_update:,}")
    # A parameter that was set by hand has no name of its own that tells it from the others.
    text = QCoreApplication.translate("Timeline", "{change} at {update}")
    return text.format(change=_change(own[0]), update=f"{own[0].update:,}")


def _change(mark: JournalMark) -> str:
    if mark.kind == "edit":
        text = QCoreApplication.translate("Timeline", "{symbol} set by hand {before} → {after}")
        before, after = (
            plain(value, 4) if isinstance(value, float) else str(value) for value in (mark.before, mark.after)
        )
        return text.format(symbol=mark.what, before=before, after=after)
    return f"{setting_symbol(mark.what)} {setting_value(mark.before)} → {setting_value(mark.after)}"
