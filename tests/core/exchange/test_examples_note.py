"""What is said of x and y beside exported weights: run with the file's own numbers, it gives the network's answers."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.data.importers.standardise import Scale
from core.exchange.code import FRAMEWORKS, code
from core.exchange.examples_note import ExamplesNote, examples_note
from core.exchange.weights_file import npz_bytes, safetensors_bytes
from core.exchange.weights_reader import MAX_HEADER_BYTES, read_weights
from core.nn.network import Network
from tests.core.exchange.test_weights_file import header_of

# By hand: 1, 2, 3, 6 has mean 3 and deviation √((4 + 1 + 0 + 9) / 4).
SCALE = Scale(np.array([3.0, -0.5]), np.array([3.5**0.5, 2.0]))
OWN = DatasetSpec("own", path="a.csv")
NOTE = examples_note(OWN, None, ("cat", "dog's \\ #\n"), ("weight", 'colour "1"'), SCALE)


def constants(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    exec(text, found)
    return found


def test_code_has_mean_and_deviation_as_constants_and_says_what_they_are_for() -> None:
    found = constants(NOTE.code())
    assert (found["mean"], found["deviation"]) == ([3.0, -0.5], [3.5**0.5, 2.0])
    assert found["columns"] == ["weight", 'colour "1"'] and found["classes"] == ["cat", "dog's \\ #\n"]
    assert NOTE.code().startswith("# x: (value - mean) / deviation, column by column\n")


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_it_stands_below_the_model(framework: str) -> None:
    topology = Network.dense((2, 3, 2)).topology
    text = code(framework, topology, "a.safetensors", NOTE)
    assert text == code(framework, topology, "a.safetensors") + NOTE.code()


def test_many_columns_stand_in_lines_that_can_be_read() -> None:
    count = 500
    scale = Scale(np.linspace(-1e9, 1e9, count), np.linspace(1e-9, 3, count))
    note = examples_note(OWN, None, ("a",), [f"column {number}" for number in range(count)], scale)
    found = constants(note.code())
    assert found["mean"] == scale.mean.tolist() and found["deviation"] == scale.deviation.tolist()
    assert len(found["columns"]) == count and max(map(len, note.code().splitlines())) <= 100


def test_files_have_them_and_open_here_as_before(tmp_path: Path) -> None:
    network = Network.dense((2, 3, 2))
    metadata = header_of(safetensors_bytes(network.topology, network.parameters, NOTE.metadata()))[
        "__metadata__"
    ]
    assert isinstance(metadata, dict)
    assert json.loads(metadata["mean"]) == [3.0, -0.5] and json.loads(metadata["deviation"]) == [
        3.5**0.5,
        2.0,
    ]
    assert (
        json.loads(metadata["classes"])[1] == "dog's \\ #\n"
        and json.loads(metadata["columns"])[0] == "weight"
    )
    packed = npz_bytes(network.topology, network.parameters, NOTE)
    with np.load(BytesIO(packed), allow_pickle=False) as file:
        np.testing.assert_array_equal(file["mean"], SCALE.mean)
        np.testing.assert_array_equal(file["deviation"], SCALE.deviation)
        assert file["classes"].tolist()[0] == "cat" and "(value - mean) / deviation" in str(file["x"])
    for name, content in (
        ("a.npz", packed),
        ("a.safetensors", safetensors_bytes(network.topology, network.parameters, NOTE.metadata())),
    ):
        (tmp_path / name).write_bytes(content)
        opened = read_weights(tmp_path / name)
        again = Network.dense(opened.sizes)
        opened.weights.write_to(again)
        np.testing.assert_array_equal(again.parameters, network.parameters)


def test_names_never_make_a_header_that_nobody_reads() -> None:
    columns = ["ü" * 200] * 4096
    note = ExamplesNote(
        "x", ("a",), tuple(columns), Scale(np.full(4096, -1.1e-300 / 3), np.full(4096, 1 / 3))
    )
    assert "columns" not in note.metadata() and len(json.loads(note.metadata()["mean"])) == 4096
    assert len(json.dumps(note.metadata())) < MAX_HEADER_BYTES / 2


@pytest.mark.parametrize(
    ("choice", "picture", "said"),
    [
        (DatasetSpec(), (16, 16), "1 for ink, 0 for none"),
        (DatasetSpec("own", path="a"), (16, 16), "1 for ink, 0 for none"),
        (DatasetSpec("own", path="a", as_ink=False), (16, 16), "grey, 0 for black to 1 for white"),
        (DatasetSpec("plane", "moons"), None, "no other scale"),
        (DatasetSpec("own", path="a.csv", standardised=False), None, "as they are in the file"),
        # A session of an earlier version, which has kept the examples and not their scale.
        (OWN, None, "was not kept"),
    ],
)
def test_x_is_said_of_whatever_examples(
    choice: DatasetSpec, picture: tuple[int, int] | None, said: str
) -> None:
    note = examples_note(choice, picture, ())
    assert said in note.x and "mean" not in constants(note.code()) and set(note.metadata()) == {"x"}
