"""Lines are told apart without a hue."""

from __future__ import annotations

import numpy as np
import pytest

from gui.curves.curve_set import layer_set
from gui.curves.curve_styles import styles_of
from gui.theme.tokens import make_theme
from tests.gui.curves.drawn import curves_of


@pytest.mark.parametrize("layers", [1, 2, 3, 8])
def test_few_lines_have_each_a_dash_and_a_shade_of_their_own_and_a_name(layers: int) -> None:
    styles = styles_of(layer_set("gradient", curves_of(2, layers)))
    assert len({style.dashes for style in styles}) == len({style.share for style in styles}) == layers
    assert all(style.is_named for style in styles)
    assert styles[-1].dashes == () and styles[-1].share == 1.0


def test_of_many_lines_the_first_and_the_last_have_names_and_more_weight() -> None:
    styles = styles_of(layer_set("gradient", curves_of(2, 100)))
    assert [place for place, style in enumerate(styles) if style.is_named] == [0, 99]
    assert min(styles[0].width, styles[99].width) > styles[50].width


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_faintest_line_is_read_on_its_ground(name: str) -> None:
    theme = make_theme(name)
    faintest = min(style.share for style in styles_of(layer_set("noise", curves_of(2, 5))))
    colours = np.stack(
        [theme.rgb("canvas") + faintest * (theme.rgb("text") - theme.rgb("canvas")), theme.rgb("canvas")]
    )
    # WCAG 2.2: relative luminance.
    parts = colours / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    line, ground = linear @ [0.2126, 0.7152, 0.0722]
    assert (max(line, ground) + 0.05) / (min(line, ground) + 0.05) >= 3
