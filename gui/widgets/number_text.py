"""Numbers as text: few digits, true minus signs, thousands with a comma. Every float has a text, NaN and ∞ too.

What is not 0 is never written as 0. What is under 1 in size is not written as 1 where decimals are counted: of a
saturated neuron or a certain answer the little that is missing is what counts. Half a percent, or half a tenth of one,
is rounded up.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite, isnan

import numpy as np
from PySide6.QtCore import QCoreApplication

SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_AS_USUAL = {raised: usual for usual, raised in SUPERSCRIPTS.items()}
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
LEAST_SHARE = "<0.01"
"""What `share_text` says of everything under 0.005."""


def compact(value: float, digits: int = 2) -> str:
    """`digits` significant digits: 0.29, 1.0, 0.0012, 12, 3.4·10⁻⁷, 1,200, −∞, NaN."""
    if not isfinite(value):
        return "∞" if value > 0 else "−∞" if value < 0 else "NaN"
    if value == 0:
        return "0"
    rounded = f"{value:.{digits - 1}e}"
    power = int(rounded.partition("e")[2])
    if -4 <= power < 6:
        return _true_minus(f"{float(rounded):,.{max(0, digits - 1 - power)}f}")
    return _power_of_ten(value, digits)


def signed(value: float, digits: int = 3) -> str:
    """A number with its sign, always + or −, to so many decimals.

    At least two figures count: small ones get a decimal more, smaller ones a power of ten.
    """
    sign, size = "+" if value > 0 else "", abs(value)
    if not isfinite(value) or value == 0:
        return sign + compact(value)
    if size < 10**-digits or size >= 1e5:
        return sign + _power_of_ten(value, 2)
    return sign + fixed(value, digits + (size < 10 ** (1 - digits)))


def detailed(value: float) -> str:
    """A number with its sign; a small one keeps figures that count: +0.2500, −0.000123, −1.2·10⁻⁵."""
    size = abs(value)
    return signed(value, 4 if size >= 0.01 else 6 if size >= 1e-4 else 3)


def precise(value: float) -> str:
    """A number with its sign to nine figures, as a proof needs them: +0.0123456789, −4.40123456·10⁻⁷."""
    sign = "+" if value > 0 else ""
    if not isfinite(value) or value == 0:
        return sign + compact(value)
    if 1e-4 <= abs(value) < 1e9:
        return sign + _true_minus(f"{value:.9g}")
    return sign + _power_of_ten(value, 9)


def plain(value: float, digits: int = 6) -> str:
    """A number as one would type it, without trailing zeros: 0.001, −2, 1e−05."""
    # Adding 0 takes the sign from −0.
    return _true_minus(f"{value + 0.0:.{digits}g}") if isfinite(value) else compact(value)


def as_set(value: float) -> str:
    """A setting's number, with every figure it takes to be this one and no other: 0.001, 0.99999999, 1e−05."""
    if not isfinite(value):
        return compact(value)
    # Python's own text of a number is the shortest that reads as it; adding 0 takes the sign from −0.
    return _true_minus(repr(float(value) + 0.0).removesuffix(".0"))


def as_single(value: float) -> str:
    """A number in single precision, with every figure it takes to be this one and no other: −0.10176778."""
    if not isfinite(value):
        return compact(value)
    with np.errstate(over="ignore"):
        single = np.float32(value)
        # Nine figures tell any two of them apart, and fewer most.
        texts = (float(f"{value:.{figures}g}") for figures in range(1, 10))
        return as_set(next((number for number in texts if np.float32(number) == single), value))


def thousands(value: float) -> str:
    """A number with its thousands parted; small ones keep three figures, as one types them: 60,000, 1.25, 1e−05."""
    if not isfinite(value) or abs(value) >= 1e15:
        return compact(value, 3)
    value += 0.0
    return _true_minus(f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:,.3g}")


def total_text(total: float) -> str:
    """A sum with four figures that count, or all before the point: 138,155, 328.0, 0.01234, 1.234·10⁻⁴."""
    if 1e-3 <= abs(total) < 1e9:
        return _true_minus(f"{total:,.0f}" if abs(total) >= 1000 else f"{total:#,.4g}".removesuffix("."))
    return compact(total, 4)


def change_text(before: float, after: float) -> tuple[str, str]:
    """Two numbers with as many figures, four or more, as it takes to see that they differ: 2.6003, 2.5998."""
    for figures in range(4, 18):
        texts = _with_figures(before, figures), _with_figures(after, figures)
        if _differ(*texts) or before == after:
            break
    return texts


def apart_text(before: float, after: float, text: Callable[[float], str]) -> tuple[str, str]:
    """Two numbers as `text` has each; as `change_text` where that would write two that differ as one number."""
    texts = text(before), text(after)
    return texts if before == after or _differ(*texts) else change_text(before, after)


def _differ(one: str, other: str) -> bool:
    """Whether two texts stand for two numbers: 1,000.000 and 1,000 do not."""
    return one != other and _read(one) != _read(other)


def _read(text: str) -> float:
    """The number that a text of this module stands for."""
    plain_text = text.replace(",", "").replace("−", "-").replace("∞", "inf")
    return float(plain_text.replace("·10", "e").translate(_AS_USUAL))


def factor_text(factor: float) -> str:
    """A factor with three figures, or as many more as it takes not to call it 1 where it is less: 0.0110, 0.9998."""
    text = compact(factor, 3)
    return fixed(factor, 2) if factor < 1 and text == compact(1.0, 3) else text


def loss_text(loss: float) -> str:
    """C to two decimals; smaller ones to two significant digits, so that a small C is not called 0."""
    return fixed(loss, 2) if 0.095 <= loss < 1e6 else compact(loss)


def mean_text(value: float) -> str:
    """A mean to three decimals; smaller ones to two figures, so that a small one is not called 0; large ones whole."""
    if 1e3 <= value < 1e6:
        return thousands(value)
    return fixed(value, 3) if 0.0095 <= value < 1e3 else compact(value)


def value_text(value: float) -> str:
    """A number as "0.55", a large one whole; what would be called 0 or be too long, with two figures that count."""
    size = abs(value)
    if size == 0:
        return "0.00"
    if 1e4 <= size < 1e6:
        return whole(value)
    return fixed(value, 2) if 0.005 <= size < 1e4 else compact(value)


def share_text(value: float) -> str:
    """A number between 0 and 1 that reaches neither, in a narrow column: 0.55, "<0.01", ">0.99".

    Softmax and sigmoid reach 0 and 1 only in rounding.
    """
    if isnan(value):
        return compact(value)
    return LEAST_SHARE if value < 0.005 else ">0.99" if value >= 0.995 else _half_up(value, 2)


def equals(name: str, number: str) -> str:
    """ "y = 0.98"; "y > 0.99" where no more than that is written of the number."""
    return f"{name} {number[0]} {number[1:]}" if number[:1] in ("<", ">") else f"{name} = {number}"


def bounded_text(value: float, digits: int = 3) -> str:
    """As `signed`, of an activation that stays under 1 in size: what was rounded to 1 is not called 1."""
    if abs(value) == 1:
        return ">0.9999999" if value > 0 else "<−0.9999999"
    return signed(value, digits)


def whole(value: float) -> str:
    """A number without decimals, its thousands parted: 60,000, −2."""
    if not isfinite(value) or abs(value) >= 1e15:
        return compact(value, 3)
    # Adding 0 takes the sign from −0.
    return _true_minus(f"{round(value) + 0:,}")


def power_text(power: int) -> str:
    """Ten to this power, on an axis: 0.01, 1, 1,000, 10⁻⁴."""
    if -2 <= power <= 3:
        return thousands(10.0**power)
    return "10" + str(power).translate(SUPERSCRIPTS)


def round_text(value: float) -> str:
    """A number of one figure, on an axis, as `power_text` has its powers: 0.02, 5,000, 10⁻⁵, 3·10⁻⁵, 2·10⁷."""
    if not isfinite(value) or 1e-4 <= abs(value) < 1e6 or value == 0:
        return compact(value, 1)
    text = _power_of_ten(value, 1)
    return text.replace("1·", "", 1) if text.lstrip("−").startswith("1·") else text


def subscript(index: int) -> str:
    """An index as true subscript digits: y₅."""
    return str(index).translate(SUBSCRIPTS)


def percents(number: str) -> str:
    """So many percent: with a space before the sign in English, without one in Chinese."""
    return QCoreApplication.translate("Numbers", "{number} %").format(number=number)


def percent(share: float) -> str:
    """A share in [0, 1] as "89 %"; never rounded up to 100 %, nor down to 0 %; "–" where there is none."""
    if isnan(share):
        return "–"
    if share >= 0.9995:
        return percents("100" if share >= 1 - 1e-9 else ">99.9")
    if share >= 0.995:
        return percents(_half_up(100 * share, 1))
    if share <= 0.005:
        return percents("<1" if share > 0 else "0")
    return percents(_half_up(100 * share, 0))


def percent_to_tenths(share: float) -> str:
    """A share in [0, 1] as "91.3 %"; all but a few is not called all, and a few not none; "–" where there is none."""
    return "–" if isnan(share) else percents(tenths(share))


def tenths(share: float) -> str:
    """A share in [0, 1] in percent, without their sign, as `percent_to_tenths`: 91.3, <0.1, >99.9."""
    if 0 < share < 0.0005:
        return "<0.1"
    if 0.9995 <= share < 1:
        return ">99.9"
    return _half_up(100 * min(1.0, max(0.0, share)), 1)


def fixed(value: float, digits: int) -> str:
    """A number to so many decimals, or to as many more as it takes not to call it 1 where it is less."""
    text = f"{value:,.{digits}f}"
    while abs(value) < 1 and abs(float(text)) == 1:
        digits += 1
        text = f"{value:.{digits}f}"
    return _true_minus(text)


def _half_up(value: float, digits: int) -> str:
    """A share, or its percentage, to so many decimals.

    It is the ratio of two counts, of which a double is only near: twelve figures are a half where the ratio is one,
    also of one less a share, and of counts up to a million nowhere else.
    """
    return str(Decimal(f"{value:.12g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def _with_figures(value: float, figures: int) -> str:
    """So many figures, but all of those before the decimal point."""
    return compact(value, max(figures, 6)) if 1e4 <= abs(value) < 1e6 else compact(value, figures)


def _power_of_ten(value: float, digits: int) -> str:
    """`digits` significant digits and a power of ten: −3.4·10⁻⁷."""
    mantissa, power = f"{value:.{digits - 1}e}".split("e")
    return _true_minus(f"{mantissa}·10") + str(int(power)).translate(SUPERSCRIPTS)


def _true_minus(text: str) -> str:
    return text.replace("-", "−")
