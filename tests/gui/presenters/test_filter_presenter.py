"""Everything that a filter can say, in the window: what is shown is what the engine and a plain sum say."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.analysis.exciting_windows import WindowSearch
from core.analysis.patterns import PatternCount, pattern_windows
from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.engine import commands as e
from core.engine.filter_task import WINDOWS
from core.nn.known_architectures import known_architecture
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.filters.answer_list import AnswerList
from gui.filters.filter_page import FilterPage
from gui.presenters import filter_presenter
from tests.gui import local_engine as local
from tests.gui.local_engine import engine_of, local_engine

# Where nothing hangs on how many there are.
pytestmark = pytest.mark.usefixtures("fewer_digits")

DIGITS = 300
WAIT_MS = 60_000


class Desk:
    """The window with a small convolutional network on a few digits, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine, self.issue = engine_of(window), window.composition.dispatcher.issue
        self.filters = window.composition.filters

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    @property
    def page(self) -> FilterPage:
        page = self.window.network_area.page
        assert isinstance(page, FilterPage)
        return page

    @property
    def answers(self) -> AnswerList:
        found = self.window.findChild(AnswerList, "answer_list")
        assert isinstance(found, AnswerList)
        return found

    def text(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.toolTip() or label.text()

    def pin(self, layer: int, number: int) -> None:
        maps = self.engine.current.trainer.network.topology.maps[layer + 1]
        self.window.network_view.pin((layer, 5 * maps + number))

    def open(self, layer: int, number: int) -> None:
        self.pin(layer, number)
        self.issue(c.ShowFilter())
        part = self.page.plot if layer == 0 else self.page.tiles
        self.until(lambda: self.filters.is_open and part.isVisible())

    def z_of_all(self, number: int) -> dict[int, float]:
        """Each pattern's z by a plain sum over its ink."""
        layer = self.engine.current.trainer.network.layers[0]
        weights = layer.W[:, :, 0, number].ravel().tolist()
        return {
            code: sum(w for bit, w in enumerate(weights) if code >> bit & 1) + float(layer.b[number])
            for code in range(512)
        }


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    data = choose_digits(local.load_once(DatasetSpec()), DIGITS)
    monkeypatch.setattr(local, "load_once", lambda choice: data)
    monkeypatch.setattr(filter_presenter, "EVERY_MS", 50)
    window = MainWindow(Settings.in_memory(), engine=local_engine(), network="small_cnn")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def test_all_answers_of_a_first_layers_filter(desk: Desk) -> None:
    desk.pin(0, 5)
    button = desk.window.findChild(QPushButton, "show_filter")
    assert button is not None and button.isVisible()
    button.click()
    desk.until(lambda: desk.page.plot.isVisible())
    shown, z = desk.page.plot._answers, desk.z_of_all(5)
    assert shown is not None and (shown.layer, shown.number, shown.update) == (0, 5, 0)
    trainer = desk.engine.current.trainer
    windows = pattern_windows(trainer.network.topology, 0)
    assert windows is not None
    counts = PatternCount(trainer.dataset.X_train, windows).finish().counts
    assert np.array_equal(shown.counts, counts)
    np.testing.assert_allclose(shown.z, [z[code] for code in range(512)], rtol=1e-6, atol=1e-7)
    assert "filter 6 of layer 1" in desk.text("filter_page_title")
    assert "after update 0" in desk.text("filter_intro")
    assert f"{np.count_nonzero(counts)} of 512 patterns occur in {DIGITS} training digits" in desk.text(
        "filter_intro"
    )
    # The list has the same, and both choose the same.
    model = desk.answers.view.model()
    assert model.rowCount() == len(shown.ranked) and desk.window.tabs.currentWidget() is desk.answers
    # The button leads to the filter of whatever cell is chosen by then.
    desk.pin(0, 1)
    button.click()
    assert desk.filters.is_open and desk.filters._filter == (0, 1)
    desk.pin(0, 5)
    button.click()
    desk.window.tabs.setCurrentWidget(desk.answers)
    assert desk.filters.is_open and desk.page.plot._answers is not None
    np.testing.assert_array_equal(desk.page.plot._answers.z, shown.z)
    desk.page.plot.setFocus()
    QTest.keyClick(desk.page.plot, Qt.Key.Key_Home)
    lowest = min((code for code in shown.ranked.tolist()), key=lambda code: z[code])
    assert desk.filters._code == lowest and desk.answers.view.currentIndex().row() == model.rowCount() - 1
    QTest.keyClick(desk.page.plot, Qt.Key.Key_End)
    assert desk.answers.view.currentIndex().row() == 0
    QTest.keyClick(desk.answers.view, Qt.Key.Key_Down)
    assert desk.filters._code == shown.ranked[1] == desk.page.plot._code
    # Esc in the list leaves it all.
    QTest.keyClick(desk.answers.view, Qt.Key.Key_Escape)
    assert not desk.filters.is_open and desk.window.network_view.isVisible()
    assert desk.window.tabs.indexOf(desk.answers) < 0


def test_a_key_leads_to_the_first_filter_and_from_each_to_the_next_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(filter_presenter, "announce", lambda _page, sentence: heard.append(sentence))
    # Nothing is chosen.
    desk.window.network_view.setFocus()
    QTest.keyClick(desk.window.network_view, Qt.Key.Key_E)
    assert desk.filters.is_open and desk.filters._filter == (0, 0)
    QTest.keyClick(desk.page, Qt.Key.Key_E)
    assert not desk.filters.is_open
    # A cell of a pool leads to the filter that its map comes from.
    desk.pin(3, 11)
    desk.issue(c.ShowFilter())
    assert desk.filters._filter == (2, 11)
    desk.filters.close()
    desk.window.network_view.pin(desk.window.network_view.pins[0])
    desk.open(0, 7)
    after = desk.window.findChild(QToolButton, "filter_next")
    before = desk.window.findChild(QToolButton, "filter_before")
    assert after is not None and before is not None
    after.click()
    assert desk.filters._filter == (2, 0)
    before.click()
    before.click()
    assert desk.filters._filter == (0, 6)
    # The keyboard stays on the button: which filter has come is heard.
    names = "filter 1 of layer 3", "filter 8 of layer 1", "filter 7 of layer 1"
    assert all(name in sentence for name, sentence in zip(names, heard, strict=True)), heard
    desk.until(lambda: "filter 7 of layer 1" in desk.text("filter_page_title"))
    # Another structure ends it.
    desk.issue(c.SetArchitecture(known_architecture("default", (16, 16))))
    desk.until(lambda: not desk.filters.is_open)
    desk.until(lambda: len(desk.engine.current.trainer.network.topology.layers) == 3)
    desk.until(lambda: desk.session.network.displayed.run == desk.engine.number)  # type: ignore[union-attr]
    desk.issue(c.ShowFilter())
    assert not desk.filters.is_open
    assert desk.window.message_bar.text.startswith("This network has no filters")


def test_the_answers_follow_the_weights_and_what_is_shown(desk: Desk) -> None:
    desk.open(0, 2)
    desk.session.transport.set_speed(100)
    desk.issue(e.Train(12))
    desk.until(lambda: desk.page.plot._answers is not None and desk.page.plot._answers.update == 12)
    shown, z = desk.page.plot._answers, desk.z_of_all(2)
    assert shown is not None
    np.testing.assert_allclose(shown.z, [z[code] for code in range(512)], rtol=1e-5, atol=1e-6)
    desk.until(lambda: "after update 12" in desk.text("filter_intro"))
    x = np.zeros(256, np.float32)
    x[5 * 16 + 5] = 1
    desk.issue(e.ShowDrawing(x, None))
    desk.until(lambda: np.array_equal(desk.page.plot._answers.x, x))  # type: ignore[union-attr]
    shown = desk.page.plot._answers
    assert shown is not None and shown.here.sum() == 256
    assert [int(shown.here[1 << bit]) for bit in range(9)] == [1] * 9 and shown.here[0] == 256 - 9
    # Pixel (5, 5) is the first of the window that begins there.
    assert shown.places_of(1) == [(5, 5)]
    # A filter that changes its place is followed.
    before = desk.page.plot._answers
    assert before is not None
    desk.issue(c.SortNeurons())
    desk.until(lambda: desk.engine.current.permutations == 1)
    kernels = desk.engine.current.trainer.network.layers[0].W[:, :, 0]
    (now,) = [m for m in range(8) if np.array_equal(kernels[..., m], before.kernel)]
    desk.until(lambda: desk.page.plot._answers.number == now)  # type: ignore[union-attr]
    np.testing.assert_array_equal(desk.page.plot._answers.kernel, before.kernel)  # type: ignore[union-attr]


def test_the_windows_that_excite_a_deeper_filter_most_and_the_way_to_their_digit(desk: Desk) -> None:
    desk.open(2, 9)
    trainer = desk.engine.current.trainer
    X = trainer.dataset.X_train
    expected = WindowSearch(trainer.network, 2, 9, X, np.arange(DIGITS), WINDOWS).finish().found
    tiles = desk.page.tiles
    assert [window.row for window in tiles.windows] == expected.row.tolist()
    np.testing.assert_array_equal([window.a for window in tiles.windows], expected.a)
    assert f"the strongest 24 of all {DIGITS} training digits" in desk.text("filter_page_note")
    assert desk.window.tabs.indexOf(desk.answers) < 0
    tiles.setFocus()
    QTest.keyClick(tiles, Qt.Key.Key_Home)
    QTest.keyClick(tiles, Qt.Key.Key_Right)
    assert desk.filters._rank == 1 and tiles.windows[1].field.rows == 8
    QTest.keyClick(tiles, Qt.Key.Key_Return)
    desk.until(lambda: desk.session.network.displayed.example.index == expected.row[1])  # type: ignore[union-attr]
    shown = desk.session.network.displayed
    assert shown is not None and shown.example.origin == "train" and shown.is_chosen
    unit = int(expected.cell[1]) * 16 + 9
    assert desk.window.network_view.pins == ((2, unit),)
    assert shown.trace.a[2][unit] == pytest.approx(expected.a[1], rel=1e-5)
    QTest.keyClick(tiles, Qt.Key.Key_Escape)
    assert not desk.filters.is_open and desk.window.network_view.hasFocus()
    # Other weights.
    desk.window.network_view.pin((2, unit))
    desk.open(2, 0)
    desk.session.transport.set_speed(100)
    desk.issue(e.Train(30))
    desk.until(lambda: not desk.session.store.state.running and desk.session.loss.updates == 30)
    desk.until(lambda: "after update 30" in desk.text("filter_intro"))
    trainer = desk.engine.current.trainer
    expected = (
        WindowSearch(trainer.network, 2, 0, trainer.dataset.X_train, np.arange(DIGITS), WINDOWS)
        .finish()
        .found
    )
    assert [window.row for window in desk.page.tiles.windows] == expected.row.tolist()
    assert "of all 300" in desk.text("filter_page_note")
