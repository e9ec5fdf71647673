"""Texts are written in the letterforms of their language, formulas in a Latin font."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QTextLayout
from PySide6.QtWidgets import QApplication

from gui.theme import font_families as module
from gui.theme.font_families import SIMPLIFIED, TRADITIONAL, font_families
from gui.theme.tokens import make_theme

CJK = "Noto Sans CJK JP"


@pytest.fixture(autouse=True)
def locale_afterwards(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    QLocale.setDefault(locale)


@pytest.mark.parametrize(
    ("language", "theirs", "others"),
    [("en", SIMPLIFIED, TRADITIONAL), ("zh_CN", SIMPLIFIED, TRADITIONAL), ("zh_TW", TRADITIONAL, SIMPLIFIED)],
)
def test_the_letterforms_are_those_of_the_language(
    language: str, theirs: tuple[str, ...], others: tuple[str, ...]
) -> None:
    QLocale.setDefault(QLocale(language))
    families = font_families()
    installed = [family for family in theirs if QFontDatabase.hasFamily(family)]
    assert [family for family in families if family in theirs] == installed
    assert not set(families) & set(others)


def written_with(text: str) -> set[str]:
    """The families whose letters are painted, in a size and weight that are the same each time."""
    layout = QTextLayout(text, make_theme("dark").font("body"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def test_what_was_written_before_in_another_language_leaves_no_letterforms_behind() -> None:
    for language in ("zh_CN", "zh_TW", "en", "zh_TW", "zh_CN"):
        QLocale.setDefault(QLocale(language))
        theirs = TRADITIONAL if language == "zh_TW" else SIMPLIFIED
        installed = [family for family in theirs if QFontDatabase.hasFamily(family)]
        assert written_with("直角") == set(installed[:1] or written_with("直角")), language


def test_the_systems_font_comes_first_by_its_own_name() -> None:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    assert font_families()[0] == QFontInfo(system).family()
    assert QFontInfo(make_theme("dark").font("body")).family() == QFontInfo(system).family()


def test_on_a_chinese_desktop_a_latin_font_writes_the_formulas(monkeypatch: pytest.MonkeyPatch) -> None:
    if not QFontDatabase.hasFamily(CJK):
        pytest.skip(f"{CJK} is not installed")
    monkeypatch.setattr(module.QFontDatabase, "systemFont", lambda _role: QFont(CJK))
    families = font_families()
    latin = [family for family in module.LATIN if QFontDatabase.hasFamily(family)]
    assert families[: len(latin)] == latin
    assert families[len(latin)] == CJK


def test_only_families_that_are_there_are_named() -> None:
    assert [family for family in font_families() if not QFontDatabase.hasFamily(family)] == []
