"""An empty picture of the last update says why it is empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from core.engine.snapshot import Snapshot
from gui.network.marks.edge_values import PICTURES
from gui.presenters.empty_picture import explain_empty_picture


class View:
    """Keeps the line under the title."""

    def __init__(self, edge_picture: str) -> None:
        self.edge_picture, self.line, self.kept = edge_picture, "before", "before"

    def show_walkthrough(self, said: str, without_keys: str | None = None) -> None:
        self.line, self.kept = said, said if without_keys is None else without_keys


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("rests", [True, False])
@pytest.mark.parametrize("newest", [True, False])
@pytest.mark.parametrize(("update", "known"), [(0, False), (1234, False), (1234, True)])
def test_only_at_rest_and_only_where_the_last_update_is_asked_for_and_not_known(
    snapshot_of: Callable[..., Snapshot], picture: str, rests: bool, newest: bool, update: int, known: bool
) -> None:
    view: Any = View(picture)
    snapshot = snapshot_of(update=update)
    if known:
        snapshot = replace(snapshot, mean_gradient=snapshot.parameters, change=snapshot.parameters)
    explain_empty_picture(cast(Any, view), snapshot, rests, newest)
    expected = kept = ""
    if picture in ("mean_gradient", "change") and rests and not known:
        # A key helps at the newest update alone: not in the past, in a film, or in a network that stands beside.
        expected = {
            (1234, True): "Not known of update 1,234: press . for the next.",
            (0, True): "No update was made yet: press . to make one.",
            (1234, False): "Not known of update 1,234.",
            (0, False): "Update 0: nothing has changed yet.",
        }[update, newest]
        # A picture that is kept has no keys.
        kept = {1234: "Not known of update 1,234.", 0: "Update 0: nothing has changed yet."}[update]
    assert (view.line, view.kept) == (expected, kept)
