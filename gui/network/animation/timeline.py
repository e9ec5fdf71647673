"""What moves when: the phases of a signal animation and of a step walkthrough, and the animation state at each time.

Pure: time comes in as a number, what is to be shown comes out. The view turns a Moment into marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from gui.network.geometry.shapes import Layout

# A phase of a step walkthrough, and the longest such walkthrough (12 s at most, with room for rounding).
PHASE_S = 0.6
WALKTHROUGH_LIMIT_S = 11.9
# The collecting of a kernel's weights takes as long as so many phases: they come one after the other.
COLLECT_PHASES = 4
# A signal animation: each direction, the stops between them, and the whole cycle with its rest.
SWEEP_S = 0.9
SOFTMAX_S = 0.1
LOSS_S = 0.15
CYCLE_S = 2.4
# Two frames: nothing that stands still for less can be seen by itself.
AT_ONCE_S = 0.033
# So near to its end a phase has arrived: what it leads to is on screen, also where it is held there.
ARRIVED = 0.999
# More layers than any network has: "all of them".
ALL_LAYERS = 100_000


@dataclass(frozen=True)
class AnimationState:
    """What part of the motion is on screen; by default nothing moves, and every number is there.

    Attributes
    ----------
    phase : "rest", "forward", "softmax", "loss", "backward", "mean" or "change"
        "mean" shows the batch's mean gradient on the edges, "change" the optimizer's ΔW.
    gap : int
        The gap the signal animation is in, forward or backward.
    progress : float
        From 0 to 1 within the phase.
    revealed : int
        So many layers from the left show their a. The output layer's is y, shown from the softmax on.
    loss_shown : bool
        Whether C is on screen.
    deltas_from : int
        Layers with this index or a higher one show δ as a ring, where there is a gradient.
    gradient_from : float
        Where the backward front stands, counted in gaps: g + 1 at the right end of gap g, g at its left end.
        Edges right of it show ∂C/∂w, those left of it their weight; ALL_LAYERS: weights everywhere. In "mean"
        and "change" it is 0: every edge shows the batch's mean gradient, or ΔW.
    is_walkthrough : bool
        Whether one update is being told, phase by phase, and not a signal animation repeated.
    """

    phase: str = "rest"
    gap: int = 0
    progress: float = 1.0
    revealed: int = ALL_LAYERS
    loss_shown: bool = True
    deltas_from: int = 0
    gradient_from: float = float(ALL_LAYERS)
    is_walkthrough: bool = False

    @property
    def known(self) -> tuple[object, ...]:
        """What of a moment the neurons, the bars and the words depend on."""
        return self.phase, self.revealed, self.loss_shown, self.deltas_from


@dataclass(frozen=True)
class Phase:
    """One step of the motion: its phase, the gap it is in (0 where it is in none), and when."""

    name: str
    gap: int
    start_s: float
    duration_s: float

    @property
    def end_s(self) -> float:
        """When the next phase starts."""
        return self.start_s + self.duration_s

    def progress_at(self, at_s: float) -> float:
        """How much of it has passed, from 0 to 1."""
        return min(1.0, max(0.0, (at_s - self.start_s) / self.duration_s))


class Timeline:
    """A row of phases, one after the other.

    Parameters
    ----------
    n_layers : int
        Hidden layers and the output layer.
    steps : sequence of (phase, gap, seconds)
    new_example : bool
        Nothing is known at the start: the signal's arrival reveals each a, the gradient's each δ. Otherwise
        all numbers stay on screen and the signal animation only passes over them.
    """

    def __init__(
        self, n_layers: int, steps: Sequence[tuple[str, int, float]], new_example: bool = True
    ) -> None:
        self.n_layers = n_layers
        self.new_example = new_example
        phases = []
        start_s = 0.0
        for phase, gap, duration_s in steps:
            phases.append(Phase(phase, gap, start_s, duration_s))
            start_s += duration_s
        self.phases = tuple(phases)
        self._ends_s = [phase.end_s for phase in phases]
        shortest_s = min((phase.duration_s for phase in phases if phase.name == "forward"), default=AT_ONCE_S)
        self._at_once = max(1, round(AT_ONCE_S / shortest_s))
        self.duration_s = start_s

    @classmethod
    def signal_animation(cls, n_layers: int, has_gradient: bool, new_example: bool) -> Timeline:
        """The signal there and the gradient back, then a rest: 2.4 s."""
        sweep_s = SWEEP_S / n_layers
        steps = [("forward", gap, sweep_s) for gap in range(n_layers)]
        steps.append(("softmax", 0, SOFTMAX_S))
        if has_gradient:
            steps.append(("loss", 0, LOSS_S))
            steps += [("backward", gap, sweep_s) for gap in reversed(range(n_layers))]
        steps.append(("rest", 0, CYCLE_S - sum(duration_s for _, _, duration_s in steps)))
        return cls(n_layers, steps, new_example)

    @classmethod
    def walkthrough(cls, n_layers: int, has_gradient: bool, collects: bool = False) -> Timeline:
        """One update as a walkthrough: phases of 0.6 s, or less where it would last longer than 12 s.

        With `collects`, where there is a gradient, the weights of a kernel are collected when it has come back.

        Without a gradient of the displayed sample its C and its way back are left out; the update, which is the
        batch's, is shown all the same.
        """
        names = [("forward", gap) for gap in range(n_layers)] + [("softmax", 0)]
        if has_gradient:
            names.append(("loss", 0))
            names += [("backward", gap) for gap in reversed(range(n_layers))]
            names += [("collect", 0)] * collects
        names += [("mean", 0), ("change", 0), ("rest", 0)]
        lasting = [COLLECT_PHASES if phase == "collect" else 1 for phase, _ in names]
        phase_s = min(PHASE_S, WALKTHROUGH_LIMIT_S / sum(lasting))
        steps = zip(names, lasting, strict=True)
        return cls(n_layers, [(phase, gap, phases * phase_s) for (phase, gap), phases in steps])

    @property
    def change_at_s(self) -> float | None:
        """When the walkthrough's update is to be applied; None for a signal animation."""
        return next((phase.start_s for phase in self.phases if phase.name == "change"), None)

    def phase_at(self, at_s: float) -> Phase:
        """The phase at `at_s` seconds; the first one before the start, the last one after the end."""
        place = bisect_right(self._ends_s, at_s)
        return self.phases[min(place, len(self.phases) - 1)]

    def state_at(self, at_s: float, travels: bool = True) -> AnimationState:
        """What is on screen at `at_s` seconds.

        Where nothing `travels` the numbers are the same, but a phase has no course: a whole gap shows its gradient
        at once, and ΔW turns into the new weights in one step.
        """
        phase = self.phase_at(at_s)
        if phase.name == "collect":
            # The picture stands as the gradient has left it: a page over it shows what is collected.
            return AnimationState("backward", 0, 1.0, ALL_LAYERS, True, 0, 0.0)
        progress = phase.progress_at(at_s)
        revealed, loss_shown, deltas_from = self._known_in(phase)
        if travels and progress >= ARRIVED:
            # What the outputs have added up is z: their y comes with the next phase.
            revealed += phase.name == "forward" and phase.gap < self.n_layers - 1
            deltas_from = max(0, deltas_from - (phase.name == "backward"))
        if not travels:
            progress = float(progress > 0.5) if phase.name == "change" else 1.0
        if not self.new_example:
            revealed, loss_shown, deltas_from = ALL_LAYERS, True, 0
        front = float(ALL_LAYERS)
        if phase.name == "backward":
            front = phase.gap + 1 - progress
        elif phase.name in ("mean", "change"):
            front = 0.0
        known = revealed, loss_shown, deltas_from
        return AnimationState(phase.name, phase.gap, progress, *known, front, self.change_at_s is not None)

    def _known_in(self, phase: Phase) -> tuple[int, bool, int]:
        """(revealed, loss_shown, deltas_from) when every number waits for its signal animation."""
        # Layers that follow each other faster than that appear together, when the last of them is reached.
        together = self._at_once
        if phase.name == "forward":
            return phase.gap // together * together, False, ALL_LAYERS
        if phase.name == "softmax":
            return ALL_LAYERS, False, ALL_LAYERS
        if phase.name == "loss":
            return ALL_LAYERS, True, ALL_LAYERS
        if phase.name == "backward":
            return ALL_LAYERS, True, -(-phase.gap // together) * together
        # After a change the δ on screen belong to weights that are gone.
        is_walkthrough = self.change_at_s is not None
        return ALL_LAYERS, True, ALL_LAYERS if is_walkthrough and phase.name == "rest" else 0


def gaps_passed(animation: AnimationState, layout: Layout) -> int:
    """Up to which gap the backward front has come; between cells no gap has words that depend on it."""
    front = ceil(animation.gradient_from)
    inside = any(column.cell is not None for column in layout.layers)
    return 1 if inside and 1 <= front < len(layout.layers) else front


def gradient_front(animation: AnimationState, layout: Layout) -> float:
    """The x of the backward front: edges right of it show ∂C/∂w, left of it their weights.

    The view's width where no edge shows a gradient, 0 where all do.
    """
    position = animation.gradient_from
    if position <= 0:
        return 0.0
    if position > len(layout.layers):
        return layout.width
    gap = min(len(layout.layers) - 1, max(0, -int(-position // 1) - 1))
    left, right = layout.gap_bounds(gap)
    return left + (position - gap) * (right - left)
