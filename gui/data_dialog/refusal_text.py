"""Why examples cannot be learned from, in the language of the window: a sentence for each of the engine's codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from gui.data_dialog.refusal_of_one import sentences_of_one
from gui.data_dialog.refusal_of_tables import sentences_of_tables
from gui.widgets.number_text import compact
from gui.widgets.system_reason import system_reason


class Refusal(Protocol):
    """What has a code of `core.data.refusals` and its fields: an error, or a message of the engine."""

    @property
    def code(self) -> str:
        """A key of `core.data.refusals.SENTENCES`."""

    @property
    def fields(self) -> dict[str, Any]:
        """What the sentence has to fill in."""


def refusal_text(refusal: Refusal) -> str:
    """One sentence that states what is wrong, and what would be right."""
    return data_refusal_text(refusal.code, refusal.fields)


def data_refusal_text(code: str, fields: Mapping[str, Any]) -> str:
    """The same, of the code itself and its fields; others may lie among them."""
    sentences = _sentences()
    if fields.get("count") == 1:
        sentences |= sentences_of_one()
    return sentences[code].format(**{name: _text(name, value) for name, value in fields.items()})


def _text(name: str, value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return compact(value)
    return system_reason(str(value)) if name == "reason" else str(value)


def _sentences() -> dict[str, str]:
    return {
        "not_there": QCoreApplication.translate(
            "DataRefusal",
            "{path} could not be read (it is not there): choose a file that is there and readable.",
        ),
        "not_allowed": QCoreApplication.translate(
            "DataRefusal",
            "{path} could not be read (you may not read it): choose a file that is there and readable.",
        ),
        "unreadable": QCoreApplication.translate(
            "DataRefusal", "{path} could not be read ({reason}): choose a file that is there and readable."
        ),
        "no_file_name": QCoreApplication.translate(
            "DataRefusal", "{path} is no name of a file: choose a file."
        ),
        "a_folder": QCoreApplication.translate("DataRefusal", "{path} is a folder: choose a file."),
        "not_ordinary": QCoreApplication.translate(
            "DataRefusal", "{path} is not an ordinary file: choose a file."
        ),
        "unknown_kind": QCoreApplication.translate(
            "DataRefusal",
            "{path} is of no kind that can be read: it may be IDX, NPZ with X and y, a table named"
            " .csv, .tsv or .txt, or a folder of folders of images.",
        ),
        "a_single_image": QCoreApplication.translate(
            "DataRefusal",
            "{path} is a single image: drop it on the canvas, and the network answers it; to learn from"
            " images, choose a folder that has a folder of them for each class.",
        ),
        "empty_file": QCoreApplication.translate(
            "DataRefusal",
            "{path} is empty: it may be IDX, NPZ with X and y, a table named .csv, .tsv or .txt, or a"
            " folder of folders of images.",
        ),
        "needs_no_labels": QCoreApplication.translate(
            "DataRefusal", "{path} is no IDX file of images: only such have a second file, of labels."
        ),
        "changed": QCoreApplication.translate(
            "DataRefusal", "{path} was changed while it was read: read it again."
        ),
        "other_by_now": QCoreApplication.translate(
            "DataRefusal", "{path} holds other examples by now: put the old ones back there."
        ),
        "memory": QCoreApplication.translate(
            "DataRefusal", "{path} needs {megabytes} MB of memory: take fewer examples or fewer numbers."
        ),
        "archive_memory": QCoreApplication.translate(
            "DataRefusal", "{path} needs more memory than there is: take fewer examples or numbers."
        ),
        "gzip_stops": QCoreApplication.translate(
            "DataRefusal", "{path} stops in the middle: gzip's stream has no end; copy it again."
        ),
        "gzip_goes_on": QCoreApplication.translate(
            "DataRefusal", "{path} goes on after its end: nothing but gzip's streams may be in the file."
        ),
        "gzip_damaged": QCoreApplication.translate(
            "DataRefusal", "{path} is damaged: gzip's data or its checksum is wrong."
        ),
        "no_examples": QCoreApplication.translate(
            "DataRefusal", "{path} is empty: at least two examples are needed, of two classes."
        ),
        "many_examples": QCoreApplication.translate(
            "DataRefusal", "{path} holds {count} examples: there may be {limit} at most."
        ),
        "empty_examples": QCoreApplication.translate(
            "DataRefusal", "{path} holds examples of shape {shape}: each needs at least one number."
        ),
        "large_images": QCoreApplication.translate(
            "DataRefusal",
            "{path} holds {width} × {height} pixels: an image may be {limit} × {limit} at most.",
        ),
        "many_inputs": QCoreApplication.translate(
            "DataRefusal", "{path} has {count} numbers an example: there may be {limit} at most."
        ),
        "many_numbers": QCoreApplication.translate(
            "DataRefusal",
            "{path} holds {count} numbers: there may be {limit} in all, so take fewer examples.",
        ),
        "one_of_each": QCoreApplication.translate(
            "DataRefusal",
            "{path} has one example for each of its {count} classes: some class needs a second"
            " example, to test with.",
        ),
        "large_numbers": QCoreApplication.translate(
            "DataRefusal",
            "{path} holds numbers up to {largest}, too large to learn from: let its columns be standardised.",
        ),
        "no_label": QCoreApplication.translate(
            "DataRefusal", "{path} has an example without a label: each example needs one."
        ),
        "long_label": QCoreApplication.translate(
            "DataRefusal", "{path} has the label {label}: a label is {limit} signs at most, of text."
        ),
        "unseen_sign": QCoreApplication.translate(
            "DataRefusal",
            "{path} has the label {label}: a label has no sign that cannot be seen, so leave {sign} out.",
        ),
        "measured_label": QCoreApplication.translate(
            "DataRefusal", "{path} has the label {label}: labels are words or whole numbers, one a class."
        ),
        "large_label": QCoreApplication.translate(
            "DataRefusal",
            "{path} has the label {label}: a label that is a whole number has {limit} digits at most.",
        ),
        "one_class": QCoreApplication.translate(
            "DataRefusal", "{path} has labels of 1 class: 2 to {limit} classes are needed."
        ),
        "many_classes": QCoreApplication.translate(
            "DataRefusal", "{path} has labels of {count} classes: 2 to {limit} classes are needed."
        ),
        **sentences_of_tables(),
        "no_idx_images": QCoreApplication.translate(
            "DataRefusal", "{path} is no IDX file of images: it begins with 00 00 08 03 and the sizes."
        ),
        "no_idx_labels": QCoreApplication.translate(
            "DataRefusal", "{path} is no IDX file of labels: it begins with 00 00 08 01 and the sizes."
        ),
        "no_labels_beside": QCoreApplication.translate(
            "DataRefusal", "{path} has no labels beside it: choose the file with the labels as well."
        ),
        "labels_differ": QCoreApplication.translate(
            "DataRefusal", "{path} holds {count} labels: the images in {images} are {expected}."
        ),
        "idx_bytes": QCoreApplication.translate(
            "DataRefusal", "{path} has {count} bytes: by its header it has {expected}."
        ),
        "idx_stops": QCoreApplication.translate(
            "DataRefusal", "{path} stops in the middle: by its header it has {count} examples."
        ),
        "idx_goes_on": QCoreApplication.translate(
            "DataRefusal", "{path} goes on after its end: by its header it has {count} examples."
        ),
        "large_image_file": QCoreApplication.translate(
            "DataRefusal", "{path} has {count} bytes: an image may have {limit}."
        ),
        "large_image": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {width} × {height} pixels: it may have {limit} × {limit} at most, unless images"
            " become ink.",
        ),
        "huge_image": QCoreApplication.translate(
            "DataRefusal", "{path} is a huge image: it may have {limit} × {limit} pixels."
        ),
        "no_image": QCoreApplication.translate(
            "DataRefusal", "{path} cannot be read as an image: PNG, JPEG, BMP and GIF can be read."
        ),
        "bmp_palette": QCoreApplication.translate(
            "DataRefusal", "{path} is damaged: a BMP has a palette of 256 colours at most."
        ),
        "png_stops": QCoreApplication.translate(
            "DataRefusal", "{path} stops in the middle: a PNG ends with IEND; copy it again."
        ),
        "png_checksum": QCoreApplication.translate(
            "DataRefusal", "{path} is damaged: a checksum in it is wrong; copy it again."
        ),
        "png_packed": QCoreApplication.translate(
            "DataRefusal", "{path} is damaged: its pixels cannot be unpacked."
        ),
        "png_lacks": QCoreApplication.translate(
            "DataRefusal", "{path} lacks pixels: a PNG has all that its header says."
        ),
        "no_folders": QCoreApplication.translate(
            "DataRefusal",
            "{path} has no folders of images: put each class's images into a folder of its name.",
        ),
        "many_folders": QCoreApplication.translate(
            "DataRefusal", "{path} has over {limit} folders: 2 to {limit} are needed, one a class."
        ),
        "no_images": QCoreApplication.translate(
            "DataRefusal", "{path} has no images: put PNG, JPEG, BMP or GIF files into it, or take it away."
        ),
        "many_images": QCoreApplication.translate(
            "DataRefusal", "{path} has over {limit} images: there may be {limit} in all."
        ),
        "sizes_differ": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {width} × {height} pixels and {first} {first_width} × {first_height}: all"
            " must be of the same size, or be made into ink.",
        ),
        "no_ink": QCoreApplication.translate(
            "DataRefusal", "{path} has no ink: it must be darker, or brighter, than its edge."
        ),
        "a_link": QCoreApplication.translate("DataRefusal", "{path} is a link: put the image itself there."),
        "no_class_folder": QCoreApplication.translate(
            "DataRefusal", "{path} is a folder that is called as no class is: give it the name of one."
        ),
        "no_class_name": QCoreApplication.translate(
            "DataRefusal",
            "{path} does not begin with the name of a class: give it one, or put it into a folder of a class.",
        ),
        "deeper_folder": QCoreApplication.translate(
            "DataRefusal", "{path} is a folder in the folder of a class: put its images beside it."
        ),
        "npz_damaged": QCoreApplication.translate(
            "DataRefusal", "{path} is damaged: it must be a zip of arrays."
        ),
        "no_array": QCoreApplication.translate(
            "DataRefusal", "{path} has no array {name}, only {found}: it must have the arrays X and y."
        ),
        "no_arrays": QCoreApplication.translate(
            "DataRefusal", "{path} has no array at all: it must have the arrays X and y."
        ),
        "array_shape": QCoreApplication.translate(
            "DataRefusal",
            "{path} has X of shape {shape} and type {type}: it must be (N, n) numbers or (N, height,"
            " width) grey pixels.",
        ),
        "label_shape": QCoreApplication.translate(
            "DataRefusal", "{path} has y of shape {shape}: it must be {expected}, a label for each of X."
        ),
        "unusual_packing": QCoreApplication.translate(
            "DataRefusal", "{path} packs {name} in an unusual way: write it with numpy.savez."
        ),
        "array_bytes": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {count} bytes in {name}: there may be {limit}, so save it as float32 or"
            " uint8, or take fewer examples.",
        ),
        "header_bytes": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {count} bytes in {name}: by its header of shape {shape} it has {expected}.",
        ),
        "objects": QCoreApplication.translate(
            "DataRefusal",
            "{path} has pickled objects in {name}: save plain numbers, for objects are never read.",
        ),
        "value_type": QCoreApplication.translate(
            "DataRefusal", "{path} has values of type {type} in {name}: numbers or short words can be read."
        ),
        "many_labels": QCoreApplication.translate(
            "DataRefusal", "{path} has {count} different labels in y: there may be {limit}."
        ),
        "labels_no_text": QCoreApplication.translate(
            "DataRefusal", "{path} has labels in y that are no text: labels are words or whole numbers."
        ),
        "array_too_large": QCoreApplication.translate(
            "DataRefusal",
            "{path} has numbers up to {number} in X: they may be {largest} at most, or as far below 0.",
        ),
        "array_not_finite": QCoreApplication.translate(
            "DataRefusal",
            "{path} has a number in X that is not finite: leave out or fill in what is missing.",
        ),
        "negative_pixel": QCoreApplication.translate(
            "DataRefusal",
            "{path} has a pixel of {value} in X: grey is 0 or more, and numbers that are no grey have"
            " the shape {shape}.",
        ),
        "digits_unreadable": QCoreApplication.translate(
            "DataRefusal",
            "The digits could not be read from {path} ({reason}): put the file back from a fresh copy"
            " of Backlight.",
        ),
        "digits_damaged": QCoreApplication.translate(
            "DataRefusal",
            "The digits in {path} are damaged: put the file back from a fresh copy of Backlight.",
        ),
        "nothing_saved": QCoreApplication.translate(
            "DataRefusal", "Nothing that was saved can be read: start Backlight again."
        ),
        "shuffled_range": QCoreApplication.translate(
            "DataRefusal", "Shuffled labels {value}: give a share from 0 to {largest}."
        ),
        "pixel_noise_range": QCoreApplication.translate(
            "DataRefusal", "Noise {value}: give a share from 0 to {largest}."
        ),
        "classes_chosen": QCoreApplication.translate(
            "DataRefusal", "Classes {value}: give two or more different ones from 0 to {largest}."
        ),
        "digit_count": QCoreApplication.translate(
            "DataRefusal", "{value} digits: give a whole number from 1 to {largest}."
        ),
        "point_count": QCoreApplication.translate(
            "DataRefusal", "{value} points: give a whole number from {least} to {largest}."
        ),
        "point_noise": QCoreApplication.translate(
            "DataRefusal", "Noise {value}: give a number from {least} to {largest}."
        ),
        "share_range": QCoreApplication.translate(
            "DataRefusal", "Share for the test {value}: give a number from {least} to {largest}."
        ),
        "two_classes": QCoreApplication.translate("DataRefusal", "{value} classes of {kind}: give 2."),
        "class_count": QCoreApplication.translate(
            "DataRefusal", "{value} classes of {kind}: give a whole number from 2 to {largest}."
        ),
        "upright_curve": QCoreApplication.translate(
            "DataRefusal", "All points lie above one another: draw from left to right."
        ),
        "other": "{sentence}",
    }
