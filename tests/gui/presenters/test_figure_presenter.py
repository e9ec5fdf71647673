"""Plots and tables of the real window as files and on the clipboard: what was there when one asked, to the last bit."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from core.engine.commands import Train
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.figures.figure_dialog import FigureDialog
from gui.figures.printing import FigurePrinting
from gui.inspector.history_plot import HistoryPlot
from gui.ledger.ledger_page import LedgerPage
from gui.presenters.figure_presenter import plots_within
from tests.gui.figures.figure_pixels import seen
from tests.gui.local_engine import engine_of
from tests.gui.presenters.exporting import WAIT_MS, opened, picture_in, press, said, saved, saving_into, shown

UPDATES = 20


def choose(dialog: FigureDialog, kind: str, place: int) -> None:
    kinds = [tuple(dialog.kind.itemData(i)) for i in range(dialog.kind.count())]
    dialog.kind.setCurrentIndex(kinds.index((kind, place)))


class Desk:
    """One window for all of these tests, whose network has made some updates; each has a folder of its own."""

    def __init__(self, window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
        self.window, self.settings, self.qtbot = window, settings, qtbot
        session = window.composition
        session.transport.set_speed(100)
        session.dispatcher.issue(Train(UPDATES))
        self.until(lambda: not session.store.state.running and session.loss.updates >= UPDATES)
        self.until(lambda: (exact := session.loss.exact) is not None and exact.update == UPDATES)
        self.until(lambda: not session.clock.is_running)

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def dialog(self, kind: str, place: int = 0) -> FigureDialog:
        dialog = opened(self.window, "action_save_figure", FigureDialog)
        assert isinstance(dialog, FigureDialog)
        choose(dialog, kind, place)
        return dialog

    def focus_loss(self) -> None:
        self.window.plots.show_loss()
        self.window.loss_plot.setFocus()

    def open_ledger(self) -> LedgerPage:
        self.window.composition.dispatcher.issue(c.ShowLedger())
        page = self.window.network_area.page
        assert isinstance(page, LedgerPage)
        self.until(lambda: page.wall.wall is not None)
        return page


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    settings = saving_into(tmp_path)
    with shown(qtbot, settings) as window:
        yield Desk(window, settings, qtbot)


def rows_in(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_a_plot_is_saved_copied_and_printed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped, files = tmp_path / "stopped", tmp_path / "files"
    for folder in (stopped, files):
        folder.mkdir()
    desk.settings.export_folder = str(stopped)
    check_what_goes_wrong_or_is_stopped(desk, stopped)
    desk.settings.export_folder = str(files)
    check_the_files_of_a_plot(desk, files)
    check_the_keys(desk, monkeypatch)


def check_the_files_of_a_plot(desk: Desk, tmp_path: Path) -> None:
    """CSV against the engine's own numbers, PNG against the screen, SVG and PDF by what is in them."""
    window, qtbot = desk.window, desk.qtbot
    desk.focus_loss()
    trainer = engine_of(window).current.trainer
    on_screen = seen(window.loss_plot)
    desk.focus_loss()
    # Numbers: each exact L, bit for bit as the engine sums the terms.
    path = saved(qtbot, desk.dialog("csv", 0))
    assert path == tmp_path / f"backlight-loss-exact-update-{UPDATES}.csv"
    rows = rows_in(path)
    assert rows[0][:3] == ["run", "update", "L (nats)"]
    assert rows[-1][:2] == ["seed 0: Adam, η 0.001, batch 32", str(UPDATES)]
    total = float(trainer.example_losses("train").sum())
    assert float(rows[-1][2]) == total
    # Each batch's, of θ after so many updates.
    batches = rows_in(saved(qtbot, desk.dialog("csv", 1)))[1:]
    assert [int(row[1]) for row in batches] == list(range(UPDATES))
    record = window.composition.loss.history
    assert record is not None
    for row in batches:
        assert np.float32(row[2]) == np.float32(record.mean_at(int(row[1]) + 1))
    # Pictures.
    dialog = desk.dialog("png", 1)
    path = saved(qtbot, dialog)
    picture = picture_in(path)
    assert np.array_equal(np.asarray(picture.convert("RGB"))[: len(on_screen)], on_screen)
    assert picture.info["Description"].startswith(f"Total loss L over updates  ·  update {UPDATES}  ·  L")
    svg = saved(qtbot, desk.dialog("svg", 1)).read_text(encoding="utf-8")
    renderer = QSvgRenderer(svg.encode())
    assert renderer.isValid() and "updates" in svg and "mean Cⁿ" in svg and f"update {UPDATES}" in svg
    assert saved(qtbot, desk.dialog("pdf", 1)).read_bytes().startswith(b"%PDF")
    assert window.message_bar.text.startswith("Saved: ")
    # None of it is lost, and none is left half-done.
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".csv", ".csv", ".pdf", ".png", ".svg"]


def check_what_goes_wrong_or_is_stopped(desk: Desk, tmp_path: Path) -> None:
    desk.focus_loss()
    # Stopped while it is made, and closed: nothing is written.
    dialog = desk.dialog("csv", 1)
    press(dialog, "save")
    press(dialog, "cancel")
    assert dialog.isVisible() and dialog.kind.isEnabled() and os.listdir(tmp_path) == []
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    # A folder that is not there: one sentence, and it goes on.
    line.setText(str(tmp_path / "nowhere" / "a.csv"))
    press(dialog, "save")
    assert "could not be written" in said(dialog) and dialog.isVisible()
    # A file that is there is asked about before it is replaced.
    old = tmp_path / "old.csv"
    old.write_text("older")
    line.setText(str(old))
    press(dialog, "save")
    assert "already there" in said(dialog) and old.read_text() == "older"
    press(dialog, "cancel")
    assert not dialog.isVisible() and old.read_text() == "older"
    if sys.platform != "win32":
        full_disk(desk, tmp_path)


def full_disk(desk: Desk, folder: Path) -> None:
    import resource

    dialog = desk.dialog("csv", 1)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, limits[1]))
    try:
        press(dialog, "save")
        desk.until(lambda: "Make room there" in said(dialog))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert os.listdir(folder) == ["old.csv"]
    press(dialog, "cancel")


def check_the_keys(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """They copy and print what has the keyboard."""
    window = desk.window
    asked = []
    monkeypatch.setattr(FigurePrinting, "ask", lambda self, frozen: asked.append(frozen))
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    window.activateWindow()
    desk.until(window.isActiveWindow)
    desk.focus_loss()
    desk.until(window.loss_plot.hasFocus)
    QTest.keyClick(window.loss_plot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not clipboard.image().isNull())
    lines = clipboard.text().splitlines()
    assert lines[0].startswith("run\tupdate\tL (nats)") and lines[-1].split("\t")[1] == str(UPDATES)
    assert clipboard.image().width() == 2 * window.loss_plot.width()
    assert window.message_bar.text.startswith("Total loss L over updates is on the clipboard")
    QTest.keyClick(window.loss_plot, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked.pop().figure.what == "Total loss L over updates"
    # A menu takes the keyboard, and what had it is still meant.
    menu = window.menus.findChild(QMenu, "menu_file")
    assert isinstance(menu, QMenu)
    menu.popup(QPoint(0, 0))
    window.menus.setFocus()
    assert not window.loss_plot.hasFocus()
    window.actions_["action_print_figure"].trigger()
    menu.close()
    assert asked.pop().figure.stem == "loss"
    # Where no plot has it, the network is printed.
    view = window.network_view
    view.setFocus()
    window.actions_["action_print_figure"].trigger()
    network = asked.pop()
    assert network.figure.stem == "network" and "weights" not in network.line
    # Beside a training its weights are newer than its neurons.
    displayed = view.displayed_snapshot
    assert displayed is not None
    view.show_weights(replace(displayed, update=UPDATES + 3))
    view.work(10_000)
    window.actions_["action_print_figure"].trigger()
    line = asked.pop().line
    assert f"update {UPDATES}  ·  L" in line and f"weights of update {UPDATES + 3}  ·  " in line
    view.show_weights(displayed)
    # Where it has gone to is said.
    window.composition.figures.printing.printed.emit("")
    assert window.message_bar.text == "It is on its way to the printer."
    window.composition.figures.printing.printed.emit("/tmp/a.pdf")
    assert window.message_bar.text == "Saved: /tmp/a.pdf"
    # Words that are selected are what is copied.
    label = QLabel("some words", window)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.show()
    label.setFocus()
    label.setSelection(0, 4)
    window.actions_["action_copy_figure"].trigger()
    assert clipboard.text() == "some"
    label.hide()
    # A neuron's history that has no points yet offers nothing, and says so.
    details = window.inspector.details
    history = details.findChild(HistoryPlot, "history_w")
    assert isinstance(history, HistoryPlot)
    monkeypatch.setattr(history, "isVisible", lambda: True)
    window.composition.figures._current = history
    window.actions_["action_copy_figure"].trigger()
    assert window.message_bar.text.endswith("there is nothing to copy or to save yet.")
    # On a page in the network's place nothing is meant until something has the keyboard.
    desk.open_ledger()
    window.composition.figures._current = None
    for action in ("save", "copy", "print"):
        window.message_bar.show_message("")
        window.actions_[f"action_{action}_figure"].trigger()
        assert window.message_bar.text.startswith("Choose a plot or a table first")
    assert asked == []
    clipboard.clear()


def test_the_wall_is_saved_in_its_order(desk: Desk, tmp_path: Path) -> None:
    window, qtbot = desk.window, desk.qtbot
    page = desk.open_ledger()
    page.wall.setFocus()
    menu = page.wall.findChild(QMenu, "menu_wall")
    assert isinstance(menu, QMenu)
    # Frozen when the menu opens: the order is another one when it is saved.
    menu.popup(QPoint(0, 0))
    wall = page.wall.wall
    assert wall is not None
    window.composition.ledger._set_order("number")
    next(action for action in menu.actions() if action.objectName() == "figure_save").trigger()
    menu.close()
    dialog = window.findChild(FigureDialog)
    assert isinstance(dialog, FigureDialog) and dialog.isVisible()
    choose(dialog, "csv", 0)
    shares = list[float]()
    dialog.show_progress = lambda share: shares.append(share)  # type: ignore[method-assign]
    rows = rows_in(saved(qtbot, dialog))
    assert len(shares) > 100 and shares[-1] == 1
    heads, rows = rows[0], rows[1:]
    index = np.array([int(row[heads.index("index")]) for row in rows])
    assert np.array_equal(np.sort(index), np.arange(60_000))
    assert np.array_equal(index, wall.cells.T[wall.cells.T >= 0])
    # Bit for bit the engine's own terms, answers and labels.
    trainer = engine_of(window).current.trainer
    terms = trainer.example_losses("train")
    found = np.array([float(row[heads.index("C (nats)")]) for row in rows])
    assert np.array_equal(found, terms[index])
    labels = trainer.dataset.y_train[index]
    assert [row[heads.index("label")] for row in rows] == [str(label) for label in labels.tolist()]
    assert {row[1] for row in rows} == {str(UPDATES)}
    check_that_every_plot_can_be_reached(desk)


def check_that_every_plot_can_be_reached(desk: Desk) -> None:
    window = desk.window
    names = {plot.objectName() for plot in window.composition.figures._plots}
    assert {"loss_plot", "run_tree", "class_means", "history_a", "valley", "wall", "sorted_curve"} <= names
    assert {"confusion_matrix", "ledger_gallery", "z_terms", "weight_picture"} <= names
    for plot in window.composition.figures._plots:
        assert plot.accessibleName() or not plot.isVisible(), plot.objectName()
        assert plot.focusPolicy() & Qt.FocusPolicy.TabFocus, plot.objectName()
    assert set(plots_within(window.inspector)) < set(window.composition.figures._plots)
