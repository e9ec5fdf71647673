"""However many tabs there are, each is in sight; where there is little room they stand closer."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.fitting_tabs import CLOSE_PX, FittingTabs
from tests.gui.whole_look import apply_theme

WORDS = ("Draw", "Inspect", "Findings", "Example", "Answers")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("count", [2, 4, 5])
def test_every_tab_is_in_sight_and_no_arrow_is(
    qtbot: QtBot, qapp: QApplication, scale: float, count: int
) -> None:
    apply_theme(qapp, make_theme("dark", scale))
    tabs = FittingTabs("tabs", *(QLabel() for _ in range(count)))
    qtbot.addWidget(tabs)
    # The side in a window of 1024 x 600.
    width = round(208 * scale)
    tabs.resize(width, 300)
    tabs.show()
    for place, word in enumerate(WORDS[:count]):
        tabs.setTabText(place, word)
    tabs.setCurrentIndex(count - 1)
    for _ in range(3):
        qapp.processEvents()
    bar = tabs.tabBar()
    assert tabs.width() == width
    for place in range(count):
        rect = bar.tabRect(place)
        assert rect.left() >= 0 and bar.x() + rect.right() <= width and rect.width() >= 20, (place, rect)
        # A whole word has no tip, which would be heard after it.
        is_whole = rect.width() >= bar.fontMetrics().horizontalAdvance(WORDS[place])
        assert tabs.tabToolTip(place) == WORDS[place] or (is_whole and not tabs.tabToolTip(place))
        # Qt cuts a word by the bar's own type.
        if count < 5:
            assert bar.fontMetrics().horizontalAdvance(WORDS[place]) + 2 * (CLOSE_PX + 2) <= rect.width()
    assert (tabs.tabToolTip(0) == "") == (bar.sizeHint().width() <= width)
    assert not any(button.isVisible() for button in bar.findChildren(QToolButton))


@pytest.mark.parametrize(
    "words", [("Example",), ("Draw", "Inspect", "Example"), ("手写", "查看", "样本", "自备")]
)
def test_in_type_of_300_percent_no_word_is_cut(
    qtbot: QtBot, qapp: QApplication, words: tuple[str, ...]
) -> None:
    apply_theme(qapp, make_theme("dark", 3.0))
    tabs = FittingTabs("tabs", *(QLabel() for _ in words))
    qtbot.addWidget(tabs)
    # The side in a window of 1024 x 600 in that type.
    tabs.resize(213, 300)
    tabs.show()
    for place, word in enumerate(words):
        tabs.setTabText(place, word)
    for _ in range(3):
        qapp.processEvents()
    bar, sizes = tabs.tabBar(), []
    for place, word in enumerate(words):
        rect = bar.tabRect(place)
        assert bar.x() + rect.right() <= 213
        assert bar.fontMetrics().horizontalAdvance(word) + 2 * CLOSE_PX <= rect.width()
    sizes.append(bar.fontInfo().pixelSize())
    # As large as there is room, again after it had less.
    for width in (100, 213):
        tabs.resize(width, 300)
        qapp.processEvents()
        sizes.append(bar.fontInfo().pixelSize())
    assert sizes[0] == sizes[2] >= sizes[1] >= 12


@pytest.mark.parametrize("width", [213, 400, 500, 560])
def test_in_large_type_a_word_does_not_begin_where_the_one_before_ends(
    qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    apply_theme(qapp, make_theme("dark", 3.0))
    tabs = FittingTabs("tabs", *(QLabel() for _ in WORDS[:3]))
    qtbot.addWidget(tabs)
    tabs.resize(width, 300)
    tabs.show()
    for place, word in enumerate(WORDS[:3]):
        tabs.setTabText(place, word)
    for _ in range(3):
        qapp.processEvents()
    bar = tabs.tabBar()
    type_px, metrics = bar.fontInfo().pixelSize(), bar.fontMetrics()
    for place in range(3):
        rect = bar.tabRect(place)
        assert rect.width() - metrics.horizontalAdvance(WORDS[place]) >= 0.25 * type_px
        assert bar.x() + rect.right() <= width


def test_tabs_stand_close_only_where_they_have_no_room_otherwise(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, make_theme("dark", 1.0))
    tabs = FittingTabs("tabs", *(QLabel() for _ in range(4)))
    qtbot.addWidget(tabs)
    tabs.resize(600, 300)
    tabs.show()
    for place, word in enumerate(WORDS[:4]):
        tabs.setTabText(place, word)
    qapp.processEvents()
    roomy = tabs.tabBar().tabRect(1).width()
    tabs.resize(208, 300)
    qapp.processEvents()
    assert tabs.tabBar().tabRect(1).width() < roomy
    tabs.resize(600, 300)
    qapp.processEvents()
    assert tabs.tabBar().tabRect(1).width() == roomy


def test_the_bar_to_which_the_keyboard_comes_has_the_name_of_the_tabs(qtbot: QtBot) -> None:
    tabs = FittingTabs("tabs", QLabel())
    qtbot.addWidget(tabs)
    tabs.show_name("Draw and Inspect")
    assert tabs.accessibleName() == tabs.tabBar().accessibleName() == "Draw and Inspect"


def test_tabs_alone_take_on_a_theme_and_their_pages_do_not(qtbot: QtBot) -> None:
    tabs = FittingTabs("tabs", QLabel("page"))
    qtbot.addWidget(tabs)
    theme = make_theme("light", 1.5)
    tabs.set_theme(theme)
    assert theme.colours.text in tabs.tabBar().styleSheet() and tabs.styleSheet() == ""
    assert tabs.widget(0).styleSheet() == ""
