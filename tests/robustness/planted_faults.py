"""A fault is planted in one method of the window at a time, and the window has to outlive it.

    python -m tests.robustness.planted_faults --count 155 --seed 0

While the fault is there its method raises: what Python raises, or what C raises inside of it. Everything else goes on
as usual: train, pause, draw, point, another picture, another theme. The fault has to be reported, and when it is gone,
the window trains and paints as before. A process that ends is a failure of the whole script.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import os
import pkgutil
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from types import FunctionType, TracebackType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{_name}_HOME"] = tempfile.mkdtemp(prefix="backlight-faults-")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import gui
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.widgets import qt_overrides
from tests.gui.local_engine import engine_of, local_engine

KINDS: dict[str, Callable[[], object]] = {
    "RuntimeError": lambda: _raise(RuntimeError("planted")),
    "MemoryError": lambda: _raise(MemoryError("planted")),
    "OSError": lambda: _raise(OSError(28, "planted")),
    # Raised by C: on Python 3.11 these end a process that Qt has called them from.
    "1 / 0": lambda: 1 / int("0"),
    "[][0]": lambda: [][int("0")],
    "int('nan')": lambda: int(float("nan")),
}
PATIENCE_S = 60.0
# What the scenario and the check afterwards need, or what ends the window when it is asked to.
NOT_PLANTED = {"__init__", "closeEvent", "close", "shutdown"}


def _raise(error: Exception) -> None:
    raise error


@dataclass(frozen=True)
class Place:
    """A method in which a fault can be planted."""

    owner: type
    name: str

    def __str__(self) -> str:
        return f"{self.owner.__module__}.{self.owner.__name__}.{self.name}"


def places() -> list[Place]:
    """Every method of every class of gui/, in a fixed order."""
    modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(gui.__path__, "gui.")]
    return [
        Place(owner, name)
        for module in modules
        for owner in vars(module).values()
        if inspect.isclass(owner) and owner.__module__ == module.__name__
        for name, method in vars(owner).items()
        if isinstance(method, FunctionType) and not name.startswith("__") and name not in NOT_PLANTED
    ]


class Fault:
    """A planted fault: armed, its method raises; it counts how often it did."""

    def __init__(self, kind: str) -> None:
        self.is_armed = False
        self.count = 0
        self._raise = KINDS[kind]

    @contextmanager
    def planted(self, place: Place) -> Iterator[None]:
        """Put it into the method, and the method back afterwards."""
        method = vars(place.owner)[place.name]
        inner = getattr(method, "__wrapped__", method)

        def faulty(*arguments: Any, **named: Any) -> Any:
            if self.is_armed:
                self.count += 1
                self._raise()
            return inner(*arguments, **named)

        faulty.__name__, faulty.__annotations__ = inner.__name__, inner.__annotations__
        overridden = qt_overrides._overridden(place.owner, place.name)
        is_wrapped = inner is not method and overridden is not None
        # What Qt calls is wrapped, as it was.
        planted = qt_overrides._reporting(faulty, overridden) if is_wrapped else faulty  # type: ignore[arg-type]
        setattr(place.owner, place.name, planted)
        try:
            yield
        finally:
            setattr(place.owner, place.name, method)


def turn(seconds: float) -> None:
    """Let the event loop go round for so long."""
    QTest.qWait(round(1000 * seconds))


def happens(condition: Callable[[], bool]) -> bool:
    """Let the event loop go round until this is so; False when it has not become so."""
    until = monotonic() + PATIENCE_S
    while not condition() and monotonic() < until:
        QTest.qWait(5)
    return condition()


def use(window: MainWindow) -> None:
    """A little of everything, by the ways that a user has."""
    view, canvas = window.network_view, window.draw_panel.canvas
    window.actions_["action_run"].trigger()
    turn(0.15)
    QTest.mouseMove(view, QPoint(view.width() * 3 // 4, view.height() // 2))
    for picture in ("signal", "gradient", "mean_gradient", "change", "weight"):
        window.actions_[f"action_picture_{picture}"].trigger()
        turn(0.03)
    window.actions_["action_run"].trigger()
    turn(0.05)
    for point in (QPoint(60, 20), QPoint(60, 60), QPoint(60, 110)):
        if point.y() == 20:
            QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 110))
    window.actions_["action_next_digit"].trigger()
    turn(0.05)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, view.height() // 2))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    window.actions_["action_step"].trigger()
    window.actions_["action_theme_light"].trigger()
    window.actions_["action_larger"].trigger()
    turn(0.1)
    window.actions_["action_theme_dark"].trigger()
    window.actions_["action_smaller"].trigger()
    window.resize(1024, 600)
    window.actions_["action_rewind"].trigger()
    turn(0.1)
    window.resize(1280, 800)
    turn(0.05)


def try_fault(place: Place, kind: str) -> tuple[int, list[str]]:
    """Plant it, use the window, take it away, use the window again; how often it was met, and what is wrong."""
    wrong: list[str] = []
    met: list[BaseException] = []

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        met.append(error)

    before, sys.excepthook = sys.excepthook, hook
    fault = Fault(kind)
    try:
        with fault.planted(place):
            window = MainWindow(Settings.in_memory(), engine=local_engine())
            window.resize(1280, 800)
            window.show()
            network = window.composition.network
            if not happens(lambda: network.displayed is not None):
                return 0, ["no first snapshot"]
            fault.is_armed = True
            try:
                use(window)
            except Exception as error:
                # Whoever calls one of our methods from Python meets the exception itself, as this script does.
                met.append(error)
            fault.is_armed = False
            if fault.count and not met:
                wrong.append("the fault was met, and nobody was told")
            met.clear()
            turn(0.3)
            wrong += check(window)
            wrong += [f"afterwards: {error!r}" for error in met]
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            turn(0.02)
    finally:
        sys.excepthook = before
    return fault.count, wrong


def check(window: MainWindow) -> list[str]:
    """What does not work any more: training, its picture, painting."""
    network = window.composition.network
    trainer = engine_of(window).current.trainer
    if window.composition.store.state.running:
        window.actions_["action_run"].trigger()
        turn(0.2)
    if not window.composition.store.state.is_full_speed:
        # Else the step is told in a walkthrough of some ten seconds.
        window.actions_["action_full_speed"].trigger()
    update = trainer.step_count
    window.actions_["action_step"].trigger()
    if not happens(lambda: engine_of(window).current.trainer.step_count > update):
        return ["the training does not go on"]
    made = engine_of(window).current.trainer
    if not happens(lambda: network.displayed.update == made.step_count):
        return [f"the picture stays at update {network.displayed.update}, the engine is at {made.step_count}"]
    return ["nothing is painted"] if window.grab().isNull() else []


def draw(count: int, seed: int) -> list[tuple[Place, str]]:
    """So many places, each with the kind of its fault."""
    chance = random.Random(seed)
    found = places()
    return [(place, chance.choice(list(KINDS))) for place in chance.sample(found, min(count, len(found)))]


def main() -> int:
    """Plant them one after the other; 1 when the window did not outlive one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=155)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    app = QApplication([])
    qInstallMessageHandler(lambda *_: None)
    met = bad = 0
    for number, (place, kind) in enumerate(draw(options.count, options.seed), 1):
        times, wrong = try_fault(place, kind)
        met += times > 0
        bad += bool(wrong)
        outcome = "; ".join(wrong) if wrong else f"met {times} times, outlived" if times else "not met"
        print(f"{number:4} {place} raises {kind}: {outcome}", flush=True)
    print(f"{options.count} faults, {met} of them met, {bad} not outlived")
    del app
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
