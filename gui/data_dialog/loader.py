"""Reads a user's own data set, or how it begins: the work of a `BackgroundTask`."""

from __future__ import annotations

import os

import numpy as np

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.importers.first_look import FirstLook, first_look
from core.data.refusals import DatasetError, as_dataset_error
from gui.app.background_task import Job, RefusedError
from gui.data_dialog.first_look_box import ROWS
from gui.data_dialog.refusal_text import refusal_text

# While a path is being typed, these are there only because it is not complete; and a folder may be on the way to it.
_NOT_YET = ("not_there", "not_allowed", "unreadable", "no_file_name", "a_folder")

# Products of such numbers with weights, squared and summed, are still finite in single precision.
LARGEST_INPUT = 1e9


def load_data(choice: DatasetSpec, job: Job) -> tuple[DatasetSpec, Dataset]:
    """Load these examples; `job` learns how far it is. Returns the choice of just these with them.

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
    return choice.of(dataset), dataset


def look_at(choice: DatasetSpec, _job: Job, is_typed: bool = False) -> FirstLook:
    """How a user's own examples begin; while their path `is_typed`, nothing where there are none yet.

    Raises
    ------
    RefusedError
        When something is there that cannot be learned from.
    """
    try:
        return first_look(choice, ROWS)
    except ValueError as error:
        refusal = as_dataset_error(error)
        if is_typed and (refusal.code in _NOT_YET or os.path.isdir(choice.path)):
            return FirstLook()
        raise RefusedError(refusal_text(refusal)) from error
