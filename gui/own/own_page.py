"""The page of the own test set: its tiles, how many of them are right, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.own.own_gallery import OwnGallery
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.labels import new_label
from gui.widgets.layouts import row
from gui.widgets.picture_page import PicturePage

# In less its type is smaller, and in so much as at 100 %.
ROOMY_PX = 420.0, 250.0


class OwnPage(PicturePage):
    """Passive: what is wanted is told.

    Attributes
    ----------
    gallery : OwnGallery
    """

    is_canvas = True

    # In the smallest window at 100 % it has as much beside the plots; larger type has the plots' room, too.
    asked_px = 620.0, 370.0

    keep_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    ledger_wanted = Signal()
    """The wall, the curve and the confusion matrix of the set."""
    delete_wanted = Signal()
    """The chosen example shall go."""
    label_wanted = Signal(object)
    """The chosen example is meant to be of this class (an int)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("own_page", parent, ROOMY_PX)
        self._keep = tab_button(QPushButton(), "own_keep", self.keep_wanted)
        self._import = tab_button(QPushButton(), "own_import", self.import_wanted)
        self._export = tab_button(QPushButton(), "own_export", self.export_wanted)
        self._ledger = tab_button(QPushButton(), "own_ledger", self.ledger_wanted)
        self._says, self._chosen_words = FittingLabel("own_says"), FittingLabel("own_chosen")
        for label in (self._says, self._chosen_words):
            # They take what the tools leave.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._meant_label = new_label(role="caption")
        self._meant = ChoiceBox("own_meant", letters=3)
        self._meant.chosen.connect(self.label_wanted)
        self._delete = tab_button(QPushButton(), "own_delete", self.delete_wanted)
        self._message = new_label("own_message", wraps=True, is_plain=True)
        self.gallery = OwnGallery()
        self._tools = row(self._keep, self._import, self._export, self._ledger, None)
        self._of_chosen = row((self._chosen_words, 1), self._meant_label, self._meant, self._delete)
        self.body.addLayout(self._tools)
        self.body.addWidget(self._says)
        self.body.addWidget(self._message)
        self.body.addWidget(self.gallery, 1)
        self.body.addLayout(self._of_chosen)
        self._names: tuple[str, ...] = ()
        self._hint, self._has_chosen = "", False
        self._can_change = True
        self.show_chosen("", None)
        self.show_message("")
        self._name_parts()

    def _dress_page(self, theme: Theme) -> None:
        super()._dress_page(theme)
        for line in (self._tools, self._of_chosen):
            line.setSpacing(round(theme.px(8)))
        for label in (self._says, self._chosen_words, self._meant_label):
            label.setFont(theme.font("caption"))
        self._message.setFont(theme.font("body"))
        self.body.setSpacing(round(theme.px(4)))
        self.gallery.set_theme(theme)

    def show_classes(self, names: tuple[str, ...]) -> None:
        """What an example may be meant to be."""
        self.gallery.show_names(names)
        if names != self._names:
            self._names = names
            self._meant.clear()
            for number, name in enumerate(names):
                self._meant.addItem(name, number)

    def show_says(self, *words: str) -> None:
        """How the tiles are to be read, and what is not shown; the first is the most important."""
        self._says.show_statements([(len(words) - i, text) for i, text in enumerate(words) if text])
        self._says.setVisible(any(words))

    def show_chosen(self, words: str, label: int | None) -> None:
        """What is to be said of the chosen example, and its class; None where none is chosen."""
        self._chosen_words.show_statements(((0, words or self._hint),) if words or label is None else ())
        for part in (self._meant_label, self._meant, self._delete):
            part.setEnabled(label is not None and self._can_change)
        self._meant.show_value(-1 if label is None else label)
        self._has_chosen = label is not None

    def show_message(self, words: str) -> None:
        """Say this where there is nothing to be seen; "" where there is something."""
        self._message.setText(words)
        self._message.setVisible(bool(words))
        self._describe(words)
        self.gallery.setVisible(not words)
        for part in (self._chosen_words, self._meant_label, self._meant, self._delete):
            part.setVisible(not words)
        if not words and self.hasFocus():
            self.gallery.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_available(self, can_keep: bool, is_there: bool, fits: bool, can_change: bool = True) -> None:
        """Whether something can be kept with these data, whether anything is kept, and whether any of it is shown.

        `can_change`: whether the set can be changed at all, which takes an engine.
        """
        self._can_change = can_change
        self._keep.setEnabled(can_keep and can_change)
        self._import.setEnabled(can_keep and can_change)
        for part in (self._meant_label, self._meant, self._delete):
            part.setEnabled(self._has_chosen and can_change)
        self._export.setEnabled(is_there)
        self._ledger.setEnabled(fits)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The page has the keyboard until there is something to look at.
        if self.gallery.isVisible():
            self.gallery.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._delete.isEnabled():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _name_parts(self) -> None:
        set_words(
            self._keep,
            self.tr("Keep the drawing"),
            self.tr("Keep what is on the canvas, as what you meant"),
        )
        set_words(
            self._import,
            self.tr("Import a folder…"),
            self.tr(
                "Keep the images of a folder: in folders called as the classes are, or with names that begin with"
                " a class"
            ),
            self.tr("Import a folder"),
        )
        set_words(
            self._export,
            self.tr("Export…"),
            self.tr("Save all that is kept as NPZ, for NumPy: X and y"),
            self.tr("Export the own test set"),
        )
        set_words(
            self._ledger,
            self.tr("Wall and confusion"),
            self.tr("The terms of Σ Cⁿ of this set, and its classes"),
        )
        set_words(
            self._delete,
            self.tr("Delete"),
            self.tr("Take the chosen example out of the set (Delete); Undo brings it back"),
            self.tr("Delete the chosen example"),
        )
        self._hint = self.tr("Click a tile to say what it is meant to be, or to delete it.")
        self._meant.setPlaceholderText("–")
        if not self._has_chosen:
            self.show_chosen("", None)
        self._meant_label.setText(self.tr("Meant"))
        self._meant.set_texts(self.tr("Meant"), self.tr("What the chosen example is meant to be"), {})

    def _retranslate(self) -> None:
        super()._retranslate()
        self._name_parts()
