"""What Qt keeps of letters goes before memory is measured."""

from __future__ import annotations

import ctypes

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.robustness.letters import forget_letters, renew_labels


class Mallinfo(ctypes.Structure):
    """What the C library says of its memory, in bytes."""

    _fields_ = [(name, ctypes.c_size_t) for name in ("arena", "o", "s", "h", "hblkhd", "u", "f", "uordblks")]
    _fields_ += [("fordblks", ctypes.c_size_t), ("keepcost", ctypes.c_size_t)]


def bytes_in_use() -> int:
    """Of C's memory: what a process takes of the system also has what is free in between."""
    try:
        ask = ctypes.CDLL("libc.so.6").mallinfo2
    except (OSError, AttributeError):
        pytest.skip("nobody says here how much memory is in use")
    ask.restype = Mallinfo
    info = ask()
    return int(info.uordblks + info.hblkhd)


def test_the_pictures_of_letters_are_let_go_of_before_memory_is_measured(qapp: QApplication) -> None:
    def paint() -> bytes:
        image = QImage(800, 80, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        for size_px in range(54, 58):
            font = QFont(qapp.font())
            font.setPixelSize(size_px)
            painter.setFont(font)
            painter.drawText(0, 60, "".join(map(chr, range(33, 700))))
        painter.end()
        return bytes(image.constBits())

    forget_letters()
    before, painted = bytes_in_use(), paint()
    with_letters = bytes_in_use()
    forget_letters()
    taken, left = with_letters - before, bytes_in_use() - before
    assert taken > 1_000_000, taken
    assert left < taken / 2, (taken, left)
    assert paint() == painted


def test_no_label_keeps_a_font_of_its_own_once_letters_were_forgotten(
    qtbot: QtBot, qapp: QApplication
) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    labels = [QLabel(column) for _ in range(6)]
    forget_letters()
    before = bytes_in_use()
    for number, label in enumerate(labels):
        font = QFont(qapp.font())
        font.setPixelSize(13 + 3 * number)
        label.setFont(font)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText("<b>weights</b> 权重")
        assert label.sizeHint().width() > 40
        forget_letters()
    # 8.5 MB where each keeps the font that it was laid out with, and 0.8 MB where none does.
    assert bytes_in_use() - before < 3_000_000


def test_a_label_that_is_laid_out_anew_is_as_it_was(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    rich, plain, selected, empty = labels = [QLabel(column) for _ in range(4)]
    rich.setTextFormat(Qt.TextFormat.RichText)
    rich.setText("<b>7</b> of 9")
    plain.setTextFormat(Qt.TextFormat.PlainText)
    plain.setText("<b>7</b>")
    selected.setText("a path")
    selected.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    selected.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def looks() -> list[object]:
        return [
            (label.text(), label.textFormat(), label.textInteractionFlags(), label.focusPolicy())
            + (label.sizeHint(), label.grab().toImage())
            for label in labels
        ]

    before = looks()
    renew_labels()
    assert looks() == before
