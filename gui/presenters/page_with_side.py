"""A page in the picture's place, with what stands beside it behind a tab of its own: both come and go together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.app.window_frame import WindowFrame
from gui.widgets.picture_page import PicturePage


class PageWithSide(QObject):
    """Opens and closes them; also where another page takes the page's place.

    Parameters
    ----------
    window : WindowFrame
    tab : str
        The name of the tab.
    on_closed : callable
        Called when they go, before they are gone.

    Attributes
    ----------
    is_wanted : bool
        Whether the page is open, or covered for a moment.
    """

    def __init__(
        self, window: WindowFrame, tab: str, on_closed: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._tab, self._on_closed = window, tab, on_closed
        self._page: PicturePage | None = None
        self.is_wanted = False
        window.network_area.page_left.connect(self._on_page_left)

    @property
    def is_open(self) -> bool:
        """Whether the page is on screen."""
        return self.is_wanted and self._window.network_area.page is self._page

    def open(self, page: PicturePage, side: QWidget, title: Callable[[], str]) -> None:
        """Show both; `title` is that of the tab, in the language in force."""
        self._page, self.is_wanted = page, True
        self._window.network_area.show_over(page)
        self._window.show_page(self._tab, side, title)

    def close(self) -> None:
        """Back to the network; nothing happens where they are not there."""
        if not self.is_wanted:
            return
        was_open, self.is_wanted = self.is_open, False
        self._on_closed()
        self._window.show_page(self._tab, None, str)
        if was_open:
            self._window.network_area.show_over(None)

    def _on_page_left(self, page: object) -> None:
        # Another page has taken its place.
        if page is self._page:
            self.close()
