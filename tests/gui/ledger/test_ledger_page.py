"""The page tells which set and which order are wanted, and says when there is nothing to be seen yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.ledger import ledger_page, selection_bar
from gui.ledger.ledger_page import LedgerPage
from gui.theme.tokens import make_theme


@pytest.fixture
def page(qtbot: QtBot) -> LedgerPage:
    page = LedgerPage()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.set_theme(make_theme("dark"))
    page.show()
    return page


@pytest.mark.parametrize(
    "name, line, wanted",
    [
        ("ledger_split", 1, "test"),
        ("ledger_order", 1, "confidence"),
        ("ledger_order", 2, "class"),
        ("ledger_order", 3, "number"),
    ],
)
def test_what_is_chosen_is_told(page: LedgerPage, qtbot: QtBot, name: str, line: int, wanted: str) -> None:
    box = page.findChild(QComboBox, name)
    assert box is not None
    signal = page.split_wanted if name == "ledger_split" else page.order_wanted
    with qtbot.waitSignal(signal, check_params_cb=lambda value: value == wanted):
        box.setCurrentIndex(line)
        box.activated.emit(line)


def test_what_is_shown_emits_nothing(page: LedgerPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.split_wanted), qtbot.assertNotEmitted(page.order_wanted):
        page.show_choice("terms", "test", "number", False)
    boxes = [page.findChild(QComboBox, name) for name in ("ledger_split", "ledger_order")]
    assert [box.currentText() for box in boxes if box is not None] == ["test", "by number"]


def test_the_kind_of_numbers_and_what_a_drag_does_are_heard(
    page: LedgerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    for module in (ledger_page, selection_bar):
        monkeypatch.setattr(module, "announce", lambda _widget, sentence: heard.append(sentence))
    page.show_choice("terms", "train", "loss", True)
    page.show_kind("exact", True, True)
    for name in ("ledger_kind", "ledger_kind", "ledger_select", "ledger_select"):
        button = page.findChild(QPushButton, name)
        assert button is not None
        button.click()
    assert heard == ["As last seen: on", "As last seen: off", "Select: on", "Select: off"]


def test_in_a_narrow_page_the_captions_go_before_anything_is_cut(
    page: LedgerPage, qapp: QApplication
) -> None:
    page.show_choice("terms", "train", "loss", True)
    captions = page._split_label, page._order_label, page._shade_label
    seen = []
    for width in (900, 650, 900):
        page.resize(width, 500)
        qapp.processEvents()
        seen.append([caption.isVisible() for caption in captions])
        for box in (page._split, page._order, page._shade):
            assert box.width() >= box.sizeHint().width() and box.geometry().right() < width
    assert seen == [[True] * 3, [False] * 3, [True] * 3]
    # What the panels beside it are given at 1280 px leaves it 660.
    assert page.minimumSizeHint().width() <= 660
    page.show_choice("classes", "train", "loss", True)
    assert [caption.isVisible() for caption in captions] == [True, False, False]


def test_in_large_type_its_tools_may_stand_in_two_lines_and_nothing_is_cut(
    page: LedgerPage, qtbot: QtBot
) -> None:
    page.show_choice("terms", "train", "loss", True)
    page.show_head("L = Σ Cⁿ = 28,707: all 60,000 terms", "exact at update 300")
    area = QWidget()
    qtbot.addWidget(area)
    page.setParent(area)
    # What the projector layout leaves it in a window of 1024 x 640 px, and of 1280 x 840.
    for width, height, scale in ((711, 535, 1.3), (967, 735, 1.8)):
        area.resize(width, height)
        page.setGeometry(area.rect())
        area.show()
        page.show()
        page.set_theme(make_theme("dark", 3.0))
        for _ in range(3):
            QApplication.processEvents()
            page.setGeometry(area.rect())
        assert page.worn.scale == pytest.approx(scale), "in one line there is room for 115 and 150 % only"
        tops = [box.mapTo(page, box.rect().topLeft()).y() for box in (page._views, page._split, page._shade)]
        assert tops[0] < tops[1] == tops[2]
        for box in (page._split, page._order, page._shade):
            assert box.width() >= box.sizeHint().width() and box.geometry().right() < width
        titles = [page.findChild(QLabel, f"ledger_page_{name}") for name in ("title", "note")]
        assert [label.text() for label in titles if label] == [
            "L = Σ Cⁿ = 28,707: all 60,000 terms",
            "exact at update 300",
        ]
    page.setParent(None)


def test_without_classes_nothing_is_wrong_and_there_is_no_shade(page: LedgerPage) -> None:
    # A regression has no right answers, so that all dots would be alike.
    page.resize(900, 500)
    for has_classes in (True, False, True):
        page.show_choice("terms", "train", "loss", has_classes)
        assert [part.isVisible() for part in (page._shade, page._shade_label)] == [has_classes] * 2
        assert page._order.isVisible() and page._order_label.isVisible()
    page.show_choice("classes", "train", "loss", True)
    assert not page._shade.isVisible()


def test_a_message_stands_in_the_place_of_the_wall(page: LedgerPage) -> None:
    page.show_message("Every C is being computed…")
    message = page.findChild(QLabel, "ledger_message")
    assert message is not None and message.isVisible() and not page.wall.isVisible()
    page.show_message("")
    assert not message.isVisible() and page.wall.isVisible() and page.curve.isVisible()


def test_the_classes_stand_in_the_place_of_the_terms(page: LedgerPage) -> None:
    order = page.findChild(QComboBox, "ledger_order")
    assert order is not None
    for view in ("classes", "terms"):
        page.show_choice(view, "train", "loss", True)
        has_terms = view == "terms"
        seen = [part.isVisible() for part in (page.wall, page.curve, order, page.classes)]
        assert seen == [has_terms, has_terms, has_terms, not has_terms]
    page.show_choice("classes", "train", "loss", True)
    page.show_message("This set has no examples.")
    assert not page.classes.isVisible() and not page.wall.isVisible()


def test_the_other_view_is_told(page: LedgerPage, qtbot: QtBot) -> None:
    button = page.findChild(QPushButton, "ledger_classes")
    with qtbot.waitSignal(page.view_wanted, check_params_cb=lambda view: view == "classes"):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "order, has_classes, has_lives, seen",
    [
        ("forgotten", True, True, ("by times forgotten", "times wrong")),
        ("forgotten", True, False, ("by C", "wrong")),
        ("class", True, False, ("by class", "wrong")),
        ("class", False, False, ("by C", "wrong")),
        ("number", False, False, ("by number", "wrong")),
    ],
)
def test_the_boxes_say_what_is_seen_where_what_was_chosen_cannot_be(
    page: LedgerPage,
    qtbot: QtBot,
    order: str,
    has_classes: bool,
    has_lives: bool,
    seen: tuple[str, str],
) -> None:
    with qtbot.assertNotEmitted(page.order_wanted), qtbot.assertNotEmitted(page.shade_wanted):
        page.show_choice("terms", "test", order, has_classes)
        page.show_shade("wrong", has_lives)
    boxes = [page.findChild(QComboBox, name) for name in ("ledger_order", "ledger_shade")]
    assert tuple(box.currentText() for box in boxes if box is not None) == seen


def test_in_large_type_without_room_the_views_and_the_update_are_read_whole(
    page: LedgerPage, qtbot: QtBot
) -> None:
    page.show_head("L = Σ Cⁿ = 225.1: all 600 terms", "exact at update 200")
    page.show_choice("classes", "train", "loss", True)
    # As in the window, it is no wider than its place.
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(640, 340)
    page.setParent(area)
    page.setGeometry(area.rect())
    area.show()
    page.show()
    page.set_theme(make_theme("dark", 2.0))
    QApplication.processEvents()
    page.setGeometry(area.rect())
    QApplication.processEvents()
    assert page.size() == area.size()
    for view in ("terms", "classes"):
        button = page.findChild(QPushButton, f"ledger_{view}")
        assert button is not None and button.width() >= button.sizeHint().width()
    note = page.findChild(QLabel, "ledger_page_note")
    assert note is not None and note.text() == "exact at update 200"
    assert page.classes.height() > 150
    page.setParent(None)


def test_the_map_stands_alone_and_an_empty_line_takes_no_room(page: LedgerPage) -> None:
    order, says = (
        page.findChild(kind, name) for kind, name in ((QComboBox, "ledger_order"), (QLabel, "ledger_says"))
    )
    assert order is not None and says is not None
    page.show_says("how the dots stand")
    assert says.isVisible()
    page.show_says()
    page.show_choice("map", "train", "loss", True)
    assert page.map.isVisible() and not says.isVisible()
    assert not any(part.isVisible() for part in (page.wall, page.curve, order, page.classes))
    page.show_message("This set has no examples.")
    assert not page.map.isVisible()


def test_the_kind_of_numbers_is_a_switch_that_says_why_it_rests(page: LedgerPage, qtbot: QtBot) -> None:
    button, order, shade = (
        page.findChild(QPushButton, "ledger_kind"),
        page.findChild(QComboBox, "ledger_order"),
        page.findChild(QComboBox, "ledger_shade"),
    )
    assert button is not None and order is not None and shade is not None
    page.show_choice("terms", "train", "confidence", True)
    page.show_kind("exact", True, True)
    for wanted in ("seen", "exact"):
        with qtbot.waitSignal(page.kind_wanted, check_params_cb=lambda kind, wanted=wanted: kind == wanted):
            button.click()
    with qtbot.assertNotEmitted(page.kind_wanted):
        page.show_kind("seen", True, True)
    # How certain an answer was is not kept; and wrong was it then, not now.
    assert button.isChecked() and order.currentText() == "by C" and shade.currentText() == "wrong then"
    for has_classes in (True, False):
        page.show_kind("seen", False, has_classes)
        assert not button.isEnabled() and not button.isChecked() and "training set" in button.toolTip()
    assert shade.currentText() == "wrong" and button.accessibleName() == "As last seen"
    page.show_choice("classes", "train", "loss", True)
    assert not button.isVisible()


def test_what_is_selected_stands_below_the_tools_where_a_message_is_all_there_is(
    page: LedgerPage, qapp: QApplication
) -> None:
    page.resize(900, 600)
    page.show_choice("map", "train", "loss", True)
    page.selection.show_selected("3 digits selected", "framed")
    page.show_message("Not enough measurements yet.")
    qapp.processEvents()
    assert page.selection.height() == page.selection.sizeHint().height()
    assert page.selection.geometry().bottom() < 150 < page._message.height()
