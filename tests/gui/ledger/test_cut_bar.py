"""The bar is cut at the shares of L, and each part says its own."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gui.ledger.curve_marks import curve_marks
from gui.ledger.cut_bar import PART_SHADES, Caption, captions_of, paint_bar
from gui.theme.tokens import Theme


@pytest.mark.usefixtures("qtbot")
def test_each_part_is_as_wide_as_its_share() -> None:
    # The worst 1 % are four of 1: they hold 4 of 11.2, the next 9 % and the others 3.6 each.
    marks = curve_marks(np.array([0.01] * 360 + [0.1] * 36 + [1.0] * 4), 300)
    theme, image = Theme(), QImage(1120, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_bar(painter, marks, "train", QRectF(0, 0, 1120, 10), QRectF(0, 20, 1120, 20), 60, theme)
    painter.end()
    worst, rest, others = (theme.blend("text", "canvas", shade) for shade in PART_SHADES)
    for x, shade in ((3, others), (355, others), (365, rest), (715, rest), (725, worst), (1115, worst)):
        assert image.pixelColor(x, 22) == shade
    # The fan begins at the curve's parts: 4 of its 400 examples are the worst.
    fan = theme.blend("text", "canvas", 0.35 * PART_SHADES[0])
    assert image.pixelColor(1115, 11) == fan and image.pixelColor(1000, 11) != fan


class Metrics:
    """Each letter is 6 px wide."""

    def horizontalAdvance(self, text: str) -> float:
        return 6.0 * len(text)


PARTS = [(60.0, "the other 90 %: 12.0 %", "12 %"), (200.0, "the next 9 %: 16.0 %", "16 %")]
WORST = (480.0, "the worst 1 %: 72.0 % of the sum", "72 %")


def placed(parts: list[tuple[float, str, str]], right: float) -> list[Caption]:
    return captions_of(parts, 0.0, right, 10.0, Metrics())  # type: ignore[arg-type]


@pytest.mark.usefixtures("qtbot")
def test_words_without_room_in_their_part_stand_below_it_and_not_below_another() -> None:
    (alone,) = placed([WORST], 1000.0)
    assert alone.left + alone.width / 2 == pytest.approx(480) and alone.thread_end == 480
    # At an end of the bar they end with it; the thread arrives where the part is.
    (last,) = placed([(990.0, *WORST[1:])], 1000.0)
    assert last.left + last.width == pytest.approx(1000) and last.thread_end == 990
    first, second = placed([(10.0, *PARTS[0][1:]), (990.0, *WORST[1:])], 1000.0)
    assert first.left == 0 and second.thread_end == 990 and first.thread_end == 10


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("right", [1000.0, 520.0, 490.0])
def test_words_that_would_meet_stand_beside_each_other_in_the_order_of_their_parts(right: float) -> None:
    captions = placed([*PARTS, WORST], right)
    assert [caption.text for caption in captions] == [words for _, words, _ in [*PARTS, WORST]]
    for one, other in zip(captions, captions[1:], strict=False):
        assert other.left >= one.left + one.width + 10 - 1e-9
    assert captions[0].left >= 0 and captions[-1].left + captions[-1].width <= right
    assert all(caption.left < caption.thread_end < caption.left + caption.width for caption in captions)


@pytest.mark.usefixtures("qtbot")
def test_where_not_all_words_have_room_the_shares_are_said() -> None:
    captions = placed([(20.0, *PARTS[0][1:]), (60.0, *PARTS[1][1:]), (150.0, *WORST[1:])], 300.0)
    assert [caption.text for caption in captions] == ["12 %", "16 %", "72 %"]
    assert captions[0].left >= 0 and placed([], 100.0) == []


@pytest.mark.usefixtures("qtbot")
def test_a_thread_leads_from_the_narrow_part_to_its_words() -> None:
    # The worst four of 400 hold 4 of 400.6 or so: the part at the right end is 4 px wide.
    marks = curve_marks(np.array([1.0] * 396 + [1.01] * 4), 300)
    theme, image = Theme(), QImage(400, 80, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    paint_bar(painter, marks, "train", QRectF(0, 0, 400, 10), QRectF(0, 20, 400, 20), 80, theme)
    painter.end()
    canvas = theme.colour("canvas")
    # Right below the bar there are only threads: one from its right end, none below the other 90 %.
    threads = [x for x in range(400) if image.pixelColor(x, 42) != canvas]
    assert threads and max(threads) > 380 and min(threads) > 200


class Words(QPainter):
    """Keeps what is written, and how far to the right."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.said: dict[str, float] = {}

    def drawText(self, place: QRectF, flags: Qt.AlignmentFlag, text: str) -> None:
        self.said[text] = place.center().x()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("width", "words"),
    [
        (1200, ["the other 90 %: 20.0 %", "the next 9 %: 30.0 %", "the worst 1 %: 50.0 % of the sum"]),
        (260, ["20.0 %", "30.0 %", "50.0 %"]),
    ],
)
def test_each_part_says_its_own_share(width: int, words: list[str]) -> None:
    # 2, 3 and 5 of 10: by as much of the width each of them is.
    marks = curve_marks(np.repeat([2 / 900, 3 / 90, 5 / 10], [900, 90, 10]), 300)
    image = QImage(width, 60, QImage.Format.Format_RGB32)
    painter = Words(image)
    paint_bar(painter, marks, "train", QRectF(0, 0, width, 10), QRectF(0, 20, width, 20), 60, Theme())
    painter.end()
    assert sorted((said for said in painter.said if "%" in said), key=painter.said.__getitem__) == words
    for word, middle in zip(words, (0.1, 0.35, 0.75), strict=True):
        assert painter.said[word] == pytest.approx(middle * width, abs=3)
