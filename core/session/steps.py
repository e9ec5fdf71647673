"""Work in steps, as saving and opening are: between two of them whoever does it can show how far it is, or stop it."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[float, None, T]
"""Gives the share that is done, from 0 to 1, and in the end a result; closed before, it leaves nothing half done."""


def part(steps: Steps[T], begin: float, end: float) -> Steps[T]:
    """These steps as a part of others, which goes from one share to another."""
    try:
        while True:
            try:
                share = next(steps)
            except StopIteration as last:
                result: T = last.value
                return result
            yield begin + (end - begin) * share
    finally:
        steps.close()
