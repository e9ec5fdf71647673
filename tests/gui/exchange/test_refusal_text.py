"""Every reason not to open a file of weights is said in the language of the window."""

from __future__ import annotations

import re
import string

import pytest
from PySide6.QtWidgets import QApplication

from core.exchange.refusals import SENTENCES, WeightsError
from gui.app.translation import install_language
from gui.exchange.refusal_text import weights_refusal_text


def refusal(code: str) -> WeightsError:
    names = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
    # Each field is filled in with its own name, so that one in another's place is seen.
    return WeightsError(code, **{name: f"<{name}>" for name in names})


@pytest.mark.parametrize("code", SENTENCES)
def test_it_says_the_same_in_both_languages(qapp: QApplication, code: str) -> None:
    english = weights_refusal_text(refusal(code))
    install_language(qapp, "zh_CN")
    chinese = weights_refusal_text(refusal(code))
    install_language(qapp, "en")
    assert english == str(refusal(code))
    assert sorted(re.findall("<[a-z]+>", chinese)) == sorted(re.findall("<[a-z]+>", english))
    assert re.search("[\u4e00-\u9fff]", chinese) and chinese.endswith("。")


def test_numbers_are_written_as_elsewhere_on_screen() -> None:
    error = WeightsError("many_parameters", path="a.safetensors", count=12_000_001, limit=12_000_000)
    assert weights_refusal_text(error) == (
        "a.safetensors has 12,000,001 parameters: there may be 12,000,000."
    )


@pytest.mark.parametrize(
    "code",
    [
        *("channels_differ", "bias_shape", "sizes_differ", "residual_sizes"),
        *("activation_count", "inputs_differ", "outputs_differ"),
    ],
)
def test_of_one_there_is_no_plural(qapp: QApplication, code: str) -> None:
    names = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
    fields = {name: f"<{name}>" for name in names} | {"count": 1}
    english = weights_refusal_text(WeightsError(code, **fields))
    several = weights_refusal_text(WeightsError(code, **fields | {"count": 2}))
    assert not re.search(r"\b1 [a-z]+s\b", english)
    assert re.sub(r"\b1 ([a-z]+)", r"2 \1s", english).replace("(1,)", "(2,)") == several
    install_language(qapp, "zh_CN")
    chinese = [weights_refusal_text(WeightsError(code, **fields | {"count": count})) for count in (1, 2)]
    assert chinese[0] == chinese[1].replace("2", "1")
    install_language(qapp, "en")
