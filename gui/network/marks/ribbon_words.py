"""What the line under the picture says of ribbons: what is added up in their colour, and what its full colour is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.network.marks.coverage_text import edge_symbol, scale_text
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.gap_names import gaps_name
from gui.network.marks.ribbon_marks import RibbonMarks
from gui.widgets.penalty_text import named


def ribbon_words(
    choice: EdgeChoice | None, clipped: bool, penalties: tuple[str, ...], beside_lines: bool = False
) -> str:
    """What ribbons are coloured by, where there are some: another number than the lines, of other gaps; else "".

    Of the batch's mean gradient it names all that makes it another number than the mean ∂C/∂w: the `penalties` that are
    in it, and that it is before it was `clipped`. `beside_lines`, of which all this is said already, it is in short.
    """
    if choice is None or not any(own.number for own in choice.ribbons.values()):
        return ""
    what = {"signal": "a·w", "change": "ΔW"}.get(choice.measure, "∂C/∂w")
    if choice.measure == "mean_gradient":
        if beside_lines:
            return QCoreApplication.translate("NetworkView", "ribbons: Σ of the same")
        what = edge_symbol("mean_gradient", clipped, penalties).replace("|", "")
    return QCoreApplication.translate("NetworkView", "ribbons: Σ {what}").format(what=what)


def ribbon_numbers(ribbons: Sequence[RibbonMarks]) -> str:
    """ "28  17  0.68", the full colour of each gap's; once where one holds for all."""
    scales = [own.scale for own in ribbons]
    return "  ".join(map(scale_text, scales[:1] if len(set(scales)) == 1 else scales))


def ribbon_scale(
    ribbons: Sequence[RibbonMarks], choice: EdgeChoice | None, clipped: bool, penalties: tuple[str, ...]
) -> tuple[str, str, str]:
    """Where there are no lines, what the ends of the strip stand for: in short, in words, and in which gaps."""
    numbers = ribbon_numbers(ribbons)
    what = short = ribbon_words(choice, clipped, penalties)
    if choice is not None and choice.measure == "mean_gradient" and clipped and penalties:
        # Too long for half of a narrow picture, where the word that must not be cut is the last.
        short = QCoreApplication.translate("NetworkView", "Σ mean ∂C/∂w + {penalties}, before clipping")
        short = short.format(penalties=named(penalties))
    words = QCoreApplication.translate("NetworkView", "{what}, full colour at {numbers}")
    joined = [(own.source_layer, own.target_layer) for own in ribbons]
    gaps = QCoreApplication.translate("NetworkView", "({gaps})").format(gaps=gaps_name(joined))
    return short, words.format(what=what, numbers=numbers), gaps
