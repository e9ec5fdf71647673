"""Parts of a text that is read out, joined as the language in force does it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile

from PySide6.QtCore import QCoreApplication

_NO_BREAK, _JOINER = "\u00a0", "\u2060"


def listed(parts: Iterable[str]) -> str:
    """ "z = 1, δ = 2": the parts that are not empty, with commas between."""
    return QCoreApplication.translate("Sentences", ", ").join(part for part in parts if part)


def enumerated(names: Iterable[str]) -> str:
    """ "1, 3, 4": names or numbers of one kind in a row. Chinese has a mark of its own between these."""
    return QCoreApplication.translate("Enumeration", ", ").join(names)


def clauses(parts: Iterable[str]) -> str:
    """ "w = 1, C = 2; range 3": parts that may have commas in them, with semicolons between."""
    return QCoreApplication.translate("Sentences", "; ").join(parts)


def bracketed(text: str, note: str) -> str:
    """ "Run (Space)": a text and what is said beside it."""
    return QCoreApplication.translate("Sentences", "{text} ({note})").format(text=text, note=note)


def sentences(parts: Iterable[str]) -> str:
    """ "A digit. Says 4": the parts that are not empty, with full stops between.

    One that ends in a stop of its own gets no other.
    """
    stop = QCoreApplication.translate("Sentences", ". ")
    kept = [part.strip() for part in parts if part.strip()]
    ended = [part.rstrip(stop) if part.endswith(stop.strip()) else part for part in kept[:-1]]
    return stop.join([*ended, *kept[-1:]])


def labelled(name: str, words: str) -> str:
    """ "ring: δ by its width"."""
    return QCoreApplication.translate("Sentences", "{name}: {words}").format(name=name, words=words)


def with_article(text: str, name: str) -> str:
    """An English `text` in which "a {…}" is "an {…}" where `name`, which is put there, begins with a vowel.

    It is how the name is spoken that counts: an 8, an 18, an 80, an 11, an F, an apple; a 1, a 100, a U. A text in a
    language without this article is given back as it is.
    """
    return text.replace(" a {", " an {") if _begins_with_vowel(name) else text


def _begins_with_vowel(name: str) -> bool:
    digits = "".join(takewhile(str.isdigit, name.replace(",", "")))
    if digits:
        # Eleven and eighteen, and so many thousands, millions; 110 is a hundred and ten, 1,100 a thousand.
        return digits[0] == "8" or (digits[:2] in ("11", "18") and len(digits) % 3 == 2)
    if len(name) == 1:
        return name.upper() in "AEFHILMNORSX"
    return name[:1].lower() in tuple("aeiou")


def unbroken(text: str) -> str:
    """A text of which no line ends within "|w| = 0.46" or "gap 3": wherever it is wrapped, a name stays at its number.

    What keeps it together is not seen; `broken_anywhere` takes it out.
    """
    text = re.sub(r" = (?=\S)", f"{_NO_BREAK}={_NO_BREAK}", text)
    text = re.sub(r"(?<=\w) (?=\d)", _NO_BREAK, text)
    # Chinese has no spaces: a short note in brackets would be broken within a word.
    text = re.sub(r"（[^（）]{1,12}）", lambda note: _JOINER.join(note[0]), text)
    return re.sub(r"\|(\S+?)\|", rf"|{_JOINER}\1{_JOINER}|{_JOINER}", text)


def is_joined(text: str) -> bool:
    """Whether `unbroken` lets no line end after this beginning of a text."""
    return text.endswith((_NO_BREAK, _JOINER))


def broken_anywhere(text: str) -> str:
    """A text as it was before `unbroken`."""
    return text.replace(_NO_BREAK, " ").replace(_JOINER, "")


def sizes_text(sizes: Sequence[int]) -> str:
    """256-32-16-10; three or more equal layers in a row are written once: 256-16×10-10."""
    parts: list[str] = []
    for size, layers in groupby(sizes):
        count = len(list(layers))
        parts += [f"{size}×{count}"] if count >= 3 else [str(size)] * count
    return "-".join(parts)
