"""Before they are read, own examples show how they begin, and where their labels are."""

from pathlib import Path

import pytest

from core.data.importers.first_look import FirstLook, first_look
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
    look = first_look(path, 2).table
    assert look is not None and look.titles == titles and look.label == label and look.is_certain
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
    look = first_look(path, 5).table
    assert look is not None and (look.label, look.is_certain) == (1, False)
    assert read_imported_data(path).class_names == ("0", "1", "2")
    named = first_look(table(tmp_path, "x,label\n" + "".join(lines)), 5).table
    assert named is not None and (named.label, named.is_certain) == (1, True)


def test_a_folder_shows_its_classes_and_other_files_nothing(tmp_path: Path) -> None:
    for name in ("owl", "cat"):
        (tmp_path / "own" / name).mkdir(parents=True)
    assert first_look(tmp_path / "own", 5) == FirstLook(classes=("cat", "owl"))
    (tmp_path / "a.npz").write_bytes(b"PK")
    assert first_look(tmp_path / "a.npz", 5) == FirstLook()


def test_what_is_wrong_is_seen_at_once(tmp_path: Path) -> None:
    for text, code in (
        ("a,b\n1.5,x,3\n", "columns_differ"),
        ("", "empty_table"),
        ("x,label\n1,a\n", "one_class"),
    ):
        with pytest.raises(DatasetError) as refused:
            first_look(table(tmp_path, text), 5)
        assert refused.value.code == code
    with pytest.raises(DatasetError) as refused:
        first_look(tmp_path / "none.csv", 5)
    assert refused.value.code == "not_there"
