"""Qt's application object, the window, and what the command line asked of them."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QScreen

from core.engine.commands import Pause, Train
from core.engine.messages import DigitsMissing
from gui.app.about import VERSION
from gui.app.arrangement import USUAL_WINDOW_PX
from gui.app.errors import ErrorReporter
from gui.app.final_files import FinalFiles, SaveFile
from gui.app.garbage import GarbageCollector
from gui.app.main_window import MainWindow
from gui.app.opening_file import OpeningFile
from gui.app.qt_classes import make_object_classes
from gui.app.qt_object import new_application
from gui.app.screenshot import save_picture
from gui.app.settings import Settings
from gui.app.speed_slider import FULL_SPEED
from gui.app.termination_signals import TerminationSignals
from gui.app.translation import install_language
from gui.data_dialog.refusal_text import refusal_text
from gui.engine.autosave_folder import autosave_folder
from gui.engine.client import EngineClient
from gui.exchange.weights_writer import save_weights
from gui.theme.icons import application_icon_path
from gui.widgets.size_follower import follow_sizes

# Room for a title bar.
FRAME_PX = 36


def default_size(screen: QScreen) -> tuple[int, int]:
    """The first window's size: the usual one, or what the screen has room for beside the window's own frame."""
    room = screen.availableGeometry()
    return min(USUAL_WINDOW_PX[0], room.width()), min(USUAL_WINDOW_PX[1], room.height() - FRAME_PX)


def exit_with_message(code: int, sentence: str = "") -> NoReturn:
    """End the process while a thread still runs; Qt and Python would crash by taking down what that thread uses."""
    try:
        if sentence:
            print(sentence, file=sys.stderr)
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    finally:
        # The terminal may have ended before: that is no reason to stay.
        os._exit(code)


class Application(QObject):
    """One start of Backlight."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._qt = new_application()
        if not QFontMetrics(QFont()).inFont("A"):
            # Every letter would be a box.
            exit_with_message(
                1, "No font is installed: on Debian or Ubuntu, run sudo apt install fonts-dejavu."
            )
        super().__init__()
        self._qt.setApplicationName("Backlight")
        self._qt.setApplicationVersion(VERSION)
        self._qt.setStyle("Fusion")
        self._qt.setWindowIcon(QIcon(application_icon_path()))
        self._options = options
        self._exit_code = 0
        self._reporter = ErrorReporter()
        self._reporter.install()
        self._signals = TerminationSignals(self)
        self._signals.received.connect(self._on_terminated)
        # A picture for a slide must not depend on what its maker's last session looked like.
        self._saves_files = bool(options.screenshot or options.export_weights or options.save)
        settings = Settings.in_memory() if self._saves_files else Settings.of_user()
        if options.reset_settings:
            settings.reset()
        if options.theme:
            settings.override("theme", options.theme)
        if options.language:
            settings.override("language", options.language)
        if options.train is not None or options.updates is not None:
            settings.override("speed", FULL_SPEED)
        install_language(self._qt, settings.language)
        # It gets ready while the window is built.
        engine = EngineClient(autosave_folder() if settings.are_kept else None)
        engine.start()
        self._window = MainWindow(settings, options.seed, engine, options.network)
        # From the event loop: what has failed may be in the middle of painting.
        queued = Qt.ConnectionType.QueuedConnection
        self._reporter.reported.connect(self._window.report_error, queued)
        self._reporter.display_lost.connect(self._on_display_lost)
        self._files: FinalFiles | None = None
        if self._saves_files:
            self._files = FinalFiles(self._final_files(), self._is_complete, self._is_still, self)
            self._files.done.connect(self._on_files_saved)

    def show(self) -> None:
        """Show the window."""
        window, options = self._window, self._options
        if options.size or self._saves_files:
            # A picture is as large as it is to be, whatever screen there is.
            window.resize(*(options.size or USUAL_WINDOW_PX))
        elif not window.composition.appearance.restore_geometry():
            window.resize(*default_size(window.screen()))
        window.show()
        # The engine's messages are received only from here on.
        window.composition.ready.connect(self._on_ready)
        window.composition.engine.digits_missing.connect(self._on_load_failed)
        window.composition.engine.lost.connect(self._on_engine_lost)

    def run(self) -> int:
        """Stay until the window is closed; the exit code."""
        # What is there by now stays. To look through it all for cycles takes 40 ms, in which nothing moves.
        gc.freeze()
        garbage = GarbageCollector(self)
        # Once the window is painted, while the engine gets ready: later somebody would wait for it.
        QTimer.singleShot(0, self, make_object_classes)
        code = self._qt.exec()
        garbage.stop()
        gc.unfreeze()
        self._signals.stop()
        self._reporter.uninstall()
        code = self._exit_code or code
        if self._window.composition.is_left_running:
            exit_with_message(code)
        return code

    def _final_files(self) -> list[SaveFile]:
        """What the command line wants saved, in this order."""
        window, options = self._window, self._options
        saves: list[SaveFile] = []
        if options.export_weights:
            saves.append(self._save_weights)
        if options.screenshot:
            saves.append(lambda: save_picture(window, options.screenshot))
        return saves

    def _save_weights(self) -> str:
        latest = self._window.composition.network.latest
        assert latest is not None
        return save_weights(latest, self._options.export_weights)

    def _is_complete(self) -> bool:
        """Whether the newest update has come in: every command, and every snapshot's receipt, is answered."""
        session = self._window.composition
        return session.network.latest is not None and session.engine.has_answered

    def _is_still(self) -> bool:
        """Whether all is drawn, and L is that of the update on screen."""
        session = self._window.composition
        latest = session.network.latest
        exact = session.loss.exact
        is_known = latest is None or (exact is not None and exact.update == latest.update)
        has_one_look = self._window.updatesEnabled()
        # It wakes the clock, where something is to be drawn in another size.
        follow_sizes(self._window)
        return is_known and has_one_look and not session.clock.is_running

    def _on_terminated(self) -> None:
        # Nobody is there to be asked: what is not saved is left to the next start.
        self._window.composition.sessions.files.leave_work()
        self._qt.quit()

    def _on_display_lost(self) -> None:
        # Qt calls C's exit next, which destroys objects of Qt under their threads.
        self._window.composition.sessions.files.leave_work()
        self._window.composition.close()
        exit_with_message(1, "The display is gone, so Backlight has ended.")

    def _on_ready(self) -> None:
        if self._options.file is None:
            self._begin()
            return
        self._opening = OpeningFile(
            self._window, str(Path(self._options.file).absolute()), self._is_script, self
        )
        self._opening.opened.connect(self._begin)
        self._opening.refused.connect(self._on_refused)
        self._opening.start()

    @property
    def _is_script(self) -> bool:
        """Whether nobody sits there to be asked anything."""
        options = self._options
        return self._saves_files or options.updates is not None or options.train is not None

    def _begin(self) -> None:
        """All is there that the command line asks to be trained or saved."""
        session, options = self._window.composition, self._options
        if options.updates is not None or options.train is not None:
            session.sessions.keeper.stay_at_present()
        if options.updates is not None:
            session.engine.running_changed.connect(self._on_running_changed)
            session.dispatcher.issue(Train(updates=options.updates))
        elif options.train is not None:
            session.dispatcher.issue(Train())
            QTimer.singleShot(round(options.train * 1000), self, self._on_trained)
        elif self._files is not None:
            self._files.soon()

    def _on_load_failed(self, missing: DigitsMissing) -> None:
        if self._files is not None:
            self._on_refused(refusal_text(missing))

    def _on_refused(self, sentence: str) -> None:
        """What the command line wants can't be done: say why, and end."""
        print(sentence, file=sys.stderr)
        self._exit_code = 1
        self._window.close()

    def _on_engine_lost(self, how: str) -> None:
        if self._files is not None:
            # Nobody is there to try again, and nothing more will come in to be saved.
            print(f"The training's process ends again and again ({how}).", file=sys.stderr)
            self._exit_code = 1
            self._window.close()

    def _on_running_changed(self, running: bool) -> None:
        if not running:
            self._window.composition.engine.running_changed.disconnect(self._on_running_changed)
            self._on_trained()

    def _on_trained(self) -> None:
        self._window.composition.dispatcher.issue(Pause())
        if self._files is not None:
            self._files.soon()

    def _on_files_saved(self, problem: str) -> None:
        if problem:
            self._on_refused(problem)
        elif self._options.save:
            files = self._window.composition.sessions.files
            files.saved.connect(self._window.close)
            files.refused.connect(self._on_refused)
            files.save(str(Path(self._options.save).absolute()))
        else:
            self._window.close()
