"""Qt's application object, the window, and what the command line asked of them."""

from __future__ import annotations

import argparse
import sys

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QIcon, QScreen
from PySide6.QtWidgets import QApplication

from gui.app.about import VERSION
from gui.app.errors import ErrorReporter
from gui.app.main_window import MainWindow
from gui.app.screenshot import Screenshot
from gui.app.settings import Settings
from gui.app.speed_slider import FULL_SPEED
from gui.app.translation import install_language
from gui.engine.autosave_folder import autosave_folder
from gui.engine.client import EngineClient
from gui.theme.icons import application_icon_path

USUAL_SIZE = (1280, 800)
# Room for a title bar.
FRAME_PX = 36


def usual_size(screen: QScreen) -> tuple[int, int]:
    """The first window's size: the usual one, or what the screen has room for beside the window's own frame."""
    room = screen.availableGeometry()
    return min(USUAL_SIZE[0], room.width()), min(USUAL_SIZE[1], room.height() - FRAME_PX)


class Application(QObject):
    """One start of Backlight."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._qt = QApplication([sys.argv[0]])
        super().__init__()
        self._qt.setApplicationName("Backlight")
        self._qt.setApplicationVersion(VERSION)
        self._qt.setStyle("Fusion")
        self._qt.setWindowIcon(QIcon(application_icon_path()))
        self._options = options
        self._exit_code = 0
        self._reporter = ErrorReporter()
        self._reporter.install()
        # A picture for a slide must not depend on what its maker's last sitting looked like.
        settings = Settings.in_memory() if options.screenshot else Settings.of_user()
        if options.reset_settings:
            settings.reset()
        if options.theme:
            settings.override("theme", options.theme)
        if options.language:
            settings.override("language", options.language)
        if options.train is not None:
            settings.override("speed", FULL_SPEED)
        install_language(self._qt, settings.language)
        # It gets ready while the window is built.
        engine = EngineClient(autosave_folder() if settings.are_kept else None)
        engine.start()
        self._window = MainWindow(settings, options.seed, engine)
        engine.setParent(self._window)
        # From the event loop: what has failed may be in the middle of painting.
        queued = Qt.ConnectionType.QueuedConnection
        self._reporter.reported.connect(self._window.report_error, queued)
        self._picture: Screenshot | None = None
        if options.screenshot:
            self._picture = Screenshot(
                self._window, options.screenshot, lambda: not self._window.session.clock.is_running, self
            )
            self._picture.done.connect(self._on_picture_done)

    def run(self) -> int:
        """Show the window and stay until it is closed."""
        window, options = self._window, self._options
        if options.size:
            window.resize(*options.size)
        elif not window.session.appearance.restore_geometry():
            window.resize(*usual_size(window.screen()))
        window.show()
        # The digits load on their own thread; what it tells is heard only from here on.
        window.session.ready.connect(self._on_ready)
        window.session.could_not_load.connect(self._on_load_failed)
        code = self._qt.exec()
        self._reporter.uninstall()
        return self._exit_code or code

    @Slot()
    def _on_ready(self) -> None:
        if self._options.train is not None:
            self._window.session.transport.run()
            QTimer.singleShot(round(self._options.train * 1000), self, self._on_trained)
        elif self._picture is not None:
            self._picture.soon()

    @Slot(str)
    def _on_load_failed(self, sentence: str) -> None:
        if self._picture is not None:
            print(sentence, file=sys.stderr)
            self._exit_code = 1
            self._window.close()

    @Slot()
    def _on_trained(self) -> None:
        self._window.session.transport.pause()
        if self._picture is not None:
            self._picture.soon()

    @Slot(str)
    def _on_picture_done(self, problem: str) -> None:
        if problem:
            print(problem, file=sys.stderr)
            self._exit_code = 1
        self._window.close()
