"""Shows what one filter answers: it asks the engine what there is in the training set, and follows the weights."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from core.analysis.patterns import layers_with_filters, pattern_windows
from core.engine.commands import DropFilter, ReadFilter, ShowExample
from core.engine.filter_messages import FilterProgress, FilterRefused, PatternsCounted, WindowsFound
from core.engine.messages import NeuronsPermuted
from core.engine.snapshot import Snapshot
from gui.app import commands as c
from gui.filters.filter_choice import Filter, chosen_filter, next_filter
from gui.network.interaction.selection import moved_item
from gui.widgets.announcement import announce

if TYPE_CHECKING:
    from gui.filters.answer_list import AnswerList
    from gui.filters.answers import FilterAnswers
    from gui.filters.filter_page import FilterPage
    from gui.presenters.wiring import Composition

# While training runs the windows are searched anew so often, among so many pictures; at rest among all.
EVERY_MS, WHILE_RUNNING = 1000, 6000
# While training runs the picture follows the weights so often; the list less often, and not in the same frame.
FOLLOW_S, LIST_MS = 0.2, 450
TAB = "answers"


class FilterPresenter(QObject):
    """One concern: the page about a filter."""

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root, self._window, self._engine = root, root.window, root.engine
        self._network = root.network
        self._page: FilterPage | None = None
        self._list: AnswerList | None = None
        # Which filter, by its layer and map; None while the page is closed.
        self._filter: Filter | None = None
        self._snapshot: Snapshot | None = None
        self._running = False
        self._pointed: tuple[int, ...] | None = None
        self._ask = 0
        self._is_asking = self._is_listed = False
        # What the answer that is awaited, and the one that is shown, are of.
        self._asked_of: tuple[Any, ...] = ()
        self._counted: tuple[tuple[Any, ...], NDArray[np.int64], int] | None = None
        self._found: tuple[tuple[Any, ...], WindowsFound] | None = None
        self._answers: FilterAnswers | None = None
        self._code: int | None = None
        self._rank = 0
        self._shown_s = 0.0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(EVERY_MS)
        self._again.timeout.connect(self._renew)
        self._list_later = QTimer(self)
        self._list_later.setSingleShot(True)
        self._list_later.setInterval(LIST_MS)
        self._list_later.timeout.connect(self._fill_list)
        self.handlers: dict[type, Callable[[Any], object]] = {c.ShowFilter: self._on_wanted}
        view, engine = root.window.network_view, root.engine
        root.window.network_area.page_left.connect(self._on_page_left)
        view.neuron_hovered.connect(lambda *what: self._point_at(what))
        view.edge_hovered.connect(lambda *what: self._point_at(what))
        view.hover_ended.connect(lambda: self._point_at(None))
        root.window.inspector.filter_wanted.connect(self._on_wanted_in_inspect)
        root.network.displayed_snapshot_changed.connect(self._on_displayed)
        engine.snapshot_received.connect(self._on_snapshot)
        engine.running_changed.connect(self._on_running_changed)
        engine.patterns_counted.connect(self._on_counted)
        engine.windows_found.connect(self._on_found)
        engine.filter_progress.connect(self._on_progress)
        engine.filter_refused.connect(self._on_refused)
        engine.neurons_permuted.connect(self._on_permuted)
        engine.recovered.connect(lambda _: self._on_other_engine())
        engine.lost.connect(lambda _: self._on_lost())
        root.appearance.language_changed.connect(self._show)

    @property
    def is_open(self) -> bool:
        """Whether the page is on screen."""
        return self._filter is not None and self._window.network_area.page is self._page

    def close(self) -> None:
        """Back to the network."""
        if self._filter is None:
            return
        was_open, self._filter = self.is_open, None
        self._again.stop()
        self._list_later.stop()
        self._is_asking = False
        self._engine.send(DropFilter())
        self._show_list(False)
        if was_open:
            self._window.network_area.show_over(None)

    def _on_page_left(self, page: object) -> None:
        # Another page has taken its place.
        if page is self._page:
            self.close()

    # --- which filter

    def _point_at(self, what: tuple[int, ...] | None) -> None:
        self._pointed = what

    def _on_wanted(self, command: c.ShowFilter) -> None:
        snapshot = self._network.displayed
        if snapshot is None:
            return
        layers = list(layers_with_filters(snapshot.topology))
        if not layers:
            self._window.message_bar.show_message(
                lambda: self.tr(
                    "This network has no filters: none of its layers looks at windows of a picture."
                )
            )
            return
        if self.is_open and command.step:
            self._open(snapshot, next_filter(snapshot.topology, self._filter, command.step))
            if self._page is not None:
                announce(self._page, self._page.accessibleName())
            return
        if self.is_open:
            self.close()
            return
        self._open(snapshot, self._chosen_filter(snapshot) or (layers[0], 0))

    def _on_wanted_in_inspect(self) -> None:
        """Of the cell that Inspect shows, also where the page is about another filter."""
        snapshot = self._network.displayed
        chosen = None if snapshot is None else self._chosen_filter(snapshot)
        if self.is_open and snapshot is not None and chosen is not None and chosen != self._filter:
            self._open(snapshot, chosen)
        else:
            self._root.dispatcher.issue(c.ShowFilter())

    def _chosen_filter(self, snapshot: Snapshot) -> Filter | None:
        """Of what is pointed at, or else focused or pinned; None where that has none."""
        view = self._window.network_view
        return chosen_filter(snapshot, (self._pointed, view.focused_neuron, *reversed(view.pins)))

    def _open(self, snapshot: Snapshot, which: Filter) -> None:
        page, was_open = self._made_page(), self.is_open
        same_layer = self._filter is not None and self._filter[0] == which[0]
        self._filter, self._snapshot = which, snapshot
        self._rank = 0
        if not same_layer:
            self._code = None
        if not was_open:
            self._window.network_area.show_over(page)
        self._renew()
        self._show()

    def _made_page(self) -> FilterPage:
        # Made when it is first asked for: it would add to the start of the app.
        if self._page is None:
            from gui.filters.answer_list import AnswerList
            from gui.filters.filter_page import FilterPage

            page, answers = FilterPage(self._window), AnswerList(self._window)
            page.closed.connect(self.close)
            answers.left.connect(self.close)
            page.pattern_chosen.connect(self._on_pattern_chosen)
            answers.chosen.connect(self._on_pattern_chosen)
            page.window_chosen.connect(self._on_window_chosen)
            page.window_wanted.connect(self._on_window_wanted)
            page.other_wanted.connect(lambda step: self._root.dispatcher.issue(c.ShowFilter(step)))
            self._root.figures.offer(page, answers, subject=page.accessibleName)
            self._page, self._list = page, answers
        return self._page

    # --- what comes

    def _on_displayed(self, snapshot: Snapshot) -> None:
        # What still travels behind the page may be of older weights than those that are shown.
        before = self._snapshot
        is_older = before is not None and before.run == snapshot.run and snapshot.update < before.update
        if not (self._running and is_older and not self._network.is_past):
            self._take(snapshot)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        # Behind the page nothing travels, so the newest weights are shown.
        is_due = not self._running or perf_counter() - self._shown_s >= FOLLOW_S
        if self.is_open and not self._network.is_past and is_due:
            self._take(snapshot)

    def _take(self, snapshot: Snapshot) -> None:
        if self._filter is None:
            return
        self._shown_s = perf_counter()
        layer, number = self._filter
        topology = snapshot.topology
        if layer not in layers_with_filters(topology) or number >= topology.maps[layer + 1]:
            self.close()
            return
        self._snapshot = snapshot
        if not self._again.isActive():
            self._renew()
        self._show()

    def _on_running_changed(self, running: bool) -> None:
        self._running = running
        if self._filter is not None and not running:
            self._renew()

    def _on_permuted(self, message: NeuronsPermuted) -> None:
        if (
            self._filter is not None
            and self._snapshot is not None
            and message.snapshot.run == self._snapshot.run
        ):
            layer, number = self._filter
            _, unit = moved_item((layer, number), message.orders, self._snapshot.connections)
            self._filter = layer, unit % self._snapshot.topology.maps[layer + 1]

    def _on_counted(self, counted: PatternsCounted) -> None:
        if self._is_answer(counted.ask):
            self._counted = self._asked_of[0], counted.counts, counted.examples
            self._show()

    def _on_found(self, found: WindowsFound) -> None:
        if self._is_answer(found.ask):
            of = self._asked_of
            if len(of) > 1:
                # It may have gone on before the search began.
                of = *of[:3], (found.update, of[3][1], found.permutations)
            self._found = of, found
            self._again.start()
            self._show()

    def _on_progress(self, progress: FilterProgress) -> None:
        if (
            self._page is not None
            and self._filter is not None
            and progress.ask == self._ask
            and not self._has_answer
        ):
            words = self.tr("Looking at the training set: {done} of {total}…")
            self._page.show_message(words.format(done=f"{progress.done:,}", total=f"{progress.total:,}"))

    def _on_refused(self, refused: FilterRefused) -> None:
        if self._is_answer(refused.ask) and self._page is not None and not self._has_answer:
            self._page.show_message(self.tr("The training set could not be looked at."))

    def _on_other_engine(self) -> None:
        self._is_asking = False
        self._counted = self._found = None
        self._renew()

    def _on_lost(self) -> None:
        self._is_asking = False
        if self._filter is not None and self._page is not None and not self._has_answer:
            self._page.show_message(self.tr("There is no training, so nothing can be looked up."))

    def _is_answer(self, ask: int) -> bool:
        if self._filter is None or ask != self._ask or not self._is_asking:
            return False
        self._is_asking = False
        return True

    # --- asking

    def _subject(self, snapshot: Snapshot, layer: int) -> tuple[Any, ...]:
        """What the counts of patterns are of."""
        topology = snapshot.topology
        return snapshot.run, snapshot.data.choice, layer, topology.layers[layer], topology.input_shape

    def _renew(self) -> None:
        """Ask for what is missing, or older than what is shown."""
        snapshot = self._snapshot
        if self._filter is None or snapshot is None or self._root.store.state.is_lost:
            return
        layer, number = self._filter
        of = self._subject(snapshot, layer)
        if self._counted is not None and self._counted[0] == of:
            return
        examples: int | None = None
        wanted: tuple[Any, ...] = (of,)
        if pattern_windows(snapshot.topology, layer) is None or self._is_grey(of):
            examples = WHILE_RUNNING if self._running else None
            state = snapshot.update, snapshot.edit_count, snapshot.permutation_count
            wanted = of, number, examples, state
            if self._found is not None and self._found[0] == wanted:
                return
        # What is under way for weights of a moment ago is waited for.
        if self._is_asking and self._asked_of[:3] == wanted[:3]:
            return
        self._ask += 1
        self._asked_of, self._is_asking = wanted, True
        self._engine.send(ReadFilter(self._ask, layer, number, examples))

    def _is_grey(self, of: tuple[Any, ...]) -> bool:
        """Whether windows were found where there might have been patterns: the pictures are not of ink."""
        return self._found is not None and self._found[0][0] == of

    @property
    def _has_answer(self) -> bool:
        """Whether there is something to be shown of this filter."""
        if self._filter is None or self._snapshot is None:
            return False
        layer, number = self._filter
        of, found = self._subject(self._snapshot, layer), self._found
        if self._counted is not None and self._counted[0] == of:
            return True
        return found is not None and found[0][0] == of and found[1].map == number

    # --- showing

    def _show(self) -> None:
        page, snapshot = self._page, self._snapshot
        if self._filter is None or snapshot is None or page is None:
            return
        from gui.filters import filter_words as words
        from gui.filters.answers import answers_of
        from gui.network.geometry.layout import input_shape

        layer, number = self._filter
        of_digits = snapshot.data.choice.source == "digits"
        if self._counted is not None and self._counted[0] == self._subject(snapshot, layer):
            answers = answers_of(snapshot, layer, number, *self._counted[1:])
            if answers is None or self._list is None:
                return
            page.show_head(words.filter_title(layer, number))
            update = words.update_words(answers.update)
            if not answers.is_finite:
                page.show_intro(update, "")
                page.show_message(self.tr("The filter’s weights are no finite numbers any more."))
                return
            if self._code is None or answers.rank_of(self._code) is None:
                self._code = answers.loudest_here
            page.show_intro(update, words.occurring_words(answers, of_digits))
            page.show_answers(answers, self._code, input_shape(snapshot))
            self._answers = answers
            if not self._running or not self._is_listed:
                self._fill_list()
            elif not self._list_later.isActive():
                self._list_later.start()
            self._show_list(self._root.store.state.layout != "projector")
            return
        self._show_list(False)
        if not self._has_answer:
            page.show_head(words.filter_title(layer, number))
            page.show_intro("", "")
            page.show_message(self.tr("Looking at the training set…"))
            return
        assert self._found is not None
        found = self._found[1]
        page.show_head(words.windows_title(layer, number), words.looked_at_words(found, of_digits))
        page.show_intro(words.update_words(found.update), words.windows_intro(snapshot, found))
        windows = self._windows()
        self._rank = min(self._rank, len(windows) - 1)
        page.show_windows(windows, self._rank if windows else None)

    def _fill_list(self) -> None:
        if self._list is not None and self._answers is not None:
            self._list.show_answers(self._answers, self._code)

    def _show_list(self, is_listed: bool) -> None:
        """Put the list of answers into a tab of its own, or take it away."""
        if is_listed != self._is_listed and self._list is not None:
            self._is_listed = is_listed
            self._window.show_page(TAB, self._list if is_listed else None, lambda: self.tr("Answers"))

    def _windows(self) -> tuple[Any, ...]:
        from gui.filters.found_windows import found_windows

        if self._found is None or self._snapshot is None:
            return ()
        return found_windows(self._found[1], self._snapshot)

    def _on_pattern_chosen(self, code: int) -> None:
        self._code = code
        self._show()
        if self._list is not None:
            self._list.choose(code)

    def _on_window_chosen(self, rank: int) -> None:
        self._rank = rank
        self._show()

    def _on_window_wanted(self, rank: int) -> None:
        windows = self._windows()
        if self._filter is None or not 0 <= rank < len(windows):
            return
        self._rank = rank
        self._root.dispatcher.issue(ShowExample("train", windows[rank].row))
        cell = self._filter[0], windows[rank].unit
        if cell not in self._window.network_view.pins:
            self._window.network_view.pin(cell)
