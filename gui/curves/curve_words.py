"""What the plots beside that of L are called, what their lines are, and what is read there."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.engine.layer_curve_meter import MOST_EXAMPLES
from gui.curves.curve_set import OUT, CurveSet
from gui.loss.loss_reading import ReadingPart
from gui.loss.plot_axes import Tick, loss_ticks
from gui.loss.plot_range import Range
from gui.widgets.number_text import compact, percent, power_text
from gui.widgets.sentence_text import bracketed, labelled, listed


def kind_names() -> dict[str, tuple[str, str]]:
    """Each kind of plot with its name, and a sentence on what it shows."""
    return {
        "loss": (
            QCoreApplication.translate("Curves", "Total loss L"),
            QCoreApplication.translate(
                "Curves", "L over the updates, the test set, and the losses of the batches"
            ),
        ),
        "cost": (
            QCoreApplication.translate("Curves", "C and penalties"),
            QCoreApplication.translate(
                "Curves",
                "The mean Cⁿ of the training set, and beside it what L1 and L2 add to what is trained",
            ),
        ),
        "gradient": (
            QCoreApplication.translate("Curves", "Gradient"),
            QCoreApplication.translate(
                "Curves",
                "How large ∂C/∂w is in each layer: its root mean square over the layer's weights, for the batch of that"
                " update, with L1 and L2, before clipping",
            ),
        ),
        "update": (
            QCoreApplication.translate("Curves", "Update to weight"),
            QCoreApplication.translate(
                "Curves",
                "How far an update moves each layer: the root mean square of ΔW, divided by that of W before it",
            ),
        ),
        "idle": (
            QCoreApplication.translate("Curves", "Dead or saturated"),
            QCoreApplication.translate(
                "Curves",
                "Which share of each hidden layer's neurons is dead or saturated over the test set; of feature maps,"
                " which share of the maps",
            ),
        ),
        "noise": (
            QCoreApplication.translate("Curves", "Noise of the gradient"),
            QCoreApplication.translate(
                "Curves",
                "How far the gradients of single examples lie apart, measured by their mean: √tr Σ / ‖g‖ of each layer."
                " Σ is of the batch’s examples; of more than {most} it is of the first {most}. Divided by the root of"
                " the batch size it is about the relative error of the gradient of a batch drawn at random; gradient"
                " descent, whose batch is the whole set, has none",
            ).format(most=MOST_EXAMPLES),
        ),
    }


def axis_title(kind: str, log: bool, sample: tuple[int, int] | None = None) -> str:
    """What the heights are; `sample` is of how many examples of how many the last one is, where it is of a part."""
    titles = {
        "cost": QCoreApplication.translate("Curves", "mean Cⁿ"),
        "gradient": QCoreApplication.translate("Curves", "rms ∂C/∂w"),
        "update": QCoreApplication.translate("Curves", "rms ΔW / rms W"),
        "idle": QCoreApplication.translate("Curves", "share"),
        "noise": QCoreApplication.translate("Curves", "√tr Σ / ‖g‖"),
    }
    title = titles[kind]
    if sample is not None:
        title = listed((title, sample_words(*sample)))
    if not log:
        return title
    return QCoreApplication.translate("Curves", "{what} (log)").format(what=title)


def sample_words(count: int, whole: int) -> str:
    """Of which examples √tr Σ is, where that is not all of the batch."""
    text = QCoreApplication.translate("Curves", "√tr Σ: first {count} of {whole}")
    return text.format(count=f"{count:,}", whole=f"{whole:,}")


def empty_words(curves: CurveSet | None, kind: str) -> str:
    """Why nothing is to be seen."""
    if curves is None or not len(curves.updates):
        return QCoreApplication.translate(
            "Curves", "It is measured along with the exact L: nothing is known yet."
        )
    if kind == "idle":
        return QCoreApplication.translate(
            "Curves", "Nothing is counted: this needs a hidden layer, and examples in the test set."
        )
    last = int(curves.updates[-1])
    if not last:
        return QCoreApplication.translate(
            "Curves",
            "Nothing yet: the only exact L so far is the one before the first update. It is measured along with the"
            " next one.",
        )
    if kind == "noise":
        return QCoreApplication.translate(
            "Curves",
            "Of no update measured do gradients differ: a batch of one example has no spread, nor have gradients that"
            " are all 0.",
        )
    return QCoreApplication.translate(
        "Curves", "Nothing is known yet of the updates before each exact L: train on, and it is measured."
    )


def line_name(key: str) -> str:
    """A line's name at its end."""
    names = {
        OUT: QCoreApplication.translate("Curves", "out"),
        "cost": QCoreApplication.translate("Curves", "C + penalties"),
        "mean": QCoreApplication.translate("Curves", "mean Cⁿ"),
        "l1": "L1",
        "l2": "L2",
    }
    return names.get(key, key)


def line_words(key: str) -> str:
    """The same, for who sees the name alone."""
    if key == OUT:
        return QCoreApplication.translate("Curves", "output layer")
    if key.isdigit():
        return QCoreApplication.translate("Curves", "layer {layer}").format(layer=key)
    return line_name(key)


def value_words(kind: str, value: float) -> str:
    """A number of this kind; "–" where it was not measured."""
    if math.isnan(value):
        return "–"
    return percent(value) if kind == "idle" else compact(value, 3)


def height_ticks(kind: str, up: Range, most: int, log: bool) -> list[Tick]:
    """Round numbers for the heights from bottom to top."""
    ticks = loss_ticks(*up, most, log)
    if kind == "idle":
        return [Tick(tick.place, percent(tick.place)) for tick in ticks]
    return [Tick(tick.place, _power(tick.place)) for tick in ticks] if log else ticks


def reading_parts(curves: CurveSet, update: int, pointed: int | None) -> list[ReadingPart]:
    """The numbers read at this update or at the nearest one that was measured; the line that is pointed at first."""
    row = curves.nearest(update)
    if row is None:
        return []
    measured = int(curves.updates[row])
    parts = []
    if measured != update:
        at = QCoreApplication.translate("LossPlot", "at {update}")
        parts.append(ReadingPart("", at.format(update=f"{measured:,}"), "dim"))
    places = list(range(len(curves.keys)))
    if pointed is not None:
        places = [pointed, *(place for place in places if place != pointed)]
    for place in places:
        value = float(curves.values[row, place])
        text = labelled(line_name(curves.keys[place]), value_words(curves.kind, value))
        if place == pointed and len(curves.parts) and np.isfinite(value):
            text = bracketed(text, _shares(curves, row, place))
        parts.append(ReadingPart("", text, "text" if pointed in (None, place) else "dim"))
    if (sample := curves.sample_at(row)) is not None:
        # Second, so that it is there however little room there is.
        parts.insert(min(1, len(parts)), ReadingPart("", sample_words(*sample), "dim"))
    return parts


def reading_words(curves: CurveSet, update: int, pointed: int | None) -> str:
    """The same in words, the line that is pointed at first; of many only that one, the first and the last one."""
    row = curves.nearest(update)
    if row is None:
        return ""
    count = len(curves.keys)
    places = (
        range(count)
        if count <= MOST_READ
        else sorted({0, count - 1, *([] if pointed is None else [pointed])})
    )
    words = [
        QCoreApplication.translate("LossPlot", "update {update}").format(
            update=f"{int(curves.updates[row]):,}"
        )
    ]
    for place in sorted(places, key=lambda each: each != pointed):
        value = float(curves.values[row, place])
        text = labelled(line_words(curves.keys[place]), value_words(curves.kind, value))
        if len(curves.parts) and np.isfinite(value):
            text = bracketed(text, _shares(curves, row, place))
        words.append(text)
    if (sample := curves.sample_at(row)) is not None:
        words.append(sample_words(*sample))
    return "  ·  ".join(words)


MOST_READ = 12


def _shares(curves: CurveSet, row: int, place: int) -> str:
    dead, saturated = curves.parts[:, row, place]
    text = QCoreApplication.translate("Curves", "dead {dead}, saturated {saturated}")
    return text.format(dead=percent(float(dead)), saturated=percent(float(saturated)))


def _power(height: float) -> str:
    """Ten to this height: a power of ten as such, and others with one figure."""
    power = round(height)
    return power_text(power) if abs(height - power) < 1e-9 else compact(10.0**height, 1)
