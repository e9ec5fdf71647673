"""Shows what each pixel of the shown example decides: it asks the engine for the flips while somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.analysis.evaluation import NO_ANSWER
from core.analysis.fewest_flips import FlipChain
from core.engine.commands import WatchFlips
from core.engine.flip_messages import FewestFlips, FlipsProgress, PixelFlips
from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from gui.app import commands as c
from gui.app.app_state import AppState
from gui.drawing.ink_preview import is_drawn_like
from gui.widgets.announcement import announce

if TYPE_CHECKING:
    from gui.flips.flip_marks import FlipMarks
    from gui.flips.flip_page import FlipPage
    from gui.presenters.wiring import Composition


class FlipPresenter(QObject):
    """One concern: this page, and which of its pixels is chosen.

    Attributes
    ----------
    pixel : int or None
        The chosen one; it stays chosen when another example is shown.
    """

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root, self._area, self._engine = root, root.window.network_area, root.engine
        self._page: FlipPage | None = None
        self._is_watching = False
        self._info: RunInfo | None = None
        self._marks: FlipMarks | None = None
        self._chain: FlipChain | None = None
        self._progress: FlipsProgress | None = None
        # Why nothing is to be flipped, as it was said last.
        self._refused = ""
        self.pixel: int | None = None
        self._pointed: int | None = None
        self.handlers: dict[type, Callable[[Any], object]] = {c.ShowFlips: lambda _: self.toggle()}
        self._area.page_left.connect(self._on_page_left)
        engine = root.engine
        engine.run_changed.connect(self._on_run)
        engine.pixel_flips.connect(self._on_flips)
        engine.fewest_flips.connect(self._on_fewest)
        engine.flips_progress.connect(self._on_progress)
        root.network.displayed_snapshot_changed.connect(self._on_displayed)
        root.store.changed.connect(self._on_state)
        root.appearance.language_changed.connect(self._show)

    @property
    def is_open(self) -> bool:
        """Whether the page is in the picture's place."""
        return self._page is not None and self._area.page is self._page

    def toggle(self) -> None:
        """Show the page, or the network again."""
        if self.is_open:
            self.close()
            return
        page = self._made_page()
        self._area.show_over(page)
        self._is_watching, self._refused = True, ""
        self._engine.send(WatchFlips(True))
        self._show()

    def close(self) -> None:
        """Back to the network."""
        if self.is_open:
            self._area.show_over(None)

    def _made_page(self) -> FlipPage:
        # Made when it is first asked for: it would add to the start of the app.
        if self._page is None:
            from gui.flips.flip_page import FlipPage

            page = self._page = FlipPage()
            # They come into the page when it is laid out.
            self._root.figures.offer(page.maps, page.chain, subject=page.accessibleName)
            page.closed.connect(self.close)
            page.maps.pointed.connect(self._point)
            page.maps.chosen.connect(self._choose)
            page.maps.flip_wanted.connect(self._flip_chosen)
            page.side.flip_wanted.connect(self._flip_chosen)
            page.side.chain_wanted.connect(self._flip_chain)
        return self._page

    def _on_page_left(self, page: object) -> None:
        if page is self._page and self._is_watching:
            self._is_watching = False
            self._engine.send(WatchFlips(False))
            self._forget()

    def _forget(self) -> None:
        self._marks = self._chain = self._progress = self._pointed = None

    # --- what is wanted

    def _point(self, pixel: int | None) -> None:
        self._pointed = pixel
        self._show_pixel()

    def _choose(self, pixel: int) -> None:
        self.pixel = pixel
        if self._page is not None:
            self._page.maps.show_chosen(pixel)
        self._show_pixel()

    def _flip_chosen(self) -> None:
        if self.pixel is not None:
            self._draw(np.array([self.pixel]))

    def _flip_chain(self) -> None:
        if self._chain is not None:
            self._draw(self._chain.pixels)

    def _draw(self, pixels: NDArray[np.int64]) -> None:
        """Put the picture on the canvas with these pixels flipped, meant to be what it is."""
        marks = self._marks
        if marks is None or not self._can_draw or not len(pixels) or pixels.max() >= marks.count:
            return
        ink = marks.x.astype(np.uint8).reshape(marks.rows, marks.columns)
        ink.flat[pixels] = 1 - ink.flat[pixels]
        self._root.digits.draw(ink, marks.flips.example.label, self._drawn_words)

    def _drawn_words(self) -> str:
        return self.tr("Flip pixels")

    @property
    def _can_draw(self) -> bool:
        """Whether such a picture can be on the canvas: some of its own training digits may be grey."""
        return (
            self._info is not None
            and is_drawn_like(self._info.data)
            and bool(self._marks and self._marks.is_ink)
        )

    # --- what comes

    def _on_run(self, info: RunInfo) -> None:
        if self._info is None or info.run != self._info.run or info.data != self._info.data:
            self._forget()
            if self._is_watching:
                # The engine may be back at a moment of which it has told before.
                self._engine.send(WatchFlips(True))
        self._info = info
        self._show()

    def _on_flips(self, flips: PixelFlips) -> None:
        info = self._info
        if not self._is_watching or info is None or flips.run != info.run or info.data.picture is None:
            return
        rows, columns = info.data.picture
        if rows * columns != len(flips.example.x):
            return
        from gui.flips.flip_marks import FlipMarks

        self._marks = FlipMarks(flips, rows, columns)
        self._chain = self._progress = None
        self._show()

    def _on_fewest(self, fewest: FewestFlips) -> None:
        if self._is_current(fewest.number):
            self._chain, self._progress = fewest.chain, None
            self._show_fewest()

    def _on_progress(self, progress: FlipsProgress) -> None:
        if self._is_current(progress.number):
            self._progress = progress
            self._show_fewest()

    def _is_current(self, number: int) -> bool:
        return self._is_watching and self._marks is not None and number == self._marks.flips.number

    def _on_displayed(self, _: Snapshot) -> None:
        if self._is_watching:
            self._show_head()

    def _on_state(self, before: AppState, now: AppState) -> None:
        if self._is_watching and (before.running, before.is_lost) != (now.running, now.is_lost):
            self._show()

    # --- showing

    @property
    def _names(self) -> tuple[str, ...]:
        return () if self._info is None else self._info.data.class_names

    def _show(self) -> None:
        page, info, marks = self._page, self._info, self._marks
        if page is None or info is None or not self._is_watching:
            return
        from gui.flips import flip_words as words

        self._show_head()
        why = words.why_not(info.data)
        if marks is None or why:
            if not why:
                is_lost = self._root.store.state.is_lost
                why = self.tr("There is no training, so nothing can be flipped.") if is_lost else ""
            page.show_message(why or self.tr("Flipping each pixel…"))
            if why and why != self._refused:
                # Nothing that the keyboard could come to says it.
                announce(page, why)
            self._refused = why
            return
        self._refused = ""
        page.maps.show_flips(marks, self._names)
        if self.pixel is not None and self.pixel >= marks.count:
            self.pixel = None
        page.maps.show_chosen(self.pixel)
        page.side.show_says(
            words.says_words(marks.flips, self._names), words.sides_words(marks), words.alone_words(marks)
        )
        page.show_message("")
        self._show_pixel()
        self._show_fewest()

    def _show_head(self) -> None:
        """What is shown, of which update; and which example, where that is the one that the network shows."""
        from gui.flips import flip_words as words

        page, marks, displayed = self._page, self._marks, self._root.network.displayed
        if page is None:
            return
        note = ""
        if marks is not None:
            note = words.moment_words(marks.flips)
            if displayed is not None and displayed.example.is_same_sample(marks.flips.example):
                note = f"{note}  ·  {self._root.digits.title_of(displayed)}"
        page.show_head(words.title(), note)

    def _show_pixel(self) -> None:
        page, marks = self._page, self._marks
        if page is None or marks is None:
            return
        from gui.flips.flip_words import pixel_words

        pixel = self.pixel if self._pointed is None else self._pointed
        is_there = pixel is not None and pixel < marks.count
        page.side.show_pixel(
            pixel_words(marks, pixel, self._names) if is_there and pixel is not None else None
        )
        self._show_possible()

    def _show_possible(self) -> None:
        if self._page is not None:
            has_chain = self._chain is not None and len(self._chain.pixels) > 0
            self._page.side.show_possible(self._can_draw, self.pixel is not None, has_chain)

    def _show_fewest(self) -> None:
        page, marks, chain = self._page, self._marks, self._chain
        if page is None or marks is None:
            return
        from gui.flips import flip_words as words

        if chain is not None:
            said = words.fewest_words(chain)
        elif marks.flips.answer == NO_ANSWER:
            said = words.no_answer_words()
        elif self._progress is not None:
            said = words.progress_words(self._progress.done, self._progress.total)
        elif self._root.store.state.running:
            said = words.later_words()
        else:
            said = words.searching_words()
        page.show_fewest(said)
        page.chain.show_chain(chain, marks, self._names)
        self._show_possible()
