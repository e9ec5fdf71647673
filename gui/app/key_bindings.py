"""Which keys each action has: the usual ones, those that the user gave it, and none where single letters are off."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from gui.app.key_names import key_name
from gui.app.mnemonics import plain
from gui.widgets.sentence_text import enumerated

MOST_KEYS = 4
# Widgets use these to move about, and to answer a dialog.
_MOVING = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
}
# Systems open the menu bar by the first, and the menu of what has the keyboard by the other or by Shift with the first.
_OPENING = {Qt.Key.Key_F10, Qt.Key.Key_Menu}
# From here on Qt's numbers are of keys that write nothing.
_NO_CHARACTER = 0x01000000


class KeyBindings(QObject):
    """Gives actions their keys.

    Keys are written as Qt writes them whatever the language (``QKeySequence.toString()``), such as ``Ctrl+Shift+Z``.

    Parameters
    ----------
    actions : iterable of QAction
        With their usual keys, and an object name each.
    """

    changed = Signal()
    """Some action has other keys now."""

    def __init__(self, actions: Iterable[QAction], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = {action.objectName(): action for action in actions}
        self._usual = {name: _texts(action) for name, action in self._actions.items()}
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._has_single_letters = True
        self._loan: tuple[str, str] | None = None

    @property
    def actions(self) -> Mapping[str, QAction]:
        """All actions by their object names."""
        return self._actions

    def keys_of(self, name: str) -> tuple[str, ...]:
        """The keys of an action, whether single letters are on or off."""
        return self._chosen.get(name, self._usual[name])

    def usual_keys_of(self, name: str) -> tuple[str, ...]:
        """The keys that it comes with."""
        return self._usual[name]

    def words(self) -> dict[str, str]:
        """The first key in force of each action, as this system writes it; "" without one."""
        return {name: key_name(action.shortcut()) for name, action in self._actions.items()}

    def all_words(self, name: str) -> str:
        """All keys in force of one action, as this system writes them, with commas; "" without one."""
        return enumerated(key_name(key) for key in self._actions[name].shortcuts())

    def owner_of(self, key: str) -> str | None:
        """The action that has this key."""
        return next((name for name in self._actions if key in self.keys_of(name)), None)

    def problem_with(self, name: str, key: str) -> str:
        """Why an action can't have this key, in one sentence, or ""."""
        owner = self.owner_of(key)
        words = key_name(key)
        if owner is not None and owner != name:
            return self.tr(
                "{key} is the key of “{command}”. Take it from there first, or choose another one."
            ).format(key=words, command=plain(self._actions[owner].text()))
        combination = _combination(key)
        held = combination.keyboardModifiers()
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        if combination.key() in _MOVING and not held & (control | Qt.KeyboardModifier.AltModifier):
            return self.tr(
                "{key} moves the keyboard through the window, or answers a dialog. Choose another one."
            ).format(key=words)
        if combination.key() in _OPENING and not held & (control | Qt.KeyboardModifier.AltModifier):
            return self.tr("{key} opens a menu. Choose another one.").format(key=words)
        if held & Qt.KeyboardModifier.AltModifier and not held & control and is_character(key):
            return self.tr(
                "Alt with a letter opens a menu or presses a button. Choose another one than {key}."
            ).format(key=words)
        return ""

    def with_keys(self, name: str, keys: Iterable[str]) -> str:
        """What is to be kept, as text, where this action gets these keys; see `restore`."""
        chosen = {**self._chosen, name: tuple(dict.fromkeys(keys))[:MOST_KEYS]}
        return _written({each: keys for each, keys in chosen.items() if keys != self._usual[each]})

    def restore(self, kept: str) -> None:
        """Take the keys that were kept as text, "" for the usual ones. What makes no sense is left out."""
        chosen = _read(kept, self._usual)
        if chosen != self._chosen:
            self._chosen = chosen
            self._apply()

    def set_single_letters(self, on: bool) -> None:
        """Whether keys that write a character act without Ctrl: who speaks to the computer may set them off by chance.

        References
        ----------
        W3C, Web Content Accessibility Guidelines 2.1, success criterion 2.1.4.
        """
        if on != self._has_single_letters:
            self._has_single_letters = on
            self._apply()

    def lend(self, name: str, to: str) -> None:
        """While a part of the window is open: the keys of the action `name` do what the action `to` does.

        What the user chose stays: `keys_of` says the same. One loan at a time; the next one ends it.
        """
        self._loan = name, to
        self._apply()

    def end_loan(self) -> None:
        """Each action has its own keys again."""
        self._loan = None
        self._apply()

    def is_lent(self, key: str) -> bool:
        """Whether this key does what the borrower does: it is for the whole of the window then."""
        return self._loan is not None and key in self.keys_of(self._loan[0])

    def _in_force(self, name: str) -> tuple[str, ...]:
        if self._loan is None:
            return self.keys_of(name)
        lender, borrower = self._loan
        if name == borrower:
            return self.keys_of(borrower) + self.keys_of(lender)
        return () if name == lender else self.keys_of(name)

    def _apply(self) -> None:
        before = self.words()
        for name, action in self._actions.items():
            keys = [key for key in self._in_force(name) if self._has_single_letters or not is_single(key)]
            if tuple(keys) != _texts(action):
                action.setShortcuts([QKeySequence(key) for key in keys])
        if self.words() != before:
            self.changed.emit()


def _combination(key: str) -> QKeyCombination:
    first: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
    return first


def is_character(key: str) -> bool:
    """Whether its last key writes a letter, a digit or a sign; Space is none of these."""
    return Qt.Key.Key_Space.value < _combination(key).key().value < _NO_CHARACTER


def is_single(key: str) -> bool:
    """Whether it writes a character, alone or with Shift."""
    held = _combination(key).keyboardModifiers()
    return is_character(key) and held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


def _texts(action: QAction) -> tuple[str, ...]:
    return tuple(key.toString() for key in action.shortcuts())


def _written(chosen: Mapping[str, tuple[str, ...]]) -> str:
    return json.dumps(chosen, ensure_ascii=False) if chosen else ""


def _read(kept: str, usual: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Keys by action, of actions that there are; a key that two would have stays the first one's."""
    try:
        stored = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    if not isinstance(stored, dict):
        return {}
    chosen: dict[str, tuple[str, ...]] = {}
    for name, keys in stored.items():
        if name in usual and isinstance(keys, list):
            texts = (QKeySequence(key) for key in keys[:MOST_KEYS] if isinstance(key, str))
            chosen[name] = tuple(text.toString() for text in texts if text.count() == 1)
    taken = {key for name, keys in usual.items() if name not in chosen for key in keys}
    for name, keys in chosen.items():
        chosen[name] = tuple(key for key in dict.fromkeys(keys) if key not in taken)
        taken |= set(chosen[name])
    return chosen
