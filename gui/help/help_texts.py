"""What the Help page says: the twelve words of the lecture, and what to try next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from core.data.dataset_spec import DatasetSpec
from core.engine.commands import ShowTestSample, Train
from gui.app import commands as c
from gui.app.settings import DEFAULT_SPEED
from gui.app.speed_slider import FULL_SPEED
from gui.network.interaction.explanations import Explanation, explanations

# The parts of the picture that a first look meets, in the order of the signal.
FIRST_PARTS = ("input", "map", "edge", "neuron", "ring", "output", "loss", "pulse", "legend", "coverage")
# So few digits are soon learned by heart.
FEW_DIGITS = 100
TOO_LARGE_RATE = 10.0


@dataclass(frozen=True)
class Suggestion:
    """Something to try: what it is called, what there is to see, and what one click does.

    Attributes
    ----------
    commands : tuple
        They are issued in this order.
    action : str
        What only moves the keyboard has no command: the object name of its action, or "".
    """

    title: str
    text: str
    commands: tuple[object, ...] = ()
    action: str = ""


class HelpTexts(QObject):
    """The texts; an object for the sake of their context."""

    def seen(self) -> dict[str, Explanation]:
        """What one sees, by its key: parts of the network's picture, then those of the window."""
        table = explanations()
        return {
            **{part: table[part] for part in FIRST_PARTS},
            "loss_plot": Explanation(
                self.tr("The curve of L"),
                self.tr(
                    "The total loss L after each measured update. Training is nothing but the search for weights that"
                    " make L small. Where the curve of the test set rises while that of the training set falls, the"
                    " network learns by heart: overfitting."
                ),
            ),
            "timeline": Explanation(
                self.tr("The timeline, under the curve"),
                self.tr(
                    "Every run is a line, from its first update to the newest. Drag along it to see the network as it"
                    " was: the engine goes back to the state that it kept before that update, and makes the updates"
                    " since once more, to the same bits. What you change there begins a run of its own; the old one is"
                    " kept."
                ),
            ),
            "steps_panel": Explanation(
                self.tr("The three steps, at the left"),
                self.tr(
                    "Deep learning as the lecture tells it: choose a function set (the structure), say how good a"
                    " function is (the loss), pick the best one (gradient descent)."
                ),
            ),
            "speed_slider": Explanation(
                self.tr("The speed, in the toolbar"),
                self.tr(
                    "Near the left end every update is shown step by step, the more slowly the farther left; at the far"
                    " right the computer trains as fast as it can. Nothing but the pace differs: the same updates are"
                    " made."
                ),
            ),
        }

    def words(self) -> tuple[tuple[str, Explanation], ...]:
        """The lecture's words, each in one or two sentences, with where it is seen: a part of the picture or window."""
        return (
            (
                "function_set_panel",
                Explanation(
                    self.tr("Function set"),
                    self.tr(
                        "A network structure without its numbers. Every choice of the parameters θ, all weights and"
                        " biases, makes one function of it."
                    ),
                ),
            ),
            (
                "neuron",
                Explanation(
                    self.tr("Neuron"),
                    self.tr("Adds up its inputs, z = Σ w·x + b, and answers with its activation a = f(z)."),
                ),
            ),
            (
                "edge",
                Explanation(
                    self.tr("Weight w"),
                    self.tr(
                        "How strongly a connection passes on what comes in; a negative one turns it round."
                    ),
                ),
            ),
            (
                "neuron",
                Explanation(
                    self.tr("Bias b"),
                    self.tr(
                        "What a neuron adds to its sum whatever comes in: the larger b, the sooner it fires."
                    ),
                ),
            ),
            (
                "neuron",
                Explanation(
                    self.tr("Activation a = f(z)"),
                    self.tr(
                        "What a neuron sends on. Without the bend of f all layers together would be no more than one."
                    ),
                ),
            ),
            (
                "loss",
                Explanation(
                    self.tr("Cross-entropy Cⁿ"),
                    self.tr(
                        "With softmax outputs, the loss of example n is −ln y of the right class: 0 for a sure"
                        " right answer, and without bound for a sure wrong one."
                    ),
                ),
            ),
            (
                "loss_plot",
                Explanation(
                    self.tr("Total loss L"),
                    self.tr("The sum of all Cⁿ over the training set: how bad this one function is."),
                ),
            ),
            (
                "ring",
                Explanation(
                    self.tr("Gradient"),
                    self.tr(
                        "∂C/∂w says how much C grows when w grows a little. All of them together point uphill, so the"
                        " training goes the other way."
                    ),
                ),
            ),
            (
                "pulse",
                Explanation(
                    self.tr("Backpropagation"),
                    self.tr(
                        "Computes all gradients in one pass from the outputs back to the inputs: each layer's δ from"
                        " the δ of the layer after it."
                    ),
                ),
            ),
            (
                "learning_rate",
                Explanation(
                    self.tr("Learning rate η"),
                    self.tr(
                        "How far an update goes; with plain gradient descent w ← w − η·∂C/∂w. Too small is slow,"
                        " too large leaps over."
                    ),
                ),
            ),
            (
                "batch_size",
                Explanation(
                    self.tr("Batch"),
                    self.tr(
                        "The examples of one update: their gradients are averaged, then the weights change once."
                    ),
                ),
            ),
            (
                "status_label",
                Explanation(
                    self.tr("Update, epoch"),
                    self.tr(
                        "An update is one change of all parameters θ. An epoch is one way through all training"
                        " examples in a new order; what is left over for no full batch is dropped, and the next epoch"
                        " has all of them in another order."
                    ),
                ),
            ),
        )

    def suggestions(self) -> tuple[Suggestion, ...]:
        """What to try next, from the first look to the first experiment."""
        return (
            Suggestion(
                self.tr("Start the training"),
                self.tr("L falls, and the outputs' bars grow where they should."),
                (c.SetSpeed(DEFAULT_SPEED), Train()),
            ),
            Suggestion(
                self.tr("Watch one update step by step"),
                self.tr("Signal, C, gradient, change: what every update consists of."),
                (c.SetSpeed(0), c.MakeUpdate()),
            ),
            Suggestion(
                self.tr("Draw a digit yourself"),
                self.tr("The outputs follow your pen."),
                action="action_focus_draw",
            ),
            Suggestion(
                self.tr("See one that it gets wrong"),
                self.tr("Would you have known? Look at which bar is hatched."),
                (ShowTestSample("wrong"),),
            ),
            Suggestion(
                self.tr("Colour the connections by their gradient"),
                self.tr("Which weights does this example want to change, and in which direction?"),
                (c.Choose("edge_value", "gradient"),),
            ),
            Suggestion(
                self.tr("Take far too large a learning rate"),
                self.tr(
                    "L leaps up instead of falling. Undo brings the rate back, Rewind the first weights."
                ),
                (c.SetSpeed(DEFAULT_SPEED), c.SetConfig("learning_rate", TOO_LARGE_RATE), Train()),
            ),
            Suggestion(
                self.tr("Let it learn {count} digits by heart").format(count=FEW_DIGITS),
                self.tr("Run it: training L goes to 0, test L does not. Undo brings all digits back."),
                (c.SetSpeed(FULL_SPEED), c.ChooseData(DatasetSpec(count=FEW_DIGITS))),
            ),
            Suggestion(
                self.tr("Learn a curve instead of digits"),
                self.tr("Run it: with one input you see the whole function bend towards the points."),
                (c.SetSpeed(DEFAULT_SPEED), c.ChooseData(DatasetSpec("line", "sine"))),
            ),
        )
