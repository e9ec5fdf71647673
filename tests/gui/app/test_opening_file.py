"""The file that the command line names is opened, or it is said in one sentence why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.app.main_window import MainWindow
from gui.app.opening_file import OpeningFile
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 30_000


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield window
    window.close()


def test_a_session_is_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    files = window.composition.sessions.files
    with qtbot.waitSignal(files.saved, timeout=WAIT_MS):
        files.save(str(tmp_path / "a"))
    opening = OpeningFile(window, str(tmp_path / "a"), True)
    with qtbot.waitSignal(opening.opened, timeout=WAIT_MS):
        opening.start()
    assert engine_of(window).number == 1


def test_a_script_reads_data_as_the_dialog_would(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,label\n" + "".join(f"{n},{'xy'[n % 2]}\n" for n in range(20)))
    opening = OpeningFile(window, str(path), True)
    with qtbot.waitSignal(opening.opened, timeout=WAIT_MS):
        opening.start()
    assert engine_of(window).current.origin.choice.path == str(path)


def test_a_script_opens_weights_with_what_the_dialog_offers_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    W, b = np.ones((256, 10), "f4"), np.zeros(10, "f4")
    np.savez(tmp_path / "a.npz", W1=np.ones((256, 7), "f4"), b1=np.zeros(7, "f4"), W2=W[:7], b2=b)
    opening = OpeningFile(window, str(tmp_path / "a.npz"), True)
    with qtbot.waitSignal(opening.opened, timeout=WAIT_MS):
        opening.start()
    network = engine_of(window).current.trainer.network
    assert (network.sizes, network.activations) == ((256, 7, 10), ("relu", "softmax"))


def test_weights_that_do_not_suit_the_examples_are_refused_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    np.savez(tmp_path / "a.npz", W1=np.ones((3, 10), "f4"), b1=np.zeros(10, "f4"))
    opening = OpeningFile(window, str(tmp_path / "a.npz"), True)
    heard: list[str] = []
    opening.refused.connect(heard.append)
    with qtbot.waitSignal(opening.refused, timeout=WAIT_MS):
        opening.start()
    assert len(heard) == 1 and "takes 3 numbers" in heard[0]


@pytest.mark.parametrize("content", ["a\n1\n", "\0\0"])
def test_what_is_neither_is_refused_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(content)
    opening = OpeningFile(window, str(path), True)
    heard: list[str] = []
    opening.refused.connect(heard.append)
    with qtbot.waitSignal(opening.refused, timeout=WAIT_MS):
        opening.start()
    assert len(heard) == 1 and str(path) in heard[0]
