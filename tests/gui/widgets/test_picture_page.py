"""A page in the picture's place names itself, says what it shows, and can be left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.layouts import fill
from gui.widgets.picture_page import PicturePage


@pytest.fixture
def page(qtbot: QtBot) -> PicturePage:
    page = PicturePage("page")
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    return page


def test_its_head_is_seen_and_heard(page: PicturePage, qtbot: QtBot) -> None:
    page.show_head("Everything that kernel 8 can say", "after update 3,000")
    words = ["Everything that kernel 8 can say", "after update 3,000"]
    qtbot.waitUntil(lambda: [label.text() for label in page.findChildren(QLabel)] == words)
    assert page.accessibleName() == "Everything that kernel 8 can say"
    assert page.accessibleDescription() == "after update 3,000"


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_its_way_out_is_seen_at_any_size_of_type(page: PicturePage, qtbot: QtBot, scale: float) -> None:
    page.set_theme(make_theme("dark", scale))
    page.show_head("A title that is far longer than the room " * 3, "and a note beside it " * 5)
    close = page.findChild(QToolButton, "page_close")
    assert close is not None
    qtbot.waitUntil(lambda: page.rect().contains(close.geometry()) and page.width() == 600)
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("height", "most"), [(340, 1.14), (700, 2.34), (900, 3.0)])
def test_where_it_is_low_its_edges_leave_the_room_to_what_it_shows(
    page: PicturePage, height: int, most: float
) -> None:
    page.set_theme(make_theme("dark", 3.0))
    page.resize(600, height)
    page.show_head("A title", "after update 3,000")
    margins = page.layout().contentsMargins()
    assert margins.left() <= 16 * most + 1 and margins.bottom() <= 8 * most + 1
    # As soon as it is higher they are as wide as goes with the type.
    page.resize(600, 1200)
    assert page.layout().contentsMargins().left() == 48


def test_tab_leads_only_to_what_shows_that_it_has_the_keyboard(page: PicturePage, qtbot: QtBot) -> None:
    first, last = QPushButton("first"), QPushButton("last")
    fill(page.body, first, last)
    close = page.findChild(QToolButton, "page_close")
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(lambda: page.hasFocus() and last.isVisible())
    stops = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops == [close, first, last, close]
    qtbot.keyClick(close, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is last


def test_esc_leaves_it_and_other_keys_are_left_to_others(page: PicturePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Space)


def test_the_keyboard_stays_in_it_when_what_had_it_is_hidden(qtbot: QtBot) -> None:
    window, beyond, own = QWidget(), QPushButton("beyond"), QPushButton("own")
    qtbot.addWidget(window)
    page = PicturePage("page")
    page.body.addWidget(own)
    fill(QHBoxLayout(window), page, beyond)
    window.show()
    window.activateWindow()
    own.setFocus()
    qtbot.waitUntil(own.hasFocus)
    own.hide()
    assert page.hasFocus()
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


@pytest.mark.parametrize("has_more", [False, True])
def test_the_update_is_read_whole_before_the_title_is(page: PicturePage, has_more: bool) -> None:
    page.set_theme(make_theme("dark", 2.0))
    note = "exact, after update 200"
    page.show_head("A title that has no room there " * 5, note + "  ·  training digit 0, a 0" * has_more)
    QApplication.processEvents()
    title, said = (page.findChild(QLabel, f"page_{name}") for name in ("title", "note"))
    assert title is not None and said is not None
    assert said.text().startswith(note) and title.text().endswith("…")
    page.show_head("Short", "exact")
    QApplication.processEvents()
    assert (title.text(), said.text()) == ("Short", "exact")


def test_of_a_roomy_page_the_type_is_no_larger_than_there_is_room_for(qtbot: QtBot) -> None:
    page, button = PicturePage("roomy", roomy=(400.0, 200.0)), QPushButton("Classes")
    qtbot.addWidget(page)
    fill(page.body, button)
    page.resize(600, 300)
    page.show()
    page.set_theme(make_theme("dark", 2.0))
    assert page._worn.scale == pytest.approx(1.5) and page.theme.scale == 2
    page.show_covered(60.0)
    assert page._worn.scale == pytest.approx(1.2)
    page.resize(420, 90)
    assert page._worn.scale == 1, "and at 100 % at least"
    page.resize(1200, 900)
    assert page._worn.scale == 2
    page.set_theme(make_theme("light", 1.0))
    assert page._worn == page.theme


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_title_and_note_are_whole_in_type_as_large_as_they_have_room_for(
    page: PicturePage, qtbot: QtBot, scale: float
) -> None:
    title, note = page.findChildren(QLabel)
    page.set_theme(make_theme("dark", scale))
    page.show_head("What each pixel decides", "exact, after update 1,500")
    words = ["What each pixel decides", "exact, after update 1,500"]
    least, most = (make_theme("dark", each).font("body").pixelSize() for each in (1.0, scale))
    for size in ((600, 300), (930, 340), (1900, 900)):
        page.resize(*size)
        qtbot.waitUntil(lambda: [title.text(), note.text()] == words)
        # No smaller than at 100 %, and where there is much room as large as the window's.
        assert least <= title.font().pixelSize() <= most
    qtbot.waitUntil(lambda: title.font().pixelSize() == most)


def test_no_width_leaves_out_the_end_of_a_title_whose_type_could_be_smaller(
    page: PicturePage, qtbot: QtBot
) -> None:
    title, note = page.findChildren(QLabel)
    words = ["L = Σ Cⁿ = 8,726: all 60,000 terms", "exact at update 2,000"]
    page.set_theme(make_theme("dark", 3.0))
    page.show_head(*words)
    usual = make_theme("dark", 1.0).font("body").pixelSize()
    for width in range(700, 1300, 23):
        page.resize(width, 900)
        for _ in range(4):
            QApplication.processEvents()
        assert [title.text(), note.text()] == words and title.font().pixelSize() > usual, width


def test_while_there_is_nothing_in_it_yet_it_shows_that_it_has_the_keyboard(
    page: PicturePage, qtbot: QtBot
) -> None:
    page.set_theme(make_theme("dark"))
    button = QPushButton("first")
    page.body.addWidget(button)
    button.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def is_framed() -> bool:
        return page.grab().toImage().pixelColor(1, 150) == make_theme("dark").colour("text")

    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert is_framed()
    # What comes shows it itself.
    button.setFocus()
    assert not is_framed()
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton)
    assert page.hasFocus() and not is_framed()


def test_what_stands_in_place_of_its_content_is_in_its_description(page: PicturePage) -> None:
    page._describe("Nothing is measured yet.")
    assert page.accessibleDescription() == "Nothing is measured yet."
    page.show_head("A title", "after update 3")
    assert page.accessibleDescription() == "Nothing is measured yet. after update 3"
    page._describe("")
    assert page.accessibleDescription() == "after update 3"


def test_its_head_comes_to_rest_at_every_width(page: PicturePage) -> None:
    # The way out and the gaps are as large as the head's type: what these leave may not change what was chosen.
    page.set_theme(make_theme("dark", 2.0))
    page.show_head("L = Σ Cⁿ = 15,799: all 60,000 terms", "exact at update 1,500")
    page.resize(400, 700)
    title = page.findChild(QLabel, "page_title")
    assert title is not None
    sizes = set()
    for width in range(400, 1200, 5):
        page.resize(width, 700)
        found = []
        for _ in range(3):
            QApplication.sendEvent(page, QEvent(QEvent.Type.LayoutRequest))
            found.append(title.font().pixelSize())
        assert len(set(found)) == 1, f"{width} px: {found}"
        sizes.add(found[0])
    assert len(sizes) > 3


def test_where_title_and_note_have_no_room_beside_each_other_both_are_whole_below_each_other(
    page: PicturePage,
) -> None:
    page.set_theme(make_theme("dark", 1.0))
    texts = "L = Σ Cⁿ = 10,957: all 60,000 terms", "exact at update 3,857"
    title, note = (page.findChild(QLabel, f"page_{name}") for name in ("title", "note"))
    assert title is not None and note is not None
    places = {}
    for width in (700, 330, 700):
        page.resize(width, page.height())
        page.show_head(*texts)
        for _ in range(3):
            QApplication.processEvents()
        assert (title.text(), note.text()) == texts
        places[width] = note.y() > title.y()
    assert places == {700: False, 330: True}
