"""Which C of single examples are of before an edit: of an update after which a parameter was set by hand since."""

from __future__ import annotations

from core.analysis.example_losses import ExampleLosses


class EditedTerms:
    """Looks at those of one set as they come, and at the edits."""

    def __init__(self) -> None:
        self._newest: ExampleLosses | None = None
        # The run, update and measurement of the newest that are of before an edit.
        self._edited = -1, -1, -1

    def take(self, losses: ExampleLosses | None) -> None:
        """These have come; None where none are known any more."""
        self._newest = losses
        if losses is not None and self.is_before_edit(losses):
            # Another engine counts its measurements anew.
            self._edited = -1, -1, -1

    def note_edit(self, run: int, update: int) -> bool:
        """A parameter was set by hand after this update; whether what has come is of before that."""
        newest = self._newest
        if newest is None or (newest.run, newest.update) != (run, update):
            return False
        self._edited = run, update, newest.measurement
        return True

    def is_before_edit(self, losses: ExampleLosses) -> bool:
        """Whether these are of before an edit of the same update."""
        run, update, measurement = self._edited
        return (losses.run, losses.update) == (run, update) and losses.measurement <= measurement
