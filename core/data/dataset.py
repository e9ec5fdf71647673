"""The data sets: MNIST's 70,000 digits, 16 x 16 pixels, ink 1 and no ink 0, from one small checked file."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.importers.standardise import Scale
from core.data.refusals import DatasetError
from core.may_lack import MAY_LACK
from core.read_only import read_only

Bits = NDArray[np.uint8]
Labels = NDArray[np.int64]

DIGITS_PATH = Path(__file__).resolve().parents[2] / "assets" / "data" / "digits.bin"
SIDE = 16
PIXELS = SIDE * SIDE
CLASSES = 10
SPLITS = "train", "test"

# Weights of inputs that are not 0 more rarely hardly ever meet a signal.
RARE = 0.01

# So many rows are compared with others at once.
ROWS = 4096

# The file: magic, SHA-256 of all that follows, then these counts, then one zlib stream of the pixels' bits
# (32 bytes a digit, row by row, first pixel in the highest bit; training digits first) and one byte a label.
_MAGIC = b"BLDIGIT1"
_COUNTS = struct.Struct("<III")
_START = len(_MAGIC) + hashlib.sha256().digest_size


@dataclass(frozen=True)
class Dataset:
    """Examples to learn from and examples to be tested with.

    Attributes
    ----------
    X_train, X_test : (N, n_in) uint8 or float32, C-contiguous
        For digits 1 is ink and 0 is no ink; read-only.
    y_train, y_test : (N,) int64, or (N, n_out) float32
        The right class of each, or the regression targets; read-only.
    class_names : tuple of str
        One for each class; empty for regression.
    picture : (rows, columns) or None
        The shape of the picture whose pixels the inputs are, row by row; None where they are no picture.
    input_names : tuple of str
        A table's own names of its inputs; empty where it has none.
    wrong_labels : (N,) bool array or None
        Training examples whose label was shuffled to another class than their own; None where none was.
    scale : Scale or None
        What a table's columns were standardised by; None where they are as in their file.
    """

    X_train: NDArray[Any]
    y_train: NDArray[Any]
    X_test: NDArray[Any]
    y_test: NDArray[Any]
    class_names: tuple[str, ...]
    picture: tuple[int, int] | None = None
    input_names: tuple[str, ...] = ()
    wrong_labels: NDArray[np.bool_] | None = None
    scale: Scale | None = field(default=None, metadata={MAY_LACK: True})

    @property
    def is_regression(self) -> bool:
        """Whether the targets are numbers, not classes."""
        return not self.class_names

    @property
    def nbytes(self) -> int:
        """Memory that the examples take."""
        return sum(part.nbytes for part in (self.X_train, self.y_train, self.X_test, self.y_test))

    @property
    def n_in(self) -> int:
        """Inputs a network for it has."""
        return int(self.X_train.shape[1])

    @property
    def n_out(self) -> int:
        """Outputs a network for it has: the classes, or the regression targets."""
        return len(self.class_names) or int(self.y_train.shape[1])

    def split(self, name: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """X and y of the training set, ``"train"``, or of the test set, ``"test"``.

        Raises
        ------
        ValueError
            When there is no such split.
        """
        if name not in SPLITS:
            raise ValueError(f"{name!r} is no split; choose 'train' or 'test'")
        return (self.X_train, self.y_train) if name == "train" else (self.X_test, self.y_test)

    @property
    def words_and_arrays(self) -> tuple[tuple[Any, ...], tuple[NDArray[Any] | None, ...]]:
        """All that makes it these examples: what is said of them, and their numbers, None where there are none."""
        scale = self.scale
        columns = (None, None) if scale is None else (scale.mean, scale.deviation)
        examples = (self.X_train, self.y_train, self.X_test, self.y_test, self.wrong_labels)
        return (self.class_names, self.picture, self.input_names), (*examples, *columns)

    def is_same(self, other: Dataset) -> bool:
        """Whether both hold the same examples in the same order, and say the same of them."""
        (words, arrays), (others_words, others_arrays) = self.words_and_arrays, other.words_and_arrays
        return words == others_words and all(map(_is_equal, arrays, others_arrays))

    @property
    def blank_count(self) -> int:
        """Training pictures that are 0 everywhere; 0 where the inputs are no picture."""
        return 0 if self.picture is None else int(np.count_nonzero(~self.X_train.any(axis=1)))

    @cached_property
    def constant_inputs(self) -> NDArray[np.bool_]:
        """(n_in,) read-only flags: inputs that are one number in all training examples."""
        flags: NDArray[np.bool_] = self.X_train.max(axis=0) == self.X_train.min(axis=0)
        return read_only(flags)

    @cached_property
    def rarely_active_inputs(self) -> NDArray[np.bool_]:
        """(n_in,) read-only flags: inputs that are not 0 in under 1 % of the training examples.

        Found once for all runs: among 60,000 digits that takes some 10 ms.
        """
        flags: NDArray[np.bool_] = np.count_nonzero(self.X_train, axis=0) < RARE * len(self.X_train)
        return read_only(flags)


def _is_equal(one: NDArray[Any] | None, other: NDArray[Any] | None) -> bool:
    """Whether two arrays are the same numbers, in portions: what is compared takes as much memory again."""
    if one is None or other is None:
        return one is other
    if (one.shape, one.dtype) != (other.shape, other.dtype):
        return False
    starts = range(0, len(one), ROWS)
    return all(np.array_equal(one[start : start + ROWS], other[start : start + ROWS]) for start in starts)


def load_dataset(name: str) -> Dataset:
    """The data set called `name`: ``"digits"``, 60,000 digits to learn from and 10,000 to test with.

    Raises
    ------
    ValueError
        When there is no data set of that name.
    DatasetError
        When its file is missing or damaged.
    """
    if name != "digits":
        raise ValueError(f"no data set is called {name!r}; there is 'digits'")
    return read_digits(DIGITS_PATH, 60_000, 10_000)


def read_digits(path: Path, n_train: int, n_test: int) -> Dataset:
    """The digits in the file at `path`, which must hold `n_train` + `n_test` of them.

    Raises
    ------
    DatasetError
        When the file cannot be read, or is not exactly what `pack_digits` wrote.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise DatasetError("digits_unreadable", path=path, reason=reason) from error
    unpacked = _unpack(content, n_train, n_test)
    if unpacked is None:
        raise DatasetError("digits_damaged", path=path)
    pixels, labels = unpacked
    pixels, labels = read_only(pixels), read_only(labels)
    return Dataset(
        X_train=pixels[:n_train],
        y_train=labels[:n_train],
        X_test=pixels[n_train:],
        y_test=labels[n_train:],
        class_names=tuple(str(digit) for digit in range(CLASSES)),
        picture=(SIDE, SIDE),
    )


def pack_digits(pixels: Bits, labels: NDArray[np.integer], n_train: int) -> bytes:
    """The file's content for (N, 256) pixels 0 and 1 and (N,) labels, the first `n_train` for training."""
    body = np.packbits(pixels, axis=1).tobytes() + labels.astype(np.uint8).tobytes()
    counts = _COUNTS.pack(n_train, len(pixels) - n_train, PIXELS)
    rest = counts + zlib.compress(body, 9)
    return _MAGIC + hashlib.sha256(rest).digest() + rest


def _unpack(content: bytes, n_train: int, n_test: int) -> tuple[Bits, Labels] | None:
    """Pixels and labels; None when a single byte is not as it was written.

    The checksum is looked at before anything is believed, and the sizes before anything is allocated.
    """
    rest = content[_START:]
    if content[:_START] != _MAGIC + hashlib.sha256(rest).digest() or len(rest) < _COUNTS.size:
        return None
    if _COUNTS.unpack_from(rest) != (n_train, n_test, PIXELS):
        return None
    n = n_train + n_test
    size = n * (PIXELS // 8 + 1)
    stream = zlib.decompressobj()
    try:
        body = stream.decompress(rest[_COUNTS.size :], size + 1)
    except zlib.error:
        return None
    if len(body) != size:
        return None
    packed = np.frombuffer(body, dtype=np.uint8)
    labels = packed[n * PIXELS // 8 :].astype(np.int64)
    if n and labels.max() >= CLASSES:
        return None
    return np.unpackbits(packed[: n * PIXELS // 8].reshape(n, PIXELS // 8), axis=1), labels
