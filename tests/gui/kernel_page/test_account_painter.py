"""The account's bars are the parts: as long as their sums, and the negative ones lead back."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.analysis.weight_places import KernelWeight, weights_of_kernel
from core.engine.snapshot import Snapshot
from gui.kernel_page.account_painter import bars, paint_account, signed_colours
from gui.kernel_page.weight_scene import make_scene
from gui.network.geometry.shapes import Rect
from gui.network.painting.painter import TextPainter
from gui.theme.tokens import Theme

TRACK = Rect(100, 50, 400, 60)


def test_of_every_weight_each_bar_is_in_proportion_and_the_sum_ends_where_they_stop(cnn: Snapshot) -> None:
    signs = set()
    for weight in weights_of_kernel(cnn.connections, KernelWeight(1, 3, 4, 0, 0)):
        scene = make_scene(cnn, weight, "gradient", 776, 410, Theme())
        sums, part = scene.places.parts, scene.places.part
        assert sums is not None and part is not None
        positive, negative, total, zero = bars(scene, TRACK)
        assert (len(positive), len(negative)) == (int((part > 0).sum()), int((part < 0).sum()))
        span = sums.positive - min(0.0, sums.total)
        px = TRACK.width / span
        assert sum(bar.width for bar in positive) == pytest.approx(sums.positive * px)
        assert sum(bar.width for bar in negative) == pytest.approx(-sums.negative * px)
        assert [bar.width for bar in positive] == sorted((bar.width for bar in positive), reverse=True)
        stop = min((bar.x for bar in negative), default=positive[-1].x + positive[-1].width)
        end = total.x + total.width if sums.total > 0 else total.x
        assert end == pytest.approx(stop) and total.width == pytest.approx(abs(sums.total) * px)
        for bar in (*positive, *negative, total):
            assert TRACK.x - 1e-6 <= bar.x and bar.x + bar.width <= TRACK.x + TRACK.width + 1e-6
        assert zero == pytest.approx(TRACK.x - min(0.0, sums.total) * px)
        signs.add(sums.total > 0)
    assert signs == {True, False}


def test_colours_have_the_sign_and_no_colour_is_no_part() -> None:
    theme = Theme()
    colours = signed_colours(np.array([2.0, -2.0, 0.0, 0.01]), 2.0, theme)
    assert colours[0].tolist() == np.rint(theme.rgb("grad_plus")).tolist()
    assert colours[1].tolist() == np.rint(theme.rgb("grad_minus")).tolist()
    assert colours[2].tolist() == theme.rgb("canvas").tolist()
    # The weakest is seen.
    assert np.abs(colours[3] - colours[2]).max() > 20


@pytest.mark.parametrize("name", ["dark", "light"])
def test_it_paints_or_says_why_not(qapp: Any, cnn: Snapshot, unlabelled: Snapshot, name: str) -> None:
    theme = Theme(name)
    for snapshot, kind in ((cnn, "gradient"), (unlabelled, "weight")):
        scene = make_scene(snapshot, KernelWeight(0, 0, 2, 1, 1), kind, 776, 410, theme)
        image = QImage(776, 410, QImage.Format.Format_RGB32)
        image.fill(theme.colour("canvas"))
        painter = QPainter(image)
        paint_account(painter, scene, TextPainter(theme), theme)
        painter.end()
        found = {
            image.pixelColor(x, y).name()
            for x in range(0, 776, 2)
            for y in range(round(scene.account.y), round(scene.account.y + scene.account.height))
        }
        assert (theme.colour("grad_plus").name() in found) == (kind == "gradient")
        assert theme.colour("text").name() in found
