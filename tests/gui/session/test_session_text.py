"""Every code has its sentence in the window, with the same fields."""

from __future__ import annotations

import re

import pytest

from core.session.errors import SENTENCES
from gui.session.session_text import session_refusal_text


@pytest.mark.parametrize("code", SENTENCES)
def test_each_code_has_the_sentence_of_the_engine_in_english(code: str) -> None:
    fields = {name: f"<{name}>" for name in re.findall(r"{(\w+)}", SENTENCES[code])}
    assert session_refusal_text(code, fields) == SENTENCES[code].format(**fields)


def test_numbers_are_written_as_everywhere() -> None:
    text = session_refusal_text("too_large", {"count": 3_000_000_000, "limit": 2_000_000_000})
    assert "3,000,000,000 bytes" in text and "2,000,000,000 at most" in text
