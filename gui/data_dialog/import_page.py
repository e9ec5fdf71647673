"""A user's own examples: a file or a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton

from core.data.dataset_spec import DatasetSpec
from core.data.importers.first_look import FirstLook
from core.data.importers.first_rows import FirstRows
from core.data.importers.read import TABLE_SUFFIXES
from gui.data_dialog.first_look_box import FirstLookBox
from gui.data_dialog.page import LARGEST_SEED, DataPage
from gui.data_dialog.refusal_text import refusal_text
from gui.theme.file_dialog import wear_on_files
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.buttons import set_words
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill, row
from gui.widgets.said_once import show_tip

TYPING_MS = 250
"""After the last change of the path; until then it is still being typed."""

COLUMN_LETTERS = 14
"""A column's name may be longer."""


class ImportPage(DataPage):
    """Which file or folder, what becomes of its pictures or columns, and how many examples are kept for the test."""

    look_wanted = Signal(object, bool)
    """Another path is there, or it is to be read in another way: the user would like to see how the examples at it
    begin, as this `DatasetSpec` has them; and whether its path is being typed, and may not be complete yet."""
    begin_wanted = Signal()
    """Return was pressed, and there is nothing that could be shown first."""
    problem_changed = Signal()
    """Something else, or nothing, is wrong with what is at the path: `problem`."""

    def __init__(self) -> None:
        super().__init__("own_page")
        # That of the dialogs that ask for a file.
        self._theme = Theme()
        self._what = new_label(role="caption", wraps=True)
        self._paths = {name: QLineEdit() for name in ("path", "labels_path")}
        for name, line in self._paths.items():
            line.setObjectName(f"own_{name}")
        self._paths["path"].installEventFilter(self)
        # What was looked at last, whether that was shown for Return, and whether Return waits for it: what is shown
        # because typing rests may come at the very moment of the first Return, before anybody has read it.
        self._asked, self._is_looked_at, self._is_begin_wanted = "", False, False
        # Whether the path is being typed: one that was chosen or dropped is complete.
        self._is_typed = False
        # What was found at last, in words; and whether a refusal that is looked for again has been heard before.
        self._heard, self._is_refusal_heard = "", False
        # Why what is there cannot be learned from; the dialog shows it, in the same place as every other refusal.
        self.problem = ""
        self._labels_label = QLabel()
        self._file, self._folder, self._labels = QPushButton(), QPushButton(), QPushButton()
        for button, name in (
            (self._file, "choose_file"),
            (self._folder, "choose_folder"),
            (self._labels, "choose_labels"),
        ):
            button.setObjectName(name)
        self._ink = QCheckBox()
        self._ink.setObjectName("as_ink")
        self._ink.setChecked(True)
        self._standardised = QCheckBox()
        self._standardised.setObjectName("standardised")
        self._standardised.setChecked(True)
        self._standardised.toggled.connect(self.changed)
        # The column that the user has chosen for the labels of this very table, and those that there are to choose.
        self._label: int | None = None
        self._columns: dict[int, str] = {}
        self._column_label = QLabel()
        self._column_box = ChoiceBox("label_column", letters=COLUMN_LETTERS)
        self._column_box.chosen.connect(self._on_column_chosen)
        self._column_row = row(self._column_label, self._column_box, None)
        self._show_columns({})
        # What the user has said of the first line of this very table.
        self._header: bool | None = None
        self._has_header = QCheckBox()
        self._has_header.setObjectName("has_header")
        self._has_header.clicked.connect(self._on_header_chosen)
        self._has_header.hide()
        self.first_look = FirstLookBox()
        self._standardised.toggled.connect(self.first_look.set_standardised)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._look)
        for line in self._paths.values():
            line.textEdited.connect(self._on_typed)
        self._paths["path"].textChanged.connect(self._on_path_changed)
        for changed in (self._paths["labels_path"].textChanged, self._ink.toggled):
            changed.connect(self._on_reading_changed)
            changed.connect(self._look_soon)
        self.add_row("test_share", False, 1, 90, 20)
        self.add_row("seed", True, 0, LARGEST_SEED, 0)
        self._row = row(self._file, self._folder, None)
        self._labels_row = row((self._paths["labels_path"], 1), self._labels)
        fill(self.column, self._what, self._paths["path"], self._row, self.first_look)
        fill(self.column, self._column_row, self._has_header)
        fill(
            self.column, self._labels_label, self._labels_row, self._ink, self._standardised, self.rows, None
        )
        self._file.clicked.connect(self.choose_file)
        self._folder.clicked.connect(self._choose_folder)
        self._labels.clicked.connect(self._choose_labels)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme
        self.first_look.set_theme(theme)
        for line in (self._row, self._labels_row, self._column_row):
            line.setSpacing(round(theme.px(6)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return begins only when its user has seen what there is: the first time it looks, whatever is shown."""
        is_return = (
            watched is self._paths["path"]
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if not is_return or not self.path or self._is_looked_at:
            return super().eventFilter(watched, event)
        self._is_begin_wanted, self._is_typed = True, False
        self._look()
        return True

    def focus_first(self) -> None:
        self._paths["path"].setFocus()
        self._paths["path"].selectAll()

    def choice(self) -> DatasetSpec:
        return DatasetSpec(
            "own",
            path=self.path,
            labels_path=""
            if self._paths["labels_path"].isHidden()
            else self._paths["labels_path"].text().strip(),
            as_ink=self._ink.isChecked(),
            standardised=self._standardised.isChecked(),
            header=self._header,
            label=self._label,
            test_share=self.values["test_share"] / 100,
            seed=int(self.values["seed"]),
        )

    def show_choice(self, choice: DatasetSpec) -> None:
        self._paths["path"].setText(choice.path)
        self._paths["labels_path"].setText(choice.labels_path)
        self._ink.setChecked(choice.as_ink)
        self._standardised.setChecked(choice.standardised)
        self._header, self._label = choice.header, choice.label
        self.set_value("test_share", 100 * choice.test_share)
        self.set_value("seed", choice.seed)

    @property
    def path(self) -> str:
        """Where the examples are, "" for nowhere yet."""
        return self._paths["path"].text().strip()

    def show_path(self, path: str, labels_path: str = "") -> None:
        """Show the file or folder at `path`, which may be of another kind than the last: its labels lie with it, or
        are at `labels_path`.
        """
        self._paths["path"].setText(path)
        self._paths["labels_path"].setText(labels_path)

    def look_again(self) -> None:
        """Look anew at what was refused: by now it may be mended, and the language another one.

        Who listens has heard the refusal, and hears only that there is none any more.
        """
        if self.problem:
            self._is_refusal_heard, self._is_typed = True, False
            self._show_problem("")
            self._look()

    def show_look(self, look: FirstLook) -> None:
        """Show how the examples begin, and only what applies to them."""
        wanted = self._take_return()
        self._show_what_applies(is_folder=bool(look.classes))
        self.first_look.show_look(look, is_begun_by_return=self._is_looked_at)
        problem = None if look.table is None else look.table.problem
        self._show_problem("" if problem is None else refusal_text(problem))
        self._announce_found(wanted)
        self._has_header.setVisible(look.table is not None)
        self._has_header.setChecked(look.table is not None and bool(look.table.titles))
        self._show_columns({} if look.table is None else _columns_of(look.table), look.table)
        if wanted and look.table is None and not look.classes:
            self.begin_wanted.emit()

    def show_problem(self, sentence: str) -> None:
        """Say why they can't be learned from; who presses Return once more is told so by who reads them."""
        wanted = self._take_return()
        self._show_columns({})
        self.first_look.show_nothing()
        self._show_problem(sentence)
        self._announce_found(wanted)

    def _show_problem(self, sentence: str) -> None:
        if sentence != self.problem:
            self.problem = sentence
            self.problem_changed.emit()

    def _on_reading_changed(self) -> None:
        """They are to be read in another way, or from elsewhere: what was wrong may be so no longer."""
        self.problem = ""
        self.changed.emit()

    def _take_return(self) -> bool:
        """What was looked at is there: whether Return has waited for it."""
        wanted, self._is_begin_wanted = self._is_begin_wanted and self._asked == self.path, False
        self._is_looked_at |= wanted
        return wanted

    def _announce_found(self, is_asked: bool) -> None:
        """Who listens hears what was found: when it is something else, and when Return has asked for it."""
        before, self._heard = self._heard, self.problem or self.first_look.text
        is_known, self._is_refusal_heard = self._is_refusal_heard and bool(self.problem), False
        if self.isVisible() and (is_asked or (before != self._heard and not is_known)):
            announce(self._paths["path"], self._heard)

    def choose_file(self) -> None:
        """Let the system's dialog ask for a file."""
        self._ask("path", QFileDialog.FileMode.ExistingFile, self.tr("Your own examples"))

    def _choose_folder(self) -> None:
        self._ask("path", QFileDialog.FileMode.Directory, self.tr("A folder of folders of images"))

    def _choose_labels(self) -> None:
        self._ask("labels_path", QFileDialog.FileMode.ExistingFile, self.tr("The labels of the images"))

    def _show_what_applies(self, is_folder: bool = False) -> None:
        """Of a table no pictures are asked for, of pictures no columns; of what is not known yet, all."""
        suffix = Path(self.path).suffix.lower()
        is_table = suffix in TABLE_SUFFIXES and not is_folder
        for part in (self._labels_label, self._paths["labels_path"], self._labels):
            part.setHidden(is_table or is_folder or suffix == ".npz")
        self._ink.setHidden(is_table)
        self._standardised.setHidden(is_folder)

    def _look(self) -> None:
        self._typing.stop()
        self._asked = self.path
        self.look_wanted.emit(self.choice(), self._is_typed)

    def _look_soon(self) -> None:
        if self.path:
            self._typing.start()

    def _on_typed(self) -> None:
        # Qt says this first, and then that the text is another one.
        self._is_typed = True
        self._typing.stop()

    def _show_columns(self, columns: dict[int, str], table: FirstRows | None = None) -> None:
        """Let the column of the labels be chosen where several could have them: each with its name."""
        if columns != self._columns:
            self._columns = columns
            self._column_box.clear()
            for number in columns:
                self._column_box.addItem("", number)
            self._name_columns()
        if table is not None:
            self._column_box.show_value(table.label)
        for part in (self._column_label, self._column_box):
            part.setVisible(len(columns) > 1)

    def _name_columns(self) -> None:
        name, tip = self.tr("Column with the labels"), self.tr("Which column has the labels of the examples")
        self._column_label.setText(name)
        self._column_box.set_texts(name, tip, self._columns)

    def _on_column_chosen(self, column: int) -> None:
        self._label = column
        self._on_reading_changed()
        self._look()

    def _on_header_chosen(self, has_header: bool) -> None:
        self._header = has_header
        self._on_reading_changed()
        self._look()

    def _on_path_changed(self) -> None:
        self._header = self._label = None
        self._show_columns({})
        self._is_looked_at = self._is_begin_wanted = False
        self._heard, self._is_refusal_heard = "", False
        self._has_header.hide()
        self.first_look.show_nothing()
        self._show_what_applies()
        if self.path:
            self._typing.start()
        else:
            self._typing.stop()
        self._on_reading_changed()

    def _ask(self, name: str, mode: QFileDialog.FileMode, title: str) -> None:
        dialog = QFileDialog(self, title)
        dialog.setObjectName("choose_own_data")
        dialog.setFileMode(mode)
        wear_on_files(dialog, self._theme)
        known = self._paths[name].text() or self._paths["path"].text()
        if known:
            dialog.setDirectory(str(Path(known).parent))
        dialog.fileSelected.connect(self._paths[name].setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _retranslate(self) -> None:
        super()._retranslate()
        self._what.setText(
            self.tr(
                "IDX images (as MNIST's, also .gz), NPZ with the arrays X and y, a table (.csv, .tsv, .txt) with a"
                " column of labels, or a folder that has a folder of images for each class."
            )
        )
        self._name_columns()
        path = self.tr("File or folder")
        self._paths["path"].setPlaceholderText(path)
        self._paths["path"].setAccessibleName(path)
        self._paths["path"].setToolTip(self.tr("Where your examples are"))
        for button, text, tip in (
            (self._file, self.tr("File…"), self.tr("Choose a file")),
            (self._folder, self.tr("Folder…"), self.tr("Choose a folder of folders of images")),
            (self._labels, self.tr("File…"), self.tr("Choose the file of the labels")),
        ):
            set_words(button, text, tip, name=tip)
        labels = self.tr("Labels of IDX images, where they are not beside them")
        self._labels_label.setText(labels)
        self._paths["labels_path"].setAccessibleName(labels)
        show_tip(self._paths["labels_path"], labels)
        tip = self.tr(
            "They are prepared like a drawing on the canvas; otherwise they stay grey, in their own size"
        )
        set_words(self._ink, self.tr("Pictures become 16 × 16 ink"), tip)
        tip = self.tr("Otherwise the first line is an example, as all others are")
        set_words(self._has_header, self.tr("The first line names the columns"), tip)
        tip = self.tr(
            "A table's columns are each shifted and scaled to mean 0 and standard deviation 1 over the training"
            " examples, so that none outweighs the others by its unit. Pictures are left alone."
        )
        set_words(self._standardised, self.tr("Bring columns to one size (standardise)"), tip)
        tip = self.tr("This share of the examples is kept for the test")
        self.set_texts("test_share", self.tr("For the test, %"), tip)


def _columns_of(table: FirstRows) -> dict[int, str]:
    """The columns that could have the labels, and the one that is taken to have them, each with its name."""
    columns = sorted({*table.candidates, table.label})
    return {column: table.titles[column] if table.titles else str(column + 1) for column in columns}
