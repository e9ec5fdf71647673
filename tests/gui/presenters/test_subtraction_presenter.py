"""A moment of the run on screen is subtracted or another run, never both."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Signal
from pytestqt.qtbot import QtBot

from core.analysis.confusion_history import ConfusionHistory
from core.engine.confusion_messages import ConfusionCounted
from core.engine.example_commands import AskConfusions
from gui.ledger.classes_view import ClassesView
from gui.ledger.other_run_box import NEWEST, NO_RUN, OWN_MOMENT, OtherRunBox
from gui.presenters.classes_presenter import ClassesPresenter
from gui.presenters.subtraction_presenter import SubtractionPresenter
from tests.gui.ledger.answers import NAMES, answers
from tests.gui.presenters.test_other_run_presenter import ALL_RIGHT, COUNTS, MINUS_ALL_RIGHT, Others


class Everything(Others):
    confusions_over_run = Signal(object)

    def send(self, command: object) -> None:
        if not isinstance(command, AskConfusions):
            super().send(command)


@pytest.fixture
def page(qtbot: QtBot) -> SimpleNamespace:
    page = SimpleNamespace(classes=ClassesView(), minus=OtherRunBox())
    for part in (page.classes, page.minus):
        qtbot.addWidget(part)
    page.classes.resize(700, 600)
    return page


def test_the_one_takes_the_place_of_the_other(page: SimpleNamespace) -> None:
    others = Everything()
    root = SimpleNamespace(
        engine=others, time=others, sides=SimpleNamespace(side=SimpleNamespace(known=others))
    )
    classes = ClassesPresenter(page.classes, others)
    presenter = SubtractionPresenter(page, classes, root, others)  # type: ignore[arg-type]
    changes: list[int] = []
    presenter.changed.connect(lambda: changes.append(1))

    def show() -> tuple[str, ...]:
        said = presenter.show(losses, NAMES)
        classes.show(losses, NAMES, None)
        return said

    def counts() -> list[list[int]]:
        assert page.classes.matrix.marks is not None
        return page.classes.matrix.marks.counts.tolist()

    losses, history = answers(), ConfusionHistory()
    show()
    for update in (3, 7):
        history.add(replace(losses, update=update), 3, True)
    others.confusions_over_run.emit(history.all(0, "train"))
    page.classes.way.moment_wanted.emit(3)
    assert not np.any(counts()) and show() == ("minus those of update 3",) and changes
    # Another run in place of the moment: until it is counted nothing is subtracted.
    page.minus.wanted.emit(1, NEWEST)
    assert presenter.moments.moment is None and counts() == COUNTS
    others.confusion_counted.emit(ConfusionCounted(1, 1, 1500, "train", ALL_RIGHT))
    assert counts() == MINUS_ALL_RIGHT
    assert show() == ("this run at update 7 minus run seed 1 at update 1,500",)
    # A moment that does not exist takes nobody's place, and one that does takes the run's.
    page.classes.way.moment_wanted.emit(None)
    assert counts() == MINUS_ALL_RIGHT
    page.classes.way.moment_wanted.emit(3)
    assert not np.any(counts()) and show() == ("minus those of update 3",)
    assert presenter.others.run == NO_RUN and page.minus.runs.value == OWN_MOMENT
    assert page.minus.runs.currentText() == "this run at update 3"
    # To go on with it changes nothing, and nothing is subtracted where that is chosen.
    page.minus.wanted.emit(OWN_MOMENT, NEWEST)
    assert show() == ("minus those of update 3",)
    page.minus.wanted.emit(NO_RUN, NEWEST)
    assert show() == () and counts() == COUNTS and presenter.moments.moment is None
    assert page.minus.runs.currentText() == "nothing" and page.minus.runs.findData(OWN_MOMENT) == -1
    # Of another run on screen it is a moment no more.
    page.classes.way.moment_wanted.emit(3)
    assert page.minus.runs.value == OWN_MOMENT
    losses = replace(losses, run=5)
    assert show() == () and page.minus.runs.value == NO_RUN
