"""Damages a session's file in every way that a seed can think of, and looks at what opening it does.

    python -m tests.hostile.damage --count 100000

Half of them have a checksum that is right: then a file may also be another session, which can be gone on with.
Whatever else happens is printed with its seed, and ends it with 1.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import traceback
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from typing import Any

from core.engine import commands as c
from core.engine import messages as m
from core.session.container import packed, unpacked
from core.session.errors import SENTENCES, SessionError
from tests.core.engine.driver import Driver
from tests.core.session.sample_sessions import sample_bytes

LONGEST_S = 1.0
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


def damaged(seed: int) -> bytes:
    """The file, damaged in one way."""
    rng = random.Random(seed)
    if seed % 2:
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
    if rng.random() < 0.25:
        name = rng.choice(sorted(tensors))
        array = tensors.pop(name)
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
    return packed(description, tensors)


def _places(part: Any) -> Iterable[tuple[Any, Any]]:
    keys = part.keys() if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in list(keys):
        yield part, key
        yield from _places(part[key])


def outcome(content: bytes, path: Path) -> str:
    """What was wrong with opening it; "" for a refusal in a sentence, or another session that trains."""
    path.write_bytes(content)
    driver = Driver()
    before = driver.trainer.checkpoint().checksum
    begun_s = perf_counter()
    driver.send(c.OpenSession(str(path)))
    took_s = perf_counter() - begun_s
    if took_s > LONGEST_S:
        return f"it took {took_s:.1f} s"
    failures = driver.all(m.EngineFailed)
    refused = driver.all(m.SessionRefused)
    if refused and not failures:
        SessionError(refused[-1].code, **refused[-1].fields)
        is_as_before = driver.trainer.checkpoint().checksum == before
        return "" if refused[-1].code in SENTENCES and is_as_before else f"refused as {refused[-1]}"
    if not failures:
        driver.send(c.Train(1))
        driver.rest()
        failures = driver.all(m.EngineFailed)
    return failures[-1].details if failures else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.first, options.first + options.count):
            try:
                what = outcome(damaged(seed), Path(folder) / "a")
            except Exception:
                what = traceback.format_exc()
            if what:
                bad += 1
                print(json.dumps({"seed": seed}), what, flush=True)
    print(f"{options.count} files, {bad} of them wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
