"""The marks of neurons while a signal animation passes: each layer's three looks, made once, of which every frame
picks one.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.analysis.neuron_statistics import NeuronStatistics
from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import ALL_LAYERS, AnimationState
from gui.network.marks.mark_types import NeuronMarks
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.painting.render_context import RenderContext

# Nothing has arrived; a is known; δ is known too.
LOOKS = (
    AnimationState(revealed=0, loss_shown=False, deltas_from=ALL_LAYERS),
    AnimationState(deltas_from=ALL_LAYERS),
    AnimationState(),
)


class RevealedMarks:
    """Picks each layer's marks at a moment.

    A signal animation reveals layer after layer, in a deep network several in a frame; all else stays as it is.
    """

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._looks: dict[int, tuple[NeuronMarks, ...]] = {}

    def of(
        self,
        snapshot: Snapshot,
        animation: AnimationState,
        context: RenderContext,
        statistics: NeuronStatistics | None,
        mean_delta: Sequence[Array] | None = None,
    ) -> tuple[NeuronMarks, ...]:
        """What `neuron_marks` gives for this moment."""
        of = (snapshot, statistics, context, mean_delta)
        if len(self._key) != len(of) or any(a is not b for a, b in zip(of, self._key, strict=True)):
            self._key, self._looks = of, {}
        marks = []
        for layer in range(len(context.layout.layers)):
            look = 0 if layer >= animation.revealed else 1 if layer < animation.deltas_from else 2
            if look not in self._looks:
                self._looks[look] = neuron_marks(
                    snapshot,
                    context.layout,
                    LOOKS[look],
                    context.scales,
                    context.theme,
                    statistics,
                    mean_delta,
                )
            marks.append(self._looks[look][layer])
        return tuple(marks)
