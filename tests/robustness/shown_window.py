"""A window in which all was shown once, as it is before its memory is measured."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu

from core.engine.commands import Train
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.app.main_window import MainWindow
from tests.robustness.random_events import SHOWN_MS, leave_dialogs, leave_page, wait_for_engine
from tests.robustness.random_hand import NOT_TRIGGERED
from tests.robustness.random_user import LOOKS, STRUCTURES

# So much is trained before: without it there is nothing to film.
SHOWN_UPDATES = 50
# So long, in ms, a list or a menu is open.
OPENED_MS = 30
PAGES = (
    *(c.ShowLedger(), c.ShowInfluence(), c.ShowFlips(), c.ShowOwnSet(), c.KeepDrawing()),
    *(c.ShowFindings(), c.ShowFilter(), c.ShowWeight()),
)


def show_everything(window: MainWindow) -> None:
    """Have all made that is made once, when somebody asks for it: pages and dialogs, their lists, and menus.

    Some of them are there only once something was trained, others where there are feature maps. A new session of digits
    is there before.
    """
    session = window.composition
    issue, opened = session.dispatcher.issue, set[QComboBox]()
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
                open_lists(window, opened)
                leave_dialogs()
    open_menus(window)
    for layers in STRUCTURES.values():
        issue(c.SetArchitecture(Architecture(layers)))
        wait_for_engine(window)
        for page in PAGES:
            issue(page)
            wait_for_engine(window)
            open_lists(window, opened)
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


def open_lists(window: MainWindow, opened: set[QComboBox]) -> None:
    """Open each list that is seen and not among those, and add it to them: it gets a window of the system's own."""
    top = QApplication.activeModalWidget() or window
    for box in set(top.findChildren(QComboBox)) - opened:
        if box.isVisible() and box.isEnabled():
            opened.add(box)
            box.showPopup()
            QTest.qWait(OPENED_MS)
            box.hidePopup()


def open_menus(window: MainWindow) -> None:
    """Open each menu, which is a window of the system's own as well, wherever in the window it belongs."""
    for menu in window.findChildren(QMenu):
        if menu.actions():
            menu.popup(window.mapToGlobal(QPoint(0, 0)))
            QTest.qWait(OPENED_MS)
            menu.close()


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
