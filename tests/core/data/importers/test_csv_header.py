"""A first line that names the columns is known by its words, or by counting them, and is no example."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data.importers.csv_header import counts_columns, names_columns
from core.data.importers.first_rows import first_rows
from core.data.importers.read import read_imported_data
from tests.core.data.importers.examples import examples


def is_number(field: str) -> bool:
    try:
        float(field)
    except ValueError:
        return False
    return True


NUMBERS = [["5", "7", "1", "0"], ["6", "8", "0", "1"]]


@pytest.mark.parametrize(
    ("first", "is_header"),
    [
        ("a b c d", True),
        ("0 1 2 3", True),
        ("1 2 3 4", True),
        (",0 1 2", False),
        ("0 1 2 4", False),
        ("0.0 1.0 2.0 3.0", False),
        ("3 2 1 0", False),
        # Years above numbers are taken for an example, as before: nothing tells them from one.
        ("2019 2020 2021 2022", False),
        # Half of the fields are words above numbers; one in four may be a slip.
        ("width height 3 4", True),
        ("? 7 1 0", False),
    ],
)
def test_a_header_is_known_by_its_words_or_by_counting_its_columns(first: str, is_header: bool) -> None:
    assert names_columns(first.split(" "), NUMBERS, is_number) == is_header


def test_few_columns_that_are_counted_may_be_an_example() -> None:
    assert counts_columns(["1", "2", "3"]) and not names_columns(
        ["1", "2", "3"], [["4", "5", "6"]] * 2, is_number
    )
    assert counts_columns(["", "0", "1", "2"]) and not counts_columns(["", "0"]) and not counts_columns([])


def test_a_column_of_labels_in_words_is_no_header() -> None:
    rows = [["5", "a"], ["6", "b"], ["7", "a"]]
    assert not names_columns(rows[0], rows[1:], is_number)


def table(folder: Path, rows: np.ndarray, header: str) -> Path:
    path = folder / "own.csv"
    np.savetxt(path, rows, delimiter=",", fmt="%g", header=header, comments="")
    return path


def test_a_table_that_counts_its_columns_has_no_example_more_than_rows(tmp_path: Path) -> None:
    rows = np.column_stack((np.random.default_rng(2).normal(size=(40, 4)), np.arange(40) % 2))
    path = table(tmp_path, rows, "0,1,2,3,4")
    data = read_imported_data(path)
    assert len(data.y_train) + len(data.y_test) == 40 and data.input_names == ("0", "1", "2", "3")
    assert data.class_names == ("0", "1")
    peer = np.loadtxt(path, delimiter=",", skiprows=1)
    expected = sorted(zip(peer[:, :4].astype(np.float32).tolist(), map(str, np.arange(40) % 2), strict=True))
    assert examples(data) == expected
    look = first_rows(path, 3)
    assert look.is_counted and look.titles == ("0", "1", "2", "3", "4") and len(look.rows) == 3
    # Who knows better says so, and it is an example.
    assert len(read_imported_data(path, header=False).y_train) == 33
    assert first_rows(path, 3, header=False).titles == ()


def test_a_short_line_that_counts_is_an_example_unless_somebody_knows_better(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("1,2,3\n0.5,7,3\n0.1,2,4\n0.4,2,4\n0.2,2,3\n")
    assert first_rows(path, 9).is_counted and len(first_rows(path, 9).rows) == 5
    assert len(first_rows(path, 9, header=True).rows) == 4
    data = read_imported_data(path, header=True)
    assert len(data.y_train) + len(data.y_test) == 4 and data.class_names == ("3", "4")
