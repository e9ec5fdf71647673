"""What a journal's changes are on a timeline: each a mark that names what was changed, from what and to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import takewhile

from core.editing.parameter_edits import AppliedEdit, ParameterLocation
from core.training.config import TrainingConfig

Value = int | float | str | None
"""What a setting or a parameter may be; None is the whole set as batch, and a sorting's."""

# The order of the examples belongs to the run.
_NOT_CHANGED = ("seed",)


@dataclass(frozen=True)
class JournalMark:
    """One change of a run.

    Attributes
    ----------
    update : int
        Updates made before it.
    kind : "setting", "edit" or "sorting"
    what : str
        The setting's name in `TrainingConfig`; "w" or "b"; "neurons".
    before, after : int, float, str or None
        The setting or the parameter; of a sorting how often the neurons were permuted.
    place : ParameterLocation or None
        Of an edit, which parameter, by the numbers that the neurons had then.
    """

    update: int
    kind: str
    what: str
    before: Value
    after: Value
    place: ParameterLocation | None = None

    @property
    def is_chosen(self) -> bool:
        """Whether somebody chose it: a schedule's start follows from when the schedule was chosen."""
        return self.what != "schedule_start"

    def is_of_same(self, other: JournalMark) -> bool:
        """Whether both are of the same thing after the same update, so that one mark is enough for them."""
        return (self.update, self.kind, self.what, self.place) == (
            other.update,
            other.kind,
            other.what,
            other.place,
        )


def with_mark(marks: Sequence[JournalMark], mark: JournalMark) -> tuple[JournalMark, ...]:
    """`marks` and this one after them.

    A change of the same thing after the same update becomes one with it, from what was before the first to what is
    after the last; where it was only put back, there is none.
    """
    last = takewhile(lambda known: known.update == mark.update, reversed(marks))
    same = next((known for known in last if known.is_of_same(mark)), None)
    if same is None:
        return (*marks, mark)
    merged = replace(mark, before=same.before)
    others = tuple(known for known in marks if known is not same)
    return others if merged.before == merged.after else (*others, merged)


def setting_marks(update: int, old: TrainingConfig, new: TrainingConfig) -> tuple[JournalMark, ...]:
    """A mark for each setting that is another."""
    names = (field.name for field in fields(TrainingConfig) if field.name not in _NOT_CHANGED)
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return tuple(
        JournalMark(update, "setting", name, before, after)
        for name, before, after in pairs
        if before != after
    )


def config_at(config: TrainingConfig, changes: Sequence[JournalMark], update: int) -> TrainingConfig:
    """The settings after `update` updates of a run that is set to `config` now; changes at that update are in force."""
    for mark in reversed(changes):
        if mark.kind == "setting" and mark.update > update:
            config = replace(config, **{mark.what: mark.before})  # type: ignore[arg-type]
    return config


def edit_mark(update: int, made: AppliedEdit, before: float) -> JournalMark:
    """The mark of a parameter that was set, or set back; `before` is what it was until then."""
    after = made.after if made.is_on else made.before
    return JournalMark(update, "edit", made.place.symbol, before, after, made.place)


def sorting_mark(update: int, permutations: int) -> JournalMark:
    """The mark of neurons that were permuted: `permutations` times by now."""
    return JournalMark(update, "sorting", "neurons", permutations - 1, permutations)
