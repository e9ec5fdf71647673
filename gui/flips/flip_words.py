"""What is said of flipped pixels: of one, of all, and of the fewest that change the answer."""

from __future__ import annotations

from math import isnan, isqrt

from PySide6.QtCore import QCoreApplication

from core.analysis.evaluation import NO_ANSWER
from core.analysis.fewest_flips import FlipChain
from core.engine.flip_messages import PixelFlips
from core.engine.snapshot import DataInfo
from gui.flips.flip_marks import FlipMarks
from gui.widgets.number_text import (
    change_text,
    compact,
    equals,
    loss_text,
    plain,
    share_text,
    signed,
    subscript,
    whole,
)


def class_name(answer: int, names: tuple[str, ...]) -> str:
    """A class as it is called; "none" where there is no answer."""
    if answer == NO_ANSWER:
        return QCoreApplication.translate("Flips", "none")
    return names[answer] if answer < len(names) else str(answer)


def title() -> str:
    """Of the page."""
    return QCoreApplication.translate("Flips", "What each pixel decides")


def moment_words(flips: PixelFlips) -> str:
    """Of which parameters it is."""
    words = QCoreApplication.translate("Flips", "exact, after update {update}")
    return words.format(update=whole(flips.update))


def why_not(data: DataInfo) -> str:
    """Why nothing can be flipped in these examples; "" where it can."""
    if data.picture is None:
        return QCoreApplication.translate(
            "Flips", "These inputs are no picture: there is no pixel to be flipped."
        )
    if not data.class_names:
        return QCoreApplication.translate(
            "Flips",
            "These examples have numbers to be met, and no classes: there is no answer to be changed.",
        )
    return ""


def says_words(flips: PixelFlips, names: tuple[str, ...]) -> str:
    """What the network says to the picture as it is, and its C."""
    label, answer = flips.example.label, flips.answer
    if answer == NO_ANSWER:
        words = QCoreApplication.translate(
            "Flips", "no answer: several outputs are largest, or one is no number"
        )
    elif label is None:
        words = QCoreApplication.translate("Flips", "says {answer}")
    elif flips.example.is_shuffled and label == answer:
        # Its own class is another one.
        words = QCoreApplication.translate("Flips", "says {answer}, as its label is")
    elif flips.example.is_shuffled:
        words = QCoreApplication.translate("Flips", "says {answer}, its label is {label}")
    elif label == answer:
        words = QCoreApplication.translate("Flips", "says {answer}, which is right")
    else:
        words = QCoreApplication.translate("Flips", "says {answer}, is {label}")
    said = words.format(
        answer=class_name(answer, names), label="" if label is None else class_name(label, names)
    )
    return said if isnan(flips.loss) else f"C = {loss_text(flips.loss)}  ·  {said}"


def sides_words(marks: FlipMarks) -> str:
    """How many pixels raise C, lower it, and leave it; or why there is no C."""
    if marks.flips.example.label is None:
        return QCoreApplication.translate("Flips", "No C: say which class the drawing is meant to be.")
    if not marks.has_loss:
        return QCoreApplication.translate("Flips", "C is no finite number.")
    raised, lowered = marks.sides
    words = QCoreApplication.translate("Flips", "{raised} of {count} pixels raise C, {lowered} lower it.")
    return words.format(raised=whole(raised), lowered=whole(lowered), count=whole(marks.count))


def alone_words(marks: FlipMarks) -> str:
    """How many pixels change the answer alone."""
    if marks.flips.answer == NO_ANSWER:
        return ""
    count = len(marks.changing)
    if count == 0:
        words = QCoreApplication.translate("Flips", "None changes the answer alone.")
    elif count == 1:
        words = QCoreApplication.translate("Flips", "1 changes the answer alone.")
    else:
        words = QCoreApplication.translate("Flips", "{count} change the answer alone.")
    return words.format(count=whole(count))


# --- one pixel


def place_words(pixel: int, columns: int, is_title: bool = False) -> str:
    """Where it stands, counted from 1."""
    words = QCoreApplication.translate("Flips", "row {row}, column {column}")
    if is_title:
        words = QCoreApplication.translate("Flips", "Pixel in row {row}, column {column}")
    return words.format(row=pixel // columns + 1, column=pixel % columns + 1)


def flip_words(value: float) -> str:
    """What a pixel becomes."""
    ink, none = QCoreApplication.translate("Flips", "ink"), QCoreApplication.translate("Flips", "no ink")
    if value in (0, 1):
        return f"{ink} → {none}" if value else f"{none} → {ink}"
    return f"{plain(value, 2)} → {plain(1 - value, 2)}"


def pixel_words(marks: FlipMarks, pixel: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """All of one pixel: its place, what it becomes, C, the answer, and how sure that is."""
    flips = marks.flips
    lines = [place_words(pixel, marks.columns, is_title=True), flip_words(float(marks.x[pixel]))]
    if marks.has_loss:
        loss, change = float(flips.losses[pixel]), float(marks.change[pixel])
        before, after = loss_text(flips.loss), loss_text(loss)
        if before == after and change:
            before, after = change_text(flips.loss, loss)
        lines.append(f"C {before} → {after}  (ΔC {signed(change, 2)})")
    if flips.answer == NO_ANSWER:
        return tuple(lines)
    answer = int(flips.answers[pixel])
    if answer == flips.answer:
        words = QCoreApplication.translate("Flips", "still says {before}")
    else:
        words = QCoreApplication.translate("Flips", "answer {before} → {after}")
    lines.append(words.format(before=class_name(flips.answer, names), after=class_name(answer, names)))
    was, is_now = flips.confidence, float(flips.confidences[pixel])
    y, after = share_text(was), share_text(is_now)
    if y == after and was != is_now:
        y, after = change_text(was, is_now)
    lines.append(f"{_y(flips.answer, names)} {y} → {after}")
    return tuple(lines)


def point_words() -> str:
    """Before one is pointed at."""
    return QCoreApplication.translate("Flips", "Point at a pixel, or move with the arrow keys.")


# --- the fewest


def fewest_words(chain: FlipChain) -> str:
    """What is proven of how few flips change the answer, and what was only found."""
    if len(chain.y[0]) == 1:
        return QCoreApplication.translate("Flips", "There is only one class: no flip changes the answer.")
    numbers = {
        "flips": whole(len(chain.pixels)),
        "pixels": whole(_pixels(chain)),
        "pairs": whole(chain.pairs),
        "singles": whole(chain.singles),
        "found": whole(chain.pairs_changing),
        "gave_up": whole(chain.gave_up_at),
        "fewer": _range(3 if chain.pairs_tried else 2, len(chain.pixels) - 1),
    }
    return _fewest(chain).format(**numbers)


def _fewest(chain: FlipChain) -> str:
    flips, has_tried = len(chain.pixels), chain.pairs_tried > 0
    if flips == 1 and chain.singles == 1:
        return QCoreApplication.translate(
            "Flips", "1 flip is the fewest: of {pixels} pixels this one does it alone."
        )
    if flips == 1:
        return QCoreApplication.translate(
            "Flips", "1 flip is the fewest: {singles} of {pixels} pixels do it alone, this one most clearly."
        )
    if flips == 2 and has_tried:
        return QCoreApplication.translate(
            "Flips",
            "2 flips are the fewest: no one of {pixels} pixels does it; {found} of {pairs} pairs do, this one most"
            " clearly.",
        )
    if flips == 2:
        return QCoreApplication.translate(
            "Flips",
            "2 flips are the fewest: no one of {pixels} pixels does it. This pair was found greedily; the {pairs} pairs"
            " were not tried.",
        )
    if flips == 3 and has_tried:
        return QCoreApplication.translate(
            "Flips",
            "3 flips, chosen greedily. 3 is the fewest: no one of {pixels} pixels and none of {pairs} pairs does it.",
        )
    if flips and has_tried:
        return QCoreApplication.translate(
            "Flips",
            "{flips} flips do it, chosen greedily. No one of {pixels} pixels and none of {pairs} pairs does; whether"
            " {fewer} flips do was not tried.",
        )
    if flips:
        return QCoreApplication.translate(
            "Flips",
            "{flips} flips do it, chosen greedily. No one of {pixels} pixels does; whether {fewer} flips do was not"
            " tried: there are {pairs} pairs.",
        )
    if has_tried or not chain.pairs:
        return QCoreApplication.translate(
            "Flips",
            "No one of {pixels} pixels and none of {pairs} pairs changes the answer. Chosen greedily, {gave_up} flips"
            " do not either; more were not tried.",
        )
    return QCoreApplication.translate(
        "Flips",
        "No one of {pixels} pixels changes the answer. Chosen greedily, {gave_up} flips do not either; more, and the"
        " {pairs} pairs, were not tried.",
    )


def no_answer_words() -> str:
    """Where there is nothing to be changed."""
    return QCoreApplication.translate("Flips", "There is no answer that flips could change.")


def progress_words(done: int, total: int) -> str:
    """While pairs are tried."""
    words = QCoreApplication.translate("Flips", "Trying all pairs: {done} of {total}…")
    return words.format(done=whole(done), total=whole(total))


def later_words() -> str:
    """While the training runs."""
    return QCoreApplication.translate(
        "Flips",
        "None of them changes the answer alone. Whether two do is looked for where the training rests.",
    )


def searching_words() -> str:
    """Before anything is known."""
    return QCoreApplication.translate("Flips", "Looking for the fewest flips that change the answer…")


def as_it_is_words() -> str:
    """Of the picture before any flip."""
    return QCoreApplication.translate("Flips", "as it is")


def step_words(
    chain: FlipChain, step: int, columns: int, names: tuple[str, ...]
) -> tuple[str, str, str, str]:
    """Under a picture of the chain: what the network says, y of the answer at the end, C, and what was flipped."""
    says = QCoreApplication.translate("Flips", "says {answer}")
    says = says.format(answer=class_name(int(chain.answers[step]), names))
    last = int(chain.answers[-1])
    y = "" if last == NO_ANSWER else equals(_y(last, names), share_text(float(chain.y[step, last])))
    loss = float(chain.losses[step])
    if step == 0:
        where = as_it_is_words()
    else:
        where = place_words(int(chain.pixels[step - 1]), columns)
    return says, y, "" if isnan(loss) else f"C = {loss_text(loss)}", where


# --- the legend


def legend_words(marks: FlipMarks) -> dict[str, str]:
    """The texts of the legend: the captions of both pictures, the scale's ends, and what the marks mean."""
    if marks.is_ink:
        rule = QCoreApplication.translate("Flips", "flipped: ink ↔ no ink")
        contour = QCoreApplication.translate("Flips", "line: edge of the ink")
    else:
        rule = QCoreApplication.translate("Flips", "flipped: x becomes 1 − x")
        contour = QCoreApplication.translate("Flips", "line: edge of what is 0.5 or more")
    full = QCoreApplication.translate("Flips", "full colour at |ΔC| = {scale}").format(
        scale=compact(marks.scale, 1)
    )
    if marks.has_loss and not marks.scale:
        full = QCoreApplication.translate("Flips", "every ΔC is 0")
    return {
        "example": QCoreApplication.translate("Flips", "the example"),
        "change": QCoreApplication.translate("Flips", "ΔC if flipped alone"),
        "answers": QCoreApplication.translate("Flips", "answers if flipped alone"),
        "lower": QCoreApplication.translate("Flips", "− lowers C"),
        "raise": QCoreApplication.translate("Flips", "+ raises it"),
        "full": full,
        "signs": _signs(len(marks.raised), len(marks.lowered)),
        "frame": QCoreApplication.translate("Flips", "frame: another answer"),
        "contour": contour,
        "rule": rule,
    }


def _signs(raised: int, lowered: int) -> str:
    """Which pixels have a plus and a minus in them; "" where none has."""
    text = QCoreApplication.translate(
        "Flips", "in a pixel: + raises C most ({raised}), − lowers it most ({lowered})"
    )
    if not lowered:
        text = QCoreApplication.translate("Flips", "in a pixel: + raises C most ({raised})")
    elif not raised:
        text = QCoreApplication.translate("Flips", "in a pixel: − lowers C most ({lowered})")
    return text.format(raised=whole(raised), lowered=whole(lowered)) if raised or lowered else ""


def _y(answer: int, names: tuple[str, ...]) -> str:
    """An output with its class as index, where that is a digit; else in brackets."""
    name = class_name(answer, names)
    return "y" + subscript(int(name)) if name.isdecimal() and name.isascii() else f"y({name})"


def _range(low: int, high: int) -> str:
    return whole(low) if high <= low else f"{whole(low)}–{whole(high)}"


def _pixels(chain: FlipChain) -> int:
    """The n of n (n - 1) / 2 pairs."""
    return (1 + isqrt(1 + 8 * chain.pairs)) // 2
