"""The marks of neurons while a wave passes: each layer's three looks, made once, of which every frame picks one."""

from __future__ import annotations

from collections.abc import Sequence

from core.analysis.neuron_statistics import NeuronActivity
from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import ALL_LAYERS, Moment
from gui.network.marks.mark_types import NeuronMarks
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.painting.edge_layers import Ground

# Nothing has arrived; a is known; δ is known too.
LOOKS = (
    Moment(revealed=0, loss_shown=False, deltas_from=ALL_LAYERS),
    Moment(deltas_from=ALL_LAYERS),
    Moment(),
)


class RevealedMarks:
    """Picks each layer's marks at a moment.

    A wave reveals layer after layer, in a deep network several in a frame; all else stays as it is.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._looks: dict[int, tuple[NeuronMarks, ...]] = {}

    def of(
        self,
        snapshot: Snapshot,
        moment: Moment,
        ground: Ground,
        activity: NeuronActivity | None,
        mean_delta: Sequence[Array] | None = None,
    ) -> tuple[NeuronMarks, ...]:
        """What `neuron_marks` gives for this moment."""
        of = (snapshot, activity, ground, mean_delta)
        if len(self._of) != len(of) or any(a is not b for a, b in zip(of, self._of, strict=True)):
            self._of, self._looks = of, {}
        marks = []
        for layer in range(len(ground.layout.layers)):
            look = 0 if layer >= moment.revealed else 1 if layer < moment.deltas_from else 2
            if look not in self._looks:
                self._looks[look] = neuron_marks(
                    snapshot, ground.layout, LOOKS[look], ground.scales, ground.theme, activity, mean_delta
                )
            marks.append(self._looks[look][layer])
        return tuple(marks)
