"""The dialogs say what they offer, lose no file, and can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
)

from gui.export.animation_dialog import AnimationDialog
from gui.export.picture_dialog import PictureDialog
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import Theme, make_theme


@pytest.fixture(params=[PictureDialog, AnimationDialog], ids=["picture", "animation"])
def dialog(qtbot, request, tmp_path):
    dialog = request.param()
    qtbot.addWidget(dialog)
    dialog.set_theme(Theme())
    if isinstance(dialog, PictureDialog):
        dialog.show_size(QSize(640, 400), QSize(640, 420))
    else:
        dialog.show_view(QSize(640, 420), 6.6)
    dialog.suggest(str(tmp_path), "backlight-update-12")
    dialog.open()
    return dialog


def name_of(dialog, part: str) -> str:
    return f"{dialog.objectName()}_{part}"


def press(dialog, part: str) -> None:
    dialog.findChild(QAbstractButton, name_of(dialog, part)).click()


def said(dialog) -> str:
    label = dialog.findChild(QLabel, name_of(dialog, "refusal"))
    return "" if label.isHidden() else label.text()


def wanted(dialog) -> list[str]:
    heard: list[str] = []
    dialog.export_wanted.connect(lambda: heard.append(dialog.path))
    return heard


def test_every_control_has_a_name_a_tip_and_an_object_name(dialog):
    for kind in (QAbstractButton, QComboBox, QLineEdit, QProgressBar, QCheckBox):
        for control in dialog.findChildren(kind):
            if not control.objectName().startswith("qt_"):
                assert control.accessibleName() and control.toolTip() and control.objectName(), control
    assert dialog.windowTitle() and dialog.accessibleName() and dialog.whatsThis()


def test_tab_goes_down_the_dialog_and_leaves_it_by_its_buttons(dialog, qtbot):
    qtbot.waitUntil(dialog.kind.hasFocus)
    stops = [QApplication.focusWidget()]
    while len(stops) < 12:
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        if QApplication.focusWidget() is stops[0]:
            break
        stops.append(QApplication.focusWidget())
    where = [stop.mapTo(dialog, stop.rect().center()) for stop in stops]
    assert where == sorted(where, key=lambda at: (at.y() // 12, at.x()))
    last = ("path", "choose", "save", "cancel")
    assert [stop.objectName() for stop in stops[-4:]] == [name_of(dialog, part) for part in last]


def test_enter_on_the_button_of_the_file_chooses_one_and_elsewhere_it_saves(dialog, qtbot):
    heard = wanted(dialog)
    choose = dialog.findChild(QAbstractButton, name_of(dialog, "choose"))
    choose.setFocus()
    qtbot.waitUntil(choose.hasFocus)
    QTest.keyClick(choose, Qt.Key.Key_Return)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None and heard == [] and dialog.isVisible()
    chooser.reject()
    path = dialog.findChild(QLineEdit, name_of(dialog, "path"))
    path.setFocus()
    qtbot.waitUntil(path.hasFocus)
    QTest.keyClick(path, Qt.Key.Key_Return)
    assert heard == [dialog.path]


def test_save_is_asked_for_with_the_name_that_is_offered(dialog, tmp_path):
    heard = wanted(dialog)
    press(dialog, "save")
    assert heard == [str(tmp_path / f"backlight-update-12{dialog.suffix}")]


def test_a_name_is_offered_that_no_file_has(dialog, tmp_path):
    for name in ("backlight-update-12", "backlight-update-12-2"):
        (tmp_path / f"{name}{dialog.suffix}").touch()
    dialog.suggest(str(tmp_path), "backlight-update-12")
    assert Path(dialog.path).name == f"backlight-update-12-3{dialog.suffix}"


def test_a_file_that_is_there_is_replaced_only_when_it_is_said_again(dialog, tmp_path):
    heard = wanted(dialog)
    Path(dialog.path).write_bytes(b"older")
    press(dialog, "save")
    assert heard == [] and "is already there. Save again to replace it" in said(dialog)
    press(dialog, "save")
    assert heard == [dialog.path]


@pytest.mark.parametrize("text", ["", "   ", "picture", "folder/picture.png"])
def test_without_a_folder_it_says_what_is_missing(dialog, text):
    heard = wanted(dialog)
    dialog.findChild(QLineEdit, name_of(dialog, "path")).setText(text)
    press(dialog, "save")
    assert heard == [] and "Choose a folder and a name for the file first." in said(dialog)


def test_a_name_without_an_ending_is_given_that_of_its_kind(dialog, tmp_path):
    dialog.findChild(QLineEdit, name_of(dialog, "path")).setText(str(tmp_path / "my.picture"))
    assert dialog.path == str(tmp_path / f"my.picture{dialog.suffix}")


def test_a_folder_that_cannot_be_asked_is_refused_in_a_sentence(dialog):
    # The name of a folder may have 255 bytes at most: Python raises where it asks for such a file.
    folder = f"/{'x' * 300}"
    dialog.suggest(folder, "picture")
    press(dialog, "save")
    assert "could not be written" in said(dialog)


def test_enter_saves_wherever_the_keyboard_is_and_opens_no_chooser(dialog, qtbot):
    heard = wanted(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for field in (dialog.kind, dialog.findChild(QLineEdit, name_of(dialog, "path"))):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(heard) == 2
    assert dialog.findChild(QFileDialog) is None


def test_escape_right_after_the_letter_of_save_leaves_it_unsaved(dialog, qtbot):
    heard = wanted(dialog)
    save = dialog.findChild(QAbstractButton, name_of(dialog, "save"))
    # What Qt does for the button's letter: the button is seen to go down, and is clicked 100 ms later.
    save.animateClick()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not save.isDown())
    QApplication.processEvents()
    assert heard == []


def test_the_number_behind_a_name_belongs_to_its_kind(dialog, tmp_path):
    (tmp_path / f"backlight-update-12{dialog.suffix}").touch()
    dialog.suggest(str(tmp_path), "backlight-update-12")
    first = dialog.suffix
    assert Path(dialog.path).name == f"backlight-update-12-2{first}"
    other = next(i for i in range(dialog.kind.count()) if f".{dialog.kind.itemData(i)[0]}" != first)
    dialog.kind.setCurrentIndex(other)
    assert Path(dialog.path).name == f"backlight-update-12{dialog.suffix}"
    dialog.kind.setCurrentIndex(0)
    assert Path(dialog.path).name == f"backlight-update-12-2{first}"


def test_a_name_of_ones_own_keeps_everything_but_its_ending(dialog, tmp_path):
    field = dialog.findChild(QLineEdit, name_of(dialog, "path"))
    field.setText(str(tmp_path / f"mine-2{dialog.suffix}"))
    other = next(i for i in range(dialog.kind.count()) if f".{dialog.kind.itemData(i)[0]}" != dialog.suffix)
    dialog.kind.setCurrentIndex(other)
    assert Path(dialog.path).name == f"mine-2{dialog.suffix}"


def test_an_offered_name_can_be_offered_anew_and_a_name_of_ones_own_stays(dialog, tmp_path):
    dialog.suggest_anew("backlight-update-15")
    assert Path(dialog.path).name == f"backlight-update-15{dialog.suffix}"
    dialog.findChild(QLineEdit, name_of(dialog, "path")).setText(str(tmp_path / f"mine{dialog.suffix}"))
    dialog.suggest_anew("backlight-update-16")
    assert Path(dialog.path).name == f"mine{dialog.suffix}"


def test_the_chooser_offers_each_kind_and_a_name_chooses_its_kind(dialog, tmp_path):
    press(dialog, "choose")
    chooser = dialog.findChild(QFileDialog)
    assert chooser.selectedNameFilter() == f"{dialog.suffix[1:].upper()} (*{dialog.suffix})"
    expected = (
        ["PNG (*.png)", "SVG (*.svg)"]
        if isinstance(dialog, PictureDialog)
        else ["GIF (*.gif)", "WebP (*.webp)", "MP4 (*.mp4)"]
    )
    assert [name.casefold() for name in chooser.nameFilters()] == [name.casefold() for name in expected]
    last = expected[-1]
    chooser.filterSelected.emit(chooser.nameFilters()[-1])
    assert f"(*.{chooser.defaultSuffix()})" in last
    chooser.fileSelected.emit(str(tmp_path / f"mine.{chooser.defaultSuffix()}"))
    assert dialog.suffix == f".{chooser.defaultSuffix()}"
    assert Path(dialog.path).name == f"mine{dialog.suffix}"
    chooser.reject()


@pytest.mark.parametrize("is_left", [False, True])
def test_an_ending_that_is_typed_chooses_its_kind(dialog, qtbot, tmp_path, is_left):
    heard, field = wanted(dialog), dialog.findChild(QLineEdit, name_of(dialog, "path"))
    last = f".{dialog.kind.itemData(dialog.kind.count() - 1)[0]}"
    assert last != dialog.suffix
    if last == ".mp4":
        dialog.problem_with_kind = lambda: ""
    field.setText(f"{tmp_path / 'mine'}{last.upper()}")
    if is_left:
        dialog.activateWindow()
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Tab)
        assert dialog.suffix == last
    press(dialog, "save")
    assert dialog.suffix == last and heard == [f"{tmp_path / 'mine'}{last.upper()}"]


def test_with_the_kind_the_ending_changes(dialog):
    endings = []
    for i in range(dialog.kind.count()):
        dialog.kind.setCurrentIndex(i)
        endings.append(Path(dialog.path).name.removeprefix("backlight-update-12"))
    known = [".png", ".png", ".png", ".svg"]
    assert endings == (known if isinstance(dialog, PictureDialog) else [".gif", ".webp", ".mp4"])


def test_while_it_is_busy_only_cancel_is_left_and_stops_before_it_closes(dialog):
    stopped: list[bool] = []
    dialog.cancel_wanted.connect(lambda: stopped.append(True))
    dialog.show_busy(True)
    enabled = {b.objectName() for b in dialog.findChildren(QAbstractButton) if b.isEnabled()}
    assert enabled == {name_of(dialog, "cancel")}
    assert not any(box.isEnabled() for box in dialog.findChildren(QComboBox))
    dialog.show_progress(0.37)
    assert dialog.findChild(QProgressBar).value() == 37
    press(dialog, "cancel")
    assert stopped == [True] and dialog.isVisible()
    dialog.show_busy(False)
    press(dialog, "cancel")
    assert stopped == [True] and not dialog.isVisible()


def test_a_refusal_is_said_as_it_is_and_goes_with_another_name(dialog, tmp_path):
    dialog.show_busy(True)
    dialog.show_error("<b>/no</b> could not be written.")
    assert said(dialog).endswith("<b>/no</b> could not be written.")
    assert not dialog.findChild(QProgressBar).isVisible()
    dialog.findChild(QLineEdit, name_of(dialog, "path")).setText(str(tmp_path / "b"))
    assert said(dialog) == ""


def test_a_file_chosen_in_the_systems_dialog_may_be_replaced_as_it_has_asked(dialog, tmp_path):
    theme = make_theme("light")
    dialog.set_theme(theme)
    press(dialog, "choose")
    system = dialog.findChild(QFileDialog)
    assert system.styleSheet() == sheet_of(theme)
    path = tmp_path / f"old{dialog.suffix}"
    path.touch()
    heard = wanted(dialog)
    system.fileSelected.emit(str(path))
    system.reject()
    press(dialog, "save")
    assert heard == [str(path)]


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_at_every_size_of_type_no_sentence_is_cut(dialog, qtbot, scale):
    dialog.setStyleSheet(f"QWidget {{ font-size: {round(13 * scale)}px; }}")
    dialog.set_theme(Theme(scale=scale))
    dialog.show_error("a long sentence that has to be broken into several lines to be read " * 3)
    qtbot.waitUntil(lambda: all(needed(label) <= label.height() for label in dialog.findChildren(QLabel)))


def needed(label: QLabel) -> int:
    return label.heightForWidth(label.width()) if label.wordWrap() and label.isVisible() else 0


def test_after_the_work_no_empty_place_is_left_for_its_progress(dialog):
    # It is measured once more when every part has the sizes of its type.
    QApplication.processEvents()
    before = dialog.size()
    dialog.show_busy(True)
    assert dialog.height() > before.height()
    dialog.show_busy(False)
    assert dialog.size() == before
