"""How a table begins: its first rows, its column of labels, the columns that could be that, and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.data.importers.csv_table import open_csv
from core.data.importers.first_rows import first_rows
from core.data.importers.progress import Progress
from core.data.importers.read import read_imported_data
from core.data.refusals import DatasetError


def table(folder: Path, text: str) -> Path:
    path = folder / "own.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "titles", "label"),
    [
        ("width,kind,height\n1,a,2\n3,b,4\n5,a,6\n", ("width", "kind", "height"), 1),
        ("1,2,0\n3,4,1\n5,6,0\n", (), 2),
        ("7,0.5,0\n7,0.25,0\n8,0.75,0\n", (), 0),  # the last column has one class only
        ("Class;x\na;1,5\nb;2,5\nb;3\n", ("Class", "x"), 0),
    ],
)
def test_a_table_shows_its_first_rows_and_the_column_that_is_read_as_labels(
    tmp_path: Path, text: str, titles: tuple[str, ...], label: int
) -> None:
    path = table(tmp_path, text)
    look = first_rows(path, 2)
    assert look.titles == titles and look.label == label and look.is_certain
    separator = ";" if ";" in text else ","
    lines = text.split("\n")[1 if titles else 0 :]
    assert look.rows == tuple(tuple(line.split(separator)) for line in lines[:2])
    # The classes that are learned are those of that column.
    written = {line.split(separator)[label] for line in lines if line}
    assert set(read_imported_data(path).class_names) == written


def test_what_later_lines_may_change_is_not_certain(tmp_path: Path) -> None:
    # The last column has 2 values in the first thousand lines, and over 100 later: then the first has the labels.
    lines = [f"{i % 3},{i % 2 if i < 1500 else i}\n" for i in range(2000)]
    path = table(tmp_path, "".join(lines))
    look = first_rows(path, 5)
    assert (look.label, look.is_certain) == (1, False)
    assert read_imported_data(path).class_names == ("0", "1", "2")
    named = first_rows(table(tmp_path, "x,label\n" + "".join(lines)), 5)
    assert (named.label, named.is_certain) == (1, True)


@pytest.mark.parametrize(
    ("text", "label", "candidates"),
    [
        # Whole numbers and words could be labels; measured numbers and a column of one value could not.
        ("a,b,c,d\n1,0.5,7,0\n2,1.5,7,1\n2,2.5,7,1\n", 3, (0, 3)),
        ("a,b,c\n1,5,x\n2,6,y\n1,7,x\n", 2, (2,)),
        # Of two columns of words one would be an input.
        ("a,b,c\nu,5,x\nv,6,y\nu,7,x\n", 2, ()),
        ("name,label\nann,0\nbob,1\nann,1\n", 1, (0,)),
    ],
)
def test_the_columns_that_could_have_the_labels_are_those_with_which_the_lines_can_be_learned_from(
    tmp_path: Path, text: str, label: int, candidates: tuple[int, ...]
) -> None:
    path = table(tmp_path, text)
    look = first_rows(path, 5)
    assert (look.label, look.candidates) == (label, candidates)
    columns = range(len(text.split("\n")[0].split(",")))
    readable = set()
    for column in columns:
        try:
            chosen = first_rows(path, 5, label=column)
        except DatasetError:
            continue
        assert chosen.label == column
        if chosen.problem is None:
            readable.add(column)
    assert readable == set(candidates)


def test_a_thousand_lines_of_different_whole_numbers_are_no_candidate(tmp_path: Path) -> None:
    path = table(tmp_path, "key,a,b\n" + "".join(f"{i},{i % 3},{i % 5}\n" for i in range(150)))
    assert first_rows(path, 5).candidates == (1, 2)


def test_what_is_wrong_beside_the_labels_is_known_with_the_rows(tmp_path: Path) -> None:
    path = table(tmp_path, "name,label\nann,0\nbob,1\nann,1\n")
    look = first_rows(path, 5)
    assert look.rows and look.problem is not None
    assert (look.problem.code, look.problem.fields["line"], look.problem.fields["column"]) == (
        "labels_elsewhere",
        2,
        2,
    )
    with pytest.raises(DatasetError, match="has 'ann' for a number in line 2"):
        read_imported_data(path)
    # With the other column it can be learned from.
    assert first_rows(path, 5, label=0).problem is None
    not_finite = first_rows(table(tmp_path, "1,0\nnan,1\n2,1\n"), 5)
    assert not_finite.problem is not None and not_finite.problem.code == "line_not_finite"


def test_another_column_is_to_be_chosen_only_where_one_could_have_the_labels(tmp_path: Path) -> None:
    look = first_rows(table(tmp_path, "a,b,kind\n1,2,red\n1,x,blue\n3,2,red\n"), 5)
    assert look.problem is not None and look.problem.code == "no_number"
    assert set(look.candidates) <= {look.label} and "choose" not in str(look.problem)


@pytest.mark.parametrize(
    ("text", "label"),
    [("a;b;kind\n1,5;2,2;red\n1,7;;blue\n3,2;2;red\n", 2), ("kind;b\nred;1\nblue; \nred;2\n", 0)],
)
def test_an_empty_field_is_named_with_its_own_column_and_a_remedy_that_mends_it(
    tmp_path: Path, text: str, label: int
) -> None:
    look = first_rows(table(tmp_path, text), 5)
    assert look.label == label and look.problem is not None and look.problem.code == "empty_field"
    assert (look.problem.fields["line"], look.problem.fields["column"]) == (3, 2)
    assert "''" not in str(look.problem) and "fill it in, or leave the line out" in str(look.problem)


def test_labels_that_are_too_many_are_a_problem_where_another_column_could_have_them(tmp_path: Path) -> None:
    lines = [f"{i / 7},{i % 2},{i}\n" for i in range(150)]
    path = table(tmp_path, "a,b,label\n" + "".join(lines))
    look = first_rows(path, 5)
    assert look.problem is not None and look.problem.code == "many_labels_elsewhere"
    assert (look.label, look.candidates) == (2, (1,))
    with pytest.raises(DatasetError, match="over 100 different labels in column 2"):
        first_rows(table(tmp_path, "a,label\n" + "".join(f"{i / 7},{i}\n" for i in range(150))), 5)


@pytest.mark.parametrize(
    ("text", "label", "code"),
    [
        ("a,b,label\n" + "".join(f"{i / 7},{i / 9},{i}\n" for i in range(150)), None, "join_labels"),
        ("a,b,c\n" + "".join(f"{i / 7},{i / 9},{i}\n" for i in range(150)), 2, "join_labels"),
        ("a,b,c\n" + "".join(f"{i / 7},{i / 9},{i}\n" for i in range(150)), None, "column_of_many_labels"),
        ("a,b,c\n" + "".join(f"{i / 7},{i % 3},{i}\n" for i in range(150)), None, "many_labels_elsewhere"),
    ],
)
def test_what_is_done_already_is_no_remedy_for_too_many_labels(
    tmp_path: Path, text: str, label: int | None, code: str
) -> None:
    path = table(tmp_path, text)
    try:
        problem = first_rows(path, 5, label=label).problem
    except DatasetError as error:
        problem = error
    assert problem is not None and problem.code == code
    assert ("'label'" in str(problem)) == (code == "column_of_many_labels")
    # The whole table is refused for the same reason, without a look at the other columns.
    with pytest.raises(DatasetError) as refused:
        open_csv(path, Progress(None), label=label)
    told = label is not None or "label" in text
    assert refused.value.code == ("join_labels" if told else "column_of_many_labels")


@pytest.mark.parametrize("text", ["a,b,label\n", "a,b,c\n\n", "1,2,3,4\n"])
def test_a_header_without_an_example_is_not_called_an_empty_file(tmp_path: Path, text: str) -> None:
    path = table(tmp_path, text)
    for read in (lambda: first_rows(path, 5), lambda: open_csv(path, Progress(None))):
        with pytest.raises(DatasetError) as refused:
            read()
        assert refused.value.code == "only_header" and "is empty" not in str(refused.value)


def test_a_chosen_column_that_is_not_there_any_more_is_a_problem_that_another_choice_mends(
    tmp_path: Path,
) -> None:
    path = table(tmp_path, "a,b\n1,0\n2,1\n2,1\n")
    look = first_rows(path, 5, label=2)
    assert look.problem is not None and look.problem.code == "no_label_column"
    assert (look.label, look.candidates) == (1, (0, 1))
    assert first_rows(path, 5, label=0).problem is None
