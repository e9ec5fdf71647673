"""On the wall one points, chooses, looks closer and moves; what is wanted is told, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import ExampleLosses
from gui.ledger import wall_view
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.wall_order import NOBODY, wall_cells
from gui.ledger.wall_view import WallView
from gui.theme.tokens import Theme
from tests.gui.heard_keys import heard_of

COUNT = 1200
LOSSES = ExampleLosses(
    0,
    5,
    "train",
    np.random.default_rng(0).exponential(size=COUNT),
    np.zeros(COUNT, int),
    np.random.default_rng(1).integers(0, 3, COUNT),
)


@pytest.fixture
def wall(qtbot: QtBot) -> WallView:
    wall = WallView()
    qtbot.addWidget(wall)
    wall.set_theme(Theme())
    wall.resize(400, 120)
    wall.show()
    wall.show_losses(LOSSES, "loss", ("a", "b", "c"), ExamplePictures(COUNT, (4, 4)))
    return wall


def middle_of(wall: WallView, row: int) -> QPoint:
    assert wall.wall is not None
    place = wall.wall.place_of(row)
    assert place is not None
    x, y = wall.places.place_of(*place)
    return QPoint(round(x + wall.places.cell[0] / 2), round(y + wall.places.cell[1] / 2))


def turn_wheel(wall: WallView, up: bool, at: QPoint) -> None:
    angle = QPoint(0, 120 if up else -120)
    nothing, keys, phase = QPoint(), Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wall.wheelEvent(
        QWheelEvent(QPointF(at), QPointF(at), nothing, angle, Qt.MouseButton.NoButton, keys, phase, False)
    )


@pytest.mark.parametrize("row", [0, 77, COUNT - 1])
def test_a_click_chooses_the_example_that_stands_there(wall: WallView, qtbot: QtBot, row: int) -> None:
    with qtbot.waitSignals([wall.pointed, wall.chosen], check_params_cbs=[lambda r: r == row] * 2):
        qtbot.mouseMove(wall, middle_of(wall, row))
        qtbot.mouseClick(wall, Qt.MouseButton.LeftButton, pos=middle_of(wall, row))
    with qtbot.waitSignal(wall.opened, check_params_cb=lambda r: r == row):
        qtbot.mouseDClick(wall, Qt.MouseButton.LeftButton, pos=middle_of(wall, row))


def test_keys_lead_from_dot_to_dot_and_to_both_ends(wall: WallView, qtbot: QtBot) -> None:
    heard: list[int] = []

    def take(row: int) -> None:
        heard.append(row)
        wall.show_chosen(row, lambda own: f"number {own}")

    wall.chosen.connect(take)
    wall.opened.connect(lambda row: heard.append(-row))
    assert wall.wall is not None
    cells = wall.wall.cells
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(wall, key)
    assert heard == [int(LOSSES.losses.argmax()), int(LOSSES.losses.argmin())]
    take(int(cells[3, 5]))
    heard.clear()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(wall, key)
    places = (3, 6), (4, 6), (4, 5), (3, 5)
    assert heard == [*(int(cells[place]) for place in places), -int(cells[3, 5])]
    assert wall.accessibleDescription() == f"number {cells[3, 5]}"


def test_the_wheel_looks_closer_until_pictures_are_seen_and_asks_for_them(
    wall: WallView, qtbot: QtBot
) -> None:
    at = middle_of(wall, 77)
    asked: list[int] = []
    wall.pictures_wanted.connect(lambda rows: asked.extend(rows.tolist()))
    with qtbot.waitSignal(wall.closeness_changed):
        for _ in range(8):
            turn_wheel(wall, True, at)
    assert wall.has_pictures and wall._row_at(QPointF(at)) == 77
    wall.grab()
    assert wall.wall is not None
    seen = wall.wall.cells[wall.places.in_sight]
    assert 77 in asked and sorted(asked) == sorted(seen.ravel().tolist())
    wall.grab()
    assert len(asked) == seen.size, "once"
    for _ in range(9):
        turn_wheel(wall, False, at)
    assert not wall.has_pictures and wall.places.left == wall.places.size[0] - wall.width()


def test_dragging_moves_the_wall_and_chooses_nothing(wall: WallView, qtbot: QtBot) -> None:
    for _ in range(8):
        turn_wheel(wall, True, QPoint(200, 60))
    left = wall.places.left
    with qtbot.assertNotEmitted(wall.chosen):
        qtbot.mousePress(wall, Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
        qtbot.mouseMove(wall, QPoint(170, 60))
        qtbot.mouseRelease(wall, Qt.MouseButton.LeftButton, pos=QPoint(170, 60))
    assert wall.places.left == left + 30


def test_new_losses_stand_in_a_new_order_and_the_chosen_one_is_still_framed(wall: WallView) -> None:
    wall.show_chosen(77, str)
    before = middle_of(wall, 77)
    wall.show_losses(
        replace(LOSSES, losses=LOSSES.losses[::-1].copy()),
        "loss",
        ("a", "b", "c"),
        ExamplePictures(COUNT, (4, 4)),
    )
    after = middle_of(wall, 77)
    assert after != before
    image = wall.grab().toImage()
    frame = Theme().colour("text").name()
    assert any(image.pixelColor(after.x() + d, after.y()).name() == frame for d in range(4, 9))


def test_before_there_are_losses_nothing_is_chosen(qtbot: QtBot) -> None:
    wall = WallView()
    qtbot.addWidget(wall)
    with qtbot.assertNotEmitted(wall.chosen):
        qtbot.keyClick(wall, Qt.Key.Key_End)
        qtbot.mouseClick(wall, Qt.MouseButton.LeftButton)
    wall.grab()
    assert wall._row_at(QPointF(0, 0)) == NOBODY


def framed(wall: WallView, first: int, last: int) -> list[int]:
    """Who stands in the cells between those of these two examples, read cell by cell."""
    assert wall.wall is not None
    cells = wall.wall.cells
    (top, left), (bottom, right) = np.sort(
        [wall.wall.place_of(first) or (0, 0), wall.wall.place_of(last) or (0, 0)], axis=0
    ).tolist()
    found = [int(cells[i, j]) for i in range(top, bottom + 1) for j in range(left, right + 1)]
    return sorted(row for row in found if row != NOBODY)


@pytest.mark.parametrize("by", ["shift", "mode"])
def test_a_frame_selects_whom_it_holds(wall: WallView, qtbot: QtBot, by: str) -> None:
    heard: list[tuple[list[int], bool]] = []
    wall.selected.connect(lambda rows, adds: heard.append((rows.tolist(), adds)))
    wall.selection.is_mode = by == "mode"
    assert wall.wall is not None
    first, last = int(wall.wall.cells[3, 20]), int(wall.wall.cells[7, 31])
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    keys, places = shift if by == "shift" else none, wall.places
    for adds in (False, True):
        own = keys | Qt.KeyboardModifier.ControlModifier if adds else keys
        qtbot.mousePress(wall, Qt.MouseButton.LeftButton, own, middle_of(wall, first))
        qtbot.mouseMove(wall, middle_of(wall, last))
        with qtbot.assertNotEmitted(wall.chosen):
            qtbot.mouseRelease(wall, Qt.MouseButton.LeftButton, own, middle_of(wall, last))
    expected = framed(wall, first, last)
    assert len(expected) == 60 and heard == [(expected, False), (expected, True)]
    # The wall has not moved.
    assert wall.places == places


def test_a_click_where_a_drag_frames_still_chooses_and_escape_gives_a_frame_up(
    wall: WallView, qtbot: QtBot
) -> None:
    wall.selection.is_mode = True
    with qtbot.waitSignal(wall.chosen), qtbot.assertNotEmitted(wall.selected):
        qtbot.mouseClick(wall, Qt.MouseButton.LeftButton, pos=middle_of(wall, 77))
    qtbot.mousePress(wall, Qt.MouseButton.LeftButton, pos=middle_of(wall, 77))
    qtbot.mouseMove(wall, QPoint(5, 5))
    qtbot.keyClick(wall, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(wall.selected):
        qtbot.mouseRelease(wall, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_arrow_keys_with_shift_frame_and_without_begin_anew(wall: WallView, qtbot: QtBot) -> None:
    heard: list[list[int]] = []
    wall.chosen.connect(lambda row: wall.show_chosen(row, str))
    wall.selected.connect(lambda rows, _: heard.append(rows.tolist()))
    assert wall.wall is not None
    cells, shift = wall.wall.cells, Qt.KeyboardModifier.ShiftModifier
    wall.show_chosen(int(cells[3, 5]), str)
    qtbot.keyClick(wall, Qt.Key.Key_Right, shift)
    qtbot.keyClick(wall, Qt.Key.Key_Down, shift | Qt.KeyboardModifier.ControlModifier)
    assert heard == [
        framed(wall, int(cells[3, 5]), int(cells[3, 6])),
        framed(wall, int(cells[3, 5]), int(cells[13, 6])),
    ]
    qtbot.keyClick(wall, Qt.Key.Key_Right)
    qtbot.keyClick(wall, Qt.Key.Key_Up, shift)
    assert len(heard) == 3 and heard[-1] == framed(wall, int(cells[13, 7]), int(cells[12, 7]))


@pytest.mark.parametrize("order", ["loss", "number"])
def test_what_is_selected_keeps_its_shade_and_all_else_is_veiled(wall: WallView, order: str) -> None:
    wall.show_losses(LOSSES, order, ("a", "b", "c"), None)
    assert wall.wall is not None
    row, other = int(wall.wall.cells[5, 30]), int(wall.wall.cells[5, 50])

    def shades() -> list[str]:
        image = wall.grab().toImage()
        return [image.pixelColor(middle_of(wall, one)).name() for one in (row, other)]

    before = shades()
    mask = np.zeros(COUNT, np.bool_)
    mask[row] = True
    wall.show_selected(mask)
    after = shades()
    assert after[0] == before[0] and after[1] != before[1]
    wall.show_selected(None)
    assert shades() == before


@pytest.mark.parametrize(
    ("modifier", "is_own"),
    [(Qt.KeyboardModifier.NoModifier, True), (Qt.KeyboardModifier.ControlModifier, False)],
)
def test_plus_zooms_the_wall_and_with_ctrl_is_left_to_the_size_of_type(
    qtbot: QtBot, modifier: Qt.KeyboardModifier, is_own: bool
) -> None:
    view = WallView()
    qtbot.addWidget(view)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        view.event(event)
        assert event.isAccepted() == is_own


def test_keys_take_over_from_a_pointer_that_rests(wall: WallView, qtbot: QtBot) -> None:
    qtbot.mouseMove(wall, middle_of(wall, 77))
    heard: list[tuple[str, int]] = []
    for name in ("pointed", "chosen", "stepped"):
        getattr(wall, name).connect(lambda row, name=name: heard.append((name, row)))
    wall.setFocus()
    qtbot.keyClick(wall, Qt.Key.Key_End)
    worst = int(np.argmax(LOSSES.losses))
    assert heard == [("pointed", NOBODY), ("chosen", worst), ("stepped", worst)]


def test_in_a_view_of_another_size_the_cells_are_worked_out_anew_only_where_there_are_other_rows(
    wall: WallView, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = wall.wall
    assert before is not None
    # One px wider: as many rows.
    wall.resize(401, 120)
    assert wall.wall is before and wall.places.width == 401
    wall.resize(400, 300)
    rows, after = wall.places.rows, wall.wall
    assert after is not None and after.cells.shape[0] == rows != before.cells.shape[0]
    # Many stay as they are, and are asked for: the view is cut, what is pointed at is the same.
    monkeypatch.setattr(wall_view, "AT_ONCE", COUNT - 1)
    asked: list[int] = []
    wall.cells_wanted.connect(lambda: asked.append(wall.rows_of(COUNT, "loss")))
    wall.resize(400, 120)
    assert asked == [before.cells.shape[0]] and wall.wall is after and wall.places.rows == rows
    assert (wall.places.width, wall.places.height) == (400, 120)
    cells = wall_cells(LOSSES, "loss", asked[0])
    wall.show_losses(LOSSES, "loss", ("a", "b", "c"), None, cells)
    assert wall.wall is not None and wall.wall.cells is cells and wall.places.rows == asked[0]


def test_what_is_shown_anew_stays_where_it_was_moved_to(wall: WallView) -> None:
    for _ in range(4):
        wall._zoom(1, QPointF(200, 60))
    wall._look(wall.places.panned(55, 21))
    before = wall.places
    wall.show_losses(LOSSES, "loss", ("a", "b", "c"), None)
    assert wall.places == before


def test_who_listens_hears_of_the_keys_until_one_is_chosen(wall: WallView, qtbot: QtBot) -> None:
    wall.show_chosen(NOBODY, str)
    assert wall.accessibleDescription() == "Point at one, or choose one with the arrow keys, to see it here."
    wall.show_chosen(0, lambda row: f"number {row}")
    assert wall.accessibleDescription() == "number 0"
    fresh = WallView()
    qtbot.addWidget(fresh)
    assert fresh.accessibleDescription().startswith("Point at one, or choose one")


def test_where_arrows_lead_is_heard_once_they_rest_also_at_an_end_but_with_shift_what_is_selected(
    wall: WallView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    wall.chosen.connect(lambda row: wall.show_chosen(row, lambda own: f"number {own}"))
    wall.show_selected(np.arange(COUNT) < 3, "3 selected")
    assert wall.wall is not None
    last = wall.wall.cells[0, -1]
    assert heard_of(wall, qtbot, monkeypatch, key.Key_Home, key.Key_End) == [f"number {wall._row}"]
    assert heard_of(wall, qtbot, monkeypatch, *[key.Key_Right] * 900, *[key.Key_Up] * 99) == [
        f"number {last}"
    ]
    assert heard_of(wall, qtbot, monkeypatch, key.Key_Right) == [f"number {last}"]
    assert heard_of(wall, qtbot, monkeypatch, key.Key_Left, modifiers=shift) == []
