"""The look of a dialog that asks for a file, where Qt draws it."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QHeaderView, QSplitter, QToolButton, QTreeView

from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import wear
from gui.widgets.dialog_size import resize_within_screen

# The style's own arrows are black in every theme. By the names that the buttons have in Qt's dialog.
ARROWS = {"backButton": "previous", "forwardButton": "next", "toParentButton": "up"}
# At 100 %: the places at the left are whole.
SIZE_PX, PLACES_PX = (800.0, 440.0), 150.0


def wear_on_files(dialog: QFileDialog, theme: Theme) -> None:
    """Have a dialog of Qt's own look like the theme, with room for its columns; the desktop's has its own look."""
    wear(dialog, theme)
    for name, picture in ARROWS.items():
        button = dialog.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(picture, theme))
    details = dialog.findChild(QTreeView)
    if isinstance(details, QTreeView) and (header := details.header()).count() > 1:
        # Sizes and dates whole; what is left is the names'.
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    splitter = dialog.findChild(QSplitter)
    if isinstance(splitter, QSplitter):
        resize_within_screen(dialog, *(theme.px(side) for side in SIZE_PX))
        splitter.setSizes([round(theme.px(PLACES_PX)), max(1, dialog.width() - round(theme.px(PLACES_PX)))])
