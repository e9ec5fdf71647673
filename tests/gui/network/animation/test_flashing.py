"""Nothing flashes: WCAG 2.3.1 allows three flashes in a second, each a pair of opposing changes of brightness.

A change counts from a tenth of the greatest relative luminance on, where the darker state is below 0.8.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.view import NetworkView
from gui.theme.tokens import make_theme

BLOCK_PX = 40
MAX_CHANGES = 6
CHANGE, BRIGHT = 0.1, 0.8
DEFAULT, DEEP = (256, 32, 16, 10), (256, *[16] * 30, 10)
LINEAR = np.arange(256) / 255
LINEAR = np.where(LINEAR <= 0.04045, LINEAR / 12.92, ((LINEAR + 0.055) / 1.055) ** 2.4)
# Blue, green, red, as they lie in memory.
LIGHT_OF = [(part * LINEAR).astype(np.float32) for part in (0.0722, 0.7152, 0.2126)]


@pytest.fixture
def view(qtbot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    # A hidden view would be laid out anew by every grab, and its edges would be missing.
    view.show()
    qtbot.waitExposed(view)
    return view


def brightness(view: NetworkView) -> np.ndarray:
    """Relative luminance, the mean over blocks of 40 x 40 px, in one row; every other pixel of every other row."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width(), image.height()
    parts = np.frombuffer(image.constBits(), np.uint8).reshape(height, -1, 4)
    rows, columns = height // BLOCK_PX, width // BLOCK_PX
    parts = parts[: rows * BLOCK_PX : 2, : columns * BLOCK_PX : 2]
    light = sum(of[parts[..., place]] for place, of in enumerate(LIGHT_OF))
    return light.reshape(rows, BLOCK_PX // 2, columns, BLOCK_PX // 2).mean(axis=(1, 3)).ravel()


def opposing_changes(light: np.ndarray) -> list[int]:
    """The frames in which a change of a tenth or more is complete that goes the other way than the one before."""
    turns, low, high, direction = [], light[0], light[0], 0
    for frame, now in enumerate(light):
        low, high = min(low, now), max(high, now)
        if direction != 1 and now - low >= CHANGE and low < BRIGHT:
            direction = 1
        elif direction != -1 and high - now >= CHANGE and now < BRIGHT:
            direction = -1
        else:
            # Going on in its direction it only moves the end from which the way back is measured.
            low, high = (high if direction == 1 else low), (low if direction == -1 else high)
            continue
        turns.append(frame)
        low = high = now
    return turns


def most_in_a_second(light: np.ndarray, frames_a_second: int) -> int:
    """Of the opposing changes the most that lie in any one second."""
    turns = opposing_changes(light)
    return max((sum(t <= other < t + frames_a_second for other in turns) for t in turns), default=0)


def worst_block(frames: list[np.ndarray], frames_a_second: int) -> int:
    return max(most_in_a_second(light, frames_a_second) for light in np.array(frames).T)


def meet(view: NetworkView, snapshot: Snapshot) -> None:
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    view.show_gradient(snapshot.trace.gradient, "gradient")


def frame_at(view: NetworkView, animation: AnimationState) -> np.ndarray:
    view.show_animation_state(animation)
    view.work(1e4)
    return brightness(view)


def test_opposing_changes_are_counted() -> None:
    # Up and down twelve times a second; up once, slowly; too little; too bright; with a step on the way.
    assert most_in_a_second(np.tile([0.0, 0.5], 20), 12) == 12
    assert len(opposing_changes(np.linspace(0, 1, 40))) == 1
    assert opposing_changes(np.tile([0.0, 0.05], 20)) == []
    assert opposing_changes(np.tile([0.85, 1.0], 20)) == []
    assert opposing_changes(np.array([0, 0.06, 0.12, 0.3, 0.25, 0.19, 0.3, 0.5])) == [2, 5, 6]
    assert opposing_changes(np.array([0.5, 0.3, 0.35, 0.41, 0.2])) == [1, 3, 4]


def test_a_picture_that_flashes_would_be_found(view, make_snapshot) -> None:
    # All pixels with ink, and none, ten times a second each.
    dark, bright = (make_snapshot((256, 8, 10), x=np.full(256, ink), index=ink) for ink in (0, 1))
    frames = []
    for frame in range(40):
        meet(view, dark if frame % 2 else bright)
        frames.append(frame_at(view, AnimationState()))
    assert worst_block(frames, 20) >= 18


# The shortest phase is 0.9 s / 31 = 29 ms, one frame in 35: at 60 a second no state of a signal animation lies
# between two frames.
@pytest.mark.parametrize("sizes", [DEFAULT, DEEP], ids=["default", "deep"])
@pytest.mark.parametrize("colours", ["dark", "light"])
def test_two_signal_animations_one_after_the_other_do_not_flash(view, make_snapshot, colours, sizes) -> None:
    view.set_theme(make_theme(colours))
    frames_a_second = 60 if sizes == DEFAULT else 40
    frames = []
    for index in range(2):
        digit = make_snapshot(sizes, seed=index, index=index)
        meet(view, digit)
        timeline = Timeline.signal_animation(len(digit.weights), has_gradient=True, new_example=True)
        # The rest at a wave's end is still; half a second of it keeps the two signal animations nearer than they are.
        moments = [timeline.state_at(at / frames_a_second) for at in range(round(2.4 * frames_a_second))]
        moving = [animation for animation in moments if animation.phase != "rest"]
        frames += [frame_at(view, animation) for animation in moving]
    assert worst_block(frames, frames_a_second) <= MAX_CHANGES


# A phase is 0.6 s, in the deep network 0.18 s: twenty frames a second see each of them at least three times.
@pytest.mark.parametrize("sizes", [DEFAULT, DEEP], ids=["default", "deep"])
@pytest.mark.parametrize("colours", ["dark", "light"])
def test_a_step_walkthrough_does_not_flash(view, make_snapshot, colours, sizes) -> None:
    view.set_theme(make_theme(colours))
    before = make_snapshot(sizes)
    # The largest change that there can be: all weights are others, and so are all numbers.
    after = replace(make_snapshot(sizes, seed=1, update=4), example=before.example)
    change = after.parameters - before.parameters
    meet(view, before)
    timeline = Timeline.walkthrough(len(before.weights), has_gradient=True)
    frames, applied = [], False
    for at in range(int(timeline.duration_s * 20)):
        animation = timeline.state_at(at / 20)
        if animation.phase == "mean":
            view.show_gradient(change, "mean_gradient")
        if animation.phase == "change" and not applied:
            applied = True
            view.show_change(change)
            view.show_weights(after)
        frames.append(frame_at(view, animation))
    view.show_change(None)
    view.show_displayed_snapshot(after)
    frames.append(frame_at(view, AnimationState()))
    assert applied
    assert worst_block(frames, 20) <= MAX_CHANGES
