"""Shows what each example adds to L: it asks the engine for the terms while somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.analysis.example_losses import ExampleLosses
from core.analysis.rising_order import AT_ONCE
from core.engine.commands import AskExamples, ShowExample, WatchExamples
from core.engine.example_commands import MOST_PICTURES
from core.engine.example_messages import ExamplesSeen
from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from core.steps import result_of
from gui.app import commands as c
from gui.ledger.wall_order import NOBODY
from gui.presenters.step_work import StepWork

if TYPE_CHECKING:
    from gui.ledger.example_pictures import ExamplePictures
    from gui.ledger.example_side import ExampleSide
    from gui.ledger.ledger_page import LedgerPage
    from gui.ledger.renewal import Renewal
    from gui.ledger.wall_order import Cells
    from gui.presenters.classes_presenter import ClassesPresenter
    from gui.presenters.confusions_presenter import ConfusionsPresenter
    from gui.presenters.link_presenter import LinkPresenter
    from gui.presenters.outputs_presenter import OutputsPresenter
    from gui.presenters.selection_presenter import SelectionPresenter
    from gui.presenters.wiring import Composition

TAB = "ledger"


class LedgerPresenter(QObject):
    """One concern: the page of all terms of L. Their classes are `ClassesPresenter`'s."""

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root, self._window, self._engine = root, root.window, root.engine
        self._page: LedgerPage | None = None
        self._side: ExampleSide | None = None
        self._is_wanted = False
        self._classes: ClassesPresenter | None = None
        self._confusions: ConfusionsPresenter | None = None
        self._selection: SelectionPresenter | None = None
        self._outputs: OutputsPresenter | None = None
        self._link: LinkPresenter | None = None
        self._view, self._split, self._order = "terms", "train", "loss"
        self._info: RunInfo | None = None
        self._losses: ExampleLosses | None = None
        # The place of each row among all by C, the least first.
        self._places: NDArray[np.integer] = np.zeros(0, np.intp)
        # Where they stand on the wall, as far as that was worked out before they are shown.
        self._cells: Cells | None = None
        # Terms that are sorted over some frames, and those that came meanwhile.
        self._work = StepWork(root.clock)
        self._waiting: ExampleLosses | None = None
        # What the pictures are of: the data, the set, how many.
        self._pictures_of: tuple[Any, ...] = ()
        self._pictures: ExamplePictures | None = None
        self._row = self._pointed = NOBODY
        self.handlers: dict[type, Callable[[Any], object]] = {c.ShowLedger: lambda _: self.toggle()}
        root.window.network_area.page_left.connect(self._on_page_left)
        engine = root.engine
        engine.run_changed.connect(self._on_run)
        engine.example_losses.connect(self._on_losses)
        engine.examples_seen.connect(self._on_seen)
        engine.recovered.connect(lambda _: self._on_other_engine())
        root.network.displayed_snapshot_changed.connect(self._on_displayed)
        root.appearance.language_changed.connect(self._show)

    @property
    def is_open(self) -> bool:
        """Whether the page is on screen."""
        return self._is_wanted and self._window.network_area.page is self._page

    def toggle(self) -> None:
        """Show the page, or the network again."""
        if self.is_open:
            self.close()
            return
        page = self._made_page()
        self._is_wanted = True
        self._window.network_area.show_over(page)
        self._window.show_page(TAB, self._side, lambda: self.tr("Example"))
        displayed = self._root.network.displayed
        if displayed is not None:
            self._on_displayed(displayed)
        self._watch()

    def close(self) -> None:
        """Back to the network."""
        if not self._is_wanted:
            return
        was_open, self._is_wanted = self.is_open, False
        self._engine.send(WatchExamples(""))
        self._window.show_page(TAB, None, str)
        self._drop_losses()
        self._show_example()
        if was_open:
            self._window.network_area.show_over(None)

    def _made_page(self) -> LedgerPage:
        # Made when it is first asked for: it would add to the start of the app.
        if self._page is None:
            from gui.ledger.example_side import ExampleSide
            from gui.ledger.ledger_page import LedgerPage
            from gui.presenters.classes_presenter import ClassesPresenter
            from gui.presenters.confusions_presenter import ConfusionsPresenter
            from gui.presenters.link_presenter import LinkPresenter
            from gui.presenters.outputs_presenter import OutputsPresenter
            from gui.presenters.selection_presenter import SelectionPresenter

            page, side = LedgerPage(), ExampleSide()
            self._classes = ClassesPresenter(page.classes, self, StepWork(self._root.clock).after_painting)
            self._selection = SelectionPresenter(page, self)
            self._confusions = ConfusionsPresenter(page.classes, self._classes, self._engine, self)
            self._confusions.moment_changed.connect(self._show)
            self._outputs = OutputsPresenter(side, self._engine, self)
            self._link = LinkPresenter(page, side, self._window, self)
            page.curve.chosen.connect(self._choose)
            page.view_wanted.connect(self._set_view)
            page.closed.connect(self.close)
            page.split_wanted.connect(self._set_split)
            page.order_wanted.connect(self._set_order)
            for examples in (page.wall, page.classes.gallery):
                examples.pointed.connect(self._point)
                examples.chosen.connect(self._choose)
                examples.opened.connect(self._open)
                examples.pictures_wanted.connect(self._ask)
            page.wall.closeness_changed.connect(self._show_says)
            side.network_wanted.connect(self.close)
            side.influence_wanted.connect(self._on_influence_wanted)
            self._page, self._side = page, side
        return self._page

    def _on_page_left(self, page: object) -> None:
        # Another page has taken its place.
        if page is self._page:
            self.close()

    # --- what is wanted

    def _set_split(self, split: str) -> None:
        if split != self._split:
            self._split = split
            self._drop_losses()
            self._row = self._pointed = NOBODY
            if self._root.network.displayed is not None:
                self._on_displayed(self._root.network.displayed)
            self._watch()

    def _set_view(self, view: str) -> None:
        self._view = view
        self._pointed = NOBODY
        self._show()

    def _set_order(self, order: str) -> None:
        self._order = order
        self._show()

    def _point(self, row: int) -> None:
        self._pointed = row
        self._show_example()

    def _choose(self, row: int) -> None:
        self._row = row
        self._root.dispatcher.issue(ShowExample(self._split, row))
        self._show_chosen()

    def _open(self, row: int) -> None:
        if row != self._row:
            self._choose(row)
        self.close()

    def _on_influence_wanted(self) -> None:
        """Of the example that is chosen, or the one that is seen there; its page takes this one's place."""
        row = self._row if self._pointed == NOBODY else self._pointed
        if row != self._row:
            self._choose(row)
        self._root.dispatcher.issue(c.ShowInfluence())

    def _ask(self, rows: NDArray[np.int64]) -> None:
        for start in range(0, len(rows), MOST_PICTURES):
            self._engine.send(AskExamples(self._split, rows[start : start + MOST_PICTURES]))

    # --- what comes

    def _on_run(self, info: RunInfo) -> None:
        is_other = self._info is None or info.run != self._info.run
        self._info = info
        if is_other and self._is_wanted:
            self._drop_losses()
            self._row = self._pointed = NOBODY
            self._watch()

    def _on_losses(self, losses: ExampleLosses) -> None:
        is_of_run = self._info is not None and losses.run == self._info.run
        if not self._is_wanted or losses.split != self._split or not is_of_run:
            return
        from gui.ledger.renewal import renewal

        rows, page = 0, self._page
        if page is not None and self._view == "terms":
            rows = page.wall.rows_of(len(losses.losses), self._order)
        steps = renewal(losses, self._order, rows)
        if len(losses.losses) <= AT_ONCE:
            self._take(losses, result_of(steps))
        elif self._work.is_under_way:
            # What comes last is shown last.
            self._waiting = losses
        else:
            order = self._order
            self._work.begin(steps, lambda ready: self._take_sorted(losses, ready, order))

    def _take_sorted(self, losses: ExampleLosses, ready: Renewal, order: str) -> None:
        """They are sorted in this order, over some frames."""
        self._take(losses, ready if order == self._order else ready._replace(cells=None))
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._on_losses(waiting)

    def _take(self, losses: ExampleLosses, ready: Renewal) -> None:
        self._losses, (self._places, self._cells) = losses, ready
        self._show()
        self._cells = None

    def _drop_losses(self) -> None:
        """What is known is of another set, or nobody looks any more."""
        self._losses = self._waiting = None
        self._work.drop()

    def _on_seen(self, seen: ExamplesSeen) -> None:
        is_of_run = self._info is not None and seen.run == self._info.run
        is_of_set = self._pictures is not None and self._pictures_of[1] == seen.split
        if self._pictures is not None and is_of_set and is_of_run and self._page is not None:
            self._pictures.take(seen.rows, seen.pixels)
            self._page.wall.renew()
            self._page.classes.gallery.renew()
            self._show_example()

    def _on_displayed(self, snapshot: Snapshot) -> None:
        """The example that the network shows is framed here, where somebody has chosen it."""
        example = snapshot.example
        if self._is_wanted and snapshot.is_chosen and example.origin == self._split:
            row = NOBODY if example.index is None else example.index
            if row != self._row:
                self._row = row
                self._show_chosen()

    def _on_other_engine(self) -> None:
        if self._pictures is not None:
            self._pictures.ask_again()
        if self._outputs is not None:
            self._outputs.forget()
        if self._is_wanted:
            self._watch()

    # --- showing

    def _watch(self) -> None:
        self._engine.send(WatchExamples(self._split))
        self._show()

    def _show(self) -> None:
        page, info, losses = self._page, self._info, self._losses
        if page is None or info is None or not self._is_wanted:
            return
        from gui.ledger import ledger_words as words

        names = info.data.class_names
        if not names:
            self._view = "terms"
        page.show_choice(self._view, self._split, self._order, bool(names))
        if self._selection is not None and (losses is None or not len(losses.losses)):
            self._selection.show(None, info, self._split, self._view)
        if losses is None:
            page.show_head(self.tr("What L is made of"))
            page.show_says()
            page.show_message(self.tr("Every C is being computed…"))
            self._show_example()
            return
        if not len(losses.losses):
            page.show_head(words.title_words(losses), words.moment_words(losses))
            page.show_message(self.tr("This set has no examples."))
            return
        page.show_message("")
        page.show_head(words.title_words(losses), words.moment_words(losses))
        self._take_pictures(info, len(losses.losses))
        if self._view == "classes" and self._classes is not None:
            against = () if self._confusions is None else self._confusions.show(losses, names)
            page.show_says(*against, *self._classes.show(losses, names, self._pictures))
        else:
            page.wall.show_losses(losses, self._order_of(losses), names, self._pictures, self._cells)
            page.curve.show_losses(losses, self._is_log_of_one)
            self._show_says()
        if self._selection is not None:
            self._selection.show(losses, info, self._split, self._view)
        self._show_chosen()

    def _order_of(self, losses: ExampleLosses) -> str:
        """By C until the confidences have come."""
        is_known = self._order != "confidence" or not losses.lacks_confidences
        return self._order if is_known else "loss"

    def _show_says(self) -> None:
        from gui.ledger import ledger_words as words

        page, losses = self._page, self._losses
        if page is not None and losses is not None and self._view == "terms":
            order = words.order_words(self._order_of(losses), bool(len(losses.labels)))
            page.show_says(words.wrong_words(losses, page.wall.has_pictures), order)

    def _take_pictures(self, info: RunInfo, count: int) -> None:
        of = info.data.choice, self._split, count, info.data.picture
        if of != self._pictures_of:
            from gui.ledger.example_pictures import ExamplePictures

            self._pictures_of = of
            picture = info.data.picture
            self._pictures = None if picture is None else ExamplePictures(count, picture)

    def _show_chosen(self) -> None:
        page, losses = self._page, self._losses
        if page is None or losses is None or not len(losses.losses):
            return
        if self._row >= len(losses.losses):
            self._row = NOBODY

        def words_of(row: int) -> str:
            return "  ·  ".join(filter(None, self._words_of(row) or ()))

        page.wall.show_chosen(self._row, words_of)
        if self._classes is not None:
            self._classes.show_chosen(self._row, words_of)
        self._show_example()

    def _show_example(self) -> None:
        """What is pointed at, or else the chosen example."""
        side, row = self._side, self._row if self._pointed == NOBODY else self._pointed
        if side is None:
            return
        words = self._words_of(row)
        side.show_example(words)
        self._show_linked(row if words is not None else NOBODY)
        if words is not None and self._pictures is not None:
            side.picture.show_pixels(self._pictures.of(row))
            wanted = self._pictures.wanted(np.array([row]))
            if len(wanted):
                self._ask(wanted)

    def _show_linked(self, row: int) -> None:
        """Its outputs, its C on the axis, its place on the curve, and one line through all of them."""
        page, losses = self._page, self._losses
        if page is None or self._outputs is None or self._link is None:
            return
        is_somebody = losses is not None and row != NOBODY
        self._outputs.show(row if is_somebody else None, losses, self._info)
        if losses is None or not is_somebody:
            page.curve.show_chosen(None)
        else:
            place = (self._places[row] + 0.5) / len(losses.losses)
            page.curve.show_chosen(float(losses.losses[row]), float(place))
        self._link.show(row)

    @property
    def _is_log_of_one(self) -> bool:
        """Whether each C is −ln y of one output."""
        from gui.ledger.answer_rows import ONE, mapping_of

        info = self._info
        if info is None:
            return False
        return mapping_of(info.config.loss, info.architecture.layers[-1].activation) == ONE

    def _words_of(self, row: int) -> tuple[str, str, str, str] | None:
        info, losses = self._info, self._losses
        if info is None or losses is None or not 0 <= row < len(losses.losses):
            return None
        from gui.ledger import ledger_words as words

        names = info.data.class_names
        of_digits = info.data.choice.source == "digits"
        return (
            words.name_words(losses, row, names, of_digits),
            words.answer_words(losses, row, names),
            words.loss_words(losses, row, self._is_log_of_one),
            words.rank_words(losses, len(losses.losses) - int(self._places[row])),
        )
