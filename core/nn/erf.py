"""The error function erf x = 2/√π ∫₀ˣ e^(−t²) dt, which numpy lacks and GELU needs; to the last digits.

References
----------
W. J. Cody, Rational Chebyshev Approximations for the Error Function (1969): erf x = x P(x²) / Q(x²) near 0, and
erf x = 1 − e^(−x²) P(x) / Q(x) farther out.
"""

from __future__ import annotations

import numpy as np

from core.arrays import Array

# Cody: up to here 1 − erfc would lose digits.
_NEAR = 0.46875
# erf 6 = 1 in double precision. Cody has a third quotient from x = 4 on, for the digits of the tiny erfc; in
# erf, which is 1 − 10⁻⁸ there, they do not show.
_FAR = 6.0
# P and Q near 0, in x², then P and Q farther out, in x: what x⁰ to x⁸ are multiplied by.
# fmt: off
_POLYNOMIALS = np.array([
    [3.20937758913846947e03, 0, 3.77485237685302021e02, 0, 1.13864154151050156e02, 0,
     3.16112374387056560e00, 0, 1.85777706184603153e-1],
    [2.84423683343917062e03, 0, 1.28261652607737228e03, 0, 2.44024637934444173e02, 0,
     2.36012909523441209e01, 0, 1],
    [1.23033935479799725e03, 2.05107837782607147e03, 1.71204761263407058e03,
     8.81952221241769090e02, 2.98635138197400131e02, 6.61191906371416295e01,
     8.88314979438837594e00, 5.64188496988670089e-1, 2.15311535474403846e-8],
    [1.23033935480374942e03, 3.43936767414372164e03, 4.36261909014324716e03,
     3.29079923573345963e03, 1.62138957456669019e03, 5.37181101862009858e02,
     1.17693950891312499e02, 1.57449261107098347e01, 1],
])
# fmt: on
_POWERS = _POLYNOMIALS.shape[1]
# So many numbers at a time stay in the processor's cache with all their powers.
_BLOCK = 4096


def erf_workspace(size: int, dtype: np.dtype[np.floating]) -> Array:
    """What `erf` works in, for arrays of `size` numbers: (13, size or a block of it)."""
    return np.empty((_POWERS + len(_POLYNOMIALS), min(size, _BLOCK)), dtype)


def erf(x: Array, out: Array, workspace: Array) -> None:
    """Write erf x to `out`; ±1 for the infinities.

    Parameters
    ----------
    x, out : C-contiguous arrays of one shape and precision
        Two arrays: x is read again when `out` is begun.
    workspace : array from `erf_workspace`
    """
    polynomials = _POLYNOMIALS.astype(x.dtype, copy=False)
    numbers, results = x.reshape(-1), out.reshape(-1)
    block = max(1, workspace.shape[1])
    for start in range(0, len(numbers), block):
        part = numbers[start : start + block]
        _erf_of_block(part, results[start : start + block], workspace[:, : len(part)], polynomials)


def _erf_of_block(x: Array, out: Array, workspace: Array, polynomials: Array) -> None:
    powers, values = workspace[:_POWERS], workspace[_POWERS:]
    distance = powers[1]
    powers[0] = 1
    np.abs(x, out=distance)
    np.minimum(distance, _FAR, out=distance)
    for k in range(2, _POWERS):
        np.multiply(powers[k - 1], distance, out=powers[k])
    # All four polynomials in one product; no term is negative, so that no digit is lost in the sums.
    np.matmul(polynomials, powers, out=values)
    near, far = values[0], values[2]
    np.divide(values[::2], values[1::2], out=values[::2])
    np.negative(powers[2], out=out)
    np.exp(out, out=out)
    np.multiply(out, far, out=out)
    np.subtract(1, out, out=out)
    np.copysign(out, x, out=out)
    np.multiply(near, x, out=near)
    np.putmask(out, distance < _NEAR, near)
