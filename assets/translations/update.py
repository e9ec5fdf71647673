"""Brings the translations up to date with the texts in the code: ``python assets/translations/update.py``.

It collects every text into the .ts files (new ones are marked unfinished, those that are gone are dropped), and makes
from each .ts the .qm that the app loads. Both tools come with PySide6.

A translator writes 简体中文 (zh_CN). 繁體中文 (zh_TW) is made from it: OpenCC turns characters and common phrases into
those of Taiwan; ``taiwan.json`` has the words in which the lecture and OpenCC differ, and the texts that need a wording
of their own.
"""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import opencc
import PySide6

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
SIMPLIFIED, TRADITIONAL = "zh_CN", "zh_TW"
LANGUAGES = (SIMPLIFIED, TRADITIONAL)


def sources() -> list[Path]:
    """Every file that may hold a text."""
    return [ROOT / "main.py", *sorted((ROOT / "gui").rglob("*.py"))]


def update(folder: Path = FOLDER) -> None:
    """Renew the .ts and .qm files in `folder`; 繁體中文 comes after 简体中文, from which it is made.

    Raises
    ------
    subprocess.CalledProcessError
        When one of Qt's tools fails.
    """
    for language in LANGUAGES:
        ts = folder / f"backlight_{language}.ts"
        if language == TRADITIONAL:
            make_traditional(folder / f"backlight_{SIMPLIFIED}.ts", ts)
        files = [str(path.relative_to(ROOT)) for path in sources()]
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
        _run("lupdate", *options, "-target-language", language, *files, "-ts", str(ts))
        _run("lrelease", str(ts), "-qm", str(ts.with_suffix(".qm")))


def make_traditional(simplified: Path, traditional: Path) -> None:
    """Write the .ts of 繁體中文 from that of 简体中文; what is unfinished there is unfinished here."""
    own = json.loads((FOLDER / "taiwan.json").read_text(encoding="utf-8"))
    converter = opencc.OpenCC("s2twp")
    tree = ET.parse(simplified)
    tree.getroot().set("language", TRADITIONAL)
    for message in tree.iter("message"):
        for element in (*message.iter("translation"), *message.iter("numerusform")):
            text = converter.convert(element.text or "")
            for word, ours in own["words"].items():
                text = text.replace(word, ours)
            element.text = own["texts"].get(message.findtext("source"), text)
    tree.write(traditional, encoding="utf-8", xml_declaration=True)


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / tool
    command = [str(program if program.exists() else program.with_suffix(".exe")), "-silent", *arguments]
    subprocess.run(command, cwd=ROOT, check=True)


def unfinished(folder: Path = FOLDER) -> int:
    """How many texts still wait to be translated."""
    ts = folder / f"backlight_{SIMPLIFIED}.ts"
    return ts.read_text(encoding="utf-8").count('type="unfinished"')


if __name__ == "__main__":
    update()
    print(
        f"{unfinished()} texts are marked as unfinished in the .ts files: translate them, then run this again."
    )
