"""Matrix and gallery share the room that there is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.ledger.classes_view import ClassesView
from gui.theme.tokens import make_theme


@pytest.mark.parametrize(
    "width, height, scale, is_beside",
    [
        (757, 419, 1.0, True),
        (745, 392, 1.0, True),
        (711, 620, 1.0, False),
        (815, 464, 2.0, True),
        (1350, 800, 1.0, True),
        (600, 900, 2.0, False),
    ],
)
def test_the_gallery_stands_beside_a_wide_matrix_and_below_a_high_one(
    qtbot: QtBot, width: int, height: int, scale: float, is_beside: bool
) -> None:
    view = ClassesView()
    qtbot.addWidget(view)
    view.set_theme(make_theme("dark", scale))
    view.resize(width, height)
    view.show()
    gallery = view.gallery.mapTo(view, view.gallery.rect().topLeft())
    if is_beside:
        assert gallery.x() >= view.matrix.geometry().right()
        # Below the matrix the way of a cell, where that leaves room enough.
        lowest = view.way if view.way.isVisible() else view.matrix
        assert lowest.geometry().bottom() + 1 == height and lowest.geometry().right() < gallery.x()
        assert view.way.isVisible() == (scale == 1.0)
        assert view.matrix.width() > 2 * view.gallery.width()
    else:
        assert gallery.y() >= view.matrix.geometry().bottom() and view.matrix.width() == width
        assert view.matrix.height() > view.gallery.height()
    assert view.gallery.geometry().isValid() and gallery.y() + view.gallery.height() <= height


def test_the_gallerys_head_says_what_it_is_told(qtbot: QtBot) -> None:
    view = ClassesView()
    qtbot.addWidget(view)
    view.resize(711, 620)
    view.show()
    view.show_title("is 9, says 4", "107 of 5,949", "1.8 %")
    view.show_sight("1 to 24 of 107", "largest y first")
    names = "gallery_title", "gallery_counts", "gallery_sight", "gallery_order"
    expected = ["is 9, says 4", "107 of 5,949, 1.8 %", "1 to 24 of 107", "largest y first"]
    labels = [view.findChild(QLabel, name) for name in names]
    qtbot.waitUntil(lambda: [label.text() for label in labels if label is not None] == expected)


@pytest.mark.parametrize(("scale", "size", "in_two"), [(1.0, (1350, 800), False), (2.0, (815, 464), True)])
def test_count_and_share_are_both_whole_beside_the_matrix_in_one_line_or_in_two(
    qtbot: QtBot, scale: float, size: tuple[int, int], in_two: bool
) -> None:
    view = ClassesView()
    qtbot.addWidget(view)
    view.set_theme(make_theme("dark", scale))
    view.resize(*size)
    view.show()
    view.show_title("all mistakes", "4,292 of 60,000", "7.2 %")
    counts, share = (view.findChild(QLabel, f"gallery_{name}") for name in ("counts", "share"))
    assert isinstance(counts, QLabel) and isinstance(share, QLabel)
    expected = ("4,292 of 60,000", "7.2 %") if in_two else ("4,292 of 60,000, 7.2 %", "")
    qtbot.waitUntil(lambda: (counts.text(), share.text()) == expected)
    assert share.isVisible() == in_two
    # Over a wide gallery there is one line for all.
    view.resize(900, 1000)
    qtbot.waitUntil(lambda: counts.text() == "4,292 of 60,000, 7.2 %")
    assert not share.isVisible()
