"""B's picture: the snapshot that belongs to A's, with the marks of its own neurons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from core.data.dataset_spec import DatasetSpec
from core.engine.messages import BesideShown
from core.engine.snapshot import Snapshot
from gui.network.painting.preparation import Preparation
from gui.side.other_picture import OtherPicture


class View:
    """Stands for B's picture: writes down what it is to show."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []
        self.preparation = Preparation(lambda: None)
        self.keeps_old = False
        self.card: Snapshot | None = None

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        self._show("show_displayed_snapshot", snapshot)

    def show_permuted(self, snapshot: Snapshot) -> None:
        self._show("show_permuted", snapshot)

    def _show(self, name: str, snapshot: Snapshot) -> None:
        self.calls.append((name, snapshot))
        self.preparation.once_released(lambda: setattr(self, "card", snapshot))

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *values: self.calls.append((name, values[0] if values else None))

    def named(self, name: str) -> list[Any]:
        return [value for called, value in self.calls if called == name]


@pytest.fixture
def view() -> Any:
    return View()


def statistics(update: int) -> NeuronStatistics:
    flat = np.zeros(8), np.zeros(6)
    return NeuronStatistics(1, update, 10, ("relu", "relu"), flat, (np.zeros((10, 8)), np.zeros((10, 6))))


def shown(snapshot: Snapshot, **more: Any) -> BesideShown:
    update = snapshot.update
    return BesideShown(snapshot.run, update, update, snapshot, beside_update=update, **more)


def test_numbers_and_weights_are_those_of_as_moments(make_network: Any, view: Any) -> None:
    picture = OtherPicture()
    a = make_network(update=20)
    assert picture.weights_drawn is None
    view.weights_drawn = a
    assert not picture.bring_up(view, a, None, None, True)
    # Its picture says which are on screen, whatever it was given.
    assert picture.weights_drawn is a
    first, second = make_network(run=1, update=10), make_network(run=1, update=20)
    for snapshot in (first, second):
        picture.add(shown(snapshot))
    assert picture.bring_up(view, a, 20, 10, False)
    assert picture.shown is second and picture.weights is first
    assert view.named("show_displayed_snapshot") == [second] and view.named("show_weights") == [first]
    # While it is trained the edges are drawn piece by piece; nothing is shown twice.
    assert not view.named("settle") and not picture.bring_up(view, a, 20, 10, False)
    assert picture.bring_up(view, a, None, None, True) and view.named("settle")


def test_as_picture_that_stands_for_long_keeps_its_partner_and_the_lines_name_one_update(
    make_network: Any, view: Any
) -> None:
    """An example is shown for two seconds, in which dozens of newer snapshots come."""
    picture, a = OtherPicture(), make_network(update=10)
    picture.add(shown(make_network(run=1, update=10)))
    assert picture.bring_up(view, a, 10, 10, False)
    for update in range(11, 60):
        picture.add(shown(make_network(run=1, update=update)))
        picture.bring_up(view, a, 10, update, False)
        assert picture.shown is not None and picture.weights is not None
        assert (picture.shown.update, picture.weights.update) == (10, update)
    # Another network that is B has nothing to do with it.
    picture.clear()
    picture.add(shown(make_network(run=2, update=3)))
    assert picture.bring_up(view, a, 10, 59, False) and picture.shown.run == 2


def test_the_marks_come_with_the_numbers_and_change_with_their_update_or_order(
    make_network: Any, view: Any
) -> None:
    picture, snapshot = OtherPicture(), make_network(run=1)
    picture.add(shown(snapshot))
    picture.bring_up(view, snapshot, None, None, True)
    assert picture.statistics is None and not view.named("show_neuron_statistics")
    for known, order_of in ((statistics(5), (0, 0)), (statistics(5), (0, 0)), (statistics(5), (0, 1))):
        picture.add(shown(replace(snapshot), statistics=known, order_of=order_of))
        picture.bring_up(view, snapshot, None, None, True)
    assert len(view.named("show_neuron_statistics")) == 2
    # Another network has none of them.
    picture.add(shown(make_network(run=2)))
    picture.bring_up(view, snapshot, None, None, True)
    assert picture.statistics is None and view.named("show_neuron_statistics")[-1] is None


def test_another_order_is_shown_as_one_and_another_run_as_another(make_network: Any, view: Any) -> None:
    picture, a = OtherPicture(), make_network()
    renewed: list[bool] = []
    picture.renewed.connect(lambda: renewed.append(True))
    for run, order_of in ((1, (0, 0)), (1, (0, 1)), (2, (0, 1))):
        picture.add(shown(make_network(run=run), order_of=order_of))
        picture.bring_up(view, a, None, None, True)
    kinds = [name for name, _ in view.calls if name in ("show_displayed_snapshot", "show_permuted")]
    assert kinds == ["show_displayed_snapshot", "show_permuted", "show_displayed_snapshot"]
    assert len(renewed) == 2


@pytest.mark.parametrize("order_of", [(0, 0), (0, 1)])
def test_the_card_waits_for_the_picture_of_the_same_run(
    make_network: Any, view: Any, order_of: tuple[int, int]
) -> None:
    picture, a = OtherPicture(), make_network()
    first, third = make_network(run=1), make_network(run=2)
    second = replace(first)
    picture.add(shown(first, order_of=(0, 0)))
    picture.bring_up(view, a, None, None, True)
    assert view.card is first and not picture.release(view)
    view.keeps_old = True
    picture.add(shown(second, order_of=order_of))
    picture.bring_up(view, a, None, None, True)
    assert not picture.release(view) and view.card is first
    view.keeps_old = False
    assert picture.release(view) and view.card is second and not picture.release(view)
    # Another run's network is on screen at once.
    picture.add(shown(third))
    picture.bring_up(view, a, None, None, True)
    assert view.card is third


def test_an_example_of_its_own_data_is_said_to_be_one(make_network: Any, view: Any) -> None:
    picture, b = OtherPicture(), make_network(run=1, digit=1)
    picture.add(shown(b))
    picture.bring_up(view, make_network(digit=2), None, None, True)
    assert not view.named("show_title")
    picture.add(shown(replace(b, data=replace(b.data, choice=DatasetSpec(count=70)))))
    picture.bring_up(view, make_network(digit=2), None, None, True)
    assert view.named("show_title")
