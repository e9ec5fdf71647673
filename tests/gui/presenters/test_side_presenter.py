"""Two networks in the window: what B shows is what the engine has of that run, and both are driven together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.analysis.neuron_statistics import DEAD
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import EditParameter, LookAt, ShowTestSample
from core.engine.run import replayed
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.app.frame_clock import FrameListener
from gui.network.view import NetworkView
from gui.presenters import side_presenter
from gui.presenters.side_presenter import Place
from gui.side.view_pair import ViewPair
from tests.gui.presenters.side_desk import UPDATES, Desk, new_desk


class Noting(FrameListener):
    """Looks at what is on screen after each frame."""

    def __init__(self, note: Callable[[], None]) -> None:
        self._note = note

    def move(self, now_s: float) -> bool:
        self._note()
        return False


@pytest.fixture
def desk(fewer_digits: None, qtbot: QtBot) -> Iterator[Desk]:
    desk = new_desk(qtbot)
    desk.train(UPDATES)
    yield desk
    desk.window.close()


def edges_of(desk: Desk, view: NetworkView, snapshot: Snapshot) -> None:
    """Every edge on screen has the weight that this snapshot has there, and all of them are of it."""
    edges = view._composed_frame.edges

    def count() -> int:
        view.grab()
        return sum(len(group.value) for group in edges.on_screen(view.animation_shown)[0])

    # Where it gets another place, it is drawn anew in turns.
    desk.until(lambda: count() and not view.has_work())
    marks = edges.on_screen(view.animation_shown)[0]
    for group in marks:
        if group.kind == "weight":
            W = snapshot.weights[group.group]
            np.testing.assert_array_equal(group.value, W[group.source, group.target])


def test_the_difference_comes_with_b_and_waits_for_no_turn(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As long as this stands still it is nobody's turn.
    monkeypatch.setattr(side_presenter, "perf_counter", lambda: 100.0)
    desk.session.dispatcher.issue(c.ToggleSide())
    desk.wait_for(0, 0)
    desk.until(lambda: desk.area.strip.marks is not None)
    assert desk.session.sides.side.page.table.rows


def test_a_single_run_stands_beside_its_own_beginning(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_C)
    desk.wait_for(0, 0)
    run = desk.engine.current
    first = replayed(run, 0, run.trainer.dataset).trainer.network.parameters
    assert desk.b is not None
    np.testing.assert_array_equal(desk.b.parameters, first)
    edges_of(desk, desk.area.other, desk.b)
    edges_of(desk, desk.window.network_view, desk.a)
    # The difference's cells are those of what is on screen above it.
    strip = desk.area.strip
    # Before all has its place, a cell may stand for several weights.
    desk.until(lambda: strip.marks is not None and strip.marks.tiles[1].block == 1)
    assert strip.marks is not None
    tile = strip.marks.tiles[1]
    np.testing.assert_allclose(tile.value[0], (desk.b.weights[1] - desk.a.weights[1].astype(np.float64)).T)
    assert desk.session.store.state.side and desk.window.actions_["action_side"].isChecked()
    # The name is that of both: what tells them apart comes first.
    over_a, over_b = desk.area.headers
    assert over_a.accessibleDescription().startswith(f"update {desk.a.update}  ·  seed 0: Adam")
    assert over_b.accessibleDescription().startswith("update 0 of ")


def test_a_branch_stands_beside_its_parent_and_the_table_says_what_differs(desk: Desk) -> None:
    desk.branch(0.01)
    desk.open()
    desk.wait_for(0, UPDATES)
    parent = desk.engine.run(0)
    assert parent is not None and desk.b is not None
    np.testing.assert_array_equal(desk.b.parameters, parent.trainer.network.parameters)
    desk.until(lambda: desk.rows().get("update") == ("120", "60"))
    assert desk.rows()["learning_rate"] == ("0.01", "0.001")
    over_a, over_b = desk.area.headers
    assert over_a.accessibleDescription().startswith("η 0.001 → 0.01 at 60  ·  update 120")
    assert over_b.accessibleDescription().startswith("seed 0: Adam, η 0.001, batch 32  ·  update 60")
    a, b = desk.side.page.choosers
    assert (a.runs.value, a.update_field.value, b.runs.value, b.update_field.value) == (1, 120, 0, 60)


def test_both_lines_name_how_far_the_run_is_by_now(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, 0)
    a, b = desk.area.headers
    desk.until(lambda: "update 0 of 60" in b.accessibleDescription())
    desk.train(20)
    desk.issue(LookAt(70))
    desk.until(lambda: "update 70 of 80" in a.accessibleDescription())
    desk.until(lambda: "update 0 of 80" in b.accessibleDescription())


def test_a_page_in_the_pictures_place_makes_room_for_the_two(desk: Desk) -> None:
    desk.issue(c.ShowFlips())
    assert desk.window.network_area.page is not None
    desk.open()
    assert desk.window.network_area.page is None and not desk.session.flips.is_open
    assert desk.window.network_view.isVisible() and desk.area.other.isVisible()
    # One network again behind a page that was opened since: the page has the keyboard.
    desk.issue(c.ShowFlips())
    desk.issue(c.ToggleSide())
    page = desk.window.network_area.page
    focused = desk.window.focusWidget()
    assert page is not None and (focused is page or page.isAncestorOf(focused))


def test_from_a_walkthroughs_change_on_what_is_said_of_a_is_of_the_new_weights(desk: Desk) -> None:
    player, view = desk.session.network.player, desk.window.network_view
    desk.issue(c.NextPhase())
    desk.until(lambda: player.walkthrough is not None)
    desk.open()
    desk.until(lambda: desk.rows().get("update") == (str(UPDATES), "0"))
    while view.animation_shown.phase != "change":
        phase = view.animation_shown
        desk.issue(c.NextPhase())
        desk.until(lambda phase=phase: view.animation_shown is not phase)
    desk.until(lambda: player.applied is not None)
    over_a, _ = desk.area.headers
    desk.until(lambda: "weights: update 61  ·  signal: update 60" in over_a.accessibleDescription())
    desk.until(lambda: desk.rows()["update"] == ("61", "0"))
    theta = desk.engine.current.trainer.network.parameters
    strip = desk.area.strip
    assert strip._a is not None and strip._a.update == 61
    np.testing.assert_array_equal(strip._a.parameters, theta)
    # Once it has ended all of it is of the new one.
    desk.session.network.leave_walkthrough()
    desk.until(lambda: "update 61" in over_a.accessibleDescription().split("  ·  ")[:2])
    assert desk.a.update == 61


def test_another_digit_comes_to_both(desk: Desk) -> None:
    desk.open()
    desk.issue(ShowTestSample("next"))
    desk.until(lambda: desk.a.example.origin == "test")
    desk.until(lambda: desk.b is not None and desk.b.example.is_same_sample(desk.a.example))
    assert desk.b is not None
    np.testing.assert_array_equal(desk.b.trace.x, desk.a.trace.x)


def test_the_picture_chosen_is_that_of_both_in_one_scale(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, 0)
    desk.issue(c.Choose("edge_value", "gradient"))
    view, other = desk.window.network_view, desk.area.other
    desk.until(lambda: other.edge_picture == "gradient" and not other.has_work() and not view.has_work())
    # Drawn, they wait for each other.
    desk.until(lambda: not (view.has_edges_waiting or other.has_edges_waiting))
    marks = [each._composed_frame.edges.on_screen(each.animation_shown)[0] for each in (view, other)]
    for one, two in zip(*marks, strict=True):
        assert one.kind == two.kind == "gradient" and one.scale == two.scale


def test_the_difference_stands_under_the_gaps_at_every_size(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    desk.wait_for(0, 0)
    strip = desk.area.strip
    desk.until(lambda: strip.marks is not None)
    # It need not be said anew what they are.
    monkeypatch.setattr(desk.side, "_refresh", lambda: None)
    for size in ((1024, 600), (1280, 800)):
        desk.window.resize(*size)

        def fits() -> bool:
            layout, marks = desk.area.network.layout_shown, strip.marks
            if layout is None or marks is None or strip.isHidden():
                return False
            bounds = [layout.gap_bounds(tile.layer) for tile in marks.tiles]
            return all(
                start <= tile.x.min() and tile.x.max() + tile.width <= end
                for tile, (start, end) in zip(marks.tiles, bounds, strict=True)
            )

        desk.until(fits)


def test_two_moments_of_one_run_are_chosen(desk: Desk) -> None:
    desk.open()
    desk.issue(c.ShowAs("B", 0, 20))
    desk.wait_for(0, 20)
    desk.issue(c.ShowAs("A", 0, 40))
    desk.until(lambda: desk.a.update == 40)
    # The table follows the line over the picture.
    desk.until(lambda: desk.side.page.choosers[0].update_field.value == 40)
    run = desk.engine.current
    for snapshot, update in ((desk.a, 40), (desk.b, 20)):
        assert snapshot is not None
        expected = replayed(run, update, run.trainer.dataset).trainer.network.parameters
        np.testing.assert_array_equal(snapshot.parameters, expected)
    desk.until(lambda: desk.rows().get("update") == ("40", "20"))
    assert "update 40 of 60" in desk.area.headers[0].accessibleDescription()
    assert not desk.side.page.choosers[0].newest.isChecked()
    desk.issue(c.ShowAs("A", 0))
    desk.until(lambda: desk.a.update == UPDATES)


def test_opened_again_and_again_it_leaves_nothing_behind(desk: Desk) -> None:
    for _ in range(3):
        desk.issue(c.ToggleSide())
        desk.issue(c.ToggleSide())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert desk.window.composition.sides.side.findChildren(ViewPair) == []


def test_swapping_changes_places_and_swapping_again_brings_back(desk: Desk) -> None:
    desk.branch(0.01)
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.issue(c.SwapSides())
    desk.until(lambda: desk.a.run == 0)
    desk.wait_for(1, 2 * UPDATES)
    assert desk.engine.number == 0 and desk.side.other == Place(1)
    desk.issue(c.SwapSides())
    desk.until(lambda: desk.a.run == 1)
    desk.wait_for(0, UPDATES)


def test_two_moments_swap_too(desk: Desk) -> None:
    desk.open()
    desk.issue(c.ShowAs("B", 0, 20))
    desk.wait_for(0, 20)
    desk.issue(c.SwapSides())
    desk.until(lambda: desk.a.update == 20)
    desk.until(lambda: desk.b is not None and desk.b.update == UPDATES)
    assert desk.side.other == Place(0)


def test_showing_bs_run_on_screen_leaves_as_run_beside_it(desk: Desk) -> None:
    desk.branch(0.01)
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.issue(c.ShowRun(0))
    desk.until(lambda: desk.a.run == 0)
    desk.wait_for(1, 2 * UPDATES)


def test_a_network_of_another_structure_has_a_sentence_for_the_difference(desk: Desk) -> None:
    desk.issue(c.SetArchitecture(Architecture.dense(hidden=(16, 16, 16))))
    desk.until(lambda: desk.a.run == 1)
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.until(lambda: "256-16×3-10" in desk.area.strip.sentence)
    assert "256-32-16-10" in desk.area.strip.sentence
    assert desk.area.strip.marks is None
    assert desk.rows()["structure"] == ("256-16×3-10", "256-32-16-10")


def test_closing_shows_one_network_again_with_its_own_scales(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, 0)
    QTest.keyClick(desk.window, Qt.Key.Key_C)
    assert not desk.area.is_shown and not desk.session.store.state.side
    assert not desk.window.network_view._context.scales.is_shared
    assert desk.session.network.weights.beside is None
    desk.train(5)
    # It can be opened again, at what is newest then.
    desk.issue(c.ToggleSide())
    desk.issue(c.ShowAs("B", 0, 30))
    desk.wait_for(0, 30)


def test_training_moves_a_and_b_stays_where_it_is_pinned(desk: Desk) -> None:
    desk.open()
    desk.issue(c.ShowAs("B", 0, 20))
    desk.wait_for(0, 20)
    before = desk.b
    desk.train(10)
    assert before is not None and desk.b is not None
    np.testing.assert_array_equal(desk.b.parameters, before.parameters)
    desk.until(lambda: desk.rows().get("update") == ("70", "20"))


def test_sorted_neurons_are_sorted_in_both_and_the_difference_is_that_of_the_same_neurons(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, 0)
    before = desk.b
    desk.issue(c.SortNeurons())
    desk.until(lambda: desk.a.permutation_count == 1)
    desk.until(lambda: desk.b is not before and not desk.area.strip.sentence)
    desk.wait_for(0, 0)
    order = next(iter(desk.engine.current.orders.values()))[0]
    assert before is not None and desk.b is not None
    np.testing.assert_array_equal(desk.b.weights[0], before.weights[0][:, order])
    edges_of(desk, desk.area.other, desk.b)
    strip = desk.area.strip
    desk.until(lambda: strip._a is desk.a and strip._b is desk.b)
    # It is laid out anew once the layout has given it its height: then each weight has a cell of its own.
    desk.until(lambda: strip.marks is not None and strip.marks.tiles[1].block == 1)
    wanted = (desk.a.weights[1].astype(np.float64) - desk.b.weights[1]).T
    np.testing.assert_allclose(strip.marks.tiles[1].value[0], -wanted)
    # B keeps its marks: they are of its own neurons, where these stand now.
    desk.until(lambda: desk.side.picture.statistics is not None)
    desk.window.undo_stack.undo()
    desk.until(lambda: desk.b is not None and np.array_equal(desk.b.parameters, before.parameters))


def test_dead_neurons_are_those_of_each_network_itself(desk: Desk) -> None:
    """Biases far below 0 make ReLU neurons of A silent; those of B, its beginning, are not."""
    desk.open()
    desk.wait_for(0, 0)
    for neuron in range(3):
        desk.issue(EditParameter(0, neuron + 1, ParameterLocation(0, neuron), -1e4, 0))
    desk.until(lambda: desk.a.biases[0][2] == -1e4)
    views = desk.window.network_view, desk.area.other
    desk.until(lambda: desk.side.picture.statistics is not None)

    def marked() -> list[int]:
        for view in views:
            view.grab()
        # A picture that is not composed yet has no neurons.
        layers = [view._composed_frame.nodes.neurons[:1] for view in views]
        return [int(np.count_nonzero(layer.state == DEAD)) for one in layers for layer in one]

    X = desk.engine.current.trainer.dataset.X_test.astype(np.float64)
    dead = [
        int(np.count_nonzero((X @ one.weights[0] + one.biases[0] <= 0).all(axis=0)))
        for one in (desk.a, desk.b)
        if one is not None
    ]
    assert dead[0] >= 3 and dead[0] > dead[1]
    desk.until(lambda: marked() == dead)
    # The other way round, too.
    desk.issue(c.SwapSides())
    desk.wait_for(0, 60)
    desk.until(lambda: marked() == dead[::-1])


def test_the_line_over_a_names_the_update_on_screen_in_every_frame(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, 0)
    said: list[tuple[str, int]] = []
    noting = Noting(lambda: said.append((desk.area.headers[0].statements()[0][1], desk.a.update)))
    desk.session.clock.add(noting)
    desk.issue(LookAt(30))
    # Nothing has come of it yet: what is on screen is of the newest update.
    desk.side.refresh_soon()
    desk.until(lambda: desk.a.update == 30 and bool(said) and "30 of 60" in said[-1][0])
    for line, update in said:
        # Where the machine is busy the nearest kept state comes first.
        assert line.rstrip(" ✓") in (
            f"update {update}",
            f"update {update} of 60",
            f"update {update}, on the way to 30",
        )


def test_a_wish_for_a_run_that_is_gone_is_left(desk: Desk) -> None:
    desk.issue(c.ShowAs("B", 7))
    assert not desk.side.is_shown
    desk.issue(LookAt(30))
    desk.until(lambda: desk.a.update == 30)


def test_what_is_said_of_both_is_brought_up_to_date_though_nothing_moves(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, 0)
    said: list[bool] = []
    desk.side.refreshed.connect(lambda: said.append(True))
    for times in (1, 2):
        # The second time it is not due at once.
        desk.side.refresh_soon()
        desk.until(lambda times=times: len(said) >= times)
    desk.until(lambda: not desk.session.clock.is_running)


@pytest.mark.parametrize("letter", ["A", "B"])
def test_what_is_to_be_shown_as_either_opens_the_view(desk: Desk, letter: str) -> None:
    desk.issue(c.ShowAs(letter, 0, 20))
    desk.until(lambda: desk.area.is_shown and desk.b is not None)
    desk.until(lambda: 20 in (desk.a.update, desk.b.update if desk.b is not None else -1))
    assert desk.session.store.state.side


def test_a_new_session_shows_one_network(desk: Desk) -> None:
    desk.open()
    desk.issue(c.BeginSession())
    desk.until(lambda: not desk.side.is_shown)


def test_trained_together_both_show_the_same_moment_and_the_engine_has_these_very_weights(desk: Desk) -> None:
    desk.branch_aside()
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.store.state.trains_both)
    pairs: list[tuple[int, int]] = []
    drawn: list[tuple[int, int]] = []

    def note() -> None:
        view, other = desk.window.network_view, desk.area.other
        if desk.b is not None:
            pairs.append((desk.a.update, desk.b.update))
        if not (view.has_work() or other.has_work()):
            drawn.append((view.drawn_update, other.drawn_update))

    desk.session.clock.add(Noting(note))
    # So many that some pictures come on the way, however fast they are made.
    last = UPDATES + 500
    desk.train(500, is_watched=True)
    desk.wait_for(0, last)
    desk.until(lambda: bool(drawn) and drawn[-1] == (last, last))
    assert {a - b for a, b in pairs} == {a - b for a, b in drawn} == {0}
    assert len(set(pairs)) > 2
    for run in (0, 1):
        parameters = desk.engine.run(run).trainer.network.parameters  # type: ignore[union-attr]
        shown = desk.a if run == desk.a.run else desk.b
        assert shown is not None
        np.testing.assert_array_equal(shown.parameters, parameters)
    # Its curve and its lane on the timeline go on, too.
    history = desk.session.loss.history_of(0)
    assert history is not None and history.count == last
    desk.until(lambda: desk.rows().get("update") == (str(last), str(last)))
    # L of both is measured of that very update.
    desk.until(lambda: "measured" not in desk.rows() and "–" not in desk.rows().get("total", ("–", "–")))


def test_a_deleted_run_gives_its_place_to_another(desk: Desk) -> None:
    desk.branch(0.01)
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.issue(c.DeleteRun(0))
    desk.until(lambda: desk.side.other == Place(1, 0))
    desk.wait_for(1, 0)


def test_where_the_run_on_screen_is_deleted_no_run_stands_beside_itself(desk: Desk) -> None:
    desk.branch(0.01)
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.issue(c.DeleteRun(1))
    desk.until(lambda: desk.side.leader == 0)
    desk.until(lambda: desk.side.other == Place(0, 0))


def test_a_name_that_is_given_is_the_name_beside_it(desk: Desk) -> None:
    desk.open()
    desk.issue(c.RenameRun(0, "the first one"))
    desk.until(lambda: "·  the first one" in desk.area.headers[0].accessibleDescription())
    desk.until(lambda: desk.side.page.choosers[1].runs.currentText() == "the first one")


def test_where_b_has_no_last_update_its_empty_picture_says_so(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, 0)
    desk.issue(c.Choose("edge_value", "change"))
    words = desk.area.other._composed_frame
    desk.until(lambda: desk.area.other.edge_picture == "change" and words.words.walkthrough != "")


def test_the_difference_does_not_wait_for_ever_where_b_is_drawn_again_and_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    desk.wait_for(0, 0)
    desk.until(lambda: desk.area.strip._a is desk.a)
    monkeypatch.setattr(desk.area.other, "has_work", lambda: True)
    monkeypatch.setattr(desk.area.other, "work", lambda budget_ms: True)
    desk.train(30)
    desk.until(lambda: desk.area.strip._a is desk.a)
