"""The ledger's page with all that shows something on it, and beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from gui.ledger.example_side import ExampleSide
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.wall_sight import sight_of, sight_words
from gui.presenters.classes_presenter import ClassesPresenter
from gui.presenters.ledger_example import LedgerExample
from gui.presenters.ledger_heard import LedgerHeard
from gui.presenters.lens_presenter import LensPresenter
from gui.presenters.life_presenter import LifePresenter
from gui.presenters.link_presenter import LinkPresenter
from gui.presenters.map_presenter import MapPresenter
from gui.presenters.outputs_presenter import OutputsPresenter
from gui.presenters.selection_presenter import SelectionPresenter
from gui.presenters.step_work import StepWork
from gui.presenters.subtraction_presenter import SubtractionPresenter
from gui.presenters.zoom_announcement import ZoomAnnouncement

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


@dataclass(frozen=True)
class LedgerParts:
    """The page, what stands beside it, and a presenter for each concern of them."""

    page: LedgerPage
    side: ExampleSide
    classes: ClassesPresenter
    subtraction: SubtractionPresenter
    selection: SelectionPresenter
    outputs: OutputsPresenter
    lives: LifePresenter
    map: MapPresenter
    example: LedgerExample


def made_parts(
    root: Composition,
    parent: QObject,
    show: Callable[[], None],
    on_lives: Callable[[], None],
    ask: Callable[[NDArray[np.int64]], None],
) -> LedgerParts:
    """All of them.

    Parameters
    ----------
    root : Composition
    parent : QObject
        The presenters belong to it.
    show : callable
        Called where the page has to be shown anew.
    on_lives : callable
        Called where the lives of the examples have come.
    ask : callable
        Sends for the pictures of rows.
    """
    page, side, engine = LedgerPage(), ExampleSide(), root.engine
    classes = ClassesPresenter(page.classes, parent, StepWork(root.clock).after_painting)
    selection = SelectionPresenter(page, parent)
    subtraction = SubtractionPresenter(page, classes, root, parent)
    subtraction.changed.connect(show)
    outputs = OutputsPresenter(side, engine, parent)
    lives = LifePresenter(page.wall, side.life, engine, on_lives, parent)
    link = LinkPresenter(page, side, root.window, parent)
    lens = LensPresenter(page, root.window, ask, parent)
    ZoomAnnouncement(page.wall, page.wall.moved, lambda: sight_of(page.wall), lambda: sight_words(page.wall))
    heard = LedgerHeard(page, lambda: root.network.displayed, parent)
    root.window.network_view.answers.is_said = heard.is_said
    # It lies over the line.
    link.shown.connect(lens.renew)
    map_presenter = MapPresenter(page, side.way, engine, show, parent)
    example = LedgerExample(page, side, (outputs, link, lives, map_presenter), ask)
    for pictures in (page.wall, page.classes.gallery):
        pictures.pictures_wanted.connect(ask)
    root.figures.offer(page, subject=page.accessibleName)
    root.figures.offer(side, subject=lambda: side.subject)
    return LedgerParts(page, side, classes, subtraction, selection, outputs, lives, map_presenter, example)
