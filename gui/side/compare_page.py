"""Compare: which two networks stand side by side, what they differ in, and which runs are trained together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.side.compare_rows import CompareRow
from gui.side.compare_table import CompareTable
from gui.side.run_choice import RunChoice
from gui.theme.fitting_type import FittingType
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.cut_apart import cut_apart
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, discard, fill, row
from gui.widgets.number_field import NumberField
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.tabs_and_scrolling import scrolling, width_with_bar
from gui.widgets.translated import Translated

# Of a run's name; and what the edges of a field take, in px at 100 %.
LETTERS, FIELD_EDGES_PX = 6, 22.0


class FittingCheckBox(ReportsExceptions, QCheckBox):
    """As wide as there is room: a text that is longer is cut, so that it reads as no other, and stands in the tip."""

    def __init__(self, name: str, words: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words, self._lines = words, lines
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        box = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        cut, room = self._words, self.width() - box
        if self.fontMetrics().horizontalAdvance(cut) > room:
            cut = cut_apart(cut, self._lines, self.fontMetrics(), room)
        self.setToolTip("" if cut == self._words else self._words)
        if cut != self.text():
            self.setText(cut)


class SideChooser(Translated, ReportsExceptions, QWidget):
    """Which run, and which of its updates, is A or B.

    Parameters
    ----------
    letter : "A" or "B"
    """

    wanted = Signal(int, object)
    """This run at this update is to be shown; None is its newest, from now on."""
    run_shown = Signal()
    """It shows another run, or names its own otherwise."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self.setObjectName(f"side_chooser_{letter.lower()}")
        self.letter = letter
        self._choices: tuple[RunChoice, ...] = ()
        self._run, self._digits = -1, 1
        self._px: Callable[[float], float] = float
        self._letter, self._update_label = new_label(is_plain=True), new_label(role="caption")
        self._letter.setText(letter)
        self.runs = ChoiceBox(f"side_run_{letter.lower()}", letters=LETTERS)
        self.runs.chosen.connect(lambda run: self.wanted.emit(run, None))
        self.update_field = NumberField(f"side_update_{letter.lower()}", True, 0, 0)
        self.update_field.value_entered.connect(lambda update: self.wanted.emit(self._run, int(update)))
        self.newest = tab_button(QPushButton(), f"side_newest_{letter.lower()}", self._on_newest)
        self.newest.setCheckable(True)
        self._upper = row(self._letter, (self.runs, 1))
        self._lower = row(self._update_label, (self.update_field, 1), self.newest)
        self._column = column(self, self._upper, self._lower)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._letter.setFont(theme.font("head"))
        self._letter.setFixedWidth(round(theme.px(14)))
        self._column.setSpacing(round(theme.px(4)))
        for part in (self._upper, self._lower):
            part.setSpacing(round(theme.px(4)))
        self._px = theme.px
        self._fit_update()
        self._lower.setContentsMargins(round(theme.px(18)), 0, 0, 0)

    def stand_beside(self, other: SideChooser) -> None:
        """Tell its run from that of this one, where the names have no room."""
        self.runs.beside = other.runs.currentText
        other.run_shown.connect(self.runs.update)

    def show_choices(self, choices: Sequence[RunChoice]) -> None:
        """Offer these runs."""
        if tuple(choices) == self._choices:
            return
        names = [(choice.run, choice.line) for choice in choices]
        if names != [(choice.run, choice.line) for choice in self._choices]:
            with QSignalBlocker(self.runs):
                self.runs.clear()
                for choice in choices:
                    self.runs.addItem(choice.line, choice.run)
        self._choices = tuple(choices)
        self.runs.show_value(self._run)
        self.run_shown.emit()

    def show_place(self, run: int, update: int, live: int, is_live: bool) -> None:
        """Show where it stands: after so many updates of the `live` ones of its run; `is_live`: it goes on."""
        self._run = run
        if self.runs.value != run:
            self.runs.show_value(run)
            self.run_shown.emit()
        self.update_field.set_range(0, live)
        if len(str(live)) != self._digits:
            self._digits = len(str(live))
            self._fit_update()
        self.update_field.show_value(update)
        self.newest.setChecked(is_live)

    def _fit_update(self) -> None:
        """Room for each of the run's updates: without its first digit it would be another one."""
        digits = self.update_field.fontMetrics().horizontalAdvance("8" * self._digits)
        self.update_field.setMinimumWidth(digits + round(self._px(FIELD_EDGES_PX)))

    def _on_newest(self) -> None:
        # It cannot be switched off by itself: another update is typed.
        self.newest.setChecked(True)
        self.wanted.emit(self._run, None)

    def _retranslate(self) -> None:
        name = self.tr("Network {letter}").format(letter=self.letter)
        self.setAccessibleName(name)
        self.runs.set_texts(name, self.tr("The run that is shown as {letter}").format(letter=self.letter), {})
        self._update_label.setText(self.tr("update"))
        self.update_field.set_texts(
            self.tr("Update of {letter}").format(letter=self.letter),
            self.tr("After so many updates of its run: two moments of one run can be compared, too"),
        )
        set_words(
            self.newest,
            self.tr("newest"),
            self.tr("Follow the run: always its newest update"),
            self.tr("Newest update of {letter}").format(letter=self.letter),
        )


class ComparePage(Translated, QWidget):
    """A column that scrolls: two choosers, the table, and what trains together."""

    side_wanted = Signal(str, int, object)
    """As A or B this run is to be shown, at this update or, None, always at its newest."""
    swap_wanted = Signal()
    together_wanted = Signal(object)
    """These runs are to be trained with the one on screen: a tuple of their numbers, rising."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare_page")
        self._theme = Theme()
        self._choices: tuple[RunChoice, ...] = ()
        self._together: tuple[int, ...] = ()
        self._leader = self._other = -1
        self._is_available = True
        self.choosers = SideChooser("A"), SideChooser("B")
        for chooser, other in zip(self.choosers, reversed(self.choosers), strict=True):
            chooser.stand_beside(other)
            chooser.wanted.connect(
                lambda run, update, letter=chooser.letter: self.side_wanted.emit(letter, run, update)
            )
        self.swap = tab_button(QPushButton(), "side_swap", self.swap_wanted)
        self.train_both = tab_button(QPushButton(), "train_both", self._on_train_both)
        self.train_both.setCheckable(True)
        self.table = CompareTable()
        self._head = new_label("together_head", "heading", wraps=True)
        self.note = new_label("compare_note", "caption", wraps=True)
        self.boxes: dict[int, QCheckBox] = {}
        """A check box for each run that could be trained together with the one on screen."""
        self._box_column = QVBoxLayout()
        self._close = tab_button(QPushButton(), "compare_close", self.closed)
        content = self._content = QWidget()
        # What is said of a press stands where it was pressed, in sight.
        self._column = column(content, *self.choosers, self.swap, self.train_both, self.note, self.table)
        fill(self._column, self._head, self._box_column, None, self._close)
        self._content = content
        self._area = scrolling("compare_area", content)
        column(self, (self._area, 1))
        self._type = FittingType(self, self._needed, self._dress, content)
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type, which is no larger than its page has room for."""
        self._type.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._type.fit(self.width())

    def _needed(self) -> float:
        return width_with_bar(self._area, self._content.minimumSizeHint().width())

    def _dress(self, theme: Theme) -> None:
        self._theme = theme
        margin = round(theme.px(8))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(8)))
        self._box_column.setSpacing(round(theme.px(2)))
        for chooser in self.choosers:
            chooser.set_theme(theme)
        self.table.set_theme(theme)

    def set_available(self, available: bool) -> None:
        """Whether anything else can be shown or trained: that takes an engine."""
        self._is_available = available
        for part in (*self.choosers, self.swap):
            part.setEnabled(available)
        self._mark()

    def show_choices(self, choices: Sequence[RunChoice]) -> None:
        """Offer these runs."""
        for chooser in self.choosers:
            chooser.show_choices(choices)
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._show_boxes()

    def show_rows(self, rows: Sequence[CompareRow]) -> None:
        """Show the comparison."""
        self.table.show_rows(rows)

    def show_together(self, leader: int, other: int, together: Sequence[int]) -> None:
        """These runs are trained with `leader`, the run on screen; `other` is the run of B."""
        if (leader, other, tuple(together)) == (self._leader, self._other, self._together):
            return
        is_other_leader = leader != self._leader
        self._leader, self._other, self._together = leader, other, tuple(together)
        if is_other_leader:
            self._show_boxes()
        self._mark()

    def show_note(self, text: str) -> None:
        """Say this below what was pressed; "" for nothing."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    # --- parts

    def _show_boxes(self) -> None:
        discard(*self.boxes.values())
        self.boxes = {}
        lines = [choice.line for choice in self._choices if choice.run != self._leader]
        for choice in self._choices:
            if choice.run != self._leader and self._leader >= 0:
                box = FittingCheckBox(f"together_{choice.run}", choice.line, lines)
                box.setAccessibleName(self.tr("Train together: {name}").format(name=choice.name))
                box.clicked.connect(self._on_box)
                self.boxes[choice.run] = box
                self._box_column.addWidget(box)
        self._mark()

    def _mark(self) -> None:
        is_pair = self._other != self._leader and self._other >= 0
        self.train_both.setEnabled(is_pair and self._is_available)
        self.train_both.setChecked(is_pair and self._other in self._together)
        for run, box in self.boxes.items():
            box.setChecked(run in self._together)
            box.setEnabled(self._is_available)
        # A single one has its button.
        several = len(self.boxes) > 1
        self._head.setVisible(several)
        for box in self.boxes.values():
            box.setVisible(several)

    def _on_train_both(self) -> None:
        wanted = set(self._together) ^ {self._other}
        self._mark()
        self.together_wanted.emit(tuple(sorted(wanted)))

    def _on_box(self) -> None:
        wanted = tuple(sorted(run for run, box in self.boxes.items() if box.isChecked()))
        # It is checked once the engine has agreed.
        self._mark()
        self.together_wanted.emit(wanted)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Compare"))
        self.setWhatsThis(
            self.tr(
                "Two networks side by side: two runs, or two moments of one run. Both are shown the same example, and"
                " full colour stands for the same number in both. What you do to the picture, you do to both. The"
                " neurons of B stand in A’s order, sorted or not, so that a place means the same neuron."
            )
        )
        set_words(
            self.swap, self.tr("Swap A and B"), self.tr("B becomes the run on screen, A stands beside it")
        )
        set_words(
            self.train_both,
            self.tr("Train both"),
            self.tr("Run and step train both: after each update of A one of B, on the same batch"),
        )
        self._head.setText(self.tr("Trained together with A"))
        set_words(self._close, self.tr("Close"), self.tr("Show one network again"))
        self._show_boxes()
