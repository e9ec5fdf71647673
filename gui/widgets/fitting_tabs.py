"""Pages behind tabs that are all in sight: closer and in smaller type where there is little room, then cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import put_on
from gui.widgets.qt_overrides import ReportsExceptions

# What is left of the type, and the space at both ends of a word, in px, where the tabs stand close.
CLOSE_TYPE, CLOSE_PX = 0.85, 2


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
    """Tabs without words yet; when one is taken out, the one before comes back to the front. Tips have whole words."""

    def __init__(self, name: str, *pages: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTabBar(FittingTabBar())
        self.setDocumentMode(True)
        self._words: tuple[str, ...] = ()
        self._needed = 0
        self._is_close = False
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
        self._is_close, self._words = False, ()
        self._fit()

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

    def _fit(self) -> None:
        """Let the tabs stand close where they have no room otherwise."""
        words = tuple(self.tabText(place) for place in range(self.count()))
        if words != self._words:
            self._words = words
            self._stand_close(False)
            self._needed = self.tabBar().sizeHint().width()
            for place, text in enumerate(words):
                self.setTabToolTip(place, text)
        self._stand_close(self._needed > self.width())

    def _stand_close(self, close: bool) -> None:
        if close == self._is_close:
            return
        self._is_close = close
        bar, sheet = self.tabBar(), self._sheet
        if close:
            type_px = f"font-size: {round(CLOSE_TYPE * bar.fontInfo().pixelSize())}px;"
            # Qt paints a word in the tab's type, and cuts it as if it were in the bar's.
            sheet += f"""
                QTabBar {{ {type_px} }}
                QTabBar::tab {{ {type_px} padding-left: {CLOSE_PX}px; padding-right: {CLOSE_PX}px; }}
            """
        bar.setStyleSheet(sheet)
