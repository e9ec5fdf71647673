"""The exported code is run by a Python of its own, beside the exported weights, and gives the same numbers."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.exchange.code import FRAMEWORKS, code
from core.exchange.modules import is_dense
from core.exchange.weights_file import safetensors_bytes
from core.nn.network import Network
from tests.core.exchange.networks import networks, some_rows, y_of
from tests.core.exchange.picture_networks import as_pytorch, picture_networks, torch_y

FILE_NAME = "my 'weights' ✓.safetensors"
# Runs each code where its weights are, and keeps what its model computes.
RUNNER = """
import os, runpy, sys
import numpy as np
for name in sorted(os.listdir()):
    os.chdir(name)
    model = runpy.run_path("code.py")["model"]
    x = np.load("x.npy")
    if sys.argv[1] == "pytorch":
        import torch
        with torch.no_grad():
            y = model(torch.from_numpy(x)).numpy()
    else:
        y = model.predict(x, verbose=0)
    np.save("y.npy", y)
    os.chdir("..")
"""
NEEDS = {"pytorch": ("torch",), "keras": ("torch", "keras")}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_code_builds_the_network_loads_its_weights_and_computes_the_same(
    framework: str, tmp_path: Path
) -> None:
    missing = [name for name in NEEDS[framework] if importlib.util.find_spec(name) is None]
    if missing:
        pytest.skip(f"{missing[0]} is not installed")
    made = dict(networks()) | dict(picture_networks())
    for name, network in made.items():
        folder = tmp_path / "cases" / name
        folder.mkdir(parents=True)
        (folder / "code.py").write_text(code(framework, network.topology, FILE_NAME), encoding="utf-8")
        (folder / FILE_NAME).write_bytes(safetensors_bytes(network.topology, network.parameters))
        X = some_rows(network.sizes[0])
        np.save(folder / "x.npy", as_pytorch(network, X) if framework == "pytorch" else X)
    environment = os.environ | {"KERAS_BACKEND": "torch", "KERAS_HOME": str(tmp_path / "keras")}
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, framework],
        cwd=tmp_path / "cases",
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    for name, network in made.items():
        y = np.load(tmp_path / "cases" / name / "y.npy")
        of = y_of if is_dense(network.topology) else torch_y
        expected = of(network, some_rows(network.sizes[0]))
        np.testing.assert_allclose(y, expected, rtol=2e-5, atol=5e-6, err_msg=name)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_code_is_short_however_many_layers_there_are(framework: str) -> None:
    usual = code(framework, Network.dense((256, 32, 16, 10)).topology, "weights.safetensors")
    deep = code(framework, Network.dense((256, *[32] * 100, 10)).topology, "weights.safetensors")
    assert len(usual.splitlines()) <= 17 and len(deep.splitlines()) <= 17
    assert max(map(len, (usual + deep).splitlines())) <= 100


def test_the_code_of_the_default_network_reads_as_one_would_write_it() -> None:
    text = code("pytorch", Network.dense((256, 32, 16, 10)).topology, "weights.safetensors")
    assert "    nn.Linear(256, 32), nn.ReLU(),\n    nn.Linear(32, 16), nn.ReLU(),\n" in text
    assert "Residual" not in text
