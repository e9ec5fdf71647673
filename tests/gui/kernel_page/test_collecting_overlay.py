"""The collecting in a picture that is kept: where the network stands, sharp at any ratio, and the caption stays."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage

from core.analysis.weight_places import KernelWeight
from core.engine.snapshot import Snapshot
from gui.kernel_page.collecting_overlay import CollectingOverlay
from gui.network.geometry.layout import make_layout
from gui.network.marks.scales import Scales
from gui.network.painting.primitives import new_image
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_it_stands_below_the_caption_and_grows(qapp: Any, cnn: Snapshot, ratio: float) -> None:
    theme = Theme()
    layout = make_layout(cnn.sizes, 800, 506, theme, inputs=(16, 16), topology=cnn.topology)
    context = RenderContext(layout, theme, ratio, Scales(len(cnn.connections)))
    overlay = CollectingOverlay(cnn, KernelWeight(0, 0, 5, 0, 0), context)
    picture = new_image(800, 530, ratio)
    picture.fill(theme.colour("error"))
    before = QImage(picture)
    early, late = overlay.paint(picture, 0.05), overlay.paint(picture, 1.0)
    # The picture itself is as it was; what is above the network, and the line below it, are in both.
    assert picture == before and early != late
    for image in (early, late):
        for x, y in ((20, 4), (700, 4), (20, 520)):
            assert image.pixelColor(round(x * ratio), round(y * ratio)) == theme.colour("error")
        below = round((layout.walkthrough.y + layout.walkthrough.height + 6) * ratio)
        assert image.pixelColor(round(2 * ratio), below) == theme.colour("canvas")
