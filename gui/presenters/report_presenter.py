"""What a report of a fault needs beside the fault: versions, settings, the run, and the end of the log."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from gui.app.app_state import KEPT, StateStore
from gui.app.log_file import log_end, log_path
from gui.app.versions import version_line
from gui.app.window_frame import WindowFrame


class ReportPresenter(QObject):
    """One concern: details that can be sent. No file's name and no example is among them."""

    def __init__(self, window: WindowFrame, store: StateStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._store = store
        window.report_context = self.context
        window.actions_["action_copy_details"].triggered.connect(self.copy)

    def context(self) -> str:
        """All that is known beside the fault itself."""
        state = self._store.state
        lines = [version_line(), "", "Settings"]
        lines += [f"{name} = {getattr(state, name)}" for name in (*KEPT, "speed", "layout")]
        lines += ["", "Run"]
        if state.run is None:
            lines.append("none yet")
        else:
            lines += [
                str(state.run.architecture),
                f"{state.run.sizes}, examples: {state.run.data.choice.source}",
            ]
            if state.run.weights_name:
                lines.append("initial weights: of a file")
            lines += [f"{name} = {value}" for name, value in asdict(state.run.config).items()]
        lines += ["", "End of the log", log_end(log_path()) or "empty"]
        return "\n".join(lines)

    def copy(self) -> None:
        """Put it onto the clipboard."""
        QGuiApplication.clipboard().setText(self.context())
        self._window.message_bar.show_message(
            self.tr(
                "Versions, settings and the end of the log are on the clipboard: paste them into your report."
            )
        )
