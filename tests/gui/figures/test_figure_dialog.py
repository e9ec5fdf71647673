"""The dialog offers what there is of a plot or table; a table's numbers come first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from core.exchange.table import Column
from gui.figures.figure_dialog import FigureDialog
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure, Numbers
from tests.gui.figures.made_figure import figure_of

TWO = (
    Numbers((Column("a", [1]),), "each cell", "cells"),
    Numbers((Column("b", [1]),), "each class", "classes"),
)
PICTURES = ["png", "png", "png", "svg", "pdf"]


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FigureDialog]:
    dialog = FigureDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(Theme())
    yield dialog


def offer(
    dialog: FigureDialog, figure: Figure, plain: QSize | None = None, rows: tuple[int, ...] = (1234, 2)
) -> list[str]:
    plain = plain or QSize(120, 60)
    dialog.show_figure(figure, plain, plain + QSize(0, 20), rows)
    return [str(dialog.kind.itemData(i)[0]) for i in range(dialog.kind.count())]


def test_a_plots_picture_comes_first_and_a_tables_numbers(dialog: FigureDialog) -> None:
    assert offer(dialog, figure_of(*TWO)) == [*PICTURES, "csv", "csv"]
    assert offer(dialog, figure_of(is_table=True)) == ["csv", *PICTURES]
    assert dialog.suffix == ".csv"


def test_each_kind_says_what_it_is(dialog: FigureDialog) -> None:
    offer(dialog, figure_of(*TWO))
    texts = [dialog.kind.itemText(i) for i in range(dialog.kind.count())]
    assert texts == [
        "PNG: 120 × 80 px",
        "PNG, 2 times: 240 × 160 px",
        "PNG, 3 times: 360 × 240 px",
        "SVG: for any size",
        "PDF: for print, any size",
        "CSV: each cell (rows: 1,234)",
        "CSV: each class (rows: 2)",
    ]
    dialog.line.setChecked(False)
    assert dialog.kind.itemText(0) == "PNG: 120 × 60 px"
    offer(dialog, figure_of())
    assert dialog.kind.itemText(5) == "CSV: the numbers (rows: 1,234)"


def test_what_was_chosen_last_is_offered_again(dialog: FigureDialog) -> None:
    offer(dialog, figure_of(*TWO))
    dialog.kind.setCurrentIndex(6)
    offer(dialog, figure_of(*TWO))
    assert (dialog.suffix, dialog.number) == (".csv", 1)
    offer(dialog, figure_of())
    assert (dialog.suffix, dialog.number) == (".png", 1)


def test_a_line_belongs_to_pictures_only(dialog: FigureDialog) -> None:
    offer(dialog, figure_of())
    assert dialog.line.isEnabled()
    dialog.kind.setCurrentIndex(5)
    assert not dialog.line.isEnabled()
    dialog.kind.setCurrentIndex(4)
    dialog.show_busy(True)
    assert not dialog.line.isEnabled()
    dialog.show_busy(False)
    assert dialog.line.isEnabled()


def test_a_picture_that_no_memory_holds_is_not_offered(dialog: FigureDialog) -> None:
    offer(dialog, figure_of(), QSize(6000, 4000))
    model = dialog.kind.model()
    assert isinstance(model, QStandardItemModel)
    assert [model.item(i).isEnabled() for i in range(6)] == [True, True, False, True, True, True]


@pytest.mark.parametrize("name", ["a b.csv", "图 表.csv", "50%.csv", "it's.csv", "a;b&c.csv", "x.y.csv"])
def test_any_name_that_the_system_takes_is_taken(
    dialog: FigureDialog, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    offer(dialog, figure_of(is_table=True))
    dialog.suggest(str(tmp_path), "backlight-plot-update-7")
    dialog._path.setText(str(tmp_path / name))
    dialog.show()
    with qtbot.waitSignal(dialog.export_wanted):
        dialog._begin.click()
    assert dialog.path == str(tmp_path / name)


def test_it_says_what_it_is_of(dialog: FigureDialog) -> None:
    offer(dialog, figure_of(what="Total loss L"))
    assert dialog.windowTitle() == "Save: Total loss L" and dialog.accessibleName()
