"""The windows that excite a filter most, as a sheet of small pictures, the most exciting first."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.filters.filter_numbers import window_numbers
from gui.filters.found_windows import FoundWindow, piece_colours
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated

Index = QModelIndex | QPersistentModelIndex
MOST_CELL_PX, LEAST_CELL_PX, GAP_PX = 12.0, 2, 10.0


class _Windows(ReportsExceptions, QAbstractListModel):
    """One item for each window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.windows: tuple[FoundWindow, ...] = ()

    def show_windows(self, windows: tuple[FoundWindow, ...]) -> None:
        if len(windows) != len(self.windows):
            self.beginResetModel()
            self.windows = windows
            self.endResetModel()
        else:
            self.windows = windows
            if windows:
                self.dataChanged.emit(self.index(0), self.index(len(windows) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.windows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.windows):
            return None
        window = self.windows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return window.spoken
        return window.name if role == Qt.ItemDataRole.ToolTipRole else None


class _Tile(ReportsExceptions, QStyledItemDelegate):
    """Paints what the cell sees, and below it what it answers and the example's class."""

    def __init__(self, tiles: WindowTiles) -> None:
        super().__init__(tiles)
        self._tiles = tiles

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._tiles.tile_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        windows, theme = self._tiles.windows, self._tiles.theme
        if not 0 <= index.row() < len(windows):
            return
        is_current = index.row() == self._tiles.currentIndex().row()
        size = self._tiles.cell, self._tiles.line
        paint_tile(painter, theme, QRectF(option.rect), windows[index.row()], size, is_current)


def paint_tile(
    painter: QPainter,
    theme: Theme,
    place: QRectF,
    window: FoundWindow,
    size: tuple[int, float],
    is_current: bool,
) -> None:
    """One window in its place; `size` are px of a pixel, and of a line of words."""
    field, (cell, line) = window.field, size
    wide, high = field.columns * cell, field.rows * cell
    left = round(place.center().x() - wide / 2)
    square = QRectF(left, place.top() + round(theme.px(GAP_PX / 2)), wide, high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    draw_pixels(painter, square, image_of(packed(piece_colours(window, theme))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("text" if is_current else "line"), 2.0 if is_current else 1.0))
    out = 3.0 if is_current else 0.5
    painter.drawRect(square.adjusted(-out, -out, out, out))
    painter.setFont(theme.font("tick"))
    painter.setPen(theme.colour("text" if is_current else "dim"))
    below = QRectF(place.left(), square.bottom() + 3, place.width(), line)
    said = [window.answer + (f"  ·  {name}" if name else "") for name in window.short_names]
    metrics = QFontMetricsF(painter.font())
    words = next((text for text in said if metrics.horizontalAdvance(text) <= below.width()), said[-1])
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
    painter.restore()


class WindowTiles(Translated, QListView):
    """Passive; which is chosen, and which is to be shown in the network, is told.

    Attributes
    ----------
    windows : tuple of FoundWindow
    theme : Theme
    cell : int
        Px of a pixel: as large as all have room for.
    line : float
        Px of a line of words.
    """

    chosen = Signal(int)
    """Another window is chosen, by its rank."""
    wanted = Signal(int)
    """A window was clicked, or Enter pressed: it is to be shown in the network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window_tiles")
        self.setProperty("role", "answers")
        self.theme = Theme()
        self.cell, self.line = LEAST_CELL_PX, 12.0
        self._model = _Windows(self)
        self._is_shown = False
        self.setModel(self._model)
        self.setItemDelegate(_Tile(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWrapping(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))
        self._retranslate()

    @property
    def windows(self) -> tuple[FoundWindow, ...]:
        """Those that are shown."""
        return self._model.windows

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self.theme = theme
        self.line = QFontMetricsF(theme.font("tick")).height()
        self._fit()

    def show_windows(self, windows: tuple[FoundWindow, ...], rank: int | None) -> None:
        """Show these, with one chosen; nothing is emitted."""
        self._is_shown = True
        self._model.show_windows(windows)
        self.setCurrentIndex(self._model.index(-1 if rank is None else rank))
        self._is_shown = False
        self._fit()
        self.viewport().update()

    def figure(self) -> Figure | None:
        """The tiles that are in sight, and the numbers of all."""
        windows = self.windows
        if not windows:
            return None
        places = [QRectF(self.visualRect(self._model.index(i))) for i in range(len(windows))]
        size, chosen = (self.cell, self.line), self.currentIndex().row()
        room = self.viewport().width(), self.viewport().height()

        def paint(painter: QPainter, theme: Theme) -> None:
            painter.fillRect(QRectF(0, 0, *room), theme.colour("canvas"))
            for i, (place, window) in enumerate(zip(places, windows, strict=True)):
                paint_tile(painter, theme, place, window, size, i == chosen)

        first, numbers = windows[0], window_numbers(windows)
        return Figure(
            self.accessibleName(), "windows", room, self.theme, paint, (numbers,), first.run, first.update
        )

    def tile_size(self) -> QSize:
        """What a window takes with its words and the gap around."""
        if not self.windows:
            return QSize(1, 1)
        return self._size_with(self.cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _size_with(self, cell: int) -> QSize:
        field, gap = self.windows[0].field, self.theme.px(GAP_PX)
        words = QFontMetricsF(self.theme.font("tick")).horizontalAdvance("+00.000  ·  0")
        return QSize(
            round(max(field.columns * cell, words) + gap), round(field.rows * cell + self.line + 3 + gap)
        )

    def _fit(self) -> None:
        """The largest cell at which all windows are seen at once; where there is none, one scrolls."""
        if not self.windows:
            return
        room, cell = self.size() - QSize(6, 6), max(LEAST_CELL_PX, int(self.theme.px(MOST_CELL_PX)))
        while cell > LEAST_CELL_PX:
            size = self._size_with(cell)
            in_row = max(1, room.width() // size.width())
            if -(-len(self.windows) // in_row) * size.height() <= room.height():
                break
            cell -= 1
        if cell != self.cell or self.gridSize() != self._size_with(cell):
            self.cell = cell
            self.setGridSize(self._size_with(cell))

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_shown and current.isValid():
            self.chosen.emit(current.row())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The windows that excite the filter most"))
        self.setWhatsThis(
            self.tr(
                "The pieces of training pictures at which this feature map’s cells answer most, the largest answer"
                " first; of each picture only one. Below each stands a, and the picture’s class. Choose one with the"
                " arrow keys; Enter or a click shows the whole picture to the network, and pins the cell."
            )
        )
