"""The kinds of layer there are: by these names they stand in frames and files."""

from __future__ import annotations

from core.nn.dense import Dense
from core.nn.layers import LayerSpec

LAYER_KINDS: dict[str, type[LayerSpec]] = {"Dense": Dense}
