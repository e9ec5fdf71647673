"""The marks that the painter draws: arrays of positions, sizes, colours and labels, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gui.network.geometry.shapes import FeatureMaps, Floats, Indices, Rect
from gui.network.geometry.text_width import BASELINE, line_height
from gui.theme.tokens import Theme

Colour = NDArray[np.uint8]


@dataclass(frozen=True)
class EdgeMarks:
    """The drawn edges of one group of connections, weakest first.

    Attributes
    ----------
    kind : "weight", "signal", "gradient", "mean_gradient" or "change"
        Which number `value` is.
    group : int
        Its place among the network's connections.
    source_layer, target_layer : int
        The layers that it joins, the input counted as 0.
    source, target : (m,) indices
        The neurons (or pixels) that each edge joins.
    value : (m,) array
        The number that is shown.
    x1, y1, x2, y2 : (m,) arrays
    level : (m,) ints from -LEVELS to LEVELS
        Signed strength; the colour is ``palette[level + LEVELS]`` (see edge_palette).
    width : (m,) array
        1, 1.4 or 2 px.
    scale : float
        The |value| that has full colour; NaN where there is none.
    outlined : bool
        Whether a line of the text's colour runs along them on both sides.
    opacity : float
        Under 1 where so many lie over each other that no single one could be seen: they are translucent then.
    unfinite : bool
        Whether their values are NaN or infinite: then they have neither colour nor width of a strength.
    """

    kind: str
    group: int
    source_layer: int
    target_layer: int
    source: Indices
    target: Indices
    value: Floats
    x1: Floats
    y1: Floats
    x2: Floats
    y2: Floats
    level: NDArray[np.int64]
    width: Floats
    scale: float
    outlined: bool = False
    opacity: float = 1.0
    unfinite: bool = False

    @cached_property
    def legend_key(self) -> tuple[str, int, str, int]:
        """What their legend depends on; asked for in every frame."""
        return self.kind, self.group, f"{self.scale:.1e}", len(self.value)

    def only(self, which: NDArray[np.bool_] | Indices) -> EdgeMarks:
        """Those that are flagged, or those at these places."""
        own = ("source", "target", "value", "x1", "y1", "x2", "y2", "level", "width")
        return replace(self, **{name: getattr(self, name)[which] for name in own})


def are_beyond(value: Floats, full: float | Floats) -> NDArray[np.bool_]:
    """(k,) flags: which finite |a| are above that of the full colour."""
    return np.isfinite(value) & (np.abs(value) > np.multiply(full, 1 + 1e-6))


@dataclass(frozen=True)
class NeuronMarks:
    """One layer's neurons that are drawn one by one.

    ``fill`` is (k, 3); ``ring`` is each ring's width in px, 0 for none; ``ring_colour`` is (k, 3); `neuron`
    holds the indices of these neurons in the layer. ``value`` is a (NaN where the signal has not arrived),
    ``delta`` is δ (NaN where it is not shown). ``dropped`` marks which are silent for this example by dropout; it
    is empty where none can be. ``state`` is LIVELY, DEAD or SATURATED (`core.analysis.neuron_statistics`), empty
    where not known, and of maps that can be neither.

    With a ``cell`` (width, height) each neuron is such a cell, its δ a line below its activation.
    With `maps` each is a cell of a feature map, filled by its activation; its δ is not drawn. `all_within`: that no
    |a| is beyond the full colour was found for all layers at once.
    """

    layer: int
    neuron: Indices
    x: Floats
    y: Floats
    radius: float
    fill: Colour
    ring: Floats
    ring_colour: Colour
    value: Floats
    delta: Floats
    dropped: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    state: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    cell: tuple[float, float] | None = None
    full: float = 1.0
    widest: float = float("nan")
    broken: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    maps: FeatureMaps | None = None
    all_within: bool = False

    # These are asked for in every frame, of a hundred layers at times.
    @cached_property
    def beyond(self) -> NDArray[np.bool_]:
        """(k,) flags: whose finite |a| is above that of the full colour, so that the fill alone does not tell it."""
        return are_beyond(self.value, self.full)

    @cached_property
    def has_beyond(self) -> bool:
        """Whether there is one."""
        return not self.all_within and bool(self.beyond.any())

    @cached_property
    def has_fill(self) -> bool:
        """Whether the signal has arrived at one."""
        return bool(np.isfinite(self.value).any())

    @cached_property
    def has_ring(self) -> bool:
        """Whether one has a ring."""
        return bool((self.ring > 0).any())


@dataclass(frozen=True)
class PulseMarks:
    """What travels: discs forwards (a·w), darts backwards (w·δ).

    ``kind`` is "disc" or "dart". ``value`` is the number each carries; ``positive`` its sign; `radius` in px,
    by area. ``group``, ``source`` and ``target`` name the edge, which leads from ``source_layer`` to the one
    `target_layer` (the input is 0), from (x1, y1) to (x2, y2). `total` of the drawn edges carry something; the
    largest ones are here. `scales` are the |value| of the largest size, one for each group that leads there.
    """

    kind: str
    target_layer: int
    group: Indices
    source_layer: Indices
    source: Indices
    target: Indices
    value: Floats
    x1: Floats
    y1: Floats
    x2: Floats
    y2: Floats
    x: Floats
    y: Floats
    radius: Floats
    positive: NDArray[np.bool_]
    total: int = 0
    scales: tuple[float, ...] = ()

    def only(self, which: NDArray[np.bool_] | Indices) -> PulseMarks:
        """Those that are flagged, or those at these places; how many there are in all stays."""
        return replace(self, **{name: getattr(self, name)[which] for name in self.columns()})

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """What each pulse has a number of its own of."""
        return tuple(
            field.name
            for field in fields(cls)
            if field.name not in ("kind", "target_layer", "total", "scales")
        )


@dataclass(frozen=True)
class BarMarks:
    """The outputs' bars. ``length`` in px of the track, from `zero` on; NaN where y is not known yet.

    ``label`` is y to two decimals, "" where not known; `right` is the right answer's index or None; `predicted` is
    the index of the largest y, None before it is known, where there are no classes and where several are. `zero` is
    where y = 0 stands, as a part of the track: 0, or ½ where y may be negative; a negative length goes to the left.
    ``target`` is where the regression targets stand, in px from zero; empty where there are classes.
    """

    length: Floats
    label: tuple[str, ...]
    names: tuple[str, ...]
    right: int | None
    predicted: int | None
    zero: float = 0.0
    target: tuple[float, ...] = ()


@dataclass(frozen=True)
class TextMark:
    """A line of text.

    `role` is a key of theme.TYPE; `token` a colour token; `align` is "left", "right" or "centre".
    (x, y) is the baseline's left end, right end or middle. `part` is what part of its role's size the type has.
    """

    x: float
    y: float
    text: str
    role: str = "caption"
    token: str = "dim"
    align: str = "left"
    bold: bool = False
    italic: bool = False
    part: float = 1.0


def line_in(
    rect: Rect,
    text: str,
    role: str,
    token: str,
    theme: Theme,
    align: str = "left",
    bold: bool = False,
) -> TextMark:
    """A line at the top of a rectangle."""
    x = {
        "left": rect.x,
        "right": rect.x + rect.width,
        "centre": rect.x + rect.width / 2,
    }[align]
    return TextMark(x, rect.y + BASELINE * line_height(role, theme), text, role, token, align, bold)


@dataclass(frozen=True)
class PictureMarks:
    """The input picture, pixel by pixel.

    ``fill`` is (n_in, 3); (x, y) is each pixel's top left corner, `size` its side in px, its hairline gap
    left out.
    """

    x: Floats
    y: Floats
    size: float
    fill: Colour
