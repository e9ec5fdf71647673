"""Numbers of a small network: each is the engine's, and none covers anything but its own line."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import SMALL_NETWORK, fitting_theme, make_layout
from gui.network.geometry.text_width import text_width
from gui.network.marks.edge_choice import choose_by_signal
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import weights
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.scales import Scales
from gui.network.marks.written_numbers import NOTHING, WrittenNumbers, are_written, written_numbers
from gui.theme.tokens import make_theme

MakeSnapshot = Callable[..., Snapshot]
SMALL = [((4, 3), 2, 2), ((3,), 2, 2), ((5,), 3, 4), ((2, 2, 2), 1, 2), ((6, 3), 2, 2), ((), 8, 4)]


class Drawn:
    """A small network as it is drawn, and what is written into it."""

    def __init__(
        self, snapshot: Snapshot, size: tuple[int, int] = (800, 506), scale: float = 1.0, theme: str = "dark"
    ) -> None:
        self.snapshot, whole = snapshot, make_theme(theme, scale)
        groups = [group.count for group in snapshot.connections]
        self.layout = make_layout(snapshot.sizes, *size, whole, inputs=(snapshot.sizes[0], 1), groups=groups)
        self.theme = fitting_theme(*size, whole)
        scales = Scales(len(snapshot.weights))
        scales.update_from_snapshot(snapshot)
        choice = choose_by_signal(snapshot, self.layout, None)
        values = weights(snapshot)
        scales.update(values.by_group(), "weight")
        self.edges = edge_marks(values, "weight", choice, self.layout, scales, self.theme)
        self.neurons = neuron_marks(snapshot, self.layout, AnimationState(), scales, self.theme)
        self.numbers: WrittenNumbers = written_numbers(self.edges, self.neurons, self.layout, self.theme)


@pytest.fixture
def drawn(snapshot_of_architecture: MakeSnapshot) -> Callable[..., Drawn]:
    def make(hidden: tuple[int, ...], n_in: int, n_out: int, **look: object) -> Drawn:
        return Drawn(
            snapshot_of_architecture(Architecture.dense(hidden, "tanh", 3), n_in, n_out),
            **look,  # type: ignore[arg-type]
        )

    return make


def lines_of(drawn: Drawn) -> list[tuple[float, float, float, float, float]]:
    return [
        (*map(float, end), float(value))
        for marks in drawn.edges
        for *end, value in zip(marks.x1, marks.y1, marks.x2, marks.y2, marks.value, strict=True)
    ]


def passes(plate: object, line: tuple[float, ...], around: float) -> bool:
    """Whether a line passes a rectangle, found by going along it in steps of a tenth of a px."""
    x1, y1, x2, y2, _ = line
    t = np.linspace(0, 1, int(10 * max(abs(x2 - x1), abs(y2 - y1))) + 2)
    x, y = x1 + t * (x2 - x1), y1 + t * (y2 - y1)
    p = plate
    return bool(
        (
            (x > p.x - around)  # type: ignore[attr-defined]
            & (x < p.x + p.width + around)  # type: ignore[attr-defined]
            & (y > p.y - around)  # type: ignore[attr-defined]
            & (y < p.y + p.height + around)  # type: ignore[attr-defined]
        ).any()
    )


def test_every_number_of_a_sparse_network_is_the_engines_weight_or_activation(drawn) -> None:
    shown = drawn((3,), 2, 2)
    numbers, s = shown.numbers, shown.snapshot
    assert numbers.missing == 0
    W = np.concatenate([W.ravel() for W in s.weights])
    on_lines = numbers.texts[: len(numbers.plates)]
    expected = sorted(f"{w:+.2f}" if abs(w) >= 0.1 else f"{w:+.3f}" for w in W.tolist())
    assert sorted(mark.text.replace("−", "-") for mark in on_lines) == expected
    inside = [float(mark.text.replace("−", "-")) for mark in numbers.texts[len(numbers.plates) :]]
    assert inside == pytest.approx(s.trace.a[0].tolist(), abs=0.005)


@pytest.mark.parametrize("hidden,n_in,n_out", SMALL)
@pytest.mark.parametrize(
    "look", [{}, {"size": (816, 388)}, {"scale": 1.5, "size": (710, 540), "theme": "light"}]
)
def test_no_number_covers_a_neuron_another_line_or_another_number(drawn, hidden, n_in, n_out, look) -> None:
    shown = drawn(hidden, n_in, n_out, **look)
    numbers, lines = shown.numbers, lines_of(shown)
    count = len(lines) + sum(hidden)
    assert len(numbers.texts) - bool(numbers.missing) + numbers.missing == count
    # Half of them at least have room, but where all of many lines cross in one gap or type is large.
    assert numbers.missing <= 0.5 * count or "scale" in look or not hidden
    for place, (plate, text) in enumerate(zip(numbers.plates, numbers.texts, strict=False)):
        assert text_width(text.text, "tick", shown.theme) <= plate.width
        crossing = [line for line in lines if passes(plate, line, 0.0)]
        # Its own line, and that is the one whose number it is.
        assert len(crossing) == 1
        assert text.text.replace("−", "-")[:4] == f"{crossing[0][-1]:+.3f}"[:4] or abs(crossing[0][-1]) < 0.1
        for other in numbers.plates[:place]:
            assert (
                plate.x + plate.width <= other.x
                or other.x + other.width <= plate.x
                or plate.y + plate.height <= other.y
                or other.y + other.height <= plate.y
            )
        for column in shown.layout.layers:
            dx = np.maximum(np.maximum(plate.x - column.x, column.x - plate.x - plate.width), 0)
            dy = np.maximum(np.maximum(plate.y - column.y, column.y - plate.y - plate.height), 0)
            assert np.hypot(dx, dy).min() >= column.radius + 4


def test_what_has_no_room_is_counted_in_words(drawn) -> None:
    shown = drawn((6, 3), 2, 2, size=(600, 300))
    assert shown.numbers.missing > 1
    assert shown.numbers.texts[-1].text == f"{shown.numbers.missing} numbers have no room"


def test_of_a_larger_network_nothing_is_written(drawn) -> None:
    small = drawn((5, 4), 2, 2)
    assert small.numbers.texts and are_written(small.edges, small.layout)
    shown = drawn((7, 4), 2, 2)
    assert sum(len(marks.value) for marks in shown.edges) == 50 > SMALL_NETWORK
    assert shown.numbers == NOTHING and not are_written(shown.edges, shown.layout)
    assert written_numbers((), shown.neurons, shown.layout, shown.theme) == NOTHING


def test_a_neurons_number_waits_for_the_signal(drawn) -> None:
    shown = drawn((3,), 2, 2)
    waiting = tuple(
        type(marks)(**{**marks.__dict__, "value": np.full(marks.value.shape, np.nan)})
        for marks in shown.neurons
    )
    numbers = written_numbers(shown.edges, waiting, shown.layout, shown.theme)
    assert len(numbers.texts) == len(numbers.plates) == 12
