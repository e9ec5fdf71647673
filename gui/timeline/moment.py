"""The moment of a run's past that is on screen, and how sure its numbers are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from core.engine.messages import PastProgress, PastShown


@dataclass(frozen=True)
class Moment:
    """An update that is looked back at.

    Attributes
    ----------
    update : int
        The update that is wanted, of `live` ones.
    kept_update : int or None
        The state that it is made again from; None before that is on screen, or the update itself.
    is_kept : bool
        Whether that is a kept state, or the beginning, and not just what was on screen before.
    is_exact : bool
        Whether what is on screen is of `update`, and not of `kept_update` still.
    is_checked : bool
        Whether a checksum that was recorded was met on the way.
    done, total : int
        Of the updates to be made again, so many are; 0 of 0 before that is known.
    """

    update: int
    live: int
    kept_update: int | None = None
    is_exact: bool = False
    is_checked: bool = False
    done: int = 0
    total: int = 0
    is_kept: bool = True

    def nearest_kept(self, shown: int) -> int | None:
        """The kept state that is on screen in place of the update, where `shown` is on screen; else None."""
        is_meanwhile = not self.is_exact and self.is_kept and shown == self.kept_update
        return shown if is_meanwhile else None

    @property
    def place_words(self) -> str:
        """Which update of how many."""
        text = QCoreApplication.translate("Timeline", "update {update} of {live}")
        return text.format(update=f"{self.update:,}", live=f"{self.live:,}")

    @property
    def state_words(self) -> str:
        """What is on screen: the same bits, made again, or the nearest kept state until then; "" before that."""
        if self.kept_update is None:
            return self._progress_words
        kept = f"{self.kept_update:,}"
        if self.is_exact and self.is_checked:
            return QCoreApplication.translate("Timeline", "✓ the same bits")
        if self.is_exact and self.update == self.kept_update:
            return QCoreApplication.translate("Timeline", "a kept state") if self.is_kept else ""
        if not self.is_exact and not self.is_kept:
            return self._progress_words
        if self.is_exact:
            return QCoreApplication.translate("Timeline", "made again from update {kept}").format(kept=kept)
        if self.total:
            text = QCoreApplication.translate(
                "Timeline", "nearest kept: update {kept} ({done} of {total} made again)"
            )
            return text.format(kept=kept, done=f"{self.done:,}", total=f"{self.total:,}")
        return QCoreApplication.translate("Timeline", "nearest kept: update {kept}").format(kept=kept)

    @property
    def _progress_words(self) -> str:
        """How far it is on the way, where what is on screen meanwhile has no name of its own."""
        if not self.total:
            return ""
        text = QCoreApplication.translate("Timeline", "{done} of {total} made again")
        return text.format(done=f"{self.done:,}", total=f"{self.total:,}")


def moment_of(shown: PastShown) -> Moment:
    """What the engine has shown."""
    known = shown.kept_update, shown.is_exact, shown.is_checked
    return Moment(shown.update, shown.live_update, *known, is_kept=shown.is_kept)


def with_progress(moment: Moment, progress: PastProgress) -> Moment:
    """The same, so far on the way."""
    if progress.update != moment.update or moment.is_exact:
        return moment
    return replace(moment, done=progress.done, total=progress.total)
