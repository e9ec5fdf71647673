"""The rows of all runs are shown in steps, so that no frame has to wait for all of them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

from gui.presenters.run_rows import RunRows
from gui.timeline.run_row import RunRow
from gui.timeline.timeline import Timeline


def rows_in_steps(
    rows: RunRows,
    timeline: Timeline,
    shown_run: Callable[[], int],
    tell: Callable[[Sequence[RunRow], int], object],
    renew: Callable[[], object],
) -> Generator[None, None, None]:
    """Put the rows together, paint the timeline, tell everybody else: a step each, of some ms.

    Parameters
    ----------
    rows : RunRows
        What is known of the runs.
    shown_run : callable
        The run on screen.
    tell : callable
        Called with the rows and the run on screen, unless there are other runs by then.
    renew : callable
        Called instead of `tell` then: all of it is to be done again.
    """
    run = shown_run()
    made = rows.rows(run)
    yield
    if _is_outdated(made, rows, run, shown_run()):
        renew()
        return
    timeline.show_runs([row for row in made if not row.is_hidden or row.run == run], run)
    timeline.refresh()
    yield
    if _is_outdated(made, rows, run, shown_run()):
        renew()
        return
    tell(made, run)


def _is_outdated(made: Sequence[RunRow], rows: RunRows, run: int, run_now: int) -> bool:
    """Whether another run is on screen now, or one of these is gone."""
    gone = (row.run not in rows.infos or rows.notes[row.run].is_deleted for row in made)
    return run_now != run or any(gone)
