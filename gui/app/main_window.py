"""The window with everything that connects it."""

from __future__ import annotations

from core.data.dataset import SIDE
from core.nn.known_architectures import known_architecture
from gui.app.focus_in_sight import FocusInSight
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.engine.client import EngineClient
from gui.presenters.wiring import Composition


class MainWindow(WindowFrame):
    """The window, ready to be shown.

    Parameters
    ----------
    settings : Settings, optional
        Where layout, theme, language and speed are kept; kept nowhere by default, as in a test.
    seed : int
        Seeds the initial weights and the order of the examples.
    engine : EngineClient, optional
        Has been started; one with a process of its own unless given.
    network : str
        Which of `core.nn.known_architectures.KNOWN_ARCHITECTURES` to begin with.

    Attributes
    ----------
    composition : Composition
        Its presenters, and what they share.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        seed: int = 0,
        engine: EngineClient | None = None,
        network: str = "default",
    ) -> None:
        settings = settings or Settings.in_memory()
        if engine is None:
            # It gets ready while the panels are built.
            engine = EngineClient()
            engine.start()
        super().__init__(settings)
        engine.setParent(self)
        FocusInSight(self)
        self.composition = Composition(
            self, settings, known_architecture(network, (SIDE, SIDE), seed), engine
        )
