"""Damaged files of every format: each must be refused by the one exception, or load, quickly and in little memory.

Run from the repository:  python tests/benchmarks/fuzz_data.py [--count 100000] [--seed 0]

"changed" is content that is not that of the undamaged file. In formats with checksums there must be none of it;
in the others it is what a flipped pixel, digit or label gives, which nobody can notice.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import warnings
from pathlib import Path
from time import perf_counter

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # counts only before numpy is imported
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.core.data.importers.damage import CHECKED, GOOD, campaign

EXPECTED = ("raised", "same", "changed")


def main() -> int:
    """Run the campaign and print a line for each format; 1 when something came that must not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000, help="damaged files in all")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    warnings.simplefilter("error")
    begin, bad = perf_counter(), 0
    print(f"{'format':20}{'raised':>8}{'same':>8}{'changed':>9}{'other':>7}{'slowest':>11}{'peak':>10}")
    for number, name in enumerate(GOOD):
        count = options.count * (number + 1) // len(GOOD) - options.count * number // len(GOOD)
        with tempfile.TemporaryDirectory() as folder:
            outcomes = campaign(Path(folder), name, options.seed + number, count)
        kinds = [outcome.kind for outcome in outcomes]
        other = [kind for kind in kinds if kind not in EXPECTED]
        bad += len(other) + (kinds.count("changed") if name in CHECKED else 0)
        numbers = "".join(f"{kinds.count(kind):{w}}" for kind, w in zip(EXPECTED, (8, 8, 9), strict=True))
        slowest = 1e3 * max((outcome.seconds for outcome in outcomes), default=0.0)
        peak = max((outcome.peak_bytes for outcome in outcomes), default=0) / 1e6
        print(f"{name:20}{numbers}{len(other):7}{slowest:8.1f} ms{peak:7.2f} MB", flush=True)
        for kind in sorted(set(other))[:5]:
            print(f"    {kind}")
    print(f"{options.count} files in {perf_counter() - begin:.0f} s; {bad} must not have been")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
