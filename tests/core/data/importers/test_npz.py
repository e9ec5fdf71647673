"""NPZ: what NumPy saved is read as NumPy reads it, and nothing is believed that the bytes do not bear out."""

import io
import time
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.importers.read import read_imported_data
from tests.core.data.importers.examples import examples, listed, sentence

RNG = np.random.default_rng(2)
TABLE = RNG.normal(size=(9, 4))
WORDS = np.array(["ant", "bee", "cat"] * 3)


def saved(folder: Path, **arrays: Any) -> Path:
    path = folder / "own.npz"
    np.savez_compressed(path, **arrays)
    return path


def npy(array: Any) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=True)
    return buffer.getvalue()


def header(shape: tuple[int, ...]) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": "<f8", "fortran_order": False, "shape": shape})
    return buffer.getvalue()


def zipped(folder: Path, packing: int = zipfile.ZIP_DEFLATED, **members: bytes) -> Path:
    path = folder / "own.npz"
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.npy", content)
    return path


@pytest.mark.parametrize(
    "kind", ["f2", "f4", ">f8", "i1", ">i2", "i4", "i8", "u1", "u2", ">u4", "u8", "bool"]
)
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_numbers_are_read_as_numpy_reads_them(tmp_path: Path, kind: str, order: Any, save: Any) -> None:
    table = np.asarray(abs(TABLE) * 20, dtype=kind, order=order)
    save(tmp_path / "own.npz", X=table, y=WORDS)
    data = read_imported_data(tmp_path / "own.npz")
    assert data.X_train.dtype == np.float32 and data.X_train.flags.c_contiguous
    expected = np.load(tmp_path / "own.npz")["X"].astype(np.float32)
    assert examples(data) == listed(expected, WORDS.tolist())


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (np.array([10, 9, -1] * 3, dtype=">i2"), ("-1", "9", "10")),
        (np.array([2.0, 1.0, 1.0] * 3), ("1", "2")),
        (np.array([True, False, True] * 3), ("False", "True")),
        (np.array([b"b", b"a", b"a"] * 3), ("a", "b")),
        (np.array(["ñ", "字", "a"] * 3, dtype=">U3"), ("a", "ñ", "字")),
        (np.array(["01", "1", "2.0"] * 3), ("1", "2")),
    ],
)
def test_labels_may_be_words_or_whole_numbers_of_any_type(
    tmp_path: Path, labels: Any, names: tuple[str, ...]
) -> None:
    assert read_imported_data(saved(tmp_path, X=TABLE, y=labels)).class_names == names


@pytest.mark.parametrize(
    ("images", "white"),
    [
        (RNG.random((9, 5, 3)) * 0.7, 1.0),  # none over 1: grey as it is
        (RNG.integers(0, 2, (9, 5, 3), dtype=np.uint8), 1.0),
        (RNG.integers(0, 2, (9, 5, 3)) == 1, 1.0),
        (RNG.integers(0, 200, (9, 5, 3), dtype=np.uint8), 255.0),
        (np.where(np.arange(135).reshape(9, 5, 3) == 7, 16.0, 8.0), 16.0),
    ],
)
@pytest.mark.parametrize("order", ["C", "F"])
def test_white_is_one_or_255_or_the_largest_value(
    tmp_path: Path, images: Any, white: float, order: Any
) -> None:
    data = read_imported_data(saved(tmp_path, X=np.asarray(images, order=order), y=WORDS), as_ink=False)
    expected = (images / white).astype(np.float32)
    assert examples(data) == listed(expected, WORDS.tolist())


def test_ink_is_read_as_it_was_saved(tmp_path: Path) -> None:
    ink = np.zeros((9, 16, 16), dtype=np.uint8)
    ink[:, 4:12, 4:12] = RNG.integers(0, 2, (9, 8, 8))
    assert examples(read_imported_data(saved(tmp_path, X=ink, y=WORDS))) == listed(ink, WORDS.tolist())


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        ({"X": TABLE}, "no array y, only X"),
        ({"x_train": TABLE}, "no array X, only x_train"),
        ({"X": TABLE, "y": WORDS[:8]}, "y of shape (8,)"),
        ({"X": TABLE, "y": WORDS.reshape(9, 1)}, "y of shape (9, 1)"),
        ({"X": TABLE[0], "y": WORDS}, "X of shape (4,)"),
        ({"X": np.float64(3), "y": WORDS}, "X of shape ()"),
        ({"X": np.zeros((9, 2, 2, 3)), "y": WORDS}, "X of shape (9, 2, 2, 3)"),
        ({"X": np.array([["1"]] * 9), "y": WORDS}, "type str"),
        ({"X": np.zeros((0, 4)), "y": WORDS[:0]}, "is empty"),
        ({"X": np.zeros((9, 0)), "y": WORDS}, "at least one number"),
        ({"X": np.zeros((9, 4097)), "y": WORDS}, "4097 numbers an example"),
        ({"X": np.zeros((9, 2, 65)), "y": WORDS}, "65 x 2 pixels"),
        ({"X": np.zeros((1_000_001, 1), bool), "y": np.zeros(1_000_001, bool)}, "1000001 examples"),
        ({"X": np.full((9, 2), np.nan), "y": WORDS}, "not finite"),
        ({"X": np.full((9, 2), -np.inf), "y": WORDS}, "not finite"),
        (
            {"X": np.full((9, 2), 1e39), "y": WORDS},
            "has numbers up to 1e+39 in X: they may be 3.4028234663852886e+38",
        ),
        ({"X": np.full((9, 2), -1e39), "y": WORDS}, "has numbers up to 1e+39 in X"),
        ({"X": -np.ones((9, 2, 2)), "y": WORDS}, "a pixel of -1"),
        ({"X": np.zeros((9, 2), dtype=complex), "y": WORDS}, "type c16"),
        ({"X": np.zeros((9, 2), dtype="f4,f4"), "y": WORDS}, "type V8"),
        ({"X": TABLE, "y": np.array([0.5, 1, 1] * 3)}, "the label 0.5"),
        ({"X": TABLE, "y": np.array([np.nan, 1, 1] * 3)}, "the label nan"),
        ({"X": TABLE, "y": np.array([1e300, 1, 1] * 3)}, "the label 1e+300"),
        ({"X": TABLE, "y": np.array(["", "a", "b"] * 3)}, "without a label"),
        ({"X": TABLE, "y": np.array(["a" * 101, "a", "b"] * 3)}, "type U101"),
        ({"X": TABLE, "y": np.array(["a\n", "a\nb", "b"] * 3)}, "the label 'a"),
        ({"X": TABLE, "y": np.array([b"\xff", b"a", b"b"] * 3)}, "no text"),
        ({"X": TABLE, "y": np.full(9, 3)}, "labels of 1 class:"),
        ({"X": np.zeros((101, 2)), "y": np.arange(101)}, "101 different labels"),
        ({"X": TABLE, "y": np.array(["1.5", "2", "2"] * 3)}, "the label 1.5"),
    ],
)
def test_what_is_no_pair_of_examples_and_labels_is_refused(
    tmp_path: Path, arrays: dict[str, Any], said: str
) -> None:
    assert said in sentence(saved(tmp_path, **arrays))


class Trap:
    """Unpickled it would write a file."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (Path("sprung"),))


def test_pickled_objects_are_refused_and_never_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for arrays in ({"X": np.array([Trap()] * 9), "y": WORDS}, {"X": TABLE, "y": np.array([Trap()] * 9)}):
        assert "pickled objects" in sentence(saved(tmp_path, **arrays))
    assert not Path("sprung").exists()


def test_characters_that_do_not_exist_are_refused(tmp_path: Path) -> None:
    labels = np.array([0x110000, 65, 66] * 3, dtype="<u4").tobytes()
    content = npy(WORDS.astype("<U1"))
    path = zipped(tmp_path, X=npy(TABLE), y=content[: -len(labels)] + labels)
    assert "no text" in sentence(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "damaged"),
        (b"\x93NUMPY\x01", "damaged"),
        (b"\x93NUMPY\x09\x00\x10\x00{}", "damaged"),
        (b"\x93NUMPY\x02\x00\xff\xff\xff\xff{}", "damaged"),
        (b"\x93NUMPY\x01\x00\x10\x00" + b"(" * 16, "damaged"),
        (b"\x93NUMPY\x01\x00\x10\x00__import__('os')", "damaged"),
        (b"\x93NUMPY\x01\x00\x28\x23" + b"-" * 9000, "more memory than there is"),
        (npy(TABLE)[:-1], "bytes in X"),
        (npy(TABLE) + b"x", "bytes in X"),
        (npy(TABLE).replace(b"(9, 4)", b"(9999999999999, 4)"), "bytes in X"),
        (npy(TABLE).replace(b"<f8", b"<f7"), "damaged"),
        (npy(TABLE).replace(b"'descr'", b"'other'"), "damaged"),
        (npy(TABLE).replace(b"(9, 4), }     ", b"(9, -2, -2), }"), "damaged"),
        (npy(TABLE).replace(b"'<f8'", b"'|O' "), "pickled objects"),
    ],
)
def test_an_array_that_is_not_as_its_header_says_is_refused(
    tmp_path: Path, content: bytes, said: str
) -> None:
    assert said in sentence(zipped(tmp_path, X=content, y=npy(WORDS)))


def test_a_header_of_version_2_is_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, TABLE, version=(2, 0))
    data = read_imported_data(zipped(tmp_path, X=buffer.getvalue(), y=npy(WORDS)))
    assert examples(data) == listed(TABLE.astype(np.float32), WORDS.tolist())


def test_a_changed_byte_of_the_content_is_noticed(tmp_path: Path) -> None:
    path = zipped(tmp_path, zipfile.ZIP_STORED, X=npy(TABLE), y=npy(WORDS))
    content = bytearray(path.read_bytes())
    content[content.index(TABLE.tobytes()) + 9] ^= 1
    path.write_bytes(content)
    assert "damaged" in sentence(path)


def test_unusual_packing_and_passwords_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, zipfile.ZIP_LZMA, X=npy(TABLE), y=npy(WORDS))
    assert "unusual" in sentence(path)
    path = zipped(tmp_path, zipfile.ZIP_STORED, X=npy(TABLE), y=npy(WORDS))
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1  # the flag of an encrypted member
    path.write_bytes(content)
    assert "damaged" in sentence(path)


def test_a_zip_with_less_than_its_directory_says_is_refused(tmp_path: Path) -> None:
    content = npy(TABLE)
    path = zipped(tmp_path, zipfile.ZIP_STORED, X=content[:-8], y=npy(WORDS))
    raw = bytearray(path.read_bytes())
    for place in (raw.index(b"PK\1\2") + 24,):  # the size of X, unpacked, in the directory alone
        raw[place : place + 4] = len(content).to_bytes(4, "little")
    path.write_bytes(raw)
    sentence(path)


def test_four_tebibytes_in_a_header_are_refused_before_there_is_an_array(tmp_path: Path) -> None:
    promise = header((1 << 37, 4))
    path = zipped(tmp_path, X=promise, y=npy(WORDS))
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\1\2") + 24 :][:4] = b"\xff\xff\xff\x7f"
    assert f"it has {4 << 40 | len(promise)}" in sentence(path)


@pytest.mark.parametrize(
    ("size", "start"),
    [
        (1_200_000_000, header((150_000, 1000))),
        (268_000_000, b""),
        (268_000_000, b"\x93NUMPY\x02\x00\xf0\x55\xf9\x0f"),  # all of it as the header
        (268_000_000, npy(np.zeros((9, 4), dtype=bool))),
    ],
)
def test_gigabytes_in_a_small_file_are_refused_in_no_time_and_memory(
    tmp_path: Path, size: int, start: bytes
) -> None:
    path = tmp_path / "own.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("y.npy", npy(np.zeros(150_000)))
        with archive.open("X.npy", "w", force_zip64=True) as member:
            member.write(start)
            for _ in range(size // 1_000_000):
                member.write(bytes(1_000_000))
    assert path.stat().st_size < 10_000_000
    tracemalloc.start()
    begin = time.perf_counter()
    said = sentence(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(said) < len(str(path)) + 200
    assert peak < 5_000_000 and time.perf_counter() - begin < 1


def test_a_directory_of_very_many_names_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.npz"
    with zipfile.ZipFile(path, "w") as archive:
        for i in range(4000):
            archive.writestr(f"{i}.npy", b"")
    assert "damaged" in sentence(path)
