"""What is said of a filter and of its answers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from core.analysis.patterns import MAX_KERNEL
from core.engine.filter_messages import WindowsFound
from core.engine.snapshot import Snapshot
from core.nn.convolution import Conv2d
from core.nn.window_spec import WindowSpec
from gui.filters.answers import BLANK, FilterAnswers
from gui.filters.pattern_marks import PatternMarks
from gui.widgets.number_text import compact, percent_to_tenths, signed
from gui.widgets.sentence_text import enumerated, labelled, listed, sentences, with_article


def filter_title(layer: int, number: int) -> str:
    """Everything that it can say."""
    words = QCoreApplication.translate("Filters", "Everything that filter {number} of layer {layer} can say")
    return words.format(number=number + 1, layer=layer + 1)


def windows_title(layer: int, number: int) -> str:
    """What excites it most."""
    words = QCoreApplication.translate("Filters", "What excites filter {number} of layer {layer} most")
    return words.format(number=number + 1, layer=layer + 1)


def update_words(update: int) -> str:
    """Whose weights."""
    return QCoreApplication.translate("Filters", "after update {update}").format(update=f"{update:,}")


def occurring_words(answers: FilterAnswers, of_digits: bool) -> str:
    """How many of all patterns occur."""
    words = QCoreApplication.translate(
        "Filters",
        "{count} of {all} patterns occur in {examples} training examples; each stands at its answer z.",
    )
    if of_digits:
        words = QCoreApplication.translate(
            "Filters",
            "{count} of {all} patterns occur in {examples} training digits; each stands at its answer z.",
        )
    if answers.examples == 1:
        words = QCoreApplication.translate(
            "Filters",
            "{count} of {all} patterns occur in the only training example; each stands at its answer z.",
        )
    if answers.examples == 1 and of_digits:
        words = QCoreApplication.translate(
            "Filters",
            "{count} of {all} patterns occur in the only training digit; each stands at its answer z.",
        )
    return words.format(count=answers.occurring, all=len(answers.z), examples=f"{answers.examples:,}")


def sides(activation: str) -> tuple[str, str]:
    """What the filter makes of z ≤ 0, and of z > 0."""
    if activation == "relu":
        return (
            QCoreApplication.translate("Filters", "silent: a = 0"),
            QCoreApplication.translate("Filters", "speaks: a = z"),
        )
    level = {"sigmoid": "0.5", "softplus": "ln 2"}.get(activation, "0")
    return f"z ≤ 0: a ≤ {level}", f"z > 0: a > {level}"


def side_words(answers: FilterAnswers, speaks: bool) -> tuple[str, str]:
    """How many patterns are on one side of 0, and what share of all windows they have."""
    on_side = (answers.z > 0) == speaks
    count = int((on_side & (answers.counts > 0)).sum())
    patterns = QCoreApplication.translate("Filters", "{count} patterns").format(count=count)
    if count == 1:
        patterns = QCoreApplication.translate("Filters", "1 pattern")
    share = percent_to_tenths(float(answers.share[on_side].sum()))
    return patterns, QCoreApplication.translate("Filters", "{share} of windows").format(share=share)


def bar_words(answers: FilterAnswers, marks: PatternMarks) -> tuple[tuple[str, str], ...]:
    """What the bars show, and what share the window has whose bar is cut, "" without one; in full, then shorter."""
    share = percent_to_tenths(marks.top)
    if marks.cut is None:
        full = QCoreApplication.translate("Filters", "share of all windows; longest bar: {share}")
        short = QCoreApplication.translate("Filters", "longest bar: {share}")
        return (full.format(share=share), ""), (short.format(share=share), "")
    full = QCoreApplication.translate("Filters", "share of all windows; longest uncut bar: {share}").format(
        share=share
    )
    short = QCoreApplication.translate("Filters", "longest uncut bar: {share}").format(share=share)
    blank = percent_to_tenths(float(answers.share[BLANK]))
    cut = QCoreApplication.translate("Filters", "cut: the blank window, {share}").format(share=blank)
    brief = QCoreApplication.translate("Filters", "cut: {share}").format(share=blank)
    return (full, cut), (short, cut), (short, brief)


def brightness_words() -> str:
    """What comes before the legend of brightness."""
    return QCoreApplication.translate("Filters", "shade: seen")


def or_more_words(count: int) -> str:
    """The legend's last number."""
    return QCoreApplication.translate("Filters", "{count} times or more").format(count=f"{count:,}")


def times_words(count: int) -> str:
    """How often a pattern occurs in the training set."""
    if count == 0:
        return QCoreApplication.translate("Filters", "never in the training set")
    if count == 1:
        return QCoreApplication.translate("Filters", "1 time")
    return QCoreApplication.translate("Filters", "{count} times").format(count=f"{count:,}")


def places_words(answers: FilterAnswers, code: int) -> str:
    """How many places of what is shown have a pattern."""
    if answers.codes is None:
        return QCoreApplication.translate("Filters", "What is shown is not all of ink.")
    count = int(answers.here[code])
    if count == 1:
        return QCoreApplication.translate("Filters", "1 place of this picture has it")
    return QCoreApplication.translate("Filters", "{count} places of this picture have it").format(count=count)


def in_it_words(answers: FilterAnswers) -> str:
    """How many of the patterns are in what is shown."""
    words = QCoreApplication.translate("Filters", "{count} of the {all} patterns are in it")
    here = int((answers.here > 0).sum())
    return "" if answers.codes is None else words.format(count=here, all=len(answers.ranked))


def border_words(answers: FilterAnswers) -> str:
    """What a window at the edge sees."""
    if not answers.windows.padding:
        return ""
    return QCoreApplication.translate("Filters", "Windows at the edge see zeros beyond it.")


def rank_words(answers: FilterAnswers, code: int) -> str:
    """Where a pattern stands among all."""
    rank = answers.rank_of(code)
    words = QCoreApplication.translate("Filters", "answer {rank} of {all}")
    return "" if rank is None else words.format(rank=rank + 1, all=len(answers.ranked))


def short_answer(z: float) -> str:
    """Z in a narrow column: to two decimals; a small one with no more signs than "−0.0012" has."""
    if z == 0 or abs(z) >= 0.01:
        return signed(z, 2)
    return ("+" if z > 0 else "") + compact(z, 2 if abs(z) >= 0.001 else 1)


def answer_words(answers: FilterAnswers, code: int) -> list[str]:
    """z, and a where that is another number."""
    z, a = float(answers.z[code]), float(answers.a[code])
    return [f"z = {signed(z, 2)}"] + ([f"a = {compact(a) if a == 0 else signed(a, 2)}"] if a != z else [])


def pattern_words(answers: FilterAnswers, code: int) -> str:
    """A pattern for those who do not see it: where it has ink, by row and column."""
    k = answers.windows.kernel
    ink = [divmod(bit, k) for bit in range(k * k) if code >> bit & 1]
    if not ink:
        return QCoreApplication.translate("Filters", "no ink")
    places = enumerated(f"({row + 1}, {column + 1})" for row, column in ink)
    return QCoreApplication.translate("Filters", "ink at {places}").format(places=places)


def spoken_answer(answers: FilterAnswers, code: int) -> str:
    """All of a pattern in one text."""
    return sentences(
        [
            pattern_words(answers, code),
            listed(answer_words(answers, code)),
            rank_words(answers, code),
            times_words(int(answers.counts[code])),
            places_words(answers, code),
        ]
    )


def why_windows(snapshot: Snapshot, layer: int) -> str:
    """Why not all patterns are shown of a filter, but the windows that excite it most."""
    topology = snapshot.topology
    spec: Any = topology.layers[layer]
    if spec.sources(layer + 1) != (0,):
        return QCoreApplication.translate(
            "Filters", "It reads feature maps, so its windows are no patterns of ink."
        )
    if isinstance(spec, WindowSpec) and not isinstance(spec, Conv2d):
        return QCoreApplication.translate("Filters", "Each of its cells has weights of its own.")
    if isinstance(spec, Conv2d) and spec.kernel > MAX_KERNEL:
        words = QCoreApplication.translate("Filters", "{k} × {k} pixels have {count} patterns.")
        count = 2 ** (spec.kernel**2)
        return words.format(k=spec.kernel, count=f"{count:,}" if spec.kernel <= 5 else compact(float(count)))
    if isinstance(spec, Conv2d) and spec.bias_per_cell:
        return QCoreApplication.translate("Filters", "Each of its cells has a bias of its own.")
    if spec.is_residual(topology.in_shapes[layer]):
        return QCoreApplication.translate("Filters", "Its input is added to what it answers.")
    return QCoreApplication.translate("Filters", "The pictures are not all of ink.")


def windows_intro(snapshot: Snapshot, found: WindowsFound) -> str:
    """Why windows are shown; and that the filter is silent everywhere, where it is."""
    why = why_windows(snapshot, found.layer)
    silent = snapshot.topology.layers[found.layer].activation == "relu" and not found.a.any()
    if not silent:
        return why
    words = QCoreApplication.translate(
        "Filters", "It is silent for all of them: a = 0. First comes what is nearest to being heard."
    )
    return f"{words}  ·  {why}"


def looked_at_words(found: WindowsFound, of_digits: bool) -> str:
    """Among how many pictures."""
    if found.total == 1:
        if of_digits:
            return QCoreApplication.translate("Filters", "there is 1 training digit")
        return QCoreApplication.translate("Filters", "there is 1 training example")
    if found.examples == found.total and of_digits:
        words = QCoreApplication.translate("Filters", "the strongest {count} of all {total} training digits")
    elif found.examples == found.total:
        words = QCoreApplication.translate(
            "Filters", "the strongest {count} of all {total} training examples"
        )
    elif of_digits:
        words = QCoreApplication.translate(
            "Filters", "the strongest {count} of {examples} of the {total} training digits"
        )
    else:
        words = QCoreApplication.translate(
            "Filters", "the strongest {count} of {examples} of the {total} training examples"
        )
    return words.format(count=len(found.row), examples=f"{found.examples:,}", total=f"{found.total:,}")


def example_words(row: int, label: str, of_digits: bool, is_shuffled: bool = False) -> str:
    """Which training example; a label that was shuffled is not called its class."""
    if is_shuffled:
        words = QCoreApplication.translate("Filters", "training example {index}, label {label} (shuffled)")
        if of_digits:
            words = QCoreApplication.translate("Filters", "training digit {index}, label {label} (shuffled)")
        return words.format(index=f"{row:,}", label=label)
    if of_digits:
        words = QCoreApplication.translate("Filters", "training digit {index}, a {label}")
        return with_article(words, label).format(index=f"{row:,}", label=label)
    words = QCoreApplication.translate("Filters", "training example {index}")
    name = words.format(index=f"{row:,}")
    return name if not label else labelled(name, label)
