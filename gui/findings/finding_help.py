"""When each kind of finding is told: its rule in words, with the thresholds that `core.analysis` has."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.analysis import layer_findings, loss_findings
from core.analysis.findings import KINDS, LEAST_GUESSING, RENEWALS, UPDATES, WITHOUT_GUESSING
from gui.findings.finding_words import reason_of, title_of
from gui.network.interaction.explanations import Explanation
from gui.widgets.number_text import percent, percents, plain, whole
from gui.widgets.sentence_text import sentences


def rule_of(kind: str) -> str:
    """What has to be measured, and for how long."""
    text = {
        "zero_start": QCoreApplication.translate(
            "FindingHelp",
            "Told where all weights of a network with hidden layers began at 0, and the mean Cⁿ is {good} of guessing"
            " or more.",
        ),
        "vanishing": QCoreApplication.translate(
            "FindingHelp",
            "Told where a hidden layer’s gradient per weight (rms), of the last update’s batch, is less than"
            " {vanished} of the output layer’s, while the mean Cⁿ is {half} of guessing or more.",
        ),
        "exploding": QCoreApplication.translate(
            "FindingHelp",
            "Told where a layer’s gradient per weight (rms), of the last update’s batch, is more than {exploded} times"
            " the mean Cⁿ of guessing, while the training set’s is {half} of guessing or more.",
        ),
        "dead": QCoreApplication.translate(
            "FindingHelp",
            "Told where at least {dead} of a hidden layer’s neurons, of {fewest} or more, are flat for every test"
            " example, while the mean Cⁿ is {good} of guessing or more.",
        ),
        "rate_too_high": QCoreApplication.translate(
            "FindingHelp",
            "Told where an update moves a layer’s weights (rms) by {far} of their size or more, and the mean Cⁿ is"
            " either above {absurd} times guessing, or {good} of guessing or more and {still} above its least so far."
            " Also where an update moves them by {wild} or more, and the mean Cⁿ is {half} of guessing or more.",
        ),
        "rate_too_low": QCoreApplication.translate(
            "FindingHelp",
            "Told where an update moves every layer’s weights (rms) by less than {near} of their size, and L falls, but"
            " the mean Cⁿ is {half} of guessing or more.",
        ),
        "overfitting": QCoreApplication.translate(
            "FindingHelp",
            "Told where the test set’s mean Cⁿ is at least {risen} times its least so far, the training set’s at most"
            " {fallen} of what it was then, and the test set’s at least {apart} times the training set’s.",
        ),
        "zero_biases": QCoreApplication.translate(
            "FindingHelp",
            "Told where numbers are to be met from 1 or 2 inputs by neurons with ReLU or leaky ReLU, all biases began"
            " at 0, and the mean Cⁿ is {fitted} of what the mean as every answer costs, or more.",
        ),
        "plateau": QCoreApplication.translate(
            "FindingHelp",
            "Told where L has changed by less than {still} in {still_updates} updates, or in a quarter of an epoch"
            " where that is more, while the mean Cⁿ is {half} of guessing or more; and only where no other finding"
            " says why.",
        ),
    }[kind]
    held = QCoreApplication.translate(
        "FindingHelp",
        "That has to hold at {count} exact measurements in a row, over {updates} updates or more.",
    )
    held = held.format(count=plain(RENEWALS[kind]), updates=whole(UPDATES[kind]))
    said = [text.format(**_thresholds()), held]
    if kind not in (WITHOUT_GUESSING, "zero_biases"):
        said.append(
            QCoreApplication.translate(
                "FindingHelp", "Without classes guessing is to answer always the mean of all targets."
            )
        )
    if kind != WITHOUT_GUESSING:
        said.append(
            QCoreApplication.translate(
                "FindingHelp", "Where the mean as every answer costs less than {least}, none of it is told."
            ).format(least=plain(LEAST_GUESSING))
        )
    return sentences(said)


def help_of(kind: str) -> str:
    """All that is said of a kind where somebody asks: its name, the lecture's reason, and its rule."""
    return sentences((title_of(kind), reason_of(kind), rule_of(kind)))


def finding_explanations() -> tuple[tuple[str, Explanation], ...]:
    """Every kind with its name and what is said of it, for the Help page."""
    return tuple(
        (kind, Explanation(title_of(kind), sentences((reason_of(kind), rule_of(kind))))) for kind in KINDS
    )


def _thresholds() -> dict[str, str]:
    layers, losses = layer_findings, loss_findings
    return {
        "good": percent(layers.GOOD),
        "half": percent(layers.NOT_LEARNED),
        "vanished": percents(plain(100 * layers.VANISHED)),
        "exploded": plain(layers.EXPLODED),
        "dead": percent(layers.DEAD),
        "fewest": plain(layers.FEWEST),
        "far": percents(plain(100 * losses.FAR)),
        "near": percents(plain(100 * losses.NEAR)),
        "wild": percents(plain(100 * losses.WILD)),
        "absurd": plain(losses.ABSURD),
        "still": percents(plain(100 * losses.STILL)),
        "still_updates": whole(losses.STILL_UPDATES),
        "risen": plain(losses.RISEN),
        "fallen": percent(losses.FALLEN),
        "apart": plain(losses.APART),
        "fitted": percents(plain(100 * losses.FITTED)),
    }
