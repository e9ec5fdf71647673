"""The list of a filter's answers, the largest first: each pattern with its z, and how often it occurs."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from core.analysis.patterns import patterns
from gui.filters.answers import FilterAnswers
from gui.filters.filter_words import spoken_answer
from gui.network.marks.neuron_marks import ink_colours
from gui.network.painting.primitives import image_of, packed
from gui.theme.tokens import Theme
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_text import signed
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated

Index = QModelIndex | QPersistentModelIndex
RANK, PATTERN, Z, HERE, TIMES = range(5)
SIDE_PX = 18.0


class _Answers(ReportsExceptions, QAbstractTableModel):
    """A row for each pattern that occurs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.answers: FilterAnswers | None = None
        self.titles = ("", "", "", "", "")
        self.side = 18
        self.theme = Theme()
        self._pictures: dict[int, QIcon] = {}

    def show_answers(self, answers: FilterAnswers | None) -> None:
        """Take these; where there are as many, only the texts are others."""
        before = self.rowCount()
        now = 0 if answers is None else len(answers.ranked)
        if (
            self.answers is not None
            and answers is not None
            and answers.windows.kernel != self.answers.windows.kernel
        ):
            self._pictures.clear()
        if now != before:
            self.beginResetModel()
            self.answers = answers
            self.endResetModel()
            return
        self.answers = answers
        if now:
            self.dataChanged.emit(self.index(0, 0), self.index(now - 1, TIMES))

    def forget_pictures(self) -> None:
        """They are painted anew, in other colours or another size."""
        self._pictures.clear()

    def rowCount(self, parent: Index | None = None) -> int:
        under_row = parent is not None and parent.isValid()
        return 0 if self.answers is None or under_row else len(self.answers.ranked)

    def columnCount(self, parent: Index | None = None) -> int:
        return 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != PATTERN:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self.titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answers = self.answers
        if answers is None or not 0 <= index.row() < len(answers.ranked):
            return None
        code, at = int(answers.ranked[index.row()]), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            here = int(answers.here[code])
            return {
                RANK: str(index.row() + 1),
                PATTERN: "",
                Z: signed(float(answers.z[code]), 2),
                HERE: str(here) if here else "",
                TIMES: f"{int(answers.counts[code]):,}",
            }[at]
        if role == Qt.ItemDataRole.DecorationRole and at == PATTERN:
            return self._picture(code, answers.windows.kernel)
        if role == Qt.ItemDataRole.TextAlignmentRole and at != PATTERN:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole and at == RANK:
            return spoken_answer(answers, code)
        if role == Qt.ItemDataRole.ForegroundRole and not answers.here[code]:
            return self.theme.colour("dim")
        return None

    def _picture(self, code: int, kernel: int) -> QIcon:
        if code not in self._pictures:
            colours = ink_colours(patterns(kernel)[code].ravel(), self.theme).reshape(kernel, kernel, 3)
            cell = max(1, self.side // kernel)
            image = image_of(packed(colours.repeat(cell, axis=0).repeat(cell, axis=1)))
            icon = QIcon(QPixmap.fromImage(image))
            # Else Qt would tint it in the row that is chosen.
            icon.addPixmap(QPixmap.fromImage(image), QIcon.Mode.Selected)
            self._pictures[code] = icon
        return self._pictures[code]


class AnswerList(Translated, QWidget):
    """Passive; what is chosen is told.

    Attributes
    ----------
    view : QTreeView
    """

    chosen = Signal(int)
    """Another pattern is chosen, by its code."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer_list")
        self._model = _Answers(self)
        self._title = new_label("answer_list_title", wraps=True)
        self._note = new_label("answer_list_note", role="caption", wraps=True)
        self.view = QTreeView()
        view = self.view
        view.setObjectName("answers")
        view.setProperty("role", "answers")
        view.setModel(self._model)
        view.setRootIsDecorated(False)
        view.setIndentation(0)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        # While numbers move, rows move under whoever reads them: it scrolls only when somebody chooses.
        view.setAutoScroll(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.header().setSectionsMovable(False)
        view.header().setStretchLastSection(False)
        view.header().setMinimumSectionSize(16)
        self._column = column(self, self._title, (view, 1), self._note)
        self._is_shown = False
        view.selectionModel().currentChanged.connect(self._on_current)
        self._model.modelReset.connect(self._fit)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._model.theme, self._model.side = theme, round(theme.px(SIDE_PX))
        self._model.forget_pictures()
        self._title.setFont(theme.font("head"))
        self._note.setFont(theme.font("caption"))
        side = round(theme.px(SIDE_PX)) // 3 * 3
        self.view.setIconSize(QSize(side, side))
        self.view.setFont(theme.font("caption"))
        self.view.header().setFont(theme.font("caption"))
        margin = round(theme.px(8))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(4)))
        self._fit()
        self.view.viewport().update()

    def show_answers(self, answers: FilterAnswers | None, code: int | None) -> None:
        """List these, with one chosen."""
        self._is_shown = True
        self._model.show_answers(answers)
        self.choose(code, scrolls=False)
        self._is_shown = False

    def choose(self, code: int | None, scrolls: bool = True) -> None:
        """Mark this pattern; nothing is emitted."""
        answers = self._model.answers
        rank = None if answers is None or code is None else answers.rank_of(code)
        was_shown, self._is_shown = self._is_shown, True
        index = self._model.index(-1 if rank is None else rank, 0)
        self.view.setCurrentIndex(index)
        if scrolls and rank is not None:
            self.view.scrollTo(index)
        self._is_shown = was_shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        answers = self._model.answers
        if not self._is_shown and answers is not None and current.isValid():
            self.view.scrollTo(current)
            self.chosen.emit(int(answers.ranked[current.row()]))

    def _fit(self) -> None:
        """Columns as wide as their widest text can be: numbers change all the time, and their places must not."""
        header, metrics = self.view.header(), QFontMetrics(self.view.font())
        pad = metrics.horizontalAdvance("00") * 3 // 4
        counts = [0] if self._model.answers is None else [int(np.max(self._model.answers.counts))]
        widest = {
            RANK: ["000"],
            Z: ["−00.00"],
            HERE: [self._model.titles[HERE], "000"],
            TIMES: [self._model.titles[TIMES], f"{counts[0]:,}"],
        }
        header.setSectionResizeMode(PATTERN, QHeaderView.ResizeMode.Stretch)
        for at, texts in widest.items():
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(at, pad + max(metrics.horizontalAdvance(text) for text in texts))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Its answers"))
        self._note.setText(
            self.tr("here: places of the picture that is shown; seen: windows of the training set")
        )
        self._model.titles = ("", self.tr("pattern"), "z", self.tr("here"), self.tr("seen"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TIMES)
        self.view.setAccessibleName(self.tr("The filter’s answers, the largest first"))
        self.view.setWhatsThis(
            self.tr(
                "Every pattern that occurs, in the order of its answer z: how often the picture that is shown has it,"
                " and how often it was seen among all windows of the training set. Choose one with the arrow keys, Home and End."
            )
        )
        self._fit()
