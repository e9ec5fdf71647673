"""The first step's panel: it shows a structure, and asks for another one at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.nn.activations import ACTIVATIONS
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.known_architectures import KNOWN_ARCHITECTURES, known_hidden_layers
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology
from gui.architecture.activation_names import FORMULAS
from gui.architecture.architecture_panel import ArchitecturePanel
from gui.theme.tokens import make_theme
from tests.gui.whole_look import apply_theme

RELU_32_16 = Architecture.dense((32, 16), "relu", 7)


class Fixture:
    """The panel as a user sees it at first, and what it has asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.panel = ArchitecturePanel()
        qtbot.addWidget(self.panel)
        self.wanted: list[Architecture] = []
        self.new_weights = 0
        self.panel.architecture_wanted.connect(self.wanted.append)
        self.panel.new_weights_wanted.connect(self._count)
        self.panel.set_theme(make_theme("dark"))
        self.show(RELU_32_16)
        self.panel.show()
        self.panel.activateWindow()

    def show(self, architecture: Architecture, n_in: int = 256, parameter_count: int = 8922) -> None:
        self.panel.show_architecture(architecture, (n_in, *architecture.hidden, 10), parameter_count)
        QApplication.processEvents()

    def _count(self) -> None:
        self.new_weights += 1

    def line(self, name: str) -> QLineEdit:
        line = self.panel.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        return line

    def box(self, name: str) -> QComboBox:
        box = self.panel.findChild(QComboBox, name)
        assert isinstance(box, QComboBox)
        return box

    def choose(self, name: str, data: str) -> None:
        """Choose as a person does: the box then says that it was activated."""
        box = self.box(name)
        box.setCurrentIndex(box.findData(data))
        box.activated.emit(box.currentIndex())
        QApplication.processEvents()

    def enter(self, name: str, text: str) -> None:
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        if text.isascii():
            self.qtbot.keyClicks(line, text)
        else:
            # Qt's tests type ASCII alone.
            line.setText(text)
            line.setModified(True)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def add(self, kind: str = "Dense") -> None:
        """Choose this kind in the list that the button opens."""
        action = self.panel.findChild(QAction, f"add_{kind}")
        assert isinstance(action, QAction)
        action.trigger()

    def click(self, kind: type[QPushButton] | type[QToolButton], name: str) -> None:
        button = self.panel.findChild(kind, name)
        assert isinstance(button, kind)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def said(self) -> str:
        labels = self.panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if not label.isHidden())


@pytest.fixture
def fix(qtbot: QtBot) -> Fixture:
    return Fixture(qtbot)


@pytest.mark.parametrize(
    ("hidden", "written"),
    [
        ((), "256 → 10"),
        ((32, 32, 32), "256 → 32 → 32 → 32 → 10"),
        ((1024,) * 4, "256 → 4 layers of 1,024 → 10"),
        ((32,) * 100, "256 → 100 layers of 32 → 10"),
        ((8, 8, 8, 8, 5, 10, 10, 10), "256 → 4 layers of 8 → 5 → 10 → 10 → 10 → 10"),
    ],
)
def test_many_layers_of_one_size_are_counted(fix: Fixture, hidden: tuple[int, ...], written: str) -> None:
    fix.show(Architecture.dense(hidden))
    label = fix.panel.findChild(QLabel, "architecture_text")
    assert isinstance(label, QLabel) and label.text() == written


def test_it_shows_the_structure_its_parameters_and_its_seed(fix: Fixture) -> None:
    # 256·32 + 32 + 32·16 + 16 + 16·10 + 10 = 8,922
    assert "256 → 32 → 16 → 10" in fix.said()
    assert "8,922 parameters\u00a0θ" in fix.said()
    assert [fix.line(name).text() for name in ("layer_1", "layer_2", "seed")] == ["32", "16", "7"]


def test_showing_asks_for_nothing(fix: Fixture) -> None:
    fix.show(Architecture.dense((64,), "tanh", 3), parameter_count=17098)
    assert fix.wanted == []
    assert fix.new_weights == 0


def test_a_size_is_asked_for_as_soon_as_it_is_entered(fix: Fixture) -> None:
    fix.enter("layer_1", "64")
    assert fix.wanted == [Architecture.dense((64, 16), "relu", 7)]


def test_a_layer_is_added_before_the_output(fix: Fixture) -> None:
    fix.add()
    assert fix.wanted == [Architecture.dense((32, 16, 16), "relu", 7)]


def test_the_first_hidden_layer_can_be_added(fix: Fixture) -> None:
    fix.show(Architecture.dense((), "relu", 7), parameter_count=2570)
    fix.add()
    assert fix.wanted == [Architecture.dense((16,), "relu", 7)]


def test_each_layer_can_be_removed(fix: Fixture) -> None:
    fix.click(QToolButton, "remove_layer_1")
    fix.click(QToolButton, "remove_layer_2")
    assert fix.wanted == [Architecture.dense((16,), "relu", 7), Architecture.dense((32,), "relu", 7)]


def test_the_box_lists_every_activation_of_the_engine_and_one_for_each_layer(fix: Fixture) -> None:
    box = fix.box("activation")
    assert [box.itemData(i) for i in range(box.count())] == [*ACTIVATIONS, ""]
    assert [box.itemText(i) for i in range(4)] == ["ReLU", "sigmoid", "tanh", "leaky ReLU"]
    assert box.itemText(box.count() - 1) == "one for each layer"


def test_the_activation_is_asked_for_when_it_is_chosen(fix: Fixture) -> None:
    fix.qtbot.keyClick(fix.box("activation"), Qt.Key.Key_Down)
    assert fix.wanted == [Architecture.dense((32, 16), "sigmoid", 7)]


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_is_shown_with_its_formula(fix: Fixture, activation: str) -> None:
    fix.show(RELU_32_16.changed(activation=activation))
    assert fix.box("activation").currentData() == activation
    assert f"<i>a</i> = {FORMULAS[activation]}" in fix.said()


def test_with_residual_connections_the_formula_is_that_of_f_as_a_is_more(fix: Fixture) -> None:
    fix.show(Architecture.dense((8, 8), "tanh", 7, skip=True))
    assert f"<i>f</i>(<i>z</i>) = {FORMULAS['tanh']}" in fix.said()
    assert f"<i>a</i> = {FORMULAS['tanh']}" not in fix.said()
    # Nowhere two layers of one size: nothing is added.
    fix.show(Architecture.dense((32, 16), "tanh", 7, skip=True))
    assert f"<i>a</i> = {FORMULAS['tanh']}" in fix.said()


def test_one_for_each_layer_opens_a_box_in_every_row_and_asks_for_nothing_yet(fix: Fixture) -> None:
    assert fix.panel.findChild(QComboBox, "activation_1") is None
    fix.choose("activation", "")
    assert [fix.box(f"activation_{i}").currentData() for i in (1, 2)] == ["relu", "relu"]
    assert fix.wanted == []


def test_each_layer_can_have_an_activation_of_its_own(fix: Fixture) -> None:
    fix.choose("activation", "")
    fix.choose("activation_2", "gelu")
    assert fix.wanted == [Architecture.dense((32, 16), ("relu", "gelu"), 7)]
    fix.show(fix.wanted[-1])
    assert [fix.box(f"activation_{i}").currentData() for i in (1, 2)] == ["relu", "gelu"]
    assert fix.box("activation").currentText() == "one for each layer"
    fix.add()
    fix.click(QToolButton, "remove_layer_1")
    assert fix.wanted[1:] == [
        Architecture.dense((32, 16, 16), ("relu", "gelu", "gelu"), 7),
        Architecture.dense((16,), "gelu", 7),
    ]


def test_layers_that_come_to_have_the_same_activation_keep_their_boxes(fix: Fixture) -> None:
    fix.show(Architecture.dense((32, 16), ("relu", "gelu"), 7))
    fix.choose("activation_2", "relu")
    assert fix.wanted == [RELU_32_16]
    fix.show(RELU_32_16)
    assert fix.box("activation_2").currentData() == "relu"


def test_a_structure_from_elsewhere_shows_a_box_for_each_layer_only_if_it_needs_them(fix: Fixture) -> None:
    fix.show(Architecture.dense((32, 16), ("relu", "gelu"), 7))
    assert fix.box("activation_1").isVisible()
    # As after Undo, which the panel has not asked for.
    fix.show(RELU_32_16)
    assert fix.panel.findChild(QComboBox, "activation_1") is None
    assert fix.box("activation").currentData() == "relu"


def test_another_setting_of_the_run_does_not_put_the_boxes_away(fix: Fixture) -> None:
    fix.choose("activation", "")
    fix.show(RELU_32_16)
    assert fix.box("activation_1").isVisible()


def test_one_activation_for_all_is_asked_for_only_where_they_differed(fix: Fixture) -> None:
    fix.choose("activation", "")
    fix.choose("activation", "relu")
    assert fix.wanted == []
    assert fix.panel.findChild(QComboBox, "activation_1") is None
    fix.show(Architecture.dense((32, 16), ("relu", "gelu"), 7))
    fix.choose("activation", "tanh")
    assert fix.wanted == [Architecture.dense((32, 16), "tanh", 7)]


def test_without_a_hidden_layer_the_activation_is_not_forgotten(fix: Fixture) -> None:
    fix.show(Architecture.dense((8,), "silu", 7))
    fix.click(QToolButton, "remove_layer_1")
    assert fix.wanted == [Architecture.dense((), "silu", 7)]


def test_the_keyboard_goes_through_a_row_from_left_to_right(fix: Fixture) -> None:
    fix.show(Architecture.dense((32, 16), ("relu", "gelu"), 7))
    names = ["layer_1", "activation_1", "remove_layer_1", "layer_2", "activation_2", "remove_layer_2"]
    fix.line("layer_1").setFocus()
    reached = []
    for _ in names:
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
        fix.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == names


def test_another_seed_asks_for_the_same_structure_with_it(fix: Fixture) -> None:
    fix.enter("seed", "2147483647")
    assert fix.wanted == [Architecture.dense((32, 16), "relu", 2147483647)]


def test_new_weights_are_asked_for_with_one_click(fix: Fixture) -> None:
    fix.click(QPushButton, "new_weights")
    assert fix.new_weights == 1
    assert fix.wanted == []


@pytest.mark.parametrize(
    ("field", "text", "allowed"),
    [
        ("layer_1", "0", "from 1 to 1,024"),
        ("layer_2", "100000", "from 1 to 1,024"),
        ("layer_1", "1025", "from 1 to 1,024"),
        ("layer_1", "2,5", "from 1 to 1,024"),
        ("layer_1", "many", "from 1 to 1,024"),
        ("seed", "-1", "from 0 to 2,147,483,647"),
        ("seed", "2147483648", "from 0 to 2,147,483,647"),
    ],
)
def test_a_bad_number_is_refused_with_the_allowed_range(
    fix: Fixture, field: str, text: str, allowed: str
) -> None:
    fix.enter(field, text)
    assert fix.wanted == []
    assert f"{text} is refused" in fix.said()
    assert allowed in fix.said()
    assert "256 → 32 → 16 → 10" in fix.said()


def test_a_refused_seed_does_not_slip_into_another_change(fix: Fixture) -> None:
    fix.enter("seed", "-5")
    fix.enter("layer_2", "8")
    assert fix.wanted == [Architecture.dense((32, 8), "relu", 7)]


def test_a_hundred_layers_are_asked_for_in_one_row(fix: Fixture) -> None:
    fix.show(Architecture.dense((32,), "tanh", 7))
    fix.enter("layer_1", "32 x 100")
    assert fix.wanted == [Architecture.dense((32,) * 100, "tanh", 7)]
    fix.show(fix.wanted[-1])
    assert fix.line("layer_1").text() == "32 × 100"


def test_a_hundred_and_first_layer_is_not_offered_and_nothing_moves(fix: Fixture) -> None:
    for _ in range(2):
        fix.show(Architecture.dense((16,) * 99))
    add, height = fix.panel.findChild(QPushButton, "add_layer"), fix.panel.sizeHint().height()
    assert (
        isinstance(add, QPushButton) and add.isEnabled() and add.toolTip() == "Add a hidden layer of any kind"
    )
    fix.show(Architecture.dense((16,) * 100))
    assert not add.isEnabled() and add.toolTip() == "100 layers are the most"
    assert fix.panel.sizeHint().height() == height
    fix.show(Architecture.dense((16,) * 99))
    assert add.isEnabled() and add.toolTip() == "Add a hidden layer of any kind"


def test_too_many_layers_are_refused_until_that_is_mended(fix: Fixture) -> None:
    fix.enter("layer_2", "16 × 100")
    assert fix.wanted == [] and (
        "16 × 100 is refused. 101 hidden layers are too many: give at most 100." in fix.said()
    )
    fix.enter("layer_2", "16 × 99")
    assert fix.wanted == [Architecture.dense((32, *[16] * 99), "relu", 7)] and "refused" not in fix.said()


def test_more_parameters_than_fit_are_refused_with_their_number(fix: Fixture) -> None:
    fix.show(Architecture.dense((1024,), "relu", 7))
    fix.enter("layer_1", "1024 × 100")
    # 256·1,024 + 1,024 into the first, 99 times 1,024·1,024 + 1,024, and 1,024·10 + 10 into the outputs.
    assert fix.wanted == [] and f"These layers have {263_168 + 99 * 1_049_600 + 10_250:,}" in fix.said()


def test_many_residual_layers_begin_with_smaller_weights_unless_they_are_chosen(fix: Fixture) -> None:
    fix.show(Architecture.dense((32,) * 101, "relu", 7))
    fix.click(QToolButton, "more_of_function_set")
    skip = fix.panel.findChild(QCheckBox, "skip")
    assert isinstance(skip, QCheckBox)
    skip.click()
    # De and Smith: 1/√(number of residual layers); the first of the 101 reads 256 inputs and adds nothing.
    assert fix.wanted == [Architecture.dense((32,) * 101, "relu", 7, skip=True, skip_scale=0.1)]
    fix.show(fix.wanted[-1])
    fix.enter("skip_scale", "1")
    assert fix.wanted[-1].skip_scale == 1.0


def test_a_panel_with_a_hundred_different_layers_stays_small(fix: Fixture) -> None:
    fix.show(Architecture.dense(tuple(range(1, 101))))
    rows = fix.panel.findChild(QWidget, "layer_rows")
    assert isinstance(rows, QWidget) and rows.height() <= 6 * 34
    # Whoever goes there with the keyboard sees where it is.
    fix.line("layer_98").setFocus()
    fix.qtbot.keyClick(fix.line("layer_98"), Qt.Key.Key_Tab)
    fix.qtbot.keyClick(fix.panel.focusWidget(), Qt.Key.Key_Tab)
    line = fix.line("layer_99")
    assert line.hasFocus() and not line.visibleRegion().isEmpty()


def test_each_of_eight_layers_has_its_own_field(fix: Fixture) -> None:
    sizes = (9, 8, 7, 6, 5, 4, 3, 2)
    fix.show(Architecture.dense(sizes, "relu", 7))
    assert tuple(int(fix.line(f"layer_{i}").text()) for i in range(1, 9)) == sizes
    fix.enter("layer_8", "3")
    assert fix.wanted == [Architecture.dense((9, 8, 7, 6, 5, 4, 3, 3), "relu", 7)]


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "architecture",
    [
        *(Architecture.dense((32, 16), name, 2**31 - 1) for name in ACTIVATIONS),
        Architecture.dense(()),
        Architecture.dense((1024,) * 8, skip=True, initializer="normal"),
        Architecture.dense().with_hidden(known_hidden_layers("small_cnn", (16, 16))).changed(skip=True),
        Architecture.dense().with_hidden(
            (*[Conv2d(64, 5, 1, 2)] * 3, LocallyConnected2d(100, 3, 5), MaxPool2d(3), *[Dense(1000)] * 20)
        ),
        Architecture.dense((1024,) * 8, (*["leaky_relu"] * 7, "elu"), skip=True, initializer="constant"),
    ],
)
def test_it_fits_the_column_at_every_size_of_type(
    qtbot: QtBot, qapp: QApplication, scale: float, architecture: Architecture
) -> None:
    theme = make_theme("dark", scale)
    font = QFont(qapp.font())
    try:
        apply_theme(qapp, theme)
        panel = ArchitecturePanel()
        qtbot.addWidget(panel)
        panel.set_theme(theme)
        architecture = architecture.on_picture((16, 16))
        sizes = Topology(architecture.layers, (256,)).sizes
        panel.show_architecture(architecture, sizes, 7_500_000, picture=(16, 16))
        panel.show()
        for button in panel.findChildren(QToolButton):
            if button.objectName().startswith("more_of_layer"):
                button.click()
        more = panel.findChild(QToolButton, "more_of_function_set")
        assert isinstance(more, QToolButton)
        more.click()
        QApplication.sendPostedEvents()
        # The column is 232 px wide, with a margin of 8 px at each side.
        assert panel.minimumSizeHint().width() <= 216 * scale + 1
    finally:
        qapp.setStyleSheet("")
        qapp.setFont(font)


def test_every_control_has_a_name_and_a_tooltip(fix: Fixture) -> None:
    QApplication.sendEvent(fix.panel, QEvent(QEvent.Type.LanguageChange))
    assert fix.panel.accessibleName() and fix.panel.whatsThis()
    for kind in (QLineEdit, QComboBox, QToolButton):
        for control in fix.panel.findChildren(kind):
            assert control.accessibleName(), control.objectName()
            assert control.toolTip(), control.objectName()
    for button in fix.panel.findChildren(QPushButton):
        assert button.text() or button.accessibleName()


CNN = Architecture.dense(seed=7).with_hidden(known_hidden_layers("small_cnn", (16, 16)))


def show_digits(fix: Fixture, architecture: Architecture, picture: tuple[int, int] | None = (16, 16)) -> None:
    n_in = 256 if picture is None else picture[0] * picture[1]
    network = architecture.network((n_in,))
    fix.panel.show_architecture(architecture, network.sizes, network.parameter_count, picture=picture)
    # Each part around the layers grows in a round of its own.
    for _ in range(3):
        QApplication.processEvents()


def refusal(fix: Fixture) -> str:
    label = fix.panel.findChild(QLabel, "layers_refusal")
    assert isinstance(label, QLabel)
    return "" if label.isHidden() else label.text()


@pytest.mark.parametrize("name", KNOWN_ARCHITECTURES)
def test_a_network_with_a_name_takes_one_click_and_keeps_seed_and_output(fix: Fixture, name: str) -> None:
    start = Architecture.dense((5,), "tanh", 9, output="sigmoid")
    show_digits(fix, start)
    fix.click(QPushButton, f"network_{name}")
    assert fix.wanted == [start.with_hidden(known_hidden_layers(name, (16, 16)))]
    assert (
        fix.wanted[0].network((256,)).parameter_count
        == {
            "default": 8_922,
            "small_cnn": 3_818,
            "lenet_1989": 9_760,
        }[name]
    )


def test_a_convolutional_network_is_shown_with_its_maps_and_its_parameters(fix: Fixture) -> None:
    show_digits(fix, CNN)
    assert "16×16 → 8@16×16 → 8@8×8 → 16@8×8 → 16@4×4 → 10" in fix.said()
    assert "3,818 parameters\u00a0θ" in fix.said()
    fix.enter("seed", "8")
    assert fix.wanted == [replace(CNN, seed=8)]


def test_data_that_are_no_picture_take_no_maps_and_that_is_said_below_the_layers(fix: Fixture) -> None:
    show_digits(fix, Architecture.dense(), picture=None)
    for act in (
        lambda: fix.add("Conv2d"),
        lambda: fix.add("MaxPool2d"),
        lambda: fix.click(QPushButton, "network_small_cnn"),
        lambda: fix.click(QPushButton, "network_lenet_1989"),
    ):
        act()
        assert "Layer 1 reads a picture, and these data are none: choose digits or pictures" in refusal(fix)
    assert fix.wanted == []
    fix.click(QPushButton, "network_default")
    assert refusal(fix) == ""


def test_pictures_that_are_too_small_are_refused_and_the_layers_stay(fix: Fixture) -> None:
    show_digits(fix, Architecture.dense(), picture=(3, 3))
    fix.click(QPushButton, "network_small_cnn")
    assert "The block of layer 4 is 2 × 2, and the picture it reads is 1 × 1" in refusal(fix)
    assert fix.wanted == []


def test_a_convolution_is_added_before_all_dense_layers_and_reads_the_digits(fix: Fixture) -> None:
    show_digits(fix, RELU_32_16)
    fix.add("Conv2d")
    layers = (Conv2d(8, 3, 1, 1, picture=(16, 16)), *RELU_32_16.hidden_layers)
    assert fix.wanted == [RELU_32_16.with_hidden(layers)]
    show_digits(fix, fix.wanted[0])
    fix.add("MaxPool2d")
    assert fix.wanted[1].hidden_layers == (layers[0], MaxPool2d(2), *layers[1:])


def test_a_convolution_behind_a_dense_layer_is_refused_and_nothing_is_lost(fix: Fixture) -> None:
    layers = (Conv2d(8, 3, 1, 1, picture=(16, 16)), *RELU_32_16.hidden_layers)
    show_digits(fix, RELU_32_16.with_hidden(layers))
    line = fix.line("layer_1")
    line.setFocus()
    fix.qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert fix.wanted == [] and fix.line("layer_1").text() == "8"
    assert (
        "Layer 2 reads a picture, and the dense layer before it makes none: put it before all dense"
        in refusal(fix)
    )
    # The next thing that is done takes the sentence away.
    fix.enter("layer_2", "30")
    assert refusal(fix) == "" and len(fix.wanted) == 1


def test_a_first_layer_that_takes_the_place_of_another_reads_the_digits(fix: Fixture) -> None:
    show_digits(fix, CNN)
    fix.click(QToolButton, "remove_layer_1")
    layers = (MaxPool2d(2, picture=(16, 16)), *CNN.hidden_layers[2:])
    assert fix.wanted == [CNN.with_hidden((layers[0], CNN.hidden_layers[2], layers[2]))]
    assert fix.wanted[0].hidden_layers[0] == MaxPool2d(2, picture=(16, 16))


def test_a_kernel_that_is_larger_than_its_picture_is_refused_in_its_field(fix: Fixture) -> None:
    show_digits(fix, CNN)
    fix.click(QToolButton, "more_of_layer_3")
    fix.enter("kernel_3", "12")
    # 8 × 8 with one more cell at every side.
    assert (
        fix.wanted == []
        and (
            "12 is refused. The kernel of layer 3 is 12 × 12, and the picture it reads is 8 × 8: give a kernel of"
            " at most 10, or more padding."
        )
        in fix.said()
    )
    fix.enter("kernel_3", "9")
    assert fix.wanted[0].hidden_layers[2] == replace(CNN.hidden_layers[2], kernel=9)


def test_a_change_that_a_later_layer_can_not_take_is_refused_where_it_is_made(fix: Fixture) -> None:
    show_digits(fix, CNN)
    fix.enter("layer_2", "9")
    assert (
        fix.wanted == [] and "The block of layer 4 is 2 × 2, and the picture it reads is 1 × 1" in fix.said()
    )


def test_a_hundred_residual_convolutions_are_asked_for_in_one_row(fix: Fixture) -> None:
    # A block of 16 leaves one cell, so that they are small enough.
    start = Architecture.dense(seed=7).with_hidden(
        (MaxPool2d(4, picture=(16, 16)), Conv2d(2, 3, 1, 1, skip=True))
    )
    show_digits(fix, start)
    fix.enter("layer_2", "2 x 99")
    assert fix.wanted[0].hidden_layers == (start.layers[0], *[Conv2d(2, 3, 1, 1, skip=True)] * 99)
    # The first of the 99 makes two maps of one; the others add their input.
    assert sum(fix.wanted[0].residual(256)) == 98 and fix.wanted[0].skip_scale == 0.1
    fix.enter("layer_2", "2 x 100")
    assert "101 hidden layers are too many: give at most 100." in fix.said()


def test_one_activation_for_all_leaves_pools_as_they_are(fix: Fixture) -> None:
    show_digits(fix, CNN)
    assert fix.box("activation").currentData() == "relu"
    fix.choose("activation", "tanh")
    assert [layer.activation for layer in fix.wanted[0].hidden_layers] == [
        "tanh",
        "identity",
        "tanh",
        "identity",
    ]
