"""What is heard of the network while the phases of one update are shown."""

from PySide6.QtGui import QAccessible

from gui.network.animation.timeline import Timeline
from gui.network.view import NetworkView


def test_in_a_walkthrough_the_phase_is_heard_and_y_and_c_once_they_are_shown(qtbot, make_snapshot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.show_displayed_snapshot(make_snapshot())
    tree = QAccessible.queryAccessibleInterface(view)
    timeline = Timeline.walkthrough(len(make_snapshot().activations), has_gradient=True)
    view.show_title("training digit 3")
    view.show_walkthrough("The signal goes on")
    heard = {}
    for phase in timeline.phases:
        # As a key holds it: just before its end.
        view.show_animation_state(timeline.state_at(phase.end_s - 1e-5))
        heard.setdefault(phase.name, tree.text(QAccessible.Text.Description))
    assert all(
        said.startswith("training digit 3. The signal goes on. ") for said in list(heard.values())[:-1]
    )
    known = {name: ("says " in said, "C = " in said) for name, said in heard.items()}
    assert known.pop("forward") == (False, False) and known.pop("softmax") == (True, False)
    assert set(known.values()) == {(True, True)} and len(known) == 5
