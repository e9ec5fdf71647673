"""The dialog in which the training data are chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.data.dataset_spec import SOURCES, DataChoice
from gui.data_dialog.digits_page import DigitsPage
from gui.data_dialog.import_page import OwnPage
from gui.data_dialog.page import DataPage
from gui.data_dialog.toy_page import line_page, plane_page
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.translated import Translated

PERCENT = 100


class DataDialog(Translated, QDialog):
    """One page for each source of examples; while they are loaded it shows how far that is, and can stop it."""

    choice_wanted = Signal(object)
    """These examples (a DataChoice) shall be learned from."""

    cancel_wanted = Signal()
    """The loading shall stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_dialog")
        self._loading = False
        self._source = ChoiceBox("data_source", SOURCES)
        self._pages: dict[str, DataPage] = dict(
            zip(SOURCES, (DigitsPage(), plane_page(), line_page(), OwnPage()), strict=True)
        )
        self._stack = QStackedWidget()
        self._stack.setObjectName("data_pages")
        for page in self._pages.values():
            self._stack.addWidget(page)
            page.changed.connect(self._on_changed)
        self._source.currentIndexChanged.connect(self._stack.setCurrentIndex)
        self._source.currentIndexChanged.connect(self._on_changed)
        # It quotes a path.
        self._refusal = new_label("data_refusal", "error", wraps=True, is_plain=True)
        self._progress = QProgressBar()
        self._progress.setObjectName("data_progress")
        self._progress.setRange(0, PERCENT)
        self._learn, self._cancel = QPushButton(), QPushButton()
        self._learn.setObjectName("learn_from_these")
        self._cancel.setObjectName("cancel_data")
        buttons = QDialogButtonBox()
        buttons.addButton(self._learn, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        for part in (self._source, self._stack, self._refusal, self._progress, buttons):
            self._column.addWidget(part)
        self._refusal.hide()
        self._progress.hide()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        margin = round(theme.px(14))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(10)))
        self.setMinimumWidth(round(theme.px(360)))
        for page in self._pages.values():
            page.set_theme(theme)

    def show_choice(self, choice: DataChoice) -> None:
        """Show what is learned from now."""
        self._source.setCurrentIndex(self._source.findData(choice.source))
        self._pages[choice.source].show_choice(choice)
        self._refusal.hide()

    def show_source(self, source: str) -> None:
        """Show this source's page, ready for its first answer."""
        self._source.setCurrentIndex(self._source.findData(source))
        self._page.take_keyboard()

    def show_loading(self, loading: bool) -> None:
        """Whether the examples are being loaded: nothing else can be chosen meanwhile."""
        self._loading = loading
        self._progress.setValue(0)
        self._progress.setVisible(loading)
        for part in (self._source, self._stack, self._learn):
            part.setEnabled(not loading)
        if loading:
            self._refusal.hide()

    def show_progress(self, share: float) -> None:
        """So much is done, from 0 to 1."""
        self._progress.setValue(round(PERCENT * share))

    def refuse(self, sentence: str) -> None:
        """Say why these examples are not taken, and what would be right."""
        self.show_loading(False)
        self._refusal.setText(f"\u26a0 {sentence}")
        self._refusal.show()
        self._page.take_keyboard()

    def reject(self) -> None:
        """Cancel: stops the loading first, then closes."""
        if self._loading:
            self.cancel_wanted.emit()
        else:
            super().reject()

    @property
    def _page(self) -> DataPage:
        return self._pages[self._source.value]

    @Slot()
    def _on_changed(self) -> None:
        self._refusal.hide()

    @Slot()
    def _on_accepted(self) -> None:
        if not self._page.rows.settle():
            return
        choice = self._page.choice()
        if choice.source == "own" and not choice.path:
            self.refuse(self.tr("Choose a file or a folder first."))
        elif choice.name == "drawn" and not choice.points:
            self.refuse(self.tr("Draw a curve first, from left to right."))
        else:
            self.choice_wanted.emit(choice)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Training data"))
        self.setAccessibleName(self.tr("Training data"))
        self.setWhatsThis(
            self.tr(
                "The examples that the network learns from, and those it is tested with. Other examples begin a new"
                " network; Undo brings the old one back."
            )
        )
        self._source.set_texts(
            self.tr("Source of the examples"),
            self.tr("Where the examples come from"),
            {
                "digits": self.tr("Digits (MNIST)"),
                "plane": self.tr("Points in the plane"),
                "line": self.tr("A curve on the line"),
                "own": self.tr("My own data"),
            },
        )
        self._progress.setAccessibleName(self.tr("How much is loaded"))
        self._progress.setToolTip(self.tr("How much is loaded"))
        for button, text, tip in (
            (self._learn, self.tr("Learn from these"), self.tr("Begin a new network on these examples")),
            (self._cancel, self.tr("Cancel"), self.tr("Stop loading, or leave everything as it is")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
