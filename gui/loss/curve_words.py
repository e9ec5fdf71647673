"""What each curve of the plot of L is, in a sentence: shown where its name is pointed at."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from core.analysis.loss_columns import BatchColumns
from gui.loss.batch_kinds import BatchKind, common_unit, dropout_share
from gui.loss.curve_signs import RUN_KEYS
from gui.loss.loss_curves import FEWEST_FOR_PERCENTILES


def curve_words(
    key: str,
    columns: BatchColumns,
    train_count: int,
    kinds: Collection[BatchKind],
    window: int = 0,
    wanted: int = 0,
) -> str:
    """The sentence for a curve (`plot_names.ORDER`).

    Parameters
    ----------
    columns : BatchColumns
        The batches, as they are drawn.
    kinds : collection of BatchKind
        Those that are among them.
    window : int
        Of how many of the last batches the mean "smooth" is.
    wanted : int
        Of how many it was to be; where that is less, it is said why.
    """
    texts = {
        "train": QCoreApplication.translate(
            "LossPlot",
            "Exact: the sum of Cⁿ over all {n} training examples after so many updates. No line leads from one dot to"
            " the next where the batches in between went another way.",
        ),
        "test": QCoreApplication.translate(
            "LossPlot",
            "Exact: the mean Cⁿ of the test set. It is read at the right axis. No line leads from one ring to the next"
            " where the batches in between went another way.",
        ),
        "baseline": QCoreApplication.translate(
            "LossPlot", "What it costs to give one and the same answer to every example."
        ),
        "penalty": QCoreApplication.translate(
            "LossPlot", "What L1 and L2 add to the mean Cⁿ that is trained. It is read at the right axis."
        ),
        "all": QCoreApplication.translate(
            "LossPlot",
            "From the least to the largest loss of {width} neighbouring updates' batches. Where it reaches out of the"
            " plot its name says how far: the largest, as a mean Cⁿ.",
        ),
        "most": QCoreApplication.translate(
            "LossPlot",
            "From the 10th to the 90th percentile of the losses of {width} neighbouring updates' batches.",
        ),
        "mean": QCoreApplication.translate(
            "LossPlot", "The mean loss of {width} neighbouring updates' batches, times N."
        ),
        "smooth": QCoreApplication.translate(
            "LossPlot",
            "The mean loss of the last {window} updates' batches up to each point, times N: it looks back only, and so"
            " it comes late. The line of the batches stays behind it.",
        ),
    }
    if train_count == 1:
        texts["train"] = QCoreApplication.translate(
            "LossPlot",
            "Exact: the C of the only training example after so many updates. No line leads from one dot to the next"
            " where the batches in between went another way.",
        )
    if key in RUN_KEYS:
        texts[key] = QCoreApplication.translate(
            "LossPlot",
            "L of another run, from where it branched off: exact, one in 3 px; where too few are known, the batches'"
            " mean.",
        )
    bands = [
        texts[band] for band in ("most", "all") if band == "all" or columns.width >= FEWEST_FOR_PERCENTILES
    ]
    texts["batches"] = "\n".join([texts["mean"], *bands])
    if key == "mean" and columns.width == 1:
        texts[key] = QCoreApplication.translate("LossPlot", "The mean loss of each update's batch, times N.")
    sentences = [texts[key].format(n=f"{train_count:,}", width=f"{columns.width:,}", window=f"{window:,}")]
    if key == "smooth" and wanted and window > wanted:
        text = QCoreApplication.translate(
            "LossPlot",
            "{wanted} were chosen, but the plot has only one column for {width} updates here, and the mean is of whole"
            " columns. Zoom in for the mean of {wanted}.",
        )
        sentences.append(text.format(wanted=f"{wanted:,}", width=f"{columns.width:,}"))
    if key in ("all", "most", "mean", "smooth", "batches"):
        sentences.append(
            QCoreApplication.translate(
                "LossPlot", "A batch stands at the update whose weights it was computed with."
            )
        )
        share = dropout_share(kinds)
        if share == "all":
            sentences.append(
                QCoreApplication.translate(
                    "LossPlot", "Computed with some neurons dropped out, unlike the exact L."
                )
            )
        elif share == "some":
            sentences.append(
                QCoreApplication.translate(
                    "LossPlot",
                    "Only some of the batches were computed with neurons dropped out: dropout was changed in between.",
                )
            )
        if common_unit(kinds) == "batch" and len({kind.unit for kind in kinds}) > 1:
            sentences.append(
                QCoreApplication.translate(
                    "LossPlot",
                    "Some of the batches are of a single example: the batch size was changed in between.",
                )
            )
    if key in ("most", "batches") and columns.counted > 0:
        text = QCoreApplication.translate("LossPlot", "Before update {update} it is known to 3 %.")
        sentences.append(text.format(update=f"{columns.counted:,}"))
    return "\n".join(sentences)
