"""What is known of a kind of mark: the columns of the catalog."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MarkKind:
    """One kind of mark.

    Attributes
    ----------
    key : str
        Its name in the code.
    name, shows : str
        What it is called and what it shows, in the language in force.
    array : str
        Where the number comes from, as the code calls it; `s` is a `core.engine.snapshot.Snapshot`, and `source`,
        `target` and `parameter` are a connection's, as `s.connections` have them.
    made_in : str
        The file that makes the mark.
    """

    key: str
    name: str
    shows: str
    array: str
    made_in: str
