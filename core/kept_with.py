"""What is computed of an object once, and kept as long as that object is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

Of = TypeVar("Of")
Args = ParamSpec("Args")
Result = TypeVar("Result")


def kept_with(
    function: Callable[Concatenate[Of, Args], Result],
) -> Callable[Concatenate[Of, Args], Result]:
    """The same function, whose results are kept for its first argument; they go when that goes.

    `functools.lru_cache` would hold on to the argument itself: to the connections of networks that are long gone, with
    all that they know.

    The other arguments can be hashed. The result must not hold the first argument,
    which would then stay for good.
    """
    kept: WeakKeyDictionary[Of, dict[object, Result]] = WeakKeyDictionary()

    @wraps(function)
    def remembering(of: Of, /, *args: Args.args, **kwargs: Args.kwargs) -> Result:
        results = kept.setdefault(of, {})
        key = args, tuple(sorted(kwargs.items()))
        if key not in results:
            results[key] = function(of, *args, **kwargs)
        return results[key]

    return remembering
