"""The line over one of two networks: A or B, its run, the update that is shown, and how good it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from gui.loss.loss_readout import pictured_texts
from gui.loss.measured_moment import loss_at_words
from gui.side.facts import SideFacts
from gui.theme.tokens import Theme
from gui.timeline.moment import way_words
from gui.widgets.fitting_label import FittingLabel, Statement, cut_in_middle
from gui.widgets.labels import new_label
from gui.widgets.layouts import row
from gui.widgets.number_text import percent_to_tenths, total_text
from gui.widgets.overflow_text import with_overflow
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated

# Left and right of its words, in px at 100 %.
SIDES_PX = 14.0, 14.0
ROUNDED_PX = 4.0
# How important the update is, beside what comes first.
NEEDED = 8


class SideHeader(Translated, ReportsExceptions, QWidget):
    """A letter, and statements behind it; of those the least important are left out where there is no room.

    Parameters
    ----------
    letter : "A" or "B"
    """

    room_changed = Signal()
    """There is room for another part of what it says."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self.setObjectName(f"side_header_{letter.lower()}")
        self.letter = letter
        self._facts: SideFacts | None = None
        self._is_update_first = False
        self._theme, self._covered = Theme(), 0
        self._letter = new_label(f"side_letter_{letter.lower()}", is_plain=True)
        self._letter.setText(letter)
        self._line = FittingLabel(f"side_line_{letter.lower()}", cut=cut_in_middle)
        self._line.room_changed.connect(self.room_changed)
        self._row = row(self._letter, (self._line, 1))
        self.setLayout(self._row)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._theme = theme
        self.show_covered(self._covered)
        self._row.setSpacing(round(theme.px(8)))
        self._letter.setFont(theme.font("head"))
        self._line.setFont(theme.font("body"))

    def show_covered(self, covered: int) -> None:
        """So many px at its right end are covered by something else."""
        self._covered = covered
        px = self._theme.px
        left, right = (round(px(size)) for size in SIDES_PX)
        top, bottom = round(px(3)), round(px(1))
        self._row.setContentsMargins(left, top, right + covered, bottom)

    @property
    def named_width(self) -> int:
        """The width of its letter and the name of its run."""
        return self.minimumSizeHint().width() - self._covered

    def name_width(self, theme: Theme) -> float:
        """The width of its letter and what it says first, the name of its run, in type of this theme's size, in px."""
        name = max(self.statements(), key=lambda statement: statement[0])[1]
        letter, line = QFontMetricsF(theme.font("head")), QFontMetricsF(theme.font("body"))
        edges = theme.px(8) + sum(theme.px(size) for size in SIDES_PX)
        # Whole px are given to both labels, and to what is around them.
        return letter.horizontalAdvance(self.letter) + line.horizontalAdvance(name) + edges + ROUNDED_PX

    def show_facts(self, facts: SideFacts | None, is_update_first: bool = False) -> None:
        """Name this network; None while it is on its way.

        Its update comes before its name where that tells the two apart: they are one run at two moments.
        """
        self._facts, self._is_update_first = facts, is_update_first
        self._line.show_statements(self.statements())
        # Other statements may be as many: of these other ones are the update.
        self._line.room_changed.emit()
        self.setAccessibleDescription(self._line.whole)

    @property
    def has_update(self) -> bool:
        """Whether there is room for update and name."""
        return self._line.fitting >= self._counted_to_update

    @property
    def _counted_to_update(self) -> int:
        """How many statements there are down to the update, the most important first."""
        return sum(importance >= NEEDED for importance, _ in self.statements())

    def show_update(self, shows: bool) -> None:
        """Whether more than what comes first is said, where there is room."""
        self._line.show_at_most(None if shows else 1)

    def statements(self) -> Sequence[Statement]:
        """What is said, with how important it is."""
        facts = self._facts
        if facts is None:
            return [(9, self.tr("on its way"))]
        update = self.tr("update {update}").format(update=f"{facts.snapshot.update:,}")
        if facts.awaited is not None:
            update = way_words(facts.snapshot.update, facts.awaited)
        elif facts.snapshot.update != facts.live_update:
            update = self.tr("update {update} of {live}").format(
                update=f"{facts.snapshot.update:,}", live=f"{facts.live_update:,}"
            )
            update += " ✓" if facts.is_checked else ""
        updates = [update]
        if facts.signal_update is not None:
            updates = [*pictured_texts(facts.snapshot.update, facts.signal_update)]
        first, *others = [*updates, facts.name] if self._is_update_first else [facts.name, *updates]
        said: list[Statement] = [(9, first), *((NEEDED, text) for text in others)]
        exact = facts.exact
        if exact is None:
            return said
        total = with_overflow(f"L = {total_text(exact.train_total)}", exact.train_total)
        if not facts.is_measured:
            # Of other parameters than the picture, as are the shares: what comes before all of them says which.
            total = loss_at_words(total, exact.update, facts.is_before_edit)
        said.append((7, total))
        if exact.test_accuracy == exact.test_accuracy:
            right = self.tr("test right {share}").format(share=percent_to_tenths(exact.test_accuracy))
            said.append((6, right))
        if exact.train_accuracy == exact.train_accuracy:
            right = self.tr("training right {share}").format(share=percent_to_tenths(exact.train_accuracy))
            said.append((5, right))
        return said

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Network {letter}").format(letter=self.letter))
        self.show_facts(self._facts, self._is_update_first)


def agree(headers: tuple[SideHeader, SideHeader]) -> None:
    """Both say update and name, or only what comes first: of one alone it would be asked which the other's is."""
    both = all(header.has_update for header in headers)
    for header in headers:
        header.show_update(both)


def keep_in_agreement(headers: tuple[SideHeader, SideHeader]) -> None:
    """Also when the room of one of them, or what it says, changes."""
    for header in headers:
        header.room_changed.connect(lambda: agree(headers))
