"""Files that somebody has made to do harm: each is refused as what it is."""

from __future__ import annotations

import copy
import json
import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from core.session.container import packed, unpacked
from tests.core.session.sample_sessions import sample_bytes

HUGE = 10**12


def framed(header: bytes, body: bytes = b"") -> bytes:
    return struct.pack("<Q", len(header)) + header + body


def _split() -> tuple[dict[str, Any], bytes]:
    content = sample_bytes()
    (length,) = struct.unpack_from("<Q", content)
    return json.loads(content[8 : 8 + length]), content[8 + length :]


def _with_header(change: Callable[[dict[str, Any]], None]) -> bytes:
    """Another header over the same bytes; the checksum is as it was."""
    header, body = _split()
    change(header)
    return framed(json.dumps(header).encode(), body)


def _signed(change: Callable[[dict[str, Any], dict[str, Any]], None]) -> bytes:
    """Other parts, with a checksum that is right."""
    description, tensors = unpacked(sample_bytes())
    description, tensors = copy.deepcopy(description), dict(tensors)
    change(description, tensors)
    return packed(description, tensors)


def _state(description: dict[str, Any]) -> dict[str, Any]:
    state: dict[str, Any] = description["runs"][0]["state"]
    return state


def _huge_shape(header: dict[str, Any]) -> None:
    header["runs/0/layers/0/W"]["shape"] = [HUGE, HUGE]


def _other_dtype(header: dict[str, Any]) -> None:
    header["runs/0/losses"]["dtype"] = "BF16"


def _twice() -> bytes:
    header, body = _split()
    text = json.dumps(header)
    entry = json.dumps(header["runs/0/layers/0/W"])
    return framed(f'{{"runs/0/layers/0/W": {entry}, {text[1:]}'.encode(), body)


def _set(*way: Any) -> Callable[[dict[str, Any], dict[str, Any]], None]:
    """Put the last of these where the others lead to."""

    def change(description: dict[str, Any], _: dict[str, Any]) -> None:
        part: Any = description
        *keys, last, value = way
        for key in keys:
            part = part[key]
        part[last] = value

    return change


def _state_set(*way: Any) -> Callable[[dict[str, Any], dict[str, Any]], None]:
    return _set("runs", 0, "state", *way)


def _not_a_number(_: dict[str, Any], tensors: dict[str, Any]) -> None:
    tensors["runs/0/layers/0/b"] = np.full(5, np.nan, np.float32)


def _journal(update: int) -> Callable[[dict[str, Any], dict[str, Any]], None]:
    def change(description: dict[str, Any], _: dict[str, Any]) -> None:
        _state(description)["journal"][-1]["update"] = update

    return change


def _wide(description: dict[str, Any], _: dict[str, Any]) -> None:
    _state(description)["origin"]["architecture"]["layers"][0]["Dense"]["units"] = HUGE


def _deep(description: dict[str, Any], _: dict[str, Any]) -> None:
    inner: Any = {}
    for _ in range(900):
        inner = {"bit_generator": inner}
    _state(description)["checkpoint"]["generator"] = inner


def _no_lives(description: dict[str, Any], tensors: dict[str, Any]) -> None:
    """Arrays of no examples, in place of what is known of fifty."""
    run = description["runs"][0]
    for name in ("counts", "now", "losses", "updates"):
        key = run["arrays"][run["state"]["life"][name]]
        tensors[key] = tensors[key][..., :0]


def _elsewhere(description: dict[str, Any], tensors: dict[str, Any]) -> None:
    """A path that leads where no examples are, in place of examples in the file."""
    for entry in (
        description["data"][0]["data"]["choice"],
        description["runs"][1]["state"]["origin"]["choice"],
    ):
        entry["path"] = "../../../../dev/zero"
    description["data"][0]["is_there"] = False


def _outside(description: dict[str, Any], tensors: dict[str, Any]) -> None:
    tensors["window/../../evil"] = tensors.pop("window/curve")
    description["window"]["arrays"] = []


MADE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "zeros": lambda: bytes(5000),
    "a pickle": lambda: b"\x80\x04\x95\x0f\x00\x00\x00\x00\x00\x00\x00\x8c\x02os\x94\x8c\x04exit\x94\x93)R.",
    "a header longer than the file": lambda: struct.pack("<Q", 15_000_000) + b'{"__metadata__"',
    "a header of all memory": lambda: struct.pack("<Q", 2**64 - 1) + b"{}",
    "a bomb of brackets": lambda: framed(b'{"a":' + b"[" * 3_000_000 + b"]" * 3_000_000 + b"}"),
    "a bomb of values": lambda: framed(b'{"a":[' + b"{}," * 4_000_000 + b"{}]}"),
    "a huge shape": lambda: _with_header(_huge_shape),
    "another dtype": lambda: _with_header(_other_dtype),
    "a name twice": _twice,
    "a name missing": lambda: _with_header(lambda header: header.pop("runs/0/layers/0/W")),
    "more behind the end": lambda: sample_bytes() + bytes(16),
    "no checksum": lambda: _with_header(lambda header: header["__metadata__"].update(backlight="{}")),
    "not a number": lambda: _signed(_not_a_number),
    "a journal of 10^12 updates": lambda: _signed(_journal(HUGE)),
    "a journal before the beginning": lambda: _signed(_journal(-1)),
    "a divergence in 10^12 updates": lambda: _signed(_state_set("diverged", [HUGE, "loss"])),
    "a layer of 10^12 neurons": lambda: _signed(_wide),
    "10^12 inputs": lambda: _signed(_set("runs", 0, "inputs", HUGE)),
    "no generator": lambda: _signed(_state_set("checkpoint", "generator", {"bit_generator": "os"})),
    "a generator of 10^4000": lambda: _signed(
        _state_set("checkpoint", "generator", "state", {"state": 10**4000, "inc": -1})
    ),
    "a description deeper than Python": lambda: _signed(_deep),
    "lives of 10^12 epochs": lambda: _signed(_state_set("life", "epoch", HUGE)),
    "lives up to update 10^12": lambda: _signed(_state_set("life", "update", HUGE)),
    "lives from epoch 0 in epoch 10^12": lambda: _signed(_state_set("checkpoint", "epoch", HUGE)),
    "bits of every 10^12th epoch": lambda: _signed(_state_set("life", "bits", "spacing", HUGE)),
    "lives without presentations": lambda: _signed(_no_lives),
    "10^12 examples": lambda: _signed(_state_set("origin", "choice", {"source": "plane", "count": HUGE})),
    "examples that lie elsewhere": lambda: _signed(_elsewhere),
    "an array with a path for a name": lambda: _signed(_outside),
    "a batch of 10^12": lambda: _signed(_state_set("config", "batch_size", HUGE)),
    "a warm-up of 10^400 updates": lambda: _signed(_state_set("config", "warm_up", 10**400)),
    "a version that is none yet": lambda: _signed(_set("version", 99)),
    "a run that comes from itself": lambda: _signed(_state_set("parent", 0)),
    "a run that comes from a later one": lambda: _signed(_state_set("parent", 3)),
    "a run that is not there on screen": lambda: _signed(_set("shown", 12)),
}
