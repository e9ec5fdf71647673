"""The chrome's look: grey, readable, visible when focused, the same at every size of type."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QToolBar,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.theme.tokens import Theme, make_theme
from gui.widgets.layouts import column
from gui.widgets.tabs_and_scrolling import tabs_of
from tests.gui.whole_look import apply_theme

THEMES = ("dark", "light")
SCALES = (0.8, 1.0, 1.5, 2.0)


@pytest.fixture(autouse=True)
def undressed_afterwards(qapp: QApplication) -> Iterator[None]:
    font = QFont(qapp.font())
    yield
    qapp.setStyleSheet("")
    qapp.setFont(font)


def luminance(colour: QColor) -> float:
    """WCAG 2, relative luminance."""
    parts = []
    for part in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2, contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def dressed(qtbot: QtBot, qapp: QApplication, theme: Theme, widget: QWidget) -> QWidget:
    apply_theme(qapp, theme)
    qtbot.addWidget(widget)
    widget.show()
    qapp.sendPostedEvents()
    return widget


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", SCALES)
def test_qt_understands_the_whole_sheet(qtbot: QtBot, qapp: QApplication, name: str, scale: float) -> None:
    # What Qt can't parse it reports, and a report fails the test.
    dressed(qtbot, qapp, make_theme(name, scale), QPushButton("Add a layer"))
    assert qapp.styleSheet().count("{") == qapp.styleSheet().count("}")


@pytest.mark.parametrize("name", THEMES)
def test_no_colour_in_the_sheet_is_a_value(qapp: QApplication, name: str) -> None:
    theme = make_theme(name)
    apply_theme(qapp, theme)
    used = {colour.upper() for colour in re.findall(r"#[0-9a-fA-F]{6}\b", qapp.styleSheet())}
    values = {getattr(theme.colours, token) for token in ("plus", "minus", "grad_plus", "grad_minus", "test")}
    assert used and not used & values


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_also_where_it_is_disabled(qapp: QApplication, name: str) -> None:
    apply_theme(qapp, make_theme(name))
    palette = qapp.palette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    for ink, paper in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
    ):
        assert contrast(palette.color(group.Active, ink), palette.color(group.Active, paper)) >= 7
        assert contrast(palette.color(group.Disabled, ink), palette.color(group.Disabled, paper)) >= 3
    assert contrast(palette.color(role.PlaceholderText), palette.color(role.Base)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_only_run_is_filled(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme = make_theme(name)
    box = QWidget()
    buttons = {name: QToolButton(box) for name in ("run_button", "rewind_button")}
    for place, (object_name, button) in enumerate(buttons.items()):
        button.setObjectName(object_name)
        button.setGeometry(0, 40 * place, 80, 30)
    box.resize(100, 80)
    dressed(qtbot, qapp, theme, box)
    image = box.grab().toImage()
    assert image.pixelColor(40, 5) == theme.colour("text")
    assert image.pixelColor(40, 45) == theme.colour("window")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QLineEdit, QComboBox])
def test_what_has_the_keyboard_has_an_outline_of_two_pixels(
    qtbot: QtBot, qapp: QApplication, name: str, kind: type[QWidget]
) -> None:
    theme = make_theme(name)
    box = QWidget()
    other, control = QPushButton(box), kind(box)
    other.setGeometry(0, 0, 80, 30)
    control.setGeometry(0, 40, 80, 30)
    box.resize(100, 80)
    dressed(qtbot, qapp, theme, box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)

    def edge() -> list[QColor]:
        image = box.grab().toImage()
        return [image.pixelColor(25, 40 + row) for row in range(3)]

    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert theme.colour("text") not in edge()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge()[:2] == [theme.colour("text")] * 2
    assert edge()[2] != theme.colour("text")


@pytest.mark.parametrize("name", THEMES)
def test_a_button_that_tab_has_reached_has_its_outline_alone_around_its_word(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme = make_theme(name)
    box = QWidget()
    other, button = QPushButton(box), QPushButton("ggg", box)
    other.setGeometry(0, 0, 80, 30)
    button.setGeometry(0, 40, 80, 30)
    box.resize(100, 80)
    dressed(qtbot, qapp, theme, box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    # Only after such a key Qt paints its own frame, around the words.
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    assert button.hasFocus()
    image = box.grab().toImage()
    inside = {image.pixelColor(x, 45).name() for x in range(6, 74)}
    assert inside == {theme.colour("window").name()}


@pytest.mark.parametrize("name", THEMES)
def test_the_filled_button_shows_its_focus_against_its_fill_and_the_bar(name: str) -> None:
    theme = make_theme(name)
    assert contrast(theme.colour("node"), theme.colour("text")) >= 3
    assert contrast(theme.colour("node"), theme.colour("panel")) >= 3


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QLineEdit, QComboBox])
def test_controls_are_thirty_pixels_high_at_every_size_of_type(
    qtbot: QtBot, qapp: QApplication, scale: float, kind: type[QWidget]
) -> None:
    control = kind()
    dressed(qtbot, qapp, make_theme("dark", scale), control)
    assert 28 * scale <= control.sizeHint().height() <= 34 * scale
    assert control.sizeHint().height() >= 24


def test_focus_moves_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    for kind in (QPushButton, QToolButton, QLineEdit, QComboBox):
        control = kind()
        dressed(qtbot, qapp, make_theme("dark"), control)
        before = control.sizeHint()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.sizeHint() == before


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", SCALES)
def test_a_focused_tab_is_outlined_and_nothing_of_its_word_is_cut_off_or_moved(
    qtbot: QtBot, qapp: QApplication, name: str, scale: float
) -> None:
    theme = make_theme(name, scale)
    box = QWidget()
    field, pages = QLineEdit(), tabs_of("pages", QWidget(), QWidget())
    tabs = pages.tabBar()
    column(box, field, pages)
    for place, word in enumerate(("Draw", "Inspect")):
        tabs.setTabText(place, word)
    dressed(qtbot, qapp, theme, box)
    pictures = []
    for focuses in (False, True):
        (tabs if focuses else field).setFocus()
        qapp.processEvents()
        assert tabs.hasFocus() is focuses
        pictures.append((tabs.sizeHint(), tabs.tabRect(0), tabs.grab().toImage()))
    (size, first, before), (focused_size, focused_first, after) = pictures
    assert (size, first) == (focused_size, focused_first)
    # Within the corners of the frame.
    inset = round(theme.px(4))
    inside = first.adjusted(inset, inset, -inset, -inset)
    assert before.copy(inside) == after.copy(inside)
    assert before.copy(first) != after.copy(first)
    assert after.pixelColor(first.x(), first.center().y()) == theme.colour("text")


@pytest.mark.parametrize("name", THEMES)
def test_the_box_of_a_run_that_is_not_shown_stands_out_from_its_row(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme = make_theme(name)
    tree = QTreeWidget()
    item = QTreeWidgetItem(tree, [""])
    item.setCheckState(0, Qt.CheckState.Unchecked)
    dressed(qtbot, qapp, theme, tree)
    image, row = tree.viewport().grab().toImage(), tree.visualItemRect(item)
    drawn = [image.pixelColor(x, row.center().y()) for x in range(row.left() + 1, row.left() + 24)]
    # WCAG 2.1, success criterion 1.4.11.
    assert max(contrast(colour, theme.colour("panel")) for colour in drawn) >= 3


def test_type_grows_with_the_scale(qapp: QApplication) -> None:
    for scale, pixels in ((0.8, 10), (1.0, 13), (2.0, 26)):
        apply_theme(qapp, make_theme("dark", scale))
        assert qapp.font().pixelSize() == pixels


@pytest.mark.parametrize("scale", SCALES)
def test_a_fields_button_that_clears_it_stands_in_the_middle_of_its_height(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, make_theme("dark", scale))
    field = QLineEdit("drop")
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    field.show()
    button = field.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    above, below = button.y(), field.height() - button.y() - button.height()
    assert above >= 2 and abs(above - below) <= 1
    assert button.x() + button.width() <= field.width() - 2


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", SCALES)
def test_the_frame_of_run_stands_out_from_the_button_and_from_the_bar(
    qtbot: QtBot, qapp: QApplication, name: str, scale: float
) -> None:
    theme = make_theme(name, scale)
    bar = QToolBar()
    run, other = QToolButton(), QToolButton()
    run.setObjectName("run_button")
    for button in (run, other):
        button.setText("Run")
        bar.addWidget(button)
    dressed(qtbot, qapp, theme, bar)
    bar.resize(300, 60)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    other.setFocus()
    size = run.size()

    def column() -> list[QColor]:
        place = run.mapTo(bar, run.rect().center())
        picture = bar.grab().toImage()
        return [picture.pixelColor(place.x() - run.width() // 3, y) for y in range(run.y() - 1, place.y())]

    before = column()
    run.setFocus()
    after = column()
    assert run.size() == size
    changed = [(new, old) for new, old in zip(after, before, strict=True) if contrast(new, old) >= 3]
    assert changed, "a ring of the bar's colour parts the frame from the button"
    assert contrast(after[0], after[1]) >= 3, "the frame from the bar"
    for new, _ in changed:
        assert contrast(new, after[-1]) >= 3, "the gap from the button"
