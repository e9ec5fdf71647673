"""Pages behind tabs that are all in sight: closer and in smaller type where there is little room, then cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import put_on
from gui.widgets.qt_overrides import ReportsExceptions

# What is left of the type at most where the tabs stand close, and the space at both ends of a word: so many px at
# least, and so much of the type's size, at least and where there is room.
CLOSE_TYPE, CLOSE_PX, CLOSE_PART, WIDE_PART = 0.85, 2, 0.15, 0.5
# Words are cut before their type is smaller, in px.
LEAST_TYPE_PX = 12


class FittingTabBar(ReportsExceptions, QTabBar):
    """Never scrolls: an arrow would hide tabs that nobody knows of. It asks for no width of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class FittingTabs(ReportsExceptions, QTabWidget):
    """Tabs without words yet; when one is taken out, the one before comes back to the front.

    Words that are cut are whole in their tips.
    """

    def __init__(self, name: str, *pages: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTabBar(FittingTabBar())
        self.setDocumentMode(True)
        self._words: tuple[str, ...] = ()
        self._needed = 0
        # In px: of tabs with room; of those that stand close, 0 where they do not.
        self._type_px = self._close_px = self._space_px = 0
        # How much room there was when that was found.
        self._fitted_room = -1
        self._sheet = ""
        for page in pages:
            self.addTab(page, "")

    def set_theme(self, theme: Theme) -> None:
        """Have tabs of this theme, where what they stand in wears none; the pages wear their own."""
        # Where the tabs begin is for the sheet of what they belong to, which wears none.
        begin = f"QTabBar::tab:first {{ margin-left: {round(theme.px(2))}px; }}"
        self._sheet = sheet_of(theme) + begin
        put_on(self.tabBar(), self._sheet)
        self.tabBar().setDrawBase(False)
        self._close_px, self._words = 0, ()
        self._fit()

    def show_name(self, name: str) -> None:
        """Be called so, and so the bar, to which the keyboard comes."""
        self.setAccessibleName(name)
        self.tabBar().setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Its words, or how many there are, may be others.
            self._fit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._words = ()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _room(self) -> int:
        """What the tabs may take, in px: all but what stands in the corner beside them, seen or not, needs at least."""
        corner = self.cornerWidget()
        return max(0, self.width() - (0 if corner is None else corner.minimumSizeHint().width()))

    def _fit(self) -> None:
        """Let the tabs stand close where they have no room otherwise, in type that has room."""
        words, bar = tuple(self.tabText(place) for place in range(self.count())), self.tabBar()
        if words != self._words:
            self._words, self._fitted_room = words, -1
            self._show_type(0)
            self._needed, self._type_px = bar.sizeHint().width(), bar.fontInfo().pixelSize()
        room = self._room
        if room == self._fitted_room:
            return
        self._fitted_room = room
        self._fit_type(room)
        is_cut = bar.sizeHint().width() > room
        for place, text in enumerate(words):
            # A whole word would be heard twice.
            self.setTabToolTip(place, text if is_cut else "")

    def _fit_type(self, room: int) -> None:
        """Show type in which the tabs have so much room, in px, or else the smallest."""
        bar = self.tabBar()
        if self._needed <= room:
            self._show_type(0)
            return
        type_px = round(CLOSE_TYPE * self._type_px)
        self._show_type(type_px)
        while type_px > LEAST_TYPE_PX and (needed := bar.sizeHint().width()) > room:
            # Spaces between words do not become smaller with them: another time may be needed.
            type_px = max(LEAST_TYPE_PX, min(type_px - 1, type_px * room // needed))
            self._show_type(type_px)
        if bar.count() and (left := room - bar.sizeHint().width()) > 0:
            # What is left is between the words, which else begin where the one before ends.
            wide = _space_px(type_px) + left // (2 * bar.count())
            self._show_type(type_px, min(wide, round(WIDE_PART * type_px)))

    def _show_type(self, close_px: int, space_px: int = 0) -> None:
        """Have tabs that stand close in such type, with so much space at both ends of a word, 0 for the least.

        A type of 0: with room, in the theme's.
        """
        space_px = max(space_px, _space_px(close_px)) if close_px else 0
        if (close_px, space_px) == (self._close_px, self._space_px):
            return
        self._close_px, self._space_px = close_px, space_px
        bar, sheet = self.tabBar(), self._sheet
        if close_px:
            type_px = f"font-size: {close_px}px;"
            # Qt paints a word in the tab's type, and cuts it as if it were in the bar's.
            sheet += f"""
                QTabBar {{ {type_px} }}
                QTabBar::tab {{ {type_px} padding-left: {space_px}px; padding-right: {space_px}px; }}
            """
        bar.setStyleSheet(sheet)


def _space_px(type_px: int) -> int:
    """The least space at both ends of a word in type of this size."""
    return max(CLOSE_PX, round(CLOSE_PART * type_px))
