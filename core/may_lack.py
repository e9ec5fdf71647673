"""What a field's metadata say where files of earlier versions do not have it: there it is what it is by default."""

from __future__ import annotations

MAY_LACK = "may_lack"
"""The key; its value is True. `core.engine.protocol` reads it."""
