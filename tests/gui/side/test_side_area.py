"""One network fills the middle; two stand above or beside each other, with the difference below."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.app.translation import install_language
from gui.network.geometry.layout import NEWS_PX, fitting_theme
from gui.network.interaction.legend_card import LegendButton
from gui.network.view import NetworkView
from gui.side.side_area import SideArea
from gui.theme.tokens import make_theme


@pytest.fixture
def area(qtbot):
    view = NetworkView()
    area = SideArea(view)
    qtbot.addWidget(area)
    view.set_theme(make_theme("dark"))
    area.set_theme(make_theme("dark"))
    area.resize(800, 690)
    area.show()
    qtbot.waitExposed(area)
    return area


def show_two(area, make_network, make_facts):
    area.set_shown(True)
    for view, snapshot in ((area.network, make_network()), (area.other, make_network(run=1))):
        view.show_displayed_snapshot(snapshot)
        view.show_weights(snapshot)
        view.work(10_000)
    for header, snapshot in zip(area.headers, (make_network(), make_network(run=1)), strict=True):
        header.show_facts(make_facts(snapshot))
    area.strip.show_networks(make_network(), make_network(run=1, times=1.5))
    for _ in range(3):
        QApplication.processEvents()


def test_alone_the_network_has_all_the_room_and_nothing_else_is_made(area):
    assert area.network.size() == area.size()
    assert not {"other", "strip", "headers"} & set(vars(area))


def test_tab_leads_from_a_to_b_and_the_difference(qtbot, area, make_network, make_facts):
    # What else a window has stands after the picture, which was there before.
    beside = QPushButton("elsewhere", area)
    beside.show()
    show_two(area, make_network, make_facts)
    # As where it may be kept as a figure.
    area.strip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    area.order_keys()
    area.activateWindow()
    area.network.setFocus()
    stops = []
    while len(stops) < 30 and (not stops or stops[-1] is not area.network):
        QTest.keyClick(area.focusWidget() or area, Qt.Key.Key_Tab)
        stops.append(area.focusWidget())

    def part_of(stop):
        parts = area.network, area.other, area.strip
        return next((i for i, part in enumerate(parts) if part is stop or part.isAncestorOf(stop)), 3)

    parts = [part_of(stop) for stop in stops[:-1]]
    assert stops[-1] is area.network and parts == sorted(parts)
    assert set(parts) >= {1, 2, 3} and stops[-2] is beside
    # The neurons of B are walked like those of A, and each is named.
    area.other.setFocus()
    told = QAccessible.queryAccessibleInterface(area.other)
    assert told.text(QAccessible.Text.Name) == "Network B" and told.childCount() > 4
    QTest.keyClick(area.other, Qt.Key.Key_Down)
    assert told.focusChild().text(QAccessible.Text.Name) == "layer 1, neuron 1"
    QTest.keyClick(area.other, Qt.Key.Key_Right)
    assert told.focusChild().text(QAccessible.Text.Name).startswith(("layer 2", "output"))


def test_two_have_the_same_size_a_above_b_with_lines_over_them_and_the_difference_below(
    area, make_network, make_facts
):
    show_two(area, make_network, make_facts)
    over_a, over_b = area.headers
    parts = [over_a, area.network, over_b, area.other, area.strip]
    tops = [part.y() for part in parts]
    assert tops == sorted(tops)
    for part, below in zip(parts, parts[1:], strict=False):
        assert part.isVisible() and part.geometry().bottom() < below.y()
    assert area.strip.geometry().bottom() < area.height()
    assert abs(area.network.height() - area.other.height()) <= 1
    assert area.network.width() == area.other.width() == area.width()


@pytest.mark.parametrize("scale", [1.0, 1.5, 3.0])
@pytest.mark.parametrize("size", [(676, 600), (800, 690), (1600, 700)])
def test_the_pictures_begin_below_what_covers_the_end_of_their_line_while_one_looks_back(
    area, make_network, make_facts, scale, size
):
    theme = make_theme("dark", scale)
    area.resize(*size)
    area.network.set_theme(theme)
    area.set_theme(theme)
    show_two(area, make_network, make_facts)
    # The bar of the past, and the way out of the projector layout, are no higher than that.
    band = fitting_theme(*size, theme).px(NEWS_PX)
    assert area.network.y() >= band - 1
    assert area.is_wide == (area.other.y() == area.network.y())


def test_where_it_is_wide_they_stand_beside_each_other(area, make_network, make_facts):
    show_two(area, make_network, make_facts)
    area.resize(1500, 600)
    for _ in range(3):
        QApplication.processEvents()
    assert area.network.y() == area.other.y() and area.network.geometry().right() < area.other.x()
    assert abs(area.network.width() - area.other.width()) <= 1
    assert area.gap_places() == ()
    area.resize(800, 690)
    for _ in range(3):
        QApplication.processEvents()
    assert area.network.geometry().bottom() < area.other.y()


def type_of(view):
    return fitting_theme(view.width(), view.height(), view._theme).scale


# What two windows, of 1920 x 1080 and of 1024 x 600 px, leave the two networks at 200 and 300 %.
@pytest.mark.parametrize(
    ("size", "scale", "least"),
    [((1193, 810), 3.0, 1.45), ((1431, 887), 2.0, 1.75), ((497, 330), 3.0, 0.8), ((535, 407), 2.0, 0.8)],
)
def test_large_type_has_the_room_that_it_has_beside_each_other(
    area, make_network, make_facts, size, scale, least
):
    theme = make_theme("dark", scale)
    area.resize(*size)
    area.network.set_theme(theme)
    area.set_theme(theme)
    show_two(area, make_network, make_facts)
    assert area.is_wide == (least > 1)
    assert min(type_of(area.network), type_of(area.other)) >= least
    # Each line has no larger type than goes into its half.
    # News may come, and go again, without all being placed anew.
    area.show_covered(60.0)
    assert area.is_wide == (least > 1)


def test_beside_each_other_both_lines_name_their_run_and_ask_for_no_more_room(area, make_network, make_facts):
    theme = make_theme("dark", 3.0)
    area.resize(1193, 810)
    area.network.set_theme(theme)
    area.set_theme(theme)
    show_two(area, make_network, make_facts)
    short = area.headers[0]._theme.scale
    assert area.is_wide and short == pytest.approx(1193 / 800)
    before = area.minimumSizeHint().width()
    # As a convolutional network's run is called beside a dense one's.
    names = [f"256-8C3p1-MP2-16C3p1-MP2-10, seed {n}: Adam, η 0.001, batch 32" for n in (1, 0)]
    for header, name in zip(area.headers, names, strict=True):
        header.show_facts(replace(make_facts(make_network()), name=name))
    for _ in range(3):
        QApplication.processEvents()
    assert area.size().width() == 1193 and area.minimumSizeHint().width() == before
    assert all(name in header._line.text() for header, name in zip(area.headers, names, strict=True))
    assert all(1 < header._theme.scale < short for header in area.headers)


def test_at_the_usual_size_of_type_they_stand_above_each_other_as_long_as_that_is_not_very_wide(
    area, make_network, make_facts
):
    show_two(area, make_network, make_facts)
    for size in ((1286, 700), (773, 495), (900, 500)):
        area.resize(*size)
        assert not area.is_wide


def test_in_a_low_window_the_networks_keep_their_height_and_the_difference_gives_way(
    area, make_network, make_facts
):
    show_two(area, make_network, make_facts)
    area.resize(816, 499)
    for _ in range(3):
        QApplication.processEvents()
    assert area.strip.isVisible() and area.network.height() >= 180
    area.resize(816, 380)
    for _ in range(3):
        QApplication.processEvents()
    assert not area.strip.isVisible() and area.network.height() >= 150


def test_the_differences_stand_under_the_gaps_of_the_network(area, make_network, make_facts):
    show_two(area, make_network, make_facts)
    layout = area.network.layout_shown
    for (left, right), gap in zip(area.gap_places(), range(3), strict=True):
        assert (left, right) == layout.gap_bounds(gap)
    area.network.enlarge()
    assert area.gap_places() == ()


def test_back_to_one_it_is_as_before(area, make_network, make_facts):
    show_two(area, make_network, make_facts)
    area.set_shown(False)
    for _ in range(3):
        QApplication.processEvents()
    assert area.network.size() == area.size()
    assert not area.other.isVisible() and not area.strip.isVisible()


def test_news_move_both_down_together(area, make_network, make_facts):
    show_two(area, make_network, make_facts)
    area.show_covered(36.0)
    for _ in range(3):
        QApplication.processEvents()
    assert area.headers[0].y() >= 36
    area.show_covered(0.0)
    for _ in range(3):
        QApplication.processEvents()
    assert area.headers[0].y() == 0


def test_what_lies_over_the_corner_covers_no_word(area, make_network, make_facts):
    show_two(area, make_network, make_facts)
    area.show_corner(300)
    over_a, over_b = area.headers
    assert over_a.layout().contentsMargins().right() >= 300 > over_b.layout().contentsMargins().right()
    area.resize(1500, 600)
    for _ in range(3):
        QApplication.processEvents()
    assert over_b.layout().contentsMargins().right() >= 300 > over_a.layout().contentsMargins().right()


def test_each_of_two_has_a_name_of_its_own_in_every_language_and_so_has_its_legend(
    area, make_network, make_facts
):
    show_two(area, make_network, make_facts)
    for name, letters in (("Network", "AB"), ("网络", "AB")):
        views = area.network, area.other
        assert [view.accessibleName() for view in views] == [f"{name} {letter}" for letter in letters]
        legends = [view.findChild(LegendButton).accessibleName() for view in views]
        assert legends[0].startswith(f"{name} A") and legends[1].startswith(f"{name} B")
        install_language(QApplication.instance(), "zh_CN")
        QApplication.processEvents()
    install_language(QApplication.instance(), "en")
    QApplication.processEvents()
    area.set_shown(False)
    assert area.network.accessibleName() == "Network"
    assert area.network.findChild(LegendButton).accessibleName() == "Legend"


def test_a_harder_example_that_b_offers_is_wanted_as_as_is(area, make_network, make_facts, qtbot):
    show_two(area, make_network, make_facts)
    with qtbot.waitSignal(area.network.hard_sample_wanted):
        area.other.hard_sample_wanted.emit()


def test_for_a_class_the_words_of_the_difference_are_no_larger_than_those_of_the_networks(
    area, make_network, make_facts
):
    area.set_theme(make_theme("dark", 1.6))
    area.network.set_theme(make_theme("dark", 1.6))
    show_two(area, make_network, make_facts)
    area.resize(527, 740)
    for _ in range(3):
        QApplication.processEvents()
    assert area.strip._theme.scale < 1.6
    area.resize(1200, 1400)
    for _ in range(3):
        QApplication.processEvents()
    assert area.strip._theme.scale == 1.6


def test_who_answers_is_said_where_two_do(area, make_network, make_facts):
    show_two(area, make_network, make_facts)
    assert (area.network.answers.letter, area.other.answers.letter) == ("A", "B")
    area.set_shown(False)
    assert area.network.answers.letter == ""


def show_one(area, make_network, title="test digit 7, a 9"):
    """A low picture, whose title and walkthrough share a line."""
    area.resize(815, 374)
    area.network.show_displayed_snapshot(make_network())
    area.network.show_title(title)
    for _ in range(3):
        QApplication.processEvents()
    layout = area.network.layout_shown
    assert layout.walkthrough.y == layout.title.y
    return layout


def test_a_low_picture_stands_still_under_news_where_its_title_has_room_beside_the_heads(area, make_network):
    before = show_one(area, make_network)
    area.show_covered(NEWS_PX)
    for _ in range(3):
        QApplication.processEvents()
    assert area.network.size() == area.size() and area.network.layout_shown is before
    assert area.network._composed_frame.words.covered == NEWS_PX


@pytest.mark.parametrize("why", ["news of two lines", "a long title", "a walkthrough", "a lower picture"])
def test_a_low_picture_moves_down_where_words_would_be_covered(area, make_network, why):
    show_one(area, make_network, "test digit 7, a 9" + ": a name that goes on" * 5 * (why == "a long title"))
    if why == "a walkthrough":
        area.network.show_walkthrough("Layer 1: each neuron adds up a·w.")
    if why == "a lower picture":
        # Its input stands as high as the columns' heads.
        area.resize(815, 300)
    for _ in range(3):
        QApplication.processEvents()
    covered = NEWS_PX + 20 * (why == "news of two lines")
    area.show_covered(covered)
    for _ in range(3):
        QApplication.processEvents()
    assert area.network.y() == covered and area.network._composed_frame.words.covered == 0
    # It stays there until they go.
    area.show_covered(NEWS_PX)
    assert area._grid.contentsMargins().top() == NEWS_PX
    area.show_covered(0.0)
    for _ in range(3):
        QApplication.processEvents()
    assert area.network.size() == area.size()
