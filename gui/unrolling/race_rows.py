"""What is known of the three runs of a race, as the rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from core.analysis.exact_losses import ExactLoss
from core.engine.unrolling_messages import ShiftedMeasured
from gui.loss.measured_moment import with_edit_note
from gui.widgets.number_text import mean_text, percent_to_tenths, total_text

DASH = "–"


def nothing_measured(is_running: bool = False) -> str:
    """What is said of table and curves until there is a number: on a busy machine the first takes a while."""
    if is_running:
        return QCoreApplication.translate(
            "Unrolling", "Nothing is measured yet: the first numbers follow while they train."
        )
    return QCoreApplication.translate("Unrolling", "Nothing is measured yet.")


@dataclass(frozen=True)
class Racer:
    """One of the three.

    Attributes
    ----------
    parameters : int
    update : int
        Where it stands.
    exact : ExactLoss or None
        What was measured last of both sets.
    shifted : ShiftedMeasured or None
        What was measured last of moved digits.
    is_before_edit : bool
        Whether a parameter was set by hand after the update of `exact`, and it was not measured since.
    is_moved_before_edit : bool
        The same of `shifted`.
    """

    parameters: int
    update: int = 0
    exact: ExactLoss | None = None
    shifted: ShiftedMeasured | None = None
    is_before_edit: bool = False
    is_moved_before_edit: bool = False


@dataclass(frozen=True)
class RaceRow:
    """One quantity.

    Attributes
    ----------
    key : str
    name : str
    texts : tuple of str
        One for each racer.
    best : int or None
        Which of them is best, where one is.
    is_head : bool
        Whether it says of which update the rows below it are.
    """

    key: str
    name: str
    texts: tuple[str, ...]
    best: int | None = field(default=None)
    is_head: bool = False


def race_rows(racers: tuple[Racer, ...], is_fair: bool = True) -> tuple[RaceRow, ...]:
    """All rows; where it is not fair, because they were not trained alike, none is the best."""
    exact = [racer.exact for racer in racers]
    shifted = [racer.shifted for racer in racers]
    # One that has made more updates is not better for that.
    is_even = len({None if one is None else one.update for one in exact}) == 1 and is_fair
    is_even &= not any(racer.is_before_edit for racer in racers)
    is_even_moved = len({None if one is None else one.update for one in shifted}) == 1 and is_fair
    is_even_moved &= not any(racer.is_moved_before_edit for racer in racers)
    return (
        RaceRow(
            "parameters",
            QCoreApplication.translate("Unrolling", "parameters θ"),
            tuple(f"{racer.parameters:,}" for racer in racers),
        ),
        RaceRow(
            "update",
            QCoreApplication.translate("Unrolling", "updates made"),
            tuple(f"{racer.update:,}" for racer in racers),
        ),
        RaceRow(
            "measured",
            QCoreApplication.translate("Unrolling", "measured after update"),
            tuple(_measured_text(racer.exact, racer.is_before_edit) for racer in racers),
            is_head=True,
        ),
        _numbers(
            "total", "L", [None if one is None else one.train_total for one in exact], total_text, -1, is_even
        ),
        _numbers(
            "test_mean",
            QCoreApplication.translate("Unrolling", "test set, mean Cⁿ"),
            [None if one is None else one.test_mean for one in exact],
            mean_text,
            -1,
            is_even,
        ),
        _numbers(
            "test_accuracy",
            QCoreApplication.translate("Unrolling", "test accuracy"),
            [None if one is None else one.test_accuracy for one in exact],
            percent_to_tenths,
            is_even=is_even,
        ),
        RaceRow(
            "moved",
            QCoreApplication.translate("Unrolling", "moved digits, after update"),
            tuple(_measured_text(racer.shifted, racer.is_moved_before_edit) for racer in racers),
            is_head=True,
        ),
        *(
            _numbers(
                f"moved_{distance}",
                name,
                [None if one is None else one.shifted.accuracies[distance] for one in shifted],
                percent_to_tenths,
                is_even=is_even_moved,
            )
            for distance, name in enumerate(
                (
                    QCoreApplication.translate("Unrolling", "accuracy, not moved"),
                    QCoreApplication.translate("Unrolling", "accuracy, moved by 1 pixel"),
                    QCoreApplication.translate("Unrolling", "accuracy, moved by 2 pixels"),
                )
            )
        ),
    )


def _measured_text(measured: ExactLoss | ShiftedMeasured | None, is_before_edit: bool) -> str:
    return DASH if measured is None else with_edit_note(f"{measured.update:,}", is_before_edit)


def _numbers(
    key: str,
    name: str,
    values: list[float | None],
    text: Callable[[float], str],
    sign: int = 1,
    is_even: bool = True,
) -> RaceRow:
    """`sign` is 1 where the largest is the best, else -1; there is none where it looks alike, or is not `is_even`:
    of one update.
    """
    texts = tuple(DASH if value is None else text(value) for value in values)
    known = [value for value in values if value is not None]
    best = None
    if len(known) == len(values) and is_even:
        best = max(range(len(values)), key=lambda place: sign * known[place])
        if texts.count(texts[best]) > 1:
            best = None
    return RaceRow(key, name, texts, best)


def lost_words(racers: tuple[Racer, ...]) -> str:
    """What was measured on moved digits, and how much ink has left the pictures."""
    measured = next((racer.shifted for racer in racers if racer.shifted is not None), None)
    text = QCoreApplication.translate(
        "Unrolling",
        "Moved: each of the first {digits} test digits by so many pixels up, down, to the left and to the right, four"
        " answers each. What comes in is blank; ink that leaves the picture is lost: {one} of all ink, and {two}.",
    )
    if measured is None:
        return QCoreApplication.translate(
            "Unrolling",
            "Moved: test digits by 1 and by 2 pixels up, down, to the left and to the right. What comes in is blank;"
            " ink that leaves the picture is lost.",
        )
    lost = measured.shifted.ink_lost
    return text.format(
        digits=f"{measured.digits:,}", one=percent_to_tenths(lost[1]), two=percent_to_tenths(lost[2])
    )
