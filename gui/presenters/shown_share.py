"""How many updates a picture stands for: counted from what is drawn."""

from __future__ import annotations

from collections import deque

# How many updates a picture stands for is the mean of so long.
LOOK_BACK_S = 1.0


class _Pictures:
    """When the last ones came, and how many updates each stood for; 0 of a run's first."""

    def __init__(self) -> None:
        self._last: tuple[int, int] | None = None
        self.counted: deque[tuple[float, int]] = deque()

    def forget(self) -> None:
        """What comes next stands for none before it."""
        self._last = None
        self.counted.clear()

    def note(self, now_s: float, run: int, update: int) -> None:
        """The picture on screen is of this update."""
        last, self._last = self._last, (run, update)
        if last == self._last:
            return
        is_newer = last is not None and last[0] == run and last[1] < update
        self.counted.append((now_s, update - last[1] if last is not None and is_newer else 0))
        while now_s - self.counted[0][0] > LOOK_BACK_S:
            self.counted.popleft()


class ShownShare:
    """Counts the pictures of weights; where none have been on screen for a while, those of the signal."""

    def __init__(self) -> None:
        self._weights, self._signal = _Pictures(), _Pictures()
        # Since when no weights are on screen; None while some are.
        self._without_s: float | None = float("-inf")

    def clear(self) -> None:
        """Count anew, from what is on screen now."""
        self._weights.counted.clear()
        self._signal.counted.clear()

    def note(self, now_s: float, run: int, weights: int, signal: int) -> None:
        """Of which update the weights on screen are, and the signal; -1 where there is none."""
        if signal >= 0:
            self._signal.note(now_s, run, signal)
        if weights < 0:
            self._without_s = now_s if self._without_s is None else self._without_s
            return
        # A backward front hides them for a moment: then they stand for what was made meanwhile, too.
        if self._without_s is not None and now_s - self._without_s > LOOK_BACK_S:
            self._weights.forget()
        self._without_s = None
        self._weights.note(now_s, run, weights)

    def counts(self, now_s: float) -> list[int]:
        """How many updates each of the last pictures stood for."""
        is_without = self._without_s is not None and now_s - self._without_s > LOOK_BACK_S
        pictures = self._signal if is_without else self._weights
        return [count for _, count in pictures.counted if count]
