"""How wide words are is estimated, and lines are shortened and broken by that."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from gui.network.geometry.text_width import (
    coverage_width,
    elide,
    legend_head_width,
    legend_strip_width,
    legend_width,
    line_height,
    text_width,
    wrap,
)
from gui.theme.tokens import Theme
from gui.widgets.sentence_text import unbroken

# Fonts need it.
pytestmark = pytest.mark.usefixtures("qapp")


def test_a_chinese_character_is_as_wide_as_its_type() -> None:
    assert text_width("神经元", "body", Theme()) == 3 * 13
    assert line_height("body", Theme()) > 13


def test_what_does_not_fit_ends_in_an_ellipsis():
    theme = Theme()
    short = elide("a long line of words", 60, "body", theme)
    assert short.endswith("…")
    assert text_width(short, "body", theme) <= 60
    assert elide("short", 60, "body", theme) == "short"


def test_as_much_of_a_line_is_left_as_there_is_room_for_and_nothing_that_was_tried_is_remembered() -> None:
    # 13 px: each i takes 0.32 of it, the ellipsis 0.61.
    theme, text = Theme(), "i" * 200
    for kept in (1, 7, 198):
        room = 13 * (0.32 * kept + 0.61)
        text_width.cache_clear()
        assert elide(text, room + 0.01, "body", theme) == "i" * kept + "…"
        assert elide(text, room - 0.01, "body", theme) == "i" * (kept - 1) + "…"
        wrap("i i i i i i i", room, "body", theme)
        assert text_width.cache_info().currsize <= 1
    assert elide(text, 1, "body", theme) == elide(text, -5, "body", theme) == "…"


def test_lines_break_at_spaces_and_between_chinese_characters():
    theme = Theme()
    assert " ".join(wrap("one two three four", 60, "body", theme)) == "one two three four"
    lines = wrap("不知道正确答案所以没有损失", 60, "body", theme)
    assert "".join(lines) == "不知道正确答案所以没有损失"
    assert all(text_width(line, "body", theme) <= 60 for line in lines)


@pytest.mark.parametrize(
    ("role", "scale", "size"), [("tick", 1.0, 11), ("head", 1.0, 14), ("body", 2.0, 26), ("tick", 0.1, 8)]
)
def test_type_grows_with_the_scale_and_is_never_less_than_8_px(role, scale, size) -> None:
    theme = Theme(scale=scale)
    assert theme.type_size(role) == size == theme.font(role).pixelSize()
    assert line_height(role, theme) == pytest.approx(1.4 * size)


def test_signs_have_widths_of_their_own_in_parts_of_the_type() -> None:
    # 13 px: i takes 0.32 of it, a 0.61, m 0.84.
    assert text_width("", "body", Theme()) == 0
    assert text_width("iam", "body", Theme()) == pytest.approx(13 * (0.32 + 0.61 + 0.84))
    assert text_width("iam", "body", Theme(), bold=True) == pytest.approx(1.1 * 13 * (0.32 + 0.61 + 0.84))


@pytest.mark.parametrize("role", ["tick", "caption", "body", "head"])
@pytest.mark.parametrize(
    "words",
    [
        "drawn 918 of 8,864 · 89 % of this digit’s signal",
        "full colour at |∂C/∂w| = 0.29  0.74  1.0 (gaps 1–3)",
        "C = −ln y₅ = 0.61",
        "20, residual: 64 % past",
        "training digit 7, a 1",
    ],
)
def test_an_estimate_is_hardly_ever_too_narrow(qapp, role, words) -> None:
    # "head" is bold.
    real = QFontMetricsF(Theme().font(role)).horizontalAdvance(words)
    assert text_width(words, role, Theme(), bold=role == "head") >= 0.95 * real


@pytest.mark.parametrize("text", ["", "0", "a long line of words"])
def test_what_fits_exactly_stays_and_a_hair_less_room_shortens_it(text) -> None:
    width = text_width(text, "body", Theme())
    assert elide(text, width, "body", Theme()) == text
    if text:
        assert elide(text, width - 0.01, "body", Theme()).endswith("…")


def test_where_there_is_no_room_only_the_ellipsis_is_left() -> None:
    assert elide("words", 1, "body", Theme()) == "…"
    # No space before it.
    assert elide("one two", text_width("one …", "body", Theme()), "body", Theme()) == "one…"


def test_as_many_words_as_fit_stand_in_a_line() -> None:
    width = text_width("one two", "body", Theme())
    assert list(wrap("one two one two one", width, "body", Theme())) == ["one two", "one two", "one"]
    assert list(wrap("one two one", width - 0.01, "body", Theme())) == ["one", "two", "one"]


def test_of_nothing_there_is_no_line_and_a_word_is_not_broken() -> None:
    assert list(wrap("", 60, "body", Theme())) == list(wrap("  ", 60, "body", Theme())) == []
    assert list(wrap("a neverendingword b", 20, "body", Theme())) == ["a", "neverendingword", "b"]


# --- the legend's room


def test_the_strip_of_colours_is_88_px_with_room_for_a_sign_at_both_ends() -> None:
    assert [legend_strip_width(Theme(scale=scale)) for scale in (1.0, 1.5)] == [88, 132]
    signs = 2 * text_width("+ ", "caption", Theme())
    assert legend_head_width(Theme()) == pytest.approx(88 + signs + 6)


def test_each_gap_up_to_the_twelfth_asks_for_room_for_its_scale() -> None:
    widths = [legend_width(gaps, Theme()) for gaps in (1, 2, 3, 12, 13, 100)]
    number = text_width("  0.25", "caption", Theme())
    assert widths[2] - widths[1] == pytest.approx(number)
    assert widths[3] - widths[2] == pytest.approx(9 * number)
    # Of more only the least and the largest are named.
    assert widths[3] == widths[4] == widths[5]
    assert widths[0] == pytest.approx(
        legend_head_width(Theme()) + text_width("full colour at |∂C/∂w| = 0.25", "caption", Theme())
    )


@pytest.mark.parametrize(
    ("total", "drawn"), [(12, "12 of 12"), (8864, "6,000 of 8,864"), (2560000, "6,000 of 2,560,000")]
)
def test_the_coverage_has_room_for_its_longest_words(total, drawn) -> None:
    longest = f"drawn {drawn} · 100 % of this digit’s ∂C/∂w"
    assert coverage_width(total, Theme()) == text_width(longest, "caption", Theme())


def test_what_is_kept_together_stands_in_one_line_and_is_written_as_before() -> None:
    theme = Theme()
    for text, whole in (
        ("full colour at |w| = 0.29  0.74  1.0 (gaps 1–3)", ("|w| = 0.29", "(gaps 1–3)")),
        ("|w| = 0.29  0.74  1.0 时颜色最浓（层间 1–3）", ("|w| = 0.29", "（层间 1–3）")),
    ):
        for width in range(90, 500, 7):
            lines = wrap(unbroken(text), width, "caption", theme)
            assert "".join(lines).replace(" ", "") == text.replace(" ", "")
            assert all("\u00a0" not in line and "\u2060" not in line for line in lines)
            for part in whole:
                assert any(part in line for line in lines), (width, lines)


def test_no_line_begins_with_a_mark_that_ends_something() -> None:
    theme = Theme()
    text = "接近零时宽一个像素，按平方根变化；低于其百分之六时变淡（逐层列出）。"
    for width in range(30, 300, 7):
        lines = wrap(text, width, "caption", theme)
        assert "".join(lines) == text and not any(line[0] in "，；）。" for line in lines[1:])
