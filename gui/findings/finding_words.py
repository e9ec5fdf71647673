"""What a finding is called, what it says with its numbers, why that is so, and what its button would do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.analysis.findings import Finding
from gui.findings.remedies import Remedy
from gui.widgets.number_text import apart_text, as_set, compact, mean_text
from gui.widgets.penalty_text import named
from gui.widgets.sentence_text import enumerated, listed

# Numbers that are said in words of their own.
OF_BATCH = ("batch", "examples")


def title_of(kind: str) -> str:
    """In a few words."""
    return {
        "zero_start": QCoreApplication.translate("Findings", "All weights began at 0"),
        "vanishing": QCoreApplication.translate("Findings", "Vanishing gradient"),
        "exploding": QCoreApplication.translate("Findings", "Exploding gradient"),
        "dead": QCoreApplication.translate("Findings", "Dead neurons"),
        "rate_too_high": QCoreApplication.translate("Findings", "Learning rate too high"),
        "rate_too_low": QCoreApplication.translate("Findings", "Learning rate too low"),
        "overfitting": QCoreApplication.translate("Findings", "Overfitting"),
        "zero_biases": QCoreApplication.translate("Findings", "All biases began at 0"),
        "plateau": QCoreApplication.translate("Findings", "A plateau"),
    }[kind]


def since_words(finding: Finding) -> str:
    """From which update on, and at which it was measured last."""
    text = QCoreApplication.translate("Findings", "since update {since}; numbers exact at update {until}")
    return text.format(since=f"{finding.since:,}", until=f"{finding.until:,}")


def was_words(finding: Finding) -> str:
    """What held once, in a line."""
    text = QCoreApplication.translate("Findings", "{title}: updates {since} to {until}")
    return text.format(title=title_of(finding.kind), since=f"{finding.since:,}", until=f"{finding.until:,}")


def waits_words(findings: Sequence[Finding]) -> str:
    """What would hold still, had nothing been changed by hand."""
    text = QCoreApplication.translate(
        "Findings",
        "The numbers still hold, but not for long enough since settings or parameters were changed: {titles}.",
    )
    return text.format(titles=enumerated(title_of(finding.kind) for finding in findings))


def numbers_words(finding: Finding) -> str:
    """What was measured, in a sentence or two."""
    text = {
        "zero_start": QCoreApplication.translate(
            "Findings", "The training set’s mean Cⁿ is still {mean}; {guessing}."
        ),
        "vanishing": QCoreApplication.translate(
            "Findings",
            "In the gradient that update {until} followed, that of {batch}, layer {layer} has {gradient} per weight"
            " (rms), the output layer {output}. After it the training set’s mean Cⁿ is {mean}, {guessing}.",
        ),
        "exploding": QCoreApplication.translate(
            "Findings",
            "In the gradient that update {until} followed, that of {batch}, layer {layer} has {gradient} per weight"
            " (rms). After it the training set’s mean Cⁿ is {mean}, {guessing}.",
        ),
        "dead": QCoreApplication.translate(
            "Findings",
            "{count} of {units} in layer {layer} are dead: flat for every test example. The mean Cⁿ is {mean}.",
        ),
        "rate_too_high": QCoreApplication.translate(
            "Findings",
            "Update {until} moved the weights of layer {layer} by {ratio} of their size (rms). The mean Cⁿ is {mean};"
            " it was {least} at update {at}.",
        ),
        "rate_too_low": QCoreApplication.translate(
            "Findings",
            "Update {until} moved no layer’s weights by more than {ratio} of their size (rms). The mean Cⁿ falls, but"
            " only from {before} to {mean} in {span} updates.",
        ),
        "overfitting": QCoreApplication.translate(
            "Findings",
            "Since update {at} the test set’s mean Cⁿ has risen from {test_before} to {test}, while the training set’s"
            " has fallen from {before} to {mean}.",
        ),
        "zero_biases": QCoreApplication.translate(
            "Findings", "The mean Cⁿ is {mean} after {until} updates; a constant would have {baseline}."
        ),
        "plateau": QCoreApplication.translate(
            "Findings",
            "The mean Cⁿ was {before} at update {at} and is {mean} now; {guessing}.",
        ),
    }[finding.kind]
    if finding.kind == "rate_too_high" and finding["at"] == finding.until:
        text = QCoreApplication.translate(
            "Findings",
            "Update {until} moved the weights of layer {layer} by {ratio} of their size (rms). The mean Cⁿ is {mean},"
            " {guessing}.",
        )
    if finding.kind == "vanishing" and finding.is_clipped:
        text = QCoreApplication.translate(
            "Findings",
            "Before it was clipped, the gradient of update {until}, that of {batch}, had in layer {layer} {gradient}"
            " per weight (rms), in the output layer {output}. After the update the training set’s mean Cⁿ is {mean},"
            " {guessing}.",
        )
    if finding.kind == "exploding" and finding.is_clipped:
        text = QCoreApplication.translate(
            "Findings",
            "Before it was clipped, the gradient of update {until}, that of {batch}, had in layer {layer} {gradient}"
            " per weight (rms). After the update the training set’s mean Cⁿ is {mean}, {guessing}.",
        )
    if len(finding.dead_layers) > 1:
        text = QCoreApplication.translate(
            "Findings", "Dead, that is flat for every test example, are {layers}. The mean Cⁿ is {mean}."
        )
    values = _number_texts(finding)
    span, until = f"{finding.until - finding.since:,}", f"{finding.until:,}"
    guessing = guessing_words(mean_text(finding["baseline"]), finding.is_regression)
    layers = listed(_dead_of_layer(*dead) for dead in finding.dead_layers)
    return text.format(
        layer=finding.layer,
        layers=layers,
        span=span,
        until=until,
        guessing=guessing,
        **{"batch": _batch_words(finding)} if finding.kind in ("vanishing", "exploding") else {},
        **values,
    )


def guessing_words(baseline: str, is_regression: bool) -> str:
    """What who knows nothing pays, as a part of a sentence: a guess among classes, or the mean of all targets."""
    text = QCoreApplication.translate("Findings", "by guessing {baseline}")
    if is_regression:
        text = QCoreApplication.translate("Findings", "always the mean {baseline}")
    return text.format(baseline=baseline)


def _dead_of_layer(layer: int, count: int, units: int) -> str:
    text = QCoreApplication.translate("Findings", "{count} of {units} in layer {layer}")
    return text.format(count=f"{count:,}", units=f"{units:,}", layer=layer)


def _batch_words(finding: Finding) -> str:
    """Of how many examples its gradient is, and whether of penalties too, as a part of a sentence."""
    size, count = round(finding["batch"]), round(finding["examples"])
    if size >= count:
        text = QCoreApplication.translate("Findings", "all {count} training examples")
        if count == 1:
            text = QCoreApplication.translate("Findings", "the only training example")
    else:
        text = QCoreApplication.translate("Findings", "a batch of {size} of the {count} training examples")
    text = text.format(size=f"{size:,}", count=f"{count:,}")
    if finding.penalties:
        penalised = QCoreApplication.translate("Findings", "{batch} with {penalties}")
        text = penalised.format(batch=text, penalties=named(finding.penalties))
    return text


def _number_texts(finding: Finding) -> dict[str, str]:
    """Each number by its name; two means that the sentence holds against each other are seen to differ."""
    numbers = dict(finding.numbers)
    texts = {name: _number_text(name, value) for name, value in numbers.items() if name not in OF_BATCH}
    for before, after in (("before", "mean"), ("least", "mean"), ("test_before", "test")):
        if before in numbers:
            texts[before], texts[after] = apart_text(numbers[before], numbers[after], mean_text)
    return texts


def _number_text(name: str, value: float) -> str:
    if name in ("at", "count", "units"):
        return f"{round(value):,}"
    return compact(value) if name in ("gradient", "output", "ratio") else mean_text(value)


def reason_of(kind: str, is_clipped: bool = False) -> str:
    """The lecture's reason, in one or two sentences; `is_clipped` is whether gradients are clipped."""
    if kind == "exploding" and is_clipped:
        return QCoreApplication.translate(
            "Findings",
            "Each layer makes what goes through it larger, forwards and backwards, so it grows with every layer."
            " Clipping makes such a gradient shorter, but leaves its direction.",
        )
    return {
        "zero_start": QCoreApplication.translate(
            "Findings",
            "Neurons that begin alike get the same gradient and stay alike, so a layer is worth one neuron. Random"
            " weights make them differ.",
        ),
        "vanishing": QCoreApplication.translate(
            "Findings",
            "Backwards each layer multiplies the gradient by its weights and by f′(z), and a sigmoid’s is ¼ at most."
            " Behind many layers little is left, so the first ones hardly learn.",
        ),
        "exploding": QCoreApplication.translate(
            "Findings",
            "Each layer makes what goes through it larger, forwards and backwards, so it grows with every layer. Such a"
            " gradient throws the weights far away.",
        ),
        "dead": QCoreApplication.translate(
            "Findings",
            "Where f′(z) is 0 for all examples, as with ReLU, no gradient passes through f, and the neuron can’t learn"
            " any more; where it is nearly 0, hardly. Only a residual connection carries a gradient past it. A large"
            " update has often pushed z below 0 for good.",
        ),
        "rate_too_high": QCoreApplication.translate(
            "Findings",
            "The step jumps across the valley of L instead of going down into it. A smaller η makes smaller steps.",
        ),
        "rate_too_low": QCoreApplication.translate(
            "Findings", "The direction is right, but the steps are tiny. A larger η gets there sooner."
        ),
        "overfitting": QCoreApplication.translate(
            "Findings",
            "What is learned now holds for the training examples only. Stop where the test loss was least, have more"
            " examples, or make it harder to learn them by heart.",
        ),
        "zero_biases": QCoreApplication.translate(
            "Findings",
            "ReLU and leaky ReLU bend where z = wx + b is 0, and nowhere else. With every b = 0 all of them begin to"
            " bend at x = 0; what is to bend elsewhere waits until the biases have moved.",
        ),
        "plateau": QCoreApplication.translate(
            "Findings",
            "The gradient is nearly 0 here, or that of each batch points elsewhere; but L is far from small. Another"
            " start or another way down may leave it.",
        ),
    }[kind]


def remedy_words(remedy: Remedy) -> str:
    """What the button would do."""
    text = {
        "random_weights": QCoreApplication.translate("Findings", "Try it: random weights"),
        "spread_start": QCoreApplication.translate("Findings", "Try it: a spread start"),
        "relu": QCoreApplication.translate("Findings", "Try it: ReLU"),
        "residual": QCoreApplication.translate("Findings", "Try it: residual connections"),
        "skip_scale": QCoreApplication.translate(
            "Findings", "Try it: residual layers begin at {before} → {after}"
        ),
        "leaky_relu": QCoreApplication.translate("Findings", "Try it: leaky ReLU"),
        "clipping": QCoreApplication.translate("Findings", "Try it: clip the gradient at {after}"),
        "rate": QCoreApplication.translate("Findings", "Try it: learning rate {before} → {after}"),
        "adam": QCoreApplication.translate("Findings", "Try it: Adam"),
        "early_stopping": QCoreApplication.translate(
            "Findings", "Try it: early stopping after {after} epochs"
        ),
        "dropout": QCoreApplication.translate("Findings", "Try it: dropout {after}"),
        "new_weights": QCoreApplication.translate("Findings", "Try it: new weights"),
    }[remedy.name]
    return text.format(before=as_set(remedy.before), after=as_set(remedy.after))


def chip_words(count: int) -> str:
    """How many there are."""
    if count == 1:
        return QCoreApplication.translate("Findings", "1 finding")
    return QCoreApplication.translate("Findings", "{count} findings").format(count=f"{count:,}")
