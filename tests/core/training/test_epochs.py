"""Where each epoch began: against epochs that are counted example by example, and ones worked out by hand."""

from __future__ import annotations

import random

import pytest

from core.training.epochs import EpochSpan, epochs_of, epochs_on


def counted(count: int, sizes: dict[int, int], update: int) -> tuple[list[int], list[int], list[int]]:
    """After how many updates each epoch began, which were given up, and the length of each that has ended."""
    starts, given_up, used, size = [0], [], 0, 0
    for made in range(update):
        size = sizes.get(made, size)
        if used + size > count:
            given_up.append(len(starts) - 1)
            starts.append(made)
            used = 0
        used += size
        if used + size > count:
            starts.append(made + 1)
            used = 0
    return starts, given_up, [b - a for a, b in zip(starts, starts[1:], strict=False)]


@pytest.mark.parametrize(
    ("count", "sizes", "update", "spans", "given_up"),
    [
        (200, [(0, 32)], 18, [(0, 6)], []),
        (200, [(0, 32), (18, 200)], 22, [(0, 6), (18, 1)], []),
        # 8 · 32 = 256 of 600 are used: 344 are no room for 500.
        (600, [(0, 32), (8, 500)], 8, [(0, 8), (8, 1)], []),
        (600, [(0, 32), (8, 500)], 9, [(0, 8), (8, 1)], [0]),
        # The second epoch has used 5 · 32 = 160 of 200: 40 are no room for 190.
        (200, [(0, 32), (11, 190)], 12, [(0, 6), (6, 5), (11, 1)], [1]),
        # 2 · 32 = 64 of 200 are used: 136 are 6 batches of 20, so that this one ends after 2 + 6 updates.
        (200, [(0, 32), (8, 20)], 30, [(0, 6), (6, 8), (14, 10)], []),
        # Of several after the same update the last one holds.
        (200, [(0, 32), (11, 190), (11, 40)], 12, [(0, 6), (6, 6), (12, 5)], []),
    ],
)
def test_epochs_by_hand(
    count: int,
    sizes: list[tuple[int, int]],
    update: int,
    spans: list[tuple[int, int]],
    given_up: list[int],
) -> None:
    epochs = epochs_of(count, sizes, update)
    assert epochs.spans == tuple(EpochSpan(*span) for span in spans)
    assert epochs.given_up == tuple(given_up)


@pytest.mark.parametrize("seed", range(40))
def test_epochs_are_those_of_whoever_counts_each_example(seed: int) -> None:
    draw = random.Random(seed)
    count = draw.choice([1, 7, 50, 600])
    changes = sorted(draw.sample(range(1, 60), draw.choice([0, 1, 3, 8])))
    sizes = {at: draw.randint(1, draw.choice([count, 1 + count // 5])) for at in (0, *changes)}
    starts, given_up, lengths = counted(count, sizes, 80)
    epochs = epochs_of(count, sizes.items(), 80)
    assert list(epochs.given_up) == given_up
    # Span by span, up to where the last epoch that is counted has begun.
    found = []
    for span, following in zip(epochs.spans, (*(one.start for one in epochs.spans[1:]), 81), strict=False):
        assert span.length > 0
        found += range(span.start, min(following, 81), span.length)
    assert found == starts
    for update in draw.sample(range(81), 12):
        number = max(i for i, start in enumerate(starts) if start <= update)
        back = epochs_on(epochs.spans, update, -1)
        if number == 0:
            assert back == 0
            continue
        # As far in the one before, in parts of its length.
        assert starts[number - 1] <= back < starts[number]
        if number < len(lengths):
            part = (update - starts[number]) / lengths[number]
            assert (
                0 <= part - (back - starts[number - 1]) / lengths[number - 1] < 1 / lengths[number - 1] + 1e-9
            )


def test_an_epoch_back_and_on_is_one_of_those_that_were_made() -> None:
    # 200 examples: batches of 32, six an epoch, to update 18, then all of them at once.
    spans = epochs_of(200, [(0, 32), (18, 200)], 22).spans
    back = [22]
    while back[-1]:
        back.append(epochs_on(spans, back[-1], -1))
    assert back == [22, 21, 20, 19, 18, 12, 6, 0]
    on = [0]
    while on[-1] < 22:
        on.append(epochs_on(spans, on[-1], 1))
    assert on == back[::-1]
    assert epochs_on(spans, 16, 1) == 18 and epochs_on(spans, 22, -5) == 12 and epochs_on(spans, 4, 2) == 16


def test_from_the_middle_of_an_epoch_it_is_as_far_in_one_of_another_length() -> None:
    # Two updates an epoch to update 60, then twenty: 64 is a fifth in its epoch, 70 half-way.
    spans = epochs_of(200, [(0, 100), (60, 10)], 64).spans
    assert [epochs_on(spans, update, -1) for update in (64, 70, 79, 80, 60, 59, 2, 1, 0)] == [
        *(58, 59, 59, 60, 58, 57, 0, 0, 0)
    ]
    assert [epochs_on(spans, update, 1) for update in (0, 57, 58, 59, 61)] == [2, 59, 60, 70, 81]


def test_an_epoch_that_was_given_up_is_gone_back_to_where_it_began() -> None:
    spans = epochs_of(200, [(0, 32), (11, 190)], 13).spans
    assert [epochs_on(spans, update, -1) for update in (13, 12, 11)] == [12, 11, 6]
