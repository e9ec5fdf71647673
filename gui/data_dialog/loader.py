"""Reads a user's own data set, or how it begins: the work of a `BackgroundTask`."""

from __future__ import annotations

import numpy as np

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.importers.first_look import FirstLook, first_look
from core.data.refusals import DatasetError, as_dataset_error
from gui.app.background_task import Job, RefusedError
from gui.data_dialog.first_look_box import ROWS
from gui.data_dialog.refusal_text import refusal_text

# While a path is being typed, most of these are there only because it is not complete.
_NOT_YET = ("not_there", "not_allowed", "unreadable", "no_file_name", "a_folder", "no_folders")

# Products of such numbers with weights, squared and summed, are still finite in single precision.
LARGEST_INPUT = 1e9


def load_data(choice: DatasetSpec, job: Job) -> tuple[DatasetSpec, Dataset]:
    """Load these examples; `job` learns how far it is.

    Raises
    ------
    RefusedError
        When they cannot be read or learned from.
    Cancelled
        When the job is stopped (`core.data.importers.progress`).
    """
    try:
        dataset = choice.load(job.progress)
    except ValueError as error:
        raise RefusedError(refusal_text(as_dataset_error(error))) from error
    largest = float(np.abs(dataset.X_train).max()) if dataset.picture is None else 1.0
    if largest > LARGEST_INPUT:
        too_large = DatasetError("large_numbers", path=choice.path, largest=largest)
        raise RefusedError(refusal_text(too_large))
    return choice, dataset


def look_at(path: str, _job: Job, header: bool | None = None) -> FirstLook:
    """How the examples at `path` begin; nothing where there are none yet. A table has a `header`; None: as it looks.

    Raises
    ------
    RefusedError
        When something is there that cannot be learned from.
    """
    try:
        return first_look(path, ROWS, header)
    except ValueError as error:
        refusal = as_dataset_error(error)
        if refusal.code in _NOT_YET:
            return FirstLook()
        raise RefusedError(refusal_text(refusal)) from error
