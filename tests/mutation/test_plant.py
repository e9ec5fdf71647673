"""A few of the lies, and the script that plants them; all of them are planted by `python -m tests.mutation.plant`."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from tests.mutation.lies import FAST_TESTS, LIES, THE_NINE
from tests.mutation.plant import ROOT, SourceChangedError, check_sources, drawn, unnoticed

# Another seed draws others: BACKLIGHT_LIES=7 pytest tests/mutation
SEED = int(os.environ.get("BACKLIGHT_LIES", "0"))


def test_every_lie_can_be_planted_and_is_one() -> None:
    check_sources(LIES)
    assert all(lie.old != lie.new for lie in LIES)
    assert len({(lie.file, lie.old, lie.new) for lie in LIES}) == len(LIES) >= 60
    assert len(THE_NINE) == 9


def test_every_test_that_should_notice_a_lie_is_in_a_file_that_is_there() -> None:
    files = {test.partition("::")[0] for lie in LIES for test in lie.tests}
    assert [file for file in sorted(files) if not (ROOT / file).is_file()] == []


def test_a_lie_whose_source_has_changed_is_named() -> None:
    gone = replace(LIES[0], old="what nobody has written")
    with pytest.raises(SourceChangedError, match="stands there 0 times"):
        check_sources([gone])


@pytest.mark.timeout(300)
def test_some_lies_are_noticed() -> None:
    fast = [lie for lie in LIES if set(lie.tests) <= set(FAST_TESTS)]
    assert unnoticed(drawn(4, SEED, fast), is_honest_checked=False) == []


@pytest.mark.timeout(120)
def test_what_is_no_lie_is_not_said_to_be_noticed() -> None:
    lie = next(lie for lie in LIES if set(lie.tests) <= set(FAST_TESTS))
    harmless = replace(lie, new=f"{lie.old}  # as it was")
    lie_of_texts = replace(harmless, tests=("tests/audit/test_number_reading.py",))
    assert unnoticed([lie_of_texts], is_honest_checked=False) == [lie_of_texts]
