"""The bands' picture covers what the bars cover, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from gui.loss.band_image import band_image, coverage

AREA = QRectF(10, 20, 6, 4)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_each_px_is_covered_as_far_as_its_bar_reaches(ratio: float) -> None:
    # From 11 to 13 and from 14 to 20; the second one leaves the area.
    bars = np.array([[11.0, 13.0, 21.5, 23.0], [14.0, 20.0, 0.0, 21.0]])
    shares = coverage(bars, AREA, ratio)
    assert shares.shape == (4 * ratio, 6 * ratio)
    # Put together again to px.
    n = int(ratio)
    px = shares.reshape(4, n, 6, n).mean(axis=(1, 3))
    np.testing.assert_allclose(px[:, 1], [0, 0.5, 1, 0])
    np.testing.assert_allclose(px[:, 2], px[:, 1])
    np.testing.assert_allclose(px[:, 4], [1, 0, 0, 0])
    assert not px[:, [0, 3]].any()


def test_equal_losses_are_a_line_and_not_nothing() -> None:
    shares = coverage(np.array([[10.0, 16.0, 22.5, 22.5]]), AREA, 1.0)
    np.testing.assert_allclose(shares[2], 0.5)


def test_two_bands_lie_over_each_other_in_one_colour(qapp: QApplication) -> None:
    wide, narrow = np.array([[10.0, 16.0, 20.0, 24.0]]), np.array([[10.0, 16.0, 21.0, 22.0]])
    image = band_image([(wide, 0.5), (narrow, 0.5)], QColor(200, 100, 40), AREA, 1.0)
    assert image is not None
    alphas = [image.pixelColor(3, row).alphaF() for row in range(4)]
    np.testing.assert_allclose(alphas, [0.5, 0.75, 0.5, 0.5], atol=0.01)
    colour = image.pixelColor(3, 1)
    np.testing.assert_allclose([colour.red(), colour.green(), colour.blue()], [200, 100, 40], atol=2)
    assert band_image([(np.empty((0, 4)), 0.5)], QColor(200, 100, 40), AREA, 1.0) is None
