"""The page asks for what one chooses in it, and shows what is so."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.side.compare_page import ComparePage
from gui.side.run_choice import RunChoice
from gui.theme.fitting_type import FittingType
from gui.theme.tokens import make_theme
from gui.widgets import choice_box, cut_line
from gui.widgets.cut_apart import cut_beside
from tests.gui.whole_look import apply_theme

CHOICES = (
    RunChoice(0, "seed 0", 0, 500),
    RunChoice(1, "η 0.001 → 0.01 at 100", 1, 300),
    RunChoice(4, "seed 1", 0, 9),
)


@pytest.fixture
def page(qtbot):
    page = ComparePage()
    qtbot.addWidget(page)
    page.set_theme(make_theme("dark"))
    page.show_choices(CHOICES)
    page.choosers[0].show_place(0, 500, 500, True)
    page.choosers[1].show_place(1, 120, 300, False)
    page.resize(248, 700)
    page.show()
    return page


def test_the_choosers_offer_every_run_and_show_the_place(page):
    a, b = page.choosers
    for chooser in page.choosers:
        assert [chooser.runs.itemData(row) for row in range(chooser.runs.count())] == [0, 1, 4]
    assert (a.runs.value, a.update_field.value, a.newest.isChecked()) == (0, 500, True)
    assert (b.runs.value, b.update_field.value, b.newest.isChecked()) == (1, 120, False)
    assert b.runs.currentText() == "└ η 0.001 → 0.01 at 100"


def test_a_run_is_chosen_at_its_newest_update(page, qtbot):
    with qtbot.waitSignal(page.side_wanted) as wanted:
        page.choosers[1].runs.setCurrentIndex(2)
        page.choosers[1].runs.activated.emit(2)
    assert wanted.args == ["B", 4, None]


def test_an_update_is_typed_and_newest_leads_back(page, qtbot):
    field = page.choosers[0].update_field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "250")
    with qtbot.waitSignal(page.side_wanted) as wanted:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert wanted.args == ["A", 0, 250]
    with qtbot.waitSignal(page.side_wanted) as wanted:
        page.choosers[1].newest.click()
    assert wanted.args == ["B", 1, None]


def test_more_updates_than_the_run_has_made_are_refused(page, qtbot):
    field = page.choosers[1].update_field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "301")
    with qtbot.assertNotEmitted(page.side_wanted):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert "300" in field.refusal


def test_swap_and_close_ask_for_it(page, qtbot):
    with qtbot.waitSignal(page.swap_wanted):
        page.swap.click()
    with qtbot.waitSignal(page.closed):
        page.findChild(type(page.swap), "compare_close").click()


def test_every_other_run_can_be_trained_together_with_the_one_on_screen(page, qtbot):
    page.show_together(0, 1, (4,))
    assert {run: box.isChecked() for run, box in page.boxes.items()} == {1: False, 4: True}
    assert page.train_both.isEnabled() and not page.train_both.isChecked()
    with qtbot.waitSignal(page.together_wanted) as wanted:
        page.boxes[1].click()
    assert wanted.args == [(1, 4)]
    # It is checked once the engine has agreed.
    assert not page.boxes[1].isChecked()
    page.show_together(0, 1, (1, 4))
    assert page.boxes[1].isChecked() and page.train_both.isChecked()
    with qtbot.waitSignal(page.together_wanted) as wanted:
        page.train_both.click()
    assert wanted.args == [(4,)]


def test_two_moments_of_one_run_cannot_be_trained_together(page):
    page.show_together(0, 0, ())
    assert not page.train_both.isEnabled()


def test_another_run_on_screen_has_other_companions(page):
    page.show_together(0, 1, ())
    page.show_together(4, 1, ())
    assert list(page.boxes) == [0, 1]


def test_it_fits_into_the_narrow_dock(page, qtbot):
    page.show_together(0, 1, ())
    page.resize(208, 524)
    qtbot.wait(1)
    right = page.mapToGlobal(page.rect().topRight()).x()
    for part in (page.swap, page.table, *page.boxes.values(), *(chooser.newest for chooser in page.choosers)):
        assert part.mapToGlobal(part.rect().topRight()).x() <= right


def test_everything_in_it_is_reached_by_tab_and_has_a_name(page):
    page.show_together(0, 1, ())
    parts = [page.swap, page.train_both, *page.boxes.values()]
    for chooser in page.choosers:
        parts += [chooser.runs, chooser.update_field, chooser.newest]
    for part in parts:
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.accessibleName() and part.objectName()


def test_at_the_largest_type_its_fields_and_buttons_are_whole(page, qapp):
    theme = make_theme("dark", 3.0)
    apply_theme(qapp, theme)
    page.set_theme(theme)
    page.resize(300, 400)
    for _ in range(3):
        qapp.processEvents()
    for chooser in page.choosers:
        field, newest = chooser.update_field, chooser.newest
        digits = field.fontMetrics().horizontalAdvance("500")
        assert field.width() >= digits + 10 * page.findChild(FittingType).theme.scale
        assert newest.width() >= newest.minimumSizeHint().width()
        assert chooser.mapTo(page, chooser.rect().bottomRight()).x() < page.width()
    assert page.swap.width() >= page.swap.minimumSizeHint().width()
    # Without its first digit an update would be read as another one.
    chooser = page.choosers[1]
    chooser.show_place(1, 1_054_672, 1_054_672, True)
    for _ in range(3):
        qapp.processEvents()
    field = chooser.update_field
    assert field.width() >= field.fontMetrics().horizontalAdvance("1054672") + 10


def test_why_two_are_not_trained_together_stands_below_the_button_in_sight(page, qtbot):
    page.resize(248, 330)
    page.show_note("They begin with different seeds, so their batches are not the same.")
    qtbot.waitUntil(lambda: page.note.visibleRegion().boundingRect().height() == page.note.height())
    below = page.note.mapTo(page, page.note.rect().topLeft()).y()
    assert below >= page.train_both.mapTo(page, page.train_both.rect().bottomLeft()).y()


LONG = tuple(
    RunChoice(place, f"2-{units}-16-2, seed {seed}: Adam, η 1e−40, batch 30", 0, 9)
    for place, (units, seed) in enumerate([(32, 0), (8, 1000000), (8, 1000002), (9, 1000002)])
)


def test_boxes_without_room_show_what_tells_a_from_b_and_have_the_whole_name_in_the_tip(
    page, qtbot, qapp, monkeypatch
):
    apply_theme(qapp, make_theme("dark"))
    shown, tips = {}, []

    def cut(line, other, *rest):
        shown[line] = cut_beside(line, other, *rest)
        return shown[line]

    monkeypatch.setattr(choice_box, "cut_beside", cut)
    monkeypatch.setattr(cut_line.QToolTip, "showText", lambda at, text, *_: tips.append(text))
    a, b = page.choosers
    page.show_choices(LONG)
    a.show_place(3, 9, 9, True)
    b.show_place(2, 9, 9, True)
    qtbot.waitUntil(lambda: {LONG[2].name, LONG[3].name} <= set(shown))
    assert "2-9-16-2" in shown[LONG[3].name] and "2-8-16-2" in shown[LONG[2].name]
    # The other one has changed: what tells the two apart is another part now.
    a.show_place(1, 9, 9, True)
    qtbot.waitUntil(lambda: "seed 1000002" in shown[LONG[2].name] and LONG[1].name in shown)
    assert "seed 1000000" in shown[LONG[1].name]
    place = a.runs.rect().center()
    QApplication.sendEvent(a.runs, QHelpEvent(QEvent.Type.ToolTip, place, a.runs.mapToGlobal(place)))
    assert tips == [f"{LONG[1].name}\nThe run that is shown as A"]


def test_the_names_that_train_together_have_no_half_numbers_and_differ(page, qtbot, qapp):
    apply_theme(qapp, make_theme("dark"))
    page.show_choices(LONG)
    page.show_together(0, 2, ())
    boxes = list(page.boxes.values())
    qtbot.waitUntil(lambda: all("…" in box.text() for box in boxes))
    for width in range(190, 320, 5):
        for box in boxes:
            box.resize(width, box.height())
        texts = [box.text() for box in boxes]
        assert len(set(texts)) == 3
        for choice, text in zip(LONG[1:], texts, strict=True):
            assert set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", choice.name)), text
