"""A run is called by what differs in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.journal_marks import JournalMark
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.pooling import MaxPool2d
from core.training.config import TrainingConfig
from gui.timeline import run_names as module
from gui.timeline.run_names import change_signs, curve_names, run_names

RATE = JournalMark(700, "setting", "learning_rate", 0.001, 0.01)
BATCH = JournalMark(900, "setting", "batch_size", 32, 256)
EDIT = JournalMark(800, "edit", "w", 0.1, 0.5, ParameterLocation(0, 1, 2))
SORTED = JournalMark(850, "sorting", "neurons", 0, 1)


def info_of(run: int = 0, **fields: object) -> RunInfo:
    config = fields.pop("config", TrainingConfig(learning_rate=0.01, batch_size=256))
    sizes = fields.pop("sizes", (256, 32, 16, 10))
    architecture = Architecture.dense(seed=fields.pop("seed", 0))  # type: ignore[arg-type]
    return RunInfo(run, architecture, config, sizes, 8_922, 60_000, 10_000, 234, **fields)  # type: ignore[arg-type]


def test_changes_are_signs_with_their_words_and_a_sorting_is_none() -> None:
    together = replace(BATCH, update=700)
    signs = [(sign.update, sign.is_edit, sign.words) for sign in change_signs((RATE, together, EDIT, SORTED))]
    assert signs == [
        (700, False, "Update 700: η 0.001 → 0.01, batch 32 → 256"),
        (800, True, "Update 800: w set by hand 0.1 → 0.5"),
    ]


def test_a_value_that_was_set_is_seen_to_be_another_one() -> None:
    (sign,) = change_signs((replace(EDIT, before=-0.803978, after=-0.803994),))
    assert sign.words == "Update 800: w set by hand −0.80398 → −0.80399"


def test_when_a_schedule_began_is_no_change_that_somebody_made() -> None:
    schedule = JournalMark(700, "setting", "schedule", "constant", "cosine")
    start = JournalMark(700, "setting", "schedule_start", 0, 700)
    (sign,) = change_signs((start, schedule))
    assert sign.words == "Update 700: schedule constant → cosine"
    branch = info_of(1, parent=0, branch_update=600, changes=(start, schedule))
    assert "cosine" in run_names([info_of(), branch])[1]


def test_a_run_of_its_own_is_called_by_what_it_began_with() -> None:
    assert run_names([info_of(changes=(RATE, BATCH))]) == {0: "seed 0: Adam, η 0.001, batch 32"}


def test_what_was_changed_before_the_first_update_is_what_it_began_with() -> None:
    before = replace(RATE, update=0, before=0.001, after=0.1)
    now = TrainingConfig(learning_rate=0.1)
    assert run_names([info_of(config=now, changes=(before,))])[0] == "seed 0: Adam, η 0.1, batch 32"
    # A later change is not.
    later = replace(RATE, update=1, before=0.1, after=0.2)
    now = TrainingConfig(learning_rate=0.2)
    assert run_names([info_of(config=now, changes=(before, later))])[0] == "seed 0: Adam, η 0.1, batch 32"


def test_a_run_with_the_weights_of_a_file_is_called_by_the_file() -> None:
    run = info_of(changes=(RATE, BATCH), weights_name="mine.safetensors")
    assert run_names([run])[0] == "mine.safetensors: Adam, η 0.001, batch 32"
    assert curve_names([run, info_of(1)])[0] == "mine.safetensors"


def test_a_name_like_one_that_is_made_is_not_made_twice() -> None:
    runs = [info_of(run) for run in range(4)]
    names = run_names(runs, {0: "a (2)", 1: "a", 3: "a"})
    assert len(set(names.values())) == 4 and (names[0], names[3]) == ("a (2)", "a (3)")


def test_a_branch_is_called_by_its_first_own_change() -> None:
    parent = info_of(changes=(RATE,))
    branch = info_of(1, parent=0, branch_update=800, changes=(RATE, BATCH))
    edited = info_of(2, parent=0, branch_update=800, changes=(RATE, EDIT))
    plain = info_of(3, parent=0, branch_update=750, changes=(RATE,))
    names = run_names([parent, branch, edited, plain])
    assert [names[run] for run in (1, 2, 3)] == [
        "batch 32 → 256 at 900",
        "w set by hand 0.1 → 0.5 at 800",
        "branch at 750",
    ]


def test_a_change_at_the_branch_point_that_the_parent_had_is_not_the_branches_own() -> None:
    parent = info_of(changes=(RATE,))
    assert run_names([parent, info_of(1, parent=0, branch_update=700, changes=(RATE,))])[1] == "branch at 700"


def test_no_two_runs_have_the_same_name() -> None:
    names = run_names([info_of(), info_of(1), info_of(2, seed=1), info_of(3, sizes=(256, 8, 10))])
    assert len(set(names.values())) == 4
    assert names[1].endswith("(2)") and names[3].startswith("256-8-10, seed 0")
    deep = run_names([info_of(), info_of(1, sizes=(256, *(32,) * 20, 10))])
    assert deep[1].startswith("256-32×20-10, seed 0")


def test_a_name_is_the_same_where_a_session_gives_its_runs_other_numbers() -> None:
    infos = [info_of(), info_of(1), info_of(2)]
    opened = [replace(info, run=info.run + 68) for info in infos]
    assert list(run_names(infos).values()) == list(run_names(opened).values())


def test_a_branch_whose_parent_is_gone_keeps_its_name() -> None:
    assert run_names([info_of(4, parent=1, branch_update=9, changes=(BATCH,))])[4] == "batch 32 → 256 at 900"


def test_a_name_that_was_given_stands_in_place_of_what_differs() -> None:
    infos = [info_of(0), info_of(1, parent=0, branch_update=50)]
    assert run_names(infos, {1: "mine"})[1] == "mine"
    # And no two are the same, whoever gave them.
    assert run_names(infos, {0: "mine", 1: "mine"}) == {0: "mine", 1: "mine (2)"}


def test_beside_a_curve_a_run_is_called_by_what_it_has_instead() -> None:
    infos = [
        info_of(0),
        info_of(1, parent=0, branch_update=700, changes=(RATE,)),
        info_of(2, parent=0, branch_update=5),
    ]
    assert curve_names(infos) == {0: "seed 0", 1: "η 0.01", 2: "branch at 5"}
    # Two that have the same instead are called by all that differs.
    again = replace(RATE, update=800)
    infos.append(info_of(3, parent=0, branch_update=800, changes=(again,)))
    names = curve_names(infos, {2: "mine"})
    assert names == {0: "seed 0", 1: "η 0.001 → 0.01 at 700", 2: "mine", 3: "η 0.001 → 0.01 at 800"}


def test_networks_of_maps_are_told_apart_by_their_layers() -> None:
    def run(number: int, kernel: int) -> RunInfo:
        layers = (Conv2d(4, kernel, padding=kernel // 2, picture=(16, 16)), MaxPool2d(2))
        architecture = Architecture.dense().with_hidden(layers)
        return replace(info_of(number, sizes=(256, 1024, 256, 10)), architecture=architecture)

    names = run_names([run(0, 3), run(1, 5)])
    assert [name.split(",")[0] for name in names.values()] == ["256-4C3p1-MP2-10", "256-4C5p2-MP2-10"]


def test_each_structure_is_written_a_few_times_however_many_runs_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[RunInfo] = []
    write = module._structure
    monkeypatch.setattr(module, "_structure", lambda info: written.append(info) or write(info))
    runs = [info_of(run, sizes=(256, 8 + run, 10)) for run in range(40)]
    assert run_names(runs)[3] == "256-11-10, seed 0: Adam, η 0.01, batch 256"
    assert len(written) == 2 * len(runs)


def test_runs_of_their_own_that_would_be_called_the_same_are_called_by_what_else_differs() -> None:
    def run(number: int, **choices: object) -> RunInfo:
        architecture = Architecture.dense(**choices)  # type: ignore[arg-type]
        return replace(info_of(number, config=TrainingConfig()), architecture=architecture)

    usual = "seed 0: Adam, η 0.001, batch 32"
    names = run_names([run(0, initializer="normal"), run(1, initializer="normal", initial_scale=1.0)])
    assert names == {0: f"{usual}, normal 0.1", 1: f"{usual}, normal 1"}
    names = run_names([run(0, skip=True), run(1, skip=True, skip_scale=0.1), run(2)])
    assert names[1] == f"{usual}, residual: on, W × 0.1" and names[2] == f"{usual}, residual: off"
    names = run_names([run(0, activation=("relu", "tanh")), run(1, activation=("tanh", "relu"))])
    assert names == {0: f"{usual}, ReLU, tanh", 1: f"{usual}, tanh, ReLU"}
    settings = [replace(run(number), config=TrainingConfig(dropout=number / 4)) for number in range(2)]
    assert run_names(settings)[1] == f"{usual}, dropout 0.25"
    losses = [replace(run(0), config=TrainingConfig(loss="squared_error")), run(1)]
    assert run_names(losses)[0] == f"{usual}, loss squared error"
    # Nothing differs: they are counted.
    assert list(run_names([run(0), run(1)]).values()) == [usual, f"{usual} (2)"]


def test_where_activations_differ_each_run_says_its_own_also_those_of_another_seed_and_the_usual_one() -> (
    None
):
    def run(number: int, activation: str, seed: int = 0, **fields: object) -> RunInfo:
        architecture = Architecture.dense(activation=activation, seed=seed)
        return replace(info_of(number, config=TrainingConfig(), **fields), architecture=architecture)

    infos = [run(0, "relu"), run(1, "leaky_relu"), run(2, "leaky_relu", seed=1)]
    assert run_names(infos) == {
        0: "seed 0: Adam, η 0.001, batch 32, ReLU",
        1: "seed 0: Adam, η 0.001, batch 32, leaky ReLU",
        2: "seed 1: Adam, η 0.001, batch 32, leaky ReLU",
    }
    # Beside the curves, where there is little room, nothing stands before it that they have in common.
    assert curve_names(infos) == {0: "seed 0: ReLU", 1: "seed 0: leaky ReLU", 2: "seed 1"}
    # Where all have one, it tells none of them apart; a network without hidden layers has none to differ.
    assert run_names(infos[1:])[2] == "seed 1: Adam, η 0.001, batch 32"
    bare = replace(info_of(3, seed=1, config=TrainingConfig(), sizes=(256, 10)))
    bare = replace(bare, architecture=Architecture.dense(hidden=(), seed=1))
    assert run_names([infos[0], bare])[0] == "256-32-16-10, seed 0: Adam, η 0.001, batch 32"


def test_beside_a_curve_only_what_differs_between_runs_of_one_seed_is_said() -> None:
    adam, other = TrainingConfig(), TrainingConfig(optimizer="sgd", learning_rate=0.1)
    infos = [info_of(0, config=adam), info_of(1, config=other), info_of(2, config=adam, sizes=(256, 8, 10))]
    assert curve_names(infos) == {
        0: "seed 0: 256-32-16-10, Adam, η 0.001",
        1: "seed 0: 256-32-16-10, SGD, η 0.1",
        2: "seed 0: 256-8-10, Adam, η 0.001",
    }
    # Nothing differs: they are counted.
    assert curve_names([infos[0], replace(infos[0], run=1)]) == {0: "seed 0", 1: "seed 0 (2)"}


def test_a_setting_that_is_not_as_usual_is_said_wherever_another_run_is_without_it() -> None:
    usual, kept = TrainingConfig(), TrainingConfig(l2=0.01, dropout=0.3)
    few = {"train_count": 1000, "config": kept}
    infos = [info_of(0, config=usual), replace(info_of(1), **few), replace(info_of(2, seed=1), **few)]  # type: ignore[arg-type]
    assert run_names(infos) == {
        0: "seed 0: Adam, η 0.001, batch 32",
        1: "seed 0: Adam, η 0.001, batch 32, λ₂ 0.01, dropout 0.3",
        2: "seed 1: Adam, η 0.001, batch 32, λ₂ 0.01, dropout 0.3",
    }
    # What all have tells none of them apart.
    assert run_names(infos[1:])[2] == "seed 1: Adam, η 0.001, batch 32"


def test_a_schedule_is_told_by_its_parts_where_it_is_in_force_and_not_at_all_where_it_is_not() -> None:
    usual = TrainingConfig()
    idle = replace(usual, schedule_period=40, schedule_factor=0.5, weight_decay=0.1)
    steps = replace(idle, schedule="step")
    names = run_names([info_of(run, config=config) for run, config in enumerate((usual, idle, steps))])
    seed = "seed 0: Adam, η 0.001, batch 32"
    assert list(names.values()) == [
        seed,
        f"{seed} (2)",
        f"{seed}, schedule in steps, schedule period 40, schedule factor 0.5",
    ]


def test_how_many_examples_and_a_start_that_was_set_by_hand_tell_runs_apart() -> None:
    usual = info_of(0, config=TrainingConfig())
    few = replace(usual, run=1, train_count=1000)
    name = "seed 0: Adam, η 0.001, batch 32"
    assert run_names([usual, few]) == {0: f"{name}, 60,000 examples", 1: f"{name}, 1,000 examples"}
    assert run_names([usual, replace(few, train_count=1)])[1] == f"{name}, 1 example"
    edited = replace(usual, run=1, changes=(replace(EDIT, update=0),))
    assert run_names([usual, edited]) == {0: name, 1: f"{name}, w set by hand 0.1 → 0.5"}
    # Later it is no other start.
    later = replace(usual, run=1, changes=(EDIT,))
    assert run_names([usual, later])[1] == f"{name} (2)"


def test_runs_on_one_file_that_has_changed_between_them_are_called_by_what_it_held() -> None:
    infos = [
        info_of(run, data=DataInfo(DatasetSpec("own", path="/some/where/own.csv", content=digit * 64)))
        for run, digit in enumerate("3f")
    ]
    usual = "seed 0: Adam, η 0.01, batch 256"
    assert run_names(infos) == {0: f"{usual}, contents 333333", 1: f"{usual}, contents ffffff"}
    assert curve_names(infos) == {0: "seed 0: contents 333333", 1: "seed 0: contents ffffff"}
    # Other files are known by their names.
    other = info_of(2, data=DataInfo(DatasetSpec("own", path="/some/where/other.csv", content="a" * 64)))
    assert run_names([infos[0], other]) == {0: f"{usual}, own.csv", 2: f"{usual}, other.csv"}
    names = run_names([*infos, other])
    assert names[1] == f"{usual}, own.csv, contents ffffff" and names[2] == f"{usual}, other.csv"
