"""The runs as a tree: each under the one that it branches from, with what differs in it and what was measured of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from gui.loss.curve_signs import DASH_SIGN_PX, paint_sign
from gui.theme.tokens import Theme
from gui.timeline.run_notes import LONGEST_NAME
from gui.timeline.run_row import RunRow, in_tree_order
from gui.timeline.timeline_words import row_words
from gui.widgets.number_text import mean_text, percent_to_tenths, total_text
from gui.widgets.translated import Translated

NAME, DIFFERENCE, UPDATES, TOTAL, TRAIN, TEST, BEST = range(7)
NUMBERS = (UPDATES, TOTAL, TRAIN, TEST, BEST)
SIGN_HEIGHT_PX = 12.0
OWN_KEYS = frozenset(
    {
        *(Qt.Key.Key_Space, Qt.Key.Key_B, Qt.Key.Key_F2, Qt.Key.Key_H, Qt.Key.Key_C, Qt.Key.Key_Delete),
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
    """Whether this run's curve is to be in the plot beside that on screen."""
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
        self.setColumnCount(7)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self._theme = Theme()
        self.setIconSize(QSize(round(DASH_SIGN_PX), round(SIGN_HEIGHT_PX)))
        self._rows: list[RunRow] = []
        self._shown_run = 0
        self._items: dict[int, QTreeWidgetItem] = {}
        self._is_filling = False
        self._make_menu()
        self.itemChanged.connect(self._on_item_changed)
        self.itemActivated.connect(lambda item, _: self.run_wanted.emit(_run_of(item)))
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.setIconSize(QSize(round(theme.px(DASH_SIGN_PX)), round(theme.px(SIGN_HEIGHT_PX))))
        self._fill()

    def show_rows(self, rows: Sequence[RunRow], shown_run: int) -> None:
        """Show these runs; while a name is being typed, only what is new of them."""
        ordered = in_tree_order(rows)
        shape = [(row.run, row.parent) for row in ordered]
        is_same = shape == [(row.run, row.parent) for row in self._rows]
        self._rows, self._shown_run = ordered, shown_run
        if not is_same:
            self._build()
        self._fill()

    def take_keyboard(self) -> None:
        """Give it the keyboard, at the run on screen where it was at none."""
        if self.currentItem() is None and self._shown_run in self._items:
            self.setCurrentItem(self._items[self._shown_run])
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rename(self, run: int) -> None:
        """Let this run's name be typed."""
        item = self._items.get(run)
        is_typed = self.state() == QAbstractItemView.State.EditingState and item is self.currentItem()
        if item is not None and not is_typed:
            self.front_wanted.emit()
            self.setCurrentItem(item)
            self.editItem(item, NAME)

    def menu_of(self, run: int) -> QMenu:
        """What can be done with a run, wherever it is pointed at."""
        if run in self._items:
            self.setCurrentItem(self._items[run])
        self._show_in_menu()
        return self._menu

    # --- Qt

    def event(self, event: QEvent) -> bool:
        # The window's shortcuts would have these keys first.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in OWN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self._current(), event.key()
        if row is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._want_curve(row)
        elif key == Qt.Key.Key_B:
            self.beside_wanted.emit(row.run)
        elif key == Qt.Key.Key_H:
            self.hiding_wanted.emit(row.run, not row.is_hidden)
        elif key == Qt.Key.Key_C:
            self._want_comparison(row)
        elif key == Qt.Key.Key_Delete:
            self.deletion_wanted.emit(row.run)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run_wanted.emit(row.run)
        elif key == Qt.Key.Key_F2:
            self.rename(row.run)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(self.viewport().mapFrom(self, event.pos()))
        if item is not None:
            self.setCurrentItem(item)
        if self._current() is not None:
            self._show_in_menu()
            self._menu.popup(event.globalPos())

    # --- parts

    def _make_menu(self) -> None:
        self._menu = QMenu(self)
        self._menu.setObjectName("menu_run")
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
            self._menu.addAction(action)

    def _do(self, what: object) -> None:
        row = self._current()
        if row is not None and callable(what):
            what(row)

    def _current(self) -> RunRow | None:
        item = self.currentItem()
        return None if item is None else next((row for row in self._rows if row.run == _run_of(item)), None)

    def _want_curve(self, row: RunRow) -> None:
        if self._has_box(row):
            self.curve_wanted.emit(row.run, not row.dash)

    def _has_box(self, row: RunRow) -> bool:
        """Whether its curve can be chosen: that on screen is always drawn, another kind of L never beside it."""
        return row.run != self._shown_run and row.is_comparable and not row.is_hidden

    def _build(self) -> None:
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
        if chosen in self._items:
            self.setCurrentItem(self._items[chosen])
        self._is_filling = False

    def _current_run(self) -> int:
        item = self.currentItem()
        return -1 if item is None else _run_of(item)

    def _fill(self) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return
        self._is_filling = True
        self.setColumnHidden(DIFFERENCE, all(row.name == row.difference for row in self._rows))
        for row in self._rows:
            self._fill_item(self._items[row.run], row)
        self._is_filling = False

    def _fill_item(self, item: QTreeWidgetItem, row: RunRow) -> None:
        is_shown = row.run == self._shown_run
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        if self._has_box(row):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if item.flags() != flags:
            item.setFlags(flags)
        # The run on screen always has its curve: checked, and not to be changed.
        checked = Qt.CheckState.Checked if is_shown or row.dash else Qt.CheckState.Unchecked
        item.setData(
            NAME, Qt.ItemDataRole.CheckStateRole, checked if is_shown or self._has_box(row) else None
        )
        texts = {
            NAME: row.name,
            DIFFERENCE: "" if row.name == row.difference else row.difference,
            UPDATES: f"{row.live:,}",
            TOTAL: self._total(row),
            TRAIN: "" if row.train_accuracy is None else percent_to_tenths(row.train_accuracy),
            TEST: "" if row.test_accuracy is None else percent_to_tenths(row.test_accuracy),
            BEST: "" if row.best_mean is None else mean_text(row.best_mean),
        }
        colour = self._theme.colour("dim" if row.is_hidden else "text")
        tip = self._tip(row)
        for column, text in texts.items():
            if item.text(column) != text:
                item.setText(column, text)
            font = item.font(column)
            if font.bold() != is_shown or font.italic() != row.is_hidden:
                font.setBold(is_shown)
                font.setItalic(row.is_hidden)
                item.setFont(column, font)
            item.setForeground(column, colour)
            item.setToolTip(column, tip)
        key = "train" if is_shown else row.dash if self._has_box(row) else ""
        item.setIcon(NAME, self._icon(key))
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, self._spoken(row))

    def _total(self, row: RunRow) -> str:
        """L, with its update where that is not the run's newest: the accuracies beside it are of the same one."""
        if row.total is None or row.measured_update == row.live:
            return "" if row.total is None else total_text(row.total)
        text = self.tr("{total} at {update}")
        return text.format(total=total_text(row.total), update=f"{row.measured_update:,}")

    def _tip(self, row: RunRow) -> str:
        lines = [row_words(row)]
        if row.name != row.difference:
            lines.insert(1, row.difference)
        if row.is_hidden:
            lines.append(self.tr("Hidden: it is in this list only."))
        elif not row.is_comparable:
            lines.append(
                self.tr("Other examples or another loss: its L is no number to be put beside this one’s.")
            )
        return "\n".join(line for line in lines if line)

    def _spoken(self, row: RunRow) -> str:
        if row.run == self._shown_run:
            return self.tr("{run}, on screen").format(run=row.name)
        return self.tr("{run}, hidden").format(run=row.name) if row.is_hidden else row.name

    def _icon(self, key: str) -> QIcon:
        """The sign of a curve; nothing, as wide, where there is none."""
        ratio, size = self.devicePixelRatioF(), self.iconSize()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        if key:
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_sign(painter, self._theme, key, QPointF(size.width() / 2, size.height() / 2))
            painter.end()
        return QIcon(pixmap)

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        row = next((row for row in self._rows if row.run == _run_of(item)), None)
        if self._is_filling or row is None or column != NAME:
            return
        name = " ".join(item.text(NAME).split())[:LONGEST_NAME]
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
        self._curve_action.setEnabled(self._has_box(row))
        self._curve_action.setChecked(row.run == self._shown_run or bool(row.dash))
        self._hide_action.setEnabled(row.run != self._shown_run or row.is_hidden)
        self._hide_action.setText(
            _with_key(self.tr("Show it again") if row.is_hidden else self.tr("Hide"), "H")
        )
        self._delete_action.setEnabled(len(self._rows) > 1)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Runs"))
        self.setWhatsThis(
            self.tr(
                "Every run under the one that it branches from, called by what differs in it. A check puts its curve"
                " into the plot of L, up to eight at once, each with its dash (Space). Enter shows a run, B shows it"
                " beside the one on screen, F2 renames it, H hides it, Delete deletes it; Undo brings it back. C"
                " compares it with the run on screen: are they two solutions?"
            )
        )
        self.setHeaderLabels(
            [
                self.tr("Run"),
                self.tr("What differs"),
                self.tr("Updates"),
                self.tr("L"),
                self.tr("Training right"),
                self.tr("Test right"),
                self.tr("Least test loss"),
            ]
        )
        for column in NUMBERS:
            self.headerItem().setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        self._show_action.setText(_with_key(self.tr("Show this run"), "Enter"))
        self._beside_action.setText(_with_key(self.tr("Show it beside this one"), "B"))
        self._curve_action.setText(_with_key(self.tr("Curve in the plot"), self.tr("Space")))
        self._compare_action.setText(_with_key(self.tr("Two solutions? Compare with the run on screen"), "C"))
        self._rename_action.setText(_with_key(self.tr("Rename"), "F2"))
        self._delete_action.setText(_with_key(self.tr("Delete"), "Del"))
        self._show_in_menu()
        self._fill()

    def items(self) -> Iterator[tuple[int, QTreeWidgetItem]]:
        """Each run with its item, from top to bottom."""
        return iter(self._items.items())


def _run_of(item: QTreeWidgetItem) -> int:
    return int(item.data(NAME, Qt.ItemDataRole.UserRole))


def _with_key(text: str, key: str) -> str:
    """A menu's text with the key that does the same in the list."""
    return f"{text}\t{key}"
