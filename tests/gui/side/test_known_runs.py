"""What is known of the runs: as the engine said it last, at the moment that is shown."""

from __future__ import annotations

from dataclasses import replace

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from core.engine.journal_marks import JournalMark
from core.training.config import TrainingConfig
from gui.loss.loss_reading import nearest_exact
from gui.side.known_runs import KnownRuns
from gui.timeline.run_notes import RunNote, RunNotes
from tests.gui.side.conftest import TREE


def known(*runs, history=None, live=None, notes=()):
    infos = {run: TREE[run] for run in runs}
    noted = RunNotes()
    noted.restore(notes)
    return KnownRuns(infos, live or {}, noted, lambda run: history if run == 0 else None), infos


def test_a_branch_is_compared_with_its_parent_first_then_with_the_latest_other_run():
    assert known(0, 1, 2, 4)[0].compared_first(2) == (1, None)
    assert known(0, 3, 4)[0].compared_first(0) == (4, None)
    # Whose parent is gone has none.
    assert known(2, 4)[0].compared_first(2) == (4, None)


def test_a_deleted_run_is_not_compared():
    runs, _ = known(0, 1, 4, notes=[RunNote(0, is_deleted=True)])
    assert 0 not in runs and 1 in runs
    assert runs.compared_first(1) == (4, None)
    assert [choice.run for choice in runs.choices] == [1, 4]


def test_a_hidden_run_is_not_among_those_that_are_seen():
    runs, _ = known(0, 1, 4, notes=[RunNote(1, is_hidden=True)])
    assert [choice.run for choice in runs.seen_choices] == [0, 4]
    assert [choice.run for choice in runs.choices] == [0, 1, 4]


def test_a_name_that_was_given_is_the_name():
    runs, _ = known(0, 1, notes=[RunNote(1, name="the fast one")])
    assert runs.name_of(1) == "the fast one" and runs.choices[1].name == "the fast one"
    assert runs.name_of(7) == "8"


def test_the_only_run_is_compared_with_its_own_beginning():
    assert known(0)[0].compared_first(0) == (0, 0)


def test_the_losses_and_settings_are_those_of_the_moment(make_network):
    history = LossHistory(60_000)
    for update in (0, 50, 90):
        history.exact_losses.add(ExactLoss(0, update, 1_000.0 + update, 60_000, 0.5, 10.0, 10_000, 0.5))
    live = {0: 120}
    runs, infos = known(0, history=history, live=live)
    mark = JournalMark(80, "setting", "learning_rate", 0.001, 0.01)
    infos[0] = replace(TREE[0], config=TrainingConfig(learning_rate=0.01), changes=(mark,))
    facts = runs.facts(make_network(run=0, update=60), is_live=False, awaited=70, is_checked=True)
    assert facts.exact.update == 50 and facts.exact.train_total == 1_050.0
    # Of one that is nearer to 90 the losses are those of 90, as on the card of L.
    nearer = runs.facts(make_network(run=0, update=75), is_live=False)
    assert nearer.exact.update == 90 == nearest_exact(history, 75).update and not nearer.is_measured
    assert facts.config.learning_rate == 0.001
    assert (facts.live_update, facts.awaited, facts.is_checked) == (120, 70, True)
    later = runs.facts(make_network(run=0, update=100))
    assert later.exact.update == 90 and later.config.learning_rate == 0.01
    # One that is followed is shown where it stands, whatever it has made since.
    assert later.live_update == 100 and later.is_live
    # A parameter was set by hand after the update of these.
    history.exact_losses.note_edit(90)
    assert runs.facts(make_network(run=0, update=90)).is_before_edit
    assert not runs.facts(make_network(run=0, update=90)).is_measured
    assert not runs.facts(make_network(run=0, update=50), is_live=False).is_before_edit


def test_a_change_of_a_run_is_a_part_of_its_name():
    runs, infos = known(0, 1)
    rate = JournalMark(120, "setting", "learning_rate", 0.001, 0.01)
    infos[1] = replace(TREE[1], changes=(rate,))
    assert runs.names[1] == "η 0.001 → 0.01 at 120"


def test_of_a_run_that_is_gone_nothing_is_known(make_network):
    runs, infos = known(0, 1)
    del infos[1]
    assert 1 not in runs and runs.facts(make_network(run=1)) is None
    assert [choice.run for choice in runs.choices] == [0]
