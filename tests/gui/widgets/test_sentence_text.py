"""Parts of what is read out are joined as the language does it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.app.translation import install_language
from gui.widgets.sentence_text import labelled, listed, sentences, sizes_text, with_article


def test_in_english(qapp: QApplication) -> None:
    assert listed(["z = 1", "", "δ = 2"]) == "z = 1, δ = 2"
    assert sentences(["A digit.", "", "says 4"]) == "A digit. says 4"
    assert sentences(["Point at a neuron.", "It says so."]) == "Point at a neuron. It says so."
    assert labelled("ring", "δ") == "ring: δ"
    assert listed([]) == sentences([]) == ""


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_in_chinese(qapp: QApplication, language: str) -> None:
    install_language(qapp, language)
    try:
        assert listed(["z = 1", "", "δ = 2"]) == "z = 1，δ = 2"
        assert sentences(["第 0 个训练样本。", "判为 3"]) == "第 0 个训练样本。判为 3"
        assert labelled("圆环", "δ") == "圆环：δ"
    finally:
        install_language(qapp, "en")


@pytest.mark.parametrize(
    "name", ["8", "80", "88", "800", "8,000", "11", "18", "11,000", "18,000,000", "A", "f", "owl"]
)
def test_a_name_that_is_spoken_with_a_vowel_has_an(name: str) -> None:
    assert with_article("digit 7, a {label}: watched", name) == "digit 7, an {label}: watched"


@pytest.mark.parametrize(
    "name", ["0", "1", "9", "10", "17", "28", "100", "110", "1,100", "1,800", "B", "u", "cat", ""]
)
def test_any_other_name_has_a(name: str) -> None:
    assert with_article("digit 7, a {label}: watched", name) == "digit 7, a {label}: watched"


@pytest.mark.parametrize(
    ("sizes", "text"),
    [
        ((256, 32, 16, 10), "256-32-16-10"),
        ((256, 10), "256-10"),
        ((2, 8, 8, 1), "2-8-8-1"),
        ((256, *(32,) * 20, 16, 10), "256-32×20-16-10"),
    ],
)
def test_many_equal_layers_are_written_once(sizes: tuple[int, ...], text: str) -> None:
    assert sizes_text(sizes) == text
