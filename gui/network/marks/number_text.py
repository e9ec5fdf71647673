"""Numbers as they stand in the picture: few digits, true minus signs, thousands with a comma."""

from __future__ import annotations

from math import floor, isfinite, log10

SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def compact(value: float, digits: int = 2) -> str:
    """`digits` significant digits: 0.29, 1.0, 0.0012, 12, 3.4·10⁻⁷, 1,200; "not finite" for inf and NaN."""
    if not isfinite(value):
        return "∞" if value > 0 else "−∞" if value < 0 else "?"
    if value == 0:
        return "0"
    # Rounding may reach the next power of ten: 0.0996 is 0.10 in two digits.
    rounded = float(f"{value:.{digits - 1}e}")
    power = floor(log10(abs(rounded)))
    if -4 <= power < 6:
        text = f"{rounded:,.{max(0, digits - 1 - power)}f}"
    else:
        text = f"{rounded / 10.0**power:.{digits - 1}f}·10" + str(power).translate(SUPERSCRIPTS)
    return text.replace("-", "−")


def loss_text(loss: float) -> str:
    """C to two decimals; smaller ones to two significant digits, so that a small C is not called 0."""
    return f"{loss:,.2f}" if isfinite(loss) and loss >= 0.095 else compact(loss)


def mean_text(value: float) -> str:
    """A mean to three decimals; smaller ones to two figures, so that a small one is not called 0."""
    return f"{value:,.3f}" if isfinite(value) and 0.0095 <= value < 1e5 else compact(value)


def decimals(value: float) -> str:
    """A number as "0.55"; a negative one with a true minus."""
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")


def value_text(value: float) -> str:
    """A number as "0.55"; what that would call 0, or would write out too long, with two figures that count."""
    size = abs(value)
    return decimals(value) if size == 0 or 0.005 <= size < 1e4 else compact(value)


def subscript(index: int) -> str:
    """An index as true subscript digits: y₅."""
    return str(index).translate(SUBSCRIPTS)


def percent(share: float) -> str:
    """A share in [0, 1] as "89 %"; never rounded up to 100 %, nor down to 0 %."""
    if share >= 0.9995:
        return "100 %" if share >= 1 - 1e-9 else "99.9 %"
    if share >= 0.995:
        return f"{100 * share:.1f} %"
    if 0 < share < 0.005:
        return "< 1 %"
    return f"{100 * share:.0f} %"
