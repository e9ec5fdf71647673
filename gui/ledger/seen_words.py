"""What the ledger says of each C as last seen: of which updates it is, and that the sum is not L."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from core.analysis.last_seen import LastSeen
from gui.ledger.ledger_words import likely_text
from gui.widgets.number_text import equals, loss_text, total_text


def title_words(seen: LastSeen) -> str:
    """The sum, and that it is not L; but where the batch is the whole set, of which update it is L."""
    if not seen.seen_count:
        return QCoreApplication.translate("SeenWords", "Each C as last seen")
    if seen.is_of_one_update:
        text = QCoreApplication.translate("SeenWords", "Σ C = {total}: L before update {update}")
        return text.format(total=total_text(seen.mixed_sum), update=f"{seen.first_and_last[1]:,}")
    text = QCoreApplication.translate("SeenWords", "Σ C = {total}, not L")
    return text.format(total=total_text(seen.mixed_sum))


def moment_words(seen: LastSeen) -> str:
    """Of which updates they are."""
    first, last = seen.first_and_last
    if not last:
        return QCoreApplication.translate("SeenWords", "as last seen, up to update {update}").format(
            update=f"{seen.update:,}"
        )
    text = QCoreApplication.translate("SeenWords", "as last seen, updates {first} to {last}")
    return text.format(first=f"{first:,}", last=f"{last:,}")


def unseen_words(seen: LastSeen, past: int | None) -> tuple[str, ...]:
    """How those look of which nothing is known, how many there are, and why; nothing where there are none."""
    words, never = [], len(seen.losses) - seen.seen_count - seen.later - seen.of_other_loss
    if past is not None and seen.later:
        text = QCoreApplication.translate(
            "SeenWords", "hatched: {count} last seen after update {update}, so not known there"
        )
        words.append(text.format(count=f"{seen.later:,}", update=f"{past:,}"))
    if never and seen.update <= seen.since and (seen.since or past is not None):
        # A branch, and a run that was opened, may have been trained before: only what follows is recorded.
        text = QCoreApplication.translate(
            "SeenWords", "hatched: {count}, what batches said is recorded from update {first} on"
        )
        words.append(text.format(count=f"{never:,}", first=f"{seen.since + 1:,}"))
    elif never and seen.update <= seen.since:
        text = QCoreApplication.translate("SeenWords", "hatched: {count} in no batch yet: train to see them")
        words.append(text.format(count=f"{never:,}"))
    elif never:
        text = QCoreApplication.translate(
            "SeenWords", "hatched: {count} in no batch of updates {first} to {last}"
        )
        words.append(text.format(count=f"{never:,}", first=f"{seen.since + 1:,}", last=f"{seen.update:,}"))
    if seen.of_other_loss:
        text = QCoreApplication.translate("SeenWords", "hatched: {count} last seen with another loss")
        words.append(text.format(count=f"{seen.of_other_loss:,}"))
    return tuple(words)


def wrong_words(seen: LastSeen, has_pictures: bool) -> str:
    """How an answer that was wrong is marked, and how many there are; "" where nothing is known, or has classes."""
    if not seen.seen_count or not len(seen.labels):
        return ""
    if has_pictures:
        text = QCoreApplication.translate(
            "SeenWords", "filled corner: wrong when last seen, {wrong} of {count}"
        )
    else:
        text = QCoreApplication.translate("SeenWords", "full shade: wrong when last seen, {wrong} of {count}")
    return text.format(wrong=f"{int(seen.wrong.sum()):,}", count=f"{seen.seen_count:,}")


def mixed_words(seen: LastSeen) -> str:
    """Why their sum is not L, or is one; "" where there is none."""
    if not seen.seen_count:
        return ""
    if seen.is_of_one_update:
        return QCoreApplication.translate("SeenWords", "all were in one batch: each C is of the same θ")
    return QCoreApplication.translate(
        "SeenWords", "each C is of the θ before its own update, so their sum is not L"
    )


def dropout_words(seen: LastSeen) -> str:
    """That neurons were dropped, where they were."""
    if not seen.with_dropout:
        return ""
    return QCoreApplication.translate("SeenWords", "answers with dropout in force")


def answer_words(seen: LastSeen, row: int) -> str:
    """Whether its answer was right; "" where there are no classes."""
    if not seen.seen[row]:
        return QCoreApplication.translate("SeenWords", "not seen")
    if not len(seen.labels):
        return ""
    if seen.wrong[row]:
        return QCoreApplication.translate("SeenWords", "wrong when last seen")
    return QCoreApplication.translate("SeenWords", "right when last seen")


def loss_words(seen: LastSeen, row: int, is_cross_entropy: bool) -> str:
    """Its C, the y of the right answer that it was made of, and of which update it is; why there is none."""
    if not seen.seen[row]:
        return QCoreApplication.translate("SeenWords", "C as last seen is not known here.")
    loss, update = float(seen.losses[row]), f"{int(seen.updates[row]):,}"
    if is_cross_entropy and math.isfinite(loss):
        text = QCoreApplication.translate(
            "SeenWords", "C = −ln y = {loss},  {y}, as last seen at update {update} (before that update)"
        )
        return text.format(loss=loss_text(loss), y=equals("y", likely_text(math.exp(-loss))), update=update)
    text = QCoreApplication.translate(
        "SeenWords", "C = {loss}, as last seen at update {update} (before that update)"
    )
    return text.format(loss=loss_text(loss), update=update)


def rank_words(seen: LastSeen, row: int, place: int) -> str:
    """Its place among all that were seen, from the largest C on; `place` is that among all rows, the least first."""
    if not seen.seen[row]:
        return ""
    text = QCoreApplication.translate("SeenWords", "number {rank} of {count} seen by C, the largest first")
    return text.format(rank=f"{len(seen.losses) - place:,}", count=f"{seen.seen_count:,}")


def exact_only_words() -> str:
    """Why beside the example some numbers are not shown."""
    return QCoreApplication.translate("SeenWords", "All y, and y over the run: exact only")


def bar_words(seen: LastSeen) -> str:
    """Why there is no bar of shares."""
    if seen.is_of_one_update:
        return QCoreApplication.translate("SeenWords", "shares of L: exact only")
    return QCoreApplication.translate("SeenWords", "shares of L: exact only; these C are of different θ")


def figure_words(seen: LastSeen) -> str:
    """What they are, and of how many: what stands with a picture of them, and with their numbers."""
    text = QCoreApplication.translate("SeenWords", "{moment}: {count} of {all} examples")
    return text.format(moment=moment_words(seen), count=f"{seen.seen_count:,}", all=f"{len(seen.losses):,}")


def why_not_words() -> str:
    """Why a set has none."""
    return QCoreApplication.translate("SeenWords", "Only examples of the training set are ever in a batch")
