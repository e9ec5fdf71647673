"""Shows each C as last seen on the ledger's page, in place of the exact ones: the wall, its curve and their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from core.engine.example_messages import ExampleLives
from core.engine.messages import RunInfo
from gui.app.frame_clock import FrameClock
from gui.presenters.ledger_terms import LedgerTerms

if TYPE_CHECKING:
    from gui.ledger.example_pictures import ExamplePictures
    from gui.presenters.ledger_parts import LedgerParts


class LedgerSeen:
    """One concern: what was last seen; which of the two kinds of numbers is shown is the page's presenter's.

    Parameters
    ----------
    clock, place, show
        As of `LedgerTerms`.

    Attributes
    ----------
    terms : LedgerTerms of LastSeen
    """

    def __init__(
        self, clock: FrameClock, place: Callable[[int], tuple[str, int]], show: Callable[[], None]
    ) -> None:
        self.terms = LedgerTerms[LastSeen](clock, place, show)
        self._lives: ExampleLives | None = None
        self._of: tuple[int, int, int | None] | None = None
        self._past: int | None = None

    def drop(self) -> None:
        """What is known is of another run or set, or nobody looks any more."""
        self._of = self._lives = None
        self.terms.drop()

    def renew(self, lives: ExampleLives | None, exact: ExampleLosses, past: int | None) -> bool:
        """Have what these lives say shown, with the labels of these losses, as known at the update `past`.

        Returns whether it is another one than before: then `show` is called, at once or once it is sorted.
        """
        if lives is not None and (lives.run, len(lives.losses)) != (exact.run, len(exact.losses)):
            lives = None
        of = exact.run, len(exact.losses), past
        if self._of == of and self._lives is lives:
            return False
        from gui.ledger.seen_marks import last_seen_of

        self._of, self._lives, self._past = of, lives, past
        self.terms.take(LastSeen.none(exact) if lives is None else last_seen_of(lives, exact, past))
        return True

    def show(
        self,
        parts: LedgerParts,
        info: RunInfo,
        order: str,
        shade: str,
        pictures: ExamplePictures | None,
    ) -> None:
        """Head, wall and curve are of what was last seen."""
        from gui.ledger import seen_words as words
        from gui.presenters.ledger_example import is_log_of_one

        seen, page = self.terms.losses, parts.page
        if seen is None:
            return
        page.show_head(words.title_words(seen), words.moment_words(seen))
        page.show_message("")
        parts.lives.show_wall(order, shade)
        names = info.data.class_names
        page.wall.show_losses(seen, self.order_of(parts, order), names, pictures, self.terms.cells)
        page.curve.show_losses(seen, is_log_of_one(info))
        self.show_says(parts, order, shade)

    def order_of(self, parts: LedgerParts, order: str) -> str:
        """By C where what it would be ordered by is not known: how certain an answer was is not kept."""
        is_known = parts.lives.has_lives if order == "forgotten" else order != "confidence"
        return order if is_known else "loss"

    def show_says(self, parts: LedgerParts, order: str, shade: str) -> None:
        """How the wall is to be read."""
        from gui.ledger import ledger_words
        from gui.ledger import seen_words as words

        seen, wall = self.terms.losses, parts.page.wall
        if seen is None:
            return
        has_pictures, order_now = wall.has_pictures, self.order_of(parts, order)
        wrong = "" if wall.has_levels and not has_pictures else words.wrong_words(seen, has_pictures)
        stands = (
            "" if order_now == "forgotten" else ledger_words.order_words(order_now, bool(len(seen.labels)))
        )
        lives = parts.lives.says(order, shade, self._past) if parts.lives.has_lives else ()
        # Until the engine has sent what it recorded, nothing is known of what was in no batch.
        unseen = () if self._lives is None else words.unseen_words(seen, self._past)
        said = *unseen, *lives, wrong, words.dropout_words(seen), words.mixed_words(seen), stands
        parts.page.show_says(*said)
