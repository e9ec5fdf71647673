"""What is said of two compared runs: the numbers at one t, the barriers, and what matching has done."""

from __future__ import annotations

from math import isnan

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.solutions import SHARES, LossPath
from core.engine.messages import RunInfo
from core.engine.solutions_messages import SolutionsCompared
from gui.solutions.solutions_marks import KEYS, paths_of, said_class
from gui.widgets.number_text import (
    compact,
    fixed,
    mean_text,
    percent_to_tenths,
    share_text,
    subscript,
    value_text,
)
from gui.widgets.sentence_text import bracketed, enumerated, labelled, listed, sentences

UNKNOWN = "–"
# More outputs than these are not written out.
MOST_OUTPUTS = 3


def path_name(key: str) -> str:
    """What a line is called: "straight" or "matched"."""
    if key == "straight":
        return QCoreApplication.translate("Solutions", "in a straight line")
    return QCoreApplication.translate("Solutions", "with matched neurons")


def place_words(place: int) -> str:
    """Where on the line one is."""
    share = fixed(SHARES[place], 2)
    if place == 0:
        return QCoreApplication.translate("Solutions", "t = {share}: A itself").format(share=share)
    if place == len(SHARES) - 1:
        return QCoreApplication.translate("Solutions", "t = {share}: B itself").format(share=share)
    return QCoreApplication.translate("Solutions", "t = {share}").format(share=share)


def column_names(compared: SolutionsCompared) -> tuple[str, ...]:
    """What the numbers of `reading` are."""
    first = QCoreApplication.translate("Solutions", "training: mean Cⁿ")
    if not compared.class_names:
        return first, QCoreApplication.translate("Solutions", "test: mean Cⁿ"), "y"
    return (
        first,
        QCoreApplication.translate("Solutions", "training: wrong"),
        QCoreApplication.translate("Solutions", "test: wrong"),
        QCoreApplication.translate("Solutions", "answer"),
    )


def reading(compared: SolutionsCompared, key: str, place: int) -> tuple[str, ...]:
    """The numbers of one line at one place; "–" where nothing is measured."""
    path = paths_of(compared)[key]
    mean = _number(path.train_means[place])
    answer = _answer(compared, path, place)
    if not compared.class_names:
        return mean, _number(path.test_means[place]), answer
    errors = (percent_to_tenths(float(each[place])) for each in (path.train_errors, path.test_errors))
    return mean, *errors, answer


def reading_words(compared: SolutionsCompared, place: int) -> str:
    """Both lines' numbers at one place, in one sentence each."""
    names = column_names(compared)
    parts = [place_words(place)]
    for key in KEYS:
        numbers = zip(names, reading(compared, key, place), strict=True)
        parts.append(labelled(path_name(key), listed(f"{name} {number}" for name, number in numbers)))
    return sentences(parts)


def example_words(compared: SolutionsCompared) -> str:
    """Whose answer is in the strip."""
    label = compared.example.label
    if label is None:
        return QCoreApplication.translate("Solutions", "answer to the shown example")
    text = QCoreApplication.translate("Solutions", "answer to the shown example (right: {name}, framed)")
    if compared.example.is_shuffled:
        text = QCoreApplication.translate(
            "Solutions", "answer to the shown example (label {name}, shuffled, framed)"
        )
    return text.format(name=compared.class_names[label])


def barrier_words(compared: SolutionsCompared) -> str:
    """How high both barriers are; "" before anything is known."""
    parts = []
    for key, path in paths_of(compared).items():
        share, height = path.barrier
        if isnan(height) or np.isnan(path.train_means).any():
            continue
        text = QCoreApplication.translate("Solutions", "none {path}")
        if height > 0:
            text = QCoreApplication.translate("Solutions", "{height} {path} (t = {share})")
        parts.append(text.format(path=path_name(key), height=_number(height), share=fixed(share, 2)))
    name = QCoreApplication.translate("Solutions", "Barrier, above the line between both ends")
    return labelled(name, listed(parts)) if parts else ""


def matching_words(compared: SolutionsCompared) -> str:
    """What matching has moved, and the proof that it has changed no output; "" before it is done."""
    made = compared.matching
    if made is None:
        return ""
    if not made.neurons:
        return QCoreApplication.translate("Solutions", "There are no hidden neurons to be matched.")
    stays = ""
    if made.stays:
        stays = QCoreApplication.translate("Solutions", "Layers that keep their order: {layers}.").format(
            layers=enumerated(str(layer + 1) for layer in made.stays)
        )
    if not made.moved and made.neurons > 1:
        none = QCoreApplication.translate(
            "Solutions",
            "Matching finds no better order for B’s hidden neurons ({neurons}): each keeps its place, and"
            " ‖θ(A) − θ(B)‖ = {distance}.",
        ).format(neurons=f"{made.neurons:,}", distance=compact(made.distance_before, 3))
        return sentences((none, stays))
    moved = QCoreApplication.translate(
        "Solutions", "B has 1 hidden neuron, which has no other place: ‖θ(A) − θ(B)‖ stays {before}."
    )
    if made.neurons > 1:
        moved = QCoreApplication.translate(
            "Solutions",
            "Matching gives {moved} of {neurons} hidden neurons of B another place: ‖θ(A) − θ(B)‖ from {before} to"
            " {after}.",
        )
    moved = moved.format(
        moved=f"{made.moved:,}",
        neurons=f"{made.neurons:,}",
        before=compact(made.distance_before, 3),
        after=compact(made.distance_after, 3),
    )
    proof = QCoreApplication.translate(
        "Solutions",
        "B’s function stays the same: over {count} examples no output differs by more than {difference}"
        " (in double precision).",
    )
    if made.count == 1:
        proof = QCoreApplication.translate(
            "Solutions",
            "B’s function stays the same: for 1 example no output differs by more than {difference} (in double"
            " precision).",
        )
    proof = proof.format(count=f"{made.count:,}", difference=compact(made.difference))
    return sentences((moved, proof, stays))


def examples_words(compared: SolutionsCompared, goes_on: bool = True) -> str:
    """Over how many examples it is measured, and at how many places so far; `goes_on` is False where it was ended."""
    counts = []
    for count, total in (
        (compared.train_count, compared.train_total),
        (compared.test_count, compared.test_total),
    ):
        text = QCoreApplication.translate("Solutions", "{count} of {total}")
        is_all = count == total
        counts.append(f"{count:,}" if is_all else text.format(count=f"{count:,}", total=f"{total:,}"))
    training = QCoreApplication.translate("Solutions", "{count} training examples")
    if compared.train_total == 1:
        training = QCoreApplication.translate("Solutions", "1 training example")
    test = QCoreApplication.translate("Solutions", "{count} test examples")
    if compared.test_total == 1:
        test = QCoreApplication.translate("Solutions", "1 test example")
    text = QCoreApplication.translate("Solutions", "Measured with {training}, at {places}.")
    if compared.test_total:
        text = QCoreApplication.translate("Solutions", "Measured with {training} and {test}, at {places}.")
    said = text.format(
        training=training.format(count=counts[0]),
        test=test.format(count=counts[1]),
        places=_places_words(compared),
    )
    if compared.is_complete or goes_on:
        return said
    ended = QCoreApplication.translate("Solutions", "It was ended there: nothing else is measured.")
    return sentences((said, ended))


def _places_words(compared: SolutionsCompared) -> str:
    """At how many places both sets are measured; of each line, until both are."""
    places = len(SHARES)
    if compared.is_complete:
        return QCoreApplication.translate("Solutions", "{count} places").format(count=places)
    # Both lines have equally many examples to be evaluated, the straight one's first.
    measured = compared.done * len(KEYS) * places // compared.total
    text = QCoreApplication.translate("Solutions", "{count} of {places} places {path}")
    of_lines = zip(KEYS, (min(measured, places), max(measured - places, 0)), strict=True)
    return listed(text.format(count=count, places=places, path=path_name(key)) for key, count in of_lines)


def which_words(compared: SolutionsCompared, name_a: str, name_b: str) -> str:
    """Which networks are A and B: each run with its update."""
    text = QCoreApplication.translate(
        "Solutions", "A: {a}, update {update_a}   ·   B: {b}, update {update_b}"
    )
    return text.format(
        a=name_a, b=name_b, update_a=f"{compared.update_a:,}", update_b=f"{compared.update_b:,}"
    )


def changed_words(compared: SolutionsCompared) -> str:
    """Which of the two is another network by now, after the very update that it is named by; "" for none."""
    text = QCoreApplication.translate(
        "Solutions", "Changed by hand since: {ends}. All numbers here are of before that change."
    )
    return text.format(ends=_ends_words(compared, compared.changed)) if any(compared.changed) else ""


def sorted_words(compared: SolutionsCompared) -> str:
    """Whose neurons stand in another order by now, and what is of the order before; "" where they do not."""
    text = QCoreApplication.translate(
        "Solutions",
        "Neurons sorted since: {ends}. The straight line, its barrier, what matching moves and ‖θ(A) − θ(B)‖ before it"
        " are of the earlier order; the matched line stays what it is. Compare again for the order as it is now.",
    )
    is_any = any(compared.sorted_since)
    return text.format(ends=_ends_words(compared, compared.sorted_since)) if is_any else ""


def _ends_words(compared: SolutionsCompared, which: tuple[bool, bool]) -> str:
    """A, B or both, each with its update."""
    ends = zip("AB", (compared.update_a, compared.update_b), which, strict=True)
    of_one = QCoreApplication.translate("Solutions", "{end} after update {update}")
    return listed(of_one.format(end=end, update=f"{update:,}") for end, update, is_named in ends if is_named)


def refusal_words(reason: str) -> str:
    """Why two runs are not compared, and what can be."""
    texts = {
        "alone": QCoreApplication.translate(
            "Solutions",
            "There is one run only: begin another one (New weights, or Branch here), and train it.",
        ),
        "same": QCoreApplication.translate("Solutions", "A and B are the same run: choose another one."),
        "structure": QCoreApplication.translate(
            "Solutions",
            "A and B have different layers: between them there is no line. Choose two runs of the same function set.",
        ),
        "data": QCoreApplication.translate(
            "Solutions", "A and B learn from different examples: their L cannot be compared."
        ),
        "loss": QCoreApplication.translate(
            "Solutions", "A and B have different losses: their L cannot be compared."
        ),
        "returning": QCoreApplication.translate(
            "Solutions", "A run is on its way back from a number too large to write: try again in a moment."
        ),
        "gone": QCoreApplication.translate("Solutions", "One of the two runs is gone: choose another one."),
        "interrupted": QCoreApplication.translate(
            "Solutions", "The training’s process was started again meanwhile: compare once more."
        ),
        "lost": QCoreApplication.translate(
            "Solutions", "The training’s process has ended: start it again with Run, then compare."
        ),
    }
    failed = QCoreApplication.translate(
        "Solutions", "The comparison has failed; the training is not touched."
    )
    return texts.get(reason, failed)


def are_alike(a: RunInfo, b: RunInfo) -> bool:
    """Whether two runs look as if they could be compared: the engine decides."""
    n_in = a.sizes[0]
    same_layers = a.sizes == b.sizes and a.architecture.same_set(b.architecture, n_in)
    return same_layers and a.data.choice == b.data.choice and a.config.loss == b.config.loss


def _number(value: float) -> str:
    return UNKNOWN if isnan(value) else mean_text(float(value))


def _answer(compared: SolutionsCompared, path: LossPath, place: int) -> str:
    y = path.answers[place]
    if np.isnan(y).any():
        return UNKNOWN
    if not compared.class_names:
        if len(y) == 1:
            return value_text(float(y[0]))
        parts = [
            f"y{subscript(number + 1)} {value_text(float(each))}"
            for number, each in enumerate(y[:MOST_OUTPUTS])
        ]
        return listed([*parts, "…"] if len(y) > MOST_OUTPUTS else parts)
    said = said_class(path, place)
    if said is None:
        return UNKNOWN
    largest = float(y.max())
    number = share_text(largest) if 0 <= largest <= 1 else value_text(largest)
    return bracketed(compared.class_names[said], number)
