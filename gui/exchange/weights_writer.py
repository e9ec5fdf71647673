"""Writes the weights of a snapshot into a file of the kind that its name ends in."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from core.exchange.examples_note import ExamplesNote, examples_note
from core.exchange.weights_file import UPDATE_KEY, npz_bytes, safetensors_bytes
from gui.export.file_writer import problem_with_path, save_bytes

SAFETENSORS, NPZ = ".safetensors", ".npz"


def is_known(path: str) -> bool:
    """Whether its name says what is in it."""
    return path.lower().endswith((SAFETENSORS, NPZ))


def is_npz(path: str) -> bool:
    """Whether the file is for NumPy; every other is safetensors."""
    return path.lower().endswith(NPZ)


def weights_bytes(snapshot: Snapshot, path: str) -> bytes:
    """What such a file holds, and the update that it is of."""
    if is_npz(path):
        return npz_bytes(snapshot.topology, snapshot.parameters, note_of(snapshot), snapshot.update)
    notes = {"software": "Backlight", UPDATE_KEY: f"{snapshot.update}"} | note_of(snapshot).metadata()
    return safetensors_bytes(snapshot.topology, snapshot.parameters, notes)


def note_of(snapshot: Snapshot) -> ExamplesNote:
    """What must go into the network, and what comes out of it."""
    data = snapshot.data
    return examples_note(data.choice, data.picture, data.class_names, data.input_names, data.scale)


def save_weights(snapshot: Snapshot, path: str) -> str:
    """Save them there before anything else is done; a sentence about what is wrong, or ""."""
    return problem_with_path(path) or save_bytes(weights_bytes(snapshot, path), path)
