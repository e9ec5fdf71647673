"""What B's picture shows: the numbers, the weights and the marks that belong to what A shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.messages import BesideShown
from core.engine.snapshot import Snapshot
from gui.network.view import NetworkView
from gui.side.pairing import Pairing, has_same_data


class OtherPicture(QObject):
    """Brings what came of B to its picture.

    Attributes
    ----------
    shown : Snapshot or None
        Whose numbers are on screen.
    weights : Snapshot or None
        Whose weights are.
    order_of : (int, int)
        In which order its hidden neurons stand, as `core.engine.messages.BesideShown` has it.
    statistics : NeuronStatistics or None
        What is marked of its neurons; None where nothing is known.
    """

    renewed = Signal()
    """Another run's network is on screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairing = Pairing()
        self._view: NetworkView | None = None
        self.shown: Snapshot | None = None
        self.weights: Snapshot | None = None
        self.order_of = (-1, 0)
        self.statistics: NeuronStatistics | None = None
        # Of which `shown` and `weights` are.
        self._partner: BesideShown | None = None
        self._with_weights: BesideShown | None = None
        # Which neurons are marked.
        self._marked: tuple[int, int, tuple[int, int]] | None = None

    @property
    def newest(self) -> BesideShown | None:
        """What came last; None while B is on its way."""
        return self._pairing.newest

    @property
    def is_there(self) -> bool:
        """Whether what is on screen is of the network that is B by now."""
        return self._partner is not None

    @property
    def weights_drawn(self) -> Snapshot | None:
        """The snapshot whose weights are on screen; None where no mark shows any."""
        return None if self._view is None else self._view.weights_drawn

    def add(self, shown: BesideShown) -> None:
        """One more has come."""
        self._pairing.add(shown)

    def clear(self) -> None:
        """Another network is B."""
        self._pairing.clear()
        self._partner = self._with_weights = None

    def bring_up(
        self, view: NetworkView, a: Snapshot, update: int | None, update_of_weights: int | None, rests: bool
    ) -> bool:
        """Show the numbers and weights that belong to A's; True where they are others.

        Parameters
        ----------
        view : NetworkView
        a : Snapshot
            Whose numbers A shows.
        update, update_of_weights : int or None
            Of which update A's numbers are, and its weights; None where B is not trained with A: its newest is shown.
        rests : bool
            Whether nothing is trained, so that there is time for all of it at once.
        """
        self._view = view
        partner = self._partner = self._pairing.partner(update, self._partner, a)
        with_weights = self._with_weights = self._pairing.partner(update_of_weights, self._with_weights, a)
        if partner is None or with_weights is None:
            return False
        changed = partner.snapshot is not self.shown
        if changed:
            self._show(view, partner, a)
        if with_weights.snapshot is not self.weights:
            self.weights = with_weights.snapshot
            view.show_weights(self.weights)
            if rests:
                view.settle()
            changed = True
        return changed

    def release(self, view: NetworkView) -> bool:
        """Let the card beside a neuron follow, once the picture does; True where it was waiting for that."""
        is_next = view.preparation.is_held and not view.keeps_old
        if is_next:
            view.preparation.release(is_due=False)
        return is_next

    def _show(self, view: NetworkView, partner: BesideShown, a: Snapshot) -> None:
        before, self.shown = self.shown, partner.snapshot
        b = partner.snapshot
        if not has_same_data(b, a):
            view.show_title(self.tr("An example of its own data"))
        is_same_run = before is not None and before.run == b.run
        if is_same_run:
            # The card beside a neuron is of what is on screen, until the edges are drawn.
            view.preparation.hold()
        if is_same_run and self.order_of != partner.order_of:
            view.show_permuted(b)
        else:
            view.show_displayed_snapshot(b)
        view.show_gradient(b.trace.gradient, "gradient")
        self.order_of = partner.order_of
        statistics = partner.statistics
        marked = None if statistics is None else (statistics.run, statistics.update, partner.order_of)
        if marked != self._marked:
            self._marked, self.statistics = marked, statistics
            view.show_neuron_statistics(statistics)
        if not is_same_run:
            self.renewed.emit()
