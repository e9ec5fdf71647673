"""Pulses are chosen once for a phase, and are at every moment where they would be if chosen for it."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from gui.network.animation import pulse_animation
from gui.network.animation.pulse_animation import PulseAnimation
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Zoom
from gui.network.marks.pulse_marks import pulse_marks
from gui.network.marks.scales import Scales
from gui.network.painting.composed_frame import ComposedFrame
from gui.network.painting.primitives import painting
from gui.network.painting.pulse_sprites import PulseSprites
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme, make_theme

SIZES = (64, 6, 5, 4)
FORWARD = AnimationState("forward", 1, 0.5)


def context_of(snapshot, width: int = 800, zoom: Zoom | None = None, ratio: float = 1.0) -> RenderContext:
    layout = make_layout(snapshot.sizes, width, 506, Theme(), zoom=zoom or Zoom())
    scales = Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    return RenderContext(layout, Theme(), ratio, scales)


def show(frame: ComposedFrame, snapshot, animation: AnimationState = FORWARD) -> None:
    """Show this moment, with the edges that it travels on."""
    frame.show_displayed_snapshot(snapshot)
    frame.show_animation_state(animation)
    frame.edges.work(10_000)


@pytest.fixture
def snapshot(make_snapshot):
    return make_snapshot(SIZES)


@pytest.fixture
def frame(qapp, snapshot) -> ComposedFrame:
    frame = ComposedFrame()
    frame.set_context(context_of(snapshot))
    show(frame, snapshot)
    return frame


@pytest.fixture
def pulses() -> PulseAnimation:
    return PulseAnimation()


def chosen_for(frame: ComposedFrame):
    """What travels, chosen for this moment alone."""
    context = frame.context
    return pulse_marks(
        frame.displayed_snapshot, frame.edges.choice, context.layout, frame.animation, context.scales
    )


def assert_same(moved, chosen) -> None:
    for field in fields(chosen):
        assert np.array_equal(getattr(moved, field.name), getattr(chosen, field.name)), field.name


@pytest.mark.parametrize(("phase", "gaps"), [("forward", [0, 1, 2]), ("backward", [2, 1])])
def test_in_every_frame_they_are_where_they_would_be_if_chosen_for_it(
    frame, pulses, snapshot, phase, gaps
) -> None:
    for gap in gaps:
        # There and back again: a frame does not depend on the ones before it.
        for progress in (0.0, 0.3, 1.0, 0.3):
            show(frame, snapshot, AnimationState(phase, gap, progress))
            chosen = chosen_for(frame)
            assert chosen is not None and chosen.source.size
            assert_same(pulses.at(frame), chosen)


def test_while_a_phase_lasts_they_are_the_same_ones(frame, pulses, snapshot) -> None:
    first = pulses.at(frame)
    show(frame, snapshot, AnimationState("forward", 1, 0.7))
    second = pulses.at(frame)
    assert first.value is second.value and first.radius is second.radius
    assert not np.array_equal(first.x, second.x)


@pytest.mark.parametrize("phase", ["rest", "softmax", "loss", "mean", "change"])
def test_where_nothing_travels_there_are_none(frame, pulses, snapshot, phase) -> None:
    assert pulses.at(frame) is not None
    for progress in (0.0, 0.5):
        show(frame, snapshot, AnimationState(phase, 0, progress))
        assert pulses.at(frame) is None


def test_before_edges_are_chosen_nothing_travels(qapp, pulses, snapshot) -> None:
    frame = ComposedFrame()
    frame.set_context(context_of(snapshot))
    frame.show_displayed_snapshot(snapshot)
    frame.show_animation_state(FORWARD)
    assert pulses.at(frame) is None


def test_what_went_there_does_not_come_back(frame, pulses, snapshot) -> None:
    kinds = []
    for phase in ("forward", "backward", "forward"):
        show(frame, snapshot, AnimationState(phase, 2, 0.5))
        kinds.append(pulses.at(frame).kind)
    assert kinds == ["disc", "dart", "disc"]


def test_another_example_budget_or_size_has_pulses_of_its_own(frame, pulses, snapshot, make_snapshot) -> None:
    first = pulses.at(frame)
    frame.edges.set_budget(1)
    frame.edges.work(10_000)
    assert_same(pulses.at(frame), chosen_for(frame))
    assert pulses.at(frame).total < first.total
    # Of another example also while its edges are still to be chosen.
    frame.show_displayed_snapshot(make_snapshot(SIZES, seed=1, index=8))
    assert_same(pulses.at(frame), chosen_for(frame))
    frame.set_context(context_of(snapshot, 1000))
    frame.edges.work(10_000)
    assert_same(pulses.at(frame), chosen_for(frame))


def test_where_a_neuron_is_highlighted_only_its_own_travel(frame, pulses) -> None:
    every = pulses.at(frame)
    neuron = int(every.target[0])
    frame.highlight((1, neuron))
    assert pulses.at(frame).value.tolist() == every.value[every.target == neuron].tolist()
    # What comes to the outputs does not come from a neuron of the first layer.
    frame.highlight((2, 0))
    assert pulses.at(frame).value.size == 0


# --- how they are painted


def painted(pulses: PulseAnimation, frame: ComposedFrame) -> set[tuple[int, int]]:
    """The (x, y) of the pixels that it changes."""
    ratio = frame.context.ratio
    image = QImage(int(800 * ratio), int(506 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Theme().colour("canvas"))
    before = image.copy()
    with painting(image) as painter:
        pulses.paint(painter, frame)
        assert not painter.hasClipping()
    rows = (
        np.frombuffer(each.constBits(), np.uint32).reshape(image.height(), -1) for each in (before, image)
    )
    return set(zip(*reversed(np.nonzero(np.not_equal(*rows))), strict=True))


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_they_are_painted_at_their_places_and_nothing_else_is(frame, pulses, snapshot, ratio) -> None:
    frame.set_context(context_of(snapshot, ratio=ratio))
    frame.edges.work(10_000)
    marks, pixels = pulses.at(frame), painted(pulses, frame)
    apart = np.hypot(marks.x[:, None] - marks.x, marks.y[:, None] - marks.y) + 99 * np.eye(marks.x.size)
    alone = np.flatnonzero((apart - marks.radius).min(axis=1) > marks.radius + 3)
    assert alone.size > 3
    for x, y in zip(marks.x[alone] * ratio, marks.y[alone] * ratio, strict=True):
        assert (int(x), int(y)) in pixels
    for x, y in pixels:
        near = np.hypot(marks.x - (x + 0.5) / ratio, marks.y - (y + 0.5) / ratio) - marks.radius
        assert near.min() < 2


def test_at_rest_nothing_is_painted(frame, pulses, snapshot) -> None:
    show(frame, snapshot, AnimationState())
    assert painted(pulses, frame) == set()


def test_of_an_enlarged_network_they_end_where_the_words_begin(frame, pulses, snapshot) -> None:
    context = context_of(snapshot, zoom=Zoom(3.0, 900, 200, 3.0))
    frame.set_context(context)
    frame.edges.work(10_000)
    content = context.layout.clip
    ys = [y for _, y in painted(pulses, frame)]
    marks = pulses.at(frame)
    # Some travel above, where the title stands.
    assert (marks.y < content.y).any() or (marks.y > content.y + content.height).any()
    assert ys and min(ys) >= int(content.y) and max(ys) <= content.y + content.height


@pytest.mark.parametrize(("phase", "kind"), [("forward", "signal"), ("backward", "backpropagated")])
def test_their_sizes_follow_the_scales_while_they_travel(frame, pulses, snapshot, phase, kind) -> None:
    own = frame.context.scales.of(kind)
    gap = min((1, 2), key=lambda gap: own[gap])
    assert own[gap] < 0.9 * max(own)
    show(frame, snapshot, AnimationState(phase, gap, 0.2))
    before = pulses.at(frame)
    frame.context.scales.same_for_all = True
    show(frame, snapshot, AnimationState(phase, gap, 0.3))
    after = pulses.at(frame)
    assert before is not None and after is not None
    assert not np.allclose(before.radius, after.radius)
    assert_same(after, chosen_for(frame))


@pytest.mark.parametrize("phase", ["rest", "loss"])
def test_where_nothing_travels_no_scale_is_found_for_it(frame, pulses, snapshot, monkeypatch, phase) -> None:
    assert pulses.at(frame) is not None
    asked: list[str] = []
    of = Scales.of

    def noted(scales: Scales, kind: str) -> tuple[float, ...]:
        asked.append(kind)
        return of(scales, kind)

    monkeypatch.setattr(Scales, "of", noted)
    frame.show_animation_state(AnimationState(phase))
    assert pulses.at(frame) is None and not asked
    frame.show_animation_state(FORWARD)
    assert_same(pulses.at(frame), chosen_for(frame))


def test_another_look_is_drawn_before_the_next_frame_and_only_where_something_has_travelled(
    frame, pulses, monkeypatch
) -> None:
    made = []

    def counted(theme: Theme, ratio: float) -> PulseSprites:
        made.append(theme)
        return PulseSprites(theme, ratio)

    monkeypatch.setattr(pulse_animation, "PulseSprites", counted)
    usual, other = Theme(), make_theme("light", 1.0)
    assert usual.colours != other.colours
    pulses.follow_look(other, 1.0)
    assert made == []
    painted(pulses, frame)
    assert made == [usual]
    frame.set_context(replace(frame.context, theme=other))
    frame.edges.work(10_000)
    pulses.follow_look(other, 1.0)
    assert made == [usual, other]
    painted(pulses, frame)
    assert made == [usual, other]
