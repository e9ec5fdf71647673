"""What layers are called, what they make, and why some do not fit, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.arrays import Shape
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.misfit import Misfit
from core.nn.pooling import AvgPool2d, MaxPool2d


def kind_title(kind: type[LayerSpec]) -> str:
    """What this kind of layer is called where it is chosen."""
    return {
        Dense: QCoreApplication.translate("LayerRows", "Dense"),
        Conv2d: QCoreApplication.translate("LayerRows", "Convolution"),
        MaxPool2d: QCoreApplication.translate("LayerRows", "Max pool"),
        AvgPool2d: QCoreApplication.translate("LayerRows", "Mean pool"),
        LocallyConnected2d: QCoreApplication.translate("LayerRows", "Locally connected"),
    }.get(kind, kind.__name__)


def kind_tip(kind: type[LayerSpec]) -> str:
    """What this kind of layer does."""
    return {
        Dense: QCoreApplication.translate("LayerRows", "Every neuron reads all numbers of the layer before."),
        Conv2d: QCoreApplication.translate(
            "LayerRows", "Every cell of a map reads one window, and all cells of a map share their weights."
        ),
        MaxPool2d: QCoreApplication.translate(
            "LayerRows", "Every block of cells becomes one cell: its largest number."
        ),
        AvgPool2d: QCoreApplication.translate(
            "LayerRows", "Every block of cells becomes one cell: its mean."
        ),
        LocallyConnected2d: QCoreApplication.translate(
            "LayerRows", "Every cell of a map reads one window, with weights of its own."
        ),
    }.get(kind, "")


def short_title(layer: LayerSpec, with_side: bool = True) -> str:
    """The same, as short as a row needs it, with the window's size: "Conv 3×3"; or without, "Conv"."""
    if not with_side and isinstance(layer, Conv2d):
        return QCoreApplication.translate("LayerRows", "Conv")
    if not with_side and isinstance(layer, LocallyConnected2d):
        return QCoreApplication.translate("LayerRows", "Local")
    if isinstance(layer, Conv2d):
        return QCoreApplication.translate("LayerRows", "Conv {side}×{side}").format(side=layer.kernel)
    if isinstance(layer, LocallyConnected2d):
        return QCoreApplication.translate("LayerRows", "Local {side}×{side}").format(side=layer.kernel)
    return kind_title(type(layer))


def shape_text(shape: Shape) -> str:
    """What a layer makes: "32 neurons", "8 maps of 16 × 16"."""
    if len(shape) == 3:
        rows, columns, maps = shape
        if maps == 1:
            text = QCoreApplication.translate("LayerRows", "1 map of {rows} × {columns}")
        else:
            text = QCoreApplication.translate("LayerRows", "{maps} maps of {rows} × {columns}")
        return text.format(maps=f"{maps:,}", rows=rows, columns=columns)
    (count,) = shape
    if count == 1:
        return QCoreApplication.translate("LayerRows", "1 neuron")
    return QCoreApplication.translate("LayerRows", "{count} neurons").format(count=f"{count:,}")


def misfit_sentence(misfit: Misfit) -> str:
    """Why such layers are no network for these data, and what to do."""
    rows, columns = misfit.picture
    return _misfit_text(misfit.kind).format(
        layer=misfit.layer, count=f"{misfit.count:,}", most=f"{misfit.most:,}", rows=rows, columns=columns
    )


def _misfit_text(kind: str) -> str:
    return {
        "layers": QCoreApplication.translate(
            "LayerRows", "{count} hidden layers are too many: give at most {most}."
        ),
        "parameters": QCoreApplication.translate(
            "LayerRows",
            "These layers have {count} parameters: give layers of at most {most} in all, with fewer neurons or maps.",
        ),
        "units": QCoreApplication.translate(
            "LayerRows",
            "Layer {layer} would have {count} cells: give at most {most}, with fewer maps or a larger stride.",
        ),
        "covered": QCoreApplication.translate(
            "LayerRows",
            "The windows of layer {layer} would read {count} numbers: give at most {most}, with a smaller kernel,"
            " a larger stride or a pool before it.",
        ),
        "no_picture": QCoreApplication.translate(
            "LayerRows",
            "Layer {layer} reads a picture, and these data are none: choose digits or pictures (File, Training"
            " data), or take dense layers.",
        ),
        "behind_dense": QCoreApplication.translate(
            "LayerRows",
            "Layer {layer} reads a picture, and the dense layer before it makes none: put it before all dense"
            " layers.",
        ),
        "window": QCoreApplication.translate(
            "LayerRows",
            "The kernel of layer {layer} is {count} × {count}, and the picture it reads is {rows} × {columns}:"
            " give a kernel of at most {most}, or more padding.",
        ),
        "block": QCoreApplication.translate(
            "LayerRows",
            "The block of layer {layer} is {count} × {count}, and the picture it reads is {rows} × {columns}:"
            " give a block of at most {most}, or fewer pools before it.",
        ),
        "padding": QCoreApplication.translate(
            "LayerRows",
            "A padding of {count} is too much for the kernel of layer {layer}: give at most {most}, or a larger"
            " kernel.",
        ),
        "channels": QCoreApplication.translate(
            "LayerRows",
            "Layer {layer} reads {count} maps by their numbers, and the layer before it would have {most}: give"
            " that {count} maps.",
        ),
    }[kind]
