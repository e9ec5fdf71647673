"""A theme for all widgets that a test makes, also those that stand in no window that would give it to them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gui.theme.style_sheet import apply_theme as apply_type_and_palette
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import Theme


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Type, palette and sheet, on the application."""
    apply_type_and_palette(app, theme)
    app.setStyleSheet(sheet_of(theme))


def remove_style_sheet(app: QApplication, theme: Theme) -> None:
    """Leave the type alone."""
    app.setFont(theme.font("body"))
    app.setStyleSheet("")
