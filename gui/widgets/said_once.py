"""A tip that repeats a widget's name is seen, and not heard a second time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.mnemonic_text import without_letter

# Of a widget without a description of its own Qt tells the tip; nothing is heard of a space.
UNHEARD = " "


def show_tip(widget: QWidget, tip: str) -> None:
    """Give it this tip, after its name; its description is the tip, where that says more than the name."""
    widget.setToolTip(tip)
    name = widget.accessibleName() or without_letter(str(widget.property("text") or ""))
    if widget.accessibleDescription() in ("", UNHEARD):
        widget.setAccessibleDescription(UNHEARD if tip and tip.casefold() in name.casefold() else "")
