"""What a figure is of, in a line; and the name of its file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.analysis.exact_losses import ExactLoss
from gui.loss.measured_moment import loss_with_update
from gui.widgets.figure import Figure, Numbers
from gui.widgets.number_text import total_text


def figure_line(
    figure: Figure,
    run_name: str,
    update: int | None,
    exact: ExactLoss | None,
    subject: str = "",
    is_before_edit: bool = False,
    others: Sequence[str] = (),
) -> str:
    """What, of what, which update, and L: where that was not measured then, at which update it was; and which run.

    `is_before_edit` is whether a parameter was set by hand after that update, and L not measured since; `others` say
    what of it is of other updates.

    The run comes last, for its name may be long. What is of no run has no update and no L.
    """
    parts = [figure.what]
    if update is not None:
        parts.append(QCoreApplication.translate("Figures", "update {update}").format(update=f"{update:,}"))
    if exact is not None:
        # Together, wherever the line is broken.
        text = f"L\u00a0=\u00a0{total_text(exact.train_total)}"
        if exact.update != update or is_before_edit:
            text = loss_with_update(text, exact.update, is_before_edit)
        parts.append(text)
    parts += others
    if subject:
        parts.insert(1, subject)
    return "  ·  ".join(filter(None, [*parts, run_name, "Backlight"]))


def file_stem(figure: Figure, update: int | None, numbers: Numbers | None = None) -> str:
    """A file's name without its ending."""
    kind = f"-{numbers.stem}" if numbers is not None and numbers.stem else ""
    return f"backlight-{figure.stem}{kind}" + ("" if update is None else f"-update-{update}")
