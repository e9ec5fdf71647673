"""Every digit of every number goes into the file, and comes back with the same bits."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from core.exchange.table import ROWS_A_STEP, Column, Table, csv_in_steps, tabbed_in_steps


def read_back(table: Table) -> list[list[str]]:
    text = b"".join(csv_in_steps(table)).decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def column_of(table: Table, place: int) -> list[str]:
    return [row[place] for row in read_back(table)[1:]]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_every_float_comes_back_bit_for_bit(dtype: type) -> None:
    rng = np.random.default_rng(0)
    bits = rng.integers(0, 2**32, 3000, np.uint32) if dtype is np.float32 else rng.integers(0, 2**63, 3000)
    values = bits.view(dtype)
    values = values[np.isfinite(values)]
    values = np.concatenate(
        [values, np.array([0.0, -0.0, 0.1, 1e-45, 5e-324, np.inf, -np.inf, np.nan], dtype)]
    )
    found = np.array([dtype(cell) for cell in column_of(Table((Column("C", values),)), 2)])
    assert np.array_equal(found.view(f"u{values.itemsize}"), values.view(f"u{values.itemsize}"))


def test_a_float32_has_no_digits_that_say_nothing() -> None:
    assert column_of(Table((Column("w", np.array([0.1], np.float32)),)), 2) == ["0.1"]


def test_run_and_update_come_first_and_units_stand_in_the_headings() -> None:
    table = Table((Column("C", np.array([0.5, 2.0]), "nats"), Column("index", np.arange(2))), "seed 0", 7)
    assert read_back(table) == [
        ["run", "update", "C (nats)", "index"],
        ["seed 0", "7", "0.5", "0"],
        ["seed 0", "7", "2.0", "1"],
    ]


def test_a_column_of_updates_or_runs_takes_the_place_of_what_is_said_of_all() -> None:
    runs = Column("run", np.array([0, 1]), names=("A", "B"))
    table = Table((Column("L", np.array([3.0, 4.0])), Column("update", np.array([0, 400])), runs), "A", 400)
    assert read_back(table) == [["run", "update", "L"], ["A", "0", "3.0"], ["B", "400", "4.0"]]


def test_rows_come_in_the_order_that_is_asked_for() -> None:
    columns = Column("a", np.array([10, 11, 12])), Column("b", ["x", "y", "z"])
    table = Table(columns, order=np.array([2, 0]))
    assert table.count == 2
    assert [row[2:] for row in read_back(table)[1:]] == [["12", "z"], ["10", "x"]]


def test_many_rows_come_step_by_step_and_each_once() -> None:
    count = 3 * ROWS_A_STEP + 1
    table = Table((Column("index", np.arange(count)),))
    assert len(list(csv_in_steps(table))) == 1 + 4
    assert column_of(table, 2) == [str(i) for i in range(count)]


def test_lines_end_as_the_rfc_has_it_and_the_text_is_utf_8() -> None:
    written = b"".join(csv_in_steps(Table((Column("a·δ", np.array([1.5])),), "训练", 1)))
    assert written == "run,update,a·δ\r\n训练,1,1.5\r\n".encode()


@pytest.mark.parametrize("name", ['say "seven"', "a,b", "two\nlines", "一", " spaces ", ""])
def test_any_text_comes_back(name: str) -> None:
    assert read_back(Table((Column("label", np.array([0]), names=(name,)),), name, 1))[1] == [name, "1", name]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-2+3", '+cmd|" /C calc"!A0', "\t=1", "\r=1", "-x"])
def test_no_text_is_a_formula_of_a_spreadsheet(text: str) -> None:
    assert column_of(Table((Column("label", [text]),)), 2) == [f"'{text}"]


@pytest.mark.parametrize("text", ["-1", "+2.5", "-1e-3"])
def test_a_class_that_is_called_like_a_number_keeps_its_name(text: str) -> None:
    assert column_of(Table((Column("label", [text]),)), 2) == [text]


def test_half_a_character_does_not_stop_the_file() -> None:
    assert column_of(Table((Column("label", ["a\ud800b"]),)), 2) == ["a?b"]


def test_what_is_not_known_is_an_empty_cell_and_a_truth_is_1() -> None:
    classes = Column("answer", np.array([0, 255], np.uint8), names=("cat", "dog"))
    columns = (
        classes,
        Column("L", [None, 1.0]),
        Column("wrong", np.array([True, False])),
        Column("is", [True, 2]),
    )
    assert [row[2:] for row in read_back(Table(columns))[1:]] == [
        ["cat", "", "1", "1"],
        ["", "1.0", "0", "2"],
    ]


def test_a_table_without_rows_has_its_headings() -> None:
    assert read_back(Table((Column("C", np.zeros(0)),))) == [["run", "update", "C"]]
    assert Table(()).count == 0


def test_columns_of_two_lengths_are_no_table() -> None:
    with pytest.raises(ValueError, match="'a': 1, 'b': 2"):
        Table((Column("a", np.zeros(1)), Column("b", np.zeros(2))))


def test_what_is_pasted_has_tabs_between_columns_and_none_within() -> None:
    text = "".join(
        tabbed_in_steps(Table((Column("label", ["a\tb\nc"]), Column("C", np.array([0.1]))), "r", 3))
    )
    assert text == "run\tupdate\tlabel\tC\nr\t3\ta b c\t0.1\n"
