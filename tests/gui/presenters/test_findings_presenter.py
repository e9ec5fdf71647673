"""Findings in the window: they come with the numbers, go with them, and lead to the usual commands."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.analysis.findings import Finding
from core.analysis.layer_curves import LayerCurve, LayerCurves
from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.editing.parameter_edits import AppliedEdit, ParameterLocation
from core.engine.journal_marks import JournalMark, setting_marks
from core.engine.layer_curve_messages import LayerCurvesSent
from core.engine.messages import JournalMarked
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.findings import findings_page
from gui.findings.findings_page import FindingsPage
from gui.presenters.findings_presenter import beginning_of, with_settings
from gui.timeline.moment import Moment
from tests.gui import local_engine as local
from tests.gui.local_engine import local_engine

WAIT_MS = 60_000
RISING = {100: (0.5, 0.6), 400: (0.3, 0.4), 900: (0.1, 0.5), 1400: (0.08, 0.6), 2000: (0.07, 0.7)}


def exact(update: int, train: float, test: float, run: int = 0) -> ExactLoss:
    return ExactLoss(run, update, train * 100, 100, 0.9, test * 50, 50, 0.8)


def curve(update: int, dead: float = 0.0, run: int = 0) -> LayerCurve:
    rms, ratio = np.full(3, 0.01), np.full(3, 0.001)
    return LayerCurve(run, update, (1, 2, 3), rms, ratio, rms, np.array([0, dead, np.nan]), rms * 0, 8, 32)


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    data = choose_digits(local.load_once(DatasetSpec()), 100)
    monkeypatch.setattr(local, "load_once", lambda choice: data)
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    return window


def test_findings_come_and_go_with_what_was_measured(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, engine = window.composition, window.composition.engine
    presenter, chip = session.findings, session.findings._chip
    said: list[str] = []
    presenter._chip.say = said.append  # type: ignore[method-assign]
    # The engine itself measures update 0 at once, and sends it, as the window watches.
    qtbot.waitUntil(lambda: 0 in presenter._curves and len(presenter._curves[0]) == 1, timeout=WAIT_MS)

    def measured(update: int, train: float, test: float, dead: float = 0.0) -> None:
        engine.exact_loss_computed.emit(exact(update, train, test))
        engine.layer_curve.emit(curve(update, dead))

    for update, (train, test) in RISING.items():
        assert chip.isHidden()
        measured(update, train, test)
    assert not chip.isHidden() and chip.accessibleName() == "1 finding: Overfitting"
    assert said == [
        "Overfitting: since update 900; numbers exact at update 2,000. Since update 400 the test set’s mean Cⁿ has"
        " risen from 0.400 to 0.700, while the training set’s has fallen from 0.300 to 0.070."
    ]
    heard: list[str] = []
    monkeypatch.setattr(findings_page, "announce", lambda _who, sentence: heard.append(sentence))
    chip.click()
    page = presenter._page
    assert isinstance(page, FindingsPage) and window.tabs.currentWidget() is page
    assert heard == ["Findings: Overfitting"] and chip.isChecked()
    chip.click()
    assert presenter._page is None and not chip.isChecked()
    chip.click()
    page = presenter._page
    assert isinstance(page, FindingsPage)
    # Another run's numbers are not this one's.
    engine.layer_curve.emit(curve(2100, dead=1.0, run=7))
    assert [finding.kind for finding in presenter.holding] == ["overfitting"]
    # What was changed is another training: what held before it is over until it has held anew.
    button = page.findChild(QPushButton, "finding_overfitting_try")
    assert (
        isinstance(button, QPushButton) and button.accessibleName() == "Try it: early stopping after 5 epochs"
    )
    button.click()
    assert session.runs.info is not None and session.runs.info.config.patience == 5
    assert window.undo_stack.undoText().endswith(" → 5")
    info = session.runs.info
    engine.run_changed.emit(replace(info, update=2000, config=replace(info.config, patience=7)))
    assert session.loss.changes_of(0) == [2000]
    measured(2500, 0.06, 0.8)
    assert presenter.holding == () and chip.isHidden()
    lines = page.findChild(QLabel, "findings_past_lines")
    assert isinstance(lines, QLabel) and lines.text() == "Overfitting: updates 900 to 2,000"
    # Not again in this run.
    for update in (3000, 3500, 4000):
        measured(update, 0.9, 0.9, dead=0.9)
    assert [finding.kind for finding in presenter.holding] == ["dead"]
    assert len(said) == 2
    # By another change alone it isn't over: the numbers hold, and that is said.
    engine.run_changed.emit(replace(info, update=4000, config=replace(info.config, patience=9)))
    measured(4100, 0.9, 0.9, dead=0.9)
    waits = page.findChild(QLabel, "findings_waits")
    assert presenter.holding == () and isinstance(waits, QLabel)
    assert not waits.isHidden() and waits.text().endswith("were changed: Dead neurons.")
    measured(4500, 0.9, 0.9, dead=0.9)
    assert [finding.kind for finding in presenter.holding] == ["dead"] and waits.isHidden()
    dismiss = page.findChild(QPushButton, "finding_dead_dismiss")
    assert isinstance(dismiss, QPushButton)
    dismiss.click()
    assert presenter.holding == () and chip.isHidden()
    engine.run_changed.emit(replace(info, update=4500, config=replace(info.config, patience=8)))
    measured(4600, 0.9, 0.9, dead=0.9)
    assert waits.isHidden()
    # Of another run nothing of it holds; its own numbers come with it.
    session.dispatcher.issue(c.DrawNewWeights())
    qtbot.waitUntil(lambda: presenter._info is not None and presenter._info.run != 0, timeout=WAIT_MS)
    assert presenter._found == ()
    window.composition.dispatcher.issue(c.ShowFindings())
    assert presenter._page is None


def test_in_the_past_it_is_what_was_known_then(window: MainWindow, qtbot: QtBot) -> None:
    session, engine = window.composition, window.composition.engine
    presenter = session.findings
    empty = np.zeros(0, np.int64)
    engine.layer_curves_sent.emit(
        LayerCurvesSent(0, LayerCurves((1, 2, 3), empty, np.zeros((5, 0, 3)), empty, empty))
    )
    for update, (train, test) in RISING.items():
        engine.exact_loss_computed.emit(exact(update, train, test))
        engine.layer_curve.emit(curve(update))
    assert [finding.until for finding in presenter.holding] == [2000]
    presenter._on_moment(Moment(1999, live=2000))
    assert presenter.holding == ()
    presenter._on_moment(None)
    assert [finding.kind for finding in presenter.holding] == ["overfitting"]
    # What is measured there changes nothing of that: at 1,300 its L is out of line, and of the layers nothing is known.
    found = presenter.holding
    presenter._on_moment(Moment(1300, live=2000))
    engine.exact_loss_computed.emit(exact(1300, 0.9, 0.3))
    presenter._on_moment(None)
    assert presenter.holding == found


def test_what_the_hand_did_is_not_said_of_the_training(window: MainWindow, qtbot: QtBot) -> None:
    session, engine = window.composition, window.composition.engine
    presenter = session.findings
    empty = np.zeros(0, np.int64)
    engine.layer_curves_sent.emit(
        LayerCurvesSent(0, LayerCurves((1, 2, 3), empty, np.zeros((5, 0, 3)), empty, empty))
    )

    def measured(update: int, train: float) -> None:
        engine.exact_loss_computed.emit(exact(update, train, 2.5))
        engine.layer_curve.emit(replace(curve(update), update_ratio=np.full(3, 2e-7)))

    for update, train in {300: 2.476, 600: 2.475, 900: 2.474, 1200: 2.473}.items():
        measured(update, train)
    (low,) = presenter.holding
    assert (low.kind, low.since, low.until, low["mean"]) == ("rate_too_low", 600, 1200, pytest.approx(2.473))
    place = ParameterLocation(2, 3, None)
    session.loss.mark_edit(0, 1, AppliedEdit(place, 0.1, -0.5, 1200, 1200))
    measured(1200, 2.430)
    (was,) = presenter._found
    assert (was.holds, was.until, was["mean"]) == (False, 900, pytest.approx(2.474))


def test_whether_a_gradient_was_clipped_is_known_of_its_own_update(window: MainWindow) -> None:
    info = window.composition.runs.info
    assert info is not None
    unclipped, clipped = info.config, replace(info.config, clip_norm=1.0, l2=0.1)
    changes = setting_marks(500, unclipped, clipped)
    info = replace(info, config=clipped, changes=changes)
    for until, expected in ((500, (False, ())), (501, (True, ("l2",)))):
        finding = with_settings(Finding("exploding", 100, until, True, 1, ()), info)
        assert (finding.is_clipped, finding.penalties) == expected


@pytest.mark.parametrize(("factor", "is_clipped"), [(1.0, False), (0.99, True), (np.nan, True)])
def test_a_gradient_within_the_limit_was_not_clipped(
    window: MainWindow, factor: float, is_clipped: bool
) -> None:
    session, engine = window.composition, window.composition.engine
    presenter, info = session.findings, session.runs.info
    assert info is not None
    presenter._info = replace(info, config=replace(info.config, clip_norm=100.0))
    empty = np.zeros(0, np.int64)
    engine.layer_curves_sent.emit(
        LayerCurvesSent(0, LayerCurves((1, 2, 3), empty, np.zeros((5, 0, 3)), empty, empty))
    )
    for update in (300, 600, 900):
        engine.exact_loss_computed.emit(exact(update, 2.3, 2.3))
        row = replace(curve(update), gradient_rms=np.array([1e-7, 1e-4, 0.02]), clip_factor=factor)
        engine.layer_curve.emit(row)
    (vanishing,) = presenter.holding
    assert (vanishing.kind, vanishing.is_clipped) == ("vanishing", is_clipped)


def test_what_was_set_by_hand_before_the_first_update_did_not_begin_as_it_was_drawn(
    window: MainWindow,
) -> None:
    info = window.composition.runs.info
    assert info is not None and beginning_of(info).set_by_hand == frozenset()

    def mark(update: int, what: str, after: float) -> JournalMark:
        return JournalMark(update, "edit", what, 0.25, after, ParameterLocation(0, 0, None))

    # A weight was set to 0, and a bias later.
    changes = (mark(0, "w", 0.0), mark(3, "b", 2.0))
    assert beginning_of(replace(info, changes=changes)).set_by_hand == frozenset()
    changes = (mark(0, "w", 0.0), mark(0, "b", -3.0), mark(3, "w", 2.0))
    assert beginning_of(replace(info, changes=changes)).set_by_hand == {"b"}


def test_what_was_set_by_hand_is_known_as_soon_as_it_is(window: MainWindow) -> None:
    presenter, engine = window.composition.findings, window.composition.engine

    def set_by_hand(what: str, before: float, after: float, run: int = 0) -> frozenset[str]:
        mark = JournalMark(0, "edit", what, before, after, ParameterLocation(0, 0, None))
        engine.journal_marked.emit(JournalMarked(run, mark))
        assert presenter._info is not None
        return beginning_of(presenter._info).set_by_hand

    assert set_by_hand("b", 0.0, 2.0) == {"b"}
    # What is put back was not set; nor is what was set in another run.
    assert set_by_hand("b", 2.0, 0.0) == frozenset()
    assert set_by_hand("w", 0.0, 2.0, run=1) == frozenset()


def test_where_every_column_is_one_number_there_is_nothing_to_learn_from(window: MainWindow) -> None:
    info = window.composition.runs.info
    assert info is not None and not beginning_of(info).is_without_inputs
    for constant, expected in (((True, True), True), ((True, False), False)):
        data = replace(info.data, constant=np.array(constant))
        assert beginning_of(replace(info, data=data)).is_without_inputs is expected
