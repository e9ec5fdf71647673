"""CSV: a table as spreadsheets write it, wherever its labels are; and each fault is told with its line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.importers import csv_table, limits
from core.data.importers.first_rows import first_rows
from core.data.importers.read import read_imported_data
from tests.core.data.importers.examples import examples, sentence

WANTED = [([1.5, -2.0], "a"), ([3.0, 0.25], "b"), ([4.0, 5.0], "b")]


def table(folder: Path, text: str | bytes, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    "text",
    [
        "1.5,-2,a\n3,0.25,b\n4,5,b\n",
        "1.5,-2,a\r\n3,0.25,b\r\n\r\n4,5,b",  # Windows' lines, an empty one, no end
        "1.5,-2,a\r3,0.25,b\r4,5,b\r",  # the lines of an old Macintosh
        "\ufeff1.5;-2;a\n3;0.25;b\n4;5;b\n",  # Excel's mark
        "1,5;-2;a\n3;0,25;b\n4;5;b\n",
        "1,5\t-2\ta\n3\t0,25\tb\n4\t5\tb\n",
        '"1.5","-2","a"\n"3","0.25","b"\n"4","5","b"\n',
        " 1.5 , -2 , a \n3, .25,b\n4,5.,b\n",
        "width,height,what\n1.5,-2,a\n3,25e-2,b\n4,5,b\n",
        "a,1.5,-2\nb,3,0.25\nb,4,5\n",
        "what,width,height\na,1.5,-2\nb,3,0.25\nb,4,5\n",
        "1.5,a,-2\n3,b,0.25\n4,b,5\n",
        "x1,Class,x2\n1.5,a,-2\n3,b,0.25\n4,b,5\n",
        "0,1,LABEL\n1.5,-2,a\n3,0.25,b\n4,5,b\n",  # a name among numbers makes a header
    ],
)
def test_a_table_is_read_however_it_is_written(tmp_path: Path, text: str) -> None:
    data = read_imported_data(table(tmp_path, text))
    assert data.X_train.dtype == np.float32 and data.X_train.flags.c_contiguous
    assert examples(data) == WANTED and data.class_names == ("a", "b")


@pytest.mark.parametrize("name", ["own.tsv", "own.TXT"])
def test_other_suffixes_of_tables_will_do(tmp_path: Path, name: str) -> None:
    assert examples(read_imported_data(table(tmp_path, "1.5,-2,a\n3,0.25,b\n4,5,b\n", name))) == WANTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,2,0\n3,4,1\n5,6,1\n", [([1, 2], "0"), ([3, 4], "1"), ([5, 6], "1")]),
        ("7,0.5,0\n7,0.25,0\n8,0.75,0\n", [([0.25, 0], "7"), ([0.5, 0], "7"), ([0.75, 0], "8")]),
        ("7,1,0.5\n8,2,1.5\n8,3,2.5\n", [([1, 0.5], "7"), ([2, 1.5], "8"), ([3, 2.5], "8")]),
        ("y,label,a\n1,5,3\n2,6,4\n", [([1, 3], "5"), ([2, 4], "6")]),
        ("y,target,a\n1,5,3\n2,6,4\n", [([1, 3], "5"), ([2, 4], "6")]),
        ("a,y,b\n1,5,3\n2,5,4\n3,6,1\n", [([1, 3], "5"), ([2, 4], "5"), ([3, 1], "6")]),
    ],
)
def test_numbers_are_labels_in_a_named_column_or_the_last_or_else_the_first(
    tmp_path: Path, text: str, expected: Sequence[Any]
) -> None:
    text += text.split("\n")[-2] + "\n"  # a second example of some class, to test with
    found = [list(pair) for pair in examples(read_imported_data(table(tmp_path, text)))]
    kept = [list(pair) for pair in expected]
    assert [pair for i, pair in enumerate(found) if pair not in found[:i]] == kept


def test_a_large_table_is_read_as_numpy_reads_it(tmp_path: Path) -> None:
    numbers = np.random.default_rng(4).normal(size=(500, 7))
    labels = np.arange(500) % 3
    path = tmp_path / "own.csv"
    np.savetxt(path, np.column_stack((numbers, labels)), delimiter=",", fmt="%.6g")
    peer = np.loadtxt(path, delimiter=",")
    expected = sorted(zip(peer[:, :7].astype(np.float32).tolist(), map(str, labels), strict=True))
    assert examples(read_imported_data(path)) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("\n\n  \n", "is empty"),
        ("a,b,label\n", "no example below it"),
        ("a,b,c\n", "no example below it"),
        ("1\n2\n", "has 1 column:"),
        (",".join(["1"] * 4098), "has 4098 columns:"),
        ("1,a\n2,b\n3\n", "1 columns in line 3"),
        ("1,a\n2,b,\n", "3 columns in line 2"),
        ("1,a\n2,b\n2,\n", "without a label"),
        ("1,a\n,b\n2,b\n", "an empty field in line 2, column 1"),
        ("1,a\nx,b\n2,b\n", "'x' for a number in line 2"),
        ("1,a\n1_0,b\n2,b\n", "'1_0' for a number in line 2"),
        ("1,a\nnan,b\n2,b\n", "line 2 that is not finite"),
        ("1,2,a\n1,nan,b\n2,2,b\n", "line 2 that is not finite"),
        ("1,a\n-inf,b\n2,b\n", "line 2 that is not finite"),
        ("1,a\n1e39,b\n2,b\n", "has 1e39 in line 2: a number may be 3.4028234663852886e+38 at most"),
        ("1,a\n-1e999,b\n2,b\n", "has -1e999 in line 2: a number may be 3.4028234663852886e+38 at most"),
        ("1,2,a\n1,1e300,b\n2,nan,b\n", "has 1e300 in line 2"),
        ("1,2;3,4;a\n1,2;3;b\n1.5;2;b\n", "decimal points and decimal commas up to line 3"),
        ("1,a\n2,a\n", "labels of 1 class:"),
        ("x,label\n1,0.5\n2,0.5\n3,0.25\n1,2\n", "the label 0.5"),
        ('1,a\n"2,b\n', "split into columns in line 2"),
        ('1,a\n"2"2,b\n', "split into columns in line 2"),
        (b"1,a\n2,\xff\n", "UTF-8 text in line 2"),
        ("1,a\n2,b".encode("utf-16"), "UTF-8 text in line 1"),
        ("1," + "a" * 101 + "\n2,b\n", "the label 'aaa"),
        ("1" * 300_000, "very long line 1"),
        ("1,a\n2,b\n", "one example for each of its 2 classes"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in sentence(table(tmp_path, text))


def test_a_table_whose_last_example_fills_a_chunk_is_whole(tmp_path: Path) -> None:
    from core.data.importers.limits import rows_at_once

    count = 2 * rows_at_once((1,))
    text = "".join(f"{i},{'ab'[i % 2]}\n" for i in range(count))
    assert len(examples(read_imported_data(table(tmp_path, text)))) == count


def test_over_a_hundred_labels_and_too_many_examples_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "label,x\n" + "".join(f"w{i},1\n" for i in range(102))
    assert "over 100 different labels in column 1" in sentence(table(tmp_path, many))
    assert "over 2000002 lines" in sentence(table(tmp_path, "\n" * 2_000_003))
    for module in (csv_table, limits):
        monkeypatch.setattr(module, "MAX_EXAMPLES", 200)
    assert "201 examples" in sentence(table(tmp_path, "1,a\n2,b\n" * 101))


def test_a_folder_named_like_a_table_has_no_images(tmp_path: Path) -> None:
    (tmp_path / "own.csv").mkdir()
    assert "no folders of images" in sentence(tmp_path / "own.csv")


def test_lines_that_end_with_a_carriage_return_are_counted_across_the_pieces_of_a_file(
    tmp_path: Path,
) -> None:
    # 300,000 bytes are three pieces of 131,072.
    text = "".join(f"{i % 1000:03},{'ab'[i % 2]}\r\n" for i in range(40_000))
    data = read_imported_data(table(tmp_path, text))
    alone = read_imported_data(table(tmp_path, text.replace("\r\n", "\r"), "alone.csv"))
    for read in (data, alone):
        assert len(read.y_train) + len(read.y_test) == 40_000


@pytest.mark.parametrize(
    "line", ["1,5,2,5,setosa", "1,5,2,setosa", "-1,5,2,5,0", "1,2,5,7"], ids=["all", "one", "minus", "label"]
)
def test_decimal_commas_between_commas_are_named_as_the_cause(tmp_path: Path, line: str) -> None:
    said = sentence(table(tmp_path, f"width,height,class\n{line}\n"))
    assert "decimal commas" in said and "line 2" in said and "quotation" not in said


@pytest.mark.parametrize("line", ["1,2,3,4,5,6", "1.5,2.5,3.5,setosa", "a,b,c,d"])
def test_other_lines_that_are_too_long_are_not_blamed_on_commas(tmp_path: Path, line: str) -> None:
    assert "the first line has 3" in sentence(table(tmp_path, f"width,height,class\n{line}\n"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("width,height,what\n1.5,-2,a\n3,0.25,b\n4,5,b\n", ("width", "height")),
        ("x1,Class, ,x\u202e2\n1.5,a,-2,1\n3,b,0.25,1\n4,b,5,1\n", ("x1", "3", "x2")),
        ("1.5,-2,a\n3,0.25,b\n4,5,b\n", ()),
    ],
)
def test_the_columns_keep_their_names(tmp_path: Path, text: str, names: tuple[str, ...]) -> None:
    assert read_imported_data(table(tmp_path, text)).input_names == names


def test_the_first_look_names_inputs_that_are_stored_as_other_numbers(tmp_path: Path) -> None:
    """Not the column with the labels, whose words are kept as they are; decimal commas count as points."""
    path = tmp_path / "table.csv"
    path.write_text("day;part;label\n" + "20231105;0,5;16777217\n20231106;16777217,0;16777219\n" * 2)
    found = first_rows(path, 4).rounded
    assert [(one.column, one.written, one.becomes) for one in found] == [
        # Even ones up to 2^25 are float32's own.
        (0, "20231105", "20231104"),
        (1, "16777217,0", "16777216"),
    ]
    # What is said is what is stored.
    stored = read_imported_data(path, standardised=False).X_train
    assert {float(x) for x in stored[:, 0]} <= {20231104.0, 20231106.0}
