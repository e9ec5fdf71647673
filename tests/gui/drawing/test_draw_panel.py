"""The Draw panel: what it asks for, and what it shows of the network's reading."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.data.ink import ink_from_strokes
from core.engine.snapshot import DataInfo
from gui.drawing.draw_panel import DrawPanel
from gui.drawing.ink_preview import is_drawn_like
from gui.drawing.intended_label_row import IntendedLabelRow
from gui.theme.tokens import make_theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def stack(qapp: QApplication) -> Iterator[QUndoStack]:
    stack = QUndoStack()
    yield stack
    stack.clear()


@pytest.fixture
def panel(qtbot: QtBot, stack: QUndoStack) -> DrawPanel:
    panel = DrawPanel(stack)
    qtbot.addWidget(panel)
    panel.set_theme(make_theme("dark"))
    panel.resize(248, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def answer(row: IntendedLabelRow) -> int | None:
    """The class whose button is down."""
    return next((number for number, button in enumerate(row._buttons) if button.isChecked()), None)


class Heard:
    """What the panel said, in order."""

    def __init__(self, panel: DrawPanel) -> None:
        self.said: list[tuple[Any, ...]] = []
        for part, name in (
            (panel, "ink_changed"),
            (panel.intended_label_row, "intended_label_changed"),
            (panel.chooser, "test_digit_wanted"),
            (panel.chooser, "released"),
        ):
            getattr(part, name).connect(lambda *values, n=name: self.said.append((n, *values)))

    def names(self) -> list[str]:
        return [said[0] for said in self.said]


def draw(panel: DrawPanel, *points: tuple[float, float]) -> None:
    """A stroke through points given as shares of the canvas."""
    side = panel.canvas.width()
    at = [QPoint(round(x * side), round(y * side)) for x, y in points]
    QTest.mousePress(panel.canvas, LEFT, pos=at[0])
    for point in at[1:]:
        QTest.mouseMove(panel.canvas, point)
    QTest.mouseRelease(panel.canvas, LEFT, pos=at[-1])


def one(panel: DrawPanel, qtbot: QtBot) -> None:
    draw(panel, (0.5, 0.2), (0.5, 0.5), (0.5, 0.8))
    commit(panel, qtbot)


def commit(panel: DrawPanel, qtbot: QtBot) -> None:
    """Until the last change of the drawing is read."""
    qtbot.waitUntil(lambda: not panel._pause.isActive())


def child(panel: DrawPanel, name: str) -> Any:
    found = panel.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(panel: DrawPanel, name: str) -> None:
    button = child(panel, name)
    assert isinstance(button, QAbstractButton) and button.isVisible() and button.isEnabled()
    button.click()


# --- the drawing


def test_a_drawing_is_told_as_the_ink_of_its_strokes(panel: DrawPanel, qtbot: QtBot) -> None:
    heard = Heard(panel)
    one(panel, qtbot)
    name, ink = heard.said[-1]
    canvas = panel.canvas
    assert name == "ink_changed" and ink.shape == (256,) and ink.dtype == np.float32
    expected = ink_from_strokes(canvas.strokes(), canvas.canvas_size, canvas.pen_width)
    np.testing.assert_array_equal(ink, expected.ravel())
    np.testing.assert_array_equal(panel.preview._ink, expected)


def test_the_first_touch_of_the_pen_is_read_at_once(panel: DrawPanel) -> None:
    heard = Heard(panel)
    QTest.mousePress(panel.canvas, LEFT, pos=QPoint(60, 60))
    assert heard.names() == ["ink_changed"]
    QTest.mouseRelease(panel.canvas, LEFT, pos=QPoint(60, 60))


def test_many_moves_within_eight_milliseconds_are_read_once_more(panel: DrawPanel, qtbot: QtBot) -> None:
    heard = Heard(panel)
    panel._pause.setInterval(60)  # so that even a slow machine is quicker
    draw(panel, (0.3, 0.2), *((0.3 + 0.01 * n, 0.2 + 0.015 * n) for n in range(1, 30)))
    commit(panel, qtbot)
    assert heard.names() == ["ink_changed"] * 2


def test_when_nothing_is_drawn_any_more_there_is_no_ink(panel: DrawPanel, qtbot: QtBot) -> None:
    one(panel, qtbot)
    heard = Heard(panel)
    panel.clear_action.trigger()
    commit(panel, qtbot)
    assert heard.said == [("ink_changed", None)]
    assert not panel.preview._ink.any()


def test_undoing_a_clear_brings_the_drawing_and_its_reading_back(
    panel: DrawPanel, stack: QUndoStack, qtbot: QtBot
) -> None:
    one(panel, qtbot)
    before = panel.preview._ink
    click(panel, "tool_clear")
    commit(panel, qtbot)
    click(panel, "tool_undo")
    commit(panel, qtbot)
    np.testing.assert_array_equal(panel.preview._ink, before)


def test_undo_in_the_panel_is_for_strokes_only(panel: DrawPanel, stack: QUndoStack, qtbot: QtBot) -> None:
    undo = child(panel, "tool_undo")
    assert not undo.isEnabled()
    one(panel, qtbot)
    assert undo.isEnabled()
    stack.push(QUndoCommand("Add a layer"))
    assert not undo.isEnabled()
    stack.undo()
    assert undo.isEnabled()


@pytest.mark.parametrize(("name", "eraser"), [("tool_eraser", True), ("tool_pen", False)])
def test_pen_and_eraser_exclude_each_other(panel: DrawPanel, name: str, eraser: bool) -> None:
    click(panel, "tool_eraser" if not eraser else "tool_pen")
    click(panel, name)
    assert child(panel, "tool_eraser").isChecked() is eraser
    assert child(panel, "tool_pen").isChecked() is not eraser


def test_the_eraser_taken_by_key_is_shown_in_the_tools(panel: DrawPanel) -> None:
    panel.canvas.clearFocus()
    panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.canvas, Qt.Key.Key_E)
    assert child(panel, "tool_eraser").isChecked() and not child(panel, "tool_pen").isChecked()


# --- which digit did you mean?


def test_the_question_appears_with_a_drawing_and_goes_with_it(panel: DrawPanel, qtbot: QtBot) -> None:
    question, nothing = child(panel, "meant_row"), child(panel, "no_drawing_label")
    assert not question.isVisible() and nothing.isVisible()
    assert nothing.text().startswith("No drawing yet: no answer.")
    one(panel, qtbot)
    assert question.isVisible() and not nothing.isVisible()
    panel.canvas.clear()
    commit(panel, qtbot)
    assert not question.isVisible() and nothing.isVisible()


def test_an_answer_is_told_and_the_same_again_takes_it_back(panel: DrawPanel, qtbot: QtBot) -> None:
    one(panel, qtbot)
    heard = Heard(panel)
    for name in ("meant_1", "meant_7", "meant_7"):
        click(panel, name)
    assert heard.said == [
        ("intended_label_changed", 1),
        ("intended_label_changed", 7),
        ("intended_label_changed", None),
    ]
    assert not any(child(panel, f"meant_{digit}").isChecked() for digit in range(10))


def test_a_new_drawing_begins_without_an_answer_but_a_further_stroke_keeps_it(
    panel: DrawPanel, qtbot: QtBot
) -> None:
    one(panel, qtbot)
    click(panel, "meant_1")
    draw(panel, (0.4, 0.3), (0.5, 0.2))
    commit(panel, qtbot)
    assert answer(panel.intended_label_row) == 1
    panel.canvas.clear()
    commit(panel, qtbot)
    one(panel, qtbot)
    assert answer(panel.intended_label_row) is None


# --- choosing a test digit


def test_a_test_digit_is_asked_for(panel: DrawPanel) -> None:
    heard = Heard(panel)
    child(panel, "digit_class").setCurrentIndex(8)
    click(panel, "wrong_digit")
    assert heard.said == [("test_digit_wanted", "wrong", 7)] and panel.chooser.chosen_class == 7


def test_release_is_there_only_while_an_example_is_held(panel: DrawPanel) -> None:
    heard = Heard(panel)
    release = child(panel, "release_digit")
    assert not release.isVisible()
    panel.show_origin("test")
    click(panel, "release_digit")
    assert heard.said == [("released",)]
    panel.show_origin("train")
    assert not release.isVisible()
    panel.show_origin("drawing")
    assert release.isVisible()
    panel.show_origin("train", is_chosen=False)
    assert not release.isVisible()
    panel.show_origin("train", is_chosen=True)
    assert release.isVisible()


def test_a_drawing_that_is_no_longer_read_can_be_shown_again(panel: DrawPanel, qtbot: QtBot) -> None:
    one(panel, qtbot)
    click(panel, "meant_1")
    ink = panel.preview._ink
    panel.show_origin("test")
    panel.show_ink(np.ones(256, dtype=np.float32))
    assert not child(panel, "meant_row").isVisible()
    heard = Heard(panel)
    click(panel, "show_drawing")
    assert heard.names() == ["ink_changed"]
    np.testing.assert_array_equal(heard.said[0][1].reshape(16, 16), ink)
    assert child(panel, "meant_row").isVisible() and answer(panel.intended_label_row) == 1


# --- verbs


def test_verbs_say_nothing(panel: DrawPanel, qtbot: QtBot) -> None:
    one(panel, qtbot)
    heard = Heard(panel)
    panel.set_theme(make_theme("light", 1.5))
    panel.show_source("test digit 1,234, a 5: watched, not trained on")
    panel.chooser.show_pinned(True)
    panel.show_ink(np.zeros(256, dtype=np.float32))
    panel.show_origin("test")
    panel.show_origin("drawing")
    panel.intended_label_row.show_intended_label(3)
    assert heard.said == []


def test_what_the_network_reads_is_shown_with_its_source(panel: DrawPanel) -> None:
    x = (np.arange(256) % 3 == 0).astype(np.float32)
    panel.show_ink(x)
    panel.show_source("training digit 396, a 5")
    np.testing.assert_array_equal(panel.preview._ink, x.reshape(16, 16))
    assert child(panel, "source_label").text() == "training digit 396, a 5"
    # A line breaks between words alone: one of 60 letters would be cut at the edge.
    panel.show_source(f"test example 0: {'x' * 60}; not trained on")
    assert child(panel, "source_label").text() == f"test example 0: {'x' * 23}… not trained on"
    assert "x" * 60 in child(panel, "source_label").accessibleName()
    assert child(panel, "source_label").accessibleDescription().strip() == ""


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
def test_three_lines_of_chinese_beside_what_the_network_reads_are_whole(
    panel: DrawPanel, scale: float
) -> None:
    panel.set_theme(make_theme("dark", scale))
    source = child(panel, "source_label")
    one = source.fontMetrics().size(0, "读").height()
    panel.show_source("第 0 个测试样本：数字 7")
    assert source.height() >= 3 * one
    assert "第 0 个测试样本：数字 7" in source.toolTip()


@pytest.mark.parametrize(
    "text", ["第 0 个测试样本：数字 7；只观看，不用于训练", "第 59,999 个训练样本：" + "很长的类别名" * 5]
)
def test_in_type_of_200_percent_all_words_beside_what_it_reads_have_room_and_nothing_lies_over_them(
    panel: DrawPanel, qtbot: QtBot, text: str
) -> None:
    panel.set_theme(make_theme("dark", 2.0))
    panel.resize(416, 349)
    panel.show_source(text)
    source = panel.findChild(QLabel, "source_label")
    assert source is not None

    def is_whole() -> bool:
        return source.heightForWidth(source.width()) <= source.height()

    def is_free() -> bool:
        return (
            source.mapTo(panel, source.rect().bottomLeft()).y() < panel.chooser.mapTo(panel, QPoint(0, 0)).y()
        )

    for _ in range(5):
        QApplication.processEvents()
    qtbot.waitUntil(lambda: is_whole() and is_free())
    # The next one moves nothing.
    top = panel.chooser.y()
    panel.show_source("第 1 个训练样本：数字 0")
    for _ in range(3):
        QApplication.processEvents()
    assert panel.chooser.y() == top


def test_an_older_message_does_not_replace_the_reading_under_the_pen(panel: DrawPanel) -> None:
    QTest.mousePress(panel.canvas, LEFT, pos=QPoint(60, 60))
    ink = panel.preview._ink
    panel.show_ink(np.ones(256, dtype=np.float32))
    panel.show_origin("train")
    np.testing.assert_array_equal(panel.preview._ink, ink)
    assert child(panel, "meant_row").isVisible()
    QTest.mouseRelease(panel.canvas, LEFT, pos=QPoint(60, 60))


# --- room


@pytest.mark.parametrize(
    ("width", "height", "scale", "side"),
    [(208, 482, 1.0, 184), (248, 600, 1.0, 224), (208, 300, 1.0, 96), (416, 1000, 2.0, 368)],
)
def test_the_canvas_takes_the_room_there_is_and_nothing_is_cut_off(
    panel: DrawPanel, qtbot: QtBot, width: int, height: int, scale: float, side: int
) -> None:
    panel.set_theme(make_theme("dark", scale))
    panel.resize(width, height)
    QApplication.processEvents()
    assert panel.canvas.width() == panel.canvas.height() == pytest.approx(side, abs=14)
    content = panel.widget()
    assert content.width() <= panel.viewport().width()
    for widget in content.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, (QAbstractButton, QComboBox)):
            assert widget.width() >= min(widget.sizeHint().width(), widget.minimumSizeHint().width())
            assert min(widget.width(), widget.height()) >= 24


def test_nothing_moves_when_a_drawing_begins_or_an_example_is_held(panel: DrawPanel, qtbot: QtBot) -> None:
    panel.resize(208, 482)
    QApplication.processEvents()
    watched = [panel.canvas, panel.preview, child(panel, "tool_pen"), child(panel, "wrong_digit")]
    before = [widget.geometry() for widget in watched]
    one(panel, qtbot)
    panel.chooser.show_pinned(True)
    panel.show_source("test digit 1,234, a 5: watched, not trained on")
    QApplication.processEvents()
    assert [widget.geometry() for widget in watched] == before


def test_every_control_has_a_name_and_a_tooltip(panel: DrawPanel) -> None:
    controls = [
        w for w in panel.widget().findChildren(QWidget) if isinstance(w, (QAbstractButton, QComboBox))
    ]
    assert len(controls) == 6 + 10 + 1 + 4 + 1 + 1
    for control in controls:
        assert control.objectName() and control.accessibleName() and control.toolTip(), control
    assert all(label.text() for label in panel.findChildren(QLabel) if label.objectName() != "source_label")


def test_the_clear_action_has_the_name_that_others_rely_on(panel: DrawPanel) -> None:
    assert panel.clear_action.objectName() == "action_clear_canvas"
    assert not panel.clear_action.shortcut().isEmpty()


TABLE = DataInfo(DatasetSpec("own", path="a.csv"), ("cat", "dog"), None)
LETTERS = DataInfo(DatasetSpec("own", path="letters"), tuple("abcdefghijklmnopqrstuvwxyz"), (16, 16))


def test_only_ink_can_be_drawn(panel: DrawPanel) -> None:
    for data, drawn in ((TABLE, False), (DataInfo(), True), (LETTERS, True)):
        panel.show_data(data)
        assert panel.canvas.isVisible() is drawn
        assert child(panel, "not_drawn").isVisible() is not drawn
        assert child(panel, "tool_pen").isVisible() is drawn
    grey = DataInfo(DatasetSpec("own", path="p", as_ink=False), ("cat", "dog"), (16, 16))
    assert not is_drawn_like(grey)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (TABLE, "numbers"),
        (DataInfo(DatasetSpec("line", "drawn", points=((0.0, 0.0), (1.0, 1.0))), (), None), "numbers"),
        (DataInfo(DatasetSpec("own", path="p", as_ink=False), ("cat", "dog"), (28, 28)), "other pictures"),
    ],
)
def test_where_nothing_can_be_drawn_it_says_what_a_drawing_is(
    panel: DrawPanel, data: DataInfo, what: str
) -> None:
    panel.show_data(data)
    # A curve may well have been drawn by hand.
    label = child(panel, "not_drawn")
    assert isinstance(label, QLabel)
    assert "16 × 16" in label.text() and what in label.text() and "by hand" not in label.text()


def test_the_canvas_invites_to_draw_what_the_examples_are(panel: DrawPanel) -> None:
    panel.show_data(DataInfo(DatasetSpec("own", path="shapes"), ("circle", "square", "triangle"), (16, 16)))
    assert panel.canvas.toolTip().startswith("Draw one of these here: circle, square, triangle\n")
    panel.show_data(LETTERS)
    assert panel.canvas.toolTip().startswith("Draw one of these here: a, b, c, d, e, f, …\n")
    panel.show_data(DataInfo())
    assert panel.canvas.toolTip().startswith("Draw a digit here.\n")


def test_other_examples_have_other_answers(panel: DrawPanel, qtbot: QtBot) -> None:
    panel.show_data(DataInfo(DatasetSpec(classes=(3, 8)), ("3", "8")))
    one(panel, qtbot)
    intended_label: list[object] = []
    panel.intended_label_row.intended_label_changed.connect(intended_label.append)
    click(panel, "meant_1")
    assert intended_label == [1] and child(panel, "meant_1").text() == "8"
    box = child(panel, "digit_class")
    assert [box.itemText(i) for i in range(1, box.count())] == ["3", "8"]
    panel.show_data(LETTERS)
    assert (
        answer(panel.intended_label_row) is None
        and panel.intended_label_row.findChild(QWidget, "meant_1") is None
    )
    assert box.count() == 27


def test_without_classes_nothing_is_right_or_wrong(panel: DrawPanel) -> None:
    panel.show_data(DataInfo(DatasetSpec("line", "sine"), (), None))
    assert not child(panel, "wrong_digit").isVisible() and not child(panel, "digit_class").isVisible()
    assert not panel.preview.isVisible()
    panel.show_ink(np.zeros(1, np.float32))
    panel.show_data(DataInfo())
    assert child(panel, "wrong_digit").isVisible() and panel.preview.isVisible()


def test_a_picture_of_another_size_is_shown_whole(panel: DrawPanel) -> None:
    panel.show_data(DataInfo(DatasetSpec("own", path="p", as_ink=False), ("cat", "dog"), (20, 64)))
    x = np.random.default_rng(0).random(20 * 64).astype(np.float32)
    panel.show_ink(x)
    assert np.array_equal(panel.preview._ink.ravel(), x)
    panel.preview.grab()


def test_chinese_words_are_not_cut_at_the_foot(panel: DrawPanel) -> None:
    label = panel.findChild(QLabel, "reads_label")
    assert isinstance(label, QLabel)
    for scale in (1.0, 1.5, 2.0):
        panel.set_theme(make_theme("dark", scale))
        label.setText("网络看到的输入")
        assert label.height() >= label.sizeHint().height()


def test_the_panel_itself_is_no_stop_of_the_keyboard(qtbot: QtBot) -> None:
    panel = DrawPanel(QUndoStack())
    qtbot.addWidget(panel)
    assert panel.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_in_a_low_panel_at_large_type_all_of_the_canvas_is_in_sight_at_once(panel: DrawPanel) -> None:
    panel.set_theme(make_theme("dark", 3.0))
    panel.resize(512, 260)
    QApplication.processEvents()
    assert 150 <= panel.canvas.height() <= panel.viewport().height()
