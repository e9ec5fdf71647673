"""The two signs can be told apart by everybody: simulated after Machado 2009, measured after CIEDE2000."""

import numpy as np
import pytest

from gui.network.marks.edge_marks import LEVELS, SIGN_TOKENS, edge_palette
from gui.theme.tokens import make_theme

THEMES = [make_theme("dark"), make_theme("light")]
# Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), table 1,
# full severity; for linear RGB.
EYES = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
SRGB_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(rgb):
    share = np.asarray(rgb, float) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def contrast(one, other) -> float:
    """WCAG 2, contrast ratio."""
    light = [float(linear(rgb) @ SRGB_TO_XYZ[1]) + 0.05 for rgb in (one, other)]
    return max(light) / min(light)


def lab(rgb, eye="normal"):
    """CIE L*a*b*, D65, of what an eye sees of a colour."""
    xyz = SRGB_TO_XYZ @ np.clip(EYES[eye] @ linear(rgb), 0, 1) / WHITE
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(one, other) -> float:
    """Sharma, Wu, Dalal, The CIEDE2000 Color-Difference Formula (2005), equations 2 to 22."""
    (L1, a1, b1), (L2, a2, b2) = one, other
    mean_c = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    G = 0.5 * (1 - np.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = (1 + G) * a1, (1 + G) * a2
    C1, C2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = h2 - h1
    if C1 * C2 == 0:
        turn = 0.0
    elif turn > 180:
        turn -= 360
    elif turn < -180:
        turn += 360
    dL, dC, dH = L2 - L1, C2 - C1, 2 * np.sqrt(C1 * C2) * np.sin(np.radians(turn / 2))
    L, C = (L1 + L2) / 2, (C1 + C2) / 2
    h = h1 + h2
    if C1 * C2 != 0:
        if abs(h1 - h2) <= 180:
            h = h / 2
        else:
            h = (h + 360) / 2 if h < 360 else (h - 360) / 2
    T = 1 - 0.17 * np.cos(np.radians(h - 30)) + 0.24 * np.cos(np.radians(2 * h))
    T += 0.32 * np.cos(np.radians(3 * h + 6)) - 0.20 * np.cos(np.radians(4 * h - 63))
    S_L = 1 + 0.015 * (L - 50) ** 2 / np.sqrt(20 + (L - 50) ** 2)
    S_C, S_H = 1 + 0.045 * C, 1 + 0.015 * C * T
    R_C = 2 * np.sqrt(C**7 / (C**7 + 25**7))
    R_T = -np.sin(np.radians(60 * np.exp(-(((h - 275) / 25) ** 2)))) * R_C
    parts = dL / S_L, dC / S_C, dH / S_H
    return float(np.sqrt(sum(part**2 for part in parts) + R_T * parts[1] * parts[2]))


# The same paper's table 1: pairs of L*a*b* and their distance.
PUBLISHED = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
    ((50.0, -0.0010, 2.4900), (50.0, 0.0009, -2.4900), 4.8045),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
]


@pytest.mark.parametrize("one,other,distance", PUBLISHED)
def test_the_distance_is_the_published_one(one, other, distance) -> None:
    assert ciede2000(one, other) == pytest.approx(distance, abs=1e-4)
    assert ciede2000(other, one) == pytest.approx(distance, abs=1e-4)


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
@pytest.mark.parametrize("kind", sorted(SIGN_TOKENS))
@pytest.mark.parametrize("eye", ["normal", "protan", "deutan"])
def test_signs_stay_apart_down_to_a_quarter_of_full_colour(theme, kind, eye) -> None:
    palette = edge_palette(theme, kind).astype(float)
    canvas = theme.rgb("canvas")
    checked = 0
    for level in range(1, LEVELS + 1):
        plus, minus = palette[LEVELS + level], palette[LEVELS - level]
        full = np.abs(theme.rgb(SIGN_TOKENS[kind][0]) - canvas)
        if np.abs(plus - canvas).max() / full.max() >= 0.25:
            assert ciede2000(lab(plus, eye), lab(minus, eye)) >= 20, level
            checked += 1
    assert checked >= 10
    # And exactly at a quarter.
    quarter = [canvas + 0.25 * (theme.rgb(token) - canvas) for token in SIGN_TOKENS[kind]]
    assert ciede2000(*(lab(np.rint(rgb), eye) for rgb in quarter)) >= 20


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
@pytest.mark.parametrize("eye", ["normal", "protan", "deutan"])
def test_a_positive_weight_is_not_taken_for_a_negative_gradient(theme, eye) -> None:
    # Both are on screen while the gradient travels. 2 to 3 is what one just sees side by side.
    assert ciede2000(lab(theme.rgb("plus"), eye), lab(theme.rgb("grad_minus"), eye)) >= 8


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
@pytest.mark.parametrize("token", ["plus", "minus", "grad_plus", "grad_minus"])
def test_a_full_edge_has_contrast_three(theme, token) -> None:
    assert contrast(theme.rgb(token), theme.rgb("canvas")) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
@pytest.mark.parametrize("context", ["canvas", "window", "panel"])
def test_text_can_be_read_on_every_ground(theme, context) -> None:
    assert contrast(theme.rgb("text"), theme.rgb(context)) >= 7
    assert contrast(theme.rgb("dim"), theme.rgb(context)) >= 4.5
    assert contrast(theme.rgb("error"), theme.rgb(context)) >= 4.5
