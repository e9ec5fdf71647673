"""The formula of an update as it is applied: the optimizer's, with penalties, clipping and schedule where in force."""

from __future__ import annotations

from core.training.config import TrainingConfig
from gui.widgets.number_text import as_set

_THETA, _G, _C = "<i>θ</i>", "<i>g</i>", "∇<i>C̄</i>"
# What each optimizer makes of the gradient {g} and the rate {eta}, in rich text.
_M = "<i>m</i> ← 0.9 <i>m</i> + 0.1 {g}<br>"
_V = "<i>v</i> ← 0.999 <i>v</i> + 0.001 {g_squared}<br>"
_ADAM = f"{_THETA} ← {_THETA} − {{eta}} <i>m̂</i> / (√<i>v̂</i> + 10<sup>−8</sup>)"
FORMULAS = {
    "sgd": f"{_THETA} ← {_THETA} − {{eta}} {{g}}",
    "momentum": f"<i>v</i> ← 0.9 <i>v</i> + {{g}}<br>{_THETA} ← {_THETA} − {{eta}} <i>v</i>",
    "nesterov": f"<i>v</i> ← 0.9 <i>v</i> + {{g}}<br>{_THETA} ← {_THETA} − {{eta}} ({{g}} + 0.9 <i>v</i>)",
    "adagrad": (
        "<i>s</i> ← <i>s</i> + {g_squared}<br>"
        f"{_THETA} ← {_THETA} − {{eta}} {{g}} / (√<i>s</i> + 10<sup>−10</sup>)"
    ),
    "rmsprop": (
        "<i>s</i> ← 0.99 <i>s</i> + 0.01 {g_squared}<br>"
        f"{_THETA} ← {_THETA} − {{eta}} {{g}} / (√<i>s</i> + 10<sup>−8</sup>)"
    ),
    "adam": _M + _V + _ADAM,
    "adamw": _M + _V + f"{_THETA} ← (1 − {{decay}} {{eta}}) {_THETA}<br>{_ADAM}",
}
# Their step is proportional to the gradient: on a sum of N terms a rate N times smaller makes the same step.
PROPORTIONAL = ("sgd", "momentum", "nesterov")


def formula_of(config: TrainingConfig) -> str:
    """How the gradient becomes a change of θ, with these settings' own numbers, in rich text.

    With L1, L2 or clipping in force the gradient that is followed is g, and its own lines come first. With a schedule
    or a warm-up the rate is η_k after k updates, and its lines come last.
    """
    gradient, lines = _gradient(config)
    rate, schedule = _rate(config)
    squared = f"{gradient}²" if lines else f"({gradient})²"
    own = FORMULAS[config.optimizer].format(
        g=gradient, g_squared=squared, eta=rate, decay=as_set(config.weight_decay)
    )
    return "<br>".join((*lines, _solid(own), *schedule))


def has_rate_on_total(config: TrainingConfig) -> bool:
    """Whether these settings make of the gradient of the sum L, at a rate N times smaller, the same update."""
    is_gradient_of_mean = not (config.l1 or config.l2 or config.clip_norm)
    return config.optimizer in PROPORTIONAL and is_gradient_of_mean


def _gradient(config: TrainingConfig) -> tuple[str, list[str]]:
    """What the gradient that is followed is called, and how it comes about where it is not ∇C̄ itself."""
    terms = []
    if config.l1:
        terms.append(f"{as_set(config.l1)} sign <i>w</i>")
    if config.l2:
        terms.append(f"{as_set(config.l2)} <i>w</i>")
    lines = []
    if terms:
        lines.append(f"{_solid(f'{_G} = {_C}')} " + " ".join(_solid(f"+ {term}") for term in terms))
    if config.clip_norm:
        norm = _G if terms else _C
        sign = "←" if terms else "="
        limit = as_set(config.clip_norm)
        lines.append(_solid(f"{_G} {sign} {norm} min(1, {limit} / (|{norm}| + 10<sup>−6</sup>))"))
    return (_G if lines else _C), lines


def _rate(config: TrainingConfig) -> tuple[str, list[str]]:
    """What the rate is called, and how it depends on the k updates since the schedule began."""
    warm_up, period = config.warm_up, f"{config.schedule_period:,}"
    if config.schedule == "constant" and not warm_up:
        return "<i>η</i>", []
    rate = "<i>η<sub>k</sub></i>"
    since = f"(<i>k</i> − {warm_up:,})" if warm_up else "<i>k</i>"
    lines = [f"<i>k</i> &lt; {warm_up:,}: {rate} = <i>η</i> (<i>k</i> + 1) / {warm_up:,}"] if warm_up else []
    if config.schedule == "step":
        lines.append(f"{rate} = <i>η</i> {as_set(config.schedule_factor)}<sup>⌊{since} / {period}⌋</sup>")
    elif config.schedule == "cosine":
        lines += [f"{rate} = ½ <i>η</i> (1 + cos π<i>u</i>)", f"<i>u</i> = {since} / {period}"]
        lines.append(f"<i>k</i> ≥ {warm_up + config.schedule_period:,}: {rate} = 0")
    else:
        lines.append(f"<i>k</i> ≥ {warm_up:,}: {rate} = <i>η</i>")
    return rate, [_solid(line) for line in lines]


def _solid(line: str) -> str:
    """The line with spaces at which it does not break."""
    return line.replace(" ", "\u00a0")
