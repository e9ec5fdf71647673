"""An update has made a number too large to write."""

from __future__ import annotations


class DivergenceError(ArithmeticError):
    """The loss or a parameter is not finite any more: its numbers grew too large to write.

    Attributes
    ----------
    update : int
        The first update that made it so.
    cause : "loss", "gradient" or "parameter"
        The first of these that is not finite; the loss and the gradient are those of the parameters before the update.
    """

    def __init__(self, update: int, cause: str) -> None:
        super().__init__(f"update {update} made the {cause} infinite or not a number")
        self.update = update
        self.cause = cause
