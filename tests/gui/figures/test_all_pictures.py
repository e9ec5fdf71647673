"""Every picture and table of the window can be kept, or stands here with the reason why not."""

from __future__ import annotations

import importlib
from pathlib import Path

import gui
from gui.widgets.painted import Painted

# What shows no numbers of a run, or whose numbers are those of what stands beside it.
NOT_KEPT = {
    "ColourBar": "the legend of a plot, painted in the plot's own figure where it belongs to one",
    "DataPreview": "in the dialog that chooses data: what is chosen is saved as data, and by its ledger",
    "DigitCanvas": "a drawing: it is kept in the own test set, and its input with the network's picture",
    "InkPreview": "the same drawing as the network reads it",
}


def pictures() -> set[type[Painted]]:
    """All kinds of them, whoever makes them."""
    root = Path(gui.__file__).parent
    for path in root.rglob("*.py"):
        if "(Painted)" in path.read_text(encoding="utf-8"):
            importlib.import_module(".".join(path.relative_to(root.parent).with_suffix("").parts))
    found, waiting = set[type[Painted]](), list(Painted.__subclasses__())
    while waiting:
        kind = waiting.pop()
        if kind.__module__.startswith("gui."):
            found.add(kind)
            waiting += kind.__subclasses__()
    return found


def test_every_picture_can_be_kept_or_is_named_here() -> None:
    kinds = pictures()
    assert len(kinds) > 20
    without = {kind.__name__ for kind in kinds if kind.figure is Painted.figure}
    assert without == set(NOT_KEPT)
