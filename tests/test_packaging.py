"""What `pip install .` brings along, and that it starts from any folder. Everything works without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from gui.app.about import VERSION

ROOT = Path(__file__).resolve().parent.parent
BUILD_SDIST = "import sys; from setuptools import build_meta; build_meta.build_sdist(sys.argv[1])"


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    """Run a command in a folder; its output, which is empty of errors."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository: building leaves files behind, and finds those of an earlier build."""
    folder = tmp_path_factory.mktemp("packaging") / "source"
    unwanted = shutil.ignore_patterns(".*", "tests", "build", "dist", "*.egg-info", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=unwanted)
    (folder / "assets" / "data" / "__pycache__").mkdir()
    (folder / "assets" / "data" / "__pycache__" / "build_digits.pyc").touch()
    return folder


@pytest.fixture(scope="module")
def wheel(source: Path) -> Path:
    """A wheel that was built from the source archive, so that it is known that nothing is missing in either."""
    out = source.parent / "dist"
    run(sys.executable, "-c", BUILD_SDIST, out, folder=source)
    (archive,) = out.glob("*.tar.gz")
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir"]
    run(sys.executable, "-m", "pip", "wheel", *options, out, archive, folder=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """A folder that is to Python what site-packages is."""
    target = wheel.parent / "site-packages"
    options = ["--no-deps", "--no-index", "--target"]
    run(sys.executable, "-m", "pip", "install", *options, target, wheel, folder=wheel.parent)
    return target


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with files of somebody else's that have our modules' names."""
    for name in ("numpy.py", "argparse.py", "main.py", "core/__init__.py", "gui/__init__.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("raise RuntimeError('this is not a file of Backlight')", encoding="utf-8")
    return tmp_path


def test_all_code_and_data_lie_in_one_folder_of_the_wheel(source: Path, wheel: Path) -> None:
    wanted = {"main.py", "__main__.py"}
    for folder in ("core", "gui", "assets"):
        files = (path for path in (source / folder).rglob("*") if path.is_file())
        wanted |= {path.relative_to(source).as_posix() for path in files if path.suffix != ".pyc"}
    wanted = {f"backlight/{name}" for name in wanted if not name.startswith("assets/pictures/")}
    description = f"backlight-{VERSION}.dist-info/"
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in names if not name.startswith(description)} == wanted
    assert f"{description}licenses/LICENSE" in names


def test_the_wheel_asks_for_the_versions_of_requirements_txt(wheel: Path) -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = {Requirement(line) for line in lines if not line.startswith("#")}
    metadata = zipfile.Path(wheel, f"backlight-{VERSION}.dist-info/METADATA").read_text(encoding="utf-8")
    assert {Requirement(text) for text in Parser().parsestr(metadata).get_all("Requires-Dist", [])} == wanted


def test_the_command_trains_and_makes_a_picture_in_somebody_elses_folder(
    installed: Path, elsewhere: Path
) -> None:
    command = shutil.which("backlight", path=installed / "bin")
    assert command is not None
    options = ["--train", "1", "--screenshot", "picture.png"]
    assert run(command, *options, folder=elsewhere, PYTHONPATH=str(installed)) == ""
    assert (elsewhere / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_python_m_backlight_makes_a_picture_in_somebody_elses_folder(
    installed: Path, elsewhere: Path
) -> None:
    options = ["-m", "backlight", "--screenshot", "picture.png"]
    assert run(sys.executable, *options, folder=elsewhere, PYTHONPATH=str(installed)) == ""
    assert (elsewhere / "picture.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("safe_path", ["", "1"])
def test_the_installed_main_py_is_a_program_of_its_own(
    safe_path: str, installed: Path, elsewhere: Path
) -> None:
    program = installed / "backlight" / "main.py"
    said = run(sys.executable, program, "--version", folder=elsewhere, PYTHONSAFEPATH=safe_path)
    assert said == f"Backlight {VERSION}\n"
