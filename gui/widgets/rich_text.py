"""What a screen reader says of rich text: a raised or lowered letter stays one, 10⁻⁸ and not 10−8."""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtWidgets import QLabel

from gui.widgets.sentence_text import broken_anywhere

# Unicode has these raised and lowered; a minus sign is one, whichever is written.
_RAISED = dict(
    zip("0123456789+-−=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)
)
_LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_SCRIPT = re.compile(r"<su([pb])>(.*?)</su\1>", re.DOTALL)
_BREAK, _TAG = re.compile(r"<br\s*/?>"), re.compile(r"</?[a-z][^<>]*>")
# A space without width only makes a line higher.
_UNHEARD = "\u200b"


def spoken_formula(text: str) -> str:
    """A formula in rich text as it is read out: Cⁿ, yᵢ, 10⁻⁸, with Unicode's own super- and subscripts.

    What Unicode has no such letters for stands behind ^ or _, in brackets unless it has some: 0.5^⌊k / 1,000⌋.
    """
    raised = _SCRIPT.sub(lambda found: _script(found[1], _words(found[2])), text)
    return broken_anywhere(_words(raised)).replace(_UNHEARD, "")


def show_formula(label: QLabel, text: str) -> None:
    """Show this rich text, and have it read out as it is written: Qt would leave out what is raised or lowered."""
    label.setText(text)
    label.setAccessibleName(spoken_formula(text))


def _words(text: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", text)))


def _script(kind: str, words: str) -> str:
    letters = _RAISED if kind == "p" else _LOWERED
    if all(letter in letters for letter in words):
        return "".join(letters[letter] for letter in words)
    is_bracketed = (words[:1], words[-1:]) in (("⌊", "⌋"), ("(", ")"))
    return ("^" if kind == "p" else "_") + (words if is_bracketed else f"({words})")
