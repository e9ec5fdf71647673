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
        Whether what is on screen is of `update`, and not of an earlier or later one still.
    is_checked : bool
        Whether a checksum that was recorded was met on the way.
    done, total : int
        Of the updates to be made again, so many are; 0 of 0 before that is known.
    on_screen : int or None
        The update whose picture is on screen until the wanted one has come; None where that is not known.
    """

    update: int
    live: int
    kept_update: int | None = None
    is_exact: bool = False
    is_checked: bool = False
    done: int = 0
    total: int = 0
    is_kept: bool = True
    on_screen: int | None = None

    @property
    def shown(self) -> int:
        """The update whose picture is on screen."""
        if self.is_exact or self.on_screen is None:
            return self.update
        return self.on_screen

    @property
    def awaited(self) -> int | None:
        """The wanted update, while it is on its way and another one is on screen; None else.

        Most come at once: one is on its way only from the first news that it takes longer.
        """
        takes_long = not self.is_exact and (self.kept_update is not None or self.total > 0)
        return self.update if takes_long and self.shown != self.update else None

    @property
    def place_words(self) -> str:
        """Which update of how many is on screen."""
        text = QCoreApplication.translate("Timeline", "update {update} of {live}")
        return text.format(update=f"{self.shown:,}", live=f"{self.live:,}")

    @property
    def brief_words(self) -> str:
        """The least that is to be said: which update is on screen, and which one is on its way."""
        return self.place_words if self.awaited is None else way_words(self.shown, self.awaited)

    @property
    def state_words(self) -> str:
        """What is on screen: the same bits, or made again; or which update is on its way; "" before that is known."""
        if not self.is_exact:
            return self._progress_words
        if self.is_checked:
            return QCoreApplication.translate("Timeline", "✓ the same bits")
        if self.kept_update is None or self.update == self.kept_update:
            is_kept = self.is_kept and self.kept_update is not None
            return QCoreApplication.translate("Timeline", "a kept state") if is_kept else ""
        text = QCoreApplication.translate("Timeline", "made again from update {kept}")
        return text.format(kept=f"{self.kept_update:,}")

    @property
    def _progress_words(self) -> str:
        """Which update is on its way, and how far."""
        if self.awaited is None:
            return ""
        awaited = f"{self.awaited:,}"
        if not self.total:
            text = QCoreApplication.translate("Timeline", "on the way to update {update}")
            return text.format(update=awaited)
        text = QCoreApplication.translate(
            "Timeline", "on the way to update {update} ({done} of {total} made again)"
        )
        return text.format(update=awaited, done=f"{self.done:,}", total=f"{self.total:,}")


def way_words(shown: int, awaited: int) -> str:
    """Which update is on screen, and which one is to follow, in a few words."""
    text = QCoreApplication.translate("Timeline", "update {update}, on the way to {awaited}")
    return text.format(update=f"{shown:,}", awaited=f"{awaited:,}")


def moment_of(shown: PastShown) -> Moment:
    """What the engine has shown."""
    known = shown.kept_update, shown.is_exact, shown.is_checked
    return Moment(
        shown.update,
        shown.live_update,
        *known,
        is_kept=shown.is_kept,
        on_screen=shown.snapshot.update,
    )


def with_progress(moment: Moment, progress: PastProgress) -> Moment:
    """The same, so far on the way."""
    if progress.update != moment.update or moment.is_exact:
        return moment
    return replace(moment, done=progress.done, total=progress.total)


def branch_text(letter: str) -> str:
    """What begins a run of its own; of two networks "A" or "B" is named."""
    if letter:
        text = QCoreApplication.translate("PastBar", "Branch {letter} here")
        return text.format(letter=letter)
    return QCoreApplication.translate("PastBar", "Branch here")
