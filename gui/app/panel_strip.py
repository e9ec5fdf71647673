"""The strip at the right edge of a window without room for all panels: a button for each page that is folded away."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QToolButton

from gui.theme.icons import icon
from gui.theme.style_sheet import STRIP_PADDING_PX
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button, with_key
from gui.widgets.translated import Translated

# Of each page its icon.
ICONS = {"draw": "pen", "inspect": "inspect", "loss": "loss", "runs": "runs"}
# A button's side at 100 %, its least side, and from one to the next: the buttons share the height.
BUTTON_PX, LEAST_BUTTON_PX, GAP_PX = 30, 24, 6

# What its icon takes of a button.
ICON_SHARE = 0.6


class PanelStrip(Translated, QToolBar):
    """One button a page. Only the open page's button is pressed."""

    page_wanted = Signal(str)
    """The button of a page was clicked: "draw", "inspect", "loss" or "runs"."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("panel_strip")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._theme = Theme()
        self._keys: Mapping[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._items = {}
        for page in ICONS:
            button = tab_button(QToolButton(), f"strip_{page}", partial(self._want, page))
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._buttons[page] = button
            self._items[page] = self.addWidget(button)
        window.addToolBar(Qt.ToolBarArea.RightToolBarArea, self)
        self.hide()
        self._open = ""
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's icons and sizes."""
        self._theme = theme
        for page, name in ICONS.items():
            self._buttons[page].setIcon(icon(name, theme))

    def show_pages(self, pages: frozenset[str], open_page: str, height: int) -> None:
        """Show the buttons of these pages, all of them within this height in px; none hides the strip."""
        side = self._side(height, max(1, len(pages)))
        self._open = open_page
        for page, button in self._buttons.items():
            self._items[page].setVisible(page in pages)
            button.setChecked(page == open_page)
            button.setFixedSize(side, side)
        self.setIconSize(QSize(round(ICON_SHARE * side), round(ICON_SHARE * side)))
        self.setVisible(bool(pages))

    def width_within(self, height: int) -> int:
        """How wide it is with all of its buttons in a window with so much height for it, in px."""
        return self._side(height, len(ICONS)) + 2 * STRIP_PADDING_PX

    def _side(self, height: int, count: int) -> int:
        most = (height - 2 * STRIP_PADDING_PX) // count - round(self._theme.px(GAP_PX))
        return max(LEAST_BUTTON_PX, min(round(self._theme.px(BUTTON_PX)), most))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name the keys in force, by the names of their actions, in the tips."""
        self._keys = keys
        self._retranslate()

    def _want(self, page: str) -> None:
        # What is pressed is what is open, and that is for others to say.
        self._buttons[page].setChecked(page == self._open)
        self.page_wanted.emit(page)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Folded panels"))
        words = {
            "draw": (self.tr("Draw"), self.tr("Draw a digit: open or fold the panel")),
            "inspect": (self.tr("Inspect"), self.tr("The numbers of a neuron: open or fold the panel")),
            "loss": (self.tr("Total loss L"), self.tr("The curve of L: open or fold the panel")),
            "runs": (self.tr("Runs"), self.tr("The list of runs: open or fold the panel")),
        }
        for page, (name, tip) in words.items():
            set_words(self._buttons[page], name, with_key(tip, self._keys.get(f"action_focus_{page}", "")))
