"""A finding of each kind, with numbers that are easy to read."""

from __future__ import annotations

from core.analysis.findings import Finding

NUMBERS: dict[str, dict[str, float]] = {
    "zero_start": {},
    "vanishing": {"gradient": 3.4e-7, "output": 0.029, "batch": 32, "examples": 60_000},
    "exploding": {"gradient": 475.6, "batch": 40, "examples": 40},
    "dead": {"count": 12, "units": 16},
    "rate_too_high": {"ratio": 0.29, "least": 0.6, "at": 1200},
    "rate_too_low": {"ratio": 5e-6, "before": 2.445},
    "overfitting": {"at": 400, "test_before": 0.69, "test": 1.001, "before": 0.05},
    "zero_biases": {},
    "plateau": {"at": 9000, "before": 2.301},
}
LAYERS = {"vanishing": 1, "exploding": 7, "dead": 2, "rate_too_high": 3, "rate_too_low": 1}


def finding(kind: str, holds: bool = True, **numbers: float) -> Finding:
    """From update 2,000 to 11,000."""
    made = {"mean": 2.25, "baseline": 2.3026, **NUMBERS[kind], **numbers}
    return Finding(kind, 2000, 11_000, holds, LAYERS.get(kind), tuple(made.items()))
