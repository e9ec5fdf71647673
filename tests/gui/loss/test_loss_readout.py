"""L and the accuracy in a line, and large enough for a class."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from gui.loss.loss_readout import LossLine, LossReadout
from gui.theme.tokens import make_theme

EXACT = ExactLoss(0, 3000, 12_345.6, 60_000, 0.939, 2_222.0, 10_000, 0.935)


def test_the_line_names_l_both_accuracies_and_their_update(qtbot: QtBot) -> None:
    line = LossLine()
    qtbot.addWidget(line)
    line.resize(800, 20)
    assert line.text() == ""
    line.show_exact(EXACT)
    assert line.text() == "after update 3,000: L = 12,346  ·  accuracy 93.9 %, test 93.5 %"
    line.show_exact(EXACT, is_before_edit=True)
    assert line.text().startswith("after update 3,000, θ edited since: L = 12,346  ·  ")
    line.show_exact(replace(EXACT, test_accuracy=math.nan))
    assert line.text().endswith("accuracy 93.9 %, test –")
    line.show_exact(None)
    assert line.text() == ""


def words(readout: LossReadout) -> list[str]:
    return [label.text() for label in readout.findChildren(QLabel)]


def test_the_readout_has_l_and_both_accuracies_of_one_update(qtbot: QtBot) -> None:
    readout = LossReadout()
    qtbot.addWidget(readout)
    assert words(readout) == ["<i>L</i> = …", "", "", "", "", ""]
    readout.show_exact(EXACT)
    assert words(readout) == [
        "<i>L</i> = 12,346",
        "after update 3,000",
        "accuracy: 93.9 %",
        "accuracy, test: 93.5 %",
        "",
        "",
    ]


def test_where_nothing_is_measured_any_more_the_readout_promises_no_number(qtbot: QtBot) -> None:
    readout = LossReadout()
    qtbot.addWidget(readout)
    readout.set_measured(False)
    assert words(readout)[:2] == ["<i>L</i> = –", "not measured: there is no training"]
    readout.set_measured(True)
    assert words(readout)[:2] == ["<i>L</i> = …", ""]


def test_the_readout_says_that_it_is_of_before_an_edit(qtbot: QtBot) -> None:
    readout = LossReadout()
    qtbot.addWidget(readout)
    readout.show_exact(EXACT, is_before_edit=True)
    assert words(readout)[1] == "after update 3,000, θ edited since"


def test_the_readout_says_of_which_update_the_picture_is(qtbot: QtBot) -> None:
    """L was measured beside the training: the picture is of a later update, and its parts of two."""
    readout = LossReadout()
    qtbot.addWidget(readout)
    readout.show_exact(EXACT)
    readout.show_picture(3_970, 4_012)
    assert words(readout)[1] == "after update 3,000"
    assert words(readout)[4:] == ["weights: update 3,970", "signal: update 4,012"]
    # Nothing in it shows a weight.
    readout.show_picture(-1, 4_012)
    assert words(readout)[4:] == ["", "signal: update 4,012"]


@pytest.mark.parametrize(("scale", "width"), [(1.0, 200), (1.5, 310), (3.0, 340), (3.0, 700)])
def test_no_line_of_the_readout_is_wider_than_its_column(qtbot: QtBot, scale: float, width: int) -> None:
    readout = LossReadout()
    qtbot.addWidget(readout)
    readout.set_theme(make_theme("dark", scale))
    readout.show_exact(replace(EXACT, train_total=1_234_567.0, update=1_234_567))
    readout.show_picture(1_234_890, 1_234_999)
    readout.resize(width, 300)
    readout.show()
    for label in readout.findChildren(QLabel):
        text = label.accessibleName() or label.text()
        assert QFontMetricsF(label.font()).horizontalAdvance(text) <= label.width()
    total, *others = readout.findChildren(QLabel)
    assert total.font().pixelSize() > others[0].font().pixelSize()


def test_in_a_column_of_one_width_larger_type_makes_no_line_smaller(qtbot: QtBot) -> None:
    readout = LossReadout()
    qtbot.addWidget(readout)
    readout.show_exact(EXACT)
    readout.resize(340, 300)
    readout.show()
    sizes = []
    for scale in (1.0, 1.5, 2.0, 2.5, 3.0):
        readout.set_theme(make_theme("dark", scale))
        sizes.append([label.font().pixelSize() for label in readout.findChildren(QLabel)])
    for of_label in zip(*sizes, strict=True):
        assert list(of_label) == sorted(of_label) and of_label[0] < of_label[-1]


def test_an_infinite_l_is_said_to_be_too_large_to_write(qtbot: QtBot) -> None:
    line, readout = LossLine(), LossReadout()
    for widget in (line, readout):
        qtbot.addWidget(widget)
        widget.show_exact(replace(EXACT, train_total=math.inf))
    assert line.whole.startswith("after update 3,000: L = ∞ (too large to write)")
    assert words(readout)[:2] == ["<i>L</i> = ∞", "after update 3,000 (too large to write)"]
