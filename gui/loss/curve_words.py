"""What each curve of the plot of L is, in a sentence: shown where its name is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.analysis.loss_columns import BatchColumns


def curve_words(key: str, columns: BatchColumns, train_count: int, with_dropout: bool) -> str:
    """The sentence for a curve (`plot_names.ORDER`).

    Parameters
    ----------
    columns : BatchColumns
        The batches, as they are drawn.
    with_dropout : bool
        Whether their losses are computed with some neurons dropped.
    """
    texts = {
        "train": QCoreApplication.translate(
            "LossPlot", "Exact: the sum of Cⁿ over all {n} training examples after so many updates."
        ),
        "test": QCoreApplication.translate(
            "LossPlot", "Exact: the mean Cⁿ of the test set. It is read at the right axis."
        ),
        "baseline": QCoreApplication.translate(
            "LossPlot", "What it costs to give one and the same answer to every example."
        ),
        "penalty": QCoreApplication.translate(
            "LossPlot", "What L1 and L2 add to the mean Cⁿ that is trained. It is read at the right axis."
        ),
        "all": QCoreApplication.translate(
            "LossPlot", "From the least to the largest loss of {width} neighbouring updates' batches."
        ),
        "most": QCoreApplication.translate(
            "LossPlot",
            "From the 10th to the 90th percentile of the losses of {width} neighbouring updates' batches.",
        ),
        "mean": QCoreApplication.translate(
            "LossPlot", "The mean loss of {width} neighbouring updates' batches, times N."
        ),
    }
    if key == "mean" and columns.width == 1:
        texts[key] = QCoreApplication.translate("LossPlot", "The mean loss of each update's batch, times N.")
    sentences = [texts[key].format(n=f"{train_count:,}", width=f"{columns.width:,}")]
    if key in ("all", "most", "mean"):
        sentences.append(
            QCoreApplication.translate(
                "LossPlot", "A batch stands at the update whose weights it was computed with."
            )
        )
        if with_dropout:
            sentences.append(
                QCoreApplication.translate(
                    "LossPlot", "Computed with some neurons dropped out, unlike the exact L."
                )
            )
    if key == "most" and columns.counted > 0:
        text = QCoreApplication.translate("LossPlot", "Before update {update} it is known to 3 %.")
        sentences.append(text.format(update=f"{columns.counted:,}"))
    return "\n".join(sentences)
