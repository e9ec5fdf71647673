"""Parts of a text that is read out, joined as the language in force does it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def listed(parts: Iterable[str]) -> str:
    """ "z = 1, δ = 2": the parts that are not empty, with commas between."""
    return QCoreApplication.translate("Sentences", ", ").join(part for part in parts if part)


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
