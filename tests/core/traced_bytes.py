"""How much memory a piece of work takes, as Python's allocations are traced."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable


def traced_bytes(work: Callable[[], object], times: int = 5) -> tuple[int, int]:
    """What is still held after `work`, and the most that was held meanwhile: the least of so many times, in bytes.

    Other threads of the process are traced too, and may allocate at any time; what `work` itself takes, it takes each
    time.
    """
    kept, most = [], []
    for _ in range(times):
        tracemalloc.start()
        try:
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            work()
            now, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        kept.append(now - before)
        most.append(peak - before)
    return min(kept), min(most)
