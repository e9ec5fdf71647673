"""One line leads from the tile over the place on the curve to the right answer's bar, wherever these stand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.ledger.answer_rows import ONE, answer_rows
from gui.ledger.confidence_map import ConfidenceMapMarks, ConfidencePlaces
from gui.ledger.example_side import ExampleSide
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.link_overlay import LinkOverlay
from gui.ledger.wall_order import NOBODY
from gui.presenters.link_presenter import LinkPresenter
from gui.widgets.layouts import beside
from tests.gui.ledger.answers import NAMES, many


class Desk:
    def __init__(self, window: QWidget) -> None:
        self.window, self.page, self.side = window, LedgerPage(), ExampleSide()
        beside(window, (self.page, 3), (self.side, 1))
        self.presenter = LinkPresenter(self.page, self.side, window, window)
        self.losses = many(3)
        window.resize(1000, 600)
        window.show()
        self.page.wall.show_losses(self.losses, "loss", NAMES, None)
        self.page.curve.show_losses(self.losses, True)

    def show(self, row: int) -> None:
        place = (int(np.flatnonzero(self.losses.rising == row)[0]) + 0.5) / len(self.losses.losses)
        self.page.curve.show_chosen(float(self.losses.losses[row]), place)
        label = int(self.losses.labels[row])
        rows = answer_rows(np.full(3, 0.3), None, NAMES, label, 1, float(self.losses.losses[row]), ONE)
        self.side.show_outputs(rows, "")
        self.presenter.show(row)

    def passes(self, part: QWidget, point: QPointF | None) -> bool:
        """Whether the line has a corner there."""
        overlay = self.window.findChild(LinkOverlay)
        assert overlay is not None and point is not None
        if not overlay.isVisible():
            return False
        there = QPointF(part.mapTo(self.window, QPointF(0, 0))) + point
        return any(math.dist(corner, (there.x(), there.y())) < 1 for line in overlay.lines for corner in line)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    window = QWidget()
    qtbot.addWidget(window)
    return Desk(window)


def test_it_passes_the_tile_the_place_on_the_curve_and_the_bar(desk: Desk, qtbot: QtBot) -> None:
    page, bars = desk.page, desk.side.bars
    for row in (77, 3999):
        desk.show(row)
        qtbot.waitUntil(lambda: bars.height() == bars.sizeHint().height())
        assert desk.passes(page.wall, page.wall.tile_of(row))
        assert desk.passes(page.curve, page.curve.link_point)
        assert desk.passes(bars, bars.anchor)
    # The window becomes smaller, the wall is looked at closely: it goes with them.
    desk.window.resize(900, 500)
    page.wall._zoom(1, page.wall.tile_of(3999) or QPointF())
    qtbot.waitUntil(
        lambda: desk.passes(page.wall, page.wall.tile_of(3999)) and desk.passes(bars, bars.anchor)
    )


def test_what_is_out_of_sight_is_left_out_and_nobody_has_no_line(desk: Desk) -> None:
    desk.show(77)
    for _ in range(9):
        desk.page.wall._zoom(1, QPointF(2, 2))
    desk.page.wall._look(desk.page.wall.places.showing(0, 0))
    hidden = desk.page.wall.tile_of(77) is None
    assert hidden and desk.passes(desk.page.curve, desk.page.curve.link_point)
    desk.presenter.show(NOBODY)
    assert not desk.passes(desk.page.curve, desk.page.curve.link_point)


def test_of_the_classes_it_begins_at_the_gallerys_picture(desk: Desk) -> None:
    desk.page.show_choice("classes", "train", "loss", True)
    gallery = desk.page.classes.gallery
    gallery.show_examples(desk.losses, np.array([5, 77, 9]), None)
    desk.show(77)
    assert desk.passes(gallery.viewport(), gallery.tile_of(77)) and desk.passes(
        desk.side.bars, desk.side.bars.anchor
    )
    desk.show(78)
    assert gallery.tile_of(78) is None and not desk.passes(desk.side.bars, desk.side.bars.anchor)


@pytest.mark.parametrize("view", ["classes", "map", "terms"])
def test_where_the_page_only_says_why_there_is_nothing_there_is_no_line(desk: Desk, view: str) -> None:
    gallery = desk.page.classes.gallery
    desk.page.show_choice("classes", "train", "loss", True)
    gallery.show_examples(desk.losses, np.array([5, 77, 9]), None)
    desk.show(77)
    assert desk.passes(gallery.viewport(), gallery.tile_of(77))
    desk.page.show_choice(view, "train", "loss", True)
    desk.page.show_message("The map takes two exact measurements after the first update.")
    desk.presenter.renew()
    overlay = desk.window.findChild(LinkOverlay)
    assert overlay is not None and not overlay.isVisible()


def test_on_the_map_it_begins_at_the_examples_place(desk: Desk, qtbot: QtBot) -> None:
    page, picture, bars = desk.page, desk.page.map.picture, desk.side.bars
    page.show_choice("map", "train", "loss", True)
    rng = np.random.default_rng(0)
    places = ConfidencePlaces(*(rng.random(4000).astype(np.float32) / by for by in (1, 2)))
    picture.show_marks(ConfidenceMapMarks.of(0, places))
    desk.show(77)
    qtbot.waitUntil(lambda: desk.passes(picture, picture.point_of(77)) and desk.passes(bars, bars.anchor))
    desk.window.resize(900, 700)
    qtbot.waitUntil(lambda: desk.passes(picture, picture.point_of(77)) and desk.passes(bars, bars.anchor))
    # It crosses no name of a corner.
    spared, corner = desk.presenter._spared(), picture.mapTo(desk.window, QPoint(0, 0))
    x = picture.place().center().x() + 20
    ambiguous = QPointF(corner) + QPointF(x, picture.place().bottom() - 12)
    assert len(spared) == 3 and any(place.contains(ambiguous) for place in spared)
