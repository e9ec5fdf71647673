"""Names of files as a sentence, a title or a menu can show them: short, and on one line.

A file's name may have 255 letters and no space among them: no line could be broken in it, and whatever shows it would
push its neighbours aside.
"""

from __future__ import annotations

from pathlib import Path

from core.refusal import can_be_shown

LONGEST = 60
"""So many letters of a name are shown; of a longer one the beginning and the end."""

_END = 20


def short_name(path: str) -> str:
    """The name of the file at `path`."""
    return _shortened(Path(path).name)


def short_path(path: str) -> str:
    """The whole path, each part of it as `short_name` has it."""
    return str(Path(*map(_shortened, Path(path).parts)))


def _shortened(name: str) -> str:
    # A line break, or a byte that is no letter in any writing.
    printable = "".join(letter if can_be_shown(letter) else "\N{REPLACEMENT CHARACTER}" for letter in name)
    if len(printable) <= LONGEST:
        return printable
    return f"{printable[: LONGEST - 1 - _END]}…{printable[-_END:]}"
