"""Shows what each example adds to L: it asks the engine for the terms while somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from core.analysis.example_losses import OWN, ExampleLosses
from core.data.own_set import OwnSet
from core.engine.commands import ShowExample, WatchExamples
from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from gui.app import commands as c
from gui.app.app_state import AppState
from gui.ledger.wall_order import NOBODY
from gui.presenters.ledger_divergence import LedgerDivergence
from gui.presenters.ledger_exact import show_exact, show_exact_says
from gui.presenters.ledger_pictures import LedgerPictures
from gui.presenters.ledger_seen import LedgerSeen
from gui.presenters.ledger_terms import LedgerTerms
from gui.presenters.page_with_side import PageWithSide

if TYPE_CHECKING:
    from gui.ledger.ledger_page import LedgerPage
    from gui.presenters.ledger_example import AnyTerms
    from gui.presenters.ledger_parts import LedgerParts
    from gui.presenters.wiring import Composition

TAB = "ledger"


class LedgerPresenter(QObject):
    """One concern: the page of all terms of L. Their classes are `ClassesPresenter`'s."""

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root, self._window, self._engine = root, root.window, root.engine
        self._parts: LedgerParts | None = None
        self._over = PageWithSide(root.window, TAB, self._on_closed, self)
        self._view, self._split, self._order, self._shade = "terms", "train", "loss", "now"
        # Which of the two kinds of numbers is wanted: "exact" or "seen".
        self._kind = "exact"
        self._info: RunInfo | None = None
        self._own = OwnSet()
        self._terms = LedgerTerms[ExampleLosses](root.clock, self._place, self._on_sorted)
        self._seen = LedgerSeen(root.clock, self._place, self._show)
        self._divergence = LedgerDivergence(root, self._show)
        self._pictures = LedgerPictures(root.engine, self._on_pictures, self)
        self._row = self._pointed = NOBODY
        self.handlers: dict[type, Callable[[Any], object]] = {c.ShowLedger: lambda _: self.toggle()}
        engine = root.engine
        engine.run_changed.connect(self._on_run)
        engine.example_losses.connect(self._on_losses)
        engine.own_set_changed.connect(self._on_own_changed)
        engine.parameter_edited.connect(
            lambda edited: self._terms.note_edit(edited.snapshot.run, edited.made.update)
        )
        engine.recovered.connect(lambda _: self._on_other_engine())
        root.store.changed.connect(self._on_state)
        root.network.displayed_snapshot_changed.connect(self._on_displayed)
        root.appearance.language_changed.connect(self._show)

    @property
    def is_open(self) -> bool:
        """Whether the page is on screen."""
        return self._over.is_open

    def toggle(self) -> None:
        """Show the page, or the network again."""
        if self.is_open:
            self.close()
            return
        parts = self._made_parts()
        self._over.open(parts.page, parts.side, lambda: self.tr("Example"))
        displayed = self._root.network.displayed
        if displayed is not None:
            self._on_displayed(displayed)
        self._watch()

    def close(self) -> None:
        """Back to the network."""
        self._over.close()

    def _on_closed(self) -> None:
        self._engine.send(WatchExamples(""))
        if self._parts is not None:
            self._parts.lives.watch(-1, "")
        self._drop()
        self._show_example()
        self._pictures.drop()

    @property
    def _page(self) -> LedgerPage | None:
        return None if self._parts is None else self._parts.page

    def _made_parts(self) -> LedgerParts:
        # Made when they are first asked for: they would add to the start of the app.
        if self._parts is None:
            from gui.presenters.ledger_parts import made_parts

            self._parts = made_parts(self._root, self, self._show, self._on_lives, self._pictures.ask)
            page, side = self._parts.page, self._parts.side
            page.curve.chosen.connect(self._choose)
            page.curve.opened.connect(self._open)
            page.shade_wanted.connect(self._set_shade)
            page.view_wanted.connect(self._set_view)
            page.closed.connect(self.close)
            page.split_wanted.connect(self._set_split)
            page.order_wanted.connect(self._set_order)
            page.kind_wanted.connect(self._set_kind)
            page.wall.cells_wanted.connect(lambda: self._shown.arrange())
            for examples in (page.wall, page.classes.gallery, page.map.picture):
                examples.pointed.connect(self._point)
                examples.chosen.connect(self._choose)
                examples.opened.connect(self._open)
            page.wall.closeness_changed.connect(self._show_says)
            side.network_wanted.connect(self.close)
            side.influence_wanted.connect(self._on_influence_wanted)
        return self._parts

    def _drop(self) -> None:
        self._terms.drop()
        self._seen.drop()

    # --- what is wanted

    def show_split(self, split: str) -> None:
        """Show the terms of this set: open the page where it is not open."""
        self._set_split(split)
        if not self.is_open:
            self.toggle()

    def _set_split(self, split: str) -> None:
        if split != self._split:
            self._split = split
            self._drop()
            self._row = self._pointed = NOBODY
            if not self._over.is_wanted:
                return
            if self._root.network.displayed is not None:
                self._on_displayed(self._root.network.displayed)
            self._watch()

    def _set_view(self, view: str) -> None:
        self._view = view
        self._pointed = NOBODY
        self._show()

    def _set_shade(self, shade: str) -> None:
        self._shade = shade
        self._show()

    def _on_lives(self) -> None:
        by_lives = self._is_seen or self._order == "forgotten" or self._shade == "wrong"
        if self._view == "terms" and by_lives:
            self._show()

    def _set_kind(self, kind: str) -> None:
        self._kind = kind
        self._show()

    def _set_order(self, order: str) -> None:
        self._order = order
        if not self._shown.arrange():
            self._show()

    def _point(self, row: int) -> None:
        self._pointed = row
        self._show_example()

    def _choose(self, row: int) -> None:
        self._row = row
        self._root.dispatcher.issue(ShowExample(self._split, row))
        self._show_chosen()

    def _open(self, row: int) -> None:
        self._have_shown(row)
        self.close()

    def _have_shown(self, row: int) -> None:
        """The network shows this one: that it was chosen here may be long ago, and another may be on screen since."""
        if row != self._row or self._row_in_network() != row:
            self._choose(row)

    def _row_in_network(self) -> int:
        """The example of this set that the network shows because somebody has chosen it; `NOBODY` for none."""
        snapshot = self._root.network.displayed
        if snapshot is None or not snapshot.is_chosen or snapshot.example.origin != self._split:
            return NOBODY
        index = snapshot.example.index
        if index is None or self._split != OWN:
            return NOBODY if index is None else index
        return NOBODY if self._terms.losses is None else self._terms.losses.row_of(index)

    def _on_influence_wanted(self) -> None:
        """Of the example that is chosen, or the one that is seen there; its page takes this one's place."""
        self._have_shown(self._row if self._pointed == NOBODY else self._pointed)
        self._root.dispatcher.issue(c.ShowInfluence())

    # --- what comes

    def _on_run(self, info: RunInfo) -> None:
        is_other = self._info is None or info.run != self._info.run
        self._info = info
        if is_other and self._over.is_wanted:
            self._drop()
            self._row = self._pointed = NOBODY
            self._watch()

    def _on_losses(self, losses: ExampleLosses) -> None:
        is_of_run = self._info is not None and losses.run == self._info.run
        if self._over.is_wanted and losses.split == self._split and is_of_run:
            self._terms.take(losses)

    def _place(self, count: int) -> tuple[str, int]:
        """In which order the terms stand, and in how many rows of the wall, where they are so many."""
        page = self._page if self._view == "terms" else None
        return self._order, 0 if page is None else page.wall.rows_of(count, self._order)

    def _on_sorted(self) -> None:
        displayed = self._root.network.displayed
        if self._split == OWN and displayed is not None:
            # Only now it is known in which row its number stands.
            self._on_displayed(displayed)
        if self._is_seen and self._seen.terms.losses is not None:
            # Other exact losses say nothing new of what was last seen, but where one looks at another update.
            self._renew_seen()
        else:
            self._show()

    def _on_pictures(self) -> None:
        if self._parts is not None:
            self._parts.page.wall.renew()
            self._parts.page.classes.gallery.renew()
            self._show_example()

    def _on_own_changed(self, own: OwnSet) -> None:
        if self._parts is not None:
            self._parts.selection.keep_own(self._own, own)
        self._own = own
        self._pictures.drop_own()
        if self._split == OWN:
            # Its rows are others now.
            self._drop()
            self._row = self._pointed = NOBODY
        self._show()

    @property
    def _has_own(self) -> bool:
        """Whether anything of the own test set can be shown to the network on screen."""
        if self._info is None or not len(self._own):
            return False
        data = self._info.data
        return len(self._own.fitting(data.choice, data.picture, data.class_names)) > 0

    def _on_displayed(self, snapshot: Snapshot) -> None:
        """The example that the network shows is framed here, where somebody has chosen it."""
        example = snapshot.example
        if self._over.is_wanted and snapshot.is_chosen and example.origin == self._split:
            row = NOBODY if example.index is None else example.index
            if self._split == OWN:
                row = NOBODY if self._terms.losses is None else self._terms.losses.row_of(row)
            if row != self._row:
                self._row = row
                self._show_chosen()

    def _on_other_engine(self) -> None:
        self._pictures.ask_again()
        if self._parts is not None:
            self._parts.outputs.forget()
        if self._over.is_wanted:
            self._watch()

    # --- showing

    @property
    def _has_seen(self) -> bool:
        """Whether what the batches said of this set is recorded."""
        return self._split == "train" and self._info is not None

    @property
    def _is_seen(self) -> bool:
        """Whether what is shown are the C as last seen, and not the exact ones."""
        return self._kind == "seen" and self._view == "terms" and self._has_seen

    @property
    def _shown(self) -> AnyTerms:
        """Those of the two that are shown."""
        return self._seen.terms if self._is_seen else self._terms

    def _renew_seen(self) -> bool:
        """What was last seen is shown by this call, or soon; False where nothing has changed."""
        parts, exact = self._parts, self._terms.losses
        if parts is None or exact is None:
            return False
        return self._seen.renew(parts.lives.lives, exact, self._root.store.state.moment)

    def _watch(self) -> None:
        self._engine.send(WatchExamples(self._split))
        if self._parts is not None and self._info is not None:
            self._parts.lives.watch(self._info.run, self._split, bool(self._info.data.class_names))
        self._show()

    def _show(self) -> None:
        parts, info, losses = self._parts, self._info, self._terms.losses
        if parts is None or info is None or not self._over.is_wanted:
            return
        from gui.ledger import ledger_words as words

        page, names = parts.page, info.data.class_names
        if not names:
            self._view = "terms"
        page.show_choice(self._view, self._split, self._order, bool(names))
        if losses is None or not len(losses.losses):
            parts.selection.show(None, info, self._split, self._view)
        page.show_shade(self._shade, bool(names) and self._split == "train")
        page.show_own_available(has_own := self._has_own)
        page.show_kind(self._kind, self._has_seen, bool(names))
        has_none, empty = self._split == OWN and not has_own, self.tr("This set has no examples.")
        if has_none or losses is None:
            page.show_head(self.tr("Own test set") if has_none else self.tr("What L is made of"))
            page.show_says()
            page.show_message(empty if has_none else self._divergence.words(None) or self._computing_words())
            self._show_example()
            return
        if self._is_seen and len(losses.losses):
            self._show_seen(parts, info)
            return
        page.show_head(words.title_words(losses), words.moment_words(losses, self._terms.is_before_edit))
        page.show_message("" if len(losses.losses) else empty)
        if not len(losses.losses):
            return
        self._pictures.show(info, self._split, len(losses.losses))
        if self._view == "classes":
            against = parts.subtraction.show(losses, names)
            said = parts.classes.show(losses, names, self._pictures.known)
            page.show_says(self._divergence.words(losses), *against, *said)
        elif self._view == "map":
            parts.map.show(losses, info)
        else:
            show_exact(parts, self._terms, info, self._order, self._shade, self._pictures.known)
            self._show_says()
        parts.selection.show(losses, info, self._split, self._view)
        self._show_chosen()

    def _on_state(self, before: AppState, now: AppState) -> None:
        if before.is_lost != now.is_lost:
            self._show()

    def _computing_words(self) -> str:
        if self._root.store.state.is_lost:
            return self.tr("There is no training, so no C can be computed.")
        return self.tr("Every C is being computed…")

    def _show_seen(self, parts: LedgerParts, info: RunInfo) -> None:
        seen = self._seen.terms
        if self._renew_seen() or seen.losses is None:
            # It is shown once it is sorted.
            return
        self._pictures.show(info, self._split, len(seen.losses.losses))
        self._seen.show(parts, info, self._order, self._shade, self._pictures.known)
        parts.selection.show(seen.losses, info, self._split, self._view)
        self._show_chosen()

    def _show_says(self) -> None:
        parts, losses = self._parts, self._terms.losses
        if parts is not None and self._is_seen:
            self._seen.show_says(parts, self._order, self._shade)
        elif parts is not None and losses is not None and self._view == "terms":
            is_past, diverged = self._root.network.is_past, self._divergence.words(losses)
            is_before_edit = self._terms.is_before_edit
            show_exact_says(parts, losses, self._order, self._shade, is_past, diverged, is_before_edit)

    def _show_chosen(self) -> None:
        parts, terms = self._parts, self._shown
        losses = terms.losses
        if parts is None or losses is None or not len(losses.losses):
            return
        if self._row >= len(losses.losses):
            self._row = NOBODY

        from gui.presenters.ledger_example import words_of

        def said_of(row: int) -> str:
            return "  ·  ".join(filter(None, words_of(row, terms, self._info) or ()))

        parts.page.wall.show_chosen(self._row, said_of)
        parts.page.map.picture.show_chosen(self._row, said_of)
        parts.classes.show_chosen(self._row, said_of)
        self._show_example()

    def _show_example(self) -> None:
        """What is pointed at, or else the chosen example."""
        row = self._row if self._pointed == NOBODY else self._pointed
        if self._parts is not None:
            looks = self._pictures.known, self._pictures.numbers
            self._parts.example.show(row, self._shown, self._info, *looks)
