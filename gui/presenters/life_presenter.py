"""Shows how the examples of the training set fared at their presentations; nothing is asked for while nobody looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.engine.example_commands import AskLife, WatchLives
from core.engine.example_messages import ExampleLife, ExampleLives
from gui.ledger import life_words as words
from gui.ledger.life_view import LifeView
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_view import WallView

if TYPE_CHECKING:
    from gui.engine.client import EngineClient


class LifePresenter(QObject):
    """One concern: the lives on the wall and beside it.

    Parameters
    ----------
    changed : callable
        Is called where the wall has to be arranged anew.
    """

    def __init__(
        self,
        wall: WallView,
        view: LifeView,
        engine: EngineClient,
        changed: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._wall, self._view, self._engine, self._changed = wall, view, engine, changed
        self._is_watched, self._has_classes = False, True
        self._run, self._row = -1, NOBODY
        self._lives: ExampleLives | None = None
        self._life: ExampleLife | None = None
        # What was asked for and has not come.
        self._asked = NOBODY
        self._shade = "now"
        engine.example_lives.connect(self._on_lives)
        engine.example_life.connect(self._on_life)

    def watch(self, run: int, split: str, has_classes: bool = True) -> None:
        """Somebody looks at this set of this run; at none where `split` is "". Without classes no answer is right."""
        is_watched, self._has_classes = split == "train", has_classes
        if run != self._run or not is_watched:
            self._lives = self._life = None
        self._run = run
        if is_watched or self._is_watched:
            self._engine.send(WatchLives(is_watched))
        self._is_watched, self._asked = is_watched, NOBODY
        self._show_row()

    @property
    def has_lives(self) -> bool:
        """Whether there is anything by which the wall can be ordered or shaded: answers that are right or wrong."""
        is_known = self._is_watched and self._lives is not None and self._lives.epochs > 0
        return is_known and self._has_classes

    @property
    def lives(self) -> ExampleLives | None:
        """What has come of the run that somebody looks at."""
        return self._lives if self._is_watched else None

    def show_wall(self, order: str, shade: str) -> None:
        """Before the wall is arranged: by what it is ordered and shaded."""
        self._shade = shade
        lives = self._lives if self.has_lives else None
        self._wall.show_lives(lives, order == "forgotten", shade == "wrong")

    def says(self, order: str, shade: str, past: int | None = None) -> tuple[str, ...]:
        """What is to be said of the wall, the most important first; nothing where it shows no lives.

        `past` is the update that one looks back to.
        """
        if order != "forgotten" and shade != "wrong":
            return ()
        if not self._is_watched or not self._has_classes:
            return ()
        lives = self._lives
        if lives is None or not self.has_lives:
            return (words.recorded_words(None),)
        beyond = (
            "" if past is None else words.beyond_words(lives, past, order == "forgotten", shade == "wrong")
        )
        recorded = words.recorded_words(lives)
        return (
            # Of which updates it is comes first: these are not the one that the page names.
            beyond or recorded,
            words.wrong_shade_words() if shade == "wrong" else "",
            recorded if beyond else "",
            words.forgotten_order_words() if order == "forgotten" else "",
        )

    def show_row(self, row: int) -> None:
        """One example is chosen or pointed at; `NOBODY` for none."""
        if row != self._row:
            self._row, self._life = row, None
            self._ask()
        self._show_row()

    def _ask(self) -> None:
        if self.has_lives and self._row != NOBODY and self._asked != self._row:
            self._asked = self._row
            self._engine.send(AskLife(self._row))

    def _on_lives(self, lives: ExampleLives) -> None:
        if not self._is_watched or lives.run != self._run:
            return
        self._lives, self._asked = lives, NOBODY
        self._ask()
        self._show_row()
        self._changed()

    def _on_life(self, life: ExampleLife) -> None:
        if life.run == self._run and life.row == self._row and self._is_watched:
            self._life, self._asked = life, NOBODY
            self._show_row()

    def _show_row(self) -> None:
        lives, row = self._lives, self._row
        if not self._is_watched or row == NOBODY:
            self._view.show_life(None, (), "")
        elif lives is None or not lives.epochs or row >= len(lives.presented):
            self._view.show_life(None, (), words.recorded_words(None))
        else:
            said = words.life_words(lives, row, self._has_classes), words.recorded_words(lives)
            self._view.show_life(self._life, *said, lives.update)
