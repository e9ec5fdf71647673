"""The menu of a plot freezes it when it opens, and says so where there is nothing yet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.figures.figure_menu import DEEDS, FigureMenu
from gui.figures.frozen_figure import FrozenFigure
from tests.gui.figures.made_figure import frozen_of


class Bench:
    """A plot with its menu, and what was wanted."""

    def __init__(self, qtbot: QtBot, plot: QWidget, own: QMenu | None = None) -> None:
        self.plot, self.frozen = plot, frozen_of()
        self.asked = 0
        self.done: list[tuple[str, FrozenFigure]] = []
        self.given: FrozenFigure | None = self.frozen
        qtbot.addWidget(plot)
        plot.setObjectName("plot")
        plot.resize(100, 50)
        plot.show()
        self.menu = FigureMenu(
            plot, self.freeze, lambda deed, frozen: self.done.append((deed, frozen)), own
        ).menu

    def freeze(self, plot: QWidget) -> FrozenFigure | None:
        assert plot is self.plot
        self.asked += 1
        return self.given

    def texts(self) -> list[tuple[str, bool]]:
        return [
            (action.text(), action.isEnabled()) for action in self.menu.actions() if not action.isSeparator()
        ]

    def action(self, deed: str):  # type: ignore[no-untyped-def]
        return next(each for each in self.menu.actions() if each.objectName() == f"figure_{deed}")


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot, QWidget())


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
@pytest.mark.parametrize("kind", [QWidget, QAbstractScrollArea])
def test_a_right_click_and_the_menus_key_open_it(
    qtbot: QtBot, reason: QContextMenuEvent.Reason, kind: type
) -> None:
    bench = Bench(qtbot, kind())
    target = bench.plot.viewport() if isinstance(bench.plot, QAbstractScrollArea) else bench.plot
    at = QPoint(10, 10)
    QApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))
    assert bench.menu.isVisible() and bench.asked == 1
    bench.menu.close()


@pytest.mark.parametrize("deed", DEEDS)
def test_each_deed_is_done_with_what_was_there_when_it_opened(bench: Bench, qtbot: QtBot, deed: str) -> None:
    bench.menu.popup(bench.plot.mapToGlobal(QPoint(5, 5)))
    # The plot goes on meanwhile.
    bench.given = frozen_of(what="Later")
    bench.action(deed).trigger()
    assert [(done, frozen is bench.frozen) for done, frozen in bench.done] == [(deed, True)]
    bench.menu.close()


def test_it_names_what_and_which_update(bench: Bench) -> None:
    bench.given = frozen_of(what="A & B")
    bench.menu.popup(QPoint(0, 0))
    assert bench.texts()[0] == ("A && B  ·  update 7", False)
    assert [on for _, on in bench.texts()[1:]] == [True, True, True]
    bench.menu.close()


def test_where_there_is_nothing_it_says_so_and_offers_nothing(bench: Bench) -> None:
    bench.given = None
    bench.menu.popup(QPoint(0, 0))
    assert bench.texts()[0] == ("Nothing to copy or to save yet", False)
    assert not any(on for _, on in bench.texts())
    bench.menu.close()


def test_what_it_froze_is_forgotten_when_it_closes(bench: Bench, qtbot: QtBot) -> None:
    bench.menu.popup(QPoint(0, 0))
    keeper = bench.plot.findChild(FigureMenu)
    assert isinstance(keeper, FigureMenu) and keeper._frozen is not None
    bench.menu.close()
    qtbot.waitUntil(lambda: keeper._frozen is None)


def test_a_plots_own_menu_keeps_what_it_offers(qtbot: QtBot) -> None:
    plot = QWidget()
    own = QMenu(plot)
    own.addAction("Logarithmic")
    bench = Bench(qtbot, plot, own)
    assert plot.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu
    own.popup(QPoint(0, 0))
    assert [text for text, _ in bench.texts()][0] == "Logarithmic" and len(bench.texts()) == 1 + 1 + len(
        DEEDS
    )
    own.close()


def test_what_is_of_no_run_names_no_update(bench: Bench) -> None:
    bench.given = replace(bench.frozen, run_name="", update=None)
    bench.menu.popup(QPoint(0, 0))
    assert bench.texts()[0] == ("A plot", False)
    bench.menu.close()


@pytest.mark.parametrize("has_own", [True, False])
def test_it_is_heard_by_the_name_of_its_plot(qtbot: QtBot, has_own: bool) -> None:
    plot = QWidget()
    bench = Bench(qtbot, plot, QMenu(plot) if has_own else None)
    plot.setAccessibleName("Runs")
    bench.menu.aboutToShow.emit()
    assert bench.menu.accessibleName() == "Runs"
