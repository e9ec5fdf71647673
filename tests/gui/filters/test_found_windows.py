"""The windows that were found: each with the piece of its picture that the cell sees."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.sample_tracer import SampleTracer
from gui.filters.found_windows import found_windows, piece_colours
from gui.theme.tokens import make_theme
from tests.core.nn.test_picture_layers import LENET_1989
from tests.gui.filters.shown import DATA, found, snapshot_of, trainer_of


def test_each_is_a_cell_of_its_picture_with_what_the_network_says_of_it() -> None:
    trainer = trainer_of()
    windows = found_windows(found(trainer), snapshot_of(trainer))
    assert [window.rank for window in windows] == list(range(24))
    for window in windows:
        x = DATA.X_train[window.row].astype(np.float32)
        trace = SampleTracer(trainer.network).trace(x)
        np.testing.assert_allclose(window.a, trace.a[2][window.unit], rtol=1e-5, atol=1e-7)
        assert window.unit % 16 == 3 and divmod(window.unit // 16, 8) == window.place
        assert np.array_equal(window.picture.ravel(), x)
        assert window.label == str(DATA.y_train[window.row])
        # Conv 3, pool 2, conv 3: the cell sees 8 x 8 pixels, from 2·(cell − 1) − 1 on.
        top, left = (2 * (place - 1) - 1 for place in window.place)
        assert (window.field.top, window.field.left, window.field.rows, window.field.columns) == (
            top,
            left,
            8,
            8,
        )


def test_colours_are_ink_where_the_picture_has_it_and_canvas_beyond_its_border() -> None:
    trainer, theme = trainer_of(), make_theme("dark")
    for window in found_windows(found(trainer), snapshot_of(trainer))[:8]:
        colours = piece_colours(window, theme)
        for r in range(8):
            for c in range(8):
                row, column = window.field.top + r, window.field.left + c
                if not (0 <= row < 16 and 0 <= column < 16):
                    assert (colours[r, c] == theme.rgb("canvas")).all()
                else:
                    assert (colours[r, c, 0] > 200) == (window.picture[row, column] == 1)


def test_what_is_said_names_the_example_the_cell_and_the_numbers() -> None:
    trainer = trainer_of()
    window = replace(
        found_windows(found(trainer), snapshot_of(trainer))[0], row=1234, label="8", place=(2, 4)
    )
    window = replace(window, a=1.5, z=1.5)
    assert window.spoken == "1: training digit 1,234, an 8, a = +1.50, cell in row 3, column 5"
    assert window.sees_words == "it sees 8 × 8 pixels"
    assert replace(window, a=0.0, z=-0.25).numbers == "a = 0    z = −0.25"


def test_a_shuffled_label_is_not_called_the_examples_class() -> None:
    trainer = trainer_of()
    own = found(trainer)
    shuffled = np.arange(len(own.row)) == 1
    first, second = found_windows(replace(own, shuffled=shuffled), snapshot_of(trainer))[:2]
    assert "shuffled" not in first.name and first.short_names == (first.label,)
    assert second.name == f"training digit {second.row:,}, label {second.label} (shuffled)"
    # Where that has no room, the label is left out.
    assert second.short_names == (f"{second.label} (shuffled)", "")
    # Without any that were shuffled nothing is said of it.
    assert not any(window.is_shuffled for window in found_windows(own, snapshot_of(trainer)))


def test_an_answer_that_only_comes_near_1_is_not_called_1() -> None:
    trainer = trainer_of(LENET_1989)
    own = found(trainer, layer=0, number=4)
    own = replace(own, a=np.full_like(own.a, 0.9991))
    windows = found_windows(own, snapshot_of(trainer))
    assert windows[0].answer == "+0.999"


def test_of_another_network_there_are_none() -> None:
    own = found(trainer_of())
    other = snapshot_of(trainer_of(LENET_1989))
    assert found_windows(own, other) == ()
    assert found_windows(replace(own, layer=9), snapshot_of(trainer_of())) == ()
    assert found_windows(replace(own, X=own.X[:, :100]), snapshot_of(trainer_of())) == ()
