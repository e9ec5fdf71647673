"""Which commands are meant by some words: a ranking, so that what is called so comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class CommandText:
    """What a command can be found by: its name, the menus that lead to it, and what it does.

    `english` is what it is called in English, where that is another name.
    """

    name: str
    path: str = ""
    tip: str = ""
    english: CommandText | None = None


def ranked(wanted: str, commands: Sequence[CommandText]) -> list[int]:
    """The numbers of the commands that are meant, the likeliest first; all of them, in their order, for no words.

    Every word has to stand in a command's name, in the menus that lead to it, or in what it does; where none is found
    so, the letters have to stand in the name in their order ("nwe" is New weights).
    """
    words = wanted.casefold().split()
    if not words:
        return list(range(len(commands)))
    ranks = [(_rank(words, command), number) for number, command in enumerate(commands)]
    found = sorted((rank, number) for rank, number in ranks if rank is not None)
    if not found:
        letters = "".join(words)
        names = ((i, name) for i, command in enumerate(commands) for name in _names(command))
        spread = ((_spread(letters, name), i) for i, name in names)
        found = sorted((width, number) for width, number in spread if width is not None)
    # Once, by the name of which it is the likelier one.
    return list(dict.fromkeys(number for _, number in found))


def _names(command: CommandText) -> list[str]:
    names = [command.name] if command.english is None else [command.name, command.english.name]
    return [name.casefold() for name in names]


def _rank(words: list[str], command: CommandText) -> int | None:
    own = _rank_in_language(words, command)
    english = None if command.english is None else _rank_in_language(words, command.english)
    return min((rank for rank in (own, english) if rank is not None), default=None)


def _rank_in_language(words: list[str], command: CommandText) -> int | None:
    name, path, tip = command.name.casefold(), command.path.casefold(), command.tip.casefold()
    if not all(word in f"{path} {name} {tip}" for word in words):
        return None
    if name.startswith(" ".join(words)):
        return 0
    if all(any(part.startswith(word) for part in name.split()) for word in words):
        return 1
    if all(word in name for word in words):
        return 2
    return 3 if all(word in f"{path} {name}" for word in words) else 4


def _spread(letters: str, name: str) -> int | None:
    """How many letters of the name lie between the first and the last of these, which stand in it in their order."""
    at = first = name.find(letters[0])
    for letter in letters[1:]:
        at = name.find(letter, at + 1) if at >= 0 else -1
    return at - first if at >= 0 else None
