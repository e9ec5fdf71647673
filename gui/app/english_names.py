"""What a text in the language in force is called in English: for who knows a command by that name."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache

from PySide6.QtCore import QLocale

from gui.app.mnemonics import plain
from gui.app.translation import FOLDER


def english_of(text: str) -> str:
    """The English of a name, without its letter and its dots; "" in English, and for what is no text of the app's."""
    return _names(QLocale().name()).get(plain(text), "")


@cache
def _names(language: str) -> dict[str, str]:
    """English names by their translations; read when they are first asked for, in about 30 ms."""
    path = FOLDER / f"backlight_{language}.ts"
    if not path.exists():
        return {}
    names: dict[str, str] = {}
    for message in ET.parse(path).iter("message"):
        # The actions' texts are among the first of the file: where two are translated alike, theirs is it.
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        names.setdefault(plain(translation), plain(source))
    return names
