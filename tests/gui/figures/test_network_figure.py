"""The network on paper: the same picture, dark on white."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from gui.figures.figure_page import FigurePage
from gui.figures.network_figure import network_figure
from gui.network.view import NetworkView
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of
from tests.gui.figures.figure_pixels import painted, pixels
from tests.gui.figures.test_every_plot import NETWORK


def view_in(qtbot: QtBot, theme: Theme) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.set_theme(theme)
    view.resize(700, 420)
    view.show()
    view.show_displayed_snapshot(snapshot_of(NETWORK, np.ones(256, np.float32), 3))
    view.work(10_000)
    return view


def drawn(view: NetworkView) -> np.ndarray:
    render = view.detached_render()
    assert render is not None
    return pixels(render.image())


def test_it_is_the_networks_picture_in_either_theme(qtbot: QtBot) -> None:
    dark, light = view_in(qtbot, Theme("dark")), view_in(qtbot, Theme("light"))
    render = dark.detached_render()
    assert render is not None
    figure = network_figure("Network", render)
    assert (figure.numbers, figure.run, figure.update) == ((), render.displayed_snapshot.run, 3)
    for theme, view in ((None, dark), (Theme("light"), light), (None, dark)):
        there, here = painted(figure, theme).astype(int), drawn(view)
        assert there.shape == here.shape
        # Marks are drawn one by one, not from kept sprites: edges may be smoothed otherwise.
        assert np.abs(there - here).mean() < 2 and abs(there.mean() - here.mean()) < 1


def test_its_pdf_is_one_page(qtbot: QtBot) -> None:
    render = view_in(qtbot, Theme("dark")).detached_render()
    assert render is not None
    assert FigurePage(network_figure("Network", render), "a line").pdf().startswith(b"%PDF")
