"""Each of the engine's refusals has its sentence in every language, which fills in the same."""

import re
import string

import pytest
from PySide6.QtWidgets import QApplication

from core.data.refusals import SENTENCES, DatasetError
from gui.app.translation import install_language
from gui.data_dialog.refusal_text import refusal_text


def fields_of(code: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name]


def refusal(code: str) -> DatasetError:
    # Each field is filled in with its own name, so that one in another's place is seen.
    return DatasetError(code, **{name: f"<{name}>" for name in fields_of(code)})


@pytest.mark.parametrize("code", [code for code in SENTENCES if code != "other"])
def test_every_refusal_is_said_in_the_language_of_the_window(qapp: QApplication, code: str) -> None:
    english = refusal_text(refusal(code))
    install_language(qapp, "zh_CN")
    chinese = refusal_text(refusal(code))
    install_language(qapp, "en")
    for said in (english, chinese):
        assert sorted(re.findall("<([a-z_]+)>", said)) == sorted(fields_of(code))
    assert re.search("[\u4e00-\u9fff]", chinese) and not re.search("[\u4e00-\u9fff]", english)
    assert english.endswith(".") and chinese.endswith("。")


def test_numbers_are_written_as_elsewhere_on_screen() -> None:
    assert refusal_text(DatasetError("many_examples", path="a.csv", count=200_001, limit=200_000)) == (
        "a.csv holds 200,001 examples: there may be 200,000 at most."
    )


def test_what_has_no_code_is_said_as_it_is() -> None:
    assert refusal_text(DatasetError("other", sentence="It is {odd}.")) == "It is {odd}."
