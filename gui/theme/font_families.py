"""Which font families write a text: the system's, and after it those that have the letterforms of the language.

Chinese, Japanese and Taiwanese share code points and differ in how they draw them: left to itself, a desktop that is
set up in English draws the Japanese forms. And a desktop whose own font is a Chinese one draws formulas with it: its
middle dots are as wide as a character, and its macrons stand beside their letter. A Latin family goes first there.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

SIMPLIFIED = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI")
TRADITIONAL = (
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Source Han Sans TC",
    "PingFang TC",
    "Microsoft JhengHei UI",
)
LATIN = ("Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Arial")
_CHINESE = {QFontDatabase.WritingSystem.SimplifiedChinese, QFontDatabase.WritingSystem.TraditionalChinese}


def font_families() -> list[str]:
    """The families for the language in force (`QLocale`'s default), the first asked first; only installed ones."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # The system's name may stand for a family ("Sans Serif"), and in a list a name that is no family is passed over.
    return list(_families(QFontInfo(system).family(), _is_traditional()))


def style_hint() -> QFont.StyleHint:
    """By which Qt tells the fonts of one kind of Chinese from those of the other; all of them are without serifs.

    It keeps what it has found for a font, and does not ask which families come after the first one: what had been
    written in 简体中文 in some size was drawn with its letterforms in 繁體中文, too, and the other way round.
    """
    return QFont.StyleHint.SansSerif if _is_traditional() else QFont.StyleHint.AnyStyle


def _is_traditional() -> bool:
    return QLocale().script() == QLocale.Script.TraditionalHanScript


@cache
def _families(system: str, is_traditional: bool) -> tuple[str, ...]:
    installed = set(QFontDatabase.families())
    is_chinese = not _CHINESE.isdisjoint(QFontDatabase.writingSystems(system))
    wanted = (LATIN if is_chinese else ()) + (system,) + (TRADITIONAL if is_traditional else SIMPLIFIED)
    return tuple(family for family in wanted if family == system or family in installed)
