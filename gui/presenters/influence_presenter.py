"""Shows who taught the network its answer: it asks the engine on demand, and has it proved by training again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.engine.commands import AskExamples, ShowExample
from core.engine.example_commands import MOST_PICTURES
from core.engine.example_messages import ExamplesSeen
from core.engine.influence_commands import CancelProof, DropInfluence, MeasureInfluence, ProveInfluence
from core.engine.influence_messages import (
    InfluenceMeasured,
    InfluenceProgress,
    InfluenceProof,
    InfluenceRefused,
)
from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from gui.app import commands as c
from gui.ledger.wall_order import NOBODY
from gui.presenters.page_with_side import PageWithSide
from gui.widgets.announcement import announce
from gui.widgets.number_text import percent

if TYPE_CHECKING:
    from gui.influence.influence_page import InfluencePage
    from gui.influence.influence_side import InfluenceSide
    from gui.ledger.example_pictures import ExamplePictures
    from gui.presenters.wiring import Composition

TAB = "influence"


class InfluencePresenter(QObject):
    """One concern: the page of the training examples that pulled an answer."""

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root, self._window, self._engine = root, root.window, root.engine
        self._page: InfluencePage | None = None
        self._side: InfluenceSide | None = None
        self._over = PageWithSide(root.window, TAB, self._drop, self)
        self._towards, self._of_run = "answer", True
        self._info: RunInfo | None = None
        self._snapshot: Snapshot | None = None
        # The last question, whether its answer is awaited, and what came of it.
        self._ask, self._is_asking = 0, False
        self._measured: InfluenceMeasured | None = None
        self._proof: InfluenceProof | None = None
        self._is_proving = False
        self._pictures_of: tuple[Any, ...] = ()
        self._pictures: ExamplePictures | None = None
        self._message: Callable[[], str] = str
        self.handlers: dict[type, Callable[[Any], object]] = {c.ShowInfluence: lambda _: self.toggle()}
        engine = root.engine
        engine.run_changed.connect(self._on_run)
        engine.snapshot_received.connect(self._on_snapshot)
        engine.examples_seen.connect(self._on_seen)
        engine.influence_measured.connect(self._on_measured)
        engine.influence_progress.connect(self._on_progress)
        engine.influence_refused.connect(self._on_refused)
        engine.influence_proof.connect(self._on_proof)
        engine.recovered.connect(lambda _: self._on_other_engine())
        engine.lost.connect(lambda _: self._on_other_engine())
        root.network.displayed_snapshot_changed.connect(self._on_displayed)
        root.appearance.language_changed.connect(self._show)
        root.store.changed.connect(lambda *_: self._allow())

    @property
    def is_open(self) -> bool:
        """Whether the page is on screen."""
        return self._over.is_open

    def toggle(self) -> None:
        """Show the page, and measure; or the network again."""
        if self.is_open:
            self.close()
            return
        page, side = self._made_pages()
        self._snapshot = self._root.network.displayed
        self._over.open(page, side, lambda: self.tr("Taught"))
        self._measure()

    def close(self) -> None:
        """Back to the network; nothing is measured or trained for it any more."""
        self._over.close()

    def _made_pages(self) -> tuple[InfluencePage, InfluenceSide]:
        # Made when it is first asked for: it would add to the start of the app.
        if self._page is None or self._side is None:
            from gui.influence.influence_page import InfluencePage
            from gui.influence.influence_side import InfluenceSide

            page, side = InfluencePage(), InfluenceSide()
            page.closed.connect(self.close)
            for gallery in page.galleries.values():
                gallery.chosen.connect(self._choose)
                gallery.opened.connect(self._open)
                gallery.pictures_wanted.connect(self._ask_pictures)
            side.measure_wanted.connect(self._measure)
            side.towards_wanted.connect(self._set_towards)
            side.networks_wanted.connect(self._set_networks)
            side.proof_wanted.connect(self._prove)
            side.cancel_wanted.connect(self._cancel)
            self._root.figures.offer(page, side, subject=page.accessibleName)
            self._page, self._side = page, side
            self._allow()
        return self._page, self._side

    # --- what is wanted

    def _measure(self) -> None:
        self._ask += 1
        self._is_asking = True
        self._measured = self._proof = None
        self._is_proving = False
        self._show()
        if self._root.store.state.is_lost:
            self._is_asking = False
            self._say(lambda: self.tr("There is no training, so nothing can be measured."))
            return
        self._engine.send(MeasureInfluence(self._ask, self._towards, self._of_run))
        self._say(lambda: self.tr("Every training example is being looked at…"))

    def _drop(self) -> None:
        self._is_asking = self._is_proving = False
        self._measured = self._proof = None
        if self._pictures is not None:
            self._pictures.drop()
        self._engine.send(DropInfluence())

    def _set_towards(self, towards: str) -> None:
        if towards != self._towards:
            self._towards = towards
            self._measure()

    def _set_networks(self, of_run: bool) -> None:
        if of_run != self._of_run:
            self._of_run = of_run
            self._measure()

    def _prove(self, count: int) -> None:
        if self._measured is not None:
            self._proof, self._is_proving = None, True
            self._engine.send(ProveInfluence(self._ask, count))
            self._show_proof()

    def _cancel(self) -> None:
        self._is_proving = False
        self._engine.send(CancelProof())
        self._show_proof()

    def _choose(self, row: int) -> None:
        self._root.dispatcher.issue(ShowExample("train", row))
        self._show_chosen(row)

    def _open(self, row: int) -> None:
        self._choose(row)
        self.close()

    def _ask_pictures(self, rows: NDArray[np.int64]) -> None:
        for start in range(0, len(rows), MOST_PICTURES):
            self._engine.send(AskExamples("train", rows[start : start + MOST_PICTURES]))

    # --- what comes

    def _on_run(self, info: RunInfo) -> None:
        before, self._info = self._info, info
        own = info.run, info.architecture, info.data.choice
        is_other = before is None or own != (before.run, before.architecture, before.data.choice)
        if is_other and self._over.is_wanted:
            # What was measured was another network's, perhaps on other data.
            self._drop()
            self._measure()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._over.is_wanted and not self._root.network.is_past:
            self._take(snapshot)

    def _on_displayed(self, snapshot: Snapshot) -> None:
        # What still travels behind the page may be older than what is shown.
        before = self._snapshot
        is_older = before is not None and before.run == snapshot.run and snapshot.update < before.update
        if self._over.is_wanted and (self._root.network.is_past or not is_older):
            self._take(snapshot)

    def _take(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._show_stale()

    def _on_measured(self, measured: InfluenceMeasured) -> None:
        if self._is_answer(measured.ask):
            self._is_asking, self._measured = False, measured
            self._show()
            if self._info is not None:
                from gui.influence.influence_words import heard_words

                self._announce(heard_words(measured, self._info.data.class_names))

    def _on_progress(self, progress: InfluenceProgress) -> None:
        if self._is_answer(progress.ask):
            share = percent(progress.done / max(1, progress.total))
            self._say(
                lambda: self.tr("Every training example is being looked at: {share}…").format(share=share)
            )

    def _on_refused(self, refused: InfluenceRefused) -> None:
        if not self._over.is_wanted or refused.ask != self._ask:
            return
        from gui.influence.influence_words import refused_words

        if self._is_asking:
            self._is_asking = False
            self._say(lambda: refused_words(refused.reason))
        elif self._is_proving:
            self._is_proving = False
            self._show_proof(refused_words(refused.reason))
        else:
            return
        self._announce(refused_words(refused.reason))

    def _on_proof(self, proof: InfluenceProof) -> None:
        if self._over.is_wanted and self._is_proving and proof.ask == self._ask:
            self._proof, self._is_proving = proof, proof.done < proof.total
            self._show_proof()
            if not self._is_proving:
                from gui.influence.influence_words import verdict_words

                self._announce(verdict_words(proof))

    def _on_seen(self, seen: ExamplesSeen) -> None:
        is_of_run = self._info is not None and seen.run == self._info.run
        # Nobody looks at those that another page has asked for while this one is closed.
        is_wanted = self._over.is_wanted and is_of_run and seen.split == "train"
        if self._pictures is not None and is_wanted and self._page is not None:
            self._pictures.take(seen.rows, seen.pixels)
            for gallery in self._page.galleries.values():
                gallery.renew()

    def _on_other_engine(self) -> None:
        if self._pictures is not None:
            self._pictures.ask_again()
        if self._over.is_wanted:
            self._is_asking = self._is_proving = False
            self._measured = self._proof = None
            self._show()
            from gui.influence.influence_words import refused_words

            self._say(lambda: refused_words("gone"))

    def _is_answer(self, ask: int) -> bool:
        return self._over.is_wanted and self._is_asking and ask == self._ask

    # --- showing

    def _allow(self) -> None:
        if self._side is not None:
            self._side.set_available(not self._root.store.state.is_lost)

    def _announce(self, words: str) -> None:
        """What has come is heard, too: nothing of it has the keyboard."""
        if self._page is not None and self.is_open:
            announce(self._page, words)

    def _say(self, words: Callable[[], str]) -> None:
        """Where nothing is measured yet, in the language in force."""
        self._message = words
        if self._page is not None:
            self._page.show_message(words())

    def _show(self) -> None:
        page, side, info, measured = self._page, self._side, self._info, self._measured
        if page is None or side is None or info is None or not self._over.is_wanted:
            return
        from gui.influence import influence_words as words

        title = self.tr("Who taught it this?")
        if measured is None:
            page.show_head(title)
            page.show_message(self._message())
            side.show_example(())
            has_classes = bool(info.data.class_names)
            side.show_choice(self._towards, has_classes, self._of_run, has_classes)
            side.show_most(0)
            self._show_stale()
            self._show_proof()
            return
        names, of_digits = info.data.class_names, info.data.choice.source == "digits"
        page.show_message("")
        page.show_head(title, words.states_words(measured))
        page.show_says(
            words.estimate_words(),
            words.rest_words(measured),
            words.scale_words(measured),
            words.formula_words(),
        )
        self._take_pictures(info, measured.examples)
        for key, pull in (("towards", measured.towards), ("away", measured.away)):
            title = words.side_title(measured, key, names)
            shown, counts = words.shown_words(pull), words.count_words(measured, pull)
            together, shorter = words.together_words(pull), words.shorter_sums(pull)
            page.show_side(key, title, shown, counts, together, shorter)
            scale = words.scale_of(measured)
            moment = measured.run, measured.update
            page.galleries[key].show_pull(pull, names, scale, self._pictures, moment)
        example = measured.example
        said = words.answer_words(measured, names), words.loss_words(measured, names)
        side.show_example((words.example_words(example, names, of_digits), *said), words.leaves_out_words())
        side.plot.show_measured(measured.loss, words.axis_words(measured.target, names))
        side.show_picture(self._pixels_of(info, example.x))
        side.show_choice(self._towards, example.label is not None, self._of_run, bool(names))
        side.show_most(min(measured.towards.count, (measured.examples - 1) // 2) if measured.update else 0)
        self._show_chosen(NOBODY)
        self._show_stale()
        self._show_proof()

    @staticmethod
    def _pixels_of(info: RunInfo, x: NDArray[Any]) -> NDArray[np.uint8] | None:
        if info.data.picture is None:
            return None
        pixels: NDArray[np.uint8] = np.clip(np.rint(x * 255), 0, 255).astype(np.uint8)
        return pixels.reshape(info.data.picture)

    def _take_pictures(self, info: RunInfo, count: int) -> None:
        of = info.data.choice, count, info.data.picture
        if of != self._pictures_of:
            from gui.ledger.example_pictures import ExamplePictures

            self._pictures_of = of
            picture = info.data.picture
            self._pictures = None if picture is None else ExamplePictures(count, picture)

    def _show_chosen(self, row: int) -> None:
        page, measured, info = self._page, self._measured, self._info
        if page is None or measured is None or info is None:
            return
        from gui.influence.influence_words import row_words

        names, of_digits = info.data.class_names, info.data.choice.source == "digits"
        for key, pull in (("towards", measured.towards), ("away", measured.away)):
            words_of = partial(row_words, pull=pull, names=names, of_digits=of_digits)
            page.galleries[key].show_chosen(row if row in pull.rows else NOBODY, words_of)

    def _show_stale(self) -> None:
        side, measured, now = self._side, self._measured, self._snapshot
        if side is None:
            return
        stale = ""
        if measured is not None and now is not None:
            from gui.influence.influence_words import stale_words

            # In a walkthrough the signal is of the weights before its update, and those after it are there already.
            moments = (now.update, now.update + 1) if self._root.network.is_in_walkthrough else (now.update,)
            is_there = measured.run == now.run and measured.update in moments
            has_moved = not (is_there and measured.is_of(now))
            is_same = now.example.is_same_sample(measured.example)
            is_other = not is_same or now.example.label != measured.example.label
            stale = stale_words(measured, has_moved, is_other)
        side.show_stale(stale)

    def _show_proof(self, refusal: str = "") -> None:
        side, proof, measured = self._side, self._proof, self._measured
        if side is None:
            return
        if proof is None or measured is None:
            side.show_proof(None, self._is_proving, refusal, "", "")
            return
        from gui.influence import influence_words as words

        verdict = words.verdict_words(proof) if proof.done == proof.total else ""
        if not verdict and not self._is_proving:
            verdict = self.tr("Stopped before all were trained: nothing is decided.")
        rule = words.rule_words(proof, measured.update)
        trained, moment = words.trained_words(proof), (measured.run, measured.update)
        side.show_proof(proof, self._is_proving, verdict, trained, rule, moment)
