"""A refusal is a code with its fields, and one sentence that can be printed."""

import re
import string
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from core.data.refusals import SENTENCES, DatasetError, as_dataset_error

ROOT = Path(__file__).resolve().parents[3]


@cache
def written() -> Counter[str]:
    """How often each quoted word stands in the source of the app."""
    return Counter(
        word
        for folder in ("core", "gui")
        for path in (ROOT / folder).rglob("*.py")
        for word in re.findall(r'"\w+"', path.read_text(encoding="utf-8"))
    )


def fields_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_a_refusal_keeps_its_code_and_its_fields_and_is_a_value_error() -> None:
    error = DatasetError("many_examples", path=Path("own.csv"), count=200_001, limit=200_000)
    assert isinstance(error, ValueError)
    assert (error.code, error.fields) == (
        "many_examples",
        {"path": "own.csv", "count": 200_001, "limit": 200_000},
    )
    assert str(error) == "own.csv holds 200001 examples: there may be 200000 at most."


def test_a_refusal_is_one_line_that_can_be_printed() -> None:
    error = DatasetError("measured_label", path=Path("two\nlines \udcff"), label="a\t零")
    assert str(error) == "two?lines ? has the label a?零: labels are words or whole numbers, one a class."


def test_an_error_of_another_kind_becomes_one_with_its_own_words() -> None:
    error = as_dataset_error(ValueError("'x' is no curve"))
    assert (error.code, str(error)) == ("other", "'x' is no curve")
    assert as_dataset_error(error) is error


@pytest.mark.parametrize("code", SENTENCES)
def test_every_code_makes_one_sentence_and_is_raised_somewhere(code: str) -> None:
    sentence = str(DatasetError(code, **dict.fromkeys(fields_of(SENTENCES[code]), 7)))
    assert "{" not in sentence and "\n" not in sentence
    # Where it is defined, where it is put into words, and where it is raised.
    assert written()[f'"{code}"'] > 2
