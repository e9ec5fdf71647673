"""The texts in and around a confusion matrix."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.ledger.class_words import share_name
from gui.ledger.matrix_marks import MatrixMarks
from gui.widgets.number_text import percent, percent_to_tenths, percents, whole


@dataclass(frozen=True)
class MatrixWords:
    """The texts around the cells, in the language in force.

    Attributes
    ----------
    names : tuple of str
        The classes'.
    """

    names: tuple[str, ...]
    says: str
    digit: str
    none: str
    everything: str
    total: str
    recall: str
    precision: str
    share: str
    off_scale: tuple[str, str, str]
    """Before the scale off the diagonal, its lower end, and its upper end."""
    diagonal_scale: tuple[str, str, str]
    cells: tuple[str, str, str]
    """What stands in a cell, where that is nothing, a count, or a count and a share."""
    left_out: str
    """Where recall, precision and share have no room."""
    axis: tuple[str, str]
    shares: tuple[str, ...]
    """(K,): beside each bar."""


def difference_cells() -> tuple[str, str, str]:
    """What stands in a cell of a difference."""
    return (
        QCoreApplication.translate(
            "MatrixWords", "Colour: how much the share differs: lime more, violet and hatched fewer"
        ),
        QCoreApplication.translate(
            "MatrixWords", "In each cell: how many more (+, lime) or fewer (−, violet, hatched)"
        ),
        QCoreApplication.translate(
            "MatrixWords",
            "In each cell: how many more (+, lime) or fewer (−, violet, hatched), and by how much of the row, in %",
        ),
    )


def matrix_words(marks: MatrixMarks, names: tuple[str, ...], split: str) -> MatrixWords:
    """Those of these marks, of the examples of "train" or "test", in the language in force."""

    def from_to(start: float) -> tuple[str, str]:
        return percents(whole(100 * start)), percents("100")

    off_diagonal = "0", percent_to_tenths(marks.off_scale) if marks.off_scale else percents("0")
    on_diagonal = from_to(marks.diagonal_from)
    if marks.is_difference:
        off_diagonal, on_diagonal = map(_either_way, (marks.off_scale, marks.diagonal_scale))
    beside: tuple[str, ...] = (
        QCoreApplication.translate("MatrixWords", "said"),
        QCoreApplication.translate("MatrixWords", "recall"),
        QCoreApplication.translate("MatrixWords", "precision"),
        share_name(split),
    )
    if marks.is_difference:
        # These are not subtracted.
        now = QCoreApplication.translate("MatrixWords", "{what} now")
        beside = tuple(now.format(what=text) for text in beside)
    total, recall, precision, share = beside
    return MatrixWords(
        names=names,
        says=QCoreApplication.translate("MatrixWords", "the network says"),
        digit=QCoreApplication.translate("MatrixWords", "the right class"),
        none=QCoreApplication.translate("MatrixWords", "none"),
        everything=QCoreApplication.translate("MatrixWords", "all"),
        total=total,
        recall=recall,
        precision=precision,
        share=share,
        off_scale=(QCoreApplication.translate("MatrixWords", "off the diagonal:"), *off_diagonal),
        diagonal_scale=(QCoreApplication.translate("MatrixWords", "on it:"), *on_diagonal),
        cells=difference_cells()
        if marks.is_difference
        else (
            QCoreApplication.translate("MatrixWords", "Shade: the share of the row"),
            QCoreApplication.translate(
                "MatrixWords", "In each cell: how many; its shade: what share of their row they are"
            ),
            QCoreApplication.translate(
                "MatrixWords", "In each cell: how many, and what share of their row they are, in %"
            ),
        ),
        left_out=QCoreApplication.translate("MatrixWords", "Point at a class for its recall"),
        axis=from_to(marks.axis_from),
        shares=tuple(percent(float(share)) for share in marks.loss_shares),
    )


def _either_way(most: float) -> tuple[str, str]:
    """The ends of a scale of differences: as far below 0 as above."""
    text = percent_to_tenths(most) if most else percents("0")
    return (f"−{text}", f"+{text}") if most else (text, text)
