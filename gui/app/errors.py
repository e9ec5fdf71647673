"""What happens to an uncaught exception: it is logged, and shown in one sentence."""

from __future__ import annotations

import logging
import math
import re
import sys
import threading
import traceback
from collections.abc import Callable
from time import monotonic
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.app.log_file import log_path, open_log, without_home
from gui.app.versions import version_line
from gui.widgets.announcement import announce
from gui.widgets.buttons import close_box, set_words
from gui.widgets.labels import new_label
from gui.widgets.translated import Translated

# What fails at every repaint is reported this often, or a closed dialog would open again at once.
REPEAT_S = 10.0
# Qt's message before it ends the process because its display server has ended (Qt 6, xcb and Wayland).
CONNECTION_LOST = ("The X11 connection broke", "The Wayland connection broke")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ErrorReporter(QObject):
    """Takes the place of Python's and Qt's own ways to complain.

    `reported` carries the traceback as text, and how often this error has come since it was last reported: one that
    recurs is reported every `REPEAT_S` seconds. It may be emitted on any thread, because an exception in a worker's
    slot calls the hook on the worker's thread: the hook only writes to the log and emits, and a slot of a QObject
    then runs on that object's own thread.
    """

    reported = Signal(str, int)
    display_lost = Signal()
    """Emitted from within Qt's last message, on Qt's thread: when its receivers return, Qt ends the process."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = logging.getLogger("backlight")
        self._handler: logging.Handler | None = None
        self._busy = threading.local()
        # When each error was last reported, and how often it has come since; by the traceback without its numbers.
        self._reported: dict[str, tuple[float, int]] = {}

    def install(self) -> None:
        """Begin to listen; `uninstall` puts everything back."""
        self._handler = open_log(log_path())
        self._log.setLevel(logging.INFO)
        self._log.propagate = False
        self._log.addHandler(self._handler)
        self._log.info(version_line())
        self._before = (sys.excepthook, threading.excepthook, qInstallMessageHandler(self._on_qt_message))
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Put back what was there before."""
        if self._handler is None:
            return
        sys.excepthook, threading.excepthook, qt_handler = self._before
        qInstallMessageHandler(qt_handler)
        self._log.removeHandler(self._handler)
        self._handler.close()
        self._handler = None

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        now, words = monotonic(), re.sub(r"\d+", "", details)
        last, times = self._reported.get(words, (-math.inf, 0))
        if now - last < REPEAT_S:
            self._reported[words] = (last, times + 1)
            return
        self._reported[words] = (now, 0)
        self._log.error(details)
        if getattr(self._busy, "reporting", False):
            # Reporting an error failed: reporting that would fail again, without end.
            return
        self._busy.reporting = True
        try:
            self.reported.emit(details, times + 1)
        finally:
            self._busy.reporting = False

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value or arguments.exc_type()
        self._on_exception(arguments.exc_type, error, arguments.exc_traceback)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        self._log.log(LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
        if text.startswith(CONNECTION_LOST):
            self.display_lost.emit()
        if kind == QtMsgType.QtFatalMsg and sys.stderr is not None:
            # Qt ends the process now, so this is the last chance to report why.
            sys.stderr.write(f"{text}\n")


class ErrorDialog(Translated, QDialog):
    """One clear sentence, the details for those who can mend it, and a button that copies them.

    There is one at a time: while it is open, further errors are counted in it.

    Parameters
    ----------
    context : callable
        What is copied below the details: versions, settings, the end of the log.
    """

    def __init__(
        self,
        parent: QWidget | None,
        details: str,
        times: int = 1,
        context: Callable[[], str] = version_line,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("error_dialog")
        self._count, self._is_copied = 0, False
        # An error may quote "<b>": that is text, too.
        self._sentence = new_label("error_sentence", wraps=True, is_plain=True)
        self._details = QPlainTextEdit()
        self._details.setObjectName("error_details")
        self._details.setReadOnly(True)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setTabChangesFocus(True)
        self._copy = QPushButton()
        self._copy.setObjectName("copy_error")
        self._context = context
        self._copy.clicked.connect(self._copy_all)
        buttons = close_box()
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._sentence)
        column.addWidget(self._details, 1)
        column.addWidget(buttons)
        self.resize(620, 340)
        self.add(details, times)

    @classmethod
    def report(
        cls, parent: QWidget, details: str, times: int = 1, context: Callable[[], str] = version_line
    ) -> ErrorDialog:
        """Show the error in a dialog of its own, or add it to the one that is open over `parent`."""
        for dialog in parent.findChildren(cls):
            if dialog.isVisible():
                dialog.add(details, times)
                return dialog
        dialog = cls(parent, details, times, context)
        # Not deleted while hidden, the dialogs of a long day would pile up.
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def add(self, details: str, times: int = 1) -> None:
        """Show another error; the first one's details stay, as later ones often only follow from it."""
        if not self._count:
            self._details.setPlainText(details)
        self._count += times
        self._is_copied = False
        self._retranslate()

    def _copy_all(self) -> None:
        text = without_home(self._details.toPlainText())
        QGuiApplication.clipboard().setText(f"{text}\n\n{self._context()}")
        self._is_copied = True
        self._retranslate()
        announce(self._copy, self._copy.accessibleName())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Something went wrong"))
        last_line = self._details.toPlainText().strip().rpartition("\n")[2]
        sentence = self.tr("Something went wrong in Backlight: {error}").format(error=last_line)
        advice = self.tr("You can go on. To have it mended, copy the details and send them to the authors.")
        parts = [sentence, advice]
        if self._count > 1:
            parts.append(self.tr("It happened {count} times.").format(count=f"{self._count:,}"))
        self._sentence.setText("\n".join(parts))
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setToolTip(self.tr("Where in the program it happened"))
        self.setWhatsThis(self.tr("An error that the program did not expect, with the details to report it."))
        tip = self.tr("Copy the details, with versions, settings and the end of the log")
        set_words(self._copy, self.tr("Details copied") if self._is_copied else self.tr("Copy details"), tip)
