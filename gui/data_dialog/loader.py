"""Makes or reads a data set: the work of a `BackgroundTask`."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.data.dataset import Dataset, DatasetError
from core.data.dataset_spec import DatasetSpec
from gui.app.background_task import Job, RefusedError
from gui.widgets.number_text import compact

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
    except (DatasetError, ValueError) as error:
        raise RefusedError(str(error)) from error
    largest = float(np.abs(dataset.X_train).max()) if dataset.picture is None else 1.0
    if largest > LARGEST_INPUT:
        sentence = QCoreApplication.translate(
            "Data",
            "{path} holds numbers up to {largest}, too large to learn from: scale them, best to between −1 and 1.",
        )
        raise RefusedError(sentence.format(path=choice.path, largest=compact(largest)))
    return choice, dataset
