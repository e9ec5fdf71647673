"""What becomes of a frozen figure: steps to its files, to the clipboard and to paper."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.exchange.table import ROWS_A_STEP, Column
from gui.export.page_rendering import Steps
from gui.figures.frozen_figure import CLIPBOARD_TIMES, MOST_COPIED
from gui.widgets.figure import Numbers
from tests.gui.figures.made_figure import VALUES, frozen_of


def made(steps: Steps) -> tuple[QImage | bytes, int]:
    """What the last step gives, and how many steps there are."""
    every = list(steps)
    last = every.pop()
    assert last is not None and set(every) <= {None}
    return last, len(every) + 1


def test_the_csv_is_the_numbers_with_run_and_update(qtbot: QtBot) -> None:
    data, _ = made(frozen_of().csv_steps(0, lambda _: None))
    assert isinstance(data, bytes)
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert rows[0] == ["run", "update", "w"] and {tuple(row[:2]) for row in rows[1:]} == {("seed 0", "7")}
    assert np.array_equal(np.array([np.float32(row[2]) for row in rows[1:]]), VALUES)


def test_a_long_table_is_made_in_steps_that_say_how_far_they_are(qtbot: QtBot) -> None:
    count, told = 10 * ROWS_A_STEP, list[float]()
    _, steps = made(frozen_of(Numbers((Column("i", np.arange(count)),))).csv_steps(0, told.append))
    assert steps == 12 and told == sorted(told) and told[0] > 0 and told[-1] == 1


def test_each_kind_of_picture_is_made(qtbot: QtBot) -> None:
    frozen = frozen_of()
    image, svg, pdf = (made(frozen.picture_steps(kind, 2, False))[0] for kind in ("png", "svg", "pdf"))
    assert isinstance(image, QImage) and (image.width(), image.height()) == (240, 120)
    assert isinstance(svg, bytes) and b"<svg" in svg
    assert isinstance(pdf, bytes) and pdf.startswith(b"%PDF")


def test_the_clipboard_gets_the_picture_and_the_numbers(qtbot: QtBot) -> None:
    text = list[str]()
    image, _ = made(frozen_of().copy_steps(text))
    assert isinstance(image, QImage) and image.width() == 120 * CLIPBOARD_TIMES
    assert "".join(text) == "run\tupdate\tw\nseed 0\t7\t0.1\nseed 0\t7\t2.0\nseed 0\t7\t-0.5\n"


def test_numbers_that_are_too_many_stay_off_the_clipboard(qtbot: QtBot) -> None:
    most, more = (frozen_of(Numbers((Column("i", np.arange(n)),))) for n in (MOST_COPIED, MOST_COPIED + 1))
    assert most.copies_numbers and not more.copies_numbers
    text = list[str]()
    made(more.copy_steps(text))
    assert text == []
    nothing = frozen_of()
    assert not replace(nothing, figure=replace(nothing.figure, numbers=())).copies_numbers


def test_on_paper_it_is_light_and_under_its_line(qtbot: QtBot) -> None:
    frozen = frozen_of()
    assert frozen.page(True).theme.is_dark
    paper = frozen.paper()
    assert not paper.theme.is_dark and paper.height == frozen.page(True).height
    assert paper.theme.scale == frozen.figure.theme.scale


def test_its_names(qtbot: QtBot) -> None:
    two = frozen_of(
        Numbers((Column("a", [1, 2]),), "one", "first"), Numbers((Column("b", [1]),), "two", "second")
    )
    assert two.rows == (2, 1)
    assert (two.stem(), two.stem(1)) == ("backlight-plot-update-7", "backlight-plot-second-update-7")
