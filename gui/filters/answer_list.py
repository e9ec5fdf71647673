"""The list of a filter's answers, the largest first: each pattern with its z, and how often it occurs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from core.analysis.patterns import patterns
from gui.filters.answers import FilterAnswers
from gui.filters.filter_numbers import answer_numbers, pattern_texts
from gui.filters.filter_words import short_answer, spoken_answer, update_words
from gui.network.marks.neuron_marks import ink_colours
from gui.network.painting.primitives import image_of, packed
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.text_table import TextRow, TextTable
from gui.widgets.translated import Translated

Index = QModelIndex | QPersistentModelIndex
RANK, PATTERN, Z, HERE, TIMES = range(5)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ROLE = Qt.ItemDataRole
ROLES = frozenset(
    {
        *(_ROLE.DisplayRole, _ROLE.DecorationRole, _ROLE.TextAlignmentRole),
        *(_ROLE.ForegroundRole, _ROLE.AccessibleTextRole),
    }
)
SIDE_PX = 18.0
# Type may be so many times as large as the list is of this width and height.
ROOM_PX, ROOM_HIGH_PX, NARROW_PX = 212.0, 330.0, 230.0
LEAST_PX = 150


class _Answers(ReportsExceptions, QAbstractTableModel):
    """A row for each pattern that occurs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.answers: FilterAnswers | None = None
        # Of each row.
        self._codes: list[int] = []
        self._here: list[int] = []
        self._faint = QColor()
        self.titles = ("", "", "", "", "")
        self.rank_title = ""
        self.side, self.hides_pattern_title = 18, False
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
            self._take(answers)
            self.endResetModel()
            return
        self._take(answers)
        if now:
            self.dataChanged.emit(self.index(0, 0), self.index(now - 1, TIMES))

    def _take(self, answers: FilterAnswers | None) -> None:
        self.answers = answers
        self._codes = [] if answers is None else answers.ranked.tolist()
        self._here = [] if answers is None else answers.here[answers.ranked].tolist()

    def set_theme(self, theme: Theme) -> None:
        """Pictures are painted anew, in other colours or another size."""
        self.theme, self.side = theme, round(theme.px(SIDE_PX))
        self._faint = theme.colour("dim")
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
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Also of one whose title has no room.
            return self.titles[section] or self.rank_title
        if role == Qt.ItemDataRole.TextAlignmentRole and section != PATTERN:
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole or section == PATTERN and self.hides_pattern_title:
            return None
        return self.titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # It is asked for each cell that is painted, several times a second: what is not known is said first.
        if role not in ROLES or self.answers is None:
            return None
        row, at = index.row(), index.column()
        if not 0 <= row < len(self._codes):
            return None
        code, here = self._codes[row], self._here[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, at, code, here)
        if role == Qt.ItemDataRole.ForegroundRole:
            return None if here else self._faint
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if at == PATTERN else RIGHT
        if at == PATTERN and role == Qt.ItemDataRole.DecorationRole:
            return self._picture(code, self.answers.windows.kernel)
        if at == RANK and role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_answer(self.answers, code)
        return None

    def _text(self, row: int, at: int, code: int, here: int) -> str:
        assert self.answers is not None
        if at == RANK:
            return str(row + 1)
        if at == Z:
            return short_answer(float(self.answers.z[code]))
        if at == HERE:
            return str(here) if here else ""
        return f"{int(self.answers.counts[code]):,}" if at == TIMES else ""

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
        self._update = new_label("answer_list_update", role="caption", is_plain=True)
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
        self._column = column(self, self._title, self._update, (view, 1), self._note)
        self._is_shown = False
        self._theme, self._dressed, self._margin = Theme(), Theme(scale=0.0), 8
        view.selectionModel().currentChanged.connect(self._on_current)
        self._model.modelReset.connect(self._fit)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes; type grows no further than there is room."""
        self._theme = theme
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_PX, LEAST_PX)

    def minimumSizeHint(self) -> QSize:
        # Its type fits itself into the width that is there: it takes none from the picture.
        return QSize(LEAST_PX, LEAST_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        largest = max(1.0, min(self.width() / ROOM_PX, self.height() / ROOM_HIGH_PX))
        theme = replace(self._theme, scale=min(self._theme.scale, largest))
        if theme != self._dressed:
            self._dressed = theme
            self._model.set_theme(theme)
            self._title.setFont(theme.font("head"))
            size = theme.font("caption").pixelSize()
            for label in (self._update, self._note):
                # Their role gives them the window's size, whatever font they are given.
                label.setStyleSheet(f"font-size: {size}px;")
            side = round(theme.px(SIDE_PX)) // 3 * 3
            self.view.setIconSize(QSize(side, side))
            # A list takes the application's font, whatever font it is given.
            edge = f"{round(theme.px(2))}px {round(theme.px(3))}px"
            self.view.setStyleSheet(
                f"QTreeView, QHeaderView {{ font-size: {size}px; }} QHeaderView::section {{ padding: {edge}; }}"
            )
            self._column.setSpacing(round(theme.px(4)))
        # In the narrowest column the numbers need the room of the margins.
        self._margin = round(theme.px(8 if self.width() >= theme.px(NARROW_PX) else 2))
        self._column.setContentsMargins(self._margin, round(theme.px(8)), self._margin, round(theme.px(8)))
        self._fit()
        self.view.viewport().update()

    def show_answers(self, answers: FilterAnswers | None, code: int | None) -> None:
        """List these, with one chosen."""
        self._is_shown = True
        self._model.show_answers(answers)
        self._name_update()
        self.choose(code, scrolls=False)
        self._is_shown = False

    def figure(self) -> Figure | None:
        """All rows, the patterns as texts."""
        answers, titles = self._model.answers, self._model.titles
        if answers is None or not len(answers.ranked):
            return None
        patterns_of, rows = pattern_texts(len(answers.kernel)), []
        for rank, code in enumerate(answers.ranked.tolist()):
            here, z = int(answers.here[code]), short_answer(float(answers.z[code]))
            texts = (
                str(rank + 1),
                patterns_of[code],
                z,
                str(here) if here else "",
                f"{answers.counts[code]:,}",
            )
            rows.append(TextRow(texts))
        made = TextTable(titles, tuple(rows), (0, PATTERN)).figure(
            self.view.accessibleName(), "answers", self._dressed, run=answers.run, update=answers.update
        )
        # The numbers with every digit.
        return replace(made, numbers=(answer_numbers(answers),))

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
        """Columns as wide as their widest text can be: numbers change all the time, and their places must not.

        Where there is no room for it, the rank is left out: it is the order of the rows.
        """
        header, metrics, titles = (
            self.view.header(),
            QFontMetrics(self._dressed.font("caption")),
            self._model.titles,
        )
        pad = metrics.horizontalAdvance("0") + 1
        answers = self._model.answers
        most = 0 if answers is None else int(np.max(answers.counts))
        texts = {
            RANK: ["000"],
            Z: ["−0.0000"],
            HERE: [titles[HERE], "00"],
            TIMES: [titles[TIMES], f"{most:,}"],
        }
        widths = {at: pad + max(map(metrics.horizontalAdvance, own)) for at, own in texts.items()}
        bar = self.view.verticalScrollBar().sizeHint().width()
        # Its own width is of before, where this has just become another.
        room = self.width() - 2 * self._margin - bar - 4
        least = self.view.iconSize().width() + 4
        lacks_room = room - sum(widths.values()) < least
        self.view.setColumnHidden(RANK, lacks_room)
        if lacks_room:
            del widths[RANK]
        widths[PATTERN] = max(least, room - sum(widths.values()))
        # A title that would be cut says nothing.
        self._model.hides_pattern_title = metrics.horizontalAdvance(titles[PATTERN]) + pad > widths[PATTERN]
        for at, width in widths.items():
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(at, width)

    def _name_update(self) -> None:
        """Whose weights: the list is renewed less often than the picture of it."""
        answers = self._model.answers
        self._update.setText("" if answers is None else update_words(answers.update))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Its answers"))
        self._name_update()
        self._note.setText(
            self.tr("here: places of the picture that is shown; seen: windows of the training set")
        )
        self._model.rank_title = self.tr("rank")
        self._model.titles = ("", self.tr("pattern"), "z", self.tr("here"), self.tr("seen"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TIMES)
        self.view.setAccessibleName(self.tr("The filter’s answers, the largest first"))
        self.view.setWhatsThis(
            self.tr(
                "Every pattern that occurs, in the order of its answer z: how often the picture that is shown has it,"
                " and how often it was seen among all windows of the training set. Choose one with the arrow keys,"
                " Home and End."
            )
        )
        self._fit()
