import pytest

from gui.history_picture import HistoryPicture
from gui.theme import make_theme

THEME = make_theme("light")


@pytest.fixture
def picture(qtbot) -> HistoryPicture:
    picture = HistoryPicture("history_a")
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
