"""What a right click, or the menu key, offers of a plot or table: copy, save, print."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from gui.figures.frozen_figure import FrozenFigure

DEEDS = ("copy", "save", "print")


class FigureMenu(QObject):
    """Stands in the plot's own menu where it has one, below what that offers.

    The figure is frozen when the menu opens; where there is nothing to keep yet, the menu says so.

    Parameters
    ----------
    plot : QWidget
        Its parent.
    freeze : callable
        The figure of now, or None.
    do : callable
        Does one of `DEEDS` with it.
    menu : QMenu, optional
        The plot's own.
    """

    def __init__(
        self,
        plot: QWidget,
        freeze: Callable[[QWidget], FrozenFigure | None],
        do: Callable[[str, FrozenFigure], object],
        menu: QMenu | None = None,
    ) -> None:
        super().__init__(plot)
        self._plot, self._freeze, self._do = plot, freeze, do
        self._frozen: FrozenFigure | None = None
        self.menu = menu or QMenu(plot)
        if menu is None:
            self.menu.setObjectName(f"menu_{plot.objectName()}")
            plot.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            plot.customContextMenuRequested.connect(self._open)
        else:
            menu.addSeparator()
        self._head = self.menu.addAction("")
        self._head.setEnabled(False)
        self._actions = {deed: self.menu.addAction("") for deed in DEEDS}
        for deed, action in self._actions.items():
            action.setObjectName(f"figure_{deed}")
            action.triggered.connect(lambda _=False, deed=deed: self._act(deed))
        self.menu.aboutToShow.connect(self._show)
        # What was chosen is done before this comes round.
        self.menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._forget))

    def _open(self, at: QPoint) -> None:
        # Of a scroll area it is a place in what is scrolled.
        area = self._plot.viewport() if isinstance(self._plot, QAbstractScrollArea) else self._plot
        self.menu.popup(area.mapToGlobal(at))

    def _show(self) -> None:
        self._frozen = self._freeze(self._plot)
        # Without a name of its own it would be heard by the application's.
        self.menu.setAccessibleName(self._plot.accessibleName())
        texts = {
            "copy": QCoreApplication.translate("Figures", "&Copy picture and numbers"),
            "save": QCoreApplication.translate("Figures", "&Save as CSV, PNG, SVG or PDF…"),
            "print": QCoreApplication.translate("Figures", "&Print…"),
        }
        for deed, action in self._actions.items():
            action.setText(texts[deed])
            action.setEnabled(self._frozen is not None)
        if self._frozen is None:
            self._head.setText(QCoreApplication.translate("Figures", "Nothing to copy or to save yet"))
        else:
            what = self._frozen.figure.what.replace("&", "&&")
            if self._frozen.update is not None:
                update = QCoreApplication.translate("Figures", "update {update}")
                what = f"{what}  ·  {update.format(update=f'{self._frozen.update:,}')}"
            self._head.setText(what)

    def _act(self, deed: str) -> None:
        if self._frozen is not None:
            self._do(deed, self._frozen)

    def _forget(self) -> None:
        self._frozen = None
