"""The tiles of the own test set: a wrong answer fills a corner, and stands behind the arrow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import OWN
from gui.ledger.example_pictures import ExamplePictures
from gui.own.own_gallery import OwnGallery
from gui.theme.tokens import make_theme
from tests.gui.figures.figure_rows import rows_of
from tests.gui.ledger.answers import NAMES, answers

LOSSES = replace(answers(split=OWN), numbers=np.arange(1, 13))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_exactly_the_wrong_ones_have_a_filled_corner(qtbot: QtBot, theme: str) -> None:
    gallery = OwnGallery()
    qtbot.addWidget(gallery)
    gallery.set_theme(make_theme(theme))
    gallery.resize(gallery.width_of(12), gallery.height_of(1))
    gallery.show()
    gallery.show_names(NAMES)
    pictures = ExamplePictures(12, (16, 16))
    pictures.take(np.arange(12), np.zeros((12, 256), np.uint8))
    gallery.show_examples(LOSSES, np.arange(12), pictures)
    picture = gallery.viewport().grab().toImage()
    text = make_theme(theme).colour("text")
    marked = []
    for row in range(12):
        place = gallery._place(row)
        at = picture.pixelColor(round(place.right()) - 4, round(place.top()) + 4)
        marked.append(at.rgb() == text.rgb())
    # On paper: cat as dog, cow as cat, one dog as none, cat as dog, cow as dog.
    assert np.flatnonzero(marked).tolist() == [1, 3, 5, 6, 10]


def test_the_class_stands_below_once_the_names_are_known(qtbot: QtBot) -> None:
    gallery = OwnGallery()
    qtbot.addWidget(gallery)
    gallery.set_theme(make_theme("dark"))
    gallery.resize(gallery.width_of(12), gallery.height_of(1))
    gallery.show_examples(LOSSES, np.arange(12), ExamplePictures(12, (16, 16)))
    without = gallery.viewport().grab().toImage()
    gallery.show_names(NAMES)
    named = gallery.viewport().grab().toImage()
    assert named != without
    # They stay: every answer shows the examples anew.
    gallery.show_examples(LOSSES, np.arange(12), ExamplePictures(12, (16, 16)))
    assert gallery.viewport().grab().toImage() == named


def test_saved_is_what_each_is_meant_to_be_and_what_it_is_taken_for(qtbot: QtBot) -> None:
    gallery = OwnGallery()
    qtbot.addWidget(gallery)
    assert gallery.figure() is None
    gallery.show_names(NAMES)
    gallery.show_examples(LOSSES, np.arange(12), None)
    rows = rows_of(gallery.figure())
    assert rows[0][1:6] == ("set", "index", "label", "answer", "wrong") and len(rows) == 13
    # On paper: the second one is a cat, taken for a dog.
    assert rows[2][1:6] == ("own", "2", "cat", "dog", "1") and float(rows[2][6]) == LOSSES.losses[1]
