"""What stands below the bars: C of the example on screen, and its place in L."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import BASELINE, elide, line_height, text_width, wrap
from gui.network.marks.mark_types import TextMark, line_in
from gui.network.marks.neuron_marks import is_blank
from gui.theme.tokens import Theme
from gui.widgets.number_text import loss_text, subscript


def loss_marks(
    snapshot: Snapshot, layout: Layout, animation: AnimationState, theme: Theme, place: str
) -> list[TextMark]:
    """C of the displayed sample and its place in L; or that there is none, and why."""
    rect = layout.loss
    loss = snapshot.trace.loss
    if is_blank(snapshot):
        return []
    if loss is None:
        words = QCoreApplication.translate("NetworkView", "No right answer known: no C.")
        step = line_height("caption", theme)
        lines = wrap(words, rect.width, "caption", theme)[:2]
        if len(lines) * step > rect.height:
            lines = (elide(words, rect.width, "caption", theme),)
        return [
            TextMark(rect.x, rect.y + (BASELINE + i) * step, line, "caption", "dim")
            for i, line in enumerate(lines)
        ]
    if not animation.loss_shown:
        return []
    number = loss_text(loss)
    formulas = [formula + number for formula in _formula_of_loss(snapshot)]
    fitting = (words for words in formulas if text_width(words, "head", theme, bold=True) <= rect.width)
    marks = [line_in(rect, next(fitting, formulas[-1]), "head", "text", theme, bold=True)]
    if place and rect.height >= line_height("head", theme) + line_height("caption", theme):
        y = rect.y + line_height("head", theme) + BASELINE * line_height("caption", theme)
        marks.append(TextMark(rect.x, y, elide(place, rect.width, "caption", theme)))
    return marks


def _formula_of_loss(snapshot: Snapshot) -> tuple[str, ...]:
    """What C is, in signs, the longest first; nothing where it is longer than the line."""
    label = snapshot.example.label
    if snapshot.loss == "squared_error":
        squares = "(y − ŷ)²" if snapshot.sizes[-1] == 1 else "Σ(y − ŷ)²"
        return f"C = ½ {squares} = ", "C = "
    if snapshot.output == "softmax" and label is not None:
        named = snapshot.output_name(label) == str(label)
        return f"C = −ln y{subscript(label) if named else 'ᵣ'} = ", "C = "
    return ("C = ",)
