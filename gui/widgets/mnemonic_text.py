"""A text without the letter that is underlined in it: as it is read out."""

from __future__ import annotations

import re

# As Chinese has it: the letter in brackets behind the words. Two "&" are one that is seen.
_IN_BRACKETS, _MARK = re.compile(r"\(&\w\)"), re.compile("&(&?)")


def without_letter(text: str) -> str:
    """ "Se&lect" and 框选(&L) are Select and 框选."""
    return _MARK.sub(r"\1", _IN_BRACKETS.sub("", text))
