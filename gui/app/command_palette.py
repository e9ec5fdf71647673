"""Every command by name: type some letters of it, choose by arrow keys, and Enter does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.app.command_search import CommandText, ranked
from gui.app.english_names import english_of
from gui.app.key_names import key_name
from gui.app.mnemonics import plain
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import wear
from gui.widgets.announcement import announce
from gui.widgets.dialog_size import resize_within_screen
from gui.widgets.labels import new_label
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.said_once import UNHEARD
from gui.widgets.translated import Translated

MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
PATH = " › "


class SearchField(ReportsExceptions, QLineEdit):
    """A field whose up and down keys move through what was found."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = MOVES.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(way)


class CommandPalette(Translated, QDialog):
    """Lists all actions of a menu bar, each with the menus that lead to it and its key.

    Parameters
    ----------
    menu_bar : QMenuBar
    of_panels : callable
        What a click in a panel does and no menu: the panel's title and an action for each, in the language in force.
    """

    def __init__(
        self,
        menu_bar: QMenuBar,
        parent: QWidget | None = None,
        of_panels: Callable[[], Iterable[tuple[str, QAction]]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._of_panels = of_panels
        self.setObjectName("command_palette")
        self._menu_bar = menu_bar
        self._actions: list[QAction] = []
        self._commands: list[CommandText] = []
        self._found: list[QTreeWidgetItem] = []
        self._spoken = ""
        self._search = SearchField()
        self._search.setObjectName("search_commands")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._show_found)
        self._search.returnPressed.connect(self._do_chosen)
        self._search.moved.connect(self._move)
        self._list = QTreeWidget()
        self._list.setObjectName("commands")
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemClicked.connect(lambda _item, _column: self._do_chosen())
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._nothing = new_label("no_commands", wraps=True, is_plain=True)
        self._tip = new_label("command_tip", "caption", wraps=True)
        self._column = QVBoxLayout(self)
        for part in (self._search, self._nothing, self._list, self._tip):
            self._column.addWidget(part)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's look and sizes."""
        wear(self, theme)
        margin = round(theme.px(12))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(8)))
        self._list.setStyleSheet(f"QTreeView::item {{ padding: {round(theme.px(4))}px; }}")
        self._list.setIconSize(QSize(round(theme.px(16)), round(theme.px(16))))
        self._tip.setMinimumHeight(2 * self._tip.fontMetrics().lineSpacing())
        resize_within_screen(self, theme.px(560), theme.px(440))

    def show_all(self) -> None:
        """Read the menus anew, for what can be done now, and open with an empty field."""
        self._collect()
        self._spoken = ""
        self._search.clear()
        self._show_found("")
        self._search.setFocus()
        self.open()

    def _collect(self) -> None:
        self._actions, self._commands = [], []
        for entry in self._menu_bar.actions():
            menu = entry.menu()
            if isinstance(menu, QMenu):
                self._collect_menu(menu, (plain(menu.title()),))
        for path, action in self._of_panels():
            self._take(action, (path,))

    def _collect_menu(self, menu: QMenu, path: tuple[str, ...]) -> None:
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                self._collect_menu(inner, (*path, plain(inner.title())))
            elif not action.isSeparator():
                self._take(action, path)

    def _take(self, action: QAction, path: tuple[str, ...]) -> None:
        name = plain(action.text())
        english = CommandText(english_of(name), PATH.join(english_of(part) or part for part in path))
        self._actions.append(action)
        self._commands.append(
            CommandText(name, PATH.join(path), action.whatsThis(), english if english.name else None)
        )

    def _show_found(self, wanted: str) -> None:
        self._list.clear()
        self._tip.clear()
        self._found = [self._item(number) for number in ranked(wanted, self._commands)]
        self._list.addTopLevelItems(self._found)
        found = len(self._found)
        self._list.setVisible(found > 0)
        self._nothing.setVisible(not found)
        self._nothing.setText(
            self.tr("No command is called “{words}”. Try fewer letters.").format(words=wanted.strip())
        )
        if not found:
            # Further letters find no more: only the first of them is news.
            if self._search.accessibleDescription():
                self._say(self._nothing.text())
            self._search.setAccessibleDescription("")
        else:
            self._list.setCurrentItem(self._found[0])

    def _item(self, number: int) -> QTreeWidgetItem:
        action, command = self._actions[number], self._commands[number]
        name = f"{command.path}{PATH}{command.name}"
        if action.isCheckable() and action.isChecked():
            name = f"✓ {name}"
        key = key_name(action.shortcut())
        if not action.isEnabled():
            name = self.tr("{command}: not available now").format(command=name)
        item = QTreeWidgetItem([name, key])
        item.setData(0, Qt.ItemDataRole.UserRole, number)
        item.setToolTip(0, command.tip)
        if not action.isEnabled():
            # Qt's own flag would keep the arrow keys from reaching it.
            for column in range(2):
                item.setForeground(
                    column, self.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
                )
        return item

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        number = item.data(0, Qt.ItemDataRole.UserRole)
        self._tip.setText(self._commands[number].tip)
        spoken = f"{item.text(0)} {item.text(1)}".strip()
        self._search.setAccessibleDescription(spoken)
        # The keyboard stays in the field, so a screen reader would not read what the arrow keys reach.
        self._say(spoken)

    def _say(self, spoken: str) -> None:
        """Once: with the next letter the first that is found may be the same."""
        if spoken != self._spoken:
            self._spoken = spoken
            announce(self._search, spoken)

    def _move(self, by: int) -> None:
        item = self._list.currentItem()
        if item is not None and self._found:
            at = self._found.index(item) + by
            self._list.setCurrentItem(self._found[min(len(self._found) - 1, max(0, at))])

    def _do_chosen(self) -> None:
        item = self._list.currentItem()
        if item is None or self._list.isHidden():
            return
        action = self._actions[item.data(0, Qt.ItemDataRole.UserRole)]
        if action.isEnabled():
            self.accept()
            action.trigger()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("All commands"))
        self.setAccessibleName(self.tr("All commands"))
        self.setWhatsThis(
            self.tr("Type part of a command's name; arrow keys choose one of those found, and Enter does it.")
        )
        self._search.setPlaceholderText(self.tr("Name of a command"))
        self._search.setAccessibleName(self.tr("Name of a command"))
        # Qt would tell the words of the empty field once more.
        self._search.setAccessibleDescription(UNHEARD)
        self._list.setAccessibleName(self.tr("Commands that were found"))
