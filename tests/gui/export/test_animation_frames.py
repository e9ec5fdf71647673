"""A film's frames are moments of the walkthrough, evenly spread, and the last one stays for two seconds."""

from __future__ import annotations

from threading import Event, Thread

import numpy as np
import pytest

from gui.app.background_task import StoppedError
from gui.export.animation_frames import (
    MAX_WAITING,
    AnimationFrames,
    FrameQueue,
    frame_times,
    shades,
)
from gui.network.animation.timeline import Timeline
from gui.network.marks.edge_marks import edge_palette
from gui.network.marks.neuron_marks import fill_colours
from gui.theme.tokens import Theme

WALKTHROUGH = Timeline.walkthrough(3, has_gradient=True)


def film(starts: tuple[int, ...]) -> AnimationFrames:
    return AnimationFrames(2, 2, 12, starts, ((0, 0, 0),))


def test_frames_are_evenly_spread_over_the_phases_and_one_stands_for_the_rest():
    # Eleven phases of 0.6 s, the last of them a rest: 10 · 0.6 s · 12 a second, and the rest.
    times = frame_times(WALKTHROUGH, 12)
    assert len(times) == 72 + 1
    assert np.allclose(np.diff(times[:-1]), 1 / 12)
    assert (
        WALKTHROUGH.state_at(times[-2]).phase == "change" and WALKTHROUGH.state_at(times[-1]).phase == "rest"
    )


@pytest.mark.parametrize("rate", [6, 12, 24])
def test_every_phase_is_in_the_film(rate):
    phases = {WALKTHROUGH.state_at(at_s).phase for at_s in frame_times(WALKTHROUGH, rate)}
    assert phases == {"forward", "softmax", "loss", "backward", "mean", "change", "rest"}


@pytest.mark.parametrize("rate", [6, 12, 24])
@pytest.mark.parametrize("unit_ms", [1, 10])
def test_the_film_lasts_as_long_as_the_phases_and_two_seconds(rate, unit_ms):
    starts = tuple(round(1000 * place / rate) for place in range(len(frame_times(WALKTHROUGH, rate))))
    durations = film(starts).durations_ms(unit_ms)
    assert sum(durations) == 6000 + 2000 and durations[-1] == 2000
    assert all(duration % unit_ms == 0 for duration in durations)
    assert all(abs(duration - 1000 / rate) <= unit_ms for duration in durations[:-1])


@pytest.mark.parametrize("theme", [Theme(), Theme("light")])
def test_256_colours_come_close_to_all_that_marks_are_drawn_in(theme):
    few = np.array(shades(theme))
    assert len(few) <= 255
    fills = fill_colours(np.linspace(-1, 1, 201), theme)
    drawn = [fills, *(edge_palette(theme, kind) for kind in ("weight", "gradient"))]
    tokens = ("canvas", "text", "dim", "node", "line", "panel", "lit", "plus", "minus")
    drawn.append(np.array([theme.rgb(token) for token in tokens]))
    for colours in drawn:
        apart = np.abs(colours[:, None].astype(float) - few[None]).max(axis=2).min(axis=1)
        assert apart.max() <= 4


def test_the_queue_says_when_the_encoder_is_behind():
    queue = FrameQueue()
    for _ in range(MAX_WAITING):
        assert not queue.is_full
        queue.put(b"frame")
    assert queue.is_full
    frames = queue.frames(Event())
    assert next(frames) == b"frame" and not queue.is_full


def test_frames_come_in_order_and_end():
    queue = FrameQueue()
    for frame in (b"1", b"2", None):
        queue.put(frame)
    assert list(queue.frames(Event())) == [b"1", b"2"]


def test_who_waits_for_a_frame_is_stopped():
    stop, ended = Event(), []

    def wait() -> None:
        try:
            next(FrameQueue().frames(stop))
        except StoppedError:
            ended.append(True)

    thread = Thread(target=wait)
    thread.start()
    stop.set()
    thread.join(timeout=5)
    assert ended == [True]
