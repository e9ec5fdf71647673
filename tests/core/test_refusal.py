"""A refusal is one sentence, whatever a user's texts hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.data.refusals import DatasetError
from core.exchange.refusals import WeightsError
from core.refusal import RefusalError, printable
from core.session.errors import SessionError


class NoBreadError(RefusalError):
    sentences = {"stale": "{path} is {days} days old: bake another."}


def test_its_text_is_the_sentence_of_its_code_with_its_fields() -> None:
    refusal = NoBreadError("stale", path=Path("rye"), days=9)
    assert str(refusal) == "rye is 9 days old: bake another."
    assert (refusal.code, refusal.fields) == ("stale", {"path": "rye", "days": 9})


def test_a_code_without_a_sentence_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        NoBreadError("burnt")


def test_what_cannot_be_printed_does_not_get_into_a_sentence() -> None:
    # A full-width space is one, as it is in many names.
    assert printable("a\u3000b\u00a0c") == "a\u3000b\u00a0c"
    assert printable("a\n\x1bb\u202ec") == "a??b?c" and printable(2.5) == 2.5


@pytest.mark.parametrize("kind", [DatasetError, WeightsError, SessionError])
def test_all_that_is_refused_is_refused_in_one_way(kind: type[RefusalError]) -> None:
    assert issubclass(kind, RefusalError) and kind.sentences
