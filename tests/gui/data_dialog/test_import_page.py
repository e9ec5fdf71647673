"""The page of one's own data asks for a file or folder, and how it is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.data.importers.first_look import FirstLook
from core.data.importers.first_rows import FirstRows
from core.data.refusals import DatasetError
from gui.data_dialog import import_page
from gui.data_dialog.import_page import ImportPage
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import make_theme
from gui.widgets.choice_box import ChoiceBox
from tests.gui.data_dialog.opened_dialog import OpenedDialog


def test_ones_own_data_need_a_path_first(fix: OpenedDialog) -> None:
    fix.dialog.show_source("own")
    fix.qtbot.mouseClick(fix.find(QPushButton, "learn_from_these"), Qt.MouseButton.LeftButton)
    assert fix.wanted == [] and "Choose a file" in fix.find(QLabel, "data_refusal").text()
    fix.find(QLineEdit, "own_path").setText(" /somewhere/own.csv ")
    assert not fix.find(QLabel, "data_refusal").isVisible()
    fix.enter("own_page_test_share", "30")
    fix.find(QAbstractButton, "as_ink").click()
    assert fix.learn() == DatasetSpec("own", path="/somewhere/own.csv", as_ink=False, test_share=0.3)


@pytest.mark.parametrize(
    ("button", "line"),
    [("choose_file", "own_path"), ("choose_folder", "own_path"), ("choose_labels", "own_labels_path")],
)
def test_a_file_can_be_pointed_at(fix: OpenedDialog, button: str, line: str) -> None:
    fix.dialog.show_source("own")
    fix.qtbot.mouseClick(fix.find(QPushButton, button), Qt.MouseButton.LeftButton)
    asked = fix.dialog.findChildren(QFileDialog)
    assert len(asked) == 1
    asked[0].fileSelected.emit("/there/it/is")
    asked[0].reject()
    assert fix.find(QLineEdit, line).text() == "/there/it/is"


def test_what_is_shown_is_asked_for_again(qtbot: QtBot) -> None:
    page = ImportPage()
    qtbot.addWidget(page)
    choice = DatasetSpec(
        "own",
        path="/a/b",
        labels_path="/a/c",
        as_ink=False,
        standardised=False,
        test_share=0.5,
        seed=3,
        header=True,
    )
    page.show_choice(choice)
    assert page.choice() == choice
    share = page.findChild(QLineEdit, "own_page_test_share")
    assert share is not None and share.text() == "50"


def test_the_systems_dialog_begins_where_the_known_file_is(qtbot: QtBot, tmp_path: Path) -> None:
    page = ImportPage()
    qtbot.addWidget(page)
    page.show_choice(DatasetSpec("own", path=str(tmp_path / "images.idx")))
    page.findChild(QPushButton, "choose_labels").click()
    asked = page.findChild(QFileDialog)
    assert asked is not None and Path(asked.directory().absolutePath()) == tmp_path
    asked.reject()


@pytest.mark.parametrize(
    ("button", "mode"),
    [
        ("choose_file", QFileDialog.FileMode.ExistingFile),
        ("choose_folder", QFileDialog.FileMode.Directory),
        ("choose_labels", QFileDialog.FileMode.ExistingFile),
    ],
)
def test_each_button_asks_for_its_kind_of_thing(
    qtbot: QtBot, button: str, mode: QFileDialog.FileMode
) -> None:
    page, theme = ImportPage(), make_theme("light")
    qtbot.addWidget(page)
    page.set_theme(theme)
    page.findChild(QPushButton, button).click()
    asked = page.findChild(QFileDialog)
    assert asked is not None and asked.fileMode() == mode
    # It looks like the page that asks.
    assert asked.styleSheet() == sheet_of(theme)
    asked.reject()


@pytest.mark.parametrize(
    ("path", "look", "applies"),
    [
        ("", None, "labels ink standardised"),
        ("/d/iris.csv", None, "standardised"),
        ("/d/IRIS.TSV", FirstLook(), "standardised"),
        ("/d/x.npz", FirstLook(), "ink standardised"),
        ("/d/train-images-idx3-ubyte.gz", FirstLook(), "labels ink standardised"),
        ("/d/cats", FirstLook(classes=("0", "1")), "ink"),
        # A folder, whatever its name.
        ("/d/cats.csv", FirstLook(classes=("0", "1")), "ink"),
    ],
)
def test_only_what_applies_to_this_kind_of_file_is_asked(
    qtbot: QtBot, path: str, look: FirstLook | None, applies: str
) -> None:
    page = ImportPage()
    qtbot.addWidget(page)
    page.findChild(QLineEdit, "own_labels_path").setText("/d/labels")
    page.findChild(QLineEdit, "own_path").setText(path)
    if look is not None:
        page.show_look(look)
    names = {
        "own_labels_path": "labels",
        "choose_labels": "labels",
        "as_ink": "ink",
        "standardised": "standardised",
    }
    for name, what in names.items():
        control = page.findChild(QWidget, name)
        assert control is not None and control.isHidden() is (what not in applies.split()), name
    # What is not to be seen has no effect.
    assert page.choice().labels_path == ("/d/labels" if "labels" in applies else "")


def test_another_path_asks_for_a_look_once_it_is_not_being_typed_any_more(qtbot: QtBot) -> None:
    page = ImportPage()
    qtbot.addWidget(page)
    asked: list[str] = []
    page.look_wanted.connect(lambda choice, is_typed: asked.append(choice.path))
    line = page.findChild(QLineEdit, "own_path")
    assert line is not None
    with qtbot.waitSignal(page.look_wanted):
        for text in ("/a", "/a/b", " /a/b.csv "):
            line.setText(text)
    assert asked == ["/a/b.csv"]


def test_who_knows_better_says_whether_the_first_line_names_the_columns(qtbot: QtBot) -> None:
    page = ImportPage()
    qtbot.addWidget(page)
    page.show()
    header = page.findChild(QAbstractButton, "has_header")
    assert header is not None and not header.isVisible()
    page.show_path("/a/own.csv")
    rows = (("5", "7", "a"), ("6", "8", "b"))
    page.show_look(FirstLook(FirstRows(("0", "1", "2"), rows, 2, True, ("0", "1", "2"))))
    assert header.isVisible() and header.isChecked()
    # As it looks, until somebody says otherwise.
    assert page.choice().header is None
    asked: list[tuple[str, object]] = []
    page.look_wanted.connect(lambda choice, _: asked.append((choice.path, choice.header)))
    header.click()
    assert asked == [("/a/own.csv", False)] and page.choice().header is False
    page.show_look(FirstLook(FirstRows((), (("0", "1", "2"), *rows), 2, True, ("0", "1", "2"))))
    assert not header.isChecked()
    # Another table is another matter.
    page.show_path("/a/other.csv")
    assert page.choice().header is None and not header.isVisible()
    page.show_look(FirstLook(classes=("cats", "dogs")))
    assert not header.isVisible()


def test_the_column_of_the_labels_can_be_chosen_where_several_could_have_them(qtbot: QtBot) -> None:
    page = ImportPage()
    qtbot.addWidget(page)
    page.show()
    box = page.findChild(ChoiceBox, "label_column")
    assert box is not None and not box.isVisible()
    page.show_path("/a/own.csv")
    rows = (("5", "1", "0"), ("6", "2", "1"))
    look = FirstRows(("x", "y", "c"), rows, 1, True, candidates=(0, 1, 2))
    page.show_look(FirstLook(look))
    assert box.isVisible() and [box.itemText(place) for place in range(box.count())] == ["x", "y", "c"]
    # As it looks, until somebody says otherwise.
    assert box.value == 1 and page.choice().label is None
    asked: list[tuple[int | None, bool]] = []
    page.look_wanted.connect(lambda choice, is_typed: asked.append((choice.label, is_typed)))
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert asked == [(2, False)] and page.choice().label == 2
    page.show_look(FirstLook(replace(look, label=2)))
    assert box.value == 2
    # Without names they are counted; what is read as labels now is among them, too.
    page.show_look(FirstLook(replace(look, titles=(), candidates=(0,), label=2)))
    assert [box.itemText(place) for place in range(box.count())] == ["1", "3"] and box.value == 2
    page.show_look(FirstLook(replace(look, candidates=(1,))))
    assert not box.isVisible()
    # Another table is another matter.
    page.show_path("/a/other.csv")
    assert page.choice().label is None and not box.isVisible()
    page.show_choice(DatasetSpec("own", path="/a/own.csv", label=2))
    assert page.choice().label == 2


def test_a_path_that_is_chosen_or_dropped_is_complete_and_one_that_is_typed_is_not(qtbot: QtBot) -> None:
    page = ImportPage()
    qtbot.addWidget(page)
    asked: list[tuple[str, str, bool, bool]] = []
    page.look_wanted.connect(
        lambda choice, is_typed: asked.append((choice.path, choice.labels_path, choice.as_ink, is_typed))
    )
    line = page.findChild(QLineEdit, "own_path")
    ink = page.findChild(QAbstractButton, "as_ink")
    assert line is not None and ink is not None
    with qtbot.waitSignal(page.look_wanted):
        page.show_path("/a/images", "/b/labels")
    qtbot.keyClicks(line, "2")
    with qtbot.waitSignal(page.look_wanted):
        pass
    qtbot.keyClick(line, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.look_wanted):
        ink.click()
    assert asked == [
        ("/a/images", "/b/labels", True, False),
        ("/a/images2", "/b/labels", True, True),
        ("/a/images2", "/b/labels", True, False),
        ("/a/images2", "/b/labels", False, False),
    ]
    with qtbot.waitSignal(page.look_wanted):
        page.show_path("/a")
    assert asked[-1] == ("/a", "", False, False)


ROWS = FirstRows(("length", "kind"), (("1.5", "rose"),), 1, True)


@pytest.mark.parametrize("look", [FirstLook(ROWS), FirstLook(classes=("cat", "dog"))])
def test_return_in_the_path_shows_first_how_they_begin_and_begins_the_second_time(
    fix: OpenedDialog, look: FirstLook
) -> None:
    page, line = fix.dialog.import_page, fix.find(QLineEdit, "own_path")
    asked: list[str] = []
    page.look_wanted.connect(lambda choice, _: asked.append(choice.path))
    fix.dialog.show_source("own")
    line.setText("/somewhere/own.csv")
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    # At once, and without a second time for what was typed.
    assert (asked, fix.wanted) == (["/somewhere/own.csv"], []) and not page._typing.isActive()
    page.show_look(look)
    assert fix.wanted == []
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [choice.path for choice in fix.wanted] == ["/somewhere/own.csv"]
    # Another path is to be seen first, too.
    line.setText("/somewhere/else.csv")
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(fix.wanted) == 1 and asked[-1] == "/somewhere/else.csv"


@pytest.mark.parametrize("look", [FirstLook(ROWS), FirstLook(classes=("cat", "dog"))])
def test_what_is_shown_because_typing_rests_is_no_return(
    fix: OpenedDialog, look: FirstLook, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(import_page, "announce", lambda _widget, sentence: heard.append(sentence))
    page, line = fix.dialog.import_page, fix.find(QLineEdit, "own_path")
    fix.dialog.show_source("own")
    line.setText("/somewhere/own.csv")
    page._typing.timeout.emit()
    page.show_look(look)
    # What was found is heard without a key, and once though it is shown anew.
    page.show_look(look)
    found = fix.find(QLabel, "first_look_says").text()
    assert heard == [found] and ("column kind" in found or "cat, dog" in found)
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    page.show_look(look)
    assert fix.wanted == [] and heard[1:] == [fix.find(QLabel, "first_look_says").text()]
    assert heard[1].startswith(found) and heard[1].endswith("Press Enter again to learn from these.")
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(fix.wanted) == 1 and len(heard) == 2


def test_why_a_path_cannot_be_learned_from_is_heard(
    fix: OpenedDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(import_page, "announce", lambda _widget, sentence: heard.append(sentence))
    page, line = fix.dialog.import_page, fix.find(QLineEdit, "own_path")
    fix.dialog.show_source("own")
    line.setText("/somewhere/no.csv")
    page.show_problem("It is not there.")
    page.show_problem("It is not there.")
    assert heard == ["It is not there."]
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    page.show_problem("It is not there.")
    assert len(heard) == 2 and fix.wanted == [], "who asks is answered"
    line.setText("/somewhere/none.csv")
    page.show_problem("It is not there.")
    assert len(heard) == 3, "another path is another matter"


def test_of_a_table_that_cannot_be_learned_from_return_is_not_said_to_begin(fix: OpenedDialog) -> None:
    page, line = fix.dialog.import_page, fix.find(QLineEdit, "own_path")
    fix.dialog.show_source("own")
    line.setText("/somewhere/own.csv")
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    unread = DatasetError("no_number", path="own.csv", text="'a'", line=2, column=3)
    page.show_look(FirstLook(replace(ROWS, problem=unread)))
    assert "Enter again" not in fix.find(QLabel, "first_look_says").text()


def test_return_begins_where_there_is_nothing_to_show_first(fix: OpenedDialog) -> None:
    page, line = fix.dialog.import_page, fix.find(QLineEdit, "own_path")
    fix.dialog.show_source("own")
    line.setText("/somewhere/images.idx")
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert fix.wanted == []
    # What comes of a path that is no longer there begins nothing.
    line.setText("/somewhere/other.idx")
    page.show_look(FirstLook())
    assert fix.wanted == []
    fix.qtbot.keyClick(line, Qt.Key.Key_Return)
    page.show_look(FirstLook())
    assert [choice.path for choice in fix.wanted] == ["/somewhere/other.idx"]


def test_without_a_path_return_says_what_is_missing(fix: OpenedDialog) -> None:
    fix.dialog.show_source("own")
    fix.qtbot.keyClick(fix.find(QLineEdit, "own_path"), Qt.Key.Key_Return)
    assert fix.wanted == [] and "Choose a file" in fix.find(QLabel, "data_refusal").text()
