"""What the dialogs for pictures and for animations share: where the file goes, how far it is, and a way out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from gui.export.file_writer import problem_with_path
from gui.theme.file_dialog import wear_on_files
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.layouts import row
from gui.widgets.said_once import show_tip
from gui.widgets.work_dialog import WorkDialog


class ExportDialog(WorkDialog):
    """A kind of file, its name and folder; while it is made nothing else can be chosen, and it can be stopped.

    Subclasses add their rows to `form`, and fill `kind` with the kinds of files, whose data begin with the ending.
    """

    export_wanted = Signal()
    """Everything is chosen, the file can be written, and none is lost by it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, name, f"{name}_save", f"{name}_cancel", 440, parent)
        self._may_replace = ""
        # The look of the dialog that asks for a file.
        self._worn = Theme()
        # The folder and the stem of the name that is offered, and the whole of it.
        self._offered = ("", "", "")
        self.kind = ChoiceBox(f"{name}_kind")
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self._path = QLineEdit()
        self._path.setObjectName(f"{name}_path")
        self._path.textChanged.connect(self._on_path_changed)
        self._path.editingFinished.connect(lambda: self._choose_kind_of(self._path.text()))
        self._choose = QPushButton()
        self._choose.setObjectName(f"{name}_choose")
        self._choose.clicked.connect(self._ask)
        self._labels: list[QLabel] = []
        self.form = QFormLayout()
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._file_row = row((self._path, 1), self._choose)
        # Made the default by Qt, it would be what Enter presses in any field; `_place` makes it the one that saves.
        self._choose.setAutoDefault(False)
        self._place(self.form, self._file_row)
        # While the keyboard is on it, Enter is this button's own: it chooses a file, and never saves.
        self._choose.setAutoDefault(True)

    # --- verbs

    def _dress(self, theme: Theme) -> None:
        super()._dress(theme)
        self._worn = theme
        for label in self._labels:
            label.setFont(theme.font("body"))
        self._file_row.setSpacing(round(theme.px(6)))
        self.form.setHorizontalSpacing(round(theme.px(10)))
        self.form.setVerticalSpacing(round(theme.px(8)))

    def _lead_to_buttons_last(self) -> None:
        # Subclasses add their rows after the file's was made, and it stands below them.
        last = self._last_stop_but(self._path, self._choose, self._begin, self._cancel)
        for part in (self._path, self._choose):
            if last is not None:
                QWidget.setTabOrder(last, part)
            last = part
        super()._lead_to_buttons_last()

    def suggest(self, folder: str, stem: str) -> None:
        """Offer a name in this folder that no file has yet."""
        self._refusal.hide()
        self._may_replace = ""
        self._offer(folder, stem)
        self.kind.setFocus()

    def suggest_anew(self, stem: str) -> None:
        """Offer another name, unless the user has chosen one."""
        if self._path.text() == self._offered[2]:
            self._offer(self._offered[0], stem)

    def _offer(self, folder: str, stem: str) -> None:
        there, number = Path(folder), 1
        path = there / f"{stem}{self.suffix}"
        while QFileInfo(str(path)).exists():
            number += 1
            path = there / f"{stem}-{number}{self.suffix}"
        self._offered = folder, stem, str(path)
        self._path.setText(str(path))

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        for part in (self.kind, self._path, self._choose):
            part.setEnabled(not busy)

    def show_error(self, sentence: str) -> None:
        super().show_error(sentence)
        self._path.setFocus()

    def show_note(self, sentence: str) -> None:
        """Say this under the file's name."""
        self._say(sentence)

    @property
    def suffix(self) -> str:
        """The ending of the chosen kind of file, with its point."""
        data = self.kind.currentData()
        return f".{data[0]}" if data else ""

    @property
    def path(self) -> str:
        """Where the file goes; with the ending of its kind."""
        text = self._path.text().strip()
        return text if not text or text.lower().endswith(self.suffix) else text + self.suffix

    def problem_with_kind(self) -> str:
        """Why no file of the chosen kind can be made, in a sentence, or ""."""
        return ""

    # --- what is chosen

    def _choose_kind_of(self, path: str) -> None:
        """The kind of file that this name promises, where it names one."""
        endings = [str(self.kind.itemData(i)[0]) for i in range(self.kind.count())]
        promised = Path(path.strip()).suffix[1:].lower()
        if promised in endings and promised != self.suffix[1:]:
            self.kind.setCurrentIndex(endings.index(promised))

    def _on_accepted(self) -> None:
        # Enter accepts before the field is left.
        self._choose_kind_of(self._path.text())
        path = self.path
        if not path or not Path(path).is_absolute():
            self.show_error(
                QCoreApplication.translate("Export", "Choose a folder and a name for the file first.")
            )
        elif QFileInfo(path).isFile() and path != self._may_replace:
            self._may_replace = path
            self.show_error(
                QCoreApplication.translate(
                    "Export", "{path} is already there. Save again to replace it, or choose another name."
                ).format(path=path)
            )
        elif complaint := self.problem_with_kind() or problem_with_path(path):
            self.show_error(complaint)
        else:
            self.export_wanted.emit()

    def _on_kind_changed(self) -> None:
        text, suffix = self._path.text(), self.suffix
        if suffix and text == self._offered[2]:
            # Another kind may have a name free that the last kind has not.
            self._offer(*self._offered[:2])
            return
        known = [f".{self.kind.itemData(i)[0]}" for i in range(self.kind.count())]
        old = next((ending for ending in known if text.lower().endswith(ending)), suffix)
        if old != suffix:
            self._path.setText(text[: -len(old)] + suffix)

    def _on_path_changed(self) -> None:
        self._refusal.hide()

    def _ask(self) -> None:
        """Let the system's dialog ask for a folder and a name; it asks, too, before a file is replaced."""
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setObjectName("choose_export")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        wear_on_files(dialog, self._worn)
        filters = self._filters()
        dialog.setNameFilters(list(filters))
        dialog.selectNameFilter(next(text for text, ending in filters.items() if ending == self.suffix[1:]))
        dialog.setDefaultSuffix(self.suffix[1:])
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(filters[text]))
        if self.path:
            dialog.setDirectory(str(Path(self.path).parent))
            dialog.selectFile(Path(self.path).name)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _filters(self) -> dict[str, str]:
        """What the chooser calls each kind of file, and its ending."""
        endings = dict.fromkeys(str(self.kind.itemData(i)[0]) for i in range(self.kind.count()))
        return {f"{ending.upper()} (*.{ending})": ending for ending in endings}

    def _on_file_chosen(self, path: str) -> None:
        self._choose_kind_of(path)
        self._path.setText(path)
        self._may_replace = self.path

    # --- words

    def add_row(self, label: QLabel, field: QWidget) -> None:
        """One more choice, with its label before it."""
        label.setBuddy(field)
        self._labels.append(label)
        self.form.addRow(label, field)

    def _retranslate(self) -> None:
        self._path.setAccessibleName(QCoreApplication.translate("Export", "File"))
        self._path.setToolTip(QCoreApplication.translate("Export", "Folder and name of the new file"))
        self._path.setPlaceholderText(QCoreApplication.translate("Export", "Folder and name of the new file"))
        self._progress.setAccessibleName(QCoreApplication.translate("Export", "How much is done"))
        show_tip(self._progress, QCoreApplication.translate("Export", "How much is done"))
        for button, text, tip in (
            (
                self._choose,
                QCoreApplication.translate("Export", "F&ile…"),
                QCoreApplication.translate("Export", "Choose a folder and a name"),
            ),
            (
                self._begin,
                QCoreApplication.translate("Export", "&Save"),
                QCoreApplication.translate("Export", "Make the file"),
            ),
            (
                self._cancel,
                QCoreApplication.translate("Export", "Cancel"),
                QCoreApplication.translate("Export", "Stop, and leave no file; or close"),
            ),
        ):
            set_words(button, text, tip, tip if button is self._choose else "")
