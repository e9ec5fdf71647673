"""A training's whole state in one object: going on from it gives the same bits as never having stopped."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.analysis.trace import Array

_MAGIC = b"BLCHECK1"
_LENGTH = struct.Struct("<I")
_DIGEST = hashlib.sha256().digest_size


class CheckpointError(ValueError):
    """A checkpoint is damaged, or of another training; the message is one sentence."""


@dataclass
class Checkpoint:
    """What a `Trainer` needs to go on with the same bits (on the same machine, numpy and thread count).

    Attributes
    ----------
    step_count : int
        Updates made.
    epoch, position : int
        Passes finished, and examples of this one already used; the order is a function of seed and epoch.
    parameters : (parameter_count,) array
    optimizer : str
        Whose `vectors` (its state, laid out as the parameters) and `updates` (how many it has seen) these are.
    generator : dict
        State of dropout's generator.
    changes : int
        How often parameters were changed by hand: no update leads over such a change.
    """

    step_count: int
    epoch: int
    position: int
    parameters: Array
    optimizer: str
    updates: int
    vectors: tuple[Array, ...]
    generator: dict[str, Any]
    changes: int = 0

    @property
    def checksum(self) -> str:
        """SHA-256 of all of it, as hexadecimal digits: two checkpoints with the same one are the same bits."""
        return hashlib.sha256(self._body()).hexdigest()

    def pack(self) -> bytes:
        """As bytes, with the checksum in front; for `unpack`, in this process or another."""
        body = self._body()
        return _MAGIC + hashlib.sha256(body).digest() + body

    @classmethod
    def unpack(cls, content: bytes) -> Checkpoint:
        """What `pack` wrote.

        Raises
        ------
        CheckpointError
            When a single byte is not as it was written.
        """
        start = len(_MAGIC) + _DIGEST
        body = content[start:]
        if content[:start] != _MAGIC + hashlib.sha256(body).digest():
            raise CheckpointError("The checkpoint is damaged: take another one.")
        (length,) = _LENGTH.unpack_from(body)
        head = json.loads(body[_LENGTH.size : _LENGTH.size + length])
        dtype, count = np.dtype(head.pop("dtype")), head.pop("count")
        numbers = np.frombuffer(body, dtype, offset=_LENGTH.size + length).reshape(-1, count)
        return cls.of(head, [row.copy() for row in numbers])

    @property
    def values(self) -> dict[str, Any]:
        """All but the arrays, as JSON holds it."""
        return {
            "step_count": self.step_count,
            "epoch": self.epoch,
            "position": self.position,
            "optimizer": self.optimizer,
            "updates": self.updates,
            "generator": self.generator,
            "changes": self.changes,
        }

    @property
    def arrays(self) -> tuple[Array, ...]:
        """The parameters, and after them the optimizer's vectors."""
        return self.parameters, *self.vectors

    @classmethod
    def of(cls, values: dict[str, Any], arrays: Sequence[Array]) -> Checkpoint:
        """One of its `values` and its `arrays`, which it keeps."""
        parameters, *vectors = arrays
        return cls(parameters=parameters, vectors=tuple(vectors), **values)

    def _body(self) -> bytes:
        head = {**self.values, "dtype": self.parameters.dtype.str, "count": int(self.parameters.size)}
        text = json.dumps(head, sort_keys=True).encode()
        return _LENGTH.pack(len(text)) + text + b"".join(array.tobytes() for array in self.arrays)
