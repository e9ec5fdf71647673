"""How a table is written: its separator, its header, and which column has the labels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data.importers.csv_layout import is_number, layout_of, rows_of
from core.data.importers.read import read_imported_data
from core.data.refusals import DatasetError


def table(folder: Path, text: str) -> Path:
    path = folder / "own.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # A y of numbers is a place where another column has words.
        ("x,y,c\n1,5,a\n1,6,b\n2,5,a\n", (2,)),
        ("c,x,Y\na,1,5\nb,1,6\n", (0,)),
        # It has the labels where all else are numbers, and where it has words itself.
        ("x,y,c\n1,5,0\n1,6,1\n", (1,)),
        ("x,y,c\n1,u,0\n1,v,1\n", (1,)),
        ("x,y,c\n1,u,a\n1,v,b\n", (1,)),
        # One field that is no number may be what is missing.
        ("x,y,c\n1,5,?\n1,6,1\n", (1,)),
        # Other names are of labels only, whatever else is there.
        ("name,label\nann,0\nbob,1\n", (1,)),
        ("name,class,y\nann,0,1\nbob,1,2\n", (1,)),
        ("1,5,a\n1,6,b\n", (2,)),
        ("1,5,0\n1,6,1\n", (2, 0)),
    ],
)
def test_the_labels_are_in_the_column_that_is_called_so_unless_it_is_a_y_beside_words(
    tmp_path: Path, text: str, labels: tuple[int, ...]
) -> None:
    assert layout_of(table(tmp_path, text)).labels == labels


def test_a_table_of_points_with_letters_is_read_by_its_letters(tmp_path: Path) -> None:
    data = read_imported_data(table(tmp_path, "x,y,c\n1,5,a\n1,6,b\n2,5,a\n2,6,b\n"))
    assert data.class_names == ("a", "b") and data.input_names == ("x", "y")


def test_a_column_that_is_chosen_has_the_labels_whatever_it_is_called(tmp_path: Path) -> None:
    path = table(tmp_path, "x,label,c\n1,5,0\n1,6,1\n2,5,0\n3,6,1\n")
    assert layout_of(path, label=2).labels == (2,) and layout_of(path, label=0).labels == (0,)
    data = read_imported_data(path, label=0)
    assert data.class_names == ("1", "2", "3") and data.input_names == ("label", "c")
    # Another file may lie there by now.
    for column in (3, -1):
        with pytest.raises(DatasetError) as refused:
            layout_of(path, label=column)
        assert refused.value.code == "no_label_column" and refused.value.fields["count"] == 3


@pytest.mark.parametrize(
    ("text", "names", "values"),
    [
        # Semicolons, tabs and commas between quotation marks separate nothing, and neither does one in a title.
        ('"width; cm",height,kind\n1,5,a\n2,6,b\n3,7,a\n', ("width; cm", "height"), [1, 2, 3]),
        ('"a; or\tb",y,kind\n1,5,a\n2,6,b\n3,7,a\n', ("a; or b", "y"), [1, 2, 3]),
        ('"say ""x;"", twice",y,kind\n1,5,a\n2,6,b\n3,7,a\n', ('say "x;", twice', "y"), [1, 2, 3]),
        ("<b>a</b>,&amp;,kind\n1,5,a\n2,6,b\n3,7,a\n", ("<b>a</b>", "&amp;"), [1, 2, 3]),
        ("a, in cm;b;kind\n1,5;5;a\n2,5;6;b\n3;7;a\n", ("a, in cm", "b"), [1.5, 2.5, 3]),
        # A line break between them is the field's own, whatever ends a line, and an empty line there as well.
        ('"width\ncm",h,kind\n1,5,a\n2,6,b\n3,7,a\n', ("width cm", "h"), [1, 2, 3]),
        ('x,h,kind\r\n"1\r\n",5,a\r\n2,6,b\r\n\r\n3,7,a\r\n', ("x", "h"), [1, 2, 3]),
        ('x,h,kind\r"1\r\r",5,a\r2,6,b\r3,7,a\r', ("x", "h"), [1, 2, 3]),
    ],
)
def test_what_stands_between_quotation_marks_is_the_field_s_own(
    tmp_path: Path, text: str, names: tuple[str, ...], values: list[float]
) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(text.encode())
    data = read_imported_data(path, standardised=False)
    assert data.input_names == names and data.class_names == ("a", "b")
    assert sorted(np.concatenate((data.X_train, data.X_test))[:, 0].tolist()) == values


def test_a_label_of_two_lines_is_named_in_one(tmp_path: Path) -> None:
    path = table(tmp_path, 'x,kind\n1,"cat\nbig"\n2,dog\n3,"cat\n\nbig"\n4,dog\n')
    assert read_imported_data(path).class_names == ("cat big", "dog")
    assert [number for number, _, _ in rows_of(path, ",")] == [1, 2, 4, 5, 8]
    # The last one ends where the file does.
    assert [position for _, _, position in rows_of(path, ",")][-1] == path.stat().st_size


def test_a_mark_that_nothing_closes_is_told_with_the_line_it_is_in(tmp_path: Path) -> None:
    """However much follows: no more of it is read than a row may have."""
    path = table(tmp_path, 'x,kind\n1,a\n"2,b\n' + "3,c\n" * 200_000)
    with pytest.raises(DatasetError) as refused:
        read_imported_data(path)
    assert refused.value.code == "open_quotation" and refused.value.fields["line"] == 3


def test_python_s_own_way_to_write_numbers_is_none() -> None:
    assert is_number(" 1.5e3 ", ",") and is_number("1,5", ";") and not is_number("1,5", ",")
    assert not is_number("1_000", ",") and not is_number("", ",")
