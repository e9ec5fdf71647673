"""A network from a file: its layers, as far as the file says what they are, and their parameters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from core.exchange.refusals import WeightsError
from core.nn.architecture import Architecture
from core.nn.dense import Dense
from core.nn.initial_weights import InitialWeights
from core.nn.layers import LayerSpec


@dataclass(frozen=True)
class Module:
    """A Linear of the file, or a layer of windows.

    Attributes
    ----------
    name : str
        As in `core.exchange.modules.LayerModules`.
    index : int
        Its place in the Sequential.
    fan_in, fan_out : int
        How many numbers go in and come out.
    is_residual : bool
    activation : str or None
        None where the file does not say it.
    spec : LayerSpec or None
        The layer, whatever its activation is; None of a Linear.
    """

    name: str
    index: int
    fan_in: int
    fan_out: int
    is_residual: bool
    activation: str | None
    spec: Any = None

    def layer(self, activation: str) -> LayerSpec:
        """It as a layer, with this activation where the file says none."""
        own = self.activation or activation
        if self.spec is None:
            return Dense(self.fan_out, own, self.is_residual)
        spec: LayerSpec = replace(self.spec, activation=own)
        return spec


@dataclass(frozen=True, eq=False)
class OpenedWeights:
    """A network from a file.

    Attributes
    ----------
    path : str
    modules : tuple of Module
        From the input on, at least one; each takes what the one before gives.
    weights : InitialWeights
        Their parameters, laid out as a network of `architecture` has them.
    """

    path: str
    modules: tuple[Module, ...]
    weights: InitialWeights

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons of each layer, the input first."""
        return self.modules[0].fan_in, *(module.fan_out for module in self.modules)

    @property
    def unnamed(self) -> int:
        """How many hidden layers there are whose activation the file does not say."""
        return sum(module.activation is None for module in self.modules[:-1])

    def architecture(self, base: Architecture, activation: str, output: str) -> Architecture:
        """The function set; `activation` and `output` are what is assumed where the file names none.

        All else, from which seed another start is drawn for example, is as in `base`.
        """
        assumed = [activation] * (len(self.modules) - 1) + [output]
        layers = (module.layer(other) for module, other in zip(self.modules, assumed, strict=True))
        return replace(base, layers=tuple(layers))

    def check_suits(self, n_in: int, n_out: int) -> None:
        """Raise WeightsError when the examples have another number of inputs, or need other outputs."""
        first, last = self.modules[0], self.modules[-1]
        if first.fan_in != n_in:
            raise WeightsError(
                "inputs_differ", path=self.path, layer=first.name, count=first.fan_in, expected=n_in
            )
        if last.fan_out != n_out:
            raise WeightsError(
                "outputs_differ", path=self.path, layer=last.name, count=last.fan_out, expected=n_out
            )
