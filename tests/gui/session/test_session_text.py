"""Every code has its sentence in the window, with the same fields."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from core.data.refusals import DatasetError
from core.session.errors import DATA_CODE, DATA_REASON, SENTENCES
from gui.app.translation import install_language
from gui.session.session_text import session_refusal_text


@pytest.mark.parametrize("code", SENTENCES)
def test_each_code_has_the_sentence_of_the_engine_in_english(code: str) -> None:
    fields = {name: f"<{name}>" for name in re.findall(r"{(\w+)}", SENTENCES[code])}
    assert session_refusal_text(code, fields) == SENTENCES[code].format(**fields)


def test_numbers_are_written_as_everywhere() -> None:
    text = session_refusal_text("too_large", {"count": 3_000_000_000, "limit": 2_000_000_000})
    assert "3,000,000,000 bytes" in text and "2,000,000,000 at most" in text


def test_why_its_examples_cannot_be_read_is_said_in_the_windows_language(qapp: QApplication) -> None:
    error = DatasetError("npz_damaged", path="a.npz", reason="no end")
    fields = {**error.fields, "reason": str(error), DATA_CODE: error.code, DATA_REASON: "no end"}
    assert session_refusal_text("data_unread", fields) == f"Its examples could not be read: {error}"
    install_language(qapp, "zh_CN")
    text = session_refusal_text("data_unread", fields)
    gone = session_refusal_text("data_missing", {"path": "/data/thin"})
    install_language(qapp, "en")
    assert "a.npz" in text and "must be" not in text and gone.count("/data/thin") == 1
