"""Reads the numbers of a text on screen, each with how much its own rounding may hide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite, isnan

_FIGURES = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?P<sign>[+−-]?)(?P<body>{_FIGURES})"
    r"(?:·10(?P<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e(?P<exponent>[+−-]?\d+))?(?P<percent>\s?%)?"
)
# Numbers in single precision do not tell a share from 1 that is so near.
SINGLE = 1e-6
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


@dataclass(frozen=True)
class Told:
    """A number as it is written: `half` is half a unit of its last figure; percents are shares of 1."""

    value: float
    half: float
    text: str

    def agrees(self, value: float, slack: float = 0.0) -> bool:
        """Whether `value`, known to within `slack`, may be written like this."""
        if not isfinite(value):
            return False
        if "%" in self.text and 0 < value < 1 - SINGLE:
            # All but a few is not called all, and a few not none.
            least = 2 * self.half
            value = min(max(value, least), 1 - least)
        return abs(self.value - value) <= self.half * (1 + 1e-9) + slack


def numbers_in(text: str) -> list[Told]:
    """Every number of a text, from left to right; figures inside a name (y₃, x1) are none."""
    found = []
    for match in _NUMBER.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if (before.isalpha() and before.isascii()) or before == "_":
            continue
        body = match["body"].replace(",", "")
        decimals = len(body.partition(".")[2])
        power = int((match["power"] or "0").translate(_SUPERSCRIPTS))
        power += int((match["exponent"] or "0").replace("−", "-"))
        scale = 10.0**power / (100 if match["percent"] else 1)
        sign = -1 if match["sign"] in ("−", "-") else 1
        found.append(Told(sign * float(body) * scale, 0.5 * 10.0**-decimals * scale, match.group()))
    return found


def tells(text: str, value: float, slack: float = 0.0) -> bool:
    """Whether a text is one number, and that is `value`."""
    text = text.replace("\u00a0", " ").strip()
    if isnan(value):
        return "NaN" in text or text == "–"
    if not isfinite(value):
        return ("−∞" if value < 0 else "∞") in text
    if text.startswith(("<", ">")):
        # What is rounded to its limit is told to be beyond it: "<0.01", "> 99.9 %".
        (limit,) = numbers_in(text[1:])
        return value <= limit.value + slack if text.startswith("<") else value >= limit.value - slack
    numbers = numbers_in(text)
    return len(numbers) == 1 and numbers[0].agrees(value, slack)
