"""A window in which all was shown once, as it is before its memory is measured."""

from __future__ import annotations

from itertools import product

from PySide6.QtTest import QTest

from core.engine.commands import Train
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.app.main_window import MainWindow
from tests.robustness.random_events import SHOWN_MS, leave_dialogs, leave_page, wait_for_engine
from tests.robustness.random_hand import NOT_TRIGGERED
from tests.robustness.random_user import LOOKS, STRUCTURES

# So much is trained before: without it there is nothing to film.
SHOWN_UPDATES = 50
PAGES = (
    *(c.ShowLedger(), c.ShowInfluence(), c.ShowFlips(), c.ShowOwnSet(), c.KeepDrawing()),
    *(c.ShowFindings(), c.ShowFilter(), c.ShowWeight()),
)


def show_everything(window: MainWindow) -> None:
    """Have all made that is made once, when somebody asks for it: pages and dialogs.

    Some of them are there only once something was trained, others where there are feature maps.
    """
    session = window.composition
    issue = session.dispatcher.issue
    issue(Train(SHOWN_UPDATES))
    wait_for_engine(window)
    # A plot that has numbers is kept by a dialog of its own.
    QTest.qWait(8 * SHOWN_MS)
    window.loss_plot.setFocus()
    issue(c.SaveFigure())
    wait_for_engine(window)
    leave_dialogs()
    for action in window.actions():
        if action.isEnabled() and action.objectName() not in NOT_TRIGGERED:
            # A switch is left as it was.
            for _ in range(1 + action.isCheckable()):
                action.trigger()
                wait_for_engine(window)
                leave_dialogs()
    for layers in STRUCTURES.values():
        issue(c.SetArchitecture(Architecture(layers)))
        wait_for_engine(window)
        for page in PAGES:
            issue(page)
            wait_for_engine(window)
            leave_dialogs()
        leave_page(window)
    issue(c.ShowUnrolling())
    wait_for_engine(window)
    session.unrolling.go_to(3)
    issue(c.ShowFilm())
    wait_for_engine(window)
    window.network_area.film_bar.save_wanted.emit()
    leave_dialogs()
    for command in (c.ToggleSide(), c.BranchHere(), c.ShowAs("B", 1, 0), c.TrainBoth(), c.ToggleSide()):
        issue(command)
        wait_for_engine(window)
    leave_page(window)


def show_looks(window: MainWindow) -> None:
    """Have each theme, language, layout and size of type seen, and each kind of values: twice; each size by language.

    The first round left 5 MB behind, a second one 3 MB, a third one none.
    """
    for name, choices in [*LOOKS.items()] * 2:
        for choice in choices:
            _show_look(window, name, choice)
    # Of each letter in each size Qt keeps a picture.
    for size, language in product(LOOKS["scale"], LOOKS["language"]):
        _show_look(window, "scale", size)
        _show_look(window, "language", language)


def _show_look(window: MainWindow, name: str, choice: object) -> None:
    window.composition.dispatcher.issue(c.Choose(name, choice))
    # Under load some turns come late.
    QTest.qWait(4 * SHOWN_MS)
