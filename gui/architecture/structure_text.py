"""A network's structure in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from core.arrays import Shape
from core.nn.convolution import Conv2d
from core.nn.layer_kinds import PICTURE_LAYERS
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.widgets.sentence_text import sizes_text

# Fewer layers of one shape in a row are written one by one.
MIN_EQUAL = 4
# Between two dashes of a structure; what else a run's name says stands behind a comma.
_LETTERS = re.compile(r"(?<=-)\d*(C|L|MP|AP)\d+(?:s\d+)?(?:p\d+)?(?: \(×\d+\))?(?=-)")


def shapes_text(shapes: Sequence[Shape], picture: tuple[int, int] | None = None) -> str:
    """What each layer makes, the input first: "256 → 32 → 10"; maps as LeCun writes them, "8@16×16".

    Four or more alike are counted: "256 → 100 layers of 32 → 10". Where there are maps, an input that is a `picture` is
    written as its rows and columns.
    """
    texts = [_shape_text(shape) for shape in shapes]
    if picture is not None and any(len(shape) == 3 for shape in shapes):
        texts[0] = f"{picture[0]}×{picture[1]}"
    parts = texts[:1]
    for text, group in groupby(texts[1:-1]):
        count = len(list(group))
        if count >= MIN_EQUAL:
            words = QCoreApplication.translate("ArchitecturePanel", "{count} layers of {size}")
            parts.append(words.format(count=count, size=text))
        else:
            parts += [text] * count
    return " → ".join([*parts, texts[-1]])


def _shape_text(shape: Shape) -> str:
    if len(shape) == 3:
        rows, columns, maps = shape
        return f"{maps}@{rows}×{columns}"
    return f"{shape[0]:,}"


def structure_text(layers: Sequence[LayerSpec], sizes: Sequence[int]) -> str:
    """256-32-16-10; with layers that read a picture as in the literature, 256-8C3p1-MP2-16C3p1-MP2-10.

    8C3p1 is a convolution of 8 maps, kernel 3, padding 1 (and s2 a stride of 2), 8L3 is locally connected, MP2 a max
    pool and AP2 a mean pool of blocks of 2 × 2. Three or more that are alike are written once, as "16×10" for dense
    layers and "8C3p1 (×10)" for others. `sizes` are the neurons of each layer, the input first.

    References
    ----------
    Cireşan, Meier, Schmidhuber, Multi-column Deep Neural Networks for Image Classification (2012), section 3: this
    notation, without stride and padding.
    """
    if not any(isinstance(layer, PICTURE_LAYERS) for layer in layers):
        return sizes_text(sizes)
    texts = [_layer_text(layer) or str(size) for layer, size in zip(layers, sizes[1:], strict=True)]
    parts = [str(sizes[0])]
    for text, group in groupby(texts):
        count = len(list(group))
        times = f"{text}×{count}" if text.isdigit() else f"{text} (×{count})"
        parts += [times] if count >= 3 else [text] * count
    return "-".join(parts)


def notation_words(structure: str) -> str:
    """What the letters in a structure mean, a line for each kind of layer that is in it; "" for dense ones alone."""
    letters = set(_LETTERS.findall(structure))
    sentences = {
        "C": QCoreApplication.translate(
            "Structure", "8C3p1: a convolution of 8 maps, kernel 3 × 3, padding 1; s2 would be a stride of 2."
        ),
        "L": QCoreApplication.translate(
            "Structure", "8L3: locally connected, 8 maps, windows of 3 × 3, each with weights of its own."
        ),
        "MP": QCoreApplication.translate("Structure", "MP2: max pool, blocks of 2 × 2."),
        "AP": QCoreApplication.translate("Structure", "AP2: mean pool, blocks of 2 × 2."),
    }
    return "\n".join(words for letter, words in sentences.items() if letter in letters)


def _layer_text(layer: LayerSpec) -> str:
    if isinstance(layer, (MaxPool2d, AvgPool2d)):
        return f"{'MP' if isinstance(layer, MaxPool2d) else 'AP'}{layer.size}"
    if isinstance(layer, (Conv2d, LocallyConnected2d)):
        letter = "C" if isinstance(layer, Conv2d) else "L"
        stride = f"s{layer.stride}" if layer.stride > 1 else ""
        padding = f"p{layer.padding}" if layer.padding else ""
        return f"{layer.maps}{letter}{layer.kernel}{stride}{padding}"
    return ""
