"""The film as a file: its pictures, how long they stay, how it is stopped, and that the window stays where it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QAbstractButton, QComboBox, QProgressBar
from pytestqt.qtbot import QtBot

from core.engine import film as film_module
from core.engine import history as history_module
from core.engine.commands import LookAt, Train
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.export.video_encoder import video_encoder
from gui.film.film_dialog import FilmDialog
from gui.film.film_plan import FilmPlan
from gui.network.marks.mark_types import TextMark
from tests.gui.local_engine import engine_of, work_until
from tests.gui.presenters.exporting import WAIT_MS, picture_in, press, said, saved, saving_into, shown

# Where nothing hangs on how many there are.
pytestmark = pytest.mark.usefixtures("fewer_digits")

UPDATES = 200


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with shown(qtbot, saving_into(tmp_path)) as window:
        session = window.composition
        session.transport.set_speed(100)
        session.dispatcher.issue(Train(UPDATES))
        work_until(window, UPDATES)
        qtbot.waitUntil(
            lambda: not session.store.state.running and _update(window) == UPDATES, timeout=WAIT_MS
        )
        session.dispatcher.issue(c.ShowFilm())
        yield window


def _update(window: MainWindow) -> int:
    displayed = window.composition.network.displayed
    return -1 if displayed is None else displayed.update


def _run(window: MainWindow) -> int:
    displayed = window.network_view.displayed_snapshot
    return -1 if displayed is None else displayed.run


def dialog_of(window: MainWindow, plan: FilmPlan, kind: str = "gif") -> FilmDialog:
    bar = window.network_area.film_bar
    bar.plan_wanted.emit(plan)
    button = bar.findChild(QAbstractButton, "film_save")
    assert isinstance(button, QAbstractButton)
    button.click()
    dialog = window.findChild(FilmDialog)
    assert isinstance(dialog, FilmDialog) and dialog.isVisible()
    dialog.kind.setCurrentIndex([dialog.kind.itemData(i)[0] for i in range(dialog.kind.count())].index(kind))
    width = dialog.findChild(QComboBox, "save_film_width")
    assert isinstance(width, QComboBox)
    width.setCurrentIndex(0)
    return dialog


def frames_of(film: Image.Image) -> list[tuple[np.ndarray, int]]:
    """Each frame's pixels, and how many ms it stays."""
    frames = []
    for i in range(film.n_frames):
        film.seek(i)
        film.load()
        frames.append((np.asarray(film.convert("RGB")), int(film.info["duration"])))
    return frames


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_the_file_lasts_as_long_as_the_film_and_its_pictures_differ(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    path = saved(qtbot, dialog_of(window, FilmPlan(0, UPDATES, 1), kind))
    assert path == tmp_path / f"backlight-film-0-200.{kind}" and os.listdir(tmp_path) == [path.name]
    frames = frames_of(picture_in(path))
    assert frames[0][0].shape[1] == 480
    # 29 pictures of a thirtieth of a second, and the last one for 2 s.
    assert sum(lasts for _, lasts in frames) == pytest.approx(29 * 1000 / 30 + 2000, abs=20)
    assert frames[-1][1] >= 2000 and len(frames) > 20
    assert all(
        not np.array_equal(one[0], other[0]) for one, other in zip(frames[:-1], frames[1:], strict=True)
    )
    assert f"Saved: {path}" in window.message_bar.text


@pytest.mark.skipif(video_encoder() is None, reason="no video encoder is installed")
def test_a_video_is_written_too(window: MainWindow, qtbot: QtBot) -> None:
    path = saved(qtbot, dialog_of(window, FilmPlan(UPDATES, 0, 1), "mp4"))
    assert path.read_bytes()[4:8] == b"ftyp"


@pytest.mark.parametrize("at", [None, 77])
def test_the_window_shows_afterwards_what_it_showed_before(
    window: MainWindow, qtbot: QtBot, at: int | None
) -> None:
    session, run = window.composition, engine_of(window).current
    if at is not None:
        session.dispatcher.issue(LookAt(at))
        qtbot.waitUntil(lambda: _update(window) == at, timeout=WAIT_MS)
    end = run.trainer.checkpoint().checksum
    saved(qtbot, dialog_of(window, FilmPlan(0, UPDATES, 1)))
    engine = engine_of(window)
    qtbot.waitUntil(lambda: engine.seconds_until_due() > 0.5 and session.engine.has_answered, timeout=WAIT_MS)
    assert engine.time.is_looking_back == (at is not None)
    assert _update(window) == engine.shown.trainer.step_count == (UPDATES if at is None else at)
    assert run.trainer.checkpoint().checksum == end


def test_it_shows_how_far_it_is_and_can_be_stopped(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(window, FilmPlan(0, UPDATES, 80))
    press(dialog, "save")
    progress = dialog.findChild(QProgressBar, "save_film_progress")
    assert isinstance(progress, QProgressBar)
    qtbot.waitUntil(lambda: progress.value() >= 1, timeout=WAIT_MS)
    assert dialog.is_busy and progress.isVisible()
    press(dialog, "cancel")
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT_MS)
    assert os.listdir(tmp_path) == [] and dialog.isVisible() and said(dialog) == ""
    assert not window.composition.film.saving.is_painting
    press(dialog, "cancel")
    assert not dialog.isVisible()


def test_a_folder_that_is_gone_is_said_and_nothing_is_under_way(window: MainWindow, tmp_path: Path) -> None:
    dialog = dialog_of(window, FilmPlan(0, UPDATES, 1))
    dialog._path.setText(str(tmp_path / "gone" / "film.gif"))
    press(dialog, "save")
    assert "could not be written" in said(dialog) and not dialog.is_busy
    press(dialog, "cancel")


def test_what_was_said_of_the_example_on_screen_is_not_said_in_every_picture(window: MainWindow) -> None:
    render, snapshot = window.network_view.detached_render(), window.network_view.displayed_snapshot
    assert render is not None and snapshot is not None
    frame, notice = render.composed_frame, TextMark(9, 9, "Almost no gradient: this one is already right.")
    frame.show_words(replace(frame.words, notice=notice))
    window.composition.film.saving._show_words(render, snapshot)
    assert frame.words.notice is None


@pytest.mark.parametrize(
    "how", ["another run", "another run, while the dialog was open", "the engine has ended"]
)
def test_where_its_run_is_gone_no_file_is_written_and_the_dialog_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, how: str
) -> None:
    dialog = dialog_of(window, FilmPlan(0, UPDATES, 80))
    session = window.composition
    if how == "another run, while the dialog was open":
        # Its run is known before its picture is seen.
        displayed = window.network_view.displayed_snapshot
        assert displayed is not None
        session.dispatcher.issue(c.SetArchitecture(Architecture.dense((3,))))
        qtbot.waitUntil(
            lambda: session.runs.info is not None and session.runs.info.run != displayed.run, timeout=WAIT_MS
        )
        press(dialog, "save")
        assert "no longer on screen" in said(dialog) and not session.film.saving.is_painting
        qtbot.waitUntil(lambda: _run(window) != displayed.run, timeout=WAIT_MS)
        press(dialog, "save")
        assert "no longer on screen" in said(dialog) and os.listdir(tmp_path) == []
        return
    press(dialog, "save")
    assert session.film.saving.is_painting
    if how == "another run":
        # Of other layers: its numbers have no place in the film's picture.
        session.dispatcher.issue(c.SetArchitecture(Architecture.dense((3,))))
    else:
        session.engine.lost.emit("It was ended.")
    qtbot.waitUntil(lambda: said(dialog) != "", timeout=WAIT_MS)
    words = "no longer on screen" if how == "another run" else "process has ended meanwhile"
    assert words in said(dialog) and not session.film.is_open
    # It can be tried again, or left.
    assert not session.film.saving.is_painting and not dialog.is_busy
    press(dialog, "cancel")
    assert not dialog.isVisible()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("is_all_there", [True, False])
def test_another_engine_gives_the_pictures_that_it_has_and_of_others_no_file_is_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, is_all_there: bool
) -> None:
    session, engine = window.composition, engine_of(window)
    engine.save()
    if not is_all_there:
        session.dispatcher.issue(Train(UPDATES))
        work_until(window, 2 * UPDATES)
        qtbot.waitUntil(lambda: _update(window) == 2 * UPDATES, timeout=WAIT_MS)
        session.dispatcher.issue(c.ShowFilm())
    dialog = dialog_of(window, FilmPlan(0, UPDATES if is_all_there else 2 * UPDATES, 1))
    shares: list[float] = []
    session.film.saving._painter.progressed.connect(shares.append)
    press(dialog, "save")
    qtbot.waitUntil(lambda: len(shares) > 3, timeout=WAIT_MS)
    session.engine._transport.kill()
    qtbot.waitUntil(lambda: said(dialog) != "" or not dialog.isVisible(), timeout=WAIT_MS)
    if is_all_there:
        assert said(dialog) == "" and picture_in(tmp_path / "backlight-film-0-200.gif").n_frames > 20
    else:
        assert "process has ended meanwhile" in said(dialog) and not dialog.is_busy
        qtbot.waitUntil(lambda: os.listdir(tmp_path) == [], timeout=WAIT_MS)


@pytest.mark.parametrize("is_exact", [True, False])
def test_after_a_kill_the_file_has_the_very_pictures_or_is_refused(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_exact: bool
) -> None:
    session, plan = window.composition, FilmPlan(UPDATES, 0, 1)
    # The next engine has update 0 and the newest only: what lies between is more than is made again elsewhere.
    spacing = history_module.first_spacing(engine_of(window).current)
    assert spacing < UPDATES
    monkeypatch.setattr(film_module, "MOST_UPDATES", spacing)
    monkeypatch.setattr(history_module, "LARGEST_FIRST_SPACING", spacing)
    if not is_exact:
        # As where an update takes long.
        monkeypatch.setattr(film_module, "MOST_WORK", 0)
    engine_of(window).save()
    dialog, shares = dialog_of(window, plan), list[float]()
    updates: list[tuple[int, int]] = []
    session.engine.film_frame.connect(lambda frame: updates.append((frame.update, frame.shown.update)))
    session.film.saving._painter.progressed.connect(shares.append)
    press(dialog, "save")
    qtbot.waitUntil(lambda: len(shares) > 3, timeout=WAIT_MS)
    session.engine._transport.kill()
    qtbot.waitUntil(lambda: said(dialog) != "" or not dialog.isVisible(), timeout=WAIT_MS)
    if is_exact:
        assert {*updates} == {(update, update) for update in map(plan.update_at, range(plan.count))}
        assert picture_in(tmp_path / "backlight-film-200-0.gif").n_frames == plan.count
    else:
        assert "No file was written" in said(dialog)
        qtbot.waitUntil(lambda: os.listdir(tmp_path) == [], timeout=WAIT_MS)
