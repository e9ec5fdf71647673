"""The theme's style sheet, worn by the parts of the window one by one, and by each dialog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import Theme

# A part whose type has a size of its own (`gui.theme.fitting_type`) wears the sheet at that size, by itself.
_OWN_SIZE = "has_type_of_its_own_size"


def wear(widget: QWidget, theme: Theme, before: str = "") -> None:
    """Have a part of the window, or a dialog, and all that is in it look like the theme.

    One sheet on the whole application would cost in one go what all of its widgets cost, those of hidden dialogs and
    pages too, 0.2 ms each. So what is seen wears the sheet part by part, and what opens takes it on before it is seen.

    Parameters
    ----------
    before : str
        Rules that the sheet's own are stronger than.
    """
    if not widget.property(_OWN_SIZE):
        put_on(widget, before + sheet_of(theme))


def wear_own_size(widget: QWidget) -> None:
    """Leave this widget's sheet to who gives its type a size of its own, from now on."""
    widget.setProperty(_OWN_SIZE, True)


def put_on(widget: QWidget, sheet: str) -> None:
    """Give a widget this sheet and no other, in the quickest way; nothing happens where it has it."""
    if widget.styleSheet() != sheet:
        # Where a sheet replaces another, Qt polishes each widget several times, and some keep the old one's font.
        if widget.styleSheet():
            widget.setStyleSheet("")
        widget.setStyleSheet(sheet)


def is_worn(widget: QWidget, theme: Theme) -> bool:
    """Whether the widget has this theme's sheet from one that it is in."""
    sheet, parent = sheet_of(theme), widget.parentWidget()
    while parent is not None:
        if parent.styleSheet() == sheet:
            return True
        parent = parent.parentWidget()
    return False


@dataclass(frozen=True)
class OldSheet:
    """Takes off what a part wears, as a turn of its own before the new one."""

    widget: QWidget

    def set_theme(self, theme: Theme) -> None:
        """Wear nothing, where that is not this theme's sheet already."""
        if not self.widget.property(_OWN_SIZE) and self.widget.styleSheet() != sheet_of(theme):
            self.widget.setStyleSheet("")


@dataclass(frozen=True)
class WornSheet:
    """Puts on the theme's sheet, as a turn of its own."""

    widget: QWidget

    def set_theme(self, theme: Theme) -> None:
        """Wear this theme's sheet."""
        wear(self.widget, theme)


def worn_by(*widgets: QWidget) -> Iterator[OldSheet | WornSheet]:
    """The two turns of each of these."""
    for widget in widgets:
        yield from (OldSheet(widget), WornSheet(widget))
