"""What wears a theme looks like it, with all that is in it, and what surrounds it stays as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.style_sheet import apply_theme, sheet_of
from gui.theme.tokens import Theme, make_theme
from gui.theme.worn_sheet import OldSheet, WornSheet, is_worn, put_on, wear, wear_own_size, worn_by

DARK, LIGHT, LARGE = make_theme("dark"), make_theme("light"), make_theme("dark", 1.5)


@pytest.fixture
def part(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """A part of a window, with a button; another button is beside the part."""
    # As the window does: when first shown, a control takes back the type that it was made with.
    apply_theme(qapp, DARK)
    window, part = QWidget(), QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(part)
    row.addWidget(QPushButton("beside"))
    QHBoxLayout(part).addWidget(QPushButton("in it"))
    window.show()
    yield part


def top_left(button: QPushButton) -> str:
    """The colour of a button's upper edge, in the middle."""
    image = button.grab().toImage()
    return image.pixelColor(image.width() // 2, 0).name().upper()


@pytest.mark.parametrize("themes", [(DARK, LIGHT), (LIGHT, LARGE), (LARGE, DARK)])
def test_what_is_in_it_has_colours_and_sizes_of_the_theme_and_its_neighbour_has_not(
    part: QWidget, qapp: QApplication, themes: tuple[Theme, Theme]
) -> None:
    inside = part.findChild(QPushButton)
    beside = next(b for b in part.window().findChildren(QPushButton) if b.text() == "beside")
    assert inside is not None
    for theme in themes:
        apply_theme(qapp, theme)
        wear(part, theme)
        QApplication.processEvents()
        assert top_left(inside) == theme.colours.border.upper()
        assert inside.minimumSizeHint().height() >= round(theme.px(20)) and is_worn(inside, theme)
        assert not is_worn(beside, theme) and beside.styleSheet() == ""


def test_a_dialog_in_the_window_has_no_sheet_before_it_wears_one(part: QWidget) -> None:
    wear(part, LIGHT)
    dialog = QDialog(part.window())
    button = QPushButton(dialog)
    assert not is_worn(button, LIGHT)
    wear(dialog, LIGHT)
    assert is_worn(button, LIGHT) and not is_worn(button, DARK)


def test_the_same_sheet_is_not_put_on_again(part: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    put: list[str] = []
    set_sheet = part.setStyleSheet
    monkeypatch.setattr(part, "setStyleSheet", lambda sheet: (put.append(sheet), set_sheet(sheet)))
    for theme in (DARK, DARK, LIGHT):
        wear(part, theme)
    # From none: some of Qt's widgets would keep the font of the sheet before.
    assert put == [sheet_of(DARK), "", sheet_of(LIGHT)]


def test_in_turns_the_old_one_is_off_before_the_new_one_is_on(part: QWidget) -> None:
    wear(part, DARK)
    off, on = worn_by(part)
    assert (off, on) == (OldSheet(part), WornSheet(part))
    off.set_theme(DARK)
    assert part.styleSheet() == sheet_of(DARK)
    off.set_theme(LIGHT)
    assert part.styleSheet() == ""
    on.set_theme(LIGHT)
    assert part.styleSheet() == sheet_of(LIGHT)


def test_who_has_a_size_of_its_own_keeps_its_sheet(part: QWidget) -> None:
    wear_own_size(part)
    put_on(part, "QLabel { font-size: 9px; }")
    for each in (OldSheet(part), WornSheet(part)):
        each.set_theme(LIGHT)
    wear(part, DARK)
    assert part.styleSheet() == "QLabel { font-size: 9px; }"
