"""The dialog for one update as an animation."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from gui.export.moving_dialog import MovingDialog
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.number_text import whole

RATES = (6, 12, 24)
DEFAULT_RATE = 12


class AnimationDialog(MovingDialog):
    """GIF, WebP or MP4; how wide, and how many frames a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("export_step", parent)
        self._seconds = 0.0
        self._rate_label, self._rate = QLabel(), ChoiceBox("export_step_rate")
        for rate in RATES:
            self._rate.addItem("", rate)
        self._rate.setCurrentIndex(RATES.index(DEFAULT_RATE))
        self.add_row(self._rate_label, self._rate)
        self.form.addRow(self._note)
        self._retranslate()

    def show_view(self, size: QSize, seconds: float) -> None:
        """The view's size with the line under it, and how long the walkthrough lasts."""
        self._seconds = seconds
        self._width.show_view(size)
        self._retranslate()

    @property
    def frames_per_second(self) -> int:
        """So many."""
        return int(self._rate.currentData())

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self._rate.setEnabled(not busy)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Export one step as an animation"))
        self.setAccessibleName(self.tr("Export one step as an animation"))
        self.setWhatsThis(
            self.tr(
                "One update as a story: the signal, C, the gradient on its way back, the batch's mean gradient, and"
                " the change. The update is really made, as by One update."
            )
        )
        for i, rate in enumerate(RATES):
            self._rate.setItemText(i, self.tr("{rate} frames a second").format(rate=rate))
        self._name_rows(
            (self._kind_label, self.kind, self.tr("&Kind"), self.tr("Kind of the animation")),
            (self._width_label, self._width, self.tr("Si&ze"), self.tr("Size of the animation in pixels")),
            (self._rate_label, self._rate, self.tr("&Motion"), self.tr("How many frames are shown a second")),
        )
        self._note.setText(
            self.tr(
                "The training is paused, and the next update is really made, as by One update. Its story lasts about"
                " {seconds} seconds; the last picture stays for 2."
            ).format(seconds=whole(self._seconds))
        )
