"""Brings the translations up to date with the texts in the code: ``python assets/translations/update.py``.

It collects every text into the .ts files (new ones are marked unfinished, those that are gone are dropped), and makes
from each .ts the .qm that the app loads. Both tools come with PySide6.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import PySide6

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
LANGUAGES = ("zh_CN",)


def sources() -> list[Path]:
    """Every file that may hold a text."""
    return [ROOT / "main.py", *sorted((ROOT / "gui").rglob("*.py"))]


def update(folder: Path = FOLDER) -> None:
    """Renew the .ts and .qm files in `folder`.

    Raises
    ------
    subprocess.CalledProcessError
        When one of Qt's tools fails.
    """
    for language in LANGUAGES:
        ts = folder / f"backlight_{language}.ts"
        files = [str(path.relative_to(ROOT)) for path in sources()]
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
        _run("lupdate", *options, "-target-language", language, *files, "-ts", str(ts))
        _run("lrelease", str(ts), "-qm", str(ts.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / tool
    command = [str(program if program.exists() else program.with_suffix(".exe")), "-silent", *arguments]
    subprocess.run(command, cwd=ROOT, check=True)


def unfinished(folder: Path = FOLDER) -> int:
    """How many texts still wait to be translated."""
    files = (folder / f"backlight_{language}.ts" for language in LANGUAGES)
    return sum(path.read_text(encoding="utf-8").count('type="unfinished"') for path in files)


if __name__ == "__main__":
    update()
    print(
        f"{unfinished()} texts are marked as unfinished in the .ts files: translate them, then run this again."
    )
