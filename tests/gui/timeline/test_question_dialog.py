"""The questions: answers with their update, a number of one's own, what is asked about, and a way there."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from core.editing.parameter_edits import ParameterLocation
from core.engine.questions import QuestionAnswered, QuestionProgress, SignChanged
from gui.app.translation import install_language
from gui.theme.tokens import make_theme
from gui.timeline.question_dialog import QuestionDialog
from gui.timeline.question_subjects import Subject
from gui.timeline.questions import Answer
from tests.gui.whole_look import apply_theme


@pytest.fixture
def dialog(qtbot: QtBot) -> QuestionDialog:
    dialog = QuestionDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(make_theme("dark"))
    return dialog


def text_of(dialog: QuestionDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def button_of(dialog: QuestionDialog, name: str) -> QPushButton:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


def test_each_answer_names_its_update_and_its_number(dialog: QuestionDialog) -> None:
    dialog.show_answers(Answer(19_000, 0.138), Answer(640, 19_873.0), 54)
    measured = ", of the 54 updates with an exact L"
    assert text_of(dialog, "least_answer") == "update 19,000: mean Cⁿ 0.138" + measured
    assert text_of(dialog, "below_answer") == "update 640: L = 19,873" + measured
    assert "measured (54)" in text_of(dialog, "measured_note")


@pytest.mark.parametrize("typed", ["abc", "-5", "", "90"])
def test_an_answer_beside_another_number_says_of_which_one_it_is(
    dialog: QuestionDialog, qtbot: QtBot, typed: str
) -> None:
    dialog.total.show_value(20_000.0)
    dialog.show()
    dialog.show_answers(None, Answer(640, 19_873.0), 54)
    own = "update 640: L = 19,873, of the 54 updates with an exact L"
    assert text_of(dialog, "below_answer") == own
    dialog.total.setFocus()
    dialog.total.selectAll()
    QTest.keyClick(dialog.total, Qt.Key.Key_Delete)
    QTest.keyClicks(dialog.total, typed)
    assert text_of(dialog, "below_answer") == "first under 20000: " + own
    QTest.keyClick(dialog.total, Qt.Key.Key_Return)
    if typed == "90":
        # Taken, it is answered.
        dialog.show_answers(None, None, 54)
        assert text_of(dialog, "below_answer") == "at none of the 54 updates with an exact L"
        return
    assert dialog.total.refusal
    dialog.show_answers(None, Answer(660, 19_800.0), 55)
    later = "first under 20000: update 660: L = 19,800, of the 55 updates with an exact L"
    assert text_of(dialog, "below_answer") == later and dialog.target_of("below") == 660
    QTest.keyClick(dialog.total, Qt.Key.Key_Escape)
    assert text_of(dialog, "below_answer") == later.partition(": ")[2]


def test_in_another_language_too_edits_are_told_of(dialog: QuestionDialog, qapp: QApplication) -> None:
    dialog.show_answers(Answer(80, 0.862), None, 5, has_edits=True)
    before = text_of(dialog, "least_answer")
    for language in ("zh_CN", "en"):
        install_language(qapp, language)
        QApplication.processEvents()
    assert text_of(dialog, "least_answer") == before


def test_where_a_parameter_was_set_by_hand_what_was_measured_before_it_is_no_answer(
    dialog: QuestionDialog,
) -> None:
    dialog.show_answers(Answer(80, 0.862), None, 5, has_edits=True)
    measured = "the 5 updates with an exact L, with the last edit after each"
    assert text_of(dialog, "least_answer") == f"update 80: mean Cⁿ 0.862, of {measured}"
    assert text_of(dialog, "below_answer") == f"at none of {measured}"
    dialog.show_answers(None, None, 1, has_edits=True)
    only = "not at the only update with an exact L, with the last edit after each"
    assert text_of(dialog, "below_answer") == only


def test_a_branch_whose_parent_was_better_has_the_least_of_its_own_part_too(dialog: QuestionDialog) -> None:
    dialog.show_answers(Answer(14_923, 0.152), None, 16, own=Answer(22_995, 0.156))
    expected = "update 14,923: mean Cⁿ 0.152 · in the branch itself: update 22,995: mean Cⁿ 0.156"
    assert text_of(dialog, "least_answer") == expected + ", of the 16 updates with an exact L"
    dialog.show_answers(Answer(14_923, 0.152), None, 16, own=Answer(14_923, 0.152))
    assert (
        text_of(dialog, "least_answer") == "update 14,923: mean Cⁿ 0.152, of the 16 updates with an exact L"
    )


def test_what_never_was_so_leads_nowhere(dialog: QuestionDialog) -> None:
    dialog.show_answers(None, None, 0)
    assert text_of(dialog, "least_answer") == text_of(dialog, "below_answer") == "not measured yet"
    # Of so few it may have been so between them.
    dialog.show_answers(None, None, 4)
    assert text_of(dialog, "below_answer") == "at none of the 4 updates with an exact L"
    # Of one there is no plural.
    dialog.show_answers(Answer(0, 0.138), None, 1)
    assert text_of(dialog, "least_answer") == "update 0: mean Cⁿ 0.138, of the only update with an exact L"
    assert text_of(dialog, "below_answer") == "not at the only update with an exact L"
    assert "of the only update of this run" in text_of(dialog, "measured_note")
    dialog.show_answers(None, None, 0)
    assert not button_of(dialog, "go_to_least").isEnabled()
    assert not button_of(dialog, "go_to_below").isEnabled()


@pytest.mark.parametrize(("name", "update"), [("go_to_least", 19_000), ("go_to_below", 640)])
def test_each_button_asks_for_its_own_update(dialog: QuestionDialog, name: str, update: int) -> None:
    wanted: list[int] = []
    dialog.update_wanted.connect(wanted.append)
    dialog.show_answers(Answer(19_000, 0.138), Answer(640, 19_873.0), 54)
    button_of(dialog, name).click()
    assert wanted == [update]


def test_a_number_that_is_typed_is_asked_for(dialog: QuestionDialog) -> None:
    wanted: list[float] = []
    dialog.total_wanted.connect(wanted.append)
    dialog.show()
    dialog.total.setFocus()
    dialog.total.selectAll()
    QTest.keyClicks(dialog.total, "12500")
    QTest.keyClick(dialog.total, Qt.Key.Key_Return)
    assert wanted == [12_500.0] and dialog.isVisible()


WEIGHTS = (
    Subject("a", "pixel 121 → layer 1, neuron 4", SignChanged(ParameterLocation(0, 3, 120))),
    Subject("b", "pixel 7 → layer 1, neuron 1", SignChanged(ParameterLocation(0, 0, 6))),
)


def answer(outcome: str, spans: list[tuple[int, int]], signs: list[int], **more: Any) -> QuestionAnswered:
    return QuestionAnswered(
        ask=1,
        run=0,
        update=20_000,
        effort="kept",
        outcome=outcome,
        spans=np.array(spans, np.int64).reshape(-1, 2),
        signs=np.array(signs, np.int64),
        total=len(spans),
        states=157,
        **more,
    )


def test_each_change_of_a_sign_can_be_gone_to(dialog: QuestionDialog) -> None:
    wanted: list[int] = []
    dialog.update_wanted.connect(wanted.append)
    dialog.show_subjects("sign", WEIGHTS, "b")
    assert dialog.boxes["sign"].currentText() == "pixel 7 → layer 1, neuron 1"
    dialog.show_answer("sign", answer("changes", [(0, 512), (639, 640)], [1, -1], value=0.5))
    # The last one is offered, the first one can be chosen.
    button_of(dialog, "go_to_sign").click()
    dialog.changes.setCurrentIndex(1)
    dialog.changes.activated.emit(1)
    button_of(dialog, "go_to_sign").click()
    assert wanted == [640, 512]


def test_another_subject_is_asked_for_by_its_key(dialog: QuestionDialog) -> None:
    chosen: list[tuple[str, str]] = []
    dialog.subject_chosen.connect(lambda name, key: chosen.append((name, key)))
    dialog.show_subjects("sign", WEIGHTS, "a")
    dialog.boxes["sign"].setCurrentIndex(1)
    dialog.boxes["sign"].activated.emit(1)
    assert chosen == [("sign", "b")]


def test_where_nothing_is_pointed_at_the_dialog_says_what_to_do(dialog: QuestionDialog) -> None:
    dialog.show()
    dialog.show_subjects("sign", (), "")
    dialog.show_subjects("dead", (Subject("t", "layer 1, neuron 1", None, "It can not."),), "t")
    assert text_of(dialog, "sign_answer") == (
        "Point at a connection in the network (with the keyboard: Shift and the arrow keys), or pin it."
    )
    assert text_of(dialog, "dead_answer") == "It can not."
    assert not dialog.boxes["sign"].isVisible() and not dialog.changes.isVisible()
    assert not button_of(dialog, "go_to_dead").isEnabled()


def test_a_closer_look_shows_how_far_it_is_and_can_be_cancelled(dialog: QuestionDialog) -> None:
    heard: list[str] = []
    dialog.closer_wanted.connect(lambda name: heard.append(f"closer {name}"))
    dialog.cancel_wanted.connect(lambda name: heard.append(f"cancel {name}"))
    dialog.show()
    dialog.show_subjects("sign", WEIGHTS, "a")
    dialog.show_answer("sign", answer("changes", [(0, 512)], [1], seconds_between=12.0))
    closer = button_of(dialog, "closer_sign")
    assert closer.text() == "Exact update: about 12 s"
    closer.click()
    dialog.show_progress("sign", QuestionProgress(1, 100, 512, 9.0))
    assert "100 of 512 updates made again, about 9 s left" in text_of(dialog, "sign_answer")
    assert closer.text() == "Cancel"
    closer.click()
    dialog.show_progress("sign", None)
    assert heard == ["closer sign", "cancel sign"] and closer.text() == "Exact update: about 12 s"
    dialog.show_answer("sign", answer("changes", [(3, 4)], [1]))
    assert not closer.isVisible() and "100 of" not in text_of(dialog, "sign_answer")


def test_who_goes_there_while_it_is_looked_for_closer_is_told_what_is_shown(dialog: QuestionDialog) -> None:
    dialog.show()
    dialog.show_subjects("sign", WEIGHTS, "a")
    dialog.show_answer("sign", answer("changes", [(0, 512)], [1], seconds_between=12.0))
    go, early = button_of(dialog, "go_to_sign"), "Update 512 is shown; what is found closer is shown next."
    go.click()
    assert dialog.early_of("sign") is None and early not in text_of(dialog, "sign_answer")
    dialog.show_progress("sign", QuestionProgress(1, 100, 512, None))
    go.click()
    assert dialog.early_of("sign") == 512 and text_of(dialog, "sign_answer").endswith(early)
    dialog.show_progress("sign", QuestionProgress(1, 200, 512, 3.0))
    assert text_of(dialog, "sign_answer").endswith(early)
    dialog.show_answer("sign", answer("changes", [(299, 300)], [1]))
    assert early not in text_of(dialog, "sign_answer") and dialog.target_of("sign") == 300
    assert dialog.early_of("sign") is None


def test_before_an_answer_has_come_none_is_shown(dialog: QuestionDialog) -> None:
    dialog.show_subjects("sign", WEIGHTS, "a")
    dialog.show_answer("sign", answer("never", [], []))
    dialog.show_answer("sign", None)
    assert text_of(dialog, "sign_answer") == "…" and not button_of(dialog, "go_to_sign").isEnabled()


def test_at_the_largest_type_no_way_to_an_answer_is_cut_off(
    dialog: QuestionDialog, qapp: QApplication
) -> None:
    theme = make_theme("dark", 3.0)
    apply_theme(qapp, theme)
    dialog.set_theme(theme)
    dialog.show()
    for _ in range(3):
        qapp.processEvents()
    assert dialog.width() <= dialog.screen().availableGeometry().width()
    area = dialog.findChild(QScrollArea, "question_area")
    assert isinstance(area, QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    way = button_of(dialog, "go_to_least")
    assert way.width() >= way.minimumSizeHint().width()
