"""In the whole window: until L is measured anew after a change by hand, nothing says that it is of what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.editing.parameter_edits import ParameterLocation
from core.engine.loss_meter import ExactLossMeter
from gui.engine.autosave_folder import FileNote
from gui.widgets.number_text import total_text
from tests.gui.figures.made_figure import figure_of
from tests.gui.presenters.side_desk import UPDATES, Desk, new_desk


@pytest.fixture
def desk(fewer_digits: None, qtbot: QtBot) -> Iterator[Desk]:
    desk = new_desk(qtbot)
    desk.train(UPDATES)
    yield desk
    desk.window.close()


def own_total(desk: Desk) -> float:
    """L of the parameters as they stand: −Σ ln y of the labels by ReLU layers and softmax, in float64."""
    trainer = desk.engine.current.trainer
    a = trainer.dataset.X_train.astype(np.float64)
    layers = trainer.network.layers
    for layer in layers:
        z = a @ layer.W.astype(np.float64) + layer.b.astype(np.float64)
        a = np.maximum(z, 0)
    largest = z.max(axis=1, keepdims=True)
    logs = z - largest - np.log(np.exp(z - largest).sum(axis=1, keepdims=True))
    return -float(logs[np.arange(len(logs)), trainer.dataset.y_train].sum())


def measured_as(desk: Desk, total: float) -> bool:
    exact: ExactLoss | None = desk.session.loss.exact
    return exact is not None and exact.update == UPDATES and bool(np.isclose(exact.train_total, total, 1e-5))


def test_l_of_before_an_edit_says_so_wherever_it_stands(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = own_total(desk)
    desk.until(lambda: measured_as(desk, before))
    desk.open()
    run, session = desk.a.run, desk.session
    header = desk.area.headers[0]
    notes: list[FileNote] = []
    desk.until(lambda: f"  ·  L = {total_text(before)}" in header.accessibleDescription())
    monkeypatch.setattr(session.engine.autosave_folder, "note_file", notes.append)
    files = session.sessions.files
    files.path = "mine.backlight"
    files._note_file(UPDATES)
    measure = ExactLossMeter.advance
    # Nothing is measured meanwhile.
    monkeypatch.setattr(ExactLossMeter, "advance", lambda *_: False)
    session.edits._on_value_wanted(ParameterLocation(2, 3, None), 2.5, False)
    desk.until(lambda: desk.a.edit_count == 1)
    said = f"at update {UPDATES}, θ edited since: L = {total_text(before)}"
    desk.until(lambda: said in header.accessibleDescription())
    desk.until(lambda: desk.rows().get("measured", ("", ""))[0] == f"{UPDATES} (θ edited since)")
    frozen = session.figures._with_moment(replace(figure_of(), update=None))
    assert frozen is not None and f"(at update {UPDATES}, θ edited since)" in frozen.line
    assert session.loss.is_before_edit(run, UPDATES)
    # The file has other parameters than those that L is of.
    files._note_file(UPDATES)
    assert [note.total for note in notes] == [pytest.approx(before), None]
    # Measured anew it is of what is shown.
    monkeypatch.setattr(ExactLossMeter, "advance", measure)
    after = own_total(desk)
    assert abs(after - before) > 1
    desk.until(lambda: measured_as(desk, after))
    desk.until(lambda: f"  ·  L = {total_text(after)}" in header.accessibleDescription())
    # B is the run's beginning, of which nothing may have been measured: then A's update is named as well.
    desk.until(lambda: desk.rows().get("measured", (f"{UPDATES}", ""))[0] == f"{UPDATES}")
    assert not session.loss.is_before_edit(run, UPDATES)
