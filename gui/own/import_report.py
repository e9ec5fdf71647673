"""What a folder's import has done, where some of it was left out: each of these with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from gui.theme.tokens import Theme
from gui.theme.worn_sheet import wear
from gui.widgets.dialog_size import resize_within_screen
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill
from gui.widgets.translated import Translated

WIDTH_PX, HEIGHT_PX = 560, 360


class ImportReport(Translated, QDialog):
    """Passive: it is read, copied from, and closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own_report")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._summary = new_label("own_report_summary", wraps=True, is_plain=True)
        self._lines = QPlainTextEdit()
        self._lines.setObjectName("own_report_lines")
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        self._close.setObjectName("own_report_close")
        self._buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        fill(self._column, self._summary, (self._lines, 1), self._buttons)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's look, sizes and type."""
        wear(self, theme)
        margin = round(theme.px(14))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(10)))
        self._summary.setFont(theme.font("body"))
        self._lines.setFont(theme.font("caption"))
        resize_within_screen(self, theme.px(WIDTH_PX), theme.px(HEIGHT_PX))

    def show_report(self, summary: str, lines: Sequence[str]) -> None:
        """What was done, and a line for each that was left out."""
        self._summary.setText(summary)
        self._lines.setPlainText("\n".join(lines))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import a folder"))
        self._lines.setAccessibleName(self.tr("What was left out, and why"))
        self._close.setText(self.tr("Close"))
