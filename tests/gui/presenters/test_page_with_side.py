"""The page and what stands beside it come and go together, however the page is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.presenters.page_with_side import PageWithSide
from gui.widgets.picture_page import PicturePage


class Area(QObject):
    """The picture's place: whoever is shown over it takes the place of who was."""

    page_left = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.page: object = None

    def show_over(self, page: object) -> None:
        before, self.page = self.page, page
        if before is not None and before is not page:
            self.page_left.emit(before)


class Window:
    """What it needs of the window, with a list of what was done."""

    def __init__(self) -> None:
        self.network_area, self.done = Area(), list[Any]()

    def show_page(self, name: str, page: QWidget | None, title: Callable[[], str]) -> None:
        self.done.append((name, page))


@pytest.fixture
def bench(qtbot: QtBot) -> tuple[Window, PageWithSide, PicturePage, QWidget]:
    window, page, side = Window(), PicturePage("page"), QWidget()
    for widget in (page, side):
        qtbot.addWidget(widget)
    over = PageWithSide(window, "tab", lambda: window.done.append("closed"))  # type: ignore[arg-type]
    return window, over, page, side


@pytest.mark.parametrize("other_takes_its_place", [False, True])
def test_both_come_and_both_go(bench: Any, other_takes_its_place: bool) -> None:
    window, over, page, side = bench
    assert not over.is_open
    over.open(page, side, lambda: "Title")
    assert over.is_open and over.is_wanted and window.network_area.page is page
    other = object()
    if other_takes_its_place:
        window.network_area.show_over(other)
    else:
        over.close()
    assert not over.is_open and not over.is_wanted
    # The other one stays where it is.
    assert window.network_area.page is (other if other_takes_its_place else None)
    assert window.done == [("tab", side), "closed", ("tab", None)]
    over.close()
    assert len(window.done) == 3


def test_what_is_left_elsewhere_is_not_its(bench: Any) -> None:
    window, over, page, side = bench
    over.open(page, side, lambda: "Title")
    window.network_area.page_left.emit(object())
    assert over.is_open and window.done == [("tab", side)]
