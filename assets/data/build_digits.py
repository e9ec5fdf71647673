"""Rebuild digits.bin from the four original MNIST files: `python assets/data/build_digits.py FOLDER`.

FOLDER holds the files as they were published, unpacked or with .gz. The same files give the same digits, and
with the same zlib the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from core.data.dataset import CLASSES, DIGITS_PATH, pack_digits  # noqa: E402
from core.data.ink import IMAGE_SIDE, ink_from_images  # noqa: E402

Bytes = NDArray[np.uint8]

MD5 = {
    "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}
"""Of the unpacked files."""


class BuildError(Exception):
    """An original is missing or is not the original; the message is one sentence."""


def read_original(folder: Path, name: str, md5: str) -> bytes:
    """The unpacked content of an original file, found as `name` or `name`.gz, its md5 checked.

    Raises
    ------
    BuildError
        When it is missing, or its md5 is another.
    """
    plain, packed = folder / name, folder / f"{name}.gz"
    if plain.is_file():
        content = plain.read_bytes()
    elif packed.is_file():
        content = gzip.decompress(packed.read_bytes())
    else:
        raise BuildError(f"{plain} is missing (with or without .gz).")
    found = hashlib.md5(content, usedforsecurity=False).hexdigest()
    if found != md5:
        raise BuildError(f"{name} is not the original: its md5 is {found}, not {md5}.")
    return content


def parse_idx(content: bytes) -> Bytes:
    """The array in an IDX file of unsigned bytes: two zero bytes, 8, the number of axes, their lengths, data.

    Raises
    ------
    BuildError
        When it is not such a file.
    """
    axes = content[3] if len(content) > 3 else 0
    shape = tuple(int(n) for n in np.frombuffer(content[4 : 4 + 4 * axes], dtype=">u4"))
    if content[:3] != b"\0\0\x08" or len(content) != 4 + 4 * axes + int(np.prod(shape)):
        raise BuildError("This is not an IDX file of unsigned bytes.")
    return np.frombuffer(content, dtype=np.uint8, offset=4 + 4 * axes).reshape(shape)


def build(originals: dict[str, bytes]) -> bytes:
    """The content of digits.bin, from the content of the four files by name.

    Raises
    ------
    BuildError
        When images and labels do not belong together.
    """
    train_images, train_labels, test_images, test_labels = (parse_idx(originals[name]) for name in MD5)
    for images, labels in ((train_images, train_labels), (test_images, test_labels)):
        if images.shape != (len(labels), IMAGE_SIDE, IMAGE_SIDE) or labels.max(initial=0) >= CLASSES:
            raise BuildError("Images and labels do not belong together.")
    ink = np.concatenate([ink_from_images(images) for images in (train_images, test_images)])
    labels = np.concatenate((train_labels, test_labels))
    return pack_digits(ink.reshape(len(ink), -1), labels, len(train_labels))


def main(arguments: list[str] | None = None) -> int:
    """Read the originals and write the file; 0 when it is written, 1 with a sentence when it is not."""
    parser = argparse.ArgumentParser(description="Rebuild digits.bin from the four original MNIST files.")
    parser.add_argument("folder", type=Path, help="where the original files are, with or without .gz")
    parser.add_argument("--output", type=Path, default=DIGITS_PATH)
    options = parser.parse_args(arguments)
    try:
        content = build({name: read_original(options.folder, name, md5) for name, md5 in MD5.items()})
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    options.output.write_bytes(content)
    sys.stdout.write(
        f"{options.output}: {len(content):,} bytes, sha256 {hashlib.sha256(content).hexdigest()}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
