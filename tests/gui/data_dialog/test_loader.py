"""Data sets are loaded beside the window, and the loading can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

import gui.data_dialog.loader as loader_module
from core.data.dataset_spec import DataChoice
from core.data.toy_2d import make_plane
from gui.data_dialog.loader import DataLoader


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[DataLoader]:
    loader = DataLoader()
    yield loader
    assert loader.stop()


def test_what_is_chosen_is_loaded(loader: DataLoader, qtbot: QtBot) -> None:
    choice = DataChoice("plane", "moons", count=50, noise=0.05, seed=3)
    with qtbot.waitSignal(loader.loaded) as told:
        loader.load(choice)
    dataset, info = told.args
    assert np.array_equal(dataset.X_train, make_plane("moons", 50, 0.05, 3).X_train)
    assert info.choice == choice and info.class_names == ("0", "1") and info.picture is None
    assert info.input_scale == pytest.approx(float(np.abs(dataset.X_train).max()))


def test_numbers_to_be_met_have_a_scale_of_their_own(loader: DataLoader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loader.loaded) as told:
        loader.load(DataChoice("line", "step"))
    dataset, info = told.args
    assert info.class_names == () and info.output_scale == pytest.approx(0.8)
    assert dataset.is_regression


def test_it_happens_on_another_thread(
    loader: DataLoader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    real = loader_module.data_info

    def watched(*arguments: Any) -> Any:
        seen.append(current_thread() is main_thread())
        return real(*arguments)

    monkeypatch.setattr(loader_module, "data_info", watched)
    with qtbot.waitSignal(loader.loaded):
        loader.load(DataChoice("plane", "xor"))
    assert seen == [False]


def test_what_cannot_be_read_is_refused_in_one_sentence(
    loader: DataLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "no.csv"
    with qtbot.waitSignal(loader.refused) as told:
        loader.load(DataChoice("own", path=str(path)))
    assert str(path) in told.args[0] and "\n" not in told.args[0]


def test_loading_tells_how_far_it_is_and_can_be_stopped(
    loader: DataLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    path.write_text("".join(f"{i},{i % 7},{'ab'[i % 2]}\n" for i in range(20_000)), encoding="utf-8")
    shares: list[float] = []
    loader.progressed.connect(shares.append)
    with qtbot.waitSignal(loader.loaded):
        loader.load(DataChoice("own", path=str(path)))
    assert shares == sorted(shares) and shares[-1] == 1.0
    with qtbot.waitSignal(loader.cancelled):
        loader.load(DataChoice("own", path=str(path)))
        loader.cancel()


def test_an_unexpected_error_is_told_and_not_lost(
    loader: DataLoader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: Any) -> Any:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(loader_module, "data_info", broken)
    with qtbot.waitSignals([loader.failed, loader.cancelled]):
        loader.load(DataChoice("plane", "xor"))


def test_it_ends_while_it_loads(qtbot: QtBot) -> None:
    loader = DataLoader()
    loader.load(DataChoice(noise=0.1))
    assert loader.stop()


def test_numbers_too_large_to_learn_from_are_refused(
    loader: DataLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "huge.csv"
    path.write_text("3e30,a\n1,b\n2,a\n4,b\n", encoding="utf-8")
    with qtbot.waitSignal(loader.refused) as told:
        loader.load(DataChoice("own", path=str(path)))
    assert str(path) in told.args[0] and "scale them" in told.args[0]


def test_a_path_that_no_system_takes_is_refused(loader: DataLoader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loader.refused):
        loader.load(DataChoice("own", path="/" + "a" * 300))
