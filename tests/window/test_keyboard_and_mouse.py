"""The whole app, driven as a person drives it: by keys and mouse, and judged by what is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import App

pytestmark = pytest.mark.window


def test_it_opens_rests_and_quits(app: App) -> None:
    assert app.count_changes(None, 0.5) == 0
    assert app.quit() == (0, "")
