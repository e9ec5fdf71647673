"""Nothing flashes: WCAG 2.3.1 allows three flashes, six opposing changes of a tenth of full brightness, in a second."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from gui.network.motion import Timeline
from gui.network.view import NetworkView
from gui.theme import make_theme

FRAMES_A_SECOND, BLOCK = 12, 40
MOST_CHANGES = 6
CHANGE, BRIGHT = 0.1, 0.8


@pytest.fixture
def view(qtbot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    return view


def brightness(view: NetworkView) -> np.ndarray:
    """Relative luminance, the mean over blocks of 40 x 40 px."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width(), image.height()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(height, -1, 4)[:, :width, 2::-1] / 255
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    light = linear @ np.array([0.2126, 0.7152, 0.0722])
    rows, columns = height // BLOCK, width // BLOCK
    cut = light[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK)
    return cut.mean(axis=(1, 3)).ravel()


def opposing_changes(light: np.ndarray) -> list[float]:
    """When a block's brightness turns round after a change of a tenth or more, in frames."""
    turns, low, high, direction = [], light[0], light[0], 0
    for frame, now in enumerate(light):
        low, high = min(low, now), max(high, now)
        if direction <= 0 and now - low >= CHANGE and low < BRIGHT:
            turns.append(frame)
            direction, high, low = 1, now, now
        elif direction >= 0 and high - now >= CHANGE and now < BRIGHT:
            turns.append(frame)
            direction, high, low = -1, now, now
        elif direction == 1:
            high = max(high, now)
            low = high
        elif direction == -1:
            low = min(low, now)
            high = low
    return turns


def most_in_a_second(turns: list[float]) -> int:
    return max((sum(t <= other < t + FRAMES_A_SECOND for other in turns) for t in turns), default=0)


def test_opposing_changes_are_counted() -> None:
    square = np.tile([0.0, 0.5], 20)
    # Twelve frames a second, and in each the other brightness.
    assert most_in_a_second(opposing_changes(square)) >= 11
    assert opposing_changes(np.linspace(0, 1, 40)) == [pytest.approx(4, abs=1)]
    assert opposing_changes(np.tile([0.0, 0.05], 20)) == []


@pytest.mark.parametrize(
    "colours,sizes,told",
    [
        ("dark", (256, 32, 16, 10), False),
        ("light", (256, 32, 16, 10), False),
        ("dark", (256, 32, 16, 10), True),
        ("light", (256, *[16] * 30, 10), False),
    ],
)
def test_neither_a_wave_nor_a_told_update_flashes(view, make_snapshot, colours, sizes, told) -> None:
    snapshot = make_snapshot(sizes)
    view.set_theme(make_theme(colours))
    view.show_scene(snapshot)
    view.show_weights(snapshot)
    view.show_gradient(snapshot.trace.dW)
    make = Timeline.story if told else (lambda n, known: Timeline.wave(n, known, new_example=True))
    timeline = make(len(snapshot.weights), True)
    frames = []
    for frame in range(int(timeline.duration_s * FRAMES_A_SECOND)):
        moment = timeline.moment(frame / FRAMES_A_SECOND)
        if moment.phase == "change":
            view.show_change(tuple(0.01 * W for W in snapshot.weights))
        view.show_moment(moment)
        view.work(1e4)
        frames.append(brightness(view))
    for light in np.array(frames).T:
        assert most_in_a_second(opposing_changes(light)) <= MOST_CHANGES
