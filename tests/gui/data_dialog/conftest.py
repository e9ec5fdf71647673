"""The dialog, opened at the digits, for every test of its pages."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.data_dialog.opened_dialog import OpenedDialog


@pytest.fixture
def fix(qtbot: QtBot) -> OpenedDialog:
    return OpenedDialog(qtbot)
