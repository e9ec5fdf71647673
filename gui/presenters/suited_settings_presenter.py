"""Offers the settings that were tried with the network on screen, for as long as they are not in force."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.engine.messages import RunInfo
from gui.engine.client import EngineClient
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.optimizer.usual_settings import suited_settings
from gui.presenters.run_presenter import RunPresenter


class SuitedSettingsPresenter(QObject):
    """One concern: the button of panel 3 that sets them."""

    def __init__(
        self, panel: OptimizerPanel, runs: RunPresenter, engine: EngineClient, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel, self._runs = panel, runs
        engine.run_changed.connect(self.show_run)

    def use(self) -> None:
        """Set them; the run goes on, and what else has changed is said."""
        info = self._runs.info
        if info is not None:
            self._runs.set_several(**suited_settings(info.architecture, info.data.picture))

    def show_run(self, info: RunInfo) -> None:
        """Offer what suits this run, which is on screen or has taken these settings."""
        suited = suited_settings(info.architecture, info.data.picture)
        differs = any(getattr(info.config, name) != value for name, value in suited.items())
        self._panel.show_suited(differs)
