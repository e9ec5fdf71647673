"""A small session with one of everything: two runs, one on data of a user's own, edits, a sorting, other settings."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine.history import kept_state_of
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
    _keep(driver)
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 1), 0.5, 0), c.SortNeurons(0, 2))
    driver.rest()
    driver.send(c.Reconfigure(replace(CONFIG, optimizer="adam", dropout=0.25, patience=2)))
    driver.train(4)
    _keep(driver)
    driver.train(5)
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    driver.send(c.LoadData(OWN, OWN_EXAMPLES), c.BeginRun(3, ARCHITECTURE, CONFIG, OWN))
    driver.train(7)
    return driver


def _keep(driver: Driver) -> None:
    """Keep the run as it stands: a history keeps none of so short a run by itself."""
    driver.engine.time.history.keep(0, kept_state_of(driver.engine.current))


@cache
def sample_session() -> Session:
    """What is saved of it."""
    driver = sample_driver()
    states = driver.engine.time.history.states
    runs = tuple(
        SavedRun(state_of(run), run.trainer.dataset.n_in, states(run.number)) for run in driver.engine.runs
    )
    return Session(
        runs, 3, (OwnData(OWN.of(OWN_EXAMPLES), data_checksum(OWN_EXAMPLES), OWN_EXAMPLES),), WINDOW
    )


@cache
def sample_bytes() -> bytes:
    """Its file."""
    return packed(*described(sample_session()))
