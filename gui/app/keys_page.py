"""The list of all keys, where one command after the other can get another one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.app.key_bindings import KeyBindings
from gui.app.key_field import KeyField
from gui.app.key_names import key_name
from gui.app.mnemonics import plain
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import row
from gui.widgets.said_once import UNHEARD
from gui.widgets.sentence_text import enumerated, labelled
from gui.widgets.translated import Translated


class KeysPage(Translated, QWidget):
    """Choose a command, press the key that it shall have; what another one has is refused in a sentence."""

    keys_wanted = Signal(str)
    """All keys as `KeyBindings.with_keys` writes them."""

    def __init__(self, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys_page")
        self._bindings = bindings
        self._items: list[QTreeWidgetItem] = []
        self._search = QLineEdit()
        self._search.setObjectName("search_keys")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._nothing = new_label("no_keys", wraps=True, is_plain=True)
        self._list = QTreeWidget()
        self._list.setObjectName("keys")
        self._list.setColumnCount(2)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self._label = QLabel()
        self._edit = KeyField()
        self._edit.editingFinished.connect(self._on_key_pressed)
        self._label.setBuddy(self._edit)
        self._remove = tab_button(QPushButton(), "remove_keys", lambda: self._give(()))
        self._usual = tab_button(QPushButton(), "usual_keys", self._on_usual_wanted)
        self._all_usual = tab_button(QPushButton(), "all_usual_keys", self._on_all_usual_wanted)
        # All keys as they were before every command got its usual ones, until some are given again.
        self._before_usual: str | None = None
        self._refusal = new_label("keys_refusal", "error", wraps=True, is_plain=True)
        self._column = QVBoxLayout(self)
        for part in (self._search, self._nothing, self._list):
            self._column.addWidget(part)
        self._column.addLayout(row(self._label, (self._edit, 1)))
        self._column.addLayout(row(self._remove, self._usual, None, self._all_usual))
        self._column.addWidget(self._refusal)
        bindings.changed.connect(self._on_changed)
        self._retranslate()
        self._list.setCurrentItem(self._items[0])

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        margin = round(theme.px(12))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(8)))
        for label in (self._label, self._nothing):
            label.setFont(theme.font("body"))
        self._list.setStyleSheet(f"QTreeView::item {{ padding: {round(theme.px(4))}px; }}")

    def show_keys(self) -> None:
        """Show every command with the keys that it has now; the one that is chosen stays so, and in sight."""
        if not self._items:
            self._items = [QTreeWidgetItem() for _ in self._bindings.actions]
            self._list.addTopLevelItems(self._items)
        for item, (name, action) in zip(self._items, self._bindings.actions.items(), strict=True):
            item.setText(0, self._name_of(name))
            item.setText(1, self._keys_text(name))
            item.setData(0, Qt.ItemDataRole.UserRole, name)
            item.setToolTip(0, action.whatsThis())
            font = item.font(0)
            font.setBold(self._bindings.keys_of(name) != self._bindings.usual_keys_of(name))
            item.setFont(1, font)

    def _keys_text(self, name: str) -> str:
        return enumerated(key_name(key) for key in self._bindings.keys_of(name))

    def _name_of(self, name: str) -> str:
        group, _, _ = name.removeprefix("action_").partition("_")
        text = plain(self._bindings.actions[name].text())
        heads = {
            "theme": self.tr("Theme"),
            "language": self.tr("Language"),
            "edges": self.tr("Connections drawn"),
            "picture": self.tr("Connections show"),
        }
        return labelled(heads[group], text) if group in heads else text

    def _chosen(self) -> str | None:
        item = self._list.currentItem()
        return None if item is None else item.data(0, Qt.ItemDataRole.UserRole)

    def _filter(self, wanted: str) -> None:
        words, found = wanted.casefold().split(), 0
        for item in self._items:
            text = f"{item.text(0)} {item.text(1)} {item.toolTip(0)}".casefold()
            is_wanted = all(word in text for word in words)
            item.setHidden(not is_wanted)
            found += is_wanted
        chosen = self._list.currentItem()
        if chosen is None or chosen.isHidden():
            # Else the keyboard would come to a list of which nothing is chosen, or what nobody sees.
            first = next((item for item in self._items if not item.isHidden()), None)
            self._list.setCurrentItem(first)  # type: ignore[arg-type]
        self._nothing.setVisible(not found)
        self._nothing.setText(
            self.tr("No command is called “{words}”. Try fewer letters.").format(words=wanted.strip())
        )

    def _show_chosen(self) -> None:
        name = self._chosen()
        self._refusal.hide()
        self._edit.clear()
        for part in (self._edit, self._remove, self._usual):
            part.setEnabled(name is not None)
        if name is not None:
            self._label.setText(self.tr("New &key of “{command}”:").format(command=self._name_of(name)))

    def _on_key_pressed(self) -> None:
        name, key = self._chosen(), self._edit.keySequence().toString()
        if not key and self._edit.hasFocus():
            # Esc leads back to where the command was chosen.
            self._list.setFocus()
        if name is None or not key:
            return
        problem = self._bindings.problem_with(name, key)
        self._edit.clear()
        if problem:
            self._refuse(problem)
            return
        self._give((key,))

    def _on_usual_wanted(self) -> None:
        name = self._chosen()
        if name is None:
            return
        usual = self._bindings.usual_keys_of(name)
        for key in usual:
            problem = self._bindings.problem_with(name, key)
            if problem:
                self._refuse(problem)
                return
        self._give(usual)

    def _on_all_usual_wanted(self) -> None:
        name, before = next(iter(self._bindings.actions)), self._before_usual
        now = self._bindings.with_keys(name, self._bindings.keys_of(name))
        self._refusal.hide()
        self.keys_wanted.emit(before or "")
        self._on_changed()
        # What has just been taken away can be had back, by the same button.
        self._before_usual = (now or None) if before is None else None
        self._name_all_usual()
        is_back = before is not None
        taken = self.tr("All commands have the keys that they had before.")
        announce(self._all_usual, taken if is_back else self.tr("All commands have their usual keys."))

    def _on_changed(self) -> None:
        self._before_usual = None
        self._name_all_usual()
        self.show_keys()

    def _refuse(self, problem: str) -> None:
        self._refusal.setText(f"\u26a0 {problem}")
        self._refusal.show()
        announce(self._edit, problem)

    def _give(self, keys: tuple[str, ...]) -> None:
        name = self._chosen()
        if name is not None:
            self._refusal.hide()
            self.keys_wanted.emit(self._bindings.with_keys(name, keys))
            self._on_changed()
            # The keyboard stays where it is, and so does not come to what is new in the list.
            announce(self._edit, labelled(self._name_of(name), self._keys_text(name) or self.tr("No key")))

    def _name_all_usual(self) -> None:
        words, tip = self.tr("All usual keys"), self.tr("Give every command the keys it came with")
        if self._before_usual is not None:
            words, tip = self.tr("Keys as before"), self.tr("Give the commands the keys back that they had")
        set_words(self._all_usual, words, tip)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Keys"))
        self._search.setPlaceholderText(self.tr("Name or key of a command"))
        self._search.setAccessibleName(self.tr("Name or key of a command"))
        # Qt would tell the words of the empty field once more.
        self._search.setAccessibleDescription(UNHEARD)
        self._list.setHeaderLabels([self.tr("Command"), self.tr("Key")])
        self._list.setAccessibleName(self.tr("All commands with their keys"))
        self._edit.setAccessibleName(self.tr("New key"))
        # Qt writes this once, in the language of that moment.
        field = self._edit.findChild(QLineEdit)
        if isinstance(field, QLineEdit):
            field.setAccessibleName(self.tr("New key"))
            field.setPlaceholderText(QCoreApplication.translate("QKeySequenceEdit", "Press shortcut"))
        self._edit.setToolTip(self.tr("Press the key that the chosen command shall have"))
        set_words(self._remove, self.tr("No key"), self.tr("Take the chosen command's keys away"))
        set_words(self._usual, self.tr("Usual key"), self.tr("Give the chosen command the keys it came with"))
        self._name_all_usual()
        self.show_keys()
        self._filter(self._search.text())
        self._show_chosen()
