"""Shows the exact terms on the ledger's wall and curve, all of one update, and how they are to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.analysis.example_losses import ExampleLosses
from core.engine.messages import RunInfo
from gui.presenters.ledger_terms import LedgerTerms

if TYPE_CHECKING:
    from gui.ledger.example_pictures import ExamplePictures
    from gui.presenters.ledger_parts import LedgerParts


def show_exact(
    parts: LedgerParts,
    terms: LedgerTerms[ExampleLosses],
    info: RunInfo,
    order: str,
    shade: str,
    pictures: ExamplePictures | None,
) -> None:
    """Wall and curve; nothing where nothing is known."""
    from gui.presenters.ledger_example import is_log_of_one

    losses, names = terms.losses, info.data.class_names
    if losses is not None:
        parts.lives.show_wall(order, shade)
        parts.page.wall.is_before_edit = terms.is_before_edit
        parts.page.wall.show_losses(losses, order_of(parts, losses, order), names, pictures, terms.cells)
        parts.page.curve.show_losses(losses, is_log_of_one(info))


def order_of(parts: LedgerParts, losses: ExampleLosses, order: str) -> str:
    """By C until that has come by which they are to be ordered."""
    is_known = order != "confidence" or not losses.lacks_confidences
    if order == "forgotten":
        is_known = parts.lives.has_lives
    return order if is_known else "loss"


def show_exact_says(
    parts: LedgerParts,
    losses: ExampleLosses,
    order: str,
    shade: str,
    is_past: bool,
    diverged: str,
    is_before_edit: bool = False,
) -> None:
    """How the wall is to be read; `diverged` is why these are of an earlier update, "" where they are not.

    `is_before_edit` is whether a parameter was set by hand since.
    """
    from gui.ledger import ledger_words as words

    page, order_now = parts.page, order_of(parts, losses, order)
    lives = parts.lives.says(order, shade, losses.update if is_past else None)
    wrong = words.wrong_words(losses, page.wall.has_pictures, is_before_edit)
    if page.wall.has_levels and not page.wall.has_pictures:
        wrong = ""
    stands = "" if order_now == "forgotten" else words.order_words(order_now, bool(len(losses.labels)))
    page.show_says(diverged, *lives, wrong, stands)
