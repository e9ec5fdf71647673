"""Damages a session's file in every way that a seed can think of, and looks at what opening it does.

    python -m tests.hostile.damage --count 100000

Half of them have a checksum that is right: then a file may also be another session, which can be gone on with. The
others are refused, or hold what the file held before. Opening takes no more than `LONGEST_S` and `most_bytes`; digits
that a file names are some few here, for all of them are large whoever asks for them.
Whatever else happens is printed with its seed, and ends it with 1.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import random
import sys
import tempfile
import traceback
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np

from core.engine import commands as c
from core.engine import messages as m
from core.session.container import packed, unpacked
from core.session.errors import SENTENCES, SessionError
from tests.core.engine.driver import Driver
from tests.core.session.sample_sessions import sample_bytes
from tests.core.small_data import small_data

LONGEST_S = 1.0
# One that does not end at all is shown where it is, and ends the script.
GIVEN_UP_S = 30.0
_LIES: list[Any] = [
    0,
    -1,
    1,
    2**31,
    10**12,
    10**400,
    0.5,
    1e300,
    "",
    "\0",
    "../..",
    None,
    True,
    [],
    {},
    [[]],
    "nan",
]


def has_new_checksum(seed: int) -> bool:
    """Whether the checksum of this one is right, whatever else is wrong in it."""
    return seed % 2 == 1


def damaged(seed: int) -> bytes:
    """The file, damaged in one way or two."""
    rng = random.Random(seed)
    if has_new_checksum(seed):
        return _signed(rng)
    content = bytearray(sample_bytes())
    kind = rng.randrange(5)
    place = rng.randrange(len(content))
    if kind == 0:
        for _ in range(rng.choice([1, 1, 2, 8])):
            content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    elif kind == 1:
        content[place:place] = rng.randbytes(rng.choice([1, 3, 40]))
    elif kind == 2:
        del content[place : place + rng.choice([1, 3, 40, 4000])]
    elif kind == 3:
        del content[place:]
    else:
        # In the header, where each byte means something.
        length = int.from_bytes(content[:8], "little")
        place = rng.randrange(8 + length)
        content[place : place + 1] = rng.choice(
            [b"0", b"9", b'"', b"}", b",", b"-", b"e9", b"[", b"\\", b"\xff"]
        )
    return bytes(content)


def _signed(rng: random.Random) -> bytes:
    """One value of the description, or one array, is another, and the checksum is right."""
    description, tensors = unpacked(sample_bytes())
    for _ in range(rng.choice([1, 1, 2])):
        _change(rng, description, tensors)
    return packed(description, tensors)


def _change(rng: random.Random, description: dict[str, Any], tensors: dict[str, Any]) -> None:
    if rng.random() < 0.25:
        name = rng.choice(sorted(tensors))
        array = np.ascontiguousarray(tensors.pop(name))
        others = [array.ravel(), array[:0], array.astype("f8"), array.T, array.view("u1"), array[..., None]]
        if rng.random() < 0.8:
            tensors[name] = rng.choice(others)
        else:
            tensors[rng.choice(["", "window/x", "runs/9/layers/0/W", name + "0"])] = array
    else:
        places = list(_places(description))
        part, key = rng.choice(places)
        part[key] = rng.choice(_LIES)
        if rng.random() < 0.2 and isinstance(part, dict):
            del part[key]


def _places(part: Any) -> Iterable[tuple[Any, Any]]:
    keys = part.keys() if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in list(keys):
        yield part, key
        yield from _places(part[key])


def most_bytes(size: int) -> int:
    """What opening a file of this size may take: three times the file, and 50 MB."""
    return 3 * size + 50_000_000


def begin_peak() -> int:
    """Bytes that this process takes now; `peak` is counted from here on. 0 where the system does not tell."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def peak() -> int:
    """The most bytes that this process has taken since `begin_peak`."""
    return _status("VmHWM")


def _status(name: str) -> int:
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(name):
                return 1024 * int(line.split()[1])
    return 0


def is_what_it_was(content: bytes) -> bool:
    """Whether a file that was opened, and had no new checksum, holds what it held before it was damaged."""
    try:
        (old, old_tensors), (new, new_tensors) = unpacked(sample_bytes()), unpacked(content)
    except SessionError:
        return False
    return (
        old == new
        and set(old_tensors) == set(new_tensors)
        and all(np.array_equal(old_tensors[name], new_tensors[name], equal_nan=True) for name in old_tensors)
    )


def outcome(content: bytes, path: Path, may_be_another: bool = True) -> str:
    """What was wrong with opening it; "" for a refusal in a sentence, or another session that trains."""
    path.write_bytes(content)
    driver = Driver(load=lambda choice: small_data() if choice.source == "digits" else choice.load())
    before = driver.trainer.checkpoint().checksum
    before_bytes = begin_peak()
    # Whatever else this machine does.
    begun_s = process_time()
    driver.send(c.OpenSession(str(path)))
    took_s, took_bytes = process_time() - begun_s, peak() - before_bytes
    if took_s > LONGEST_S:
        return f"it took {took_s:.1f} s"
    if took_bytes > most_bytes(len(content)):
        return f"it took {took_bytes:,} bytes of memory"
    failures = driver.all(m.EngineFailed)
    refused = driver.all(m.SessionRefused)
    if refused and not failures:
        SessionError(refused[-1].code, **refused[-1].fields)
        is_as_before = driver.trainer.checkpoint().checksum == before
        return "" if refused[-1].code in SENTENCES and is_as_before else f"refused as {refused[-1]}"
    if not failures:
        if not may_be_another and not is_what_it_was(content):
            return "it was opened as another session"
        driver.send(c.Train(1))
        driver.rest()
        failures = driver.all(m.EngineFailed)
    return failures[-1].details if failures else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    wrong = 0
    longest_s = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.first, options.first + options.count):
            faulthandler.dump_traceback_later(GIVEN_UP_S, exit=True)
            begun_s = perf_counter()
            try:
                what = outcome(damaged(seed), Path(folder) / "a", has_new_checksum(seed))
            except Exception:
                what = traceback.format_exc()
            longest_s = max(longest_s, perf_counter() - begun_s)
            if what:
                wrong += 1
                print(json.dumps({"seed": seed}), what, flush=True)
    faulthandler.cancel_dump_traceback_later()
    print(f"{options.count} files, {wrong} of them wrong; the longest took {longest_s:.2f} s in all")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
