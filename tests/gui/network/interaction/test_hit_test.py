"""What is pointed at, apart from neurons and edges, is known by its place."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Layout
from gui.network.interaction.hit_test import kind_at
from gui.network.marks.mark_catalog import mark_kinds
from gui.network.view import NetworkView
from gui.theme.tokens import Theme

THEME = Theme()
COLLAPSED = (256, 500, 12, 10)


def places_in(layout: Layout) -> dict[str, tuple[float, float]]:
    """A point on each kind of mark of a network whose first layer is collapsed."""
    collapsed_group, track, legend = layout.layers[0].collapsed_group, layout.bars[2], layout.legend
    assert collapsed_group is not None
    return {
        "legend": (legend.x + 40, legend.y + 8),
        "scale": (legend.x + 150, legend.y + 8),
        "coverage": (layout.coverage.x + layout.coverage.width - 5, layout.coverage.y + 5),
        "gap_coverage": (300, layout.gaps_y - 4),
        "head": (float(layout.layers[0].x[0]), layout.caption_y - 4),
        "verdict": (layout.bars[0].x + 5, layout.caption_y - 4),
        "band": (collapsed_group.x + 4, collapsed_group.y + 4),
        "input": (layout.picture.x + 5, layout.picture.y + 5),
        "bar": (track.x + 10, track.y + track.height / 2),
        "loss": (layout.loss.x + 5, layout.loss.y + 4),
        "place": (layout.loss.x + 5, layout.loss.y + layout.loss.height - 3),
    }


def test_the_mark_under_the_pointer_is_found() -> None:
    layout = make_layout(COLLAPSED, 900, 560, THEME)
    for key, (x, y) in places_in(layout).items():
        assert kind_at(layout, THEME, x, y) == key
    assert kind_at(layout, THEME, 5, 300) is None


def test_what_it_shows_is_told_in_a_tooltip(qtbot, make_snapshot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.set_theme(THEME)
    view.show_displayed_snapshot(make_snapshot(COLLAPSED))
    with qtbot.waitExposed(view):
        view.show()
    assert view.layout_shown is not None
    told = {kind.key: kind.shows for kind in mark_kinds()}
    for key, (x, y) in places_in(view.layout_shown).items():
        at = QPoint(int(x), int(y))
        view.event(QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at)))
        assert told[key] in QToolTip.text()
    QToolTip.hideText()
