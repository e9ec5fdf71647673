"""Data sets are made or read; what cannot be learned from is refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.data.importers.first_look import FirstLook
from core.data.importers.progress import Cancelled
from core.data.toy_2d import make_plane
from gui.app.background_task import Job, RefusedError
from gui.data_dialog.loader import load_data, look_at


def ignore(_job: Job, _kind: str, _value: object) -> None:
    """What a job reports, where nobody wants to know."""


def a_job(choice: DatasetSpec, report: Callable[[Job, str, object], None] = ignore) -> Job:
    return Job(partial(load_data, choice), report)


def test_what_is_chosen_is_loaded() -> None:
    choice = DatasetSpec("plane", "moons", count=50, noise=0.05, seed=3)
    loaded, dataset = load_data(choice, a_job(choice))
    assert loaded == choice
    assert np.array_equal(dataset.X_train, make_plane("moons", 50, 0.05, 3).X_train)


def test_a_file_that_has_changed_since_gives_another_choice_and_the_same_one_gives_the_same(
    tmp_path: Path,
) -> None:
    path = tmp_path / "own.csv"
    choice = DatasetSpec("own", path=str(path))
    contents = []
    for labels in ("ab", "ac", "ab"):
        path.write_text("".join(f"{i % 5},{i % 3},{labels[i % 2]}\n" for i in range(40)), encoding="utf-8")
        loaded, dataset = load_data(choice, a_job(choice))
        assert loaded == choice.of(dataset) and loaded.unread == choice
        contents.append(loaded.content)
    assert contents[0] == contents[2] != contents[1]


@pytest.mark.parametrize("name", ["no.csv", "a" * 300], ids=["not there", "no system takes it"])
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    choice = DatasetSpec("own", path=str(tmp_path / name))
    with pytest.raises(RefusedError) as refused:
        load_data(choice, a_job(choice))
    sentence = str(refused.value)
    assert choice.path in sentence and "\n" not in sentence


def test_loading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("".join(f"{i},{i % 7},{'ab'[i % 2]}\n" for i in range(20_000)), encoding="utf-8")
    choice = DatasetSpec("own", path=str(path))
    reports: list[tuple[str, object]] = []
    load_data(choice, a_job(choice, lambda _job, kind, value: reports.append((kind, value))))
    shares = [float(str(value)) for kind, value in reports if kind == "progressed"]
    assert shares == sorted(shares) and shares[-1] == 1.0
    job = a_job(choice)
    assert job.cancel()
    with pytest.raises(Cancelled):
        load_data(choice, job)


def test_numbers_too_large_to_learn_from_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    path.write_text("3e30,a\n1,b\n2,a\n4,b\n", encoding="utf-8")
    choice = DatasetSpec("own", path=str(path), standardised=False)
    with pytest.raises(RefusedError, match="let its columns be standardised") as refused:
        load_data(choice, a_job(choice))
    assert choice.path in str(refused.value)
    standardised = replace(choice, standardised=True)
    _, dataset = load_data(standardised, a_job(standardised))
    assert np.abs(dataset.X_train).max() < 2


def test_a_look_is_silent_about_a_path_that_is_typed_and_not_complete(tmp_path: Path) -> None:
    job = a_job(DatasetSpec())
    (tmp_path / "empty").mkdir()
    for path, sentence in (
        (tmp_path / "none.csv", "it is not there"),
        (tmp_path / "empty", "has no folders of images"),
        (tmp_path, "has no images"),
    ):
        choice = DatasetSpec("own", path=str(path))
        assert look_at(choice, job, is_typed=True) == FirstLook()
        # Chosen, or dropped, it is complete.
        with pytest.raises(RefusedError, match=sentence):
            look_at(choice, job)


def test_a_look_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("x,label\n1,a,3,4\n", encoding="utf-8")
    for is_typed in (False, True):
        with pytest.raises(RefusedError, match="4 columns in line 2"):
            look_at(DatasetSpec("own", path=str(wrong)), a_job(DatasetSpec()), is_typed)
