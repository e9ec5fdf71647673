"""Starts Backlight as `python -m backlight`, where it is installed."""

import os.path
import sys

if not sys.flags.safe_path:
    # Python looks in the working folder first, which may hold somebody else's numpy.py, core/ or gui/.
    del sys.path[0]
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.argv[0] = "backlight"

from main import main  # noqa: E402

sys.exit(main())
