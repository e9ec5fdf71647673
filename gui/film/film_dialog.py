"""The dialog for saving the film of the training."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from gui.export.moving_dialog import MovingDialog
from gui.film.film_plan import PICTURES_A_SECOND, FilmPlan
from gui.widgets.number_text import plain


class FilmDialog(MovingDialog):
    """GIF, WebP or MP4; and how wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("save_film", parent)
        self._plan = FilmPlan(0, 0, 1)
        self.form.addRow(self._note)
        self._retranslate()

    def show_film(self, plan: FilmPlan, size: QSize) -> None:
        """What is saved, and the size of a picture as on screen."""
        self._plan = plan
        self._width.show_view(size)
        self._retranslate()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Save the film of the training"))
        self.setAccessibleName(self.tr("Save the film of the training"))
        self.setWhatsThis(
            self.tr(
                "Each picture is one that the network truly had, and names its update. Where a film has more pictures"
                " than there are states at hand, a state stays for several of them."
            )
        )
        self._name_rows(
            (self._kind_label, self.kind, self.tr("&Kind"), self.tr("Kind of the film")),
            (self._width_label, self._width, self.tr("Si&ze"), self.tr("Size of the film in pixels")),
        )
        plan = self._plan
        self._note.setText(
            self.tr(
                "Update {first} to {last} in {seconds} s: {count} pictures, {rate} a second. The last one stays for"
                " 2 seconds."
            ).format(
                first=f"{plan.first:,}",
                last=f"{plan.last:,}",
                seconds=plain(plan.seconds),
                count=f"{plan.count:,}",
                rate=PICTURES_A_SECOND,
            )
        )
