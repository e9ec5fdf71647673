"""A painter that writes down each of its calls with the functions that led to it, and who made each line of text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QPainter

from gui.network.interaction import callout
from gui.network.marks.mark_types import TextMark
from gui.network.painting import neuron_sprites, primitives, pulse_sprites

# Whatever leaves colour on what is painted.
PAINTING = tuple(
    name for name in dir(QPainter) if name.startswith(("draw", "fill", "strokePath", "eraseRect"))
)
MAKERS_OF_PAINTERS = (primitives, neuron_sprites, pulse_sprites, callout)


@dataclass(frozen=True)
class PaintCall:
    """One call that left a mark.

    Attributes
    ----------
    method : str
        Of QPainter.
    callers : tuple of str
        The functions of the app that led to it, the innermost first.
    text : str
        What was written, or "".
    makers : tuple of str
        Of a line of text the functions that made it, the innermost first.
    """

    method: str
    callers: tuple[str, ...]
    text: str = ""
    makers: tuple[str, ...] = ()


def functions_of_the_app() -> tuple[str, ...]:
    """Those that are running, the innermost first."""
    names, frame = [], sys._getframe(1)
    while frame is not None:
        if frame.f_globals.get("__name__", "").startswith("gui."):
            names.append(frame.f_code.co_qualname)
        frame = frame.f_back  # type: ignore[assignment]
    return tuple(names)


@contextmanager
def recorded_calls(monkeypatch: Any) -> Iterator[list[PaintCall]]:
    """All that is painted in the block."""
    calls: list[PaintCall] = []
    made: dict[int, tuple[TextMark, tuple[str, ...]]] = {}
    init = TextMark.__init__

    def make(mark: TextMark, *arguments: Any, **named: Any) -> None:
        init(mark, *arguments, **named)
        # The mark itself is kept, so that its id is not given to another one.
        made[id(mark)] = mark, functions_of_the_app()

    def recording(name: str) -> Callable[..., Any]:
        original = getattr(QPainter, name)

        def call(painter: QPainter, *arguments: Any) -> Any:
            text = next((str(a) for a in arguments if isinstance(a, str)), "")
            mark = sys._getframe(1).f_locals.get("mark")
            makers = made.get(id(mark), (mark, ()))[1] if isinstance(mark, TextMark) else ()
            calls.append(PaintCall(name, functions_of_the_app(), text, makers))
            return original(painter, *arguments)

        return call

    kind = type("RecordingPainter", (QPainter,), {name: recording(name) for name in PAINTING})
    with monkeypatch.context() as patch:
        for module in MAKERS_OF_PAINTERS:
            patch.setattr(module, "QPainter", kind)
        patch.setattr(TextMark, "__init__", make)
        yield calls
