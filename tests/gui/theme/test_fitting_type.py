"""Type no larger than its part of the window has room for: nothing is cut off, nor smaller than need be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.fitting_type import SMALLEST, STEP, FittingType
from gui.theme.style_sheet import apply_theme as apply_type_and_palette
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import TYPE, Theme, make_theme
from gui.theme.type_sizes import type_size
from gui.theme.worn_sheet import wear
from tests.gui.whole_look import apply_theme

ROOMY_PX = 200.0


class Bar(QWidget):
    """Two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons = QPushButton("Branch here"), QPushButton("Live")
        row = QHBoxLayout(self)
        for button in self.buttons:
            row.addWidget(button)
        self.dressed: list[float] = []
        self.type = FittingType(self, lambda: row.minimumSize().width(), self._dress, roomy_px=ROOMY_PX)

    def _dress(self, theme: Theme) -> None:
        self.dressed.append(theme.scale)


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> Bar:
    theme = make_theme("dark", 3.0)
    apply_theme(qapp, theme)
    bar = Bar()
    qtbot.addWidget(bar)
    bar.type.set_theme(theme)
    bar.show()
    return bar


def pixels(bar: Bar) -> int:
    return bar.buttons[0].fontInfo().pixelSize()


def test_with_room_it_is_the_windows_type(bar: Bar) -> None:
    bar.type.fit(2000)
    assert pixels(bar) == 3 * TYPE["body"] and bar.type.theme.scale == 3


@pytest.mark.parametrize("room", [420, 300, 220])
def test_without_room_it_is_as_small_as_needed_so_that_no_button_is_cut_off(bar: Bar, room: int) -> None:
    bar.resize(room, 100)
    bar.type.fit(room)
    QApplication.processEvents()
    assert SMALLEST < bar.type.theme.scale < 3 and bar.dressed[-1] == bar.type.theme.scale
    assert pixels(bar) == type_size(bar.type.theme.scale * TYPE["body"])
    assert all(button.width() >= button.minimumSizeHint().width() for button in bar.buttons)
    # Not half of the room is left.
    assert sum(button.sizeHint().width() for button in bar.buttons) > room / 2


def test_it_is_as_large_as_there_is_room_for_and_its_sizes_are_steps(bar: Bar) -> None:
    """One step larger and it would be cut off, whatever was measured before."""
    for room, words in zip((420, 380, 300, 340, 260, 410), ("Live", "Live and let live") * 3, strict=True):
        bar.buttons[1].setText(words)
        bar.type.fit(room)
        scale = bar.type.theme.scale
        assert scale / STEP == pytest.approx(round(scale / STEP), abs=1e-6)
        assert bar.minimumSizeHint().width() <= room
        bar.type._wear(make_theme("dark", round(scale + STEP, 2)))
        layout = bar.layout()
        assert layout is not None
        layout.activate()
        # Type has few sizes: two steps may be one.
        is_same = type_size(scale * TYPE["body"]) == type_size((scale + STEP) * TYPE["body"])
        assert bar.minimumSizeHint().width() > room or is_same


def test_once_its_words_were_measured_few_sizes_are_tried(bar: Bar) -> None:
    for room in (420, 300):
        bar.type.fit(room)
    del bar.dressed[:]
    for room in range(290, 230, -3):
        bar.type.fit(room)
    # With one trial each, where every second room has another size; at most one beside it.
    assert len(bar.dressed) <= 30


def test_a_room_and_a_theme_that_are_new_together_are_chosen_for_once(bar: Bar) -> None:
    bar.type.fit(420)
    del bar.dressed[:]
    bar.type.set_theme(make_theme("light", 3.0), room=2000)
    assert bar.dressed == [3.0]
    # The room alone.
    bar.type.set_theme(make_theme("light", 3.0), room=300)
    assert SMALLEST < bar.type.theme.scale < 3


def test_a_largest_size_that_follows_a_height_is_a_step(bar: Bar) -> None:
    theme = make_theme("dark", 3.0)
    bar.type.set_theme(theme, make_theme("dark", 1.5379), 2000)
    assert bar.type.theme.scale == 1.5
    # The window's own size is no step, but what was asked for.
    bar.type.set_theme(make_theme("dark", 0.93), make_theme("dark", 0.93), 2000)
    assert bar.type.theme.scale == 0.93


def test_where_there_is_room_again_it_grows_again(bar: Bar) -> None:
    bar.type.fit(220)
    bar.type.fit(2000)
    assert pixels(bar) == 3 * TYPE["body"]


@pytest.mark.parametrize(("height", "scale"), [(900, 3.0), (600, 3.0), (400, 2.0), (250, 1.2), (90, 1.0)])
def test_where_it_is_low_type_is_no_larger_than_its_height_has_room_for(
    bar: Bar, height: int, scale: float
) -> None:
    bar.type.fit(2000, height)
    assert bar.type.theme.scale == scale and bar.dressed[-1] == scale
    # What is wide enough stays as high, until it is told otherwise.
    bar.type.fit(1900)
    assert bar.type.theme.scale == scale
    bar.type.fit(1900, 900)
    assert bar.type.theme.scale == 3.0


def test_type_that_is_small_grows_with_no_height(bar: Bar) -> None:
    bar.type.set_theme(make_theme("dark", 0.9))
    bar.type.fit(2000, 90)
    assert bar.type.theme.scale == 0.9


def test_it_is_never_too_small_to_be_read(bar: Bar) -> None:
    bar.type.fit(20)
    assert bar.type.theme.scale == SMALLEST


def test_longer_words_have_smaller_type(bar: Bar, qtbot: QtBot) -> None:
    bar.type.fit(420)
    before = pixels(bar)
    bar.buttons[1].setText("The newest update of this run")
    qtbot.waitUntil(lambda: pixels(bar) < before, timeout=2000)


def test_at_the_usual_size_it_is_the_windows_sheet_and_type(bar: Bar) -> None:
    bar.type.set_theme(make_theme("dark", 1.0))
    bar.type.fit(20)
    assert bar.styleSheet() == sheet_of(make_theme("dark", 1.0)) and bar.dressed[-1] == 1.0


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_in_a_part_that_wears_the_theme_it_has_no_second_sheet_at_the_usual_size(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    window, theme = QWidget(), make_theme("light", scale)
    qtbot.addWidget(window)
    bar = Bar()
    QHBoxLayout(window).addWidget(bar)
    wear(window, theme)
    bar.type.set_theme(theme)
    assert bool(bar.styleSheet()) is (scale > 1)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_hidden_bar_takes_on_the_theme_when_it_is_shown_and_before_it_is_painted(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    old, new = make_theme("dark", 0.9), make_theme("light", scale)
    window = QWidget()
    qtbot.addWidget(window)
    bar = Bar()
    QHBoxLayout(window).addWidget(bar)
    bar.type.set_theme(old)
    window.show()
    QApplication.processEvents()
    bar.hide()
    apply_type_and_palette(qapp, new)
    bar.type.set_theme(new)
    bar.type.fit(2000)
    assert bar.styleSheet() == sheet_of(old) and bar.dressed == [0.9]
    painted: list[tuple[bool, int]] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append((bar.styleSheet().endswith(sheet_of(new)), pixels(bar)))
            return False

    watcher = Watcher()
    bar.buttons[0].installEventFilter(watcher)
    bar.show()
    qtbot.waitUntil(lambda: bool(painted))
    assert set(painted) == {(True, new.font("body").pixelSize())} and bar.dressed[-1] == scale


class FramedBar(QFrame):
    """A bar whose sheet gives it a frame: Qt resizes it whenever that comes or goes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("film_bar")
        row = QHBoxLayout(self)
        row.addWidget(QPushButton("Branch here"))
        row.addWidget(QPushButton("Live"))
        self.dressed: list[float] = []
        self.type = FittingType(
            self, lambda: row.minimumSize().width(), lambda theme: self.dressed.append(theme.scale)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        assert len(self.dressed) < 20, "it chooses for ever"
        self.type.fit(self.width())


def test_what_is_resized_while_its_sheet_changes_chooses_its_type_once(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window, theme = QWidget(), make_theme("dark", 3.0)
    qtbot.addWidget(window)
    window.setFixedSize(260, 100)
    bar = FramedBar()
    QHBoxLayout(window).addWidget(bar)
    apply_type_and_palette(qapp, theme)
    window.show()
    bar.type.set_theme(theme)
    QApplication.processEvents()
    smallest = bar.dressed[-1]
    assert SMALLEST < smallest < 3 and len(bar.dressed) <= 8


def test_what_was_found_for_its_room_is_worn_again_at_once_unless_its_words_are_others(bar: Bar) -> None:
    bar.type.fit(300)
    found, tried = bar.type.theme.scale, len(bar.dressed)
    assert tried > 2
    # In the other theme, and back from another room.
    bar.type.set_theme(make_theme("light", 3.0))
    assert bar.dressed[tried:] == [found] and pixels(bar) == type_size(found * TYPE["body"])
    bar.type.fit(2000)
    del bar.dressed[:]
    bar.type.fit(300)
    assert bar.dressed == [found]
    # Other words are measured anew.
    bar.buttons[1].setText("Live and let live")
    bar.type.set_theme(make_theme("dark", 3.0))
    assert SMALLEST <= bar.type.theme.scale < found


def test_of_another_size_only_those_that_need_it_wear_a_sheet_anew(bar: Bar) -> None:
    """What a page has of the sheet but its sizes stays on: that is put on again with another theme only."""
    bar.type.deleteLater()
    QApplication.sendPostedEvents(bar.type, QEvent.Type.DeferredDelete.value)
    first, second = bar.buttons
    needed = lambda: float(first.sizeHint().width())  # noqa: E731
    of_part = FittingType(bar, needed, lambda _: None, wearers=(first,))
    for name, scale in (("dark", 3.0), ("dark", 2.0), ("light", 2.0)):
        before = bar.styleSheet()
        of_part.set_theme(make_theme(name, scale))
        assert bar.styleSheet() == sheet_of(make_theme(name)) and first.styleSheet().endswith(
            sheet_of(make_theme(name, scale))
        )
        assert not second.styleSheet() and (before == bar.styleSheet()) == (scale == 2.0 and name == "dark")
        assert first.fontInfo().pixelSize() == scale * TYPE["body"]
    of_part.set_theme(make_theme("light"))
    assert first.styleSheet() == sheet_of(make_theme("light")) == bar.styleSheet()
