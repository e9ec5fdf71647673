"""The builder of the asset, with small originals of our own."""

import gzip
import hashlib
import importlib.util
import struct
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from core.data.dataset import DIGITS_PATH, read_digits


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_digits", DIGITS_PATH.parent / "build_digits.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


builder = load_builder()


def idx(array: np.ndarray) -> bytes:
    return (
        struct.pack(f">I{array.ndim}I", 0x800 + array.ndim, *array.shape) + array.astype(np.uint8).tobytes()
    )


def originals() -> dict[str, bytes]:
    rng = np.random.default_rng(1)
    arrays = [
        rng.integers(0, 256, (6, 28, 28)),
        rng.integers(0, 10, 6),
        rng.integers(0, 256, (4, 28, 28)),
        rng.integers(0, 10, 4),
    ]
    return {name: idx(array) for name, array in zip(builder.MD5, arrays, strict=True)}


def test_the_same_originals_give_the_same_bytes() -> None:
    assert builder.build(originals()) == builder.build(originals())


def test_what_is_built_can_be_read_with_its_labels(tmp_path: Path) -> None:
    path = tmp_path / "digits.bin"
    content = originals()
    path.write_bytes(builder.build(content))
    data = read_digits(path, 6, 4)
    assert data.y_train.tolist() == list(content["train-labels-idx1-ubyte"][8:])
    assert data.y_test.tolist() == list(content["t10k-labels-idx1-ubyte"][8:])


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_an_original_is_found_with_and_without_gz(tmp_path: Path, suffix: str) -> None:
    content = b"the original"
    (tmp_path / f"name{suffix}").write_bytes(gzip.compress(content) if suffix else content)
    assert builder.read_original(tmp_path, "name", hashlib.md5(content).hexdigest()) == content


def test_another_file_than_the_original_is_refused_with_both_md5(tmp_path: Path) -> None:
    (tmp_path / "name").write_bytes(b"another")
    with pytest.raises(builder.BuildError, match="b32d73e56ec99bc5ec8f83871cde708a, not 0123"):
        builder.read_original(tmp_path, "name", "0123")


def test_a_missing_original_ends_with_a_sentence_and_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert builder.main([str(tmp_path), "--output", str(tmp_path / "digits.bin")]) == 1
    assert "train-images-idx3-ubyte is missing" in capsys.readouterr().err
    assert not (tmp_path / "digits.bin").exists()


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\x08\x01", b"\0\0\x08\x01\0\0\0\x02a", b"\0\0\x0d\x01\0\0\0\x01a"]
)
def test_what_is_not_idx_is_refused(content: bytes) -> None:
    with pytest.raises(builder.BuildError):
        builder.parse_idx(content)


def test_images_without_their_labels_are_refused() -> None:
    content = originals()
    content["train-labels-idx1-ubyte"] = idx(np.zeros(5))
    with pytest.raises(builder.BuildError, match="belong together"):
        builder.build(content)
