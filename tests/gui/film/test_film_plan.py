"""A film's pictures are spread evenly from its first update to its last."""

from __future__ import annotations

import pytest

from gui.film.film_plan import FilmPlan


@pytest.mark.parametrize(("seconds", "count"), [(1, 30), (2.5, 75), (80, 2400), (0.01, 2)])
def test_there_are_30_pictures_a_second(seconds: float, count: int) -> None:
    assert FilmPlan(0, 1000, seconds).count == count


@pytest.mark.parametrize(("first", "last"), [(0, 20_000), (20_000, 0), (128, 131), (7, 7)])
def test_it_begins_and_ends_where_it_is_to_at_an_even_pace(first: int, last: int) -> None:
    plan = FilmPlan(first, last, 2)
    updates = [plan.update_at(picture) for picture in range(plan.count)]
    assert (updates[0], updates[-1], len(updates)) == (first, last, 60)
    steps = [after - before for before, after in zip(updates[:-1], updates[1:], strict=True)]
    even = (last - first) / 59
    assert all(abs(step - even) <= 1 for step in steps)


@pytest.mark.parametrize(("update", "picture"), [(-5, 0), (0, 0), (48, 14), (100, 29), (200, 29)])
def test_the_picture_of_an_update_is_the_one_next_to_it(update: int, picture: int) -> None:
    plan = FilmPlan(0, 100, 1)
    assert plan.picture_of(update) == picture
    assert plan.reversed.picture_of(update) == 29 - picture


def test_of_a_film_that_stays_where_it_is_every_picture_is_the_first() -> None:
    assert FilmPlan(5, 5, 1).picture_of(5) == 0
