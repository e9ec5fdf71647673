"""Thick lines against the definition: every pixel's distance to every segment."""

import numpy as np

from core.data.raster import draw_segments


def test_drawn_lines_are_all_pixels_within_the_radius() -> None:
    rng = np.random.default_rng(0)
    starts = rng.uniform(-20, 120, (40, 2))
    ends = starts + rng.normal(0, 20, (40, 2))
    ends[:5] = starts[:5]  # dots
    ends[5:10, 0] = starts[5:10, 0]  # upright
    ends[10:15, 1] = starts[10:15, 1]  # level
    ends[15:20] = starts[15:20] + rng.normal(0, 1e-7, (5, 2))
    centres = np.stack(np.meshgrid(np.arange(100) + 0.5, np.arange(100) + 0.5), axis=-1)
    expected = np.zeros((100, 100), dtype=bool)
    for a, b in zip(starts, ends, strict=True):
        along = b - a
        share = np.clip((centres - a) @ along / max(along @ along, 1e-300), 0, 1)
        expected |= np.linalg.norm(centres - a - share[..., None] * along, axis=-1) <= 7.3
    assert expected.mean() > 0.2
    np.testing.assert_array_equal(draw_segments(starts, ends, 7.3, 100), expected)
