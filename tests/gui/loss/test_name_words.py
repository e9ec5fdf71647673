"""Pointing at a name says what its curve is."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from gui.loss.loss_plot import LossPlot
from gui.loss.name_words import name_words
from tests.gui.loss.plotted import N, make_record, picture, show


def test_a_name_is_told_in_a_sentence_and_beside_the_names_there_is_none(plot: LossPlot) -> None:
    show(plot, make_record())
    at = picture(plot).geometry
    name = next(name for name in picture(plot).names if name.key == "train")
    there = QPoint(round(at.names.left()) + 20, round(name.y))
    words = name_words(picture(plot), plot._words, N, there)
    assert words.startswith(name.text) and "all 60,000 training examples" in words
    assert name_words(picture(plot), plot._words, N, QPoint(200, round(name.y))) == ""
