"""How far the reading is, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable

STEP = 1 / 1000
"""The share that is done from one report to the next: more of them would take longer than the reading."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """The reading was stopped because the caller's `progress` returned False."""


class Progress:
    """Tells a caller how far a reading is that goes through its files twice: measuring, then filling.

    Parameters
    ----------
    callback : callable or None
        Called with the share that is done, 0 to 1, which rises from call to call; returns False to stop: then
        `Cancelled` is raised.
    """

    def __init__(self, callback: Callable[[float], bool] | None) -> None:
        self._callback = callback
        self._share = 0.0
        self._reported = -STEP

    def measured(self, share: float) -> None:
        """Tell that `share` (0 to 1) of the measuring is done."""
        self._report(share / 2)

    def filled(self, share: float) -> None:
        """Tell that `share` (0 to 1) of the filling is done."""
        self._report(0.5 + share / 2)

    def _report(self, share: float) -> None:
        self._share = min(max(self._share, share), 1.0)
        is_little = self._share < self._reported + STEP and not self._reported < self._share == 1
        if self._callback is None or is_little:
            return
        self._reported = self._share
        if not self._callback(self._share):
            raise Cancelled
