"""A small session with one of everything: two runs, one on data of a user's own, edits, a sorting, other settings."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine.run_state import state_of
from core.engine.window_state import WindowArray, WindowState
from core.session.container import packed
from core.session.session import OwnData, SavedRun, Session, data_checksum, described
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.small_data import small_data

OWN = DatasetSpec("own", path="/nowhere/own.csv")
OWN_EXAMPLES = small_data(40, 4, 2)
WINDOW = WindowState('{"pins": [[0, 1]]}', (WindowArray("curve", np.array([1.5, np.nan, np.inf])),))


def sample_driver(**more: Any) -> Driver:
    """An engine with the two runs, the second one on screen."""
    driver = Driver(config=replace(CONFIG, optimizer="nesterov"), **more)
    driver.train(20)
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 1), 0.5, 0), c.SortNeurons(0, 2))
    driver.rest()
    driver.send(c.Reconfigure(replace(CONFIG, optimizer="adam", dropout=0.25, patience=2)))
    driver.train(9)
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    driver.send(c.LoadData(OWN, OWN_EXAMPLES), c.BeginRun(3, ARCHITECTURE, CONFIG, OWN))
    driver.train(7)
    return driver


@cache
def sample_session() -> Session:
    """What is saved of it."""
    driver = sample_driver()
    runs = tuple(SavedRun(state_of(run), run.trainer.dataset.n_in) for run in driver.engine.runs)
    return Session(runs, 3, (OwnData(OWN, data_checksum(OWN_EXAMPLES), OWN_EXAMPLES),), WINDOW)


@cache
def sample_bytes() -> bytes:
    """Its file."""
    return packed(*described(sample_session()))
