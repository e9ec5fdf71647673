"""Parts of what is read out are joined as the language does it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.app.translation import install_language
from gui.widgets.sentence_text import (
    bracketed,
    broken_anywhere,
    clauses,
    enumerated,
    is_joined,
    labelled,
    listed,
    sentences,
    sizes_text,
    unbroken,
    with_article,
)


def test_in_english(qapp: QApplication) -> None:
    assert listed(["z = 1", "", "δ = 2"]) == "z = 1, δ = 2"
    assert sentences(["A digit.", "", "says 4"]) == "A digit. says 4"
    assert sentences(["Point at a neuron.", "It says so."]) == "Point at a neuron. It says so."
    assert labelled("ring", "δ") == "ring: δ"
    assert listed([]) == sentences([]) == enumerated([]) == clauses([]) == ""
    assert enumerated(str(layer) for layer in (1, 3)) == "1, 3"
    assert clauses(["w = 1, C = 2", "b = 0"]) == "w = 1, C = 2; b = 0"
    assert bracketed("Run", "Space") == "Run (Space)"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_in_chinese(qapp: QApplication, language: str) -> None:
    install_language(qapp, language)
    try:
        assert listed(["z = 1", "", "δ = 2"]) == "z = 1，δ = 2"
        assert sentences(["第 0 个训练样本。", "判为 3"]) == "第 0 个训练样本。判为 3"
        assert labelled("圆环", "δ") == "圆环：δ"
        assert enumerated(["1", "3"]) == "1、3"
        assert clauses(["w = 1，C = 2", "b = 0"]) == "w = 1，C = 2；b = 0"
        assert bracketed("运行", "Space") == "运行（Space）"
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


# In the language of programs: logs, files, formulas, and what is said before there is a window.
IN_ENGLISH = {
    *("curve_figure", "report_presenter", "startup", "versions"),
    *("preflight", "application", "dialog", "loss_panel"),
    *("activation_names", "architecture_settings", "optimizer_formula", "session_presenter"),
    *("structure_text", "weight_account", "filter_words", "errors"),
    *("window_content",),
}
ROOT = Path(__file__).resolve().parents[3]


def joined_by_hand(source: str) -> list[int]:
    """The lines in which two values stand in one f-string with an English comma, colon or bracket between."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            sheet = any(isinstance(part, str) and any(sign in part for sign in "{}<#") for part in parts)
            between = [part for part in parts if isinstance(part, str)]
            if not sheet and any(part in (", ", ": ", "; ", " (") for part in between):
                lines.append(node.lineno)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            by = node.func.value
            if isinstance(by, ast.Constant) and by.value in (", ", ": ", "; "):
                lines.append(node.lineno)
    return lines


def test_what_is_joined_by_hand_is_found() -> None:
    given = """a = f"{x}: {y}"\nb = ", ".join(z)\nc = f"{x} · {y}"\nd = f"{x} ({y})"\ne = f"p {{ left: {x}; }}" """
    assert joined_by_hand(given) == [1, 2, 4]


def test_no_text_is_put_together_with_english_commas_colons_and_brackets() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "gui").rglob("*.py"))
        if path.stem not in IN_ENGLISH
        for line in joined_by_hand(path.read_text(encoding="utf-8"))
    ]
    assert found == [], "use gui.widgets.sentence_text, which joins as the language does"


def test_a_name_is_kept_at_its_number_by_signs_that_are_not_seen() -> None:
    text = "full colour at |w| = 0.29  0.74 (gaps 1–3)"
    kept = "full colour at |\u2060w\u2060|\u2060\u00a0=\u00a00.29  0.74 (gaps\u00a01–3)"
    assert unbroken(text) == kept and broken_anywhere(kept) == text
    assert is_joined("gaps\u00a0") and is_joined("|\u2060") and not is_joined("gaps ")
    assert unbroken("最浓色（层间）") == "最浓色（\u2060层\u2060间\u2060）"
    assert unbroken("") == broken_anywhere("") == ""
