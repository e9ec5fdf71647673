"""Why examples cannot be learned from, where what is counted is one: the sentences of `refusal_text` for that."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def sentences_of_one() -> dict[str, str]:
    """Those in which `count` is 1, by their code; the others are never of one, or read the same."""
    return {
        "columns_differ": QCoreApplication.translate(
            "DataRefusal", "{path} has 1 column in line {line}: the first line has {expected}."
        ),
        "decimal_commas": QCoreApplication.translate(
            "DataRefusal",
            "{path} has 1 column in line {line} and {expected} in the first: if its numbers have decimal"
            " commas, write points, or separate the columns by semicolons.",
        ),
        "labels_differ": QCoreApplication.translate(
            "DataRefusal", "{path} holds 1 label: the images in {images} are {expected}."
        ),
        "idx_stops": QCoreApplication.translate(
            "DataRefusal", "{path} stops in the middle: by its header it has 1 example."
        ),
        "idx_goes_on": QCoreApplication.translate(
            "DataRefusal", "{path} goes on after its end: by its header it has 1 example."
        ),
    }
