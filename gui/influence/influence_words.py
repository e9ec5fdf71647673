"""What is said of the training examples that pulled an answer, and of the trainings without them."""

from __future__ import annotations

import math
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.analysis.example_losses import OWN
from core.analysis.retraining import RANDOM, WITH, WITHOUT, effect_of
from core.engine.influence_messages import InfluenceMeasured, InfluenceProof, Pull
from core.engine.snapshot import Example
from gui.widgets.number_text import bounded_text, compact, equals, loss_text, plain, total_text
from gui.widgets.sentence_text import (
    bracketed,
    clauses,
    enumerated,
    labelled,
    listed,
    sentences,
    with_article,
)


def influence_text(value: float) -> str:
    """An influence with its sign, to two figures: +1.8, −3.4·10⁻⁷."""
    return ("+" if value > 0 else "") + compact(value)


def sum_text(value: float) -> str:
    """The sum of many, with its sign and four figures that count: +101.4, −1,735."""
    return ("+" if value > 0 else "") + total_text(value)


def example_words(example: Example, names: tuple[str, ...], of_digits: bool) -> str:
    """Which example it is."""
    label = None if example.label is None or example.label >= len(names) else names[example.label]
    if example.origin == "drawing":
        if label is None:
            return QCoreApplication.translate("Influence", "your drawing")
        text = QCoreApplication.translate("Influence", "your drawing, meant as a {label}")
        return with_article(text, label).format(label=label)
    index = f"{example.index or 0:,}"
    if example.origin == OWN:
        text = QCoreApplication.translate("Influence", "own {index}, a {label}")
        return with_article(text, label or "–").format(index=index, label=label or "–")
    if example.origin == "test":
        if label is None:
            text = QCoreApplication.translate("Influence", "test example {index}")
        elif of_digits:
            text = QCoreApplication.translate("Influence", "test digit {index}, a {label}")
        else:
            text = QCoreApplication.translate("Influence", "test example {index}: {label}")
    elif label is None:
        text = QCoreApplication.translate("Influence", "training example {index}")
    elif example.is_shuffled and of_digits:
        # Its own class is another one.
        text = QCoreApplication.translate("Influence", "training digit {index}, label {label} (shuffled)")
    elif example.is_shuffled:
        text = QCoreApplication.translate("Influence", "training example {index}, label {label} (shuffled)")
    elif of_digits:
        text = QCoreApplication.translate("Influence", "training digit {index}, a {label}")
    else:
        text = QCoreApplication.translate("Influence", "training example {index}: {label}")
    return with_article(text, label or "").format(index=index, label=label)


def row_words(row: int, pull: Pull, names: tuple[str, ...], of_digits: bool) -> str:
    """One of the training examples, with its influence; "" where it is not among them."""
    found = np.flatnonzero(pull.rows == row)
    if not len(found):
        return ""
    place = int(found[0])
    label = int(pull.labels[place]) if len(pull.labels) else None
    is_shuffled = place < len(pull.shuffled) and bool(pull.shuffled[place])
    example = Example(np.zeros(0, np.float32), label, "train", row, is_shuffled=is_shuffled)
    words = QCoreApplication.translate("Influence", "influence {value}")
    value = words.format(value=influence_text(float(pull.values[place])))
    return listed([example_words(example, names, of_digits), value])


def answer_words(measured: InfluenceMeasured, names: tuple[str, ...]) -> str:
    """What the network says to it; "" where there are no classes."""
    if measured.target is None:
        return ""
    if measured.answer is None:
        return QCoreApplication.translate("Influence", "says none alone: several are largest")
    return QCoreApplication.translate("Influence", "says {answer}").format(answer=names[measured.answer])


def loss_words(measured: InfluenceMeasured, names: tuple[str, ...]) -> str:
    """C whose fall is asked for, and y of that class."""
    loss = loss_text(measured.loss)
    if measured.target is None:
        return QCoreApplication.translate("Influence", "C of its target: {loss}").format(loss=loss)
    text = QCoreApplication.translate("Influence", "C towards {target}: {loss},  {y}")
    y = bounded_text(measured.output).removeprefix("+")
    return text.format(target=names[measured.target], loss=loss, y=equals("y", y))


def axis_words(target: int | None, names: tuple[str, ...]) -> str:
    """What the axis of the networks that were trained again is of, and how it is parted."""
    if target is None:
        return QCoreApplication.translate("Influence", "C of its target, log")
    return QCoreApplication.translate("Influence", "C towards {target}, log").format(target=names[target])


def states_words(measured: InfluenceMeasured) -> str:
    """Of which networks the estimate is, each with its rate."""
    rates = [plain(rate) for rate in measured.rates.tolist()]
    if len(rates) == 1:
        text = QCoreApplication.translate("Influence", "first order, at update {update} alone (η {rate})")
        return text.format(update=f"{measured.update:,}", rate=rates[0])
    updates = [f"{update:,}" for update in measured.updates.tolist()]
    if len(set(rates)) == 1:
        text = QCoreApplication.translate("Influence", "first order, at updates {updates} (η {rate} each)")
        return text.format(updates=enumerated(updates), rate=rates[0])
    # A rate stands once behind all updates that have it: behind each, there is no room for it beside the title.
    alike = groupby(zip(rates, updates, strict=True), key=itemgetter(0))
    groups = [bracketed(enumerated(update for _, update in own), f"η {rate}") for rate, own in alike]
    text = QCoreApplication.translate("Influence", "first order, at updates {updates}")
    return text.format(updates=clauses(groups))


def estimate_words() -> str:
    """What it is not."""
    return QCoreApplication.translate("Influence", "an estimate, no proof")


def scale_words(measured: InfluenceMeasured) -> str:
    """What the longest bar is."""
    scale = scale_of(measured)
    if scale <= 0:
        return ""
    text = QCoreApplication.translate("Influence", "longest bar: ±{scale}")
    return text.format(scale=compact(scale))


def scale_of(measured: InfluenceMeasured) -> float:
    """The largest |influence| of both sides; 0 where there is none."""
    values = np.abs(np.concatenate([measured.towards.values[:1], measured.away.values[:1]]))
    return float(values.max()) if len(values) else 0.0


def formula_words() -> str:
    """What an influence is."""
    return QCoreApplication.translate("Influence", "I = Σ η ∇C·∇Cⁿ")


def leaves_out_words() -> str:
    """What the numbers are without."""
    return QCoreApplication.translate(
        "Influence",
        "Products of plain gradients of C, of one example each: momentum or Adam, penalties, dropout and the others of"
        " a batch are not in them.",
    )


def side_title(measured: InfluenceMeasured, side: str, names: tuple[str, ...]) -> str:
    """Towards what, or away from it."""
    if measured.target is None:
        if side == "towards":
            return QCoreApplication.translate("Influence", "Pulled towards its target")
        return QCoreApplication.translate("Influence", "Pulled away from its target")
    if side == "towards":
        text = QCoreApplication.translate("Influence", "Pulled towards {target}")
    else:
        text = QCoreApplication.translate("Influence", "Pulled away from {target}")
    return text.format(target=names[measured.target])


def count_words(measured: InfluenceMeasured, pull: Pull) -> str:
    """How many pulled this way, of how many."""
    text = QCoreApplication.translate("Influence", "{count} of {examples}")
    return text.format(count=f"{pull.count:,}", examples=f"{measured.examples:,}")


def together_words(pull: Pull) -> str:
    """What all that pulled this way add up to."""
    return QCoreApplication.translate("Influence", "together {total}").format(total=sum_text(pull.total))


def shorter_sums(pull: Pull) -> tuple[str, ...]:
    """What all that pulled this way add up to where there is less room, the longest first: each says of how many."""
    text = QCoreApplication.translate("Influence", "{count} together {total}")
    count, total = f"{pull.count:,}", sum_text(pull.total)
    return text.format(count=count, total=total), labelled(count, total)


def heard_words(measured: InfluenceMeasured, names: tuple[str, ...]) -> str:
    """The answer for a screen reader: each side with its numbers, and of which networks they are."""
    sides = ("towards", measured.towards), ("away", measured.away)
    parts = [labelled(side_title(measured, side, names), count_words(measured, pull)) for side, pull in sides]
    return sentences([*parts, states_words(measured)])


def shown_words(pull: Pull) -> str:
    """How many of them stand in the gallery; "" where all do."""
    if pull.count <= len(pull.rows):
        return ""
    text = QCoreApplication.translate("Influence", "the strongest {shown}")
    return text.format(shown=f"{len(pull.rows):,}")


def rest_words(measured: InfluenceMeasured) -> str:
    """How many pulled neither way; "" where there are none."""
    rest = measured.examples - measured.towards.count - measured.away.count
    if not rest:
        return ""
    text = QCoreApplication.translate(
        "Influence", "{rest} of {examples} pulled neither way (0, or no finite number)"
    )
    return text.format(rest=f"{rest:,}", examples=f"{measured.examples:,}")


# --- the proof


def kind_words(kind: int, left_out: int) -> str:
    """With what the networks of a row were trained."""
    if kind == WITH:
        return QCoreApplication.translate("Influence", "trained with all")
    count = f"{left_out:,}"
    if left_out == 1 and kind == WITHOUT:
        return QCoreApplication.translate("Influence", "without this one")
    if left_out == 1:
        return QCoreApplication.translate("Influence", "without 1 other at random")
    if kind == WITHOUT:
        return QCoreApplication.translate("Influence", "without these {count}").format(count=count)
    return QCoreApplication.translate("Influence", "without {count} others at random").format(count=count)


def value_words(loss: float) -> str:
    """One C; a dash where nothing is trained yet."""
    if math.isnan(loss):
        return "–"
    return loss_text(loss) if math.isfinite(loss) else "∞"


def values_words(losses: NDArray[np.float64]) -> str:
    """Every C of one row."""
    return enumerated(value_words(loss) for loss in losses.tolist())


def trained_words(proof: InfluenceProof) -> str:
    """How far it is."""
    text = QCoreApplication.translate("Influence", "{done} of {all} networks trained, {updates} updates each")
    if proof.updates == 1:
        text = QCoreApplication.translate("Influence", "{done} of {all} networks trained, 1 update each")
    done = int(np.count_nonzero(~np.isnan(proof.losses)))
    return text.format(done=done, all=proof.losses.size, updates=f"{proof.updates:,}")


def verdict_words(proof: InfluenceProof) -> str:
    """What comes of it."""
    effect = effect_of(proof.losses[WITH], proof.losses[WITHOUT])
    by_chance = effect_of(proof.losses[WITH], proof.losses[RANDOM])
    none, larger, smaller, alike = _verdicts_of_one() if proof.left_out == 1 else _verdicts()
    if effect == 0:
        return none
    words = larger if effect > 0 else smaller
    return f"{words} {alike}" if by_chance == effect else words


def _verdicts() -> tuple[str, str, str, str]:
    """That there is no effect, that C is larger or smaller without them, and that it is so at random."""
    return (
        QCoreApplication.translate("Influence", "No effect can be told: with and without them, C overlaps."),
        QCoreApplication.translate(
            "Influence", "Without them C is larger, each time: an effect, as estimated."
        ),
        QCoreApplication.translate(
            "Influence", "Without them C is smaller, each time: an effect, but against the estimate."
        ),
        QCoreApplication.translate("Influence", "Yet as many at random do the same."),
    )


def _verdicts_of_one() -> tuple[str, str, str, str]:
    """The same where one example was left out."""
    return (
        QCoreApplication.translate("Influence", "No effect can be told: with and without it, C overlaps."),
        QCoreApplication.translate(
            "Influence", "Without it C is larger, each time: an effect, as estimated."
        ),
        QCoreApplication.translate(
            "Influence", "Without it C is smaller, each time: an effect, but against the estimate."
        ),
        QCoreApplication.translate("Influence", "Yet one at random does the same."),
    )


def rule_words(proof: InfluenceProof, update: int) -> str:
    """When an effect is told, and what was trained."""
    seeds = proof.losses.shape[1]
    rule = QCoreApplication.translate(
        "Influence",
        "Rule: an effect is told where the {seeds} values of C with them and the {seeds} without do not overlap. Where"
        " there is none, chance does that in 2 of {orders} cases.",
    )
    if proof.left_out == 1:
        rule = QCoreApplication.translate(
            "Influence",
            "Rule: an effect is told where the {seeds} values of C with it and the {seeds} without do not overlap."
            " Where there is none, chance does that in 2 of {orders} cases.",
        )
    words = rule.format(seeds=seeds, orders=math.comb(2 * seeds, seeds))
    if proof.updates < update:
        more = QCoreApplication.translate(
            "Influence", "Each network is trained for {updates} updates; this one was for {update}."
        )
        if proof.updates == 1:
            more = QCoreApplication.translate(
                "Influence", "Each network is trained for 1 update; this one was for {update}."
            )
        words += " " + more.format(updates=f"{proof.updates:,}", update=f"{update:,}")
    settings = QCoreApplication.translate(
        "Influence",
        "Each network has a seed of its own, for weights that are drawn, order and dropout; the settings are those of"
        " the measuring.",
    )
    return f"{words} {settings}"


def refused_words(reason: str) -> str:
    """Why there is nothing."""
    if reason == "no_target":
        return QCoreApplication.translate(
            "Influence", "There is nothing to pull towards: it says no class alone, and no target is known."
        )
    if reason == "no_chance":
        return QCoreApplication.translate(
            "Influence",
            "With these initial weights, and all examples as one batch, every training is the same whatever its seed:"
            " how much C changes by chance can’t be told.",
        )
    if reason == "untrained":
        return QCoreApplication.translate(
            "Influence", "Nothing was trained yet, so there is nothing to train again."
        )
    if reason == "too_few":
        return QCoreApplication.translate("Influence", "So many can’t be left out.")
    if reason == "gone":
        return QCoreApplication.translate(
            "Influence", "What was measured is not there any more: measure again."
        )
    return QCoreApplication.translate("Influence", "It could not be measured.")


def stale_words(measured: InfluenceMeasured, has_moved: bool, is_other: bool) -> str:
    """What has changed since; "" where nothing has."""
    update = f"{measured.update:,}"
    if has_moved and is_other:
        text = QCoreApplication.translate(
            "Influence",
            "Measured at update {update}: the network on screen is another one, and so is the example.",
        )
    elif has_moved:
        text = QCoreApplication.translate(
            "Influence", "Measured at update {update}: the network on screen is another one."
        )
    elif is_other:
        text = QCoreApplication.translate(
            "Influence", "Measured at update {update}: another example is shown now."
        )
    else:
        return ""
    return text.format(update=update)
