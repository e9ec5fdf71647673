"""A sheet is drawn a step for each turn of the event loop, and its painter ends however it ends."""

from __future__ import annotations

import pytest

from gui.export.page_rendering import PageRendering, Steps


class ExportPage:
    """Steps that say what became of them."""

    def __init__(self, made: bytes | None = b"svg", failure: Exception | None = None) -> None:
        self.done: list[str] = []
        self._made, self._failure = made, failure

    def in_steps(self) -> Steps:
        try:
            self.done.append("first")
            yield None
            self.done.append("second")
            if self._failure is not None:
                raise self._failure
            yield self._made
            self.done.append("beyond")
        finally:
            self.done.append("ended")


@pytest.fixture
def drawing(qtbot) -> PageRendering:
    drawing = PageRendering()
    drawing.made = []
    drawing.drawn.connect(drawing.made.append)
    return drawing


def test_it_is_drawn_step_by_step_and_told_once(qtbot, drawing):
    page = ExportPage()
    drawing.start(page.in_steps())
    # Nothing is done before the event loop runs: whoever asked goes on first.
    assert drawing.is_drawing and page.done == []
    qtbot.waitUntil(lambda: not drawing.is_drawing)
    assert drawing.made == [b"svg"] and page.done == ["first", "second", "ended"]


def test_a_step_is_one_turn_of_the_event_loop(drawing):
    page = ExportPage()
    drawing.start(page.in_steps())
    drawing._draw_on()
    assert page.done == ["first"] and drawing.is_drawing and drawing.made == []
    drawing.stop()


def test_stopped_it_tells_nothing_and_its_painter_has_ended(drawing):
    page = ExportPage()
    # Held here, it would not end by itself.
    steps = page.in_steps()
    drawing.start(steps)
    drawing._draw_on()
    drawing.stop()
    assert page.done == ["first", "ended"] and not drawing.is_drawing
    drawing._draw_on()
    drawing.stop()
    assert drawing.made == [] and page.done == ["first", "ended"]


def test_another_sheet_takes_the_place_of_the_one_under_way(qtbot, drawing):
    first, second = ExportPage(b"first"), ExportPage(b"second")
    drawing.start(first.in_steps())
    drawing._draw_on()
    drawing.start(second.in_steps())
    assert first.done == ["first", "ended"]
    qtbot.waitUntil(lambda: not drawing.is_drawing)
    assert drawing.made == [b"second"]


def test_where_a_step_fails_it_is_over_and_the_failure_is_passed_on(drawing):
    page = ExportPage(failure=ValueError("no image"))
    drawing.start(page.in_steps())
    drawing._draw_on()
    with pytest.raises(ValueError, match="no image"):
        drawing._draw_on()
    assert not drawing.is_drawing and drawing.made == [] and page.done[-1] == "ended"
