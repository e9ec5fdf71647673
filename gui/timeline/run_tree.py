"""The runs as a tree: each under the one that it branches from, with what differs in it and what was measured of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.loss.curve_signs import DASH_SIGN_PX
from gui.theme.tokens import Theme
from gui.timeline.run_cells import RowCells
from gui.timeline.run_columns import (
    NAME,
    NUMBERS,
    fit_columns,
    forget_widths,
    run_of,
    set_up_columns,
    show_difference,
    with_key,
)
from gui.timeline.run_notes import name_from
from gui.timeline.run_numbers import runs_figure
from gui.timeline.run_row import RunRow, in_tree_order, next_run
from gui.widgets.figure import Figure
from gui.widgets.own_keys import takes_key
from gui.widgets.translated import Translated

SIGN_HEIGHT_PX = 12.0
OWN_KEYS = frozenset(
    {
        *(Qt.Key.Key_V, Qt.Key.Key_F2, Qt.Key.Key_H, Qt.Key.Key_Delete),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter),
    }
)


class RunTree(Translated, QTreeWidget):
    """It shows rows and says what is wanted of one; what comes of that is shown by the next rows."""

    run_wanted = Signal(int)
    """This run is to be on screen."""
    beside_wanted = Signal(int)
    """This run is to be shown beside the one on screen."""
    name_wanted = Signal(int, str)
    """This run is to be called so; "" for what differs in it."""
    curve_wanted = Signal(int, bool)
    """Whether this run's curve is to be in the plot beside that on screen; it may be one that cannot be there."""
    hiding_wanted = Signal(int, bool)
    """Whether this run is to be in this list only."""
    comparison_wanted = Signal(int)
    """This run is to be compared with the one on screen: are they two solutions?"""
    deletion_wanted = Signal(int)
    """This run is to be deleted."""
    front_wanted = Signal()
    """It is to be seen: a name is about to be typed in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_tree")
        set_up_columns(self)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._theme = Theme()
        self.setIconSize(QSize(round(DASH_SIGN_PX), round(SIGN_HEIGHT_PX)))
        self._rows: list[RunRow] = []
        # What is to be shown once no name is being typed any more.
        self._waiting: tuple[list[RunRow], int] | None = None
        self._shown_run = 0
        self._beside_run: int | None = None
        self._beside_key, self._compare_key = "C", "Shift+Q"
        self._items: dict[int, QTreeWidgetItem] = {}
        # What stands in each run's item.
        self._written: dict[int, RowCells] = {}
        self._is_filling = False
        self._make_menu()
        self.itemChanged.connect(self._on_item_changed)
        self.itemActivated.connect(lambda item, _: self.run_wanted.emit(run_of(item)))
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.setIconSize(QSize(round(theme.px(DASH_SIGN_PX)), round(theme.px(SIGN_HEIGHT_PX))))
        forget_widths(self)
        self._fill()

    def show_rows(self, rows: Sequence[RunRow], shown_run: int) -> None:
        """Show these runs; while a name is being typed, other runs wait for it: its field would go with the rows."""
        ordered = in_tree_order(rows)
        shape = [(row.run, row.parent) for row in ordered]
        is_same = shape == [(row.run, row.parent) for row in self._rows]
        is_typed = self._is_typed
        self._waiting = (ordered, shown_run) if is_typed and not is_same else None
        if self._waiting is not None:
            return
        before, self._rows, self._shown_run = self._rows, ordered, shown_run
        if not is_same:
            self._build(before)
            forget_widths(self)
        self._fill(only_changed=is_same)

    def show_beside(self, run: int | None) -> None:
        """Take note of the run that stands beside the one on screen already; None for none."""
        self._beside_run = run

    def show_keys(self, beside: str, compare: str) -> None:
        """Take the window's keys for two networks side by side and for two solutions: here they are the row's.

        "" is for none.
        """
        self._beside_key, self._compare_key = beside, compare
        self._retranslate()

    def figure(self) -> Figure | None:
        """The list with the numbers of all of its runs."""
        return runs_figure(self, self._rows, self._theme, self._shown_run)

    def take_keyboard(self) -> None:
        """Give it the keyboard, at the run on screen where it was at none."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rename(self, run: int) -> None:
        """Let this run's name be typed."""
        item = self._items.get(run)
        is_typed = self._is_typed and item is self.currentItem()
        if item is not None and not is_typed:
            self.front_wanted.emit()
            self.setCurrentItem(item)
            # Where its whole panel is hidden nobody could type: no row is written there, and Qt would complain.
            if self.isVisible():
                self.editItem(item, NAME)

    def actions_of(self, run: int) -> list[QAction]:
        """What can be done with a run, wherever it is pointed at."""
        if run in self._items:
            self.setCurrentItem(self._items[run])
        self._show_in_menu()
        return [action for action in self.menu.actions() if action.objectName().startswith("run_")]

    # --- Qt

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if self._waiting is not None:
            # Not at once: Qt may be on its way to another row, which would be gone under its hands.
            QTimer.singleShot(0, self, self._show_waiting)

    def commitData(self, editor: QWidget) -> None:
        # Qt commits some time after Enter. What was done meanwhile may have closed the field, which was committed then.
        if not editor.isHidden():
            super().commitData(editor)

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self.show_rows(*self._waiting)

    def event(self, event: QEvent) -> bool:
        # The window's shortcuts would have these keys first.
        return takes_key(event, self._is_own) or super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return (plain and event.key() in OWN_KEYS) or self._wanted_by(event) is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Its keys are of a row: that on screen, where none was chosen. Qt would take the first.
        self._choose_a_row()
        super().focusInEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_columns(self, self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self._current(), event.key()
        if row is None or self._is_typed:
            super().keyPressEvent(event)
        elif (wanted := self._wanted_by(event)) is not None:
            wanted.emit(row.run)
        elif key == Qt.Key.Key_V:
            self._want_curve(row)
        elif key == Qt.Key.Key_H:
            self.hiding_wanted.emit(row.run, not row.is_hidden)
        elif key == Qt.Key.Key_Delete:
            self.deletion_wanted.emit(row.run)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run_wanted.emit(row.run)
        elif key == Qt.Key.Key_F2:
            self.rename(row.run)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Its place is one of the rows' area, which begins below the headings: a scroll area passes on what comes there.
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if is_key else self.itemAt(event.pos())
        if item is not None:
            self.setCurrentItem(item)
            self._show_in_menu()
            below = self.visualItemRect(item).bottomLeft()
            self.menu.popup(self.viewport().mapToGlobal(below) if is_key else event.globalPos())

    # --- parts

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        self.menu.setObjectName("menu_run")
        self._show_action, self._beside_action, self._curve_action = (QAction(self) for _ in range(3))
        self._compare_action = QAction(self)
        self._rename_action, self._hide_action, self._delete_action = (QAction(self) for _ in range(3))
        self._curve_action.setCheckable(True)
        for action, name, do in (
            (self._show_action, "run_show", lambda row: self.run_wanted.emit(row.run)),
            (self._beside_action, "run_beside", lambda row: self.beside_wanted.emit(row.run)),
            (self._curve_action, "run_curve", self._want_curve),
            (self._compare_action, "run_compare", self._want_comparison),
            (self._rename_action, "run_rename", lambda row: self.rename(row.run)),
            (
                self._hide_action,
                "run_hide",
                lambda row: self.hiding_wanted.emit(row.run, not row.is_hidden),
            ),
            (self._delete_action, "run_delete", lambda row: self.deletion_wanted.emit(row.run)),
        ):
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, do=do: self._do(do))
            self.menu.addAction(action)

    def _do(self, what: object) -> None:
        row = self._current()
        if row is not None and callable(what):
            what(row)

    def _current(self) -> RunRow | None:
        item = self.currentItem()
        return None if item is None else next((row for row in self._rows if row.run == run_of(item)), None)

    def _wanted_by(self, event: QKeyEvent) -> SignalInstance | None:
        """What one of the window's own keys wants of the row; None where it is the window's."""
        row, key = self._current(), QKeySequence(event.keyCombination())
        if row is None or row.run == self._shown_run:
            return None
        if key == QKeySequence(self._beside_key) and row.run != self._beside_run:
            return self.beside_wanted
        return self.comparison_wanted if key == QKeySequence(self._compare_key) else None

    @property
    def _is_typed(self) -> bool:
        """Whether a name is being typed: once a mouse button was let go of meanwhile, Qt's state says no more so."""
        item = self.currentItem()
        is_open = item is not None and self.itemWidget(item, NAME) is not None
        return is_open or self.state() == QAbstractItemView.State.EditingState

    def _choose_a_row(self) -> None:
        if self.currentItem() is None and self._shown_run in self._items:
            self.setCurrentItem(self._items[self._shown_run])

    def _want_curve(self, row: RunRow) -> None:
        # Where it has no box the answer is a reason.
        self.curve_wanted.emit(row.run, not (self._has_box(row) and row.dash))

    def _has_box(self, row: RunRow) -> bool:
        """Whether its curve can be chosen: that on screen is always drawn, another kind of L never beside it."""
        return row.run != self._shown_run and row.is_comparable and not row.is_hidden

    def _build(self, before: Sequence[RunRow]) -> None:
        chosen = self._current_run()
        self._is_filling = True
        self.clear()
        self._items = {}
        for row in self._rows:
            parent = self._items.get(-1 if row.parent is None else row.parent)
            item = QTreeWidgetItem(self if parent is None else parent)
            item.setData(NAME, Qt.ItemDataRole.UserRole, row.run)
            for column in NUMBERS:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._items[row.run] = item
        self.expandAll()
        chosen = next_run(chosen, [row.run for row in before], self._items)
        if chosen in self._items:
            self.setCurrentItem(self._items[chosen])
        if self.hasFocus():
            self._choose_a_row()
        self._is_filling = False

    def _current_run(self) -> int:
        item = self.currentItem()
        return -1 if item is None else run_of(item)

    def _fill(self, only_changed: bool = False) -> None:
        # Behind another page nobody reads it: it is filled when that goes.
        is_behind = self.window().isVisible() and not self.isVisible()
        if is_behind or self._is_typed:
            return
        self._is_filling = True
        is_other = show_difference(self, any(row.name != row.difference for row in self._rows))
        if is_other or not only_changed:
            self._written.clear()
        news = 0
        for row in self._rows:
            cells = RowCells(row, row.run == self._shown_run, self._has_box(row), self.devicePixelRatioF())
            # Once a second all rows come, and in a long session most of them say what they said.
            if not cells.say_the_same(self._written.get(row.run)):
                cells.write(self._items[row.run], self._theme, self.iconSize())
                self._written[row.run] = cells
                news += 1
        self._is_filling = False
        if news or not only_changed:
            fit_columns(self, self._theme)

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        # Each cell that is written comes here, with many runs a thousand times: before any of them is looked for.
        if self._is_filling or column != NAME:
            return
        run = run_of(item)
        row = next((row for row in self._rows if row.run == run), None)
        if row is None:
            return
        name = name_from(item.text(NAME))
        if name != row.name:
            self.name_wanted.emit(row.run, "" if name == row.difference else name)
        elif self._has_box(row) and (item.checkState(NAME) == Qt.CheckState.Checked) != bool(row.dash):
            self.curve_wanted.emit(row.run, not row.dash)
        # What was not taken is as it was.
        self._fill()

    def _want_comparison(self, row: RunRow) -> None:
        if row.run != self._shown_run:
            self.comparison_wanted.emit(row.run)

    def _show_in_menu(self) -> None:
        row = self._current()
        if row is None:
            return
        for action in (self._show_action, self._beside_action, self._compare_action):
            action.setEnabled(row.run != self._shown_run)
        if row.run == self._beside_run:
            self._beside_action.setEnabled(False)
        self._curve_action.setEnabled(self._has_box(row))
        self._curve_action.setChecked(row.run == self._shown_run or bool(row.dash))
        self._hide_action.setEnabled(row.run != self._shown_run or row.is_hidden)
        self._hide_action.setText(
            with_key(self.tr("Show it again") if row.is_hidden else self.tr("Hide"), "H")
        )
        self._delete_action.setEnabled(len(self._rows) > 1)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Runs"))
        self.setWhatsThis(
            self.tr(
                "Every run under the one that it branches from, called by what differs in it. A check puts its curve"
                " into the plot of L, up to eight at once, each with its dash (V). Enter shows a run, F2 renames it, H"
                " hides it, Delete deletes it; Undo brings it back. The menu shows a run beside the one on screen, and"
                " asks whether the two are the same solution."
            )
        )
        forget_widths(self)
        self._show_action.setText(with_key(self.tr("Show this run"), "Enter"))
        self._beside_action.setText(with_key(self.tr("Show it beside this one"), self._beside_key))
        self._curve_action.setText(with_key(self.tr("Curve in the plot"), "V"))
        compare = self.tr("Two solutions? Compare with the run on screen")
        self._compare_action.setText(with_key(compare, self._compare_key))
        self._rename_action.setText(with_key(self.tr("Rename"), "F2"))
        self._delete_action.setText(with_key(self.tr("Delete"), "Del"))
        self._show_in_menu()
        self._fill()

    def items(self) -> Iterator[tuple[int, QTreeWidgetItem]]:
        """Each run with its item, from top to bottom."""
        return iter(self._items.items())
