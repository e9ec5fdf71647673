"""The phases of a signal animation and of a walkthrough, and what is on screen in them."""

import pytest

from gui.network.animation.timeline import (
    LOSS_S,
    SOFTMAX_S,
    AnimationState,
    Timeline,
    gaps_passed,
    gradient_front,
)
from gui.network.geometry.layout import make_layout
from gui.theme.tokens import Theme


def phases(timeline: Timeline) -> list[tuple[str, int]]:
    return [(current.name, current.gap) for current in timeline.phases]


def middle(timeline: Timeline, phase: str, gap: int = 0) -> AnimationState:
    current = next(b for b in timeline.phases if (b.name, b.gap) == (phase, gap))
    return timeline.state_at(current.start_s + current.duration_s / 2)


def test_a_walkthrough_tells_an_update_in_the_lectures_order() -> None:
    assert phases(Timeline.walkthrough(2, True)) == [
        ("forward", 0),
        ("forward", 1),
        ("softmax", 0),
        ("loss", 0),
        ("backward", 1),
        ("backward", 0),
        ("mean", 0),
        ("change", 0),
        ("rest", 0),
    ]


def test_without_a_right_answer_a_walkthrough_has_no_c_and_no_way_back() -> None:
    assert phases(Timeline.walkthrough(1, False)) == [
        ("forward", 0),
        ("softmax", 0),
        ("mean", 0),
        ("change", 0),
        ("rest", 0),
    ]


def test_the_default_networks_walkthrough_takes_about_six_seconds() -> None:
    # 3 phases forward, softmax, C, 3 back, mean, change, new weights: 11 of 0.6 s.
    assert Timeline.walkthrough(3, True).duration_s == pytest.approx(6.6)


@pytest.mark.parametrize("n_layers", [1, 3, 9, 20, 50])
def test_no_walkthrough_is_longer_than_twelve_seconds(n_layers: int) -> None:
    assert Timeline.walkthrough(n_layers, True).duration_s <= 12


@pytest.mark.parametrize("has_gradient", [True, False])
@pytest.mark.parametrize("n_layers", [1, 3, 9])
def test_a_signal_animation_takes_2_4_seconds(n_layers: int, has_gradient: bool) -> None:
    assert Timeline.signal_animation(n_layers, has_gradient, True).duration_s == pytest.approx(2.4)


def test_a_signal_animation_is_never_applied() -> None:
    assert Timeline.signal_animation(3, True, True).change_at_s is None


def test_the_change_comes_after_the_mean_gradient() -> None:
    walkthrough = Timeline.walkthrough(3, True)
    assert walkthrough.change_at_s is not None
    assert walkthrough.phase_at(walkthrough.change_at_s - 0.01).name == "mean"
    assert walkthrough.phase_at(walkthrough.change_at_s).name == "change"
    assert walkthrough.state_at(walkthrough.change_at_s).progress == 0


def test_each_layer_lights_up_when_the_signal_animation_has_reached_it() -> None:
    signal_animation = Timeline.signal_animation(3, True, new_example=True)
    assert [middle(signal_animation, "forward", gap).revealed for gap in range(3)] == [0, 1, 2]
    assert middle(signal_animation, "softmax").revealed >= 3


def test_at_its_end_a_phase_has_arrived_at_the_layer_that_it_leads_to() -> None:
    walkthrough = Timeline.walkthrough(3, True)
    ends = {(phase.name, phase.gap): walkthrough.state_at(phase.end_s - 1e-5) for phase in walkthrough.phases}
    # The outputs' y come with the softmax, or whatever their activation is: until then they have but added up.
    assert [ends["forward", gap].revealed for gap in range(3)] == [1, 2, 2]
    assert middle(walkthrough, "softmax").revealed >= 3
    assert not ends["softmax", 0].loss_shown
    assert [ends["backward", gap].deltas_from for gap in (2, 1, 0)] == [1, 0, 0]


def test_c_appears_after_the_softmax() -> None:
    signal_animation = Timeline.signal_animation(3, True, new_example=True)
    assert not middle(signal_animation, "softmax").loss_shown
    assert middle(signal_animation, "loss").loss_shown


def test_each_layer_shows_its_delta_when_the_way_back_has_reached_it() -> None:
    signal_animation = Timeline.signal_animation(3, True, new_example=True)
    assert middle(signal_animation, "loss").deltas_from >= 3
    assert [middle(signal_animation, "backward", gap).deltas_from for gap in (2, 1, 0)] == [2, 1, 0]


def test_over_a_known_example_the_signal_animation_hides_no_number() -> None:
    signal_animation = Timeline.signal_animation(3, True, new_example=False)
    for tenth in range(24):
        animation = signal_animation.state_at(tenth / 10)
        assert animation.revealed >= 3
        assert animation.loss_shown
        assert animation.deltas_from == 0


def test_deltas_of_weights_that_are_gone_are_not_shown() -> None:
    assert middle(Timeline.walkthrough(3, True), "rest").deltas_from >= 3


def test_progress_runs_from_0_to_1_in_every_phase() -> None:
    for current in (walkthrough := Timeline.walkthrough(3, True)).phases:
        assert walkthrough.state_at(current.start_s + 1e-9).progress == pytest.approx(0, abs=1e-6)
        assert walkthrough.state_at(current.end_s - 1e-9).progress == pytest.approx(1, abs=1e-6)


def test_after_its_end_a_timeline_stays_at_its_last_moment() -> None:
    walkthrough = Timeline.walkthrough(3, True)
    assert walkthrough.state_at(100).progress == 1
    assert walkthrough.phase_at(100) is walkthrough.phases[-1]


def test_the_backward_front_runs_from_the_right_end_of_each_gap_to_its_left() -> None:
    layout = make_layout((256, 32, 16, 10), 800, 506, Theme())
    for gap in range(3):
        left, right = layout.gap_bounds(gap)
        assert gradient_front(AnimationState(gradient_from=gap + 1.0), layout) == pytest.approx(right)
        assert gradient_front(AnimationState(gradient_from=gap + 0.5), layout) == pytest.approx(
            (left + right) / 2
        )
        nearly = gradient_front(AnimationState(gradient_from=gap + 1e-9), layout)
        assert nearly == pytest.approx(left)


def test_at_rest_no_edge_shows_a_gradient() -> None:
    layout = make_layout((256, 32, 16, 10), 800, 506, Theme())
    assert gradient_front(AnimationState(), layout) == layout.width


def test_the_mean_gradient_and_the_change_are_on_every_edge() -> None:
    layout = make_layout((256, 32, 16, 10), 800, 506, Theme())
    walkthrough = Timeline.walkthrough(3, True)
    assert gradient_front(middle(walkthrough, "mean"), layout) == 0
    assert gradient_front(middle(walkthrough, "change"), layout) == 0


@pytest.mark.parametrize(
    "make", [Timeline.walkthrough, lambda n, known: Timeline.signal_animation(n, known, True)]
)
def test_where_nothing_travels_a_phase_is_one_state_and_tells_the_same_numbers(make) -> None:
    timeline = make(3, True)
    for current in timeline.phases:
        times = [current.start_s + share * current.duration_s for share in (0.01, 0.3, 0.49, 0.51, 0.8, 0.99)]
        still = [timeline.state_at(at, travels=False) for at in times]
        # The change alone has two: ΔW, then the weights that it made.
        assert len(set(still)) == (2 if current.name == "change" else 1)
        for at, animation in zip(times, still, strict=True):
            moving = timeline.state_at(at)
            assert (animation.phase, animation.gap, animation.revealed) == (
                moving.phase,
                moving.gap,
                moving.revealed,
            )
            assert (animation.loss_shown, animation.deltas_from) == (moving.loss_shown, moving.deltas_from)
        if current.name == "backward":
            assert still[0].gradient_from == current.gap
        if current.name == "change":
            assert [animation.progress for animation in still] == [0, 0, 0, 1, 1, 1]


def test_of_layers_that_follow_faster_than_the_eye_some_appear_together_and_none_too_early() -> None:
    signal_animation = Timeline.signal_animation(101, True, True)
    forward = [signal_animation.state_at(0.9 / 101 * (gap + 0.5)) for gap in range(101)]
    assert [animation.gap for animation in forward] == list(range(101))
    revealed = [animation.revealed for animation in forward]
    # A layer's a stands there only when the signal has passed the gap before it; at most four at a time, 36 ms.
    assert all(gap - 4 < shown <= gap for gap, shown in enumerate(revealed))
    assert len(set(revealed)) == 26 and revealed == sorted(revealed)
    back_s = 0.9 + SOFTMAX_S + LOSS_S
    back = [signal_animation.state_at(back_s + 0.9 / 101 * (step + 0.5)) for step in range(101)]
    assert all(animation.gap <= animation.deltas_from < animation.gap + 4 for animation in back)
    assert back[-1].deltas_from == 0
    assert signal_animation.state_at(2.39).revealed >= 101


@pytest.mark.parametrize("n_layers", [1, 3, 11])
def test_where_there_is_time_each_layer_appears_by_itself(n_layers: int) -> None:
    signal_animation = Timeline.signal_animation(n_layers, True, True)
    shown = {signal_animation.state_at(0.9 / n_layers * (gap + 0.5)).revealed for gap in range(n_layers)}
    assert shown == set(range(n_layers))


def test_where_there_are_kernels_their_weights_are_collected_when_the_gradient_has_come_back() -> None:
    walkthrough = Timeline.walkthrough(2, True, collects=True)
    names = [phase.name for phase in walkthrough.phases]
    assert names == [
        *["forward"] * 2,
        "softmax",
        "loss",
        *["backward"] * 2,
        "collect",
        "mean",
        "change",
        "rest",
    ]
    collect, other = walkthrough.phases[names.index("collect")], walkthrough.phases[0]
    assert collect.duration_s == pytest.approx(4 * other.duration_s)
    assert collect.progress_at(collect.start_s + 0.25 * collect.duration_s) == pytest.approx(0.25)
    # Meanwhile the picture stands as the gradient has left it.
    before = walkthrough.state_at(collect.start_s - 1e-9)
    assert walkthrough.state_at(collect.end_s - 0.1).gradient_from == 0
    assert before.gradient_from == pytest.approx(0, abs=1e-6) and before.phase == "backward"
    assert Timeline.walkthrough(100, True, collects=True).duration_s <= 12


def test_without_a_gradient_nothing_is_collected() -> None:
    names = [phase.name for phase in Timeline.walkthrough(2, False, collects=True).phases]
    assert "collect" not in names


@pytest.mark.parametrize(("front", "passed"), [(0.0, 0), (0.4, 1), (2.0, 2)])
def test_the_gaps_that_the_front_has_passed_are_counted_whole(front: float, passed: int) -> None:
    layout = make_layout((16, 8, 8, 4), 800, 500, Theme())
    assert gaps_passed(AnimationState("backward", gradient_from=front), layout) == passed


def test_neurons_and_words_depend_on_what_is_revealed_and_not_on_the_course() -> None:
    assert AnimationState("forward", 1, 0.1).known == AnimationState("forward", 1, 0.7).known
    assert AnimationState("forward", revealed=1).known != AnimationState("forward", revealed=2).known
