"""The kinds of files for moving pictures."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.export.moving_kinds import name_kinds, offer_kinds
from gui.widgets.choice_box import ChoiceBox


def test_what_was_chosen_stays_chosen_while_it_is_there(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    offer_kinds(box, True)
    assert [box.itemData(i) for i in range(3)] == [("gif",), ("webp",), ("mp4",)]
    for chosen, has_video, then in ((1, True, 1), (1, False, 1), (2, False, 0)):
        offer_kinds(box, True)
        box.setCurrentIndex(chosen)
        offer_kinds(box, has_video)
        assert box.currentIndex() == then and box.count() == 2 + has_video


def test_each_is_named_with_what_it_is_good_for(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    offer_kinds(box, True)
    name_kinds(box)
    assert [box.itemText(i).partition(":")[0] for i in range(3)] == ["GIF", "WebP", "MP4"]
