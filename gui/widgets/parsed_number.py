"""The number that a person typed, by one rule for whole numbers and decimal ones."""

from __future__ import annotations

import math
import re
import unicodedata

# As this window writes them. A group of thousands never begins with 0: "0,125" has a decimal comma.
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?")
_WHOLE = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)(e[+-]?[0-9]+)?", re.IGNORECASE)


def parse_number(text: str, whole: bool) -> float | int | None:
    """The number that a person typed; None where it is none, or too large or too small to be one.

    A point is a decimal sign. A comma groups thousands where it can, and is a decimal sign elsewhere: "1,000" is 1000,
    "0,5" and "2,5" are halves. Wide digits, as Chinese keyboards write them, are digits.
    """
    text = re.sub(r"\s", "", narrow(text)).replace("\u2212", "-")
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    if whole:
        return int(text) if _WHOLE.fullmatch(text) else None
    if not _DECIMAL.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    # Less than any number but 0 is not what was typed.
    is_lost = value == 0 and re.search("[1-9]", re.split("e", text, flags=re.IGNORECASE)[0])
    return value if math.isfinite(value) and not is_lost else None


def narrow(text: str) -> str:
    """Wide characters as the usual ones; others, such as "²", mean something else and stay."""
    return "".join(map(_narrow, text))


def _narrow(character: str) -> str:
    is_wide = unicodedata.decomposition(character).startswith("<wide>")
    return unicodedata.normalize("NFKC", character) if is_wide else character
