"""What a user may do at any moment, drawn at random: each by the same commands, keys and clicks as in the app."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import Pause, Train
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.network.marks.edge_marks import legend_strip
from tests.audit.desk import Desk

ACTIVATIONS = ("relu", "sigmoid", "tanh", "leaky_relu", "elu", "gelu", "silu", "softplus", "identity")
PICTURES = ("weight", "signal", "gradient", "mean_gradient", "change")
DATA = (
    DatasetSpec(),
    DatasetSpec(count=300, classes=(3, 7, 8)),
    DatasetSpec(count=400, shuffled_labels=0.5),
    DatasetSpec(source="plane", name="circle", count=200),
    DatasetSpec(source="plane", name="spirals", count=160, class_count=3),
    DatasetSpec(source="line", name="sine", count=96),
)


@dataclass(frozen=True)
class Action:
    """Something done, and how to say it."""

    words: str
    do: Callable[[], Any]


class Chance:
    """Draws actions; the same seed draws the same ones."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.random = desk, random.Random(seed)
        makers: list[tuple[int, Callable[[], Action]]] = [
            (10, self._train),
            (5, self._walk),
            (4, self._step),
            (4, self._edit),
            (5, self._undo),
            (4, self._setting),
            (4, self._structure),
            (2, self._data),
            (3, self._language),
            (3, self._size),
            (4, self._zoom),
            (6, self._pin),
            (4, self._point),
            (4, self._draw),
            (2, self._sort),
            (8, self._picture),
            (3, self._sign),
            (3, self._speed),
            (8, self._digit),
            (2, self._begin_again),
            (5, self._toggle),
            (2, self._details),
        ]
        self._makers = [maker for weight, maker in makers for _ in range(weight)]

    def draw(self) -> Action:
        """The next action."""
        return self.random.choice(self._makers)()

    # --- what moves the training

    def _issue(self, words: str, command: Any) -> Action:
        return Action(words, lambda: self.desk.composition.dispatcher.issue(command))

    def _train(self) -> Action:
        if self.random.random() < 0.3:
            return self._issue("pause", Pause())
        updates = self.random.choice([1, 3, 40, None])
        return self._issue(f"train({updates})", Train(updates=updates))

    def _step(self) -> Action:
        return self._issue("one update", c.MakeUpdate())

    def _walk(self) -> Action:
        return Action("walkthrough", self.desk.network.player.start)

    def _speed(self) -> Action:
        position = self.random.choice([0, 10, 30, 60, 100, 1000])
        return self._issue(f"speed({position})", c.SetSpeed(position))

    def _setting(self) -> Action:
        name, values = self.random.choice(
            [
                ("loss", ("cross_entropy", "squared_error")),
                ("optimizer", ("sgd", "momentum", "adam", "adamw", "rmsprop", "gradient_descent")),
                ("batch_size", (1, 8, 32)),
                ("learning_rate", (0.001, 0.01)),
                ("l1", (0.0, 0.001)),
                ("l2", (0.0, 0.01)),
                ("dropout", (0.0, 0.0, 0.3)),
                ("clip_norm", (0.0, 0.05)),
                ("schedule", ("constant", "cosine", "step")),
                ("warm_up", (0, 20)),
            ]
        )
        value = self.random.choice(values)
        return Action(
            f"{name}={value}", lambda: self.desk.composition.dispatcher.issue(c.SetConfig(name, value))
        )

    def _begin_again(self) -> Action:
        command = self.random.choice([c.Rewind(), c.DrawNewWeights()])
        return self._issue(type(command).__name__, command)

    def _structure(self) -> Action:
        info = self.desk.composition.runs.info
        hidden = self.random.choice([(9, 7), (12, 12), (8, 8, 6), (32, 16), (60, 5), (10,), (3, 2), ()])
        activation = self.random.choice(ACTIVATIONS)
        regression = info.architecture.output == "identity"
        output = "identity" if regression else self.random.choice(["softmax", "softmax", "sigmoid"])
        architecture = Architecture.dense(
            hidden=hidden,
            activation=activation,
            seed=self.random.randrange(9),
            skip=self.random.random() < 0.4,
            output=output,
        )
        return self._issue(f"structure({hidden}, {activation}, {output})", c.SetArchitecture(architecture))

    def _data(self) -> Action:
        choice = self.random.choice(DATA)
        return self._issue(f"data({choice.source}, {choice.name})", c.ChooseData(choice))

    # --- what a hand changes

    def _edit(self) -> Action:
        sizes = self.desk.displayed.sizes
        layer = self.random.randrange(len(sizes) - 1)
        source = self.random.choice([None, self.random.randrange(sizes[layer])])
        place = ParameterLocation(layer, self.random.randrange(sizes[layer + 1]), source)
        value = round(self.random.uniform(-2, 2), 3)
        edits = self.desk.composition.edits
        return Action(f"edit({place}, {value})", lambda: edits._on_value_wanted(place, value, False))

    def _undo(self) -> Action:
        stack = self.desk.window.undo_stack
        return self.random.choice(
            [Action("undo", stack.undo), Action("undo", stack.undo), Action("redo", stack.redo)]
        )

    def _sort(self) -> Action:
        return self._issue("sort", c.SortNeurons())

    # --- what is looked at

    def _language(self) -> Action:
        name, values = self.random.choice(
            [("language", ("en", "zh_CN")), ("theme", ("dark", "light")), ("layout", ("watch", "examine"))]
        )
        value = self.random.choice(values)
        return self._issue(f"{name}={value}", c.Choose(name, value))

    def _size(self) -> Action:
        width, height = self.random.choice([(1024, 600), (1280, 800), (1500, 900)])
        if self.random.random() < 0.5:
            return Action(f"window({width})", lambda: self.desk.window.resize(width, height))
        return self._issue("scale", c.Choose("scale", self.random.choice([1.0, 1.3, 1.6])))

    def _zoom(self) -> Action:
        how = self.random.choice(["in", "in", "out", "fit"])
        return self._issue(f"zoom {how}", c.Zoom(how))

    def _picture(self) -> Action:
        picture = self.random.choice(PICTURES)
        return self._issue(f"picture {picture}", c.Choose("edge_value", picture))

    def _toggle(self) -> Action:
        name = self.random.choice(
            ["same_scale", "scales_locked", "expanded", "preferred_classes", "tiles_of_example", "waves"]
        )
        if self.random.random() < 0.3:
            budget = self.random.choice(["4", "16", "all"])
            return self._issue(f"edges {budget}", c.Choose("edge_budget", budget))
        return self._issue(f"toggle {name}", c.Toggle(name))

    def _digit(self) -> Action:
        actions = self.desk.window.actions_
        name = self.random.choice(["next", "previous", "random", "wrong", "release", "release"])
        return Action(f"digit {name}", actions[f"action_{name}_digit"].trigger)

    def _neuron_point(self) -> QPoint | None:
        layout = self.desk.view.layout_shown
        assert layout is not None
        column = self.random.choice(layout.layers)
        index = self.random.choice(column.shown.tolist())
        at = QPoint(int(column.x[index]), int(column.y[index]))
        return at if self.desk.view.rect().contains(at) else None

    def _pin(self) -> Action:
        at, view = self._neuron_point(), self.desk.view
        if at is None or self.random.random() < 0.2:
            return Action("let go", view.clear_selection)
        modifier = self.random.choice([Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
        button = Qt.MouseButton.LeftButton
        return Action(f"click({at.x()}, {at.y()})", lambda: QTest.mouseClick(view, button, modifier, at))

    def _point(self) -> Action:
        at, view = self._neuron_point(), self.desk.view
        if at is None:
            at = QPoint(self.random.randrange(view.width()), self.random.randrange(view.height()))
        return Action(f"point({at.x()}, {at.y()})", lambda: QTest.mouseMove(view, at))

    def _sign(self) -> Action:
        view, context = self.desk.view, self.desk.frame.context
        strip = legend_strip(context.layout.legend, context.theme)
        part = self.random.choice([0.2, 0.8])
        at = QPoint(int(strip.x + part * strip.width), int(strip.y + strip.height / 2))
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        return Action(f"sign({part})", lambda: QTest.mouseClick(view, button, none, at))

    def _draw(self) -> Action:
        panel = self.desk.window.draw_panel
        canvas = panel.canvas
        if self.random.random() < 0.3:
            return Action("clear the canvas", panel.clear_action.trigger)
        side = min(canvas.width(), canvas.height())
        stroke = [
            QPoint(int(side * self.random.uniform(0.2, 0.8)), int(side * self.random.uniform(0.2, 0.8)))
            for _ in range(3)
        ]
        if self.random.random() < 0.3:
            label = self.random.randrange(2)
            row = panel.intended_label_row
            return Action(f"meant {label}", lambda: row.intended_label_changed.emit(label))

        def draw() -> None:
            self.desk.window.tabs.setCurrentWidget(panel)
            QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, stroke[0])
            for at in stroke[1:]:
                QTest.mouseMove(canvas, at)
            QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, stroke[-1])

        return Action("draw", draw)

    def _details(self) -> Action:
        details = self.desk.window.inspector.details
        terms = details._list
        if self.random.random() < 0.5:
            return Action("details", details.more_button.toggle)
        row = self.random.randrange(4)
        return Action(f"term {row}", lambda: terms.setCurrentItem(terms.items[row]))
