"""The rows of the race hold what was measured, each with its update; what is best is marked where one is."""

from __future__ import annotations

from dataclasses import replace

from core.analysis.exact_losses import ExactLoss
from gui.unrolling.race_rows import DASH, Racer, RaceRow, lost_words, race_rows
from tests.gui.unrolling.made_layers import measured


def exact(run: int, update: int, total: float, test: float, accuracy: float) -> ExactLoss:
    return ExactLoss(run, update, total, 60_000, 0.9, test * 10_000, 10_000, accuracy, 0.0, 0.0)


RACERS = (
    Racer(546_826, 500, exact(1, 400, 6000.0, 0.11, 0.961), measured(1, 300, 95, 320, 200)),
    Racer(39_466, 500, exact(2, 400, 7000.0, 0.12, 0.952), measured(2, 300, 95, 330, 180)),
    Racer(20_570, 500, exact(3, 400, 8000.0, 0.10, 0.9521), measured(3, 300, 95, 310, 190)),
)


def rows(racers: tuple[Racer, ...] = RACERS) -> dict[str, RaceRow]:
    return {row.key: row for row in race_rows(racers)}


def test_each_number_stands_in_its_row() -> None:
    found = rows()
    assert found["parameters"].texts == ("546,826", "39,466", "20,570")
    assert found["update"].texts == ("500",) * 3
    assert found["measured"].texts == ("400",) * 3 and found["moved"].texts == ("300",) * 3
    assert found["total"].texts == ("6,000", "7,000", "8,000")
    assert found["test_accuracy"].texts == ("96.1 %", "95.2 %", "95.2 %")
    assert found["moved_1"].texts == ("80.0 %", "82.5 %", "77.5 %")
    assert found["moved_2"].texts == ("50.0 %", "45.0 %", "47.5 %")


def test_the_best_has_least_loss_or_most_right_and_none_is_where_two_look_alike() -> None:
    found = rows()
    assert found["total"].best == 0 and found["test_mean"].best == 2
    assert found["test_accuracy"].best == 0 and found["moved_1"].best == 1
    assert found["moved_0"].best is None and found["parameters"].best is None


def test_what_is_of_before_an_edit_says_so_and_is_no_best() -> None:
    found = rows((replace(RACERS[0], is_before_edit=True), *RACERS[1:]))
    assert found["measured"].texts == ("400 (θ edited since)", "400", "400")
    assert found["total"].best is found["test_mean"].best is found["test_accuracy"].best is None


def test_moved_digits_of_before_an_edit_say_so_and_are_no_best() -> None:
    found = rows((RACERS[0], replace(RACERS[1], is_moved_before_edit=True), RACERS[2]))
    assert found["moved"].texts == ("300", "300 (θ edited since)", "300")
    assert found["moved_1"].best is found["moved_2"].best is None
    # L was measured since.
    assert found["measured"].texts == ("400",) * 3 and found["total"].best == 0


def test_what_was_not_measured_is_a_dash_and_no_best() -> None:
    found = rows((Racer(546_826), *RACERS[1:]))
    assert found["total"].texts[0] == found["moved_2"].texts[0] == found["measured"].texts[0] == DASH
    assert found["total"].best is None and found["moved_2"].best is None


def test_how_digits_were_moved_is_said_with_the_ink_that_was_lost() -> None:
    text = lost_words(RACERS)
    assert "first 100 test digits" in text and "0.4 %" in text and "2.1 %" in text
    assert "ink that leaves the picture is lost" in lost_words((Racer(1),) * 3)
