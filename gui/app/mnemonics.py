"""One letter for each item of a menu, underlined in it: pressed while the menu is open, it chooses the item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from gui.widgets.mnemonic_text import without_letter

# From here on Unicode has Chinese characters and their punctuation.
FIRST_IDEOGRAPH = 0x2E80
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def plain(text: str) -> str:
    """The words without their letter and their dots: "&Help…" and 帮助(&H)… are Help and 帮助."""
    return without_letter(text).rstrip("…")


def with_letters(texts: Sequence[str], names: Sequence[str]) -> list[str]:
    """Each text with a letter of its own marked by "&".

    In a text of Latin letters it is the first of a word, or else any; behind other texts one stands in brackets, from
    the item's English name. Where all letters are taken, there is none.

    Parameters
    ----------
    texts : sequence of str
        What the items of one menu are called, from top to bottom.
    names : sequence of str
        Their English names in the code, such as ``new_weights``.
    """
    words = [without_letter(text) for text in texts]
    wishes = [_wishes(text, name) for text, name in zip(words, names, strict=True)]
    return [_marked(text, letter) for text, letter in zip(words, _shared_out(wishes), strict=True)]


def _is_latin(words: str) -> bool:
    return any(map(str.isalpha, words)) and all(ord(letter) < FIRST_IDEOGRAPH for letter in words)


def _wishes(words: str, name: str) -> list[str]:
    """The letters that an item can have, the best first."""
    letters = [*re.findall(r"(?<![A-Za-z])[A-Za-z]", words), *words]
    if not _is_latin(words):
        letters = [*name, *_LETTERS]
    return [letter for letter in dict.fromkeys(map(str.upper, letters)) if letter in _LETTERS]


def _shared_out(wishes: Sequence[Sequence[str]]) -> list[str]:
    """One letter for each item: its first free wish; where none is free, another item gives way, if it can."""
    owners: dict[str, int] = {}

    def seat(item: int, asked: set[str]) -> bool:
        for letter in wishes[item]:
            if letter not in owners:
                owners[letter] = item
                return True
        for letter in wishes[item]:
            if letter not in asked:
                asked.add(letter)
                if seat(owners[letter], asked):
                    owners[letter] = item
                    return True
        return False

    for item in range(len(wishes)):
        seat(item, set())
    letters = {item: letter for letter, item in owners.items()}
    return [letters.get(item, "") for item in range(len(wishes))]


def _marked(words: str, letter: str) -> str:
    if not letter:
        return words
    if not _is_latin(words):
        stem = words.rstrip("…")
        return f"{stem}(&{letter}){words[len(stem) :]}"
    first = re.search(rf"(?<![A-Za-z]){letter}", words, re.IGNORECASE) or re.search(
        letter, words, re.IGNORECASE
    )
    place = first.start() if first is not None else 0
    return f"{words[:place]}&{words[place:]}"


def give_letters(menu: QMenu) -> None:
    """Mark a letter in each item of a menu that is about to be shown; what is called anew gets a new one then."""
    items = [action for action in menu.actions() if not action.isSeparator()]
    names = []
    for action in items:
        inner = action.menu()
        name = inner.objectName() if isinstance(inner, QMenu) else action.objectName()
        names.append(re.sub(r"^(action|menu)_", "", name))
    for action, text in zip(items, with_letters([item.text() for item in items], names), strict=True):
        if action.text() != text:
            action.setText(text)


def take_letters(menu: QMenu) -> None:
    """Take the letters out of the items of a menu that is hidden."""
    for action in menu.actions():
        words = without_letter(action.text())
        if not action.isSeparator() and action.text() != words:
            action.setText(words)
