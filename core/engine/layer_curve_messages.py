"""What the engine sends of the layers' numbers; one renewal of them is `core.analysis.layer_curves.LayerCurve`."""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.layer_curves import LayerCurves


@dataclass(frozen=True)
class LayerCurvesSent:
    """The whole series of a run, in place of whatever is known of it; it may be empty."""

    run: int
    curves: LayerCurves
