"""What runs are called: by what differs in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import compress, count

from PySide6.QtCore import QCoreApplication

from core.engine.journal_marks import JournalMark, config_at
from core.engine.messages import RunInfo
from core.training.config import TrainingConfig
from gui.architecture.activation_names import activation_title
from gui.architecture.start_text import activations_text, residual_text, start_text
from gui.architecture.structure_text import structure_text
from gui.architecture.weights_title import weights_title
from gui.data_dialog.data_names import content_title, short_dataset_title
from gui.loss.curve_marks import NOT_CHOSEN, set_texts, setting_symbol, setting_value
from gui.timeline.run_row import ChangeSign
from gui.widgets.number_text import as_set
from gui.widgets.sentence_text import labelled, listed

# Settings that are part of every run's name, where it began by itself.
IN_THE_NAME = {"optimizer", "learning_rate", "batch_size"}


def change_signs(changes: Iterable[JournalMark]) -> tuple[ChangeSign, ...]:
    """A sign for each change on the timeline; settings that were changed together have one."""
    words: dict[tuple[int, bool], list[str]] = {}
    for mark in changes:
        if mark.kind != "sorting" and mark.is_chosen:
            words.setdefault((mark.update, mark.kind == "edit"), []).append(_change(mark))
    text = QCoreApplication.translate("Timeline", "Update {update}: {changes}")
    return tuple(
        ChangeSign(update, is_edit, text.format(update=f"{update:,}", changes=listed(parts)))
        for (update, is_edit), parts in words.items()
    )


def run_names(infos: Sequence[RunInfo], given: Mapping[int, str] | None = None) -> dict[int, str]:
    """The name of each run, by its number; no two are the same.

    `given` are the names that somebody has given to some of them.
    """
    return _apart(infos, _differences(infos) | dict(given or {}))


def curve_names(infos: Sequence[RunInfo], given: Mapping[int, str] | None = None) -> dict[int, str]:
    """Names that are as short as can be: what a run has in place of what it branches from, as "η 0.01".

    Where that would be the name of several runs, a branch has its whole one, and the others what differs between them.
    """
    short = {info.run: _short_name(info, infos) for info in infos}
    counts = Counter(short.values())
    whole = _differences(infos)
    names = {run: name if counts[name] == 1 else whole[run] for run, name in short.items()}
    for name in (name for name, number in counts.items() if number > 1):
        alike = [info for info in infos if info.parent is None and short[info.run] == name]
        names |= {
            info.run: labelled(name, listed(parts)) if any(parts) else name
            for info, parts in zip(alike, _what_differs(alike, _all_of), strict=True)
        }
    return _apart(infos, names | dict(given or {}))


def _apart(infos: Sequence[RunInfo], names: Mapping[int, str]) -> dict[int, str]:
    """The same, the second run of a name with a 2 behind it, and so on.

    That is the same in every window that a session is opened in, which a run's number in the engine is not.
    """
    apart: dict[int, str] = {}
    for info in infos:
        name = names[info.run]
        tries = count(2)
        # A user may have given one that looks like this.
        while name in apart.values():
            again = QCoreApplication.translate("Timeline", "{name} ({number})")
            name = again.format(name=names[info.run], number=next(tries))
        apart[info.run] = name
    return apart


def _differences(infos: Sequence[RunInfo]) -> dict[int, str]:
    """What differs in each run."""
    known = {info.run: info for info in infos}
    # Looked at once, not for each run: a long session has a hundred.
    are_several = len({_structure(info) for info in infos}) > 1
    begun = [info for info in infos if info.parent is None]
    seldom = _seldom([_begun_with(info).in_force for info in begun])
    activations = {info.run: activations_text(info.architecture, by_layer=True) for info in begun}
    # Of what one of them is not named, it would read as if it were as usual; a network without hidden layers has none.
    if len(set(activations.values()) - {""}) < 2:
        activations = dict.fromkeys(activations, "")
    roots = {
        info.run: listed((_root_name(info, are_several), activations[info.run], *words))
        for info, words in zip(begun, seldom, strict=True)
    }
    roots |= _with_the_rest(infos, roots)
    return {
        info.run: roots[info.run] if info.parent is None else _branch_name(info, known.get(info.parent))
        for info in infos
    }


def _seldom(configs: Sequence[TrainingConfig]) -> list[list[str]]:
    """For each of these the settings that are not as usual, of those that differ among them all.

    Without them a run would read as if it were set as usual, beside one whose name says what is not.
    """
    usual = TrainingConfig()
    names = [
        field.name
        for field in fields(TrainingConfig)
        if field.name not in NOT_CHOSEN | IN_THE_NAME | {"seed"}
    ]
    differ = [name for name in names if len({getattr(config, name) for config in configs}) > 1]
    return [
        [
            f"{setting_symbol(name)} {setting_value(value)}"
            for name in differ
            if (value := getattr(config, name)) != getattr(usual, name)
        ]
        for config in configs
    ]


def _with_the_rest(infos: Sequence[RunInfo], names: Mapping[int, str]) -> dict[int, str]:
    """Those of the names that several have, each with what else differs between these runs."""
    longer: dict[int, str] = {}
    for name, number in Counter(names.values()).items():
        if number > 1:
            alike = [info for info in infos if names.get(info.run) == name]
            longer |= {
                info.run: listed((name, *parts))
                for info, parts in zip(alike, _what_differs(alike, _rest), strict=True)
            }
    return longer


def _what_differs(
    infos: Sequence[RunInfo], parts_of: Callable[[RunInfo, Mapping[str, int]], tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """For each of these runs, those of its parts that are not the same in all of them."""
    data = {(short_dataset_title(info.data.choice), info.data.choice.content) for info in infos}
    of_title = Counter(title for title, _ in data)
    parts = [parts_of(info, of_title) for info in infos]
    differ = [len(set(values)) > 1 for values in zip(*parts, strict=True)]
    return [tuple(compress(values, differ)) for values in parts]


def _all_of(info: RunInfo, of_title: Mapping[str, int]) -> tuple[str, ...]:
    """What the usual name of a run of its own has beside its source, and the rest."""
    config = _begun_with(info)
    usual = (
        f"{setting_symbol(name)} {setting_value(getattr(config, name))}"
        for name in ("learning_rate", "batch_size")
    )
    return (_structure(info), setting_value(config.optimizer), *usual, *_rest(info, of_title))


def _rest(info: RunInfo, of_title: Mapping[str, int]) -> tuple[str, ...]:
    """What the usual name of a run of its own says nothing of; `of_title` are the data sets that a title stands for."""
    title = short_dataset_title(info.data.choice)
    architecture, config = info.architecture, _begun_with(info).in_force
    settings = (
        f"{setting_symbol(field.name)} {setting_value(getattr(config, field.name))}"
        for field in fields(TrainingConfig)
        if field.name not in NOT_CHOSEN | IN_THE_NAME
    )
    examples = QCoreApplication.translate("Timeline", "{count} examples")
    if info.train_count == 1:
        examples = QCoreApplication.translate("Timeline", "1 example")
    edits = (mark for mark in info.changes if mark.kind == "edit" and not mark.update)
    return (
        title,
        # One file that has changed; other files are told apart by their names.
        content_title(info.data.choice) if of_title[title] > 1 else "",
        examples.format(count=f"{info.train_count:,}"),
        activations_text(architecture, by_layer=True),
        activation_title(architecture.output),
        start_text(architecture, info.weights_name),
        labelled(
            QCoreApplication.translate("Compare", "residual"), residual_text(architecture, architecture.skip)
        ),
        *settings,
        # Before the first update that is another start.
        listed(_change(mark) for mark in edits),
    )


def _short_name(info: RunInfo, infos: Sequence[RunInfo]) -> str:
    if info.parent is None:
        return _source(info)
    parent = next((other for other in infos if other.run == info.parent), None)
    own = _own_changes(info, parent)
    if not own or own[0].kind == "edit":
        return _branch_name(info, parent)
    return f"{setting_symbol(own[0].what)} {setting_value(own[0].after)}"


def _source(info: RunInfo) -> str:
    """Where its initial weights come from: a seed, a file, or what the app has made."""
    if info.weights_name:
        return weights_title(info.weights_name)
    return QCoreApplication.translate("Timeline", "seed {seed}").format(seed=info.architecture.seed)


def _structure(info: RunInfo) -> str:
    return structure_text(info.architecture.layers, info.sizes)


def _root_name(info: RunInfo, with_structure: bool) -> str:
    config = _begun_with(info)
    text = QCoreApplication.translate("Timeline", "{source}: {optimizer}, η {rate}, batch {batch}")
    name = text.format(
        source=_source(info),
        optimizer=setting_value(config.optimizer),
        rate=as_set(config.learning_rate),
        batch=setting_value(config.batch_size),
    )
    return listed((_structure(info), name)) if with_structure else name


def _begun_with(info: RunInfo) -> TrainingConfig:
    """Settings that were changed before the first update are those that it was begun with."""
    return config_at(info.config, info.changes, 0)


def _own_changes(info: RunInfo, parent: RunInfo | None) -> list[JournalMark]:
    """What was changed in a run since it branched off."""
    inherited = set(parent.changes) if parent is not None else set()
    return [
        mark
        for mark in info.changes
        if mark.update >= info.branch_update
        and mark.kind != "sorting"
        and mark.is_chosen
        and mark not in inherited
    ]


def _branch_name(info: RunInfo, parent: RunInfo | None) -> str:
    own = _own_changes(info, parent)
    if not own:
        text = QCoreApplication.translate("Timeline", "branch at {update}")
        return text.format(update=f"{info.branch_update:,}")
    # A parameter that was set by hand has no name of its own that tells it from the others.
    text = QCoreApplication.translate("Timeline", "{change} at {update}")
    return text.format(change=_change(own[0]), update=f"{own[0].update:,}")


def _change(mark: JournalMark) -> str:
    if mark.kind == "edit":
        text = QCoreApplication.translate("Timeline", "{symbol} set by hand {before} → {after}")
        before, after = str(mark.before), str(mark.after)
        if isinstance(mark.before, float) and isinstance(mark.after, float):
            before, after = set_texts(mark.before, mark.after)
        return text.format(symbol=mark.what, before=before, after=after)
    return f"{setting_symbol(mark.what)} {setting_value(mark.before)} → {setting_value(mark.after)}"
