"""The folder of an encoder is gone afterwards, also where its process was killed; those at work stay."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from gui.export.encoder_folder import PREFIX, clear_left_folders, encoder_folder

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def killed_in_the_midst(folder: Path) -> Path:
    """Begin an export in another process, and kill that."""
    script = (
        "import sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
        "from gui.export.encoder_folder import encoder_folder\n"
        "with encoder_folder() as made:\n"
        "    (made / 'film.mp4').write_bytes(b'half')\n"
        "    print(made, flush=True); sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdin is not None
    made = Path(process.stdout.readline().strip())
    assert made.is_dir()
    clear_left_folders()
    assert made.is_dir(), "its process is still at work"
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()
    return made


def test_the_folder_is_gone_afterwards_whatever_happens_in_it(temporary: Path) -> None:
    with pytest.raises(ValueError, match="7"), encoder_folder() as folder:
        (folder / "film.mp4").write_bytes(b"half")
        raise ValueError(7)
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_is_cleared_away_and_what_is_at_work_stays(temporary: Path) -> None:
    left = killed_in_the_midst(temporary)
    assert (left / "film.mp4").is_file()
    with encoder_folder() as mine:
        clear_left_folders()
        assert mine.is_dir() and not left.exists()


def test_folders_that_are_not_an_exports_stay(temporary: Path) -> None:
    for name in ("backlight-notes", f"{PREFIX}without-a-lock"):
        (temporary / name).mkdir()
    target = temporary / "elsewhere"
    target.mkdir()
    (target / "lock").touch()
    (temporary / f"{PREFIX}link").symlink_to(target)
    clear_left_folders()
    assert len(list(temporary.iterdir())) == 4 and (target / "lock").exists()
