"""The end of a training whose numbers grew too large to write."""

from __future__ import annotations


class DivergenceError(ArithmeticError):
    """The loss or a parameter is not finite any more.

    Attributes
    ----------
    update : int
        The first update that made it so.
    cause : "loss" or "parameter"
    """

    def __init__(self, update: int, cause: str) -> None:
        super().__init__(f"update {update} made the {cause} infinite or not a number")
        self.update = update
        self.cause = cause
