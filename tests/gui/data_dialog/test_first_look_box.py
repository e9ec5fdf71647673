"""Before anything is learned, the first rows and the column of the labels are seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from core.data.importers.first_look import FirstArrays, FirstLook
from core.data.importers.first_rows import FirstRows
from core.data.importers.rounding import RoundedNumber
from core.data.refusals import DatasetError
from gui.data_dialog.first_look_box import FirstLookBox
from gui.theme.tokens import Theme


@pytest.fixture
def box(qtbot: QtBot) -> FirstLookBox:
    box = FirstLookBox()
    box.set_theme(Theme())
    qtbot.addWidget(box)
    box.show()
    return box


def says(box: FirstLookBox) -> str:
    label = box.findChild(QLabel, "first_look_says")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def table(box: FirstLookBox) -> QTableWidget:
    found = box.findChild(QTableWidget, "first_look_rows")
    assert isinstance(found, QTableWidget)
    return found


def texts(box: FirstLookBox) -> list[list[str]]:
    shown = table(box)
    rows = []
    for line in range(shown.rowCount()):
        items = [shown.item(line, place) for place in range(shown.columnCount())]
        rows.append([item.text() for item in items if item is not None])
    return rows


ROWS = (("1.5", "a", " 2"), ("3", "b", "4"))


def test_a_table_shows_its_rows_as_they_are_written_and_names_the_labels(box: FirstLookBox) -> None:
    box.show_look(FirstLook(FirstRows(("width", "kind", "height"), ROWS, 1, True)))
    assert says(box) == "The labels are in column kind (shown first); the other columns are inputs: 2."
    assert texts(box) == [["a", "1.5", "2"], ["b", "3", "4"]]
    headers = [table(box).horizontalHeaderItem(place) for place in range(3)]
    assert [header.text() for header in headers if header] == ["kind", "width", "height"]
    bold = [table(box).item(0, place).font().bold() for place in range(3)]  # type: ignore[union-attr]
    assert bold == [True, False, False]


def test_columns_without_names_are_counted_and_what_is_not_certain_is_said_so(box: FirstLookBox) -> None:
    box.show_look(FirstLook(FirstRows((), ROWS, 2, False)))
    assert says(box).startswith("By the first lines the labels are in column 3 ")
    assert table(box).horizontalHeaderItem(0).text() == "3"  # type: ignore[union-attr]


def test_the_labels_are_seen_behind_however_many_inputs(box: FirstLookBox) -> None:
    box.show_look(FirstLook(FirstRows((), (tuple(map(str, range(300))),), 299, True)))
    assert texts(box)[0][:2] == ["299", "0"] and len(texts(box)[0]) == 40


def test_a_folder_names_its_classes(box: FirstLookBox) -> None:
    box.show_look(FirstLook(classes=("cat", "dog")))
    assert says(box) == "A class for each folder: cat, dog" and not table(box).isVisible()
    box.show_look(FirstLook(classes=tuple("abcdefghij")))
    assert says(box).endswith(": a, b, c, d, e, f, g, h, …")


def test_arrays_show_how_many_they_are_and_how_they_begin(box: FirstLookBox) -> None:
    box.show_look(FirstLook(arrays=FirstArrays((1200, 2), ("no", "yes"), (("0.5", "True", "yes"),))))
    assert says(box) == "1,200 examples with 2 inputs. Classes: no, yes"
    box.show_look(FirstLook(arrays=FirstArrays((1200, 1), (), (("0.5", "1.5"),))))
    assert says(box) == "1,200 examples with 1 input."
    box.show_look(FirstLook(arrays=FirstArrays((1200, 2), ("no", "yes"), (("0.5", "True", "yes"),))))
    assert (
        texts(box) == [["yes", "0.5", "True"]]
        and table(box).horizontalHeaderItem(0).text() == "y"
        and table(box).isVisible()
    )
    box.show_look(FirstLook(arrays=FirstArrays((60_000, 28, 20))))
    assert says(box) == "60,000 pictures of 28 × 20 pixels." and not table(box).isVisible()
    box.show_look(FirstLook(arrays=FirstArrays((60_000, 28, 20), ("0", "1"))), is_begun_by_return=True)
    assert says(box).endswith("Classes: 0, 1. Press Enter again to learn from these.")


def test_nothing_shows_nothing(box: FirstLookBox) -> None:
    box.show_look(FirstLook(FirstRows((), ROWS, 1, True)))
    box.show_look(FirstLook())
    assert says(box) == "" and not table(box).isVisible()


def test_a_first_line_that_counts_the_columns_is_spoken_of(box: FirstLookBox) -> None:
    counted = ("0", "1", "2")
    box.show_look(FirstLook(FirstRows(counted, ROWS, 1, True, counted)))
    assert "so it is taken for their names" in says(box)
    box.show_look(FirstLook(FirstRows((), ROWS, 1, True, counted)))
    assert "is it an example, or their names?" in says(box)
    box.show_look(FirstLook(FirstRows((), ROWS, 1, True, ("5", "a", "7"))))
    assert "first line counts" not in says(box)


def rounding(box: FirstLookBox) -> str:
    label = box.findChild(QLabel, "first_look_rounding")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_a_number_that_is_stored_as_another_is_named_unless_the_columns_are_standardised(
    box: FirstLookBox,
) -> None:
    found = RoundedNumber(0, "20231105123", "20231104512"), RoundedNumber(2, "16777217", "16777216")
    box.show_look(FirstLook(FirstRows(("day", "kind", "key"), ROWS, 1, True, rounded=found)))
    assert rounding(box) == ""
    box.set_standardised(False)
    assert rounding(box) == (
        "Inputs are stored as float32, which rounds large numbers: in column day, 20231105123 becomes 20231104512."
        " Other such columns: 1. Standardised columns are computed before they are rounded."
    )
    box.show_look(FirstLook(FirstRows((), ROWS, 1, True, rounded=found[1:])))
    assert "in column 3, 16777217 becomes 16777216. Standardised" in rounding(box)
    box.show_look(FirstLook(FirstRows((), ROWS, 1, True)))
    assert rounding(box) == ""
    box.show_look(FirstLook(FirstRows((), ROWS, 1, True, rounded=found)))
    box.show_nothing()
    assert rounding(box) == ""


def test_the_rows_are_shown_though_something_is_wrong_with_them(box: FirstLookBox) -> None:
    problem = DatasetError("no_number", path="own.csv", text="'a'", line=2, column=3)
    box.show_look(FirstLook(FirstRows((), ROWS, 2, True, problem=problem)))
    assert "labels are in column 3" in says(box) and "for a number" not in says(box)
    assert table(box).isVisible()
