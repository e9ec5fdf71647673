"""A count of one is said in the singular, and otherwise in the same words."""

import re
import string

import pytest
from PySide6.QtWidgets import QApplication

from core.data.refusals import SENTENCES, DatasetError
from gui.app.translation import install_language
from gui.data_dialog.refusal_of_one import sentences_of_one
from gui.data_dialog.refusal_text import refusal_text


@pytest.mark.parametrize("code", sentences_of_one())
def test_of_one_there_is_no_plural(qapp: QApplication, code: str) -> None:
    names = (name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name)
    fields = {name: f"<{name}>" for name in names} | {"count": 1}
    english = refusal_text(DatasetError(code, **fields))
    assert re.search(r"\b1 (column|label|example)\b", english) and not re.search(r"\b1 [a-z]+s\b", english)
    several = refusal_text(DatasetError(code, **fields | {"count": 2}))
    assert re.sub(r"\b1 ([a-z]+)", r"2 \1s", english) == several
    install_language(qapp, "zh_CN")
    chinese = refusal_text(DatasetError(code, **fields))
    assert chinese == refusal_text(DatasetError(code, **fields | {"count": 2})).replace("2", "1")
    install_language(qapp, "en")
