"""What a choice of examples is called."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.data.dataset_spec import DatasetSpec
from gui.widgets.number_text import percents, plain
from gui.widgets.sentence_text import enumerated, listed

LONGEST = 14
SHOWN_DIGITS = 6


def set_title(name: str) -> str:
    """The name on screen of a set of points or of a curve."""
    titles = {
        "gaussians": QCoreApplication.translate("Data", "clouds"),
        "circle": QCoreApplication.translate("Data", "disc and ring"),
        "xor": QCoreApplication.translate("Data", "xor"),
        "spirals": QCoreApplication.translate("Data", "spirals"),
        "moons": QCoreApplication.translate("Data", "moons"),
        "sine": QCoreApplication.translate("Data", "sine"),
        "step": QCoreApplication.translate("Data", "step"),
        "triangle": QCoreApplication.translate("Data", "triangle"),
        "abs": QCoreApplication.translate("Data", "|x|"),
        "polynomial": QCoreApplication.translate("Data", "polynomial"),
        "sines": QCoreApplication.translate("Data", "sum of sines"),
        "drawn": QCoreApplication.translate("Data", "drawn by hand"),
    }
    return titles[name]


def short_dataset_title(choice: DatasetSpec) -> str:
    """What the examples are, in at most 14 characters; a longer name is cut, for a button whose text ends in "…"."""
    title = QCoreApplication.translate("Data", "digits") if choice.source == "digits" else data_title(choice)
    return title[:LONGEST].rstrip()


def content_digits(choice: DatasetSpec) -> str:
    """The first digits of the checksum of a user's own examples; "" for all others, which are made anew.

    1 of 16 million pairs of others has the same ones.
    """
    return choice.content[:SHOWN_DIGITS]


def content_title(choice: DatasetSpec) -> str:
    """Which examples a user's own were when they were read; "" for all others."""
    contents = QCoreApplication.translate("Data", "contents {checksum}")
    return contents.format(checksum=content_digits(choice)) if choice.content else ""


def full_title(choice: DatasetSpec) -> str:
    """What the examples are; of a user's own also which they were when their file was read."""
    return listed(filter(None, (data_title(choice), content_title(choice))))


def data_title(choice: DatasetSpec) -> str:
    """What the examples are, in a word or two; digits that are made harder are called so."""
    if choice.source == "own":
        return Path(choice.path).name
    if choice.source != "digits":
        return set_title(choice.name)
    title = QCoreApplication.translate("Data", "digits")
    if choice.classes is not None:
        title += " " + enumerated(str(c) for c in choice.classes)
    harder = []
    if choice.shuffled_labels:
        share = percents(plain(100 * choice.shuffled_labels, 3))
        harder.append(QCoreApplication.translate("Data", "{share} of labels shuffled").format(share=share))
    if choice.noise:
        harder.append(
            QCoreApplication.translate("Data", "noise {share}").format(
                share=percents(plain(100 * choice.noise, 3))
            )
        )
    return listed((title, *harder))
