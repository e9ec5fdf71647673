"""The type of a bar or a page, no larger than that its words fit into the width that it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import floor, inf

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLayout, QWidget

from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import is_worn, put_on, wear_own_size
from gui.widgets.qt_overrides import ReportsExceptions

# Smaller type than that is not read any more; up to 100 % nearly everything fits into the smallest window.
SMALLEST, USUAL = 0.8, 1.0
TRIALS = 5
# Of the sizes between, those are taken that are multiples of this: for each other one Qt makes all letters anew, and
# keeps them.
STEP = 0.1
# So much of a part's width is no words, at most: a font has whole pixels, so two sizes may be as wide.
MOST_FIXED = 0.6
# So many of the sizes that were found are remembered, each for its room.
MOST_FOUND = 8
# They take the application's font, not their parent's. So do labels, some of which have fonts of their own: `dress`.
CONTROLS = (
    "QPushButton, QToolButton, QLineEdit, QComboBox, QComboBox QAbstractItemView, QCheckBox, QTreeView, "
    "QHeaderView, QProgressBar"
)


class FittingType(ReportsExceptions, QObject):
    """Where the window's type would have buttons cut off, this part of the window has smaller type.

    It wears the theme's sheet at that size. A part that is hidden in a window that is seen takes on another theme when
    it is shown, before it is painted.

    Parameters
    ----------
    part : QWidget
        The bar or page; it calls `set_theme`, and `fit` when its width or its words change.
    needed : callable
        The least width, in px, at which nothing of it is cut off, at the type that it has then.
    dress : callable
        Gives it all sizes that the style sheet does not give, by a theme: labels without a role their fonts, too.
    content : QWidget, optional
        What scrolls in it.
    roomy_px : float
        So high, in px, it needs to be at 100 % for what is to be seen at once: of less height its type is no larger
        than there is room for, but as large as at 100 %. 0 where its height does not matter.
    wearers : sequence of QWidget
        Those that wear the sheet at that size, in a part whose other widgets have nothing of it but colours, and their
        type of `dress`: each widget that a sheet is put on takes half a millisecond. Where there are none, the part.
    above : float
        Type up to this scale is never made smaller: the part has room for it in the smallest window.
    """

    def __init__(
        self,
        part: QWidget,
        needed: Callable[[], float],
        dress: Callable[[Theme], None],
        content: QWidget | None = None,
        roomy_px: float = 0.0,
        wearers: Sequence[QWidget] = (),
        above: float = USUAL,
    ) -> None:
        super().__init__(part)
        self._wearers, self._above = wearers, above
        self._part, self._needed, self._dress = part, needed, dress
        self._theme: Theme | None = None
        self._largest: Theme | None = None
        self._worn: Theme | None = None
        self._room, self._height, self._roomy_px = -1.0, -1.0, roomy_px
        # By the scale that was wanted and the room: the scale that fitted, and how wide its words were.
        self._found: dict[tuple[float, float, float], tuple[float, float]] = {}
        # The scale that was measured last, and how wide all was; how much of that is as wide at any scale: margins.
        self._measured, self._fixed_px = (0.0, 0.0), 0.0
        self._was_large = self._is_late = self._is_choosing = False
        wear_own_size(part)
        for watched in (part,) if content is None else (part, content):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_late and watched is self._part and event.type() == QEvent.Type.Show:
            self._choose_anew()
        # Its words are others: of another language, or of another answer.
        if self._is_large and event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutRequest):
            QTimer.singleShot(0, self, lambda: self.fit(self._room))
        return False

    @property
    def theme(self) -> Theme:
        """The one that it has, with its scale."""
        return self._worn or self._theme or Theme()

    @property
    def window_theme(self) -> Theme:
        """The window's, as it was given."""
        return self._theme or Theme()

    def set_theme(self, theme: Theme, largest: Theme | None = None, room: float | None = None) -> None:
        """Take on the window's theme, as far as there is room, or the same at a smaller scale: `largest`.

        Where the part's width may be another as well, `room`, all is chosen once.
        """
        if largest is not None and largest.scale < theme.scale:
            largest = replace(largest, scale=max(SMALLEST, _step_below(largest.scale)))
        if (theme, largest) != (self._theme, self._largest):
            self._theme, self._largest = theme, largest
            self._room = self._room if room is None else room
            self._choose_anew()
        elif room is not None:
            self.fit(room)

    def fit(self, room: float, height: float | None = None) -> None:
        """It is so wide, in px; and so high, or as high as before."""
        high = self._height if height is None else height
        is_other = (room, high) != (self._room, self._height)
        if self._is_choosing:
            self._room, self._height = room, high
            return
        is_least = self.theme.scale <= SMALLEST
        if is_other or (self._is_large and not is_least and self._needed() > room >= 0):
            self._room, self._height = room, high
            if not self._is_late:
                self._choose()

    @property
    def _is_large(self) -> bool:
        return self._theme is not None and self._theme.scale > self._above

    def _choose_anew(self) -> None:
        self._worn = None
        part = self._part
        # A dialog is measured before it opens.
        self._is_late = not part.isVisible() and not part.isWindow() and part.window().isVisible()
        if not self._is_late:
            self._choose()

    def _choose(self) -> None:
        """Choose once: Qt resizes a frame while its sheet changes, and nothing can be measured then."""
        for _ in range(2):
            given = self._room, self._height
            self._is_choosing = True
            try:
                self._wear_largest_that_fits()
            finally:
                self._is_choosing = False
            if given == (self._room, self._height):
                break

    def _wear_largest_that_fits(self) -> None:
        theme = self._largest or self._theme
        if theme is None:
            return
        if self._roomy_px and self._height >= 0:
            theme = replace(
                theme, scale=min(theme.scale, max(USUAL, _step_below(self._height / self._roomy_px)))
            )
        given = theme.scale, self._room, self._height
        if self._is_large and self._wear_found_before(theme, given):
            return
        # Each trial puts on a sheet, which takes long: so the first is the one that its words, as they were last
        # measured, would fit in, and the others go along the line through what was measured.
        scale, too_large, tried = self._fitting_scale(theme.scale, *self._measured), inf, 0.0
        for _ in range(TRIALS):
            self._wear(replace(theme, scale=scale))
            if not self._is_large or self._room < 0:
                break
            needed = self._needed()
            self._measure(scale, needed, are_same_words=bool(tried) and tried != scale)
            tried = scale
            fitting = self._fitting_scale(theme.scale, scale, needed)
            if needed <= self._room:
                if not scale < fitting < too_large:
                    self._remember(given, scale, needed)
                    break
                scale = fitting
            elif scale <= SMALLEST:
                break
            else:
                too_large = scale
                scale = max(SMALLEST, min(fitting, _step_below(scale - STEP / 2)))

    def _fitting_scale(self, most: float, scale: float, needed: float) -> float:
        """The largest that its words should fit in, if they are so wide at this scale; no larger than `most`."""
        words_px = needed - self._fixed_px
        if not self._is_large or self._room < 0 or words_px <= 0:
            return most
        fitting = scale * (self._room - self._fixed_px) / words_px
        return most if fitting >= most else max(SMALLEST, _step_below(fitting))

    def _measure(self, scale: float, needed: float, are_same_words: bool) -> None:
        """Learn from how wide all is at this scale; with the words of the last time, how much of it is no words.

        What is in a window that was not shown yet is not as wide as it will be.
        """
        if not self._part.isVisible() and not self._part.isWindow():
            return
        if are_same_words:
            before, needed_before = self._measured
            words_px = (needed - needed_before) / (scale - before) * scale
            self._fixed_px = min(max(0.0, needed - words_px), MOST_FIXED * needed)
        self._measured = scale, needed

    def _remember(self, given: tuple[float, float, float], scale: float, needed: float) -> None:
        self._found[given] = scale, needed
        while len(self._found) > MOST_FOUND:
            del self._found[next(iter(self._found))]

    def _wear_found_before(self, theme: Theme, given: tuple[float, float, float]) -> bool:
        """Whether what has fitted before at this size and in this room is worn again: its words are as wide as then.

        Each trial puts on a sheet, which takes long; light or dark, and back from another layout, one is enough.
        """
        if given not in self._found:
            return False
        scale, needed = self._found[given]
        self._wear(replace(theme, scale=scale))
        return self._needed() == needed

    def _wear(self, theme: Theme) -> None:
        if theme == self._worn:
            return
        self._worn = theme
        is_large, was_large = self._is_large, self._was_large
        self._was_large = is_large
        # A sheet of its own also at the window's size: while that changes, the window has none to measure by.
        is_own = is_large or not is_worn(self._part, theme)
        if self._wearers:
            put_on(self._part, sheet_of(replace(theme, scale=USUAL)) if is_own else "")
        sheet = (_controls(theme) if is_large else "") + sheet_of(theme) if is_own else ""
        for wearer in self._wearers or (self._part,):
            put_on(wearer, sheet)
        self._dress(theme)
        if is_large or was_large:
            # What was never seen yet would be measured by the style that it had before.
            # And of a dialog that is measured before it opens Qt would give the next sheet's type to none of them.
            self._part.ensurePolished()
            for child in self._part.findChildren(QWidget):
                child.ensurePolished()
                child.updateGeometry()
            for layout in self._part.findChildren(QLayout):
                layout.invalidate()


def _step_below(scale: float) -> float:
    """The multiple of `STEP` that is no larger, but for what rounding does to it."""
    return round(floor(scale / STEP + 1e-6) * STEP, 2)


def _controls(theme: Theme) -> str:
    return f"{CONTROLS} {{ font-size: {theme.font('body').pixelSize()}px; }}"
