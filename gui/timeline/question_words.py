"""What is said of an answer about the past: when it was so, what was looked at, and how long looking closer takes.

The training may have gone on since: each answer names the update up to which it is known.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.engine.questions import QuestionAnswered, QuestionProgress
from gui.widgets.number_text import compact, detailed

SHORT_S = 90.0
SHORT_MIN = 90.0


def duration_words(seconds: float) -> str:
    """About how long: under 1 s, 12 s, 3 min, 2 h."""
    if seconds < 1:
        return QCoreApplication.translate("QuestionDialog", "under 1 s")
    if seconds < SHORT_S:
        return QCoreApplication.translate("QuestionDialog", "about {count} s").format(count=round(seconds))
    if seconds / 60 < SHORT_MIN:
        words = QCoreApplication.translate("QuestionDialog", "about {count} min")
        return words.format(count=round(seconds / 60))
    words = QCoreApplication.translate("QuestionDialog", "about {count} h")
    return words.format(count=f"{round(seconds / 3600):,}")


def span_words(before: int, after: int, is_checked: bool) -> str:
    """An exact update, ✓ where its bits were met again; or the two between which it lies."""
    if after == before + 1:
        return QCoreApplication.translate("QuestionDialog", "update {update}").format(update=f"{after:,}") + (
            " ✓" if is_checked else ""
        )
    words = QCoreApplication.translate("QuestionDialog", "between updates {before} and {after}")
    return words.format(before=f"{before:,}", after=f"{after:,}")


def measured_words(answer: str, is_met: bool, count: int, has_edits: bool) -> str:
    """An answer by the exact L of `count` updates, and that it is by these; where it `is_met` by none, that too.

    Where parameters were set by hand, that only what was measured after the last edit of an update is among them.
    """
    if not count:
        return answer
    if count == 1:
        among = QCoreApplication.translate("QuestionDialog", "the only update with an exact L")
    else:
        among = QCoreApplication.translate("QuestionDialog", "the {count} updates with an exact L")
    if has_edits:
        edited = QCoreApplication.translate("QuestionDialog", "{updates}, with the last edit after each")
        among = edited.format(updates=among)
    if is_met:
        # Where only a few were measured, it may have been so long before: the note below is out of sight.
        text = QCoreApplication.translate("QuestionDialog", "{answer}, of {updates}")
    else:
        text = QCoreApplication.translate("QuestionDialog", "at none of {updates}")
        if count == 1:
            text = QCoreApplication.translate("QuestionDialog", "not at {updates}")
    return text.format(answer=answer, updates=among.format(count=f"{count:,}"))


def progress_words(progress: QuestionProgress) -> str:
    """How far it is; of none in all, that it has begun."""
    if not progress.total:
        return QCoreApplication.translate("QuestionDialog", "looking closer")
    numbers = {"done": f"{progress.done:,}", "total": f"{progress.total:,}"}
    if progress.seconds_left is None:
        words = QCoreApplication.translate("QuestionDialog", "{done} of {total} updates made again")
        return words.format(**numbers)
    words = QCoreApplication.translate("QuestionDialog", "{done} of {total} updates made again, {left} left")
    return words.format(left=duration_words(progress.seconds_left), **numbers)


def early_words(update: int) -> str:
    """That somebody has gone to what was known, while the exact update is looked for."""
    words = QCoreApplication.translate(
        "QuestionDialog", "Update {update} is shown; what is found closer is shown next."
    )
    return words.format(update=f"{update:,}")


def right_words(answer: QuestionAnswered) -> str:
    """Since when an example's answer is right; at which states, where not every update was looked at."""
    translate = QCoreApplication.translate
    if answer.outcome == "not_now":
        words = translate("QuestionDialog", "not now: the answer is wrong after update {update}")
        return words.format(update=f"{answer.update:,}")
    if not _is_of_some(answer):
        if answer.outcome == "always":
            words = translate("QuestionDialog", "since the beginning")
        else:
            words = translate("QuestionDialog", "since {when}").format(when=_when(answer))
        return f"{words} · {_every_words(answer)}"
    if answer.outcome == "always":
        words = translate(
            "QuestionDialog", "right at each of the {count} states looked at, from update 0 to {update}"
        )
        return words.format(**_some(answer))
    words = translate("QuestionDialog", "wrong after update {before}, right after update {after}")
    if answer.later == 1:
        words = translate(
            "QuestionDialog",
            "wrong after update {before}, right after update {after} and after update {update}",
        )
    elif answer.later:
        words = translate(
            "QuestionDialog",
            "wrong after update {before}, right after update {after} and at each of the {count} states looked at"
            " after that, up to update {update}",
        )
    return words.format(**_ends(answer))


def dead_words(answer: QuestionAnswered) -> str:
    """Since when a neuron is dead, and over how many examples that was looked at; at which states, where not always."""
    translate = QCoreApplication.translate
    if answer.outcome == "not_now":
        words = translate(
            "QuestionDialog", "it is not dead: after update {update} z > 0 for some test example"
        )
        return words.format(update=f"{answer.update:,}")
    if not _is_of_some(answer):
        is_always = answer.outcome == "always"
        words = translate("QuestionDialog", "dead since the beginning") if is_always else _when(answer)
    elif answer.outcome == "always":
        words = translate(
            "QuestionDialog", "dead at each of the {count} states looked at, from update 0 to {update}"
        ).format(**_some(answer))
    else:
        words = translate("QuestionDialog", "not dead after update {before}, dead after update {after}")
        if answer.later == 1:
            words = translate(
                "QuestionDialog",
                "not dead after update {before}, dead after update {after} and after update {update}",
            )
        elif answer.later:
            words = translate(
                "QuestionDialog",
                "not dead after update {before}, dead after update {after} and at each of the {count} states"
                " looked at after that, up to update {update}",
            )
        words = words.format(**_ends(answer))
    looked = [] if _is_of_some(answer) else [_every_words(answer)]
    if answer.few and answer.effort != "every":
        few = translate("QuestionDialog", "states between: with {few} examples each")
        looked.append(few.format(few=f"{answer.few:,}"))
    over = translate(
        "QuestionDialog", "z ≤ 0 for each of {count} test examples, then and after update {update}"
    )
    if answer.examples == 1:
        over = translate("QuestionDialog", "z ≤ 0 for 1 test example, then and after update {update}")
    over = over.format(count=f"{answer.examples:,}", update=f"{answer.update:,}")
    return " · ".join((words, over, *looked))


def sign_words(answer: QuestionAnswered) -> str:
    """How often a weight has changed its sign, as far as was looked, and what it was then."""
    translate = QCoreApplication.translate
    is_of_some, looked = _is_of_some(answer), _every_words(answer)
    if answer.outcome == "changes":
        words = translate("QuestionDialog", "changes of sign: {count}")
        if is_of_some:
            # Between two states with another sign it has changed once, or three times, or more.
            words = translate("QuestionDialog", "changes of sign: at least {count}")
            looked = translate("QuestionDialog", "states looked at: {count}").format(**_some(answer))
        words = words.format(count=f"{answer.total:,}")
    elif is_of_some:
        words = translate(
            "QuestionDialog", "no change among the {count} states looked at, from update 0 to {update}"
        )
        words, looked = words.format(**_some(answer)), ""
    else:
        words = translate("QuestionDialog", "never")
    end = translate("QuestionDialog", "after update {update}: w = {value}")
    end = end.format(update=f"{answer.update:,}", value=detailed(answer.value))
    return " · ".join(part for part in (words, end, looked) if part)


def change_words(answer: QuestionAnswered, place: int) -> str:
    """One change of a sign: when, and from what to what."""
    before, after = answer.spans[place].tolist()
    signs = "− → +" if answer.signs[place] > 0 else "+ → −"
    return f"{span_words(before, after, answer.is_checked)}  {signs}"


def largest_words(answer: QuestionAnswered) -> str:
    """Which update has changed θ most."""
    if answer.outcome != "largest":
        words = QCoreApplication.translate("QuestionDialog", "not yet, at update {update}")
        return words.format(update=f"{answer.update:,}")
    words = QCoreApplication.translate(
        "QuestionDialog", "update {update}: ‖Δθ‖ = {norm} · every update up to {last} was looked at"
    )
    norm, update = compact(answer.value, 3), int(answer.spans[0, 1])
    return words.format(update=f"{update:,}", norm=norm, last=f"{answer.update:,}")


def closer_words(answer: QuestionAnswered | None) -> tuple[str, str]:
    """What a button says that looks closer, and its tip; "" where nothing is to be gained."""
    translate = QCoreApplication.translate
    if answer is None or answer.outcome in ("not_now", "no_update"):
        return "", ""
    if answer.seconds_between is not None:
        return (
            translate("QuestionDialog", "Exact update: {time}").format(
                time=_effort_words(answer, answer.seconds_between, answer.between)
            ),
            translate(
                "QuestionDialog", "Makes the updates between two states looked at again, and looks after each"
            ),
        )
    if answer.seconds_every is not None:
        return (
            translate("QuestionDialog", "Every update: {time}").format(
                time=_effort_words(answer, answer.seconds_every, answer.every)
            ),
            translate(
                "QuestionDialog", "Makes all updates again that can change the answer, and looks after each"
            ),
        )
    return "", ""


def _effort_words(answer: QuestionAnswered, seconds: float, updates: int) -> str:
    """How long it takes, where that was measured; of a neuron only how many updates are to be made again."""
    if not answer.examples:
        return duration_words(seconds)
    words = QCoreApplication.translate("QuestionDialog", "{count} updates")
    return words.format(count=f"{updates:,}")


def _when(answer: QuestionAnswered) -> str:
    before, after = answer.spans[-1].tolist()
    return span_words(before, after, answer.is_checked)


def _is_of_some(answer: QuestionAnswered) -> bool:
    """Whether it is of some states, and others may hide another answer."""
    return answer.seconds_every is not None


def _some(answer: QuestionAnswered) -> dict[str, str]:
    """Of how many states, the present one among them, and up to which update."""
    return {"count": f"{answer.states + 1:,}", "update": f"{answer.update:,}"}


def _ends(answer: QuestionAnswered) -> dict[str, str]:
    """Both ends of the last span, how many states after it were looked at, and up to which update."""
    before, after = answer.spans[-1].tolist()
    is_met = answer.is_checked and after == before + 1
    return {
        "before": f"{before:,}",
        "after": f"{after:,}" + (" ✓" if is_met else ""),
        "count": f"{answer.later:,}",
        "update": f"{answer.update:,}",
    }


def _every_words(answer: QuestionAnswered) -> str:
    """Up to which update; where something was set by hand, nothing is known of what was there before the last edit."""
    words = QCoreApplication.translate("QuestionDialog", "every update up to {update} was looked at")
    if answer.is_edited:
        words = QCoreApplication.translate(
            "QuestionDialog", "every update up to {update} was looked at, with the last edit after each"
        )
    return words.format(update=f"{answer.update:,}")
