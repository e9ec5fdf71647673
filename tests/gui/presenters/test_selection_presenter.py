"""A selection is rows of a set: it outlives orders, views and updates, and ends with the data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from core.data.dataset_spec import DatasetSpec
from core.data.own_set import OwnSet
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.ledger.ledger_page import LedgerPage
from gui.presenters import selection_presenter as module
from gui.presenters.selection_presenter import SelectionPresenter
from gui.widgets.fitting_label import FittingLabel
from tests.gui.ledger.answers import NAMES, answers

INFO = RunInfo(
    *(0, Architecture.dense((3,)), TrainingConfig(), (2, 3), 9, 12, 12, 1),
    data=DataInfo(choice=DatasetSpec("blobs"), class_names=NAMES, picture=None),
)


@pytest.fixture
def page(qtbot: QtBot) -> LedgerPage:
    page = LedgerPage()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    return page


@pytest.fixture
def presenter(page: LedgerPage) -> SelectionPresenter:
    return SelectionPresenter(page, QObject(page))


def show(page: LedgerPage, presenter: SelectionPresenter, losses: ExampleLosses, view: str = "terms") -> None:
    page.wall.show_losses(losses, "loss", NAMES, None)
    presenter.show(losses, INFO, losses.split, view)


def words(page: LedgerPage) -> str:
    label = page.findChild(FittingLabel, "ledger_selected")
    assert label is not None
    return label.whole.split("  ·  ")[0] if page.selection.has_selected else ""


def test_what_is_framed_is_said_and_stays_over_updates_and_views(
    page: LedgerPage, presenter: SelectionPresenter
) -> None:
    show(page, presenter, answers())
    # Rows 1 and 6 are wrong, with C 2 and 3; row 0 is right, with 0.1: of a sum of 10.
    page.wall.selected.emit(np.array([0, 1, 6]), False)
    assert words(page) == "3 examples selected: 51.0 % of L, 33.3 % right, exact at update 7"
    page.curve.selected.emit(np.array([2]), True)
    assert words(page) == "4 examples selected: 53.0 % of L, 50.0 % right, exact at update 7"
    show(page, presenter, replace(answers(), update=9), "classes")
    assert words(page).endswith("exact at update 9")
    assert presenter.mask is not None and np.flatnonzero(presenter.mask).tolist() == [0, 1, 2, 6]
    page.curve.selected.emit(np.array([3]), False)
    assert presenter.mask is not None and np.flatnonzero(presenter.mask).tolist() == [3]


def test_each_set_has_its_own_and_other_data_have_none(
    page: LedgerPage, presenter: SelectionPresenter
) -> None:
    show(page, presenter, answers())
    presenter.select(np.array([5]))
    show(page, presenter, answers(split="test"))
    assert presenter.mask is None and words(page) == ""
    presenter.select(np.array([1, 2]))
    assert words(page).startswith("2 examples selected: 22.0 % of Σ C")
    show(page, presenter, answers())
    assert words(page).startswith("1 example selected")
    # Another run on the same data keeps it; other data are other examples.
    presenter.show(answers(), replace(INFO, run=4), "train", "terms")
    assert presenter.mask is not None
    other = replace(INFO, data=replace(INFO.data, choice=DatasetSpec("moons")))
    presenter.show(answers(), other, "train", "terms")
    assert presenter.mask is None and words(page) == ""


def test_the_gallerys_are_selected_and_escape_empties_before_it_closes(
    page: LedgerPage, presenter: SelectionPresenter, qtbot: QtBot
) -> None:
    show(page, presenter, answers(), "classes")
    page.classes.gallery.show_examples(answers(), np.array([6, 1]), None)
    page.selection.these_wanted.emit()
    assert words(page).startswith("2 examples selected: 50.0 % of L, 0.0 % right")
    with qtbot.assertNotEmitted(page.closed):
        qtbot.keyClick(page.wall, Qt.Key.Key_Escape)
    assert presenter.mask is None
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.wall, Qt.Key.Key_Escape)
    presenter.select(np.array([3]))
    clear = page.findChild(QPushButton, "ledger_clear")
    assert clear is not None
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert presenter.mask is None


def test_an_empty_frame_selects_none_and_before_any_terms_nothing_happens(
    page: LedgerPage, presenter: SelectionPresenter
) -> None:
    presenter.select(np.array([1]))
    assert presenter.mask is None
    show(page, presenter, answers())
    presenter.select(np.array([1]))
    presenter.select(np.zeros(0, np.int64))
    assert presenter.mask is None and words(page) == ""


def own_answers(numbers: list[int]) -> ExampleLosses:
    rows, all_of_them = np.array(numbers), answers(split="own")
    cut = {name: getattr(all_of_them, name)[rows] for name in ("losses", "answers", "labels", "confidences")}
    return replace(all_of_them, **cut, numbers=rows)


def own_set(numbers: list[int], ink: int = 0) -> OwnSet:
    pixels = np.zeros((len(numbers), 256), np.uint8)
    # Each another picture.
    pixels[np.arange(len(numbers)), np.array(numbers) + ink] = 1
    return OwnSet(np.array(numbers), pixels, np.zeros(len(numbers), np.int64), ("cat",))


def test_of_ones_own_set_the_same_examples_stay_selected_in_whatever_row(
    page: LedgerPage, presenter: SelectionPresenter
) -> None:
    show(page, presenter, own_answers([1, 2, 5, 6]))
    presenter.select(np.array([0, 2]))
    assert words(page).startswith("2 examples selected")
    # Number 1 is taken away: 5 stands in row 1 now, and 6 where 5 was.
    presenter.keep_own(own_set([1, 2, 5, 6]), own_set([2, 5, 6]))
    show(page, presenter, own_answers([2, 5, 6]))
    assert presenter.mask is not None and presenter.mask.tolist() == [False, True, False]
    # One comes and another goes: there are as many as before.
    presenter.keep_own(own_set([2, 5, 6]), own_set([5, 6, 7]))
    show(page, presenter, own_answers([5, 6, 7]))
    assert presenter.mask is not None and presenter.mask.tolist() == [True, False, False]
    # In another session number 5 is another picture.
    presenter.keep_own(own_set([5, 6, 7]), own_set([5, 6, 7], ink=9))
    show(page, presenter, own_answers([5, 6, 7]))
    assert presenter.mask is None and words(page) == ""


def test_of_what_was_last_seen_a_selection_has_no_share_of_l(
    page: LedgerPage, presenter: SelectionPresenter
) -> None:
    exact = answers()
    updates = np.where(np.arange(12) < 2, 0, 9)
    seen = LastSeen(0, 0, 9, np.where(updates, exact.losses, np.nan), updates, exact.wrong, exact.labels)
    presenter.show(seen, INFO, "train", "terms")
    presenter.select(np.array([1, 2, 3]))
    assert words(page) == "3 examples selected: 2 of them seen; their share of L: exact only"
    show(page, presenter, exact)
    assert "% of L" in words(page)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, presenter: SelectionPresenter) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(module, "announce", lambda widget, sentence: heard.append(sentence))
    presenter._rest.setInterval(0)
    return heard


def test_what_shift_and_the_arrows_select_is_heard_once_they_rest_and_stands_in_the_walls_description(
    page: LedgerPage, presenter: SelectionPresenter, heard: list[str], qtbot: QtBot
) -> None:
    show(page, presenter, answers())
    page.wall.show_chosen(int(answers().rising[-1]), lambda row: "the example")
    for _ in range(2):
        qtbot.keyClick(page.wall, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert words(page) and not heard
    qtbot.waitUntil(lambda: heard == [words(page)])
    assert page.wall.accessibleDescription() == f"the example. {words(page)}"
    # Another measurement is nobody's doing: the description is renewed, and nothing is read out.
    show(page, presenter, replace(answers(), update=9))
    assert page.wall.accessibleDescription().endswith("exact at update 9") and not presenter._rest.isActive()
    qtbot.keyClick(page.wall, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert (
        heard[1] == "No example is selected any more." and page.wall.accessibleDescription() == "the example"
    )


def test_where_none_was_selected_nothing_is_heard(presenter: SelectionPresenter) -> None:
    presenter.clear()
    assert not presenter._rest.isActive()
