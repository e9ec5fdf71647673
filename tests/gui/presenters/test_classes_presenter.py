"""What is chosen in the matrix stands in the gallery; in the window they are the engine's own answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import NO_CLASS
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.ledger.classes_view import ClassesView
from gui.ledger.gallery_order import ALL, Pair
from gui.presenters.classes_presenter import ClassesPresenter
from gui.widgets.fitting_label import FittingLabel
from tests.gui.ledger.answers import NAMES, answers, many
from tests.gui.local_engine import local_engine
from tests.gui.presenters.test_ledger_presenter import WAIT_MS, Desk


@pytest.fixture
def view(qtbot: QtBot) -> ClassesView:
    view = ClassesView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    return view


def text(view: ClassesView, name: str) -> str:
    label = view.findChild(FittingLabel, f"gallery_{name}")
    assert label is not None
    return label.whole


def test_what_is_chosen_is_shown_beside(view: ClassesView) -> None:
    presenter = ClassesPresenter(view, QObject(view))
    assert presenter.show(answers(), NAMES, None) == (
        "7 of 12 right, 5 wrong",
        "of these 1 say no class alone",
    )
    assert view.gallery.rows.tolist() == [6, 1, 10, 3, 5] and text(view, "title") == "all mistakes"
    view.matrix.chosen.emit(Pair(0, 1))
    assert view.gallery.rows.tolist() == [6, 1]
    assert [text(view, name) for name in ("title", "counts", "sight", "order")] == [
        "is cat, says dog",
        "2 of 5, 40.0 %",
        "1 to 2 of 2",
        "largest y first",
    ]
    # Other answers of the same classes: the choice stays. Other classes: it is gone.
    presenter.show(many(3), NAMES, None)
    assert presenter.pair == Pair(0, 1)
    presenter.show(many(4), (*NAMES, "hen"), None)
    assert presenter.pair == Pair()


def test_a_column_that_is_gone_is_chosen_no_more(view: ClassesView) -> None:
    presenter = ClassesPresenter(view, QObject(view))
    presenter.show(answers(), NAMES, None)
    view.matrix.chosen.emit(Pair(1, NO_CLASS))
    assert view.gallery.rows.tolist() == [5]
    presenter.show(many(3), NAMES, None)
    assert presenter.pair == Pair(1, ALL)


def test_while_confidences_are_on_the_way_their_order_is_not_claimed(view: ClassesView) -> None:
    presenter = ClassesPresenter(view, QObject(view))
    presenter.show(answers(False), NAMES, None)
    assert text(view, "order") == "largest C first"
    view.gallery.grab()
    presenter.show(answers(), NAMES, None)
    assert text(view, "order") == "largest y first"


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def test_the_answers_are_the_engines_and_the_chosen_one_is_shown_by_the_network(desk: Desk) -> None:
    desk.train(40)
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    desk.wait_for("train", 40)
    button = desk.page.findChild(QPushButton, "ledger_classes")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    trainer = desk.engine.current.trainer
    evaluation, labels = trainer.evaluation("train").finish(), trainer.dataset.y_train
    classes = desk.page.classes
    desk.until(lambda: text(classes, "order") == "largest y first")
    marks = classes.matrix.marks
    assert marks is not None
    expected = [
        [int(((labels == t) & (evaluation.predictions == s)).sum()) for s in range(10)] for t in range(10)
    ]
    assert marks.counts.tolist() == expected
    # Softmax in float64: of each mistake the largest y.
    logits = (
        trainer.network.copy().propagation(len(labels)).forward(trainer.dataset.X_train.astype(np.float32))
    )
    z = logits.astype(np.float64)
    y = np.exp(z - z.max(axis=0))
    y = (y / y.sum(axis=0)).max(axis=0)
    rows = classes.gallery.rows
    assert set(rows.tolist()) == set(np.flatnonzero(evaluation.predictions != labels).tolist())
    assert (np.diff(y[rows]) <= 1e-6).all()
    # By key into the row of the fours, and there to the most certain mistake: the network shows it.
    classes.matrix.setFocus()
    for _ in range(5):
        QTest.keyClick(classes.matrix, Qt.Key.Key_Down)
    assert (labels[classes.gallery.rows] == 4).all() and text(classes, "title") == "is 4, says another"
    classes.gallery.setFocus()
    QTest.keyClick(classes.gallery, Qt.Key.Key_Home)
    first = int(classes.gallery.rows[0])
    network = desk.session.network
    desk.until(
        lambda: (network.displayed.example.origin, network.displayed.example.index) == ("train", first)
    )
    assert f"training digit {first:,}, a 4" == desk.text("ledger_example_name")
    picture = desk.session.ledger._pictures.known
    assert picture is not None
    desk.until(lambda: picture.of(first) is not None)
    # Among the terms the same one is framed.
    desk.page.view_wanted.emit("terms")
    assert desk.page.wall._row == first and desk.page.wall.isVisible()
    desk.page.view_wanted.emit("classes")
    assert desk.page.classes.isVisible() and desk.session.ledger._parts.classes.pair == Pair(4, ALL)  # type: ignore[union-attr]
    QTest.keyClick(classes.gallery, Qt.Key.Key_Return)
    assert desk.window.network_area.page is None and network.displayed.example.index == first  # type: ignore[union-attr]


def test_of_a_regression_only_the_terms_are_shown(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    desk.wait_for("train", 0)
    desk.page.view_wanted.emit("classes")
    assert desk.page.classes.isVisible()
    ledger = desk.session.ledger
    info = ledger._info
    assert info is not None
    ledger._on_run(replace(info, run=info.run + 1, data=replace(info.data, class_names=())))
    button = desk.page.findChild(QPushButton, "ledger_classes")
    assert button is not None and not button.isEnabled() and not desk.page.classes.isVisible()


def test_new_answers_reach_the_gallery_a_frame_after_the_matrix(view: ClassesView) -> None:
    waiting: list[Callable[[], None]] = []
    presenter = ClassesPresenter(view, QObject(view), waiting.append)
    presenter.show(answers(), NAMES, None)
    assert not waiting and view.gallery.rows.tolist() == [6, 1, 10, 3, 5]
    all_right = replace(answers(), answers=answers().labels)
    presenter.show(all_right, NAMES, None)
    assert view.matrix.marks is not None and view.matrix.marks.counts.trace() == 12
    assert len(view.gallery.rows) == 5 and len(waiting) == 1
    waiting[0]()
    assert not len(view.gallery.rows)


def test_of_fewer_classes_nothing_that_was_chosen_is_left(view: ClassesView) -> None:
    waiting: list[Callable[[], None]] = []
    presenter = ClassesPresenter(view, QObject(view), waiting.append)
    presenter.show(many(5), tuple("abcde"), None)
    view.matrix.chosen.emit(Pair(4, 3))
    view.matrix._point(Pair(3, ALL))
    heard: list[Pair] = []
    presenter.pair_changed.connect(lambda: heard.append(presenter.pair))
    # Their names are other ones: a cell of the fifth class is none of theirs.
    presenter.show(answers(), NAMES, None)
    assert heard == [Pair()] and not waiting
    assert view.matrix.accessibleDescription() == "all mistakes: 5 of 12, 41.7 %"
    assert view.gallery.rows.tolist() == [6, 1, 10, 3, 5] and text(view, "title") == "all mistakes"
    view.grab()
