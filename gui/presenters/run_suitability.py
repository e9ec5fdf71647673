"""A network and a loss for other data: as they were, where they suit them."""

from __future__ import annotations

from core.engine.messages import DataLoaded, RunInfo
from core.nn.architecture import Architecture
from core.nn.known_architectures import known_hidden_layers
from core.nn.misfit import find_misfit
from gui.architecture.architecture_settings import MAX_SPREAD_INPUTS


def suited_to(info: RunInfo, data: DataLoaded) -> tuple[Architecture, str]:
    """The run's architecture and loss, changed only where these data need it."""
    architecture, loss = info.architecture, info.config.loss
    if data.is_regression:
        architecture, loss = architecture.changed(output="identity"), "squared_error"
    elif info.data.class_names == ():
        architecture, loss = architecture.changed(output="softmax"), "cross_entropy"
    few, were_few = data.n_in <= MAX_SPREAD_INPUTS, info.sizes[0] <= MAX_SPREAD_INPUTS
    if architecture.initializer == "spread" and not few:
        architecture = architecture.changed(initializer="he", initial_scale=None)
    elif architecture.initializer == "he" and few and not were_few and data.choice.is_around_0:
        # He's start puts all neurons' bends at 0, where a small network may stay; another choice is kept.
        architecture = architecture.changed(initializer="spread", initial_scale=None)
    return _with_fitting_layers(architecture, data), loss


def _with_fitting_layers(architecture: Architecture, data: DataLoaded) -> Architecture:
    """Where layers read pictures, and these data are none or too small for them: the default layers."""
    if not architecture.reads_picture:
        return architecture
    architecture = architecture.on_picture(data.picture)
    layers = architecture.with_outputs(max(1, data.class_count)).layers
    if find_misfit(layers, data.n_in, data.picture) is None:
        return architecture
    return architecture.with_hidden(known_hidden_layers("default", data.picture))
