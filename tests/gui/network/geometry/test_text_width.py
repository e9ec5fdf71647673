"""How wide words are is estimated, and lines are shortened and broken by that."""

from __future__ import annotations

from gui.network.geometry.text_width import elide, line_height, text_width, wrap
from gui.theme.tokens import Theme


def test_a_chinese_character_is_as_wide_as_its_type() -> None:
    assert text_width("神经元", "body", Theme()) == 3 * 13
    assert line_height("body", Theme()) > 13


def test_what_does_not_fit_ends_in_an_ellipsis():
    theme = Theme()
    short = elide("a long line of words", 60, "body", theme)
    assert short.endswith("…")
    assert text_width(short, "body", theme) <= 60
    assert elide("short", 60, "body", theme) == "short"


def test_lines_break_at_spaces_and_between_chinese_characters():
    theme = Theme()
    assert " ".join(wrap("one two three four", 60, "body", theme)) == "one two three four"
    lines = wrap("不知道正确答案所以没有损失", 60, "body", theme)
    assert "".join(lines) == "不知道正确答案所以没有损失"
    assert all(text_width(line, "body", theme) <= 60 for line in lines)
