"""The own test set: what is kept, how the network does on it, and its page. The engine has it; here it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QToolButton

from core.analysis.example_losses import OWN, ExampleLosses
from core.data.own_set import MOST_EXAMPLES, OwnSet, takes_drawings
from core.engine.commands import ShowExample
from core.engine.messages import ParameterEdited, RunInfo
from core.engine.own_set_commands import DropExamples, KeepExamples, LabelExample
from core.engine.snapshot import Snapshot
from gui.app import commands as c
from gui.drawing.canvas_ink import ink_on
from gui.presenters.edited_terms import EditedTerms
from gui.theme.worn_sheet import wear
from gui.widgets.sentence_text import with_article
from gui.widgets.translated import Words
from gui.widgets.undoable import Undoable

if TYPE_CHECKING:
    from gui.ledger.example_pictures import ExamplePictures
    from gui.own.own_page import OwnPage
    from gui.presenters.own_files_presenter import OwnFilesPresenter
    from gui.presenters.wiring import Composition

NOBODY = -1


class OwnPresenter(QObject):
    """One concern: which examples are kept. Files are `OwnFilesPresenter`'s.

    Attributes
    ----------
    own : OwnSet
        All of it, as the engine has told.
    files : OwnFilesPresenter
    """

    def __init__(self, root: Composition) -> None:
        from gui.presenters.own_files_presenter import OwnFilesPresenter

        super().__init__(root)
        self._root, self._window, self._engine = root, root.window, root.engine
        self.own = OwnSet()
        self._next_number = 1
        self._info: RunInfo | None = None
        # Those of it that fit the data on screen; and what was measured last, of the same run.
        self._fits = OwnSet()
        self._losses: ExampleLosses | None = None
        self._edited = EditedTerms()
        # Their pictures, by their rows in those losses, and of which set they are.
        self._pictures: ExamplePictures | None = None
        self._pictures_of: OwnSet | None = None
        self._number = NOBODY
        # Which of them was on screen last: one that comes there is chosen.
        self._displayed = NOBODY
        self._page: OwnPage | None = None
        self.files: OwnFilesPresenter = OwnFilesPresenter(self, root)
        self.handlers: dict[type, Callable[[Any], object]] = {
            c.KeepDrawing: lambda _: self.keep_drawing(),
            c.ShowOwnSet: lambda _: self.toggle(),
        }
        tools = root.window.draw_panel.tools
        tools.keep_wanted.connect(lambda: root.dispatcher.issue(c.KeepDrawing()))
        tools.own_set_wanted.connect(lambda: root.dispatcher.issue(c.ShowOwnSet()))
        engine = root.engine
        engine.run_changed.connect(self._on_run)
        engine.own_set_changed.connect(self._on_own)
        engine.example_losses.connect(self._on_losses)
        engine.parameter_edited.connect(self._on_edited)
        engine.session_opened.connect(lambda _: self._on_session())
        root.network.displayed_snapshot_changed.connect(self._on_displayed)
        root.appearance.language_changed.connect(self._show)
        root.store.changed.connect(lambda old, new: self._show() if old.is_lost != new.is_lost else None)

    # --- what is known

    @property
    def names(self) -> tuple[str, ...]:
        """The classes of the data on screen, where a drawing is one of their examples; else none."""
        data = None if self._info is None else self._info.data
        return data.class_names if data is not None and takes_drawings(data.choice, data.picture) else ()

    @property
    def room(self) -> int:
        """How many more may be kept."""
        return MOST_EXAMPLES - len(self.own)

    @property
    def is_measured(self) -> bool:
        """Whether what was measured last is of the examples as they are."""
        losses, fits = self._losses, self._fits
        return (
            losses is not None
            and np.array_equal(losses.numbers, fits.numbers)
            and np.array_equal(losses.labels, fits.labels)
        )

    # --- what is wanted

    def keep_drawing(self) -> None:
        """Keep what is on the canvas; where it is not said what it is meant to be, ask."""
        panel, messages = self._window.draw_panel, self._window.message_bar
        panel.canvas.lift()
        ink = ink_on(panel.canvas)
        if not self.names:
            messages.show_message(panel.why_not_drawn)
        elif ink is None:
            messages.show_message(
                lambda: self.tr("There is no drawing yet: draw one, or paste an image, then keep it.")
            )
        elif self.room < 1:
            messages.show_message(self.full_words)
        elif self._root.digits.intended_label is None:
            self._ask_class(ink)
        else:
            self._keep(ink, self._root.digits.intended_label)

    def full_words(self) -> str:
        """There is no room for more."""
        text = self.tr("Your own test set is full: it holds {limit}. Delete some of them first.")
        return text.format(limit=f"{MOST_EXAMPLES:,}")

    def keep(self, pixels: NDArray[np.uint8], labels: NDArray[np.int64], words: Words) -> int:
        """Keep these, (n, 256) and (n,), of the classes of the data on screen: a step of undo. Returns their number."""
        count, first = min(len(pixels), self.room), max(self._next_number, self.own.next_number)
        self._next_number = first + count
        numbers = np.arange(first, first + count)
        kept = OwnSet(numbers, pixels[:count], labels[:count], self.names)
        self._push(words, KeepExamples(kept), DropExamples(numbers))
        return count

    def _ask_class(self, ink: NDArray[np.float32]) -> None:
        menu = QMenu(self._window)
        wear(menu, self._window.theme)
        menu.setObjectName("own_class_menu")
        menu.setAccessibleName(self.tr("Which one did you mean?"))
        menu.addAction(self.tr("Which one did you mean?")).setEnabled(False)
        menu.addSeparator()
        for label, name in enumerate(self.names):
            # Its first letter is its key: a digit is typed.
            action = menu.addAction(
                "&" + name.replace("&", "&&") if name[:1].isalnum() else name.replace("&", "&&")
            )
            action.triggered.connect(lambda _=False, label=label: self._keep_as(ink, label))
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._window.findChild(QToolButton, "tool_keep")
        at = self._window.draw_panel if button is None or not button.isVisible() else button
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    def _keep_as(self, ink: NDArray[np.float32], label: int) -> None:
        row = self._window.draw_panel.intended_label_row
        row.show_intended_label(label)
        row.intended_label_changed.emit(label)
        self._keep(ink, label)

    def _keep(self, ink: NDArray[np.float32], label: int) -> None:
        if label >= len(self.names):
            return
        name = self.names[label]
        # Chosen once it is there.
        self._number = max(self._next_number, self.own.next_number)
        self.keep(ink.reshape(1, -1).astype(np.uint8), np.array([label]), lambda: self.tr("Keep a drawing"))
        offer = (lambda: self.tr("Show the set"), lambda: self._root.dispatcher.issue(c.ShowOwnSet()))

        def words() -> str:
            return with_article(self.tr("Kept in your own test set as a {label}."), name).format(label=name)

        offers = [] if self.is_open else [offer]
        self._window.message_bar.offer_undo(words, self._window.undo_stack, offers)

    def _delete(self) -> None:
        numbers = np.array([self._number])
        gone = self.own.of_numbers(numbers)
        if not len(gone):
            return
        place = int(np.searchsorted(self._fits.numbers, self._number))
        rest = np.delete(self._fits.numbers, place)
        self._number = int(rest[min(place, len(rest) - 1)]) if len(rest) else NOBODY
        self._push(lambda: self.tr("Delete from the own test set"), DropExamples(numbers), KeepExamples(gone))

    def _set_label(self, label: int) -> None:
        gone = self.own.of_numbers(np.array([self._number]))
        if not len(gone) or not 0 <= label < len(self.names):
            return
        before, now = gone.names[int(gone.labels[0])], self.names[label]
        if before != now:
            self._push(
                lambda: self.tr("Change what is meant"),
                LabelExample(self._number, now),
                LabelExample(self._number, before),
            )

    def _push(self, words: Words, make: Any, revert: Any) -> None:
        if not self._root.dispatcher.refuses(make):
            self._window.undo_stack.push(Undoable(words, self._issue, make, revert))

    def _issue(self, command: Any) -> None:
        self._root.dispatcher.issue(command)
        self._root.sessions.files.show_noted()

    # --- the page

    @property
    def is_open(self) -> bool:
        """Whether the page is on screen."""
        return self._page is not None and self._window.network_area.page is self._page

    def toggle(self) -> None:
        """Show the page, or the network again."""
        if self.is_open:
            self._window.network_area.show_over(None)
            return
        self._window.network_area.show_over(self._made_page())
        self._show()

    def _made_page(self) -> OwnPage:
        # Made when it is first asked for: it would add to the start of the app.
        if self._page is None:
            from gui.own.own_page import OwnPage

            page = OwnPage()
            page.closed.connect(self.toggle)
            page.keep_wanted.connect(lambda: self._root.dispatcher.issue(c.KeepDrawing()))
            page.import_wanted.connect(self.files.choose_folder)
            page.export_wanted.connect(self.files.choose_file)
            page.ledger_wanted.connect(lambda: self._root.ledger.show_split(OWN))
            page.delete_wanted.connect(self._delete)
            page.label_wanted.connect(self._set_label)
            page.gallery.chosen.connect(self._choose)
            page.gallery.opened.connect(self._open)
            self._root.figures.offer(page, subject=page.accessibleName)
            self._page = page
        return self._page

    def _choose(self, row: int) -> None:
        if self._losses is None:
            return
        # What is on screen may be of before a change that is under way: its number is what is meant.
        self._number = self._losses.number_of(row)
        found = np.flatnonzero(self._fits.numbers == self._number)
        if len(found):
            self._root.dispatcher.issue(ShowExample(OWN, int(found[0])))
        self._show_chosen()

    def _open(self, row: int) -> None:
        self._choose(row)
        self.toggle()

    # --- what comes

    def _on_run(self, info: RunInfo) -> None:
        if self._info is None or info.run != self._info.run:
            self._losses = None
        is_other = self._info is None or info.data != self._info.data
        self._info = info
        if is_other:
            self._fit()
        self._show()

    def _on_own(self, own: OwnSet) -> None:
        self.own = own
        self._fit()
        self._show()

    def _fit(self) -> None:
        data = None if self._info is None else self._info.data
        self._fits = (
            OwnSet() if data is None else self.own.fitting(data.choice, data.picture, data.class_names)
        )

    def _on_losses(self, losses: ExampleLosses) -> None:
        if losses.split == OWN and self._info is not None and losses.run == self._info.run:
            self._losses = losses
            self._edited.take(losses)
            self._show()

    def _on_edited(self, edited: ParameterEdited) -> None:
        if self._edited.note_edit(edited.snapshot.run, edited.made.update):
            self._show()

    def _on_session(self) -> None:
        self._next_number, self._number, self._losses = 1, NOBODY, None
        # What was on the way was meant for the session before.
        self.files.reader.cancel()

    def _on_displayed(self, snapshot: Snapshot) -> None:
        example = snapshot.example
        is_own = example.origin == OWN and snapshot.is_chosen and example.index is not None
        before, self._displayed = self._displayed, int(example.index or NOBODY) if is_own else NOBODY
        if self._displayed not in (NOBODY, before, self._number):
            self._number = self._displayed
            self._show_chosen()

    # --- showing

    def _show(self) -> None:
        from gui.ledger.ledger_words import moment_words
        from gui.own import own_words as words

        losses = self._losses if self.is_measured else None
        is_before_edit = losses is not None and self._edited.is_before_edit(losses)
        self._window.draw_panel.tools.show_kept(words.kept_words(losses, len(self._fits), is_before_edit))
        page = self._page
        if page is None or not self.is_open:
            return
        count, misfits = len(self._fits), len(self.own) - len(self._fits)
        note = "" if losses is None or not count else moment_words(losses, is_before_edit)
        page.show_head(words.title_words(losses, count), note)
        page.show_classes(self.names)
        can_change = not self._root.store.state.is_lost
        page.show_available(bool(self.names), len(self.own) > 0, count > 0, can_change)
        if not count:
            page.show_says()
            page.show_message(words.none_words(misfits, bool(self.names)))
            return
        page.show_message("")
        self._show_tiles(page)
        wrong = "" if losses is None else words.wrong_words(losses, is_before_edit)
        page.show_says(wrong, words.misfit_words(misfits))
        self._show_chosen()

    def _show_tiles(self, page: OwnPage) -> None:
        """Those that were measured last: others come with their answers, a moment later."""
        from gui.ledger.example_pictures import ExamplePictures

        losses = self._losses
        if losses is None:
            page.gallery.show_examples(None, np.zeros(0, np.int64), None)
            return
        if self.is_measured and self._pictures_of is not self._fits:
            rows = np.arange(len(self._fits))
            self._pictures = ExamplePictures(len(rows), (16, 16))
            self._pictures.take(rows, 255 * self._fits.pixels)
            self._pictures_of = self._fits
        page.gallery.show_examples(losses, np.arange(len(losses.losses)), self._pictures)

    def _show_chosen(self) -> None:
        from gui.own import own_words as words

        page, losses, info = self._page, self._losses, self._info
        if page is None or losses is None or info is None or not self.is_open:
            return

        def words_of(row: int) -> str:
            return words.example_words(losses, row, info.data.class_names)

        row = losses.row_of(self._number)
        page.gallery.show_chosen(row, words_of)
        page.show_chosen(
            "" if row == NOBODY else words_of(row), None if row == NOBODY else int(losses.labels[row])
        )
