"""What everything in the picture of a network is drawn by."""

from __future__ import annotations

from dataclasses import dataclass

from gui.network.geometry.shapes import Layout
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme


@dataclass(frozen=True)
class RenderContext:
    """What everything is drawn by; a new one starts all pictures anew."""

    layout: Layout
    theme: Theme
    ratio: float
    scales: Scales
