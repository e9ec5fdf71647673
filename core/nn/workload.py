"""How many examples are worked through at once: as many as hold up no command for long, and take bounded memory."""

from __future__ import annotations

from core.nn.topology import Topology

CHUNK_ROWS = 1024
# A network of more parameters than this takes so long for a chunk that it has to be smaller.
LARGE_NETWORK = 500_000
CHUNK_ROWS_OF_LARGE = 128
# Where weights are shared, a chunk takes at most about so many multiplications; 5 ms of one core.
CHUNK_PRODUCTS = 16_000_000
MAX_PRODUCTS = 200_000_000
"""Multiplications of one example that a network may take that is opened from a file: a tenth of a second, or two."""


def work_of(topology: Topology) -> int:
    """About how many multiplications one example takes: a weight that is shared is multiplied more than once."""
    return max(topology.table.count, topology.products)


def is_large(topology: Topology) -> bool:
    """Whether one update takes so long that what goes on beside it has to be cut into smaller pieces."""
    return work_of(topology) > LARGE_NETWORK


def chunk_rows(topology: Topology) -> int:
    """Examples of a chunk; of these very layers always the same, so that sums have the same bits."""
    if topology.products <= topology.table.count:
        return CHUNK_ROWS_OF_LARGE if is_large(topology) else CHUNK_ROWS
    fit = max(1, CHUNK_PRODUCTS // topology.products)
    # The largest power of 2 that is no more.
    return min(CHUNK_ROWS, 1 << (fit.bit_length() - 1))
