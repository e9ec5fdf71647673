"""The terms of L and the counts of the matrix as columns: those of the engine, in the order on screen."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.analysis.confusion import confusion_of
from core.analysis.example_losses import NO_CLASS, ExampleLosses
from core.analysis.last_seen import LastSeen
from core.exchange.table import Table
from gui.figures.figure_page import FigurePage
from gui.ledger.gallery_order import Pair
from gui.ledger.gallery_view import GalleryView
from gui.ledger.ledger_numbers import confusion_numbers, term_numbers
from gui.ledger.matrix_view import MatrixView
from gui.ledger.sorted_curve import SortedCurve
from gui.ledger.subtracted import Subtracted
from gui.ledger.wall_view import WallView
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure, Numbers
from tests.gui.figures.figure_pixels import painted, seen
from tests.gui.ledger.lives import lives

NAMES = ("cat", "dog", "owl")
LABELS = np.array([0, 1, 2, 1, 0, 1], np.uint8)
ANSWERS = np.array([0, 2, 2, NO_CLASS, 1, 1], np.uint8)
LOSSES = np.array([0.25, 3.0, 0.1, 1.5, 2.0, 0.0])
SURE = np.array([0.9, 0.8, 0.95, 0.4, 0.7, 1.0], np.float32)
OF_EACH = "losses", "answers", "labels", "confidences"
TERMS = ExampleLosses(3, 40, "test", LOSSES, ANSWERS, LABELS, SURE)
DARK, LIGHT = Theme("dark"), Theme("light")


def rows(numbers: Numbers) -> list[tuple[str, ...]]:
    """Without run and update."""
    table = Table(numbers.columns, order=numbers.order)
    return [tuple(table.headings[2:]), *(row[2:] for row in table.rows(0, table.count))]


def test_each_term_has_its_row_of_the_set() -> None:
    heads, first, second = rows(term_numbers(TERMS, NAMES, np.array([3, 5])))
    assert heads == ("set", "index", "label", "answer", "wrong", "C (nats)", "largest y")
    assert first == ("test", "3", "dog", "", "1", "1.5", "0.4")
    assert second == ("test", "5", "dog", "dog", "0", "0.0", "1.0")


def test_without_classes_there_are_no_labels() -> None:
    nothing = np.zeros(0, np.uint8)
    regression = ExampleLosses(0, 1, "train", LOSSES, nothing, nothing)
    assert rows(term_numbers(regression, (), np.array([1])))[0] == ("set", "index", "C (nats)")


def test_shuffled_labels_are_named() -> None:
    shuffled = ExampleLosses(0, 1, "train", LOSSES, ANSWERS, LABELS, SURE, LABELS == 2)
    heads, row = rows(term_numbers(shuffled, NAMES, np.array([2])))
    assert (heads[-1], row[-1]) == ("shuffled", "1")


def test_one_of_ones_own_set_is_called_as_on_screen() -> None:
    own = replace(TERMS, split="own", numbers=np.array([2, 3, 5, 7, 11, 13]))
    assert [row[:2] for row in rows(term_numbers(own, NAMES, np.array([4, 0])))[1:]] == [
        ("own", "11"),
        ("own", "2"),
    ]


def test_the_wall_has_what_is_known_of_presentations_and_of_which_updates(qtbot: QtBot) -> None:
    five = replace(TERMS, split="train", **{name: getattr(TERMS, name)[:5] for name in OF_EACH})
    view = wall(qtbot)
    view.show_lives(lives(), orders=True)
    view.show_losses(five, "forgotten", NAMES, None)
    figure = view.figure()
    assert figure is not None
    heads, *found = rows(figure.numbers[0])
    names = "presented", "times wrong", "times forgotten", "counted from update", "counted to update"
    assert heads[-5:] == names
    assert figure.what == "All examples of the set, order: updates 4 to 12"
    # In whatever place it stands, each has its own.
    assert sorted((row[1], *row[-5:]) for row in found) == [
        ("0", "3", "0", "0", "4", "12"),
        ("1", "3", "3", "0", "4", "12"),
        ("2", "3", "2", "1", "4", "12"),
        ("3", "0", "0", "0", "4", "12"),
        ("4", "3", "1", "1", "4", "12"),
    ]
    # Of another set nothing is known.
    view.show_lives(None)
    view.show_losses(TERMS, "loss", NAMES, None)
    figure = view.figure()
    assert figure is not None and "presented" not in rows(figure.numbers[0])[0]


def test_the_matrix_has_a_row_for_each_cell_and_one_for_each_class() -> None:
    cells, classes = confusion_numbers(confusion_of(TERMS, 3), NAMES, "test")
    assert rows(cells)[1:4] == [
        ("test", "cat", "cat", "1", "0.5"),
        ("test", "cat", "dog", "1", "0.5"),
        ("test", "cat", "owl", "0", "0.0"),
    ]
    # Of three dogs one is called a dog, one an owl, and one nothing.
    share = repr(4.5 / 6.85)
    assert rows(classes)[2] == ("test", "dog", "3", "1", "2", "1", repr(1 / 3), "0.5", "4.5", share)


def test_of_a_difference_each_cell_has_both_counts_and_what_is_more() -> None:
    # All six were right.
    before = confusion_of(replace(TERMS, answers=LABELS), 3)
    cells, classes = confusion_numbers(confusion_of(TERMS, 3), NAMES, "test", Subtracted(before, 10))
    heads, *found = rows(cells)
    assert heads[5:] == ("minus update", "examples then", "more examples", "more of the share")
    assert found[:2] == [
        ("test", "cat", "cat", "1", "0.5", "10", "2", "-1", "-0.5"),
        ("test", "cat", "dog", "1", "0.5", "10", "0", "1", "0.5"),
    ]
    assert rows(classes) == rows(confusion_numbers(confusion_of(TERMS, 3), NAMES, "test")[1])
    # Of another run, its name, too: what is copied is of two runs.
    other = confusion_numbers(confusion_of(TERMS, 3), NAMES, "test", Subtracted(before, 10, "seed 1"))[0]
    heads, *found = rows(other)
    assert heads[5:7] == ("minus run", "minus update") and found[0][5:] == ("seed 1", "10", "2", "-1", "-0.5")


def test_the_figure_of_a_difference_says_what_is_subtracted(qtbot: QtBot) -> None:
    view, before = matrix(qtbot), confusion_of(replace(TERMS, answers=LABELS), 3)
    view.show_confusion(confusion_of(TERMS, 3), NAMES, "test", (3, 40), Subtracted(before, 10))
    figure = view.figure()
    assert figure is not None
    assert figure.what == "Which class is taken for which, minus those of update 10"
    assert rows(figure.numbers[0])[1][-2:] == ("-1", "-0.5")
    assert view.words_of(Pair(0, 1)) == "is cat, says dog: 1 of 2, 50.0 %. At update 10: 0 of 2, 0.0 %"
    view.show_confusion(confusion_of(TERMS, 3), NAMES, "test", (3, 40))
    plain = view.figure()
    assert plain is not None and plain.what == "Which class is taken for which"


def made(qtbot: QtBot, widget: QWidget, theme: Theme, width: int, height: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.set_theme(theme)  # type: ignore[attr-defined]
    widget.resize(width, height)
    widget.show()
    return widget


def wall(qtbot: QtBot, theme: Theme = DARK) -> WallView:
    view = WallView()
    made(qtbot, view, theme, 300, 100)
    view.show_losses(TERMS, "number", NAMES, None)
    view.show_chosen(1, str)
    return view


def curve(qtbot: QtBot, theme: Theme = DARK) -> SortedCurve:
    view = SortedCurve()
    made(qtbot, view, theme, 300, 180)
    view.show_losses(TERMS, True)
    return view


def matrix(qtbot: QtBot, theme: Theme = DARK) -> MatrixView:
    view = MatrixView()
    made(qtbot, view, theme, 500, 300)
    view.show_confusion(confusion_of(TERMS, 3), NAMES, "test", (3, 40))
    return view


def gallery(qtbot: QtBot, theme: Theme = DARK) -> GalleryView:
    view = GalleryView()
    made(qtbot, view, theme, 140, 90)
    view.show_examples(TERMS, np.array([3, 1, 4]), None, NAMES)
    view.show_chosen(1, str)
    return view


VIEWS = [wall, curve, matrix, gallery]


def on_screen(view: QWidget) -> np.ndarray:
    return seen(view.viewport() if isinstance(view, GalleryView) else view)


@pytest.mark.parametrize("make", VIEWS)
def test_a_figure_is_what_is_seen_in_its_own_theme_and_in_the_light_one(qtbot: QtBot, make: object) -> None:
    assert callable(make)
    view, light = make(qtbot), make(qtbot, LIGHT)
    figure = view.figure()
    assert isinstance(figure, Figure) and (figure.run, figure.update) == (3, 40)
    assert np.array_equal(painted(figure), on_screen(view))
    assert np.array_equal(painted(figure, LIGHT), on_screen(light))
    # And back: nothing is left of the other theme.
    assert np.array_equal(painted(figure), on_screen(view))


@pytest.mark.parametrize(
    ("make", "said"),
    [(curve, "y = 0.37"), (matrix, "recall"), (matrix, "owl"), (gallery, "0.80")],
)
def test_an_svg_has_the_texts_as_texts(qtbot: QtBot, make: object, said: str) -> None:
    assert callable(make)
    figure = make(qtbot).figure()
    text = FigurePage(figure, "").svg().decode("utf-8")
    assert said in re.findall(r">([^<>]+)</text>", text)


@pytest.mark.parametrize("make", [wall, curve, matrix])
def test_a_figure_does_not_follow_what_the_view_shows_later(qtbot: QtBot, make: object) -> None:
    assert callable(make)
    view = make(qtbot)
    figure = view.figure()
    before, numbers = painted(figure), [rows(each) for each in figure.numbers]
    other = ExampleLosses(3, 41, "test", LOSSES[::-1].copy(), LABELS, LABELS, SURE)
    if isinstance(view, MatrixView):
        view.show_confusion(confusion_of(other, 3), NAMES, "test", (3, 41))
    elif isinstance(view, SortedCurve):
        view.show_losses(other, True)
        view.resize(200, 120)
    else:
        view.show_losses(other, "loss", NAMES, None)
    assert not np.array_equal(on_screen(view)[:100, :200], before[:100, :200])
    assert np.array_equal(painted(figure), before)
    assert [rows(each) for each in figure.numbers] == numbers


def test_the_walls_rows_stand_in_its_order(qtbot: QtBot) -> None:
    view = wall(qtbot)
    view.show_losses(TERMS, "loss", (), None)
    figure = view.figure()
    assert figure is not None and view.wall is not None
    found = [int(row[1]) for row in rows(figure.numbers[0])[1:]]
    down_each_column = [int(row) for column in view.wall.cells.T for row in column if row >= 0]
    assert found == down_each_column and sorted(found) == list(range(6))


def test_the_gallery_has_all_of_its_examples_not_only_those_in_sight(qtbot: QtBot) -> None:
    figure = gallery(qtbot).figure()
    assert figure is not None
    assert [row[1] for row in rows(figure.numbers[0])[1:]] == ["3", "1", "4"]


def test_the_sorted_curve_has_every_c_by_size(qtbot: QtBot) -> None:
    figure = curve(qtbot).figure()
    assert figure is not None
    assert [float(row[2]) for row in rows(figure.numbers[0])[1:]] == sorted(LOSSES.tolist())


@pytest.mark.parametrize("kind", [WallView, SortedCurve, MatrixView, GalleryView])
def test_without_anything_to_show_there_is_no_figure(qtbot: QtBot, kind: type) -> None:
    view = kind()
    qtbot.addWidget(view)
    assert view.figure() is None


def test_of_what_was_last_seen_each_row_has_its_update_and_who_was_not_seen_has_none() -> None:
    updates = np.array([4, 0, 9, 7, 0, 8])
    seen = LastSeen(3, 0, 9, np.where(updates, LOSSES, np.nan), updates, updates == 7, LABELS)
    heads, *found = rows(term_numbers(seen, NAMES, np.array([1, 3, 4, 0])))
    assert heads == (
        *(
            "set",
            "index",
            "label",
            "last seen before update",
            "wrong when last seen",
            "C as last seen (nats)",
        ),
    )
    assert found == [("train", "3", "dog", "7", "1", "1.5"), ("train", "0", "cat", "4", "0", "0.25")]
