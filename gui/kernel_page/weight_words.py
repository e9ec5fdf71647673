"""The words of a weight's page: what its places are called, and what is said of what can't be shown."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.kernel_page.collecting import Collected
from gui.kernel_page.weight_scene import WeightScene
from gui.network.geometry.shapes import Floats
from gui.network.interaction.weight_values import source_maps, weight_name
from gui.network.marks.edge_marks import SIGN_TOKENS
from gui.widgets.number_text import SUPERSCRIPTS, compact, percent, signed
from gui.widgets.penalty_text import named
from gui.widgets.sentence_text import labelled, listed, sentences

SYMBOLS = {"gradient": "∂C/∂w", "weight": "w", "mean_gradient": "∂C/∂w", "change": "ΔW"}
PLACES = ("collected", "unseen", "silent", "neither", "border")


def page_title(scene: WeightScene) -> str:
    """ "Layer 1: kernel 3, weight (3, 3)"."""
    layer = scene.snapshot.connections[scene.weight.group].target_layer
    name = weight_name(scene.weight, source_maps(scene.snapshot, scene.weight))
    return QCoreApplication.translate("WeightPage", "Layer {layer}: {name}").format(layer=layer, name=name)


def page_note(scene: WeightScene, collected: Collected | None = None) -> str:
    """What happens here, and of which update it is; while it is collected, which of its weights is at it."""
    if collected is not None:
        words = QCoreApplication.translate(
            "WeightPage", "collecting weight {number} of {count}: every a·δ of it"
        )
        return words.format(number=collected.weight + 1, count=len(scene.numbers.weights))
    update = QCoreApplication.translate("WeightPage", "after update {update}").format(
        update=f"{scene.snapshot.update:,}"
    )
    if scene.places.delta is None:
        return update
    return f"{update} · " + QCoreApplication.translate("WeightPage", "every place’s a·δ is added up")


def kind_words(scene: WeightScene, kind: str) -> tuple[str, str]:
    """(count and name, what it means) of a kind of place; a true word for a pixel is ink, for any other cell a ≠ 0."""
    translate, count = QCoreApplication.translate, f"{int(scene.places.kinds[kind].sum()):,}"
    names = {
        "collected": translate("WeightPage", "{count} collected"),
        "unseen": translate("WeightPage", "{count} not seen"),
        "silent": translate("WeightPage", "{count} silent"),
        "neither": translate("WeightPage", "{count} neither"),
        "border": translate("WeightPage", "{count} at the border"),
    }
    known = scene.places.delta is not None
    ink = {
        "collected": translate("WeightPage", "ink, δ comes back"),
        "unseen": translate("WeightPage", "δ, but no ink"),
        "silent": translate("WeightPage", "ink, but δ = 0"),
        "neither": translate("WeightPage", "no ink, δ = 0"),
        "border": translate("WeightPage", "meets its zeros"),
    }
    other = {
        "collected": listed(("a ≠ 0", "δ ≠ 0")),
        "unseen": listed(("a = 0", "δ ≠ 0")),
        "silent": listed(("a ≠ 0", "δ = 0")),
        "neither": listed(("a = 0", "δ = 0")),
        "border": ink["border"],
    }
    means = (ink if scene.is_ink else other)[kind]
    if not known and kind in ("silent", "neither"):
        means = translate("WeightPage", "ink") if kind == "silent" else translate("WeightPage", "no ink")
        if not scene.is_ink:
            means = "a ≠ 0" if kind == "silent" else "a = 0"
        return f"{count}", means
    return names[kind].format(count=count), means


def kinds_shown(scene: WeightScene) -> tuple[str, ...]:
    """The kinds of places that are explained: without a gradient there is no δ to tell them by."""
    kinds = PLACES if scene.places.delta is not None else ("silent", "neither", "border")
    return tuple(kind for kind in kinds if kind != "border" or scene.places.at_border)


def source_caption(scene: WeightScene) -> str:
    """Over the map that is read."""
    translate, group = QCoreApplication.translate, scene.snapshot.connections[scene.weight.group]
    if group.source_layer == 0:
        return translate("WeightPage", "the input")
    return translate("WeightPage", "map {map} of layer {layer}").format(
        map=scene.weight.from_map + 1, layer=group.source_layer
    )


def target_caption(scene: WeightScene) -> str:
    """Over the map that is made."""
    words = QCoreApplication.translate("WeightPage", "the {count} places of map {map}")
    if scene.places.meets.size == 1:
        words = QCoreApplication.translate("WeightPage", "the only place of map {map}")
    return words.format(count=f"{scene.places.meets.size:,}", map=scene.weight.to_map + 1)


def unit_of(values: Floats) -> float:
    """The power of ten in which a kernel's numbers are written: 1 where the largest is between 0.1 and 100."""
    largest = float(np.nanmax(np.abs(values), initial=0.0))
    if not np.isfinite(largest) or largest == 0 or 0.1 <= largest < 100:
        return 1.0
    return float(10.0 ** np.floor(np.log10(largest)))


def kernel_caption(kind: str, unit: float, penalties: tuple[str, ...] = ()) -> str:
    """Over the kernel: which number of each of its weights it shows, and in which unit.

    `penalties` are those that are a part of the batch's mean gradient.
    """
    words = _symbol(SYMBOLS[kind], kind, penalties)
    if kind == "mean_gradient":
        words = QCoreApplication.translate("WeightPage", "{symbol}, the batch’s mean").format(symbol=words)
    if unit == 1:
        return words
    power = "10" + str(round(np.log10(unit))).translate(SUPERSCRIPTS)
    return QCoreApplication.translate("WeightPage", "{symbol} in {power}").format(symbol=words, power=power)


def _symbol(symbol: str, kind: str, penalties: tuple[str, ...]) -> str:
    """A number's symbol: "∂C/∂w with L2" where the mean gradient has that of a penalty in it."""
    if kind != "mean_gradient" or not penalties:
        return symbol
    words = QCoreApplication.translate("WeightPage", "{symbol} with {penalties}")
    return words.format(symbol=symbol, penalties=named(penalties))


def shift_caption(scene: WeightScene) -> str:
    """Below the map that is read: where each place looks."""
    translate, (down, across) = QCoreApplication.translate, scene.places.shift
    if scene.places.stride > 1:
        words = translate("WeightPage", "seen: one cell in {stride}, down and across")
        return words.format(stride=scene.places.stride)
    rows = {
        -1: translate("WeightPage", "one row up"),
        0: "",
        1: translate("WeightPage", "one row down"),
    }.get(down, translate("WeightPage", "{count} rows down").format(count=signed(down, 0)))
    columns = {
        -1: translate("WeightPage", "one column left"),
        0: "",
        1: translate("WeightPage", "one column right"),
    }.get(across, translate("WeightPage", "{count} columns right").format(count=signed(across, 0)))
    way = listed([rows, columns])
    if not way:
        return translate("WeightPage", "seen: the cell at the same place")
    return translate("WeightPage", "seen: {way}").format(way=way)


def no_gradient_text() -> str:
    """Instead of the sums."""
    return QCoreApplication.translate(
        "WeightPage", "No right answer is known for this example: no C, no δ, and nothing to collect."
    )


def nothing_text(scene: WeightScene) -> str:
    """Where every a·δ is 0."""
    if scene.places.meets.size == 1:
        return QCoreApplication.translate(
            "WeightPage", "At the only place a and δ are not both there: ∂C/∂w is 0."
        )
    return QCoreApplication.translate(
        "WeightPage", "At none of the {count} places both a and δ are there: ∂C/∂w is 0."
    ).format(count=f"{scene.places.meets.size:,}")


def scale_texts(scene: WeightScene) -> list[tuple[str, str]]:
    """(kind, words): what full colour stands for, for each pair of colours that is on the page."""
    scales = [("gradient", f"|a·δ| = {compact(scene.part_scale)}")] if scene.part_scale else []
    if np.isfinite(scene.numbers.scale):
        symbol = _symbol(f"|{SYMBOLS[scene.kind]}|", scene.kind, scene.snapshot.penalties)
        own = f"{symbol} = {compact(scene.numbers.scale)}"
        if scales and SIGN_TOKENS[scene.kind] == SIGN_TOKENS["gradient"]:
            scales = [("gradient", listed((scales[0][1], own)))]
        else:
            scales.append((scene.kind, own))
    words = QCoreApplication.translate("WeightPage", "full colour at {scales}")
    return [
        (kind, words.format(scales=text) if place == 0 else text) for place, (kind, text) in enumerate(scales)
    ]


def drawn_text(scene: WeightScene) -> str:
    """How many places have a line, and how much of Σ|a·δ| that is."""
    share = scene.drawn_share
    if share is None:
        return ""
    words = QCoreApplication.translate("WeightPage", "drawn {drawn} of {count} places · {share} of Σ|a·δ|")
    return words.format(
        drawn=f"{len(scene.drawn):,}", count=f"{scene.places.meets.size:,}", share=percent(share)
    )


def described(scene: WeightScene) -> str:
    """All of it in words, for who does not see the picture."""
    kinds = [labelled(*kind_words(scene, kind)) for kind in kinds_shown(scene)]
    sums = scene.places.parts
    said = no_gradient_text()
    if sums is not None:
        parts = [f"Σ+ {signed(sums.positive)}", f"Σ− {signed(sums.negative)}", f"∂C/∂w {signed(sums.total)}"]
        said = listed([*parts, "" if sums.agreement is None else agreement_text(sums.agreement)])
    return sentences([page_title(scene), *kinds, said])


def agreement_text(agreement: float) -> str:
    """ "agreement 41 %"."""
    return QCoreApplication.translate("WeightPage", "agreement {share}").format(share=percent(agreement))


def positive_text(count: int) -> str:
    """Beside the bar of the positive parts."""
    if count == 1:
        return QCoreApplication.translate("WeightPage", "positive part, 1 place")
    return QCoreApplication.translate("WeightPage", "positive part, {count} places").format(
        count=f"{count:,}"
    )


def negative_text(count: int) -> str:
    """Beside the bar of the negative parts."""
    if count == 1:
        return QCoreApplication.translate("WeightPage", "negative part, 1 place")
    return QCoreApplication.translate("WeightPage", "negative part, {count} places").format(
        count=f"{count:,}"
    )


def sum_text() -> str:
    """Beside the bar of the sum."""
    return QCoreApplication.translate("WeightPage", "sum = ∂C/∂w")


def cancels_text(agreement: float) -> str:
    """ "59 % cancels out"."""
    return QCoreApplication.translate("WeightPage", "{share} cancels out").format(
        share=percent(1 - agreement)
    )


def place_text(scene: WeightScene, row: int, column: int) -> str:
    """What one place adds: "place (3, 4): a · δ = 1 · −0.034 = −0.034"."""
    translate, places = QCoreApplication.translate, scene.places
    name = translate("WeightPage", "place ({row}, {column})").format(row=row + 1, column=column + 1)
    if not places.meets[row, column]:
        said = translate("WeightPage", "the weight meets the border’s zeros: it adds nothing")
        return labelled(name, said)
    a = compact(float(places.a[row, column]), 3)
    if places.delta is None or places.part is None:
        return labelled(name, f"a = {a}")
    delta, part = float(places.delta[row, column]), float(places.part[row, column])
    return labelled(name, f"a · δ = {a} · {signed(delta)} = {signed(part)}")
