"""The page leads from stage to stage by buttons, keys and a slider, and says where it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.training.config import TrainingConfig
from gui.theme.tokens import Theme
from gui.unrolling import unrolling_page
from gui.unrolling.race_settings import RaceSettings
from gui.unrolling.unrolling_page import UnrollingPage
from tests.gui.unrolling.made_layers import made_layers

SETTINGS = RaceSettings((TrainingConfig(),) * 3)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[UnrollingPage]:
    page = UnrollingPage()
    qtbot.addWidget(page)
    page.set_theme(Theme())
    page.resize(790, 480)
    page.show()
    yield page


def text(page: UnrollingPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_before_the_engine_has_answered_it_says_so(page: UnrollingPage) -> None:
    assert "The engine draws the weights" in text(page, "unrolling_told")
    assert "The engine draws the weights" in page.accessibleDescription()
    assert [button.text() for button in page.steps] == ["1  dense", "2  windows", "3  shared", "4  the race"]


def test_counts_stand_on_the_steps_and_beside_the_words(page: UnrollingPage) -> None:
    page.show_made(made_layers(), 0.0)
    assert [button.text() for button in page.steps[:3]] == [
        "1  dense  524,288",
        "2  windows  16,928",
        "3  shared  72",
    ]
    assert text(page, "unrolling_count") == "524,288 weights" and "Space" in text(page, "unrolling_proof")
    page.show_position(2.0)
    assert text(page, "unrolling_count") == "72 weights"
    assert "2.4·10⁻⁷" in text(page, "unrolling_proof")


def test_space_and_the_arrows_ask_for_the_next_step_and_the_one_before(
    page: UnrollingPage, qtbot: QtBot
) -> None:
    page.show_made(made_layers(), 0.0)
    for key, at, step in (
        (Qt.Key.Key_Space, 0, 1),
        (Qt.Key.Key_Right, 1, 2),
        (Qt.Key.Key_Right, 2, 3),
        (Qt.Key.Key_Left, 3, 2),
    ):
        page.show_step(at)
        with qtbot.waitSignal(page.step_wanted, check_params_cb=lambda wanted, step=step: wanted == step):
            qtbot.keyClick(page, key)
    page.show_step(0)
    with qtbot.assertNotEmitted(page.step_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_where_a_key_leads_is_heard_at_once_and_its_numbers_once_the_layer_is_there(
    page: UnrollingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(unrolling_page, "announce", lambda _page, sentence: heard.append(sentence))
    page.step_wanted.connect(page.show_step)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    page.show_made(made_layers(), 0.0)
    page.show_step(0)
    page.show_position(0.0)
    assert heard == ["The engine draws the weights and compares the outputs …"], (
        "there was nothing yet to lead"
    )
    heard.clear()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    for position in (0.0, 0.5):
        page.show_position(position)
        assert heard == ["2  windows"]
        assert page.accessibleDescription() == "2  windows. one layer, 256 → 2,048"
    page.show_position(1.0)
    assert len(heard) == 2 and heard[1].startswith("16,928 weights. ")
    assert page.accessibleDescription().startswith("2  windows. 16,928 weights. ")
    page.show_position(1.0)
    qtbot.keyClick(page, Qt.Key.Key_3)
    page.show_position(2.0)
    assert heard[2] == "3  shared" and heard[3].startswith("72 weights. ") and "2.4·10⁻⁷" in heard[3]
    page.steps[3].click()
    page.show_position(2.0)
    assert heard[4:] == ["4  the race"]
    # Somebody who comes again, and looks where one is.
    assert page.accessibleDescription() == "4  the race. one layer, 256 → 2,048"
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert heard[5:] == ["4  the race. There is no step after it."]


def test_a_step_that_is_there_at_once_is_heard_in_one_sentence(
    page: UnrollingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(unrolling_page, "announce", lambda _page, sentence: heard.append(sentence))
    page.show_made(made_layers(), 0.0)
    page.step_wanted.connect(page.show_step)
    page.step_wanted.connect(lambda step: page.show_position(float(step)))
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert len(heard) == 1 and heard[0].startswith("2  windows. 16,928 weights. ")
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_Left)
    assert heard[2:] == ["1  dense. There is no step before it."]


def test_up_and_down_choose_a_map_and_shift_moves_the_cell(page: UnrollingPage, qtbot: QtBot) -> None:
    page.show_made(made_layers(), 2.0)
    view = page.scene.view
    assert view is not None
    cell = view.cell
    qtbot.keyClick(page, Qt.Key.Key_Down)
    qtbot.keyClick(page, Qt.Key.Key_Down)
    qtbot.keyClick(page, Qt.Key.Key_Up)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    view = page.scene.view
    assert view is not None and (view.map, view.cell) == (1, cell + 17)


def test_a_click_on_a_step_asks_for_it_and_checks_nothing_by_itself(
    page: UnrollingPage, qtbot: QtBot
) -> None:
    page.show_made(made_layers(), 0.0)
    with qtbot.waitSignal(page.step_wanted, check_params_cb=lambda step: step == 2):
        qtbot.mouseClick(page.steps[2], Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in page.steps] == [True, False, False, False]
    page.show_step(3)
    assert page.steps[3].isChecked() and page.race.isVisible() and not page.scene.isVisible()
    assert not page.slider.isVisible()


def test_the_slider_leads_to_any_cell_and_follows_without_asking(page: UnrollingPage, qtbot: QtBot) -> None:
    page.show_made(made_layers(), 0.0)
    with qtbot.waitSignal(page.position_wanted, check_params_cb=lambda position: position == 1.25):
        page.slider.setValue(320)
    with qtbot.assertNotEmitted(page.position_wanted):
        page.show_position(0.5)
    assert page.slider.value() == 128 and "128 of 256 cells are cut" in text(page, "unrolling_told")
    assert page.slider.accessibleDescription() == text(page, "unrolling_told")


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_at_any_size_of_type_the_pictures_have_room_and_no_button_is_cut(
    page: UnrollingPage, qtbot: QtBot, scale: float
) -> None:
    page.show_made(made_layers(), 2.0)
    page.resize(810, 380)
    page.set_theme(Theme("dark", scale))

    def has_room() -> bool:
        fits = all(button.width() >= button.minimumSizeHint().width() for button in page.steps)
        return fits and page.width() == 810 and page.scene.height() > 110

    qtbot.waitUntil(has_room)
    for button in page.steps:
        left = button.mapTo(page, button.rect().topLeft())
        right = button.mapTo(page, button.rect().bottomRight())
        assert page.rect().contains(left) and page.rect().contains(right)
    assert scale > 2 or len(page.scene.geometry_now().kernels) == 8


def test_at_the_race_space_begins_it_and_then_is_the_trainings_again(
    page: UnrollingPage, qtbot: QtBot
) -> None:
    page.show_step(3)
    page.race.show_settings(SETTINGS, "ready")
    page.setFocus()
    with qtbot.waitSignal(page.race.run_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Space)
    page.race.show_settings(SETTINGS, "running")
    with qtbot.assertNotEmitted(page.race.run_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Space)


def test_each_stage_has_the_key_of_its_number(page: UnrollingPage, qtbot: QtBot) -> None:
    for number, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)):
        with qtbot.waitSignal(page.step_wanted, check_params_cb=lambda step, number=number: step == number):
            qtbot.keyClick(page, key)


def test_with_ctrl_its_keys_are_the_windows(page: UnrollingPage) -> None:
    def is_own(key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        QApplication.sendEvent(page, event)
        return event.isAccepted()

    modifier = Qt.KeyboardModifier
    for key in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Space):
        assert is_own(key, modifier.NoModifier)
        assert not is_own(key, modifier.ControlModifier) and not is_own(key, modifier.ShiftModifier)
    assert is_own(Qt.Key.Key_3, modifier.KeypadModifier)


@pytest.mark.parametrize(
    ("scale", "size", "are_larger"),
    [(1.0, (901, 768), False), (3.0, (901, 768), True), (3.0, (901, 400), False), (2.5, (901, 768), True)],
)
def test_sentences_use_the_height_that_the_pictures_leave_for_larger_type(
    page: UnrollingPage, scale: float, size: tuple[int, int], are_larger: bool
) -> None:
    page.show_made(made_layers(), 2.0)
    page.set_theme(Theme(scale=scale))
    page.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    labels = {
        name: page.findChild(QLabel, f"unrolling_page_{name}" if name == "title" else f"unrolling_{name}")
        for name in ("title", "count", "told", "proof")
    }
    heights = {name: label.fontMetrics().height() for name, label in labels.items() if label is not None}
    # Captions have 12 px at 100 %, and the words of the pictures are as large as the page is wide.
    pictures = QFontMetrics(Theme(scale=page._type.theme.scale).font("caption")).height()
    assert heights["told"] == heights["proof"]
    assert (heights["told"] > pictures + 2) == are_larger and heights["told"] >= pictures
    assert heights["told"] <= heights["count"] <= heights["title"] + 2
    # All of both sentences is seen, and the pictures keep the most of the height.
    for name in ("told", "proof"):
        label = labels[name]
        assert label is not None and label.height() >= label.heightForWidth(label.width())
    assert page.scene.height() > 0.45 * page._content.height()


def test_its_type_is_the_same_while_news_stand_below_it(page: UnrollingPage) -> None:
    page.resize(790, 330)
    QApplication.processEvents()
    before = page._type.theme.scale
    page.news_px = 34.0
    page.resize(790, 296)
    QApplication.processEvents()
    assert page._type.theme.scale == before < 1
    page.news_px = 0.0
    page.resize(790, 297)
    QApplication.processEvents()
    assert page._type.theme.scale < before, "a window that is lower is another matter"


def test_its_steps_are_a_group_of_which_one_is_chosen(page: UnrollingPage, qtbot: QtBot) -> None:
    page.show_made(made_layers(), 0.0)
    page.step_wanted.connect(page.show_step)
    page.show_step(1)
    roles = [QAccessible.queryAccessibleInterface(button).role() for button in page.steps]
    assert roles == [QAccessible.Role.RadioButton] * 4
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.steps[1].setFocus()
    for key, step in ((Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 3), (Qt.Key.Key_Left, 2)):
        qtbot.keyClick(page.focusWidget(), key)
        assert page.step == step and page.steps[step].hasFocus()
        assert [button.isChecked() for button in page.steps] == [number == step for number in range(4)]
    page.steps[0].click()
    assert page.step == 0 and page.steps[0].isChecked() and not page.steps[2].isChecked()
