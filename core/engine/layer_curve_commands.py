"""The commands about the numbers of each layer over a run, `core.analysis.layer_curves`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WatchLayerCurves:
    """Send the layers' numbers while `watched`.

    `LayerCurvesSent` of the run on screen comes at once and whenever another run is on screen; then one `LayerCurve`
    whenever the exact L of a run is measured, also of one beside it, and of an earlier update that is looked at.
    """

    watched: bool


@dataclass(frozen=True)
class AskLayerCurves:
    """Send `LayerCurvesSent` of this run once, whether somebody watches or not; nothing where there is no such run."""

    run: int
