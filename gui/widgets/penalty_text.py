"""What the penalties on large weights are called: those that are in force."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication


def penalties(l1: bool, l2: bool) -> str:
    """The name of L1, of L2, or of both; "" for none."""
    if l1 and l2:
        return QCoreApplication.translate("Penalties", "L1 and L2")
    return "L1" if l1 else "L2" if l2 else ""


def named(names: Collection[str]) -> str:
    """The same of those that are in `names`, of "l1" and "l2"."""
    return penalties("l1" in names, "l2" in names)
