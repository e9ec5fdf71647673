"""How a run's name is painted, over the next column too where that has nothing to say of the run; and typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from gui.widgets.qt_overrides import ReportsExceptions

Index = QModelIndex | QPersistentModelIndex


class RunNameCell(ReportsExceptions, QStyledItemDelegate):
    """For the first column and the one beside it, in which a run with a name of its own has what differs in it.

    Both cells of a run without one show their parts of one wide cell with the name.
    """

    def __init__(self, tree: QTreeView, beside: int) -> None:
        super().__init__(tree)
        self._tree, self._beside = tree, beside

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # A run without a check box begins where those with one do: further left it looked like their parent.
        has_box = option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        if index.column() == 0 and not has_box:
            style = self._tree.style()
            wide = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, self._tree)
            gap = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._tree) + 1
            size = option.decorationSize
            size.setWidth(size.width() + wide + 2 * gap)
            option.decorationSize = size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        beside = index.sibling(index.row(), self._beside)
        is_alone = not beside.isValid() or self._tree.isColumnHidden(self._beside)
        if is_alone or beside.data(Qt.ItemDataRole.DisplayRole):
            super().paint(painter, option, index)
            return
        name = index.sibling(index.row(), 0)
        wide = QStyleOptionViewItem(option)
        wide.rect = self._tree.visualRect(name).united(self._tree.visualRect(beside))
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        super().paint(painter, wide, name)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if editor is not None:  # of a cell that is not typed in there is none
            editor.setAccessibleName(QCoreApplication.translate("RunTree", "Name of the run"))
        return editor
