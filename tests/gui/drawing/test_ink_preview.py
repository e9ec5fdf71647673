"""The small picture of what the network reads."""

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.drawing import ink_preview
from gui.drawing.ink_preview import InkPreview
from gui.theme.tokens import make_theme


def cell(preview: InkPreview, row: int, column: int) -> QColor:
    """The middle of an input's square: 4 px each at 100 %."""
    return preview.grab().toImage().pixelColor(column * 4 + 1, row * 4 + 1)


@pytest.mark.parametrize("kind", ["dark", "light"])
def test_ink_is_lit_and_no_ink_is_eleven_percent_of_it(qtbot: QtBot, kind: str) -> None:
    theme = make_theme(kind)
    preview = InkPreview()
    qtbot.addWidget(preview)
    preview.set_theme(theme)
    preview.resize(preview.sizeHint())
    x = np.zeros(256, dtype=np.float32)
    x[3 * 16 + 5] = 1
    preview.show_ink(x)
    assert cell(preview, 3, 5) == theme.colour("lit")
    faint = np.round(0.89 * theme.rgb("canvas") + 0.11 * theme.rgb("lit")).astype(int).tolist()
    for row, column in ((5, 3), (0, 0), (15, 15)):
        assert list(cell(preview, row, column).getRgb())[:3] == faint


def test_no_drawing_shows_no_ink(qtbot: QtBot) -> None:
    preview = InkPreview()
    qtbot.addWidget(preview)
    preview.show_ink(np.ones((16, 16), dtype=np.float32))
    preview.show_ink(None)
    assert not preview._ink.any()


def test_what_is_shown_does_not_change_with_the_array_it_came_from(qtbot: QtBot) -> None:
    preview = InkPreview()
    qtbot.addWidget(preview)
    x = np.zeros(256, dtype=np.float32)
    preview.show_ink(x)
    x[:] = 1
    assert not preview._ink.any()


def test_grey_pictures_are_not_called_ink(qtbot: QtBot) -> None:
    preview = InkPreview()
    qtbot.addWidget(preview)
    assert "ink is 1" in preview.toolTip()
    preview.set_shape(28, 20, is_ink=False)
    assert "20 × 28 grey pixels" in preview.toolTip() and "ink" not in preview.toolTip()
    preview.set_shape(16, 16)
    assert "ink is 1" in preview.toolTip()


def test_what_has_not_changed_is_painted_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    draw = ink_preview.draw_cells
    monkeypatch.setattr(ink_preview, "draw_cells", lambda *cells: (painted.append(1), draw(*cells)))
    preview = InkPreview()
    qtbot.addWidget(preview)
    looks = [preview.grab().toImage() for _ in range(2)]
    assert looks[0] == looks[1] and len(painted) == 1
    for times, change in enumerate(
        (
            lambda: preview.show_ink(np.ones(256, np.float32)),
            lambda: preview.set_shape(28, 28),
            lambda: preview.set_theme(make_theme("light")),
            lambda: preview.resize(90, 90),
        ),
        start=2,
    ):
        change()
        looks.append(preview.grab().toImage())
        assert len(painted) == times and looks[-1] != looks[-2]
