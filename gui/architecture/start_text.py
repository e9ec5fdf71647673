"""In few words what tells apart two networks of the same layers: their activations, and how their weights begin."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication

from core.nn.architecture import Architecture
from core.nn.initializers import initializer_named
from gui.architecture.activation_names import activation_title
from gui.architecture.weights_title import weights_title
from gui.loss.curve_marks import setting_value
from gui.widgets.sentence_text import enumerated, listed


def activations_text(architecture: Architecture, by_layer: bool = False) -> str:
    """The hidden layers' activations, each once, or "ReLU × 2, tanh" from the first layer on; "" without them."""
    names = architecture.activations
    if not by_layer or len(set(names)) == 1:
        return enumerated(map(activation_title, dict.fromkeys(names)))
    return enumerated(_times(activation_title(name), len(list(layers))) for name, layers in groupby(names))


def _times(title: str, count: int) -> str:
    return title if count == 1 else f"{title} × {count}"


def start_text(architecture: Architecture, weights_name: str = "") -> str:
    """Where the initial weights come from: a file, or a rule by its name, with the number that it takes."""
    if weights_name:
        return weights_title(weights_name)
    rule = architecture.initializer
    name = {"he": "He", "glorot": "Glorot", "lecun": "LeCun"}.get(rule.removesuffix("_uniform"), rule)
    if rule.endswith("_uniform"):
        name = QCoreApplication.translate("Compare", "{name}, uniform").format(name=name)
    initializer = initializer_named(rule)
    if initializer.scale is None:
        return name
    return f"{name} {setting_value(initializer.scale_from(architecture.initial_scale))}"


def residual_text(architecture: Architecture, is_on: bool) -> str:
    """Whether layers add their input to their output, and what the initial W of such layers is multiplied by."""
    if not is_on:
        return QCoreApplication.translate("Compare", "off")
    on, scale = QCoreApplication.translate("Compare", "on"), architecture.skip_scale
    return on if scale == 1 else listed((on, f"W × {setting_value(scale)}"))
