"""What a step walkthrough asks for, and when: the gradient once, the update just before its change is shown."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.engine.commands import ApplyUpdate, ComputeGradient
from core.engine.messages import GradientComputed, UpdateApplied
from core.nn.known_architectures import known_architecture
from gui.network.animation.timeline import Timeline
from gui.presenters.walkthrough_player import WalkthroughPlayer, lasting_s
from tests.core.small_snapshots import snapshot_of as snapshot_of_network


class Quiet:
    """A view and an engine that write down what they are asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def send(self, command: Any) -> None:
        self.asked.append(command)

    def __getattr__(self, name: str) -> Any:
        return lambda *values: self.asked.append(name)


@pytest.fixture
def quiet() -> Quiet:
    return Quiet()


@pytest.fixture
def player(qapp: Any, quiet: Any) -> WalkthroughPlayer:
    return WalkthroughPlayer(quiet, quiet)


@pytest.fixture
def opened(snapshot_of: Any) -> GradientComputed:
    snapshot = snapshot_of(update=4)
    return GradientComputed(snapshot, 32, 0.5, np.zeros_like(snapshot.parameters))


def test_a_gradient_is_asked_for_once_until_it_is_there(player: WalkthroughPlayer, quiet: Quiet) -> None:
    player.request()
    player.request()
    assert quiet.asked == [ComputeGradient()]
    player.forget_request()
    player.request()
    assert quiet.asked == [ComputeGradient()] * 2


def held(player: WalkthroughPlayer) -> tuple[str, int]:
    """The phase at which it stands still; time passes until it does."""
    assert player._timeline is not None
    for _ in range(1000):
        if not player.move(0.05, running=False):
            break
    phase = player._timeline.phase_at(player.elapsed_s)
    assert player.is_frozen and player._timeline.state_at(player.elapsed_s).progress > 0.999
    return phase.name, phase.gap


def applied_of(snapshot: Any) -> UpdateApplied:
    return UpdateApplied(snapshot, np.zeros_like(snapshot.parameters), 0.4)


def test_the_update_is_asked_for_when_its_change_is_due_and_time_waits_for_it(
    player: WalkthroughPlayer, quiet: Quiet, opened: GradientComputed, snapshot_of: Any
) -> None:
    timeline = player.open(opened)
    change_at_s = timeline.change_at_s
    assert change_at_s is not None
    player.move(0.1, running=True)
    assert player.elapsed_s > 0 and ApplyUpdate() not in quiet.asked
    for _ in range(2):
        player.move(60.0, running=True)
        assert player.elapsed_s < change_at_s
    assert quiet.asked.count(ApplyUpdate()) == 1
    player.applied = applied_of(snapshot_of(update=5))
    player.move(0.1, running=True)
    assert player.elapsed_s > change_at_s


def test_each_sentence_stands_long_enough_to_be_read(
    player: WalkthroughPlayer, opened: GradientComputed, snapshot_of: Any
) -> None:
    timeline = player.open(opened)
    player.applied = applied_of(snapshot_of(update=5))
    seconds: dict[tuple[str, int], float] = {}
    while player.elapsed_s < timeline.duration_s:
        phase = timeline.phase_at(player.elapsed_s)
        seconds[phase.name, phase.gap] = seconds.get((phase.name, phase.gap), 0.0) + 0.01
        player.move(0.01, running=True)
    # 2 layers there and back, softmax, C, mean, change, the new weights.
    assert len(seconds) == 9
    assert min(seconds.values()) == pytest.approx(2.0, abs=0.05) == max(seconds.values())


def test_the_layers_of_a_deep_network_share_their_time() -> None:
    timeline = Timeline.walkthrough(100, has_gradient=True)
    seconds = [(phase.name, lasting_s(timeline, phase)) for phase in timeline.phases]
    assert sum(s for name, s in seconds if name in ("forward", "backward")) == pytest.approx(40.0)
    assert all(s == 2.0 for name, s in seconds if name not in ("forward", "backward"))


def test_another_pace_is_that_of_the_phase_under_way_too(
    player: WalkthroughPlayer, opened: GradientComputed
) -> None:
    timeline = player.open(opened)
    first = timeline.phases[0]
    player.move(0.5, running=True)
    # A quarter of the phase's 2 s has passed. Of 0.5 s the other three take 0.375 s.
    assert player.elapsed_s == pytest.approx(first.duration_s / 4)
    player.set_phase_seconds(0.5)
    player.move(0.375, running=True)
    assert player.elapsed_s == pytest.approx(first.end_s)
    assert [lasting_s(timeline, phase, 0.5) for phase in timeline.phases] == [0.5] * 9


def test_it_stops_anywhere_and_goes_on(player: WalkthroughPlayer, opened: GradientComputed) -> None:
    player.start()
    player.open(opened)
    player.move(1.0, running=False)
    player.toggle()
    before_s = player.elapsed_s
    assert not player.move(5.0, running=False) and player.elapsed_s == before_s and not player.is_playing
    player.toggle()
    assert player.move(1.0, running=False) and player.elapsed_s > before_s and player.is_playing


def test_frozen_before_its_gradient_is_there_it_stands_at_its_beginning(
    player: WalkthroughPlayer, opened: GradientComputed
) -> None:
    player.start()
    player.toggle()
    player.open(opened)
    assert not player.move(5.0, running=False) and player.elapsed_s == 0


def test_it_goes_phase_by_phase_each_held_at_its_end(
    player: WalkthroughPlayer, quiet: Quiet, opened: GradientComputed, snapshot_of: Any
) -> None:
    player.next_phase()
    assert quiet.asked == [ComputeGradient()]
    player.forget_request()
    timeline = player.open(opened)
    seen = [held(player)]
    while seen[-1] != ("mean", 0):
        player.next_phase()
        seen.append(held(player))
    assert seen == [(phase.name, phase.gap) for phase in timeline.phases[:-2]]
    assert ApplyUpdate() not in quiet.asked
    player.next_phase()
    player.move(0.1, running=False)
    assert quiet.asked.count(ApplyUpdate()) == 1
    player.applied = applied_of(snapshot_of(update=5))
    assert held(player) == ("change", 0)
    player.next_phase()
    assert held(player) == ("rest", 0)
    player.next_phase()
    assert player.elapsed_s == timeline.duration_s


def test_back_it_goes_to_the_phase_before_but_not_to_weights_that_are_gone(
    player: WalkthroughPlayer, opened: GradientComputed, snapshot_of: Any
) -> None:
    player.previous_phase()
    player.next_phase()
    player.open(opened)
    player.previous_phase()
    assert held(player) == ("forward", 0)
    for _ in range(2):
        player.next_phase()
    assert held(player) == ("softmax", 0)
    player.previous_phase()
    assert held(player) == ("forward", 1)
    while held(player) != ("mean", 0):
        player.next_phase()
    player.previous_phase()
    assert held(player) == ("backward", 0)
    for _ in range(2):
        player.next_phase()
    player.move(0.1, running=False)
    player.applied = applied_of(snapshot_of(update=5))
    assert held(player) == ("change", 0)
    for _ in range(2):
        player.previous_phase()
        assert held(player) == ("change", 0)


def test_where_no_phase_comes_before_that_is_said_and_what_is_held_stands_still(
    player: WalkthroughPlayer, opened: GradientComputed, snapshot_of: Any
) -> None:
    told: list[str] = []
    player.no_phase_before.connect(lambda: told.append(player.first_phase))
    player.next_phase()
    timeline = player.open(opened)
    # It plays on to the end of the first phase, from where it is.
    player.move(0.5, running=False)
    at_s = player.elapsed_s
    player.previous_phase()
    assert told == ["forward"] and player.elapsed_s == at_s > 0
    held(player)
    at_s = player.elapsed_s
    player.previous_phase()
    assert told == ["forward"] * 2 and player.elapsed_s == at_s and player.is_frozen
    player.next_phase()
    assert player.first_phase == ""
    player.previous_phase()
    assert held(player) == ("forward", 0) and told == ["forward"] * 2
    # From the change on there is no way back to the old weights.
    while held(player) != ("mean", 0):
        player.next_phase()
    player.next_phase()
    player.move(0.1, running=False)
    player.applied = applied_of(snapshot_of(update=5))
    assert held(player) == ("change", 0)
    player.previous_phase()
    assert told[2:] == ["change"] and player.elapsed_s < timeline.duration_s and player.is_frozen
    player.close()
    assert player.first_phase == ""


def test_back_without_a_walkthrough_is_answered_once_nothing_is_under_way(
    player: WalkthroughPlayer, opened: GradientComputed
) -> None:
    answers: list[bool] = []
    player.nothing_before.connect(lambda: answers.append(True))
    player.open(opened)
    player.previous_phase()
    assert not answers
    player.close()
    player.previous_phase()
    assert answers == [True]
    # Its first half has been asked for, and is not here yet.
    player.start()
    player.previous_phase()
    assert answers == [True]


def test_whoever_closes_it_gets_what_was_applied(
    player: WalkthroughPlayer, opened: GradientComputed, snapshot_of: Any
) -> None:
    player.open(opened)
    player.is_wanted = True
    player.toggle()
    assert player.close() is None
    assert player.walkthrough is None and not player.is_wanted and not player.is_frozen
    player.open(opened)
    after = snapshot_of(update=5)
    player.applied = UpdateApplied(after, np.zeros_like(after.parameters), 0.4)
    applied = player.close()
    assert applied is not None and applied.snapshot is after


def test_an_update_that_is_made_without_it_overtakes_it(
    player: WalkthroughPlayer, opened: GradientComputed, snapshot_of: Any
) -> None:
    player.open(opened)
    assert not player.is_overtaken_by(snapshot_of(update=4))
    assert player.is_overtaken_by(snapshot_of(update=5))
    # Once it is asked for, the next update is its own, whichever message comes first.
    player.move(1000.0, running=True)
    assert not player.is_overtaken_by(snapshot_of(update=5))
    assert player.is_overtaken_by(snapshot_of(update=6))
    after = snapshot_of(update=5)
    player.applied = UpdateApplied(after, np.zeros_like(after.parameters), 0.4)
    assert not player.is_overtaken_by(snapshot_of(update=6))


@pytest.fixture
def opened_cnn() -> GradientComputed:
    network = known_architecture("small_cnn", (16, 16), seed=2).network((256,))
    snapshot = snapshot_of_network(network, (np.arange(256) % 3 == 0).astype(np.float32), 3)
    return GradientComputed(snapshot, 32, 0.5, np.zeros_like(snapshot.parameters))


class Selecting(Quiet):
    """A view in which a cell of map 5 of the first layer is selected."""

    selected_items = ((0, 5 * 8 + 4),)


def test_it_collects_the_kernel_of_the_selected_map_from_beginning_to_end(
    qapp: Any, opened_cnn: GradientComputed
) -> None:
    quiet: Any = Selecting()
    player = WalkthroughPlayer(quiet, quiet)
    told: list[float | None] = []
    player.collecting.connect(told.append)
    timeline = player.open(opened_cnn)
    assert player.collects is not None and (player.collects.group, player.collects.to_map) == (0, 4)
    phase = next(phase for phase in timeline.phases if phase.name == "collect")
    assert lasting_s(timeline, phase, 2.0) == 8.0
    player.is_wanted = True
    while player.elapsed_s < phase.end_s:
        player.move(0.5, running=False)
    *course, last = told
    assert last is None and course[0] is not None and course[0] < 0.1 and course[-1] > 0.9
    assert course == sorted(course)
    assert "kernel 5 of layer 1" in quiet_sentence(player, phase)


def quiet_sentence(player: WalkthroughPlayer, phase: Any) -> str:
    player.elapsed_s = phase.start_s
    return player.sentence()


def test_it_can_be_held_at_any_part_of_the_collecting(qapp: Any, opened_cnn: GradientComputed) -> None:
    quiet: Any = Selecting()
    player = WalkthroughPlayer(quiet, quiet)
    timeline = player.open(opened_cnn)
    told: list[float | None] = []
    player.collecting.connect(told.append)
    # Not before it collects.
    player.show_collected(0.5)
    assert told == [] and not player.is_frozen
    phase = next(phase for phase in timeline.phases if phase.name == "collect")
    player.is_wanted, player.elapsed_s = True, phase.start_s
    player.move(0.01, running=False)
    player.show_collected(0.5)
    assert player.is_frozen and told[-1] == 0.5
    assert phase.progress_at(player.elapsed_s) == pytest.approx(0.5)
    player.show_collected(1.0)
    assert timeline.phase_at(player.elapsed_s) is phase
    player.close()
    assert told[-1] is None


def test_collecting_that_nobody_watches_is_passed_over_unless_it_stands_still(
    qapp: Any, opened_cnn: GradientComputed
) -> None:
    quiet: Any = Selecting()
    player = WalkthroughPlayer(quiet, quiet)
    timeline = player.open(opened_cnn)
    phase = next(phase for phase in timeline.phases if phase.name == "collect")
    player.is_wanted, player.elapsed_s = True, phase.start_s
    player.move(0.01, running=False)
    player.is_frozen = True
    player.pass_collecting()
    assert timeline.phase_at(player.elapsed_s) is phase
    player.is_frozen = False
    player.pass_collecting()
    assert timeline.phase_at(player.elapsed_s).name == "mean"
