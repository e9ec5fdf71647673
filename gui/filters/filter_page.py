"""The page about one filter: all its answers, or the windows that excite it most."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from gui.filters.answers import FilterAnswers
from gui.filters.filter_side import FilterSide
from gui.filters.found_windows import FoundWindow
from gui.filters.pattern_plot import PatternPlot
from gui.filters.window_side import WindowSide
from gui.filters.window_tiles import WindowTiles
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.labels import new_label
from gui.widgets.layouts import beside, fill, row
from gui.widgets.picture_page import PicturePage
from gui.widgets.sentence_text import sentences

# Type may be so many times as large as this room is there, and at 100 % always.
ROOM_PX = 540.0, 380.0


class FilterPage(PicturePage):
    """Passive: what is wanted is told.

    Attributes
    ----------
    plot : PatternPlot
    tiles : WindowTiles
    """

    is_canvas = True

    pattern_chosen = Signal(int)
    """A pattern was chosen, by its code."""
    window_chosen = Signal(int)
    """A window was chosen, by its rank."""
    window_wanted = Signal(int)
    """A window is to be shown in the network, by its rank."""
    other_wanted = Signal(int)
    """The filter before (−1) or the next one (1) is wanted."""

    follows_film = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("filter_page", parent, ROOM_PX)
        self._before = tab_button(QToolButton(), "filter_before", lambda: self.other_wanted.emit(-1))
        self._next = tab_button(QToolButton(), "filter_next", lambda: self.other_wanted.emit(1))
        self._intro, self._intro_words = FittingLabel("filter_intro"), ("", "")
        self._message = new_label("filter_message", wraps=True, is_plain=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._side, self.plot = FilterSide(), PatternPlot()
        self._window_side, self.tiles = WindowSide(), WindowTiles()
        self._top = row(self._before, self._next, (self._intro, 1))
        self._answers, self._windows = QWidget(), QWidget()
        self._rows = (
            beside(self._answers, self._side, (self.plot, 1)),
            beside(self._windows, self._window_side, (self.tiles, 1)),
        )
        fill(self.body, self._top, (self._message, 1), (self._answers, 1), (self._windows, 1))
        self.plot.chosen.connect(self.pattern_chosen)
        self.tiles.chosen.connect(self.window_chosen)
        self.tiles.wanted.connect(self.window_wanted)
        self.show_message("")
        self._name_buttons()

    def _dress_page(self, theme: Theme) -> None:
        super()._dress_page(theme)
        for button, name in ((self._before, "previous"), (self._next, "next")):
            button.setIcon(icon(name, theme))
            button.setFixedSize(round(theme.px(28)), round(theme.px(26)))
            button.setIconSize(self._close.iconSize())
            button.setAutoRaise(True)
            button.setStyleSheet("padding: 0;")
        self._intro.setFont(theme.font("caption"))
        self._message.setFont(theme.font("body"))
        for box in self._rows:
            box.setSpacing(round(theme.px(14)))
        for part in (self._side, self.plot, self._window_side, self.tiles):
            part.set_theme(theme)

    def show_intro(self, update: str, words: str) -> None:
        """Of which update it is; and how it is to be read, or why it shows windows."""
        self._intro.show_statements([own for own in ((1, update), (0, words)) if own[1]])
        self._intro_words = update, words

    def show_message(self, words: str) -> None:
        """Say this where nothing is to be seen yet."""
        self._message.setText(words)
        self._show_only(self._message, words)

    def show_answers(self, answers: FilterAnswers, code: int | None, picture: tuple[int, int]) -> None:
        """All answers, with one pattern chosen, of (rows, columns) pictures."""
        self._side.show_answers(answers, code, picture)
        self.plot.show_answers(answers, code)
        self._show_only(self._answers)
        self._give_keyboard(self.plot)

    def show_windows(self, windows: tuple[FoundWindow, ...], rank: int | None) -> None:
        """The windows that excite it most, with one chosen."""
        self._window_side.show_window(None if rank is None else windows[rank])
        self.tiles.show_windows(windows, rank)
        self._show_only(self._windows)
        self._give_keyboard(self.tiles)

    def _show_only(self, shown: QWidget, message: str = "") -> None:
        """One of the three; who listens hears what stands there now, and no longer what stood there before."""
        self._describe(sentences((message, *self._intro_words)))
        for part in (self._message, self._answers, self._windows):
            part.setVisible(part is shown)

    def _give_keyboard(self, part: QWidget) -> None:
        """What has come takes the keyboard from the page itself, not from anybody else."""
        if self.hasFocus():
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_buttons(self) -> None:
        before, after = self.tr("Filter before"), self.tr("Next filter")
        set_words(self._before, "", before, before)
        set_words(self._next, "", after, after)

    def _retranslate(self) -> None:
        super()._retranslate()
        self._name_buttons()
