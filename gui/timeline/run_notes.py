"""What a user has made of each run in the list: its name, whether it is hidden or deleted, and its curve."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from gui.loss.curve_signs import MOST_CURVES, RUN_KEYS

LONGEST_NAME = 80
# Controls, breaks of lines and paragraphs, and halves of a sign. Others that are not seen are a part of their word:
# they join an emoji, or part letters in Persian.
_UNWRITTEN = ("Cc", "Zl", "Zp", "Cs")
# They would turn around whatever is written after the name, too.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def name_from(text: str) -> str:
    """What was typed as a run's name: in one line, without signs that no name has, and no longer than names are."""
    one_line = " ".join(text.split())
    name = "".join(sign for sign in one_line if _may_be_in_name(sign))[:LONGEST_NAME].strip()
    # Of nothing that is seen it would be a row without a name.
    return name if any(unicodedata.category(sign) != "Cf" for sign in name) else ""


def _may_be_in_name(sign: str) -> bool:
    return sign not in _TURNING and unicodedata.category(sign) not in _UNWRITTEN


@dataclass(frozen=True)
class RunNote:
    """Of one run.

    Attributes
    ----------
    run : int
    name : str
        As somebody has called it; "" where it is called by what differs in it.
    is_hidden, is_deleted : bool
        A deleted run is only there for as long as Undo can bring it back.
    dash : str
        That of its curve in the plot, of `RUN_KEYS`; "" where it has none there. The run on screen has one that is
        solid, but keeps its dash for when another is shown.
    """

    run: int
    name: str = ""
    is_hidden: bool = False
    is_deleted: bool = False
    dash: str = ""

    def __post_init__(self) -> None:
        if len(self.name) > LONGEST_NAME or not all(map(_may_be_in_name, self.name)):
            raise ValueError(f"a run's name has at most {LONGEST_NAME} letters, and no controls among them")
        if self.dash and self.dash not in RUN_KEYS:
            raise ValueError(f"no dash is called {self.dash!r}")


class RunNotes(QObject):
    """All of them; a run of which nothing is noted has a note that says so."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: dict[int, RunNote] = {}

    def __getitem__(self, run: int) -> RunNote:
        return self._notes.get(run, RunNote(run))

    def all(self) -> tuple[RunNote, ...]:
        """Those that note anything."""
        return tuple(note for note in self._notes.values() if note != RunNote(note.run))

    @property
    def names(self) -> Mapping[int, str]:
        """The names that were given, by the runs' numbers."""
        return {note.run: note.name for note in self._notes.values() if note.name}

    def set(self, note: RunNote) -> None:
        """Note this of a run; another one with the same dash gives it up."""
        if note != self[note.run]:
            for other in self.all():
                if note.dash and other.dash == note.dash and other.run != note.run:
                    self._notes[other.run] = replace(other, dash="")
            self._notes[note.run] = note
            self.changed.emit()

    def restore(self, notes: Iterable[RunNote]) -> None:
        """These are all there are; of several with the same dash the first has it."""
        self._notes, taken = {}, {""}
        for note in notes:
            self._notes[note.run] = replace(note, dash="") if note.dash in taken else note
            taken.add(note.dash)
        self.changed.emit()

    def forget(self, run: int) -> None:
        """A run is gone."""
        if self._notes.pop(run, None) is not None:
            self.changed.emit()

    def with_curve(self, run: int, shown_run: int, drawn: Collection[int]) -> RunNote | None:
        """The note of a run whose curve is to be in the plot beside that on screen; None where there are eight.

        `drawn` are the runs whose curves are seen there. One that is not seen, as its run is hidden or has no exact L
        yet, takes no room, and gives its dash where no other is left.
        """
        others = set(drawn) - {run, shown_run}
        if run != shown_run and 1 + len(others) >= MOST_CURVES:
            return None
        seen = {self[other].dash for other in (*others, shown_run)}
        noted = {note.dash for note in self._notes.values() if note.run != run}
        free = [key for key in RUN_KEYS if key not in noted] or [key for key in RUN_KEYS if key not in seen]
        return replace(self[run], dash=free[0])

    def curves(self, shown_run: int) -> list[int]:
        """The runs beside that on screen that are to have a curve, by their dashes."""
        there: Collection[RunNote] = [
            note
            for note in self._notes.values()
            if note.dash and note.run != shown_run and not note.is_hidden and not note.is_deleted
        ]
        return [note.run for note in sorted(there, key=lambda note: RUN_KEYS.index(note.dash))]
