"""An exception in a method that Qt calls is reported, and Qt goes on with what its own method answers."""

from __future__ import annotations

import functools
import sys
import traceback
from collections.abc import Callable
from enum import EnumMeta
from types import FunctionType
from typing import Any, get_type_hints

from shiboken6 import Shiboken


class ReportsExceptions:
    """Stands before the Qt class among the bases: `class Picture(ReportsExceptions, QWidget)`.

    On Python 3.11 an exception that C raises (`1 / 0`, `[][0]`, a wrong shape in numpy) ends the process when it
    leaves a method that C++ has called, as `paintEvent` or `sizeHint`; slots are safe. So each method of a subclass
    that overrides one of Qt's, or of a library's class that derives from Qt's, is wrapped: what it raises goes to
    `sys.excepthook`, and what it overrides is asked instead. So are those of bases that are none of Qt's.
    """

    __slots__ = ()

    def __init_subclass__(cls, **named: Any) -> None:
        super().__init_subclass__(**named)
        mixed_in = (base for base in cls.__bases__ if not issubclass(base, Shiboken.Object))
        for owner in (cls, *mixed_in):
            for name, method in list(vars(owner).items()):
                overridden = _overridden(cls, name)
                in_force = isinstance(method, FunctionType) and getattr(cls, name) is method
                if in_force and overridden is not None:
                    setattr(cls, name, _reporting(method, overridden))


def _overridden(cls: type, name: str) -> Callable[..., Any] | None:
    """The method of a class that is not ours, but made for Qt, which `name` stands for; None without one."""
    for base in cls.__mro__:
        if issubclass(base, Shiboken.Object) and not issubclass(base, ReportsExceptions):
            method: Callable[..., Any] | None = vars(base).get(name)
            # `__init__` is called from Python, and must be able to fail.
            if callable(method) and not name.startswith("__"):
                return method
    return None


def _reporting(method: Callable[..., Any], overridden: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def reporting(*arguments: Any, **named: Any) -> Any:
        try:
            return method(*arguments, **named)
        except BaseException as error:
            # Even Ctrl+C: nothing at all may get through to C++.
            try:
                sys.excepthook(type(error), error, error.__traceback__)
                # Whoever keeps the error would keep a painter that it has left at work, and Qt could not paint.
                traceback.clear_frames(error.__traceback__)
            except BaseException:
                sys.__excepthook__(*sys.exc_info())
        try:
            return overridden(*arguments, **named)
        except BaseException:
            return _empty_answer(method)

    return reporting


def _empty_answer(method: Callable[..., Any]) -> Any:
    """The default value of a method's declared return type; None where there is no such value, or it may be any."""
    try:
        kind = get_type_hints(method)["return"]
        if kind is object:
            return None
        return next(iter(kind)) if isinstance(kind, EnumMeta) else kind()
    except Exception:
        return None
