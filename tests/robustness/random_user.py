"""A random hand that also works: it trains, goes along the timeline, branches, compares, films, saves and opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget

from core.engine.commands import LookAt, ReturnToLive
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.known_architectures import KNOWN_ARCHITECTURES, known_hidden_layers
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import SIZES
from gui.app.speed_slider import FULL_SPEED
from tests.robustness.random_hand import MODIFIERS, TEXTS, RandomHand

SCRUB_KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_B),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
# Of files in the user's folder, by what they hold; those in "none" can't be made, for it is not there.
SESSIONS = ("a.backlight", "b c 😀.backlight", "none/c.backlight")
WEIGHTS = ("w.safetensors", "w.npz", "none/w.npz")
OTHERS = ("data.csv", "picture.png", "nothing.txt", "folder", "is not there")
PAGE_PARTS = "ledger", "classes", "life", "map", "own", "flip", "influence", "finding", "filter", "race"
LOOKS: dict[str, tuple[object, ...]] = {
    "theme": ("system", "light", "dark"),
    "language": ("en", "zh_CN", "zh_TW"),
    "layout": ("watch", "examine", "projector"),
    "scale": SIZES[:6],
    "edge_value": ("weight", "signal", "gradient", "mean_gradient", "change"),
    "edge_budget": ("4", "16", "48", "all"),
}


_OUTPUT = Dense(10, "softmax")
STRUCTURES: dict[str, tuple[LayerSpec, ...]] = {
    **{name: (*known_hidden_layers(name, (16, 16)), _OUTPUT) for name in KNOWN_ARCHITECTURES},
    "unshared": (LocallyConnected2d(2, 3, 2, 1, "tanh", picture=(16, 16)), AvgPool2d(2), Dense(6), _OUTPUT),
    "residual maps": (
        Conv2d(3, 3, padding=1, picture=(16, 16)),
        *(Conv2d(3, 3, padding=1, skip=True) for _ in range(5)),
        AvgPool2d(4),
        _OUTPUT,
    ),
}


class RandomUser(RandomHand):
    """One who has a folder with files, and puts into the system's dialogs what is in it."""

    def __init__(self, window: MainWindow, seed: int, folder: Path) -> None:
        super().__init__(window, seed)
        self._folder = folder
        self._issue = window.composition.dispatcher.issue
        self.acts += [
            (3, self._train),
            (3, self._scrub),
            (2, self._run),
            (1, self._run_of_tree),
            (2, self._side),
            (2, self._film),
            (1, self._question),
            (1, self._undo),
            (2, self._page),
            (1, self._in_page),
            (2, self._file),
            (1, self._look),
            (1, self._structure),
        ]
        (folder / "data.csv").write_text("x,y\n" + "".join(f"{n},{n % 3}\n" for n in range(40)))
        (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n no picture")
        (folder / "nothing.txt").write_bytes(b"")
        (folder / "folder").mkdir(exist_ok=True)

    def act(self) -> str:
        """Do one thing, after a file of the system's dialogs was chosen or none; what it was."""
        return self._answer_system_dialogs() or super().act()

    def finish(self) -> None:
        """Let the training go on at full speed where nothing is in the way of it."""
        if QApplication.activeModalWidget() is None and not self._window.composition.store.state.running:
            self._issue(c.ToggleRunning())

    # --- parts

    def _structure(self, _widget: QWidget) -> str:
        """Networks of neurons and of feature maps, where the data are pictures: the panel offers none of them else."""
        info = self._window.composition.runs.info
        if info is None or info.data.picture != (16, 16):
            return "nothing"
        name = self._chance.choice(sorted(STRUCTURES))
        self._issue(c.SetArchitecture(Architecture(STRUCTURES[name], seed=self._chance.randrange(3))))
        return f"structure {name}"

    @property
    def _number(self) -> int:
        """Of a run; now and then of none."""
        there = sorted(self._window.composition.run_tree._rows.infos)
        return self._chance.choice(there) if there and self._chance.random() < 0.9 else 99

    def _update(self) -> int:
        return self._chance.randrange(self._window.composition.loss.updates + 1)

    def _path(self, names: tuple[str, ...]) -> Path:
        return self._folder / self._chance.choice(names)

    def _answer_system_dialogs(self) -> str:
        dialogs = [top for top in QApplication.topLevelWidgets() if isinstance(top, QFileDialog)]
        dialog = next((dialog for dialog in dialogs if dialog.isVisible()), None)
        if dialog is None:
            return ""
        name, path = dialog.objectName(), self._path(SESSIONS + WEIGHTS + OTHERS)
        if self._chance.random() < 0.5:
            dialog.reject()
            return f"closed {name!r}"
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)
        return f"chose {path.name!r} in {name!r}"

    # --- the training, its past, its runs

    def _train(self, _: QWidget) -> str:
        self._issue(c.SetSpeed(FULL_SPEED))
        self.finish()
        return "train"

    def _scrub(self, _widget: QWidget) -> str:
        timeline = self._window.timeline
        if QApplication.activeModalWidget() is not None or not timeline.isVisible():
            return "nothing"
        kind = self._chance.choice(("drag", "drag", "key", "key", "go", "live"))
        if kind == "drag":
            QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=self._point(timeline))
            for _ in range(self._chance.randrange(8)):
                QTest.mouseMove(timeline, self._point(timeline))
                QTest.qWait(1)
            QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=self._point(timeline))
        elif kind == "key":
            key = self._chance.choice(SCRUB_KEYS)
            QTest.keyClick(timeline, key, self._chance.choice(MODIFIERS[:6]))
            return f"{key.name} on the timeline"
        else:
            self._issue(LookAt(self._update()) if kind == "go" else ReturnToLive())
        return f"scrub: {kind}"

    def _run(self, _: QWidget) -> str:
        number = self._number
        return self._do(
            c.BranchHere(),
            c.ShowRun(number),
            c.Rewind(),
            c.HideRun(number, self._chance.random() < 0.5),
            c.DeleteRun(number),
            c.ShowCurve(number, self._chance.random() < 0.7),
            c.CompareRuns(number),
        )

    def _run_of_tree(self, _: QWidget) -> str:
        tree, number = self._window.run_tree, self._number
        if QApplication.activeModalWidget() is not None:
            return "nothing"
        if self._chance.random() < 0.5:
            tree.actions_of(number)
            tree.menu.popup(tree.mapToGlobal(self._point(tree)))
            return "the menu of a run"
        tree.rename(number)
        editor = tree.viewport().findChild(QLineEdit)
        if editor is None:
            return "nothing"
        editor.setText(self._chance.choice(TEXTS))
        QTest.keyClick(editor, self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))
        return f"renamed run {number}"

    def _side(self, _: QWidget) -> str:
        update = self._chance.choice((None, self._update()))
        return self._do(
            c.ToggleSide(),
            c.SwapSides(),
            c.TrainBoth(),
            c.ShowAs(self._chance.choice("AB"), self._number, update),
        )

    def _film(self, _: QWidget) -> str:
        bar = self._window.network_area.film_bar
        kind = self._chance.choice(("show", "seek", "reverse", "save"))
        if kind == "show" or bar.isHidden():
            self._issue(c.ShowFilm())
            return "film"
        if kind == "seek":
            bar.picture_wanted.emit(self._chance.randrange(30))
        elif kind == "reverse":
            bar.plan_wanted.emit(type(bar._plan)(self._update(), self._update(), 1 + self._chance.random()))
        else:
            bar.save_wanted.emit()
        return f"film: {kind}"

    def _question(self, _: QWidget) -> str:
        self._window.actions_[self._chance.choice(("action_when", "action_solutions"))].trigger()
        return "a question"

    def _undo(self, _: QWidget) -> str:
        stack = self._window.undo_stack
        (stack.undo if self._chance.random() < 0.7 else stack.redo)()
        return "undo or redo"

    # --- pages, and what is in them

    def _page(self, _: QWidget) -> str:
        """Each of them takes the picture's place, or goes where it is there."""
        self._issue(LookAt(self._update()) if self._chance.random() < 0.1 else ReturnToLive())
        return self._do(
            *(c.ShowLedger(), c.ShowLedger(), c.ShowInfluence(), c.ShowFlips(), c.ShowOwnSet()),
            *(c.KeepDrawing(), c.ShowFindings(), c.ShowFilter(), c.ShowUnrolling(), c.ShowWeight()),
        )

    def _in_page(self, _: QWidget) -> str:
        """What takes several clicks at the right places: the curves of layers, the race, views of the ledger."""
        if QApplication.activeModalWidget() is not None:
            return "nothing"
        kind = self._chance.choice(("curves", "race", "view"))
        if kind == "curves":
            plots = self._window.plots
            plots.setCurrentIndex(self._chance.randrange(plots.count()))
        elif kind == "race":
            race = self._window.composition.unrolling
            if not race.is_open:
                self._issue(c.ShowUnrolling())
            race.go_to(self._chance.randrange(4))
            self._window.findChild(QWidget, "race_panel").run_wanted.emit()
        else:
            shown = [box for box in self._window.findChildren(QAbstractButton) if box.isVisible()]
            own = [box for box in shown if box.objectName().startswith(PAGE_PARTS)]
            if own:
                self._chance.choice(own).click()
        return f"in a page: {kind}"

    # --- files, and looks

    def _file(self, _: QWidget) -> str:
        kinds: tuple[Callable[[], str], ...] = (
            *(self._save, self._save, self._open, self._drop, self._drop, self._damage),
            *(self._export, self._begin),
        )
        return self._chance.choice(kinds)()

    def _save(self) -> str:
        return self._do(c.SaveFile(str(self._path(SESSIONS))), c.SaveFile())

    def _open(self) -> str:
        return self._do(
            c.OpenFile(str(self._path(SESSIONS))),
            c.OpenWeights(str(self._path(WEIGHTS)), self._chance.choice((None, "tanh"))),
        )

    def _export(self) -> str:
        return self._do(c.ExportWeights(str(self._path(WEIGHTS))))

    def _begin(self) -> str:
        return self._do(c.BeginSession())

    def _drop(self) -> str:
        path = self._path(SESSIONS + WEIGHTS + OTHERS)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        at, none = QPointF(self._point(self._window)), Qt.KeyboardModifier.NoModifier
        event = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(self._window, event)
        return f"drop {path.name!r}"

    def _damage(self) -> str:
        path = self._path(SESSIONS + WEIGHTS)
        if path.is_file() and path.stat().st_size:
            content = bytearray(path.read_bytes())
            content[self._chance.randrange(len(content))] ^= 1 << self._chance.randrange(8)
            path.write_bytes(content)
        return f"damage {path.name!r}"

    def _look(self, _: QWidget) -> str:
        name = self._chance.choice(list(LOOKS))
        return self._do(c.Choose(name, self._chance.choice(LOOKS[name])))

    def _do(self, *choices: object) -> str:
        command = self._chance.choice(choices)
        self._issue(command)
        return str(command)
