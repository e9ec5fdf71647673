"""What an assistive technology is told of the network."""

import gc
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from gui.app.translation import install_language
from gui.network import accessibility, answer_reader
from gui.network.answer_reader import READ_OUT_MS
from gui.network.interaction.neuron_values import edge_values, neuron_values
from gui.network.interaction.selection import Selection
from gui.network.view import NetworkView
from gui.widgets.number_text import compact, signed, value_text
from tests.core.small_snapshots import snapshot_of

NAME, VALUE, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description


@pytest.fixture
def view(qtbot, make_snapshot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.show_displayed_snapshot(make_snapshot())
    with qtbot.waitExposed(view):
        view.show()
    return view


def tree_of(view):
    return QAccessible.queryAccessibleInterface(view)


def neurons_in(tree) -> int:
    """How many of its children are neurons; what can be pressed comes behind them."""
    children = [tree.child(i) for i in range(tree.childCount())]
    count = sum(isinstance(child, accessibility.AccessibleNeuron) for child in children)
    assert all(isinstance(child, accessibility.AccessibleNeuron) for child in children[:count])
    return count


def test_each_neuron_is_a_child_with_its_name(view) -> None:
    tree = tree_of(view)
    assert neurons_in(tree) == 32 + 16 + 10
    names = [tree.child(i).text(NAME) for i in range(58)]
    assert names[0] == "layer 1, neuron 1" and names[31] == "layer 1, neuron 32"
    assert names[32] == "layer 2, neuron 1" and names[48:] == [f"output {digit}" for digit in range(10)]


def test_its_value_is_what_the_engine_computed(view, make_snapshot) -> None:
    trace = make_snapshot().trace
    child = tree_of(view).child(32 + 4)
    z, a, delta = (float(values[1][4]) for values in (trace.z, trace.a, trace.delta))
    # The output is its value; the rest describes it, so that nothing is read twice.
    for kind, names in ((VALUE, ("a",)), (DESCRIPTION, ("z", "b", "δ"))):
        told = dict(part.split(" = ") for part in child.text(kind).split(", "))
        assert tuple(told) == names
        for name, value in (("z", z), ("a", a), ("δ", delta)):
            if name in told:
                assert float(told[name].replace("−", "-")) == pytest.approx(value, abs=6e-4)


def test_its_numbers_are_written_as_on_its_card(view) -> None:
    tree = tree_of(view)
    for neuron in ((1, 4), (2, 3)):
        child = tree.child(tree.index_of(neuron))
        view._callout.show_values(neuron_values(view.displayed_snapshot, *neuron))
        _, _, rows = view._callout.text.partition(": ")
        assert set(f"{child.text(VALUE)}, {child.text(DESCRIPTION)}".split(", ")) == set(rows.split(", "))


def test_that_a_neuron_is_pinned_and_which_picture_is_shown_is_in_the_description(view) -> None:
    tree = tree_of(view)
    assert "picture of the connections: Weights. " in tree.text(DESCRIPTION)
    view.set_edge_picture("mean_gradient")
    assert "picture of the connections: Mean gradient. " in tree.text(DESCRIPTION)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "pinned" not in tree.text(DESCRIPTION) + tree.child(0).text(DESCRIPTION)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "pinned" in tree.text(DESCRIPTION) and tree.child(0).text(DESCRIPTION).endswith(", pinned")
    assert "pinned" not in tree.child(1).text(DESCRIPTION)


def test_what_full_colour_stands_for_and_how_much_is_drawn_is_in_the_description_and_not_announced(
    view, make_snapshot, monkeypatch
) -> None:
    heard = list[object]()
    monkeypatch.setattr(accessibility, "announce", lambda *said: heard.append(said))
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    view.show_place("1 of 60,000 in L")
    view.grab()
    before = tree_of(view).text(DESCRIPTION)
    marks, choice = view._composed_frame.edges.on_screen(view._composed_frame.animation)
    scales = ", ".join(compact(group.scale) for group in marks)
    assert f"full colour at |w| = {scales} (gaps 1–3). drawn {choice.drawn:,} of 8,864 · " in before
    assert f"gap 1: {choice.drawn_per_group[0]:,} of 8,192 · " in before
    assert before.endswith("1 of 60,000 in L")
    # Another update has other numbers, which are there for who asks.
    view.show_displayed_snapshot(make_snapshot(seed=5))
    view.grab()
    assert tree_of(view).text(DESCRIPTION) != before and heard == []


@pytest.mark.parametrize("targets", [(0.85,), (0.5, -2.0)])
def test_of_numbers_to_be_met_the_answer_is_heard_beside_the_target(view, targets, monkeypatch) -> None:
    # Numbers in a row: Chinese has a mark of its own between them.
    monkeypatch.setattr(accessibility, "enumerated", "、".join)
    shape = Architecture.dense((6,), "tanh", 5, output="identity").with_outputs(len(targets))
    data = DataInfo(DatasetSpec("line", "sine"), (), None, output_scale=0.01, input_scales=np.array([1.0]))
    row, right = np.array([-0.25], np.float32), np.array(targets, np.float32)
    snapshot = snapshot_of(shape.network((1,)), row, right, loss="squared_error", data=data)
    view.show_displayed_snapshot(snapshot)
    view.show_title("test example 1: ŷ = the target; not trained on")
    y = "、".join(value_text(float(a)) for a in snapshot.trace.a[-1])
    loss = 0.5 * np.square(snapshot.trace.a[-1].astype(float) - right).sum()
    words = tree_of(view).text(DESCRIPTION)
    assert f". y = {y}, C = {value_text(loss)}. " in words and words.count("ŷ") == 1


def test_in_chinese_the_stops_are_chinese(view, qapp) -> None:
    install_language(qapp, "zh_CN")
    try:
        view.show_title("第 0 个训练样本：数字 5")
        QTest.keyClick(view, Qt.Key.Key_Right)
        texts = [tree_of(view).text(DESCRIPTION), tree_of(view).child(3).text(DESCRIPTION)]
        texts += [view._callout.text, view._legend_card.text]
    finally:
        install_language(qapp, "en")
    for text in texts:
        assert not {", ", ". ", ": ", "; "} & {text[i : i + 2] for i in range(len(text))}, text
    assert "。" in texts[0] and "，" in texts[1]


def test_it_is_where_it_is_drawn(view) -> None:
    tree, column = tree_of(view), view.layout_shown.layers[1]
    rect = tree.child(32 + 4).rect()
    centre = view.mapToGlobal(QPoint(round(column.x[4]), round(column.y[4])))
    assert (rect.center() - centre).manhattanLength() <= 3
    assert tree.childAt(centre.x(), centre.y()) is tree.child(32 + 4)
    assert tree.childAt(-100, -100) is None


def test_focus_and_pins_are_told(view) -> None:
    tree = tree_of(view)
    assert not tree.child(0).state().focused
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert tree.child(0).state().focused and not tree.child(1).state().focused
    assert tree.focusChild() is tree.child(0)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert tree.child(0).state().selected


def test_children_know_their_place_and_the_tree_is_consistent(view) -> None:
    tree = tree_of(view)
    for index in (0, 17, 57):
        child = tree.child(index)
        assert tree.indexOfChild(child) == index and child.parent() is tree and child.isValid()
        assert child.childCount() == 0 and child.child(0) is None and child.childAt(0, 0) is None
    assert tree.child(tree.childCount()) is None and tree.child(-1) is None


def test_the_legend_and_its_signs_are_there_behind_the_neurons(view, qtbot) -> None:
    view.grab()
    tree = tree_of(view)
    pressed = [tree.child(i) for i in range(neurons_in(tree), tree.childCount())]
    names = ["Legend", "Only negative", "Only positive"]
    assert [child.text(NAME) for child in pressed] == names
    for index, child in enumerate(pressed, neurons_in(tree)):
        assert tree.indexOfChild(child) == index and child.state().focusable and child.state().checkable
        assert tree.childAt(*child.rect().center().toTuple()).object() is child.object()
    minus, plus = (child.object() for child in pressed[1:])
    for button, sign, words in ((plus, 1, "Only positive"), (minus, -1, "Only negative"), (minus, 0, "")):
        with qtbot.waitSignal(view.sign_changed) as told:
            button.setFocus()
            qtbot.keyClick(button, Qt.Key.Key_Space)
        assert told.args == [sign] and view.sign == sign
        view.work(10_000)
        view.grab()
        assert (plus.isChecked(), minus.isChecked()) == (sign > 0, sign < 0)
        heard = tree.text(DESCRIPTION)
        assert ("picture of the connections: Weights, Only" in heard) == bool(sign) and words in heard
    assert "Only" not in tree.text(DESCRIPTION)


def test_another_network_has_other_children(view, make_snapshot) -> None:
    tree = tree_of(view)
    last = tree.child(57)
    view.show_displayed_snapshot(make_snapshot((256, 4, 3), run=2))
    assert neurons_in(tree) == 7
    assert tree.child(6).text(NAME) == "output 2"
    # What is gone answers nothing, and breaks nothing.
    assert not last.isValid() and last.text(NAME) == "" and last.rect().isEmpty()


def test_of_a_collapsed_layer_those_that_are_shown_are_there(view, make_snapshot) -> None:
    view.show_displayed_snapshot(make_snapshot((256, 500, 10), run=2))
    assert neurons_in(tree_of(view)) == view.layout_shown.layers[0].shown.size + 10
    view.expand(True)
    assert neurons_in(tree_of(view)) == 510


def test_they_live_as_long_as_the_view(qtbot, make_snapshot) -> None:
    for _ in range(5):
        view = NetworkView()
        view.show_displayed_snapshot(make_snapshot())
        tree = QAccessible.queryAccessibleInterface(view)
        assert tree.child(3).text(NAME) == "layer 1, neuron 4"
        del tree
        gc.collect()
        assert QAccessible.queryAccessibleInterface(view).child(3).text(NAME) == "layer 1, neuron 4"
        view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del view
        gc.collect()


def test_each_neuron_is_found_at_its_place_in_a_crowd(view, make_snapshot) -> None:
    view.show_displayed_snapshot(make_snapshot((256, 40, 500, 10), run=2))
    tree, layers = tree_of(view), view.layout_shown.layers
    neurons = [(layer, int(i)) for layer, column in enumerate(layers) for i in column.shown]
    assert neurons_in(tree) == len(neurons)
    assert [tree.child(i).neuron for i in range(len(neurons))] == neurons
    assert [tree.indexOfChild(tree.child(i)) for i in range(len(neurons))] == list(range(len(neurons)))
    for child in map(tree.child, range(len(neurons))):
        centre = child.rect().center()
        assert tree.childAt(centre.x(), centre.y()).rect().contains(centre)
    hidden = np.setdiff1d(np.arange(500), layers[1].shown)
    assert hidden.size and tree.index_of((1, int(hidden[0]))) == -1 and tree.index_of((7, 0)) == -1


def test_before_the_first_snapshot_there_is_nothing_to_tell(qtbot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    assert tree_of(view).childCount() == 0 and tree_of(view).focusChild() is None


def test_the_neuron_that_the_keys_reach_is_told_and_not_only_the_view(view, monkeypatch) -> None:
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.child()))
    )
    tree = tree_of(view)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
        assert told[-1] == (QAccessible.Event.Focus, tree.index_of(view.focused_neuron))
    assert told[0][1] == 0 and told[1][1] == 1 and told[2][1] >= 32


def test_each_connection_that_the_keys_reach_is_heard_and_not_its_neuron_again(
    view, make_snapshot, monkeypatch
) -> None:
    told, heard = [], []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    monkeypatch.setattr(accessibility, "announce", lambda _view, sentence: heard.append(sentence))
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right)
    del told[:]
    snapshot = make_snapshot()
    layer, index = view.focused_neuron
    for place in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        edge = edge_values(snapshot, *view._selection.edge)
        assert len(heard) == place + 1 and (edge.target_layer - 1, edge.target) == (layer, index)
        assert heard[-1].startswith(f"neuron {edge.source + 1} → neuron {index + 1}: w = {signed(edge.w)}, ")
        assert tree_of(view).text(DESCRIPTION).startswith(heard[-1])
    # Newer numbers of it are read when they are asked for.
    view.show_displayed_snapshot(replace(snapshot, update=snapshot.update + 1))
    assert len(heard) == 2 and QAccessible.Event.Focus not in told
    # Back at the neuron, that is what has the focus; the same connection is heard when it is come to again.
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert told[-1] == QAccessible.Event.Focus and len(heard) == 2
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(heard) == 3 and heard[2] == heard[0]


def test_where_no_connection_comes_next_that_is_heard_or_the_one_where_the_keys_stay(
    view, monkeypatch
) -> None:
    heard = []
    monkeypatch.setattr(accessibility, "announce", lambda _view, sentence: heard.append(sentence))
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.focused_neuron[0] == 2
    # No connection goes out of an output.
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    assert heard == ["No connection on this side"] and view._selection.edge is None
    QTest.keyClick(view, Qt.Key.Key_Left, shift)
    strongest = view._selection.edge
    # It has none before it, and is on the side that is asked for already.
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(view, key, shift)
    assert view._selection.edge == strongest
    assert heard[1:] == [view.accessibleDescription()] * 3 and "→" in heard[1]
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    assert heard[4:] == ["No connection on this side"] and view._selection.edge == strongest


def test_a_connection_under_the_pointer_is_not_read_out(view, monkeypatch) -> None:
    heard = []
    monkeypatch.setattr(accessibility, "announce", lambda _view, sentence: heard.append(sentence))
    reader = accessibility.ReachedReader(view)
    reader.tell(Selection(focused=(0, 1), edge=(1, 1, 2)), "by the pointer", by_pointer=True)
    reader.tell(Selection(edge=(1, 1, 2)), "without a neuron", by_pointer=False)
    assert heard == []


def test_what_is_outside_of_an_enlarged_view_is_told_to_be_so(view) -> None:
    tree = tree_of(view)
    assert not any(tree.child(i).state().offscreen for i in range(neurons_in(tree)))
    view.show_zoomed(8, 20, 20)
    outside = [bool(tree.child(i).state().offscreen) for i in range(neurons_in(tree))]
    expected = []
    for column in view.layout_shown.layers:
        for x, y in zip(column.x, column.y, strict=True):
            reach = column.radius
            expected.append(not (-reach < x < view.width() + reach and -reach < y < view.height() + reach))
    assert any(expected) and outside == expected


def test_the_view_describes_what_the_network_answers(view, make_snapshot) -> None:
    view.show_title("test digit 3, a 7")
    snapshot = make_snapshot()
    said = int(np.argmax(snapshot.trace.a[-1]))
    loss = -np.log(float(snapshot.trace.a[-1][snapshot.example.label]))
    words = "right" if said == snapshot.example.label else f"is {snapshot.example.label}"
    description = tree_of(view).text(QAccessible.Text.Description)
    assert description.startswith(f"test digit 3, a 7. says {said}") and words in description
    assert float(description.rpartition("C = ")[2].partition(". ")[0]) == pytest.approx(loss, rel=0.02)


@pytest.mark.parametrize("origin", ["train", "test", "drawing"])
def test_the_answer_to_what_the_user_chose_is_read_out_when_it_rests(
    qtbot, monkeypatch, view, make_snapshot, origin
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(answer_reader, "announce", lambda _view, sentence: heard.append(sentence))
    snapshot = make_snapshot()
    chosen = replace(snapshot, example=replace(snapshot.example, origin=origin, index=77))
    view.show_displayed_snapshot(chosen)
    # The same digit again, as training goes on, is not read out anew.
    for _ in range(3):
        view.show_displayed_snapshot(chosen)
    qtbot.wait(READ_OUT_MS + 200)
    assert [sentence.partition(" ")[0] for sentence in heard] == ([] if origin == "train" else ["says"])


def test_which_example_was_chosen_is_read_out_and_the_way_back_to_the_trainings(
    qtbot, monkeypatch, view, make_snapshot
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(answer_reader, "announce", lambda _view, sentence: heard.append(sentence))
    snapshot = make_snapshot()
    for origin, index, title in (
        ("test", 8, "test digit 8"),
        ("drawing", None, "your drawing"),
        ("train", 9, "training digit 9"),
        # What the training goes on to by itself is not.
        ("train", 10, "training digit 10"),
    ):
        example = replace(snapshot.example, origin=origin, index=index)
        view.show_displayed_snapshot(replace(snapshot, example=example))
        view.show_title(title)
        qtbot.wait(READ_OUT_MS + 200)
    assert [sentence.partition("says")[0] for sentence in heard] == [
        "test digit 8. ",
        "",
        "training digit 9. ",
    ]


@pytest.mark.parametrize("how", ["escape", "keyboard elsewhere"])
@pytest.mark.parametrize("what", ["neuron", "connection"])
def test_what_the_keys_have_left_is_no_longer_the_networks_description(view, what: str, how: str) -> None:
    view.show_title("test example 3")
    view.activateWindow()
    view.setFocus()
    before = tree_of(view).text(DESCRIPTION)
    QTest.keyClick(view, Qt.Key.Key_Right)
    if what == "connection":
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    reached = "pixel" if what == "connection" else "layer 1, neuron 1: z = "
    assert view.accessibleDescription().startswith(reached)
    if how == "escape":
        QTest.keyClick(view, Qt.Key.Key_Escape)
    else:
        view.clearFocus()
    assert view.accessibleDescription() == "test example 3" and tree_of(view).text(DESCRIPTION) == before
