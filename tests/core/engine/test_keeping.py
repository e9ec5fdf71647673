"""What can't be written is told once, and tried again; what else fails is a fault of the app's."""

from __future__ import annotations

import errno
import os
from typing import Any

import pytest

from core.engine.keeping import Keeping
from core.engine.messages import EngineFailed, KeepingChanged

FULL = KeepingChanged("/there", "no_space", "No space left on device")
AGAIN = KeepingChanged("/there")


class Disk:
    """Takes what is written, unless it has this error."""

    def __init__(self) -> None:
        self.told: list[Any] = []
        self.written: list[str] = []
        self.error: Exception | None = None
        self.keeping = Keeping(self.told.append)
        self.keeping.folder = "/there"

    def write(self, name: str, is_tried_again: bool = True) -> bool:
        def put() -> None:
            self.put(name)

        return self.keeping.write(name, put, put if is_tried_again else None)

    def put(self, name: str) -> None:
        if self.error is not None:
            raise self.error
        self.written.append(name)


@pytest.fixture
def disk() -> Disk:
    return Disk()


def error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def test_nothing_is_told_where_all_can_be_written(disk: Disk) -> None:
    assert disk.write("a") and disk.told == [] and not disk.keeping.is_failing


def test_it_is_told_once_when_it_begins_and_once_when_the_last_one_is_written(disk: Disk) -> None:
    disk.error = error(errno.ENOSPC)
    assert not any(disk.write(name) for name in ("a", "b", "a", "b"))
    assert disk.told == [FULL] and disk.keeping.is_failing
    disk.keeping.retry()
    assert disk.told == [FULL]
    disk.error = None
    # One that has room, a small file, does not mean that the others are kept.
    assert disk.write("c") and disk.write("a") and disk.told == [FULL]
    disk.keeping.retry()
    assert disk.told == [FULL, AGAIN] and disk.written == ["c", "a", "b"] and not disk.keeping.is_failing
    disk.error = error(errno.ENOSPC)
    disk.write("a")
    assert disk.told == [FULL, AGAIN, FULL]


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EROFS, "read_only"), (errno.ENOTDIR, "no_folder"), (errno.EIO, "not_written")],
)
def test_another_reason_is_told_too(disk: Disk, number: int, code: str) -> None:
    disk.error = error(errno.ENOSPC)
    disk.write("a")
    disk.error = error(number)
    disk.write("a")
    assert disk.told == [FULL, KeepingChanged("/there", code, os.strerror(number))]


def test_what_has_no_other_way_is_not_tried_again_but_still_missing(disk: Disk) -> None:
    disk.error = error(errno.ENOSPC)
    disk.write("a", is_tried_again=False)
    disk.error = None
    disk.keeping.retry()
    assert disk.told == [FULL] and disk.keeping.is_failing and disk.written == []
    disk.keeping.drop(lambda what: what == "a")
    assert disk.told == [FULL, AGAIN] and not disk.keeping.is_failing


def test_what_else_fails_is_told_with_its_traceback_once_until_something_works(disk: Disk) -> None:
    disk.error = MemoryError("planted")
    disk.write("a")
    disk.write("b")
    (failed,) = disk.told
    assert isinstance(failed, EngineFailed) and "MemoryError: planted" in failed.details
    disk.error = None
    disk.write("a")
    disk.error = ValueError("planted")
    disk.keeping.remove(lambda: disk.put("a"))
    assert [type(one) for one in disk.told] == [EngineFailed, EngineFailed]


def test_what_can_not_be_let_go_of_is_told_once_and_is_no_work_that_is_lost(disk: Disk) -> None:
    left = KeepingChanged("/there", "not_removed", os.strerror(errno.EACCES))
    disk.error = error(errno.EACCES)
    for _ in range(2):
        disk.keeping.remove(lambda: disk.put("gone"))
    assert disk.told == [left] and not disk.keeping.is_failing
    disk.error = None
    disk.write("a")
    disk.keeping.remove(lambda: disk.put("gone"))
    assert disk.told == [left]
    # Where nothing can be written either, that is what matters.
    disk.error = error(errno.ENOSPC)
    disk.write("a")
    disk.keeping.remove(lambda: disk.put("gone"))
    assert disk.told == [left, FULL]
