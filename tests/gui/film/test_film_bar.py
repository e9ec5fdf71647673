"""The bar of the film: what it says, what it asks for, and that it pushes nothing apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.film.film_bar import FilmBar
from gui.film.film_plan import FilmPlan
from gui.theme.fitting_type import SMALLEST
from gui.theme.tokens import make_theme
from gui.widgets.layouts import column
from tests.gui.whole_look import apply_theme


@pytest.fixture
def bar(qtbot: QtBot) -> FilmBar:
    bar = FilmBar()
    qtbot.addWidget(bar)
    bar.set_theme(make_theme("dark"))
    bar.resize(800, 40)
    bar.show()
    qtbot.waitExposed(bar)
    bar.show_film(FilmPlan(0, 20_000, 10), 20_000)
    return bar


def part(bar: FilmBar, kind: type[QWidget], name: str) -> QWidget:
    found = bar.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def test_it_says_from_where_to_where_in_which_time(bar: FilmBar) -> None:
    fields = [part(bar, QLineEdit, f"film_{name}").text() for name in ("first", "last", "seconds")]
    assert fields == ["0", "20000", "10"]
    slider = part(bar, QSlider, "film_slider")
    assert (slider.minimum(), slider.maximum()) == (0, 299)
    bar.show_picture(150, False)
    assert slider.value() == 150 and part(bar, QLabel, "film_time").text() == "5.0 of 10 s"


def test_of_an_update_that_the_film_leaves_out_it_says_no_place(bar: FilmBar) -> None:
    slider, time = part(bar, QSlider, "film_slider"), part(bar, QLabel, "film_time")
    bar.show_picture(299, False, is_in_film=False)
    assert time.text() == slider.accessibleDescription() == "not in the film"
    assert time.width() >= time.sizeHint().width()
    bar.show_picture(30, False)
    assert time.text() == slider.accessibleDescription() == "1.0 of 10 s"


@pytest.mark.parametrize(
    ("name", "signal"),
    [("film_play", "play_wanted"), ("film_save", "save_wanted"), ("film_close", "close_wanted")],
)
def test_each_button_asks_for_its_own(bar: FilmBar, qtbot: QtBot, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(part(bar, QAbstractButton, name), Qt.MouseButton.LeftButton)


def test_the_play_button_is_called_by_what_it_does_and_names_its_key(bar: FilmBar) -> None:
    play = part(bar, QAbstractButton, "film_play")
    bar.show_key("Ctrl+V")
    assert (play.accessibleName(), play.toolTip()) == ("Play the film", "Play the film (Ctrl+V)")
    bar.show_picture(3, True)
    assert (play.accessibleName(), play.toolTip()) == ("Pause the film", "Pause the film (Ctrl+V)")


@pytest.mark.parametrize(
    ("name", "typed", "plan"),
    [
        ("film_first", "500", FilmPlan(500, 20_000, 10)),
        ("film_last", "100", FilmPlan(0, 100, 10)),
        ("film_seconds", "2.5", FilmPlan(0, 20_000, 2.5)),
    ],
)
def test_another_number_is_another_film(bar: FilmBar, name: str, typed: str, plan: FilmPlan) -> None:
    heard: list[FilmPlan] = []
    bar.plan_wanted.connect(heard.append)
    field = part(bar, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == [plan]


@pytest.mark.parametrize(
    ("name", "typed"), [("film_last", "20001"), ("film_seconds", "81"), ("film_seconds", "0.5")]
)
def test_what_no_film_has_is_refused(bar: FilmBar, name: str, typed: str) -> None:
    heard: list[FilmPlan] = []
    bar.plan_wanted.connect(heard.append)
    field = part(bar, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == [] and field.refusal  # type: ignore[attr-defined]


def test_the_other_way_round(bar: FilmBar, qtbot: QtBot) -> None:
    heard: list[FilmPlan] = []
    bar.plan_wanted.connect(heard.append)
    qtbot.mouseClick(part(bar, QAbstractButton, "film_reverse"), Qt.MouseButton.LeftButton)
    assert heard == [FilmPlan(20_000, 0, 10)]


def test_the_slider_asks_for_a_picture_only_where_the_user_moves_it(bar: FilmBar) -> None:
    heard: list[int] = []
    bar.picture_wanted.connect(heard.append)
    bar.show_picture(20, True)
    bar.show_film(FilmPlan(0, 100, 1), 20_000)
    assert heard == []
    slider = part(bar, QSlider, "film_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert heard == [21]


def test_escape_closes_it(bar: FilmBar, qtbot: QtBot) -> None:
    bar.take_keyboard()
    with qtbot.waitSignal(bar.close_wanted):
        QTest.keyClick(part(bar, QAbstractButton, "film_play"), Qt.Key.Key_Escape)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_has_two_rows_where_one_is_too_narrow_and_never_widens_the_window(
    qtbot: QtBot, scale: float
) -> None:
    window, bar = QWidget(), FilmBar()
    qtbot.addWidget(window)
    column(window, bar, None)
    bar.set_theme(make_theme("dark", scale))
    bar.show_film(FilmPlan(0, 20_000, 10), 20_000)
    bar.show()
    window.resize(3000, 300)
    window.show()
    qtbot.waitExposed(window)
    play, close = part(bar, QAbstractButton, "film_play"), part(bar, QAbstractButton, "film_close")
    qtbot.waitUntil(lambda: abs(play.geometry().center().y() - close.geometry().center().y()) <= 2)
    assert window.minimumSizeHint().width() < 100
    one_row = bar.height()
    layout = bar.layout()
    assert layout is not None
    edges = layout.contentsMargins()
    window.resize(layout.itemAt(1).sizeHint().width() + edges.left() + edges.right() + 4, 300)
    qtbot.waitUntil(
        lambda: bar.height() > 1.5 * one_row and play.geometry().bottom() < close.geometry().top()
    )
    for child in bar.findChildren(QAbstractButton) + bar.findChildren(QLineEdit):
        assert child.isHidden() or bar.rect().contains(child.geometry()), child.objectName()


@pytest.mark.parametrize("width", [715, 480])
def test_at_the_largest_type_nothing_of_it_is_cut_off_or_lies_over_something(
    qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    theme = make_theme("dark", 3.0)
    apply_theme(qapp, theme)
    window, bar = QWidget(), FilmBar()
    qtbot.addWidget(window)
    column(window, bar, None)
    bar.set_theme(theme)
    bar.show_film(FilmPlan(0, 3161, 10), 3161)
    bar.show()
    window.resize(width, 400)
    window.show()
    qtbot.waitExposed(window)
    qapp.processEvents()
    kinds = (QAbstractButton, QLineEdit, QLabel)
    parts = [part for kind in kinds for part in bar.findChildren(kind) if part.isVisible()]
    assert len(parts) == 12
    for number, part in enumerate(parts):
        assert bar.rect().contains(part.geometry()), part.objectName()
        assert part.width() >= part.minimumSizeHint().width(), part.objectName()
        assert not any(part.geometry().intersects(other.geometry()) for other in parts[:number])


@pytest.mark.parametrize(("scales", "layout"), [((2.0, 0.8), "watch"), ((1.0, 3.0), "projector")])
def test_opened_at_another_size_of_type_it_takes_no_room_from_the_panels(
    qtbot: QtBot, scales: tuple[float, float], layout: str
) -> None:
    """Before it is shown it has the type of its last time, and Qt asks then what it needs."""
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.set_theme(make_theme("dark", scales[0]))
    window.show()
    qtbot.waitUntil(window.updatesEnabled)
    area, bar = window.network_area, window.network_area.film_bar
    bar.show_film(FilmPlan(0, 20_000, 10), 20_000)
    bar.show()
    QApplication.processEvents()
    bar.hide()
    window.set_theme(make_theme("dark", scales[1]))
    qtbot.waitUntil(window.updatesEnabled)
    window.show_layout(layout)
    for _ in range(3):
        QApplication.processEvents()
    before = area.size()
    bar.show()
    for _ in range(3):
        QApplication.processEvents()
    assert area.size() == before
    close = part(bar, QAbstractButton, "film_close")
    assert bar.rect().contains(close.geometry())
    window.close()


def test_what_is_beside_it_may_be_made_wider_until_two_rows_at_the_least_type_are_left(
    bar: FilmBar,
) -> None:
    def least_width() -> int:
        return bar.minimumSizeHint().width()

    # One row is on screen, and two would do.
    assert least_width() < bar.sizeHint().width()
    usual = least_width()
    bar.set_theme(make_theme("dark", 2.0))
    QApplication.processEvents()
    assert least_width() == pytest.approx(SMALLEST * usual, rel=0.08)


def test_a_picture_that_takes_long_is_said_to_be_made_again_until_it_comes(bar: FilmBar) -> None:
    slider, time = part(bar, QSlider, "film_slider"), part(bar, QLabel, "film_time")
    bar.show_picture(150, False)
    width = bar.minimumSizeHint().width(), time.width()
    words = "on the way to update 1,180 (507 of 1,180 made again)"
    bar.show_progress(507 / 1180, words)
    assert time.text() == "42 % made again" and time.toolTip() == slider.accessibleDescription() == words
    # Nothing is pushed aside by it.
    assert (bar.minimumSizeHint().width(), time.width()) == width
    assert time.width() >= time.sizeHint().width()
    bar.show_picture(150, False)
    assert (time.text(), time.toolTip()) == ("5.0 of 10 s", "")
