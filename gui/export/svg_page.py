"""A page of SVG: plain elements, one for each mark, so that it can be worked on in any drawing program.

Qt's own generator would make paths of everything and split texts into places; here a line stays a line.

References
----------
W3C, "Scalable Vector Graphics (SVG) 1.1", second edition, 2011.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from numpy.typing import NDArray

# Red, green, blue from 0 to 255.
Colour = Sequence[float] | NDArray[np.generic]


def hexadecimal(colour: Colour) -> str:
    """(red, green, blue) from 0 to 255 as SVG writes it."""
    red, green, blue = (round(float(part)) for part in colour)
    return f"#{red:02x}{green:02x}{blue:02x}"


class SvgPage:
    """Elements in the order they are painted.

    Parameters
    ----------
    width, height : float
        In px.
    title, description : str
        For who asks the file what it is, a screen reader as well.
    """

    def __init__(self, width: float, height: float, title: str, description: str) -> None:
        size = f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
        self._parts = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(description)}</desc>",
        ]

    def begin(self, name: str, opacity: float = 1.0, crisp: bool = False) -> None:
        """Begin a group; its name is its class. Shapes that touch are `crisp`: else seams are seen between them."""
        faded = f' opacity="{_n(opacity)}"' if opacity < 1 else ""
        edges = ' shape-rendering="crispEdges"' if crisp else ""
        self._parts.append(f"<g class={quoteattr(name)}{faded}{edges}>")

    def end(self) -> None:
        """End the group."""
        self._parts.append("</g>")

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: Colour, width: float) -> None:
        """A straight line."""
        self._parts.append(
            f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"{_stroke(colour, width)}/>'
        )

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        stroke_width: float = 1.0,
        corner: float = 0.0,
    ) -> None:
        """A rectangle; None for no fill or no outline."""
        rounded = f' rx="{_n(corner)}"' if corner else ""
        self._parts.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{rounded}'
            f"{_fill(fill)}{_stroke(stroke, stroke_width)}/>"
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        stroke_width: float = 1.0,
        dashes: Sequence[float] = (),
    ) -> None:
        """A circle; None for no fill or no outline."""
        dashed = f' stroke-dasharray="{" ".join(_n(dash) for dash in dashes)}"' if dashes else ""
        self._parts.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{_fill(fill)}{_stroke(stroke, stroke_width)}{dashed}/>'
        )

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        fill: Colour,
        stroke: Colour | None = None,
        stroke_width: float = 1.0,
    ) -> None:
        """A closed shape with straight sides."""
        self._parts.append(
            f'<polygon points="{_points(points)}"{_fill(fill)}{_stroke(stroke, stroke_width)}'
            ' stroke-linejoin="round"/>'
        )

    def polyline(self, points: Sequence[tuple[float, float]], stroke: Colour, stroke_width: float) -> None:
        """A line through points."""
        self._parts.append(
            f'<polyline points="{_points(points)}"{_fill(None)}{_stroke(stroke, stroke_width)}/>'
        )

    def arc(
        self,
        start: tuple[float, float],
        over: tuple[float, float],
        end: tuple[float, float],
        stroke: Colour,
        stroke_width: float,
    ) -> None:
        """A quadratic Bézier curve; `over` is its control point."""
        way = f"M{_n(start[0])} {_n(start[1])}Q{_n(over[0])} {_n(over[1])} {_n(end[0])} {_n(end[1])}"
        self._parts.append(f'<path d="{way}"{_fill(None)}{_stroke(stroke, stroke_width)}/>')

    def text(
        self,
        x: float,
        y: float,
        text: str,
        families: Sequence[str],
        size: float,
        fill: Colour,
        align: str = "left",
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        """One line of text; (x, y) is its baseline's left end, middle or right end, as `align` says."""
        anchor = {"left": "start", "centre": "middle", "right": "end"}[align]
        style = (' font-weight="bold"' if bold else "") + (' font-style="italic"' if italic else "")
        family = ", ".join(f"'{name}'" if " " in name else name for name in families)
        self._parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" font-family={quoteattr(family)}'
            f' font-size="{_n(size)}"{style}{_fill(fill)} xml:space="preserve">{escape(text)}</text>'
        )

    def image(
        self, x: float, y: float, width: float, height: float, png: bytes, smooth: bool = False
    ) -> None:
        """A picture of pixels, stretched to this rectangle; each of them stays a sharp one if not `smooth`."""
        rendering = "" if smooth else ' image-rendering="pixelated"'
        data = base64.b64encode(png).decode("ascii")
        self._parts.append(
            f'<image x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" preserveAspectRatio="none"'
            f'{rendering} xlink:href="data:image/png;base64,{data}"/>'
        )

    def encoded(self) -> bytes:
        """The whole page."""
        return "\n".join([*self._parts, "</svg>", ""]).encode("utf-8")


def _n(number: float) -> str:
    """A number to a thousandth of a px, without zeros at its end."""
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _fill(colour: Colour | None) -> str:
    return ' fill="none"' if colour is None else f' fill="{hexadecimal(colour)}"'


def _stroke(colour: Colour | None, width: float) -> str:
    return "" if colour is None else f' stroke="{hexadecimal(colour)}" stroke-width="{_n(width)}"'
