"""The race: three networks that began as one function are trained on the same batches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.engine.unrolling_messages import ShiftedMeasured
from gui.theme.tokens import Theme
from gui.unrolling.race_curves import RaceCurves
from gui.unrolling.race_rows import Racer, lost_words, race_rows
from gui.unrolling.race_settings import RaceSettings, settings_words
from gui.unrolling.race_table import RaceTable
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import beside, column, row
from gui.widgets.tabs_and_scrolling import scrolling
from gui.widgets.translated import Translated


class RacePanel(Translated, QWidget):
    """A button over the table, and beside it with what they are trained, the curves, and what was measured how."""

    run_wanted = Signal()
    """Begin the race; once it has begun, run or pause it."""
    anew_wanted = Signal()
    """Begin another race from the same start."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("race_panel")
        self._state = "ready"
        self._trained: RaceSettings | None = None
        self._racers: tuple[Racer, ...] = ()
        self.run = tab_button(QPushButton(), "race_run", self.run_wanted)
        self._anew = tab_button(QPushButton(), "race_anew", self.anew_wanted)
        self._settings = new_label("race_settings", "caption", wraps=True)
        self.table, self.curves = RaceTable(), RaceCurves()
        self._how = new_label("race_how", "caption", wraps=True)
        content, left, right = QWidget(), QWidget(), QWidget()
        # The table is what is high: all that is said stands beside it, so that nothing of it is out of sight below.
        self._buttons = row(self.run, self._anew, None)
        self._columns = (
            column(left, self._buttons, self.table, None),
            column(right, self._settings, (self.curves, 1), self._how),
        )
        self._beside = beside(content, left, (right, 1))
        self._area = scrolling("race_area", content)
        column(self, (self._area, 1))
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        for one in self._columns:
            one.setSpacing(round(theme.px(4)))
        self._buttons.setSpacing(round(theme.px(12)))
        self._beside.setSpacing(round(theme.px(24)))
        self._beside.setContentsMargins(0, 0, round(theme.px(8)), 0)
        for label in (self._settings, self._how):
            label.setFont(theme.font("caption"))
        self.table.set_theme(theme)
        self.curves.set_theme(theme)

    def show_settings(self, settings: RaceSettings, state: str) -> None:
        """With what the three are trained; "ready", "running", "paused", or "over": not together any more."""
        self._trained, self._state = settings, state
        self._show_state()

    def set_available(self, available: bool) -> None:
        """Whether anything can be begun or trained: that takes an engine."""
        for button in (self.run, self._anew):
            button.setEnabled(available)

    @property
    def begins(self) -> bool:
        """Whether the button would begin the race: nothing of it has been trained yet."""
        return self._state == "ready"

    def show_racers(
        self, racers: Sequence[Racer], measured: Sequence[Sequence[ShiftedMeasured]] = ((), (), ())
    ) -> None:
        """Show what is known of the three."""
        self._racers = tuple(racers)
        # What was not trained alike is no better or worse for what it is.
        is_fair = self._trained is None or self._trained.is_fair
        self.table.show_rows(race_rows(self._racers, is_fair))
        self._how.setText(lost_words(self._racers))
        if tuple(map(tuple, measured)) != self.curves.measured:
            self.curves.show_measured(measured)

    def _show_state(self) -> None:
        self.curves.show_running(self._state == "running")
        if self._trained is not None:
            self._settings.setText(settings_words(self._trained, self._state))
        set_words(self._anew, self.tr("Begin anew"), self.tr("Three more runs from the same start"))
        self._anew.setVisible(self._state in ("paused", "over"))
        if self._state == "running":
            set_words(self.run, self.tr("Pause"), self.tr("Train no further; the exact L of here follows"))
        elif self._state == "over":
            set_words(self.run, self.tr("Run"), self.tr("Train the three on, if all stand at the same batch"))
        elif self._state == "paused":
            set_words(self.run, self.tr("Run"), self.tr("Train the three on"))
        else:
            set_words(
                self.run,
                self.tr("Train the three"),
                self.tr("Begin three runs from the same start, and train them together"),
            )

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The race of the three"))
        self._show_state()
        if self._racers:
            self.show_racers(self._racers, self.curves.measured)
