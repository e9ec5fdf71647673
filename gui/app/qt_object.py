"""Qt's application object, made without the four lines that Qt writes where the locale is none of UTF-8.

It takes one of UTF-8 by itself then, and everything works: whoever reads them can't do anything about it that matters.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

ABOUT_LOCALE = "Detected locale "


def new_application() -> QApplication:
    """The only one that there is; whatever else Qt says meanwhile goes where it goes without us."""
    before = qInstallMessageHandler(_pass_on)
    try:
        return QApplication([sys.argv[0]])
    finally:
        qInstallMessageHandler(before)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if not text.startswith(ABOUT_LOCALE) and sys.stderr is not None:
        sys.stderr.write(f"{qFormatLogMessage(kind, context, text)}\n")
