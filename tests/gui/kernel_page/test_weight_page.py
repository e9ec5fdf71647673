"""The page of a weight: which kernel it is, and its collecting, as the user asks for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.analysis.weight_places import KernelWeight, is_there
from core.engine.snapshot import Snapshot
from core.nn.known_architectures import LENET_READS
from gui.kernel_page.collecting import collected_at, progress_of
from gui.kernel_page.weight_page import WeightPage
from gui.theme.tokens import Theme


@pytest.fixture
def page(qtbot: QtBot, lenet: Snapshot) -> Iterator[WeightPage]:
    page = WeightPage()
    qtbot.addWidget(page)
    page.resize(790, 350)
    page.set_theme(Theme())
    page.show_weight(lenet, KernelWeight(1, LENET_READS[2][0], 2, 3, 3), "gradient")
    page.show_collecting(None, False)
    page.show()
    yield page


def values(box: object) -> list[int]:
    return [box.itemData(place) for place in range(box.count())]  # type: ignore[attr-defined]


def test_only_kernels_that_there_are_can_be_chosen(page: WeightPage) -> None:
    assert values(page.layers) == [0, 1] and values(page.targets) == list(range(12))
    assert values(page.sources) == list(LENET_READS[2])
    assert [page.layers.itemText(place) for place in (0, 1)] == ["layer 1", "layer 2"]


def test_another_map_that_does_not_read_this_one_takes_the_nearest(
    page: WeightPage, qtbot: QtBot, lenet: Snapshot
) -> None:
    for to_map in range(12):
        page.targets.show_value(to_map)
        with qtbot.waitSignal(page.weight_wanted) as wanted:
            page.targets.chosen.emit(to_map)
        (weight,) = wanted.args
        assert weight.to_map == to_map and is_there(lenet.connections, weight)
        assert (weight.row, weight.column) == (3, 3)


def test_another_layer_begins_with_its_first_kernel(page: WeightPage, qtbot: QtBot, cnn: Snapshot) -> None:
    page.layers.show_value(0)
    with qtbot.waitSignal(page.weight_wanted) as wanted:
        page.layers.chosen.emit(0)
    assert wanted.args == [KernelWeight(0, 0, 0, 3, 3)]
    # With one map that is read there is nothing to choose.
    page.show_weight(cnn, KernelWeight(0, 0, 5, 1, 1), "gradient")
    assert page.sources.isHidden() and not page.targets.isHidden()


def test_collect_plays_and_pauses_by_click_and_key(page: WeightPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.playing_wanted) as wanted:
        page.collect.click()
    assert wanted.args == [True]
    page.show_collecting(0.3, True)
    assert page.collect.text() == "Pause"
    with qtbot.waitSignal(page.playing_wanted) as wanted:
        qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    assert wanted.args == [False]


def test_steps_lead_from_weight_to_weight(page: WeightPage, qtbot: QtBot) -> None:
    def stepped(button: object) -> object:
        with qtbot.waitSignal(page.collecting_wanted) as wanted:
            button.click()  # type: ignore[attr-defined]
        (progress,) = wanted.args
        page.show_collecting(progress, False)
        return progress

    at = [collected_at(stepped(page.next), 25).weight for _ in range(3)]  # type: ignore[arg-type]
    assert at == [0, 1, 2]
    assert collected_at(stepped(page.previous), 25).weight == 1  # type: ignore[arg-type]
    # In the midst of a weight the next step ends it.
    page.show_collecting(5.4 / 25, True)
    assert stepped(page.next) == progress_of(5, 25)
    page.show_collecting(progress_of(0, 25), False)
    assert stepped(page.previous) is None and stepped(page.previous) is None


def test_the_head_names_the_weight_and_the_update(page: WeightPage) -> None:
    assert page.accessibleName().startswith("Layer 2: kernel from map") and page.weight is not None
    assert page.accessibleDescription().startswith("after update 3")
    page.show_collecting(progress_of(11, 25), False)
    assert "weight 12 of 25" in page.accessibleDescription() and "(3, 2)" in page.accessibleName()


def test_without_a_gradient_there_is_nothing_to_collect(page: WeightPage, unlabelled: Snapshot) -> None:
    page.show_weight(unlabelled, KernelWeight(0, 0, 5, 1, 1), "weight")
    assert not any(button.isEnabled() for button in (page.collect, page.previous, page.next))


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_what_chooses_the_kernel_is_whole_at_any_size_of_type(
    page: WeightPage, qtbot: QtBot, scale: float
) -> None:
    page.setFixedSize(940, 330)
    page.set_theme(Theme("dark", scale))

    def are_whole() -> bool:
        boxes = page.layers, page.sources, page.targets
        fits = [box.fontMetrics().horizontalAdvance(box.currentText()) < box.width() for box in boxes]
        collect = page.collect
        return all(fits) and collect.width() >= collect.sizeHint().width() and page.canvas.height() > 150

    # Now all of it is laid out.
    page.grab()
    qtbot.waitUntil(are_whole)
