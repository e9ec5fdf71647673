"""The kinds of files for moving pictures."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.export.moving_kinds import name_kinds, offer_kinds
from gui.widgets.choice_box import ChoiceBox


def test_each_is_named_with_what_it_is_good_for(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    offer_kinds(box)
    name_kinds(box)
    assert [box.itemData(i) for i in range(box.count())] == [("gif",), ("webp",), ("mp4",)]
    assert [box.itemText(i).partition(":")[0] for i in range(3)] == ["GIF", "WebP", "MP4"]
