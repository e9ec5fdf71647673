"""The dialog for saving the film of the training."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from gui.export.dialog import ExportDialog
from gui.export.moving_kinds import name_kinds, offer_kinds
from gui.export.size_box import SizeBox
from gui.film.film_plan import PICTURES_A_SECOND, FilmPlan
from gui.widgets.labels import new_label
from gui.widgets.number_text import plain


class FilmDialog(ExportDialog):
    """GIF, WebP, and MP4 where an encoder is installed; and how wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("save_film", parent)
        self._plan = FilmPlan(0, 0, 1)
        self._kind_label, self._width_label = QLabel(), QLabel()
        self._width = SizeBox("save_film_width")
        self._note = new_label("save_film_note", "caption", wraps=True)
        self.add_row(self._kind_label, self.kind)
        self.add_row(self._width_label, self._width)
        self.form.addRow(self._note)
        self._retranslate()

    def show_film(self, plan: FilmPlan, size: QSize, has_video: bool) -> None:
        """What is saved, the size of a picture as on screen, and whether MP4 can be made."""
        self._plan = plan
        offer_kinds(self.kind, has_video)
        self._width.show_view(size)
        self._retranslate()

    @property
    def ratio(self) -> float:
        """How many times the view's own pixels."""
        return self._width.ratio

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self._width.setEnabled(not busy)

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
        name_kinds(self.kind)
        self._width.retranslate()
        for label, box, text, tip in (
            (self._kind_label, self.kind, self.tr("&Kind"), self.tr("Kind of the film")),
            (self._width_label, self._width, self.tr("Si&ze"), self.tr("Size of the film in pixels")),
        ):
            label.setText(text)
            box.setAccessibleName(tip)
            box.setToolTip(tip)
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
