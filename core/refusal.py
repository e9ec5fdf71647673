"""What a user gives and Backlight can't take: a code with its fields, and the English sentence that they make.

Whoever shows a refusal in another language has a sentence of their own for each code, with the same fields.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

Field = str | int | float


class RefusalError(ValueError):
    """Something of a user's cannot be taken; its text is one sentence of `sentences`.

    Parameters
    ----------
    code : str
        A key of `sentences`.
    **fields : str, int, float or Path
        What the sentence has to fill in; signs of a text that cannot be printed become "?".
    """

    sentences: ClassVar[Mapping[str, str]] = {}

    def __init__(self, code: str, **fields: Field | Path) -> None:
        self.code = code
        self.fields = {name: printable(value) for name, value in fields.items()}
        super().__init__(self.sentences[code].format(**self.fields))


def printable(value: Field | Path) -> Field:
    """A number as it is; of a text or a path, what can stand in a sentence: signs that cannot be printed are "?"."""
    if isinstance(value, (int, float)):
        return value
    return "".join(sign if can_be_shown(sign) else "?" for sign in str(value))


def can_be_shown(sign: str) -> bool:
    """Whether a sign of a name can stand on a line: a letter, or a space of any writing, such as the full-width one."""
    return sign.isprintable() or unicodedata.category(sign) == "Zs"


def shortened(text: str, longest: int) -> str:
    """The text, with "…" at its end where it has more signs than `longest`."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
