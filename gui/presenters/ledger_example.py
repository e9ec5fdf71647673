"""One example beside the ledger: its picture, its words, its outputs, its y over the run, its life, and its place."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from core.engine.messages import RunInfo
from gui.ledger import ledger_words as words
from gui.ledger import seen_words
from gui.ledger.answer_rows import ONE, mapping_of
from gui.ledger.example_numbers import ExampleNumbers, number_words
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.example_side import ExampleSide
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.wall_order import NOBODY
from gui.presenters.ledger_terms import LedgerTerms
from gui.presenters.life_presenter import LifePresenter
from gui.presenters.link_presenter import LinkPresenter
from gui.presenters.map_presenter import MapPresenter
from gui.presenters.outputs_presenter import OutputsPresenter

ExampleWords = tuple[str, str, str, str]
AnyTerms = LedgerTerms[ExampleLosses] | LedgerTerms[LastSeen]


class LedgerExample:
    """Shows the example of one row; `ask` sends for pictures that are not there yet."""

    def __init__(
        self,
        page: LedgerPage,
        side: ExampleSide,
        parts: tuple[OutputsPresenter, LinkPresenter, LifePresenter, MapPresenter],
        ask: Callable[[NDArray[np.int64]], None],
    ) -> None:
        self._page, self._side, self._ask = page, side, ask
        self._outputs, self._link, self._lives, self._map = parts

    def show(
        self,
        row: int,
        terms: AnyTerms,
        info: RunInfo | None,
        pictures: ExamplePictures | None,
        numbers: ExampleNumbers | None = None,
    ) -> None:
        """Show that of this row; `NOBODY` for none."""
        said = words_of(row, terms, info)
        self._side.show_example(said)
        self._lives.show_row(NOBODY if said is None else row)
        exact = None if isinstance(terms.losses, LastSeen) else terms.losses
        self._map.show_row(NOBODY if said is None else row, exact, info)
        heard = "  ·  ".join(filter(None, said or ()))
        self._show_linked(NOBODY if said is None else row, terms, info, heard)
        if said is not None and pictures is not None:
            self._side.show_pixels(pictures.of(row))
            wanted = pictures.wanted(np.array([row]))
            if len(wanted):
                self._ask(wanted)
        elif said is not None and info is not None and numbers is not None:
            self._side.show_numbers(number_words(numbers.of(row), info.data, info.sizes[0]))
            if numbers.wanted(row):
                self._ask(np.array([row]))

    def _show_linked(self, row: int, terms: AnyTerms, info: RunInfo | None, heard: str) -> None:
        """Its outputs, its C on the axis, its place on the curve, and one line through all of them."""
        losses = None if row == NOBODY else terms.losses
        if isinstance(losses, LastSeen):
            # All y are of one θ, and C of another: they are not shown side by side.
            self._outputs.show(None, None, None)
            self._side.show_outputs(None, seen_words.exact_only_words())
        else:
            self._outputs.show(None if losses is None else row, losses, info)
        if losses is None or isinstance(losses, LastSeen) and not losses.seen[row]:
            self._page.curve.show_chosen(None)
        else:
            place = (terms.places[row] + 0.5) / len(losses.losses)
            self._page.curve.show_chosen(float(losses.losses[row]), float(place), heard)
        self._link.show(row)


def is_log_of_one(info: RunInfo) -> bool:
    """Whether each C is −ln y of one output."""
    return mapping_of(info.config.loss, info.architecture.layers[-1].activation) == ONE


def words_of(row: int, terms: AnyTerms, info: RunInfo | None) -> ExampleWords | None:
    """Its name, its answer, its C and its place; None where there is no such example."""
    losses = terms.losses
    if info is None or losses is None or not 0 <= row < len(losses.losses):
        return None
    names = info.data.class_names
    of_digits = info.data.choice.source == "digits"
    if isinstance(losses, LastSeen):
        return (
            words.name_words(losses, row, names, of_digits),
            seen_words.answer_words(losses, row),
            seen_words.loss_words(losses, row, is_log_of_one(info)),
            seen_words.rank_words(losses, row, int(terms.places[row])),
        )
    return (
        words.name_words(losses, row, names, of_digits),
        words.answer_words(losses, row, names),
        words.loss_words(losses, row, is_log_of_one(info)),
        words.rank_words(losses, len(losses.losses) - int(terms.places[row])),
    )
