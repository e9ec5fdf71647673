"""Choosing an example of the test set, instead of drawing one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button, with_key
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, row
from gui.widgets.translated import Translated

_WAYS = ("previous", "next", "random", "wrong")


class DigitChooser(Translated, QWidget):
    """Previous, next, random, one of a class, one that the network gets wrong; and back to the training's."""

    test_digit_wanted = Signal(str, object)
    """How ("previous", "next", "random" or "wrong"), and of which class (an int, or None for any)."""

    released = Signal()
    """The training shall choose the shown digit again."""

    pinned_changed = Signal()
    """There is a digit to be released now, or none any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digit_chooser")
        self._label = new_label("choose_label", "caption")
        self._buttons = {way: tab_button(QToolButton(), f"{way}_digit") for way in _WAYS}
        for way, button in self._buttons.items():
            button.clicked.connect(lambda _=False, w=way: self.test_digit_wanted.emit(w, self.chosen_class))
        for way in ("previous", "next", "random"):
            self._buttons[way].setStyleSheet("padding: 0; min-width: 0;")  # the icon needs the room
        self._buttons["wrong"].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._classes = ChoiceBox("digit_class", (None,), letters=1)
        self._names: tuple[str, ...] = ()
        self._keys: Mapping[str, str] = {}
        self._classes.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Choosing a class asks for the next digit of it, at once.
        self._classes.chosen.connect(lambda digit: self.test_digit_wanted.emit("next", digit))
        self._release = tab_button(QToolButton(), "release_digit", self.released)
        self._release.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for button in (self._buttons["wrong"], self._release):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Hidden, it keeps its place: nothing moves when it appears.
        policy = self._release.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._release.setSizePolicy(policy)
        self._first = row(*(self._buttons[way] for way in ("previous", "next", "random")), (self._classes, 1))
        self._rows = column(self, self._label, self._first, self._buttons["wrong"], self._release)
        self.show_pinned(False)
        self.show_classes(tuple("0123456789"))
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes, type and icons."""
        gap = round(theme.px(4))
        self._rows.setSpacing(gap)
        self._first.setSpacing(gap)
        self._label.setFont(theme.font("caption"))
        side = round(theme.px(18))
        for way in ("previous", "next", "random"):
            self._buttons[way].setIcon(icon(way, theme))
            self._buttons[way].setIconSize(QSize(side, side))
            self._buttons[way].setFixedWidth(round(theme.px(30)))
        for widget in (*self._buttons.values(), self._classes, self._release):
            widget.setFont(theme.font("body"))
            widget.setFixedHeight(round(theme.px(28)))

    def show_pinned(self, pinned: bool) -> None:
        """Whether the user has chosen the shown digit, so that it can be released."""
        if pinned != self.is_pinned:
            self._release.setVisible(pinned)
            self.pinned_changed.emit()

    @property
    def is_pinned(self) -> bool:
        """Whether there is a digit to be released."""
        return not self._release.isHidden()

    def show_classes(self, names: tuple[str, ...]) -> None:
        """Offer test examples of these classes; without classes there is nothing to get wrong."""
        if names == self._names:
            return
        self._names = names
        while self._classes.count() > 1:
            self._classes.removeItem(1)
        for number, name in enumerate(names):
            self._classes.addItem(name, number)
        self._classes.setVisible(bool(names))
        self._buttons["wrong"].setVisible(bool(names))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name in the tips the keys of the actions that do the same, by the actions' names."""
        self._keys = keys
        self._retranslate()

    @property
    def chosen_class(self) -> int | None:
        """The class that is asked for; None: any."""
        digit: int | None = self._classes.value
        return digit

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Choose a test example"))
        self._classes.set_texts(
            self.tr("Class of the test example"),
            self.tr("Which test examples to choose from"),
            {None: self.tr("any")},
        )
        self._buttons["wrong"].setText(self.tr("One it gets wrong"))
        key = self._keys.get("action_release_digit", "")
        tip = with_key(self.tr("Show the examples that the training works on again"), key)
        set_words(self._release, self.tr("Back to training"), tip, self.tr("Back to training examples"))
        for way, name, tip in (
            ("previous", self.tr("Previous test example"), self.tr("Show the previous test example")),
            ("next", self.tr("Next test example"), self.tr("Show the next test example")),
            ("random", self.tr("Random test example"), self.tr("Show a test example drawn by lot")),
            (
                "wrong",
                self.tr("One it gets wrong"),
                self.tr("Show a test example that the network gets wrong now"),
            ),
        ):
            self._buttons[way].setAccessibleName(name)
            self._buttons[way].setToolTip(with_key(tip, self._keys.get(f"action_{way}_digit", "")))
        self.setAccessibleName(self.tr("Choose a test example"))
        self.setWhatsThis(
            self.tr(
                "Examples of the test set: the network was never trained on them. They are watched, and stay "
                "on screen until you go back to the training examples."
            )
        )
