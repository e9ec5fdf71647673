"""What lies over the network's upper edge: news that move nothing, and a way out of the projector layout."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gui.app.message_bar import MessageBar
from gui.app.network_area import MOST_PORTIONS, NetworkArea
from gui.network.geometry.layout import NEWS_PX, fitting_theme
from gui.network.marks.text_marks import text_marks
from gui.network.view import NetworkView
from gui.theme.tokens import make_theme
from gui.timeline.moment import Moment
from gui.widgets.keyboard_focus import FOCUS_PX
from gui.widgets.picture_page import PicturePage
from tests.gui.network.masked_scene import trained_snapshot
from tests.gui.tab_stops import tab_stops
from tests.gui.whole_look import apply_theme


@pytest.fixture
def area(qtbot: QtBot) -> NetworkArea:
    area = NetworkArea(NetworkView(), MessageBar())
    qtbot.addWidget(area)
    area.resize(777, 498)
    area.show()
    return area


def network(area: NetworkArea) -> NetworkView:
    found = area.findChild(NetworkView)
    assert isinstance(found, NetworkView)
    return found


def messages(area: NetworkArea) -> MessageBar:
    found = area.findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return found


def way_out(area: NetworkArea) -> QToolButton:
    found = area.findChild(QToolButton, "leave_projector")
    assert isinstance(found, QToolButton)
    return found


def test_the_network_stands_still_while_news_come_and_go(area: NetworkArea) -> None:
    for words in ("A new network.", "A sentence that is long enough for two lines of the bar. " * 2, ""):
        if words:
            messages(area).show_message(words, actions=[("Undo", lambda: None)])
        else:
            messages(area).hide()
        QApplication.processEvents()
        assert network(area).geometry() == QRect(0, 0, 777, 498)


def test_while_news_lie_over_the_title_the_network_makes_room_for_it(area: NetworkArea) -> None:
    words = network(area)._composed_frame
    messages(area).show_message("A new network.")
    QApplication.processEvents()
    assert words.words.covered == messages(area).height() > 0
    messages(area).hide()
    assert words.words.covered == 0


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        # As in a window of 1024 x 600: title and walkthrough share a line, so that there is no other for the title.
        ((815, 318), "A new network."),
        ((777, 498), "A path that is long enough for three lines or more. " * 6),
    ],
)
def test_where_the_title_has_no_room_below_the_news_they_have_a_row_of_their_own(
    area: NetworkArea, size: tuple[int, int], sentence: str
) -> None:
    area.resize(*size)
    messages(area).show_message(sentence)
    for _ in range(3):
        QApplication.processEvents()
    place = network(area).mapTo(area, QPoint(0, 0))
    assert place.y() == messages(area).geometry().bottom() + 1 > 20
    assert network(area)._composed_frame.words.covered == 0
    messages(area).hide()
    QApplication.processEvents()
    assert network(area).geometry() == QRect(0, 0, *size)


def test_news_beside_the_bar_of_the_past_are_no_narrow_box_over_the_picture(area: NetworkArea) -> None:
    area.show_moment(Moment(14, 15, 0, is_exact=True, is_checked=True))
    sentence = (
        "Update 16 made a number too large to write: the learning rate is too high for this network. " * 2
    )
    messages(area).show_message(sentence, "error", actions=[("Rewind", lambda: None)])
    for _ in range(3):
        QApplication.processEvents()
    assert messages(area).width() == area.width()
    # The title stands beside the bar.
    assert network(area).mapTo(area, QPoint(0, 0)).y() == messages(area).height()
    # And the frame of the keyboard is whole above it.
    assert area.past_bar.y() == messages(area).height() + FOCUS_PX
    assert network(area)._composed_frame.words.covered == 0
    # Where they fit the line of the title, they stay in it.
    messages(area).show_message("Short.")
    for _ in range(3):
        QApplication.processEvents()
    assert messages(area).geometry().right() < area.past_bar.geometry().left()


def test_news_stand_right_of_what_lies_over_their_left_end(area: NetworkArea) -> None:
    messages(area).show_message("A new network.", actions=[("Undo", lambda: None)])
    messages(area).show_left_covered(240)
    QApplication.processEvents()
    icon, text = messages(area).findChildren(QLabel)
    assert min(icon.mapTo(area, QPoint(0, 0)).x(), text.mapTo(area, QPoint(0, 0)).x()) >= 240
    messages(area).show_left_covered(0)
    QApplication.processEvents()
    assert icon.mapTo(area, QPoint(0, 0)).x() < 40


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_one_line_of_news_is_as_high_as_the_line_with_the_title(
    area: NetworkArea, qapp: QApplication, scale: float
) -> None:
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    messages(area).set_theme(theme)
    messages(area).show_message("A new network.", actions=[("Undo", lambda: None)])
    QApplication.processEvents()
    assert messages(area).y() == 0 and messages(area).width() == 777
    assert messages(area).height() <= theme.px(NEWS_PX)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_bar_of_the_past_is_no_higher_than_the_line_with_the_title(
    area: NetworkArea, qapp: QApplication, scale: float
) -> None:
    # The notice under it, with its button, stays whole.
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    area.set_theme(theme)
    area.show_moment(Moment(6351, 6353, 6272, is_exact=True, is_checked=True))
    QApplication.processEvents()
    assert area.past_bar.geometry().bottom() <= theme.px(NEWS_PX)
    for button in area.past_bar.findChildren(QPushButton):
        assert button.height() >= 24


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("size", [(676, 600), (844, 800)])
def test_the_way_out_of_the_projector_layout_stands_beside_the_title_not_over_the_walkthrough(
    area: NetworkArea, qapp: QApplication, scale: float, size: tuple[int, int]
) -> None:
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    area.resize(*size)
    area.set_theme(theme)
    network(area).set_theme(theme)
    area.set_projecting(True)
    QApplication.processEvents()
    band = fitting_theme(*size, theme).px(NEWS_PX)
    assert way_out(area).geometry().bottom() <= band + 1
    assert way_out(area).height() >= 24


def test_a_button_leads_out_of_the_projector_layout_whatever_the_news(
    area: NetworkArea, qtbot: QtBot
) -> None:
    assert not way_out(area).isVisible()
    area.set_projecting(True)
    messages(area).show_message("A new network.", lasting=True)
    QApplication.processEvents()
    button = way_out(area)
    assert "Esc" in button.text() and "projector" in button.accessibleName()
    assert button.isVisible() and not button.geometry().intersects(messages(area).geometry())
    assert area.childAt(button.mapTo(area, button.rect().center())) is button
    with qtbot.waitSignal(area.leave_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    area.set_projecting(False)
    assert not button.isVisible()


def test_beside_the_button_the_pointer_reaches_the_network(area: NetworkArea) -> None:
    area.set_projecting(True)
    QApplication.processEvents()
    assert area.childAt(QPoint(300, 10)) is network(area)


@pytest.mark.parametrize("scale", [1.5, 2.0, 3.0])
@pytest.mark.parametrize("with_news", [False, True])
def test_at_large_type_every_word_over_the_picture_is_whole_and_the_title_stands_below(
    area: NetworkArea, qapp: QApplication, scale: float, with_news: bool
) -> None:
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    area.resize(715, 600)
    area.set_theme(theme)
    messages(area).set_theme(theme)
    area.set_projecting(True)
    area.show_moment(Moment(2008, 2661, 1980, is_exact=True, is_checked=True))
    if with_news:
        messages(area).show_message("A new network.", actions=[("Undo", lambda: None)])
    for _ in range(4):
        qapp.processEvents()
    bar = area.past_bar
    text = bar.findChild(QLabel, "past_text")
    parts = [text, *bar.findChildren(QPushButton), way_out(area)]
    for part in parts:
        assert part is not None and part.width() >= part.minimumSizeHint().width(), part
        place = QRect(part.mapTo(area, QPoint(0, 0)), part.size())
        assert area.rect().contains(place), part
    assert not bar.geometry().intersects(way_out(area).geometry())
    assert not (with_news and messages(area).geometry().intersects(bar.geometry()))
    top = network(area).mapTo(area, QPoint(0, 0)).y() + network(area)._composed_frame.words.covered
    assert top >= (bar if bar.is_too_wide else messages(area)).geometry().bottom() or not with_news


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_news_and_the_bar_of_the_past_take_no_width_from_the_panels_and_no_more_height_than_they_need(
    area: NetworkArea, qapp: QApplication, scale: float
) -> None:
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    area.resize(676, 600)
    for part in (area, network(area), messages(area)):
        part.set_theme(theme)
    area.set_projecting(True)
    QApplication.processEvents()
    before = area.minimumSizeHint()
    area.show_moment(Moment(6351, 6353, 6272, is_exact=True, is_checked=True))
    messages(area).show_message("A run of its own begins here.", actions=[("Undo", lambda: None)])
    for _ in range(3):
        QApplication.processEvents()
    assert area.minimumSizeHint().width() == before.width()
    assert area.size().toTuple() == (676, 600)
    assert messages(area).height() <= messages(area).sizeHint().height() + theme.px(40)
    assert messages(area).geometry().right() <= area.width()
    assert (
        area.past_bar.geometry().right() <= area.width() and way_out(area).geometry().right() <= area.width()
    )
    assert not messages(area).geometry().intersects(area.past_bar.geometry())


@pytest.fixture
def page() -> PicturePage:
    page = PicturePage("page")
    page.show_head("All of it", "after update 3")
    return page


def test_a_page_has_the_pictures_place_and_the_keyboard_until_esc(
    area: NetworkArea, page: PicturePage, qtbot: QtBot
) -> None:
    page.closed.connect(lambda: area.show_over(None))
    area.show_over(page)
    assert page.isVisible() and page.hasFocus() and not network(area).isVisible()
    assert page.geometry() == QRect(0, 0, 777, 498)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert area.page is None and not page.isVisible()
    assert network(area).isVisible() and network(area).hasFocus()


def test_news_come_below_a_page_so_that_its_head_stays_under_the_pointer(
    area: NetworkArea, page: PicturePage
) -> None:
    page.body.addWidget(QLabel("a wall of digits"), 1)
    area.show_over(page)
    QApplication.processEvents()
    close = page.findChild(QToolButton, "page_close")
    assert close is not None
    before = QRect(close.mapTo(area, QPoint(0, 0)), close.size())
    messages(area).show_message("A new network.")
    QApplication.processEvents()
    assert QRect(close.mapTo(area, QPoint(0, 0)), close.size()) == before
    assert page.geometry().bottom() < messages(area).y() < messages(area).geometry().bottom() < 498
    area.show_over(None)
    QApplication.processEvents()
    assert messages(area).y() == 0 and network(area).height() == 498


def test_a_panel_in_the_networks_place_hides_the_page_too(area: NetworkArea, page: PicturePage) -> None:
    area.show_over(page)
    panel = QLabel("curves")
    area.show_instead(panel)
    assert not page.isVisible() and not network(area).isVisible()
    area.show_instead(None)
    assert page.isVisible() and not network(area).isVisible()
    panel.deleteLater()


def test_of_two_pages_the_last_is_shown(area: NetworkArea, page: PicturePage, qtbot: QtBot) -> None:
    other = PicturePage("other")
    qtbot.addWidget(page)
    area.show_over(page)
    area.show_over(other)
    assert other.isVisible() and not page.isVisible() and area.page is other


def test_whoever_made_a_page_hears_that_it_is_left(
    area: NetworkArea, page: PicturePage, qtbot: QtBot
) -> None:
    other, left = PicturePage("other"), []
    qtbot.addWidget(page)
    area.page_left.connect(left.append)
    area.show_over(page)
    area.show_over(page)
    assert left == []
    area.show_over(other)
    assert left == [page]
    area.show_over(None)
    assert left == [page, other]


def test_back_from_a_page_the_network_shows_that_it_has_the_keyboard_as_before(
    area: NetworkArea, page: PicturePage, qtbot: QtBot
) -> None:
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    page.closed.connect(lambda: area.show_over(None))
    view = network(area)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    area.show_over(page)
    qtbot.mouseClick(page.findChild(QToolButton, "page_close"), Qt.MouseButton.LeftButton)
    assert view.hasFocus() and not view._focus_seen
    area.show_over(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert view.hasFocus() and view._focus_seen
    # The key that has opened it leads back, too.
    area.show_over(page)
    area.show_over(None)
    assert view.hasFocus() and view._focus_seen


def test_while_one_looks_back_the_frame_of_the_keyboard_is_whole(area: NetworkArea) -> None:
    area.show_moment(Moment(14, 15, 0, is_exact=True, is_checked=True))
    QApplication.processEvents()
    assert area.past_bar.isVisible()
    assert not area.past_bar.geometry().intersects(QRect(0, 0, area.width(), 2))
    assert not area.past_bar.geometry().intersects(QRect(area.width() - 2, 0, 2, area.height()))


@pytest.mark.parametrize("is_projecting", [False, True])
@pytest.mark.parametrize("news", ["", "Projector layout: F11 or Esc brings the panels back. " * 2])
@pytest.mark.parametrize("size", [(777, 380), (967, 612), (700, 520)])
def test_the_title_ends_before_what_stands_at_its_right(
    area: NetworkArea, qapp: QApplication, size: tuple[int, int], news: str, is_projecting: bool
) -> None:
    theme = make_theme("dark", 1.5 if is_projecting else 1.0)
    apply_theme(qapp, theme)
    area.set_theme(theme)
    area.resize(*size)
    view = network(area)
    view.set_theme(theme)
    view.show_displayed_snapshot(trained_snapshot())
    title = "test digit 8, a 5: watched, not trained on, whatever it is called"
    view.show_title(title)
    area.set_projecting(is_projecting)
    if news:
        messages(area).show_message(news)
    for moment in (Moment(451, 2408, 408, is_exact=True, is_checked=False), None):
        area.show_moment(moment)
        for _ in range(4):
            qapp.processEvents()
        frame, fitted = view._composed_frame, fitting_theme(view.width(), view.height(), theme)
        marks = text_marks(trained_snapshot(), view.layout_shown, frame.animation, fitted, frame.words)
        (mark,) = (mark for mark in marks if mark.text and title.startswith(mark.text.rstrip("…")))
        assert mark.text == title or mark.text.endswith("…")
        ink = QFontMetricsF(fitted.font("body")).boundingRect(mark.text)
        box = ink.translated(mark.x, mark.y).toAlignedRect()
        origin = view.mapTo(area, QPoint(0, 0))
        for part in (area.past_bar, way_out(area), messages(area)):
            if part.isVisible():
                place = QRect(part.mapTo(area, QPoint(0, 0)), part.size()).translated(-origin)
                assert not place.intersects(box), part
        # With all of the line it is whole.
        assert moment is not None or is_projecting or mark.text == title


def test_before_the_title_is_cut_the_bar_of_the_past_says_less(area: NetworkArea) -> None:
    words = Moment(451, 2408, 408, is_exact=True, is_checked=False)
    text = area.past_bar.findChild(QLabel, "past_text")
    assert text is not None
    said = []
    for width in (777, 1100):
        area.resize(width, 498)
        area.show_moment(words)
        QApplication.processEvents()
        said.append(text.text())
        assert area.past_bar.x() > 280
    assert said == [words.brief_words, area.past_bar.accessibleDescription()] and len(said[1]) > len(said[0])


def test_once_the_bar_of_the_past_has_gone_news_leave_the_picture_its_room(
    area: NetworkArea, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A title that has room below one line of news, in a picture of the whole height only.
    monkeypatch.setattr(
        network(area), "keeps_words", lambda covered: covered < 50 and network(area).height() == 390
    )
    area.resize(845, 390)
    words = "A run of its own from update 3,318 on. The old one is kept, and can be gone back to. " * 2
    area.show_moment(Moment(3318, 9194, 3316, is_exact=True, is_checked=True))
    messages(area).show_message(words, actions=[("Undo", lambda: None)])
    QApplication.processEvents()
    assert network(area).height() < 390, "two rows are more than the title's place"
    messages(area).show_message("A run of its own. The old one is kept.", actions=[("Undo", lambda: None)])
    area.show_moment(None)
    QApplication.processEvents()
    assert network(area).geometry() == QRect(0, 0, 845, 390)


def test_a_page_knows_what_news_below_it_take_until_they_go(area: NetworkArea, page: PicturePage) -> None:
    area.show_over(page)
    QApplication.processEvents()
    before = page.height()
    messages(area).show_message("Three runs have begun from one start.")
    QApplication.processEvents()
    assert page.height() + page.news_px == before > page.height()
    messages(area).hide()
    QApplication.processEvents()
    assert (page.height(), page.news_px) == (before, 0.0)


def test_in_front_of_a_class_news_are_as_large_as_the_title_and_elsewhere_for_who_sits_at_the_machine(
    area: NetworkArea, qapp: QApplication
) -> None:
    theme = make_theme("dark", 3.0)
    apply_theme(qapp, theme)
    area.resize(844, 800)
    for each in (messages(area), area):
        each.set_theme(theme)
    text = messages(area).findChild(QLabel, "message_text")
    assert text is not None
    messages(area).show_message("New initial weights, seed 2.", actions=[("Undo", lambda: None)])
    # By hand: 13 px at 100 %; the picture has room for 844 / 400 = 2.11, so in steps of 10 % for 210 %, 26 of 27 px.
    for is_projecting, pixels in ((False, 20), (True, 26), (False, 20)):
        area.set_projecting(is_projecting)
        QApplication.processEvents()
        button = messages(area).findChild(QPushButton, "message_action_0")
        assert button is not None
        assert [text.fontInfo().pixelSize(), button.fontInfo().pixelSize()] == [pixels, pixels]
    # A long sentence would take the network's room.
    area.set_projecting(True)
    for words, pixels in (("word " * 60, 20), ("Undone.", 26)):
        messages(area).show_message(words)
        QApplication.processEvents()
        assert text.fontInfo().pixelSize() == pixels
    # A picture that is small takes nothing from the news.
    area.resize(500, 400)
    QApplication.processEvents()
    assert text.fontInfo().pixelSize() == 20


def test_edges_are_drawn_ahead_in_portions_where_the_network_is_seen(
    area: NetworkArea, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = network(area)
    view.show_displayed_snapshot(trained_snapshot())
    assert view.has_work()
    for _ in area.draw_ahead():
        pass
    assert not view.has_work()
    view.set_theme(make_theme("dark", 1.0))
    view.hide()
    assert view.has_work() and not list(area.draw_ahead()) and view.has_work()
    # While newer ones come without end, that ends.
    view.show()
    monkeypatch.setattr(view, "work", lambda budget_ms: True)
    assert len(list(area.draw_ahead())) == MOST_PORTIONS


LEGEND = ("legend_button", "legend_minus", "legend_plus")


def test_tab_leads_from_the_picture_through_its_upper_edge_to_the_legend_below(
    area: NetworkArea, qtbot: QtBot
) -> None:
    area.side_area.network.show_displayed_snapshot(trained_snapshot())
    network(area).grab()
    above = ["message_action_0", "message_close"]
    past = ["branch_button", "live_button"]
    messages(area).show_message("A new network.", actions=[("Undo", lambda: None)])
    assert [stop.objectName() for stop in tab_stops(area)] == ["network_view", *above, *LEGEND]
    area.show_moment(Moment(20, 30))
    area.set_projecting(True)
    assert [stop.objectName() for stop in tab_stops(area)] == [
        *("network_view", *above, *past, "leave_projector", *LEGEND)
    ]
    # Newer news, and the past again.
    area.show_moment(None)
    messages(area).show_message("Another one.", actions=[("Undo", lambda: None)])
    area.show_moment(Moment(20, 30))
    assert [stop.objectName() for stop in tab_stops(area)] == [
        *("network_view", *above, *past, "leave_projector", *LEGEND)
    ]
