"""What each setting does to the training, in two or three sentences: what What's This says of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


class SettingExplanations(QObject):
    """The table; an object for the sake of its texts, which have its name as their context."""

    def table(self) -> dict[str, str]:
        """Each setting by its object name, without the number of its layer."""
        return {
            **self._of_the_function_set(),
            **self._of_the_loss(),
            **self._of_the_search(),
            **self._of_looking(),
        }

    def _of_the_function_set(self) -> dict[str, str]:
        return {
            "layer": self.tr(
                "How many neurons or feature maps this hidden layer has; of a pool it is the side of its blocks. More"
                " of them make a larger function set: it can do more, needs more time for each update, and learns a"
                " small training set by heart more easily."
            ),
            "kernel": self.tr(
                "The side of the window that a cell of a map reads, in cells. A larger window sees more of the picture"
                " at once and has more weights."
            ),
            "stride": self.tr(
                "How many cells further the next window stands. With 2 the maps are half as wide and half as high."
            ),
            "padding": self.tr(
                "How many cells beyond the border of the picture the windows reach; what is there counts as 0. With"
                " half the kernel, rounded down, and stride 1 the maps are as large as the picture."
            ),
            "layer_handle": self.tr(
                "Which layer this is, and how many parameters it has. Drag it to another place, or press Alt with an"
                " arrow key in its field."
            ),
            "network_default": self.tr(
                "Begins the network that the app opens with: two hidden layers of 32 and 16 neurons."
            ),
            "network_small_cnn": self.tr(
                "Begins a small convolutional network. Its windows share their weights, so it needs few of them, and"
                " finds a stroke wherever it is."
            ),
            "network_lenet": self.tr(
                "Begins the network with which LeCun and others read handwritten digits in 1989. It has 9,760"
                " parameters behind pictures of 16 × 16."
            ),
            "remove_layer": self.tr(
                "Takes this hidden layer out. The new network begins with new weights; Undo brings the old one back as"
                " it was."
            ),
            "add_layer": self.tr(
                "Puts one more hidden layer before the output, dense or for pictures. A deep network builds each"
                " layer's features from those of the layer before; its gradient has a longer way back."
            ),
            "activation": self.tr(
                "The function f of every hidden neuron, a = f(z); a residual connection adds to that. Without a"
                " bend in f many layers could do no more than one. Where f is flat, its slope is nearly 0, and hardly"
                " any gradient gets through."
            ),
            "output": self.tr(
                "What the last layer makes of its sums z. Softmax turns them into numbers between 0 and 1 whose sum is"
                " 1, one for each class. Plain outputs can be any number, for curves."
            ),
            "initializer": self.tr(
                "How the weights of update 0 are drawn. Where they are too small, signal and gradient fade from layer"
                " to layer; where they are too large, they explode. He's and Glorot's rules choose a size by the number"
                " of connections of a layer."
            ),
            "initial_scale": self.tr(
                "How large the first weights are. σ is their standard deviation: with normal weights, two thirds of"
                " them lie between −σ and +σ. With “all the same” it is every weight’s value. Try one that is ten times"
                " too small, and look at the gradient’s picture."
            ),
            "skip": self.tr(
                "Residual connections: a hidden layer adds its input to what it computes, wherever the two have the"
                " same shape. So the gradient has a direct way back through many layers."
            ),
            "skip_scale": self.tr(
                "The first weights of residual layers are multiplied by this. Near 0 such a layer begins by passing on"
                " its input as it is."
            ),
            "seed": self.tr(
                "The number from which all chance comes: the first weights and the order of the examples. The same seed"
                " gives the same training again, to the last digit."
            ),
            "new_weights": self.tr(
                "Begins again from other first weights, in the same function set. The search may end elsewhere: compare"
                " the curves of L."
            ),
        }

    def _of_the_loss(self) -> dict[str, str]:
        return {
            "choose_data": self.tr(
                "The examples that the network learns from: L is the sum of C over all of them. Other digits, points in"
                " the plane, curves or your own files can be chosen here; a new network begins."
            ),
            "loss": self.tr(
                "How C is computed from the outputs and the target. Cross-entropy punishes a sure wrong answer without"
                " bound. The squared error of a softmax or sigmoid is bounded, and its gradient is weak where that is"
                " sure and wrong."
            ),
            "l1": self.tr(
                "Adds λ₁ Σ|w| to the mean of C. Every weight is pulled towards 0 by the same force, however small it"
                " is: weights that do not help become very small."
            ),
            "l2": self.tr(
                "Adds ½ λ₂ Σ w² to the mean of C. A weight is pulled towards 0 the stronger, the larger it is: so no"
                " single one gets too large, and the network learns less by heart."
            ),
        }

    def _of_the_search(self) -> dict[str, str]:
        return {
            "optimizer": self.tr(
                "How a gradient becomes a change of θ. Plain gradient descent takes −η times the gradient. Momentum"
                " remembers the way so far; AdaGrad, RMSProp and Adam give each parameter a pace of its own."
            ),
            "learning_rate": self.tr(
                "η, the size of a step. Too small: L falls slowly. Too large: L jumps, or grows without bound. A good"
                " one differs from optimizer to optimizer; it can be changed while the training runs."
            ),
            "batch_size": self.tr(
                "How many examples one update looks at: their gradients are averaged. Small batches make many, noisy"
                " updates in an epoch; large ones make few, calm ones that take longer."
            ),
            "schedule": self.tr(
                "How η changes in the course of the updates: constant, smaller step by step, or along a cosine. Large"
                " steps find the region, small ones at the end find its lowest place."
            ),
            "schedule_period": self.tr(
                "In updates: how long η stays the same before the next step, or how long the cosine takes to reach 0."
            ),
            "schedule_factor": self.tr(
                "What η is multiplied by at every step of the schedule: 0.5 halves it, 1 leaves it as it is."
            ),
            "warm_up": self.tr(
                "η rises to its full value over this many updates at the start. So the first gradients, of random"
                " weights, do not move the network too far. 0: no warm-up."
            ),
            "weight_decay": self.tr(
                "AdamW's decay: at every update each parameter shrinks by this share times η, apart from its gradient."
                " It acts as L2 does with plain gradient descent."
            ),
            "clip_norm": self.tr(
                "The longest that the gradient of all parameters together may be; a longer one is shortened, with its"
                " direction kept. It stops leaps where the gradient explodes. 0 switches it off."
            ),
            "dropout": self.tr(
                "At each update this share of the hidden neurons, drawn anew for every example, is silent. So none can"
                " rely on another one, and the network learns less by heart. For test examples all of them speak."
            ),
            "patience": self.tr(
                "Early stopping: the training pauses when the test loss has reached no new minimum for this many"
                " epochs in a row. From there on the network would mainly learn by heart."
            ),
            "lecture_setting": self.tr(
                "Sets what the lecture begins with: plain gradient descent, one example at each update. Every update is"
                " cheap and noisy; watch the curve."
            ),
        }

    def _of_looking(self) -> dict[str, str]:
        return {
            "speed": self.tr(
                "How many updates are made in a second. Near the left end each one is shown step by step, the more"
                " slowly the farther left; at the far right there is no limit. The updates are the same ones at any"
                " speed."
            ),
            "digit_class": self.tr(
                "Which class the next test example shall be of. They come from the test set: the network has never been"
                " trained on them."
            ),
            "parameter": self.tr(
                "A parameter of the neuron or connection that is pinned. Type another number, drag it, or step it with"
                " the up and down keys: L, C and the picture follow at once. Undo sets it back."
            ),
            "edge_parameter": self.tr(
                "The weight of the chosen connection. Type another number, drag it, or step it with the up and down"
                " keys: L, C and the picture follow at once. Undo sets it back."
            ),
            "prove_it": self.tr(
                "Computes C twice, with this weight a little larger and a little smaller. The difference, divided by"
                " the distance, has to be the ∂C/∂w that backpropagation gave."
            ),
        }


def explain_settings(widgets: Iterable[QWidget]) -> None:
    """Give each setting among these widgets its own What's This, in the language in force."""
    table = SettingExplanations().table()
    for widget in widgets:
        name = widget.objectName()
        text = table.get(name) or table.get(name.rstrip("0123456789").rstrip("_"))
        if text:
            widget.setWhatsThis(text)
