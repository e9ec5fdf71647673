"""Each file of a font is read once, whatever is laid out, kept and let go of afterwards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MAPS = Path("/proc/self/maps")
# Labels keep the font of a size that they were laid out with, while words of all sizes come and go.
USE = """
import sys
from collections import Counter
from pathlib import Path
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication
from gui.theme.kept_faces import keep_faces
from gui.theme.tokens import Theme

app = QApplication([])

def read():
    lines = Path("/proc/self/maps").read_text().splitlines()
    return Counter(line.split("/")[-1] for line in lines if "/fonts/" in line)

for language in ("en", "zh_TW") if sys.argv[1] == "kept" else ():
    QLocale.setDefault(QLocale(language))
    keep_faces()
first = read()
image, labels = QImage(400, 100, QImage.Format.Format_ARGB32_Premultiplied), []

def show(size_px, text):
    font = Theme(scale=size_px / 13).font("body")
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(10, 50, text)
    painter.end()
    return font

for turn in range(10):
    QLocale.setDefault(QLocale(("en", "zh_TW", "zh_CN")[turn % 3]))
    for size_px in range(10, 60):
        QFontMetricsF(Theme(scale=size_px / 13).font("body")).horizontalAdvance("ö😀")
    labels.append(show(10 + turn, "12"))
    for size_px in range(10, 60):
        show(size_px, "a中")
print(max((read() - first).values(), default=0))
"""


def most_of_one_file(how: str) -> int:
    """How often the file that is read most often is in memory beside the kept ones, in a process that uses letters."""
    done = subprocess.run(
        [sys.executable, "-c", USE, how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    return int(done.stdout)


@pytest.mark.skipif(not MAPS.exists(), reason="nobody says here which files are in memory")
def test_a_fonts_file_is_read_once() -> None:
    assert most_of_one_file("kept") == 0
    # Otherwise Qt has learnt to keep them, and nobody else needs to.
    assert most_of_one_file("not kept") > 3
