"""One update as a film: which moments its frames show, and how long each stays."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event

import numpy as np

from gui.app.background_task import StoppedError
from gui.network.animation.timeline import Timeline
from gui.theme.tokens import Theme

LAST_FRAME_MS = 2000
# The thread that encodes looks so often whether it shall stop.
LOOK_S = 0.05
# Frames that wait to be encoded: the painting goes no further ahead.
MAX_WAITING = 3
# How many shades from the canvas to each colour a picture with 256 colours has: all that is drawn is made of these.
SHADES = {
    "lit": 60,
    "plus": 34,
    "minus": 34,
    "grad_plus": 26,
    "grad_minus": 26,
    "text": 24,
    "dim": 20,
    "node": 16,
    "line": 8,
    "panel": 2,
}


@dataclass(frozen=True)
class AnimationFrames:
    """What an encoder has to know of the frames that will come.

    Attributes
    ----------
    width, height : int
        In pixels.
    frames_per_second : int
    starts_ms : tuple of int
        When each frame begins.
    colours : tuple of (red, green, blue)
        At most 255 colours that come close to all that is drawn.
    """

    width: int
    height: int
    frames_per_second: int
    starts_ms: tuple[int, ...]
    colours: tuple[tuple[int, int, int], ...]

    @property
    def count(self) -> int:
        """How many frames there are."""
        return len(self.starts_ms)

    def durations_ms(self, unit_ms: int = 1) -> tuple[int, ...]:
        """How long each frame stays, in whole units: what one loses by rounding the next gains."""
        ends = (*self.starts_ms[1:], self.starts_ms[-1] + LAST_FRAME_MS)
        rounded = [unit_ms * round(time / unit_ms) for time in (self.starts_ms[0], *ends)]
        return tuple(end - start for start, end in zip(rounded[:-1], rounded[1:], strict=True))


def frame_times(timeline: Timeline, frames_per_second: int) -> tuple[float, ...]:
    """The seconds of the walkthrough that its frames show: evenly up to its rest, and one for the rest."""
    moving_s = timeline.phases[-1].start_s
    count = round(moving_s * frames_per_second)
    return (*(place / frames_per_second for place in range(count)), timeline.duration_s)


def shades(theme: Theme) -> tuple[tuple[int, int, int], ...]:
    """The canvas, and even steps from it to every colour that marks have."""
    canvas = theme.rgb("canvas")
    found = [canvas]
    for token, count in SHADES.items():
        found += [canvas + (step / count) * (theme.rgb(token) - canvas) for step in range(1, count + 1)]
    rounded = [tuple(int(part) for part in np.rint(colour)) for colour in found]
    return tuple(dict.fromkeys((red, green, blue) for red, green, blue in rounded))


class FrameQueue(queue.Queue[bytes | None]):
    """Frames on their way from the window's thread, which paints, to the one that encodes.

    Each is rows of blue, green, red and a spare byte; None comes after the last one.
    """

    @property
    def is_full(self) -> bool:
        """Whether the encoder is behind, so that the next frame should wait."""
        return self.qsize() >= MAX_WAITING

    def frames(self, stop: Event) -> Iterator[bytes]:
        """The frames, as they come.

        Raises
        ------
        StoppedError
            When `stop` is set.
        """
        while True:
            if stop.is_set():
                raise StoppedError
            try:
                frame = self.get(timeout=LOOK_S)
            except queue.Empty:
                continue
            if frame is None:
                return
            yield frame
