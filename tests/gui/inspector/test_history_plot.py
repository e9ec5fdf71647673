import pytest
from PySide6.QtGui import QFontMetricsF

from gui.inspector.history_plot import HistoryPlot
from gui.theme.tokens import make_theme

THEME = make_theme("light")


@pytest.fixture
def picture(qtbot) -> HistoryPlot:
    picture = HistoryPlot("history_a")
    qtbot.addWidget(picture)
    picture.set_theme(THEME)
    picture.resize(220, 84)
    picture.show()
    return picture


def test_each_point_stands_at_its_update_and_its_value(picture) -> None:
    picture.show_history("w", (0, 10, 40), (-1.0, 0.0, 1.0), ("plus", "minus"))
    (x0, y0), (x1, y1), (x2, y2) = picture.places()
    # 10 of 40 updates are a quarter of the way; 0 is halfway from −1 to 1.
    assert (x1 - x0) / (x2 - x0) == pytest.approx(0.25)
    assert (y0 - y1) / (y0 - y2) == pytest.approx(0.5) and y0 > y2


def test_points_have_the_colour_of_their_sign_and_nothing_is_between(picture) -> None:
    picture.show_history("w", (0, 10, 40), (-1.0, 0.5, 1.0), ("plus", "minus"))
    image = picture.grab().toImage()
    for (x, y), token in zip(picture.places(), ("minus", "plus", "plus"), strict=True):
        colour = image.pixelColor(round(x), round(y))
        wanted = THEME.colour(token)
        apart = [abs(a - b) for a, b in zip(colour.getRgb()[:3], wanted.getRgb()[:3], strict=True)]
        assert max(apart) < 60
    (x0, y0), (x1, y1) = picture.places()[:2]
    assert image.pixelColor(round((x0 + x1) / 2), round((y0 + y1) / 2)) == THEME.colour("canvas")


def test_what_is_not_finite_or_not_there_is_left_out(picture) -> None:
    picture.show_history("a", (), (), ("text", "minus"))
    picture.grab()
    picture.show_history("a", (0, 1), (float("nan"), 2.0), ("text", "minus"))
    picture.grab()
    assert "2.0" in picture.accessibleDescription()


def test_by_size_a_tenth_is_as_far_below_one_as_a_hundredth_below_a_tenth(picture) -> None:
    picture.show_history("|δ|", (0, 1, 2), (1.0, -0.1, 0.01), ("grad_plus", "grad_minus"), by_size=True)
    (_, high), (_, middle), (_, low) = picture.places()
    assert middle - high == pytest.approx(low - middle) and low > high


def test_by_size_a_dash_is_minus_and_a_ring_on_the_lowest_line_is_exactly_0(picture) -> None:
    picture.set_theme(make_theme("light", scale=2.0))
    picture.resize(240, 168)
    values = (0.5, -0.5, 0.0)
    picture.show_history("|δ|", (0, 1, 2), values, ("grad_plus", "grad_minus"), by_size=True)
    image = picture.grab().toImage()
    theme = picture._theme
    (x0, y0), (x1, y1), (x2, y2) = picture.places()
    assert y0 == y1 < y2 == max(y for _, y in picture.places())
    reach = theme.px(1.6)

    def inked(x: float, y: float) -> bool:
        return image.pixelColor(round(x), round(y)) != theme.colour("canvas")

    # A dot is as high as wide; a dash is wide only; a ring is empty inside.
    assert inked(x0, y0) and inked(x0, y0 - reach + 1)
    assert inked(x1, y1) and not inked(x1, y1 - reach) and inked(x1 + reach, y1)
    assert not inked(x2, y2) and inked(x2 - reach, y2)


def test_the_numbers_written_are_the_least_and_the_largest_of_the_points(picture) -> None:
    picture.show_history("w", (0, 1), (0.25, 0.25), ("plus", "minus"))
    assert picture._range_text() == "0.25"
    picture.show_history("|δ|", (0, 1), (-0.5, 0.002), ("grad_plus", "grad_minus"), by_size=True)
    assert picture._range_text() == "0.0020 … 0.50"


def test_a_log_scale_is_said_and_zeros_are_told_apart_from_it(picture) -> None:
    def painted_below() -> bytes:
        image = picture.grab().toImage()
        # The middle of the lowest line, between the first and the last update.
        return bytes(image.copy(70, 68, 80, 16).constBits())

    values = (0.0, 0.0, 1.2e-5, -0.23)
    picture.show_history("a", (0, 1, 2, 3), values, ("text", "minus"))
    assert "log" not in picture.accessibleDescription() and picture._range_text() == "−0.23 … 1.2·10⁻⁵"
    linear = painted_below()
    picture.show_history("|δ|", (0, 1, 2, 3), values, ("grad_plus", "grad_minus"), by_size=True)
    assert picture.accessibleDescription() == "δ: 0 … −0.23 (log scale)"
    # 0 has no place on a log scale: its rings stand on a line of their own.
    assert picture._range_text() == "0, 1.2·10⁻⁵ … 0.23" and painted_below() != linear
    picture.show_history("|δ|", (0, 1), (0.0, 0.0), ("grad_plus", "grad_minus"), by_size=True)
    assert picture._range_text() == "0"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_dot_runs_through_the_words_above_and_below(picture, scale) -> None:
    theme = make_theme("light", scale=scale)
    picture.set_theme(theme)
    picture.resize(round(220 * scale), picture.sizeHint().height())
    picture.show_history("w", (0, 10, 40), (-1.0, 0.0, 1.0), ("plus", "minus"))
    # The words have 2 px of margin and the height of their font; a dot is 1.6 px in radius at 100 %.
    words, radius = 2 + QFontMetricsF(theme.font("tick")).height(), 1.6 * scale
    (_, lowest), _, (_, highest) = picture.places()
    assert highest - radius >= words and lowest + radius <= picture.height() - words
