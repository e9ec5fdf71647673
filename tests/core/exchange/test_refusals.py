"""Every refusal is one sentence that can be shown."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from core.exchange.refusals import SENTENCES, WeightsError


@pytest.mark.parametrize("code", SENTENCES)
def test_each_sentence_names_the_file_and_what_would_be_right(code: str) -> None:
    fields = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
    error = WeightsError(code, **dict.fromkeys(fields, "x\n") | {"path": Path("a\tb")})
    assert "a?b" in str(error) and "\n" not in str(error) and str(error).endswith(".")
    assert set(error.fields) == fields
