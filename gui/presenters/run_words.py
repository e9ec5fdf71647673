"""What is said of a run: on what and with what it has begun, and why it has ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.engine.end_messages import MORE_UPDATES
from core.engine.messages import DataLoaded, Diverged, Recovered, StoppedEarly
from core.exchange.opened_weights import OpenedWeights
from core.nn.architecture import Architecture
from core.nn.layer_kinds import PICTURE_LAYERS
from core.training.config import TrainingConfig
from gui.architecture.structure_text import structure_text
from gui.loss.curve_marks import SettingsMark
from gui.widgets.number_text import as_set
from gui.widgets.sentence_text import sentences
from gui.widgets.translated import Words


def what_was_read(data: DataLoaded, becomes_dense: bool = False) -> str:
    """How many examples a new network has, and of what; and whether its layers did not fit them."""
    counts = {
        "train": f"{data.train_count:,}",
        "test": f"{data.test_count:,}",
        "inputs": f"{data.n_in:,}",
        "classes": f"{data.class_count:,}",
    }
    if data.is_regression:
        text = QCoreApplication.translate(
            "RunPresenter", "A new network on {train} examples, {test} more for the test; inputs: {inputs}."
        )
    else:
        text = QCoreApplication.translate(
            "RunPresenter",
            "A new network on {train} examples, {test} more for the test; inputs: {inputs}, classes: {classes}.",
        )
    if data.train_count == 1:
        text = QCoreApplication.translate(
            "RunPresenter",
            "A new network on 1 example, {test} more for the test; inputs: {inputs}, classes: {classes}.",
        )
    if data.train_count == 1 and data.is_regression:
        text = QCoreApplication.translate(
            "RunPresenter", "A new network on 1 example, {test} more for the test; inputs: {inputs}."
        )
    said = [text.format(**counts)]
    if data.blank_count:
        blank = QCoreApplication.translate(
            "RunPresenter",
            "No ink was found in {blank} of the {train} pictures: a drawing must be darker, or brighter,"
            " than its edge.",
        )
        said.append(blank.format(blank=f"{data.blank_count:,}", train=counts["train"]))
    if data.constant_count:
        constant = QCoreApplication.translate(
            "RunPresenter",
            "Columns that are one number in all training examples, and so tell nothing: {count} of {inputs}.",
        )
        said.append(constant.format(count=f"{data.constant_count:,}", inputs=counts["inputs"]))
    if becomes_dense:
        said.append(
            QCoreApplication.translate(
                "RunPresenter",
                "Its layers for pictures did not fit these data: it has the default dense ones now.",
            )
        )
    return sentences(said)


def what_was_opened(opened: OpenedWeights, architecture: Architecture) -> str:
    """Which network a file's weights have become, and what of it the file does not say."""
    layers = [f"{size:,}" for size in opened.sizes]
    if any(isinstance(layer, PICTURE_LAYERS) for layer in architecture.layers):
        layers = structure_text(architecture.layers, opened.sizes).split("-")
    text = QCoreApplication.translate(
        "RunPresenter", "A new run begins with the weights of {name}: {sizes}."
    ).format(name=opened.weights.name, sizes=" → ".join(layers))
    if opened.modules[-1].activation is None:
        assumed = QCoreApplication.translate(
            "RunPresenter", "The file does not name the activation of its output: {output} is assumed."
        )
        text += " " + assumed.format(output=architecture.output)
    return text


def what_branched(update: int) -> str:
    """A run has begun from an update of another one."""
    text = QCoreApplication.translate(
        "RunPresenter", "A run of its own from update {update} on. The old one is kept."
    )
    return text.format(update=f"{update:,}")


def rewinding_helps(diverged: Diverged) -> bool:
    """Whether it may go otherwise from the initial weights: not where those are too large, or nobody knows yet."""
    return diverged.culprit not in ("", "weights")


def why_it_diverged(diverged: Diverged) -> str:
    """What is too large, and, once the engine has found what made it so, what helps."""
    update, what = f"{diverged.update:,}", _what_overflowed(diverged)
    if diverged.culprit == "":
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} was not made: {what} is too large to write. Training is paused.",
        )
    elif diverged.culprit == "edit":
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} was not made: {what} is too large to write, which it would not be with the weight as it"
            " was before it was set by hand. Training is paused: set the weight back, or rewind.",
        )
    elif diverged.culprit == "weights" and diverged.update > 1:
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} was not made: {what} is too large to write, and is so with the initial weights, too,"
            " before any update: they are too large for this network. Begin with smaller ones: Function set, More.",
        )
    elif diverged.culprit == "weights":
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update}: {what} is too large to write, so no update was made: the initial weights are too large"
            " for this network. Begin with smaller ones: Function set, More.",
        )
    elif diverged.culprit == "edits":
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} was not made: {what} is too large to write. {again} without what was set by hand, it can"
            " be made, and so can {more} more. Training is paused; rewind, or begin a run from an update before.",
        )
    elif diverged.culprit == "unknown":
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} was not made: {what} is too large to write. What has made it so was not found."
            " Training is paused; rewind, or begin a run from an update before.",
        )
    elif diverged.culprit == "rate" and diverged.held:
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} was not made: {what} is too large to write. {again} at a learning rate of {held}, which"
            " was up to {value}, it can be made, and so can {more} more. Training is paused; rewind, and keep it"
            " smaller.",
        )
    elif diverged.culprit == "rate" and diverged.since:
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} was not made: {what} is too large to write. {again} at a learning rate that moves"
            " nothing, it can be made: that of {value} is too high for these weights. Training is paused; rewind, then"
            " take a smaller rate.",
        )
    elif diverged.culprit == "rate":
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update}: {what} is too large to write: the learning rate of {value} is too high for this"
            " network. Training is paused; rewind, then take a smaller rate.",
        )
    else:
        text = QCoreApplication.translate(
            "RunPresenter",
            "Update {update} was not made: {what} is too large to write. {again} without {penalty}, which was up to"
            " {value}, it can be made, and so can {more} more. Training is paused; rewind, and keep it smaller.",
        )
    return text.format(
        update=update,
        what=what,
        again=_made_again(diverged.since),
        penalty=_penalty(diverged.culprit),
        value=as_set(diverged.value),
        held=as_set(diverged.held),
        more=f"{MORE_UPDATES:,}",
    )


def _made_again(since: int) -> str:
    """From where on updates were made again, as the beginning of a sentence."""
    if not since:
        return QCoreApplication.translate("RunPresenter", "Made again from the beginning")
    text = QCoreApplication.translate("RunPresenter", "Made again from update {since} on")
    return text.format(since=f"{since:,}")


def _penalty(culprit: str) -> str:
    """What a penalty that was left out is called; "" where none was."""
    words = {
        "l1": "L1",
        "l2": "L2",
        "weight_decay": QCoreApplication.translate("RunPresenter", "weight decay"),
    }
    return words.get(culprit, "")


def _what_overflowed(diverged: Diverged) -> str:
    """Which number was the first that is not finite, as a part of a sentence."""
    if diverged.cause == "parameter" and diverged.culprit == "weights":
        # It fails where nothing moves, of a gradient that is finite: it is what the optimizer makes of several.
        return QCoreApplication.translate("RunPresenter", "the optimizer’s running sum of gradients")
    words = {
        "loss": QCoreApplication.translate("RunPresenter", "a C of its batch"),
        "gradient": QCoreApplication.translate("RunPresenter", "the gradient of its batch"),
        "parameter": QCoreApplication.translate("RunPresenter", "a parameter after it"),
    }
    return words[diverged.cause]


def why_it_stopped_early(stopped: StoppedEarly) -> str:
    """Since when the test loss has not fallen; and from where on it was looked at, where that is not the beginning."""
    if stopped.since:
        text = QCoreApplication.translate(
            "RunPresenter",
            "Stopped early, at update {update}: of the ends of epochs since update {since}, the test loss was least at"
            " update {best}. Space goes on.",
        )
    else:
        text = QCoreApplication.translate(
            "RunPresenter",
            "Stopped early, at update {update}: of the ends of epochs, the test loss was least at update {best}."
            " Space goes on.",
        )
    return text.format(update=f"{stopped.update:,}", since=f"{stopped.since:,}", best=f"{stopped.best:,}")


def what_all_have() -> str:
    """That a setting was changed of all that race with the run on screen, too."""
    return QCoreApplication.translate("RunPresenter", "All three of the race have this setting now.")


def what_is_new(changes_c: bool, same_set: bool) -> str:
    """What another architecture means: whether C is another one, or only the start in the same function set."""
    if changes_c:
        return QCoreApplication.translate(
            "RunPresenter", "A new network. Its outputs are any numbers, so C is the squared error now."
        )
    if same_set:
        return QCoreApplication.translate(
            "RunPresenter", "A new start in the same function set. The old network is kept."
        )
    return QCoreApplication.translate(
        "RunPresenter", "A new network: another function set, another start. The old one is kept."
    )


def what_is_set(old: TrainingConfig, changes: Mapping[str, Any]) -> Words:
    """What a step of undo that sets these fields of the settings is called: "η 0.001 → 0.01", in the language in force.

    Of several that are set together the rate is named, or the first.
    """
    mark = SettingsMark(0, old, replace(old, **changes))
    return lambda: mark.title or QCoreApplication.translate("RunPresenter", "Change the settings")


def what_came_along(
    old: TrainingConfig, new: TrainingConfig, train_count: int, are_several: bool = False
) -> str:
    """Rate, batch and schedule that nobody has typed, where they are others than before; "" where none is.

    `are_several` is whether all that race with the run on screen have them, too.
    """
    words = []
    if new.learning_rate != old.learning_rate:
        text = QCoreApplication.translate(
            "RunPresenter", "The learning rate η comes with it: {before} → {after}."
        )
        words.append(text.format(before=as_set(old.learning_rate), after=as_set(new.learning_rate)))
    if new.batch_size != old.batch_size:
        before, after = (batch_in_words(config, train_count) for config in (old, new))
        text = QCoreApplication.translate("RunPresenter", "Batch: {before} → {after}.")
        words.append(text.format(before=before, after=after))
    if new.schedule == "step" and new.schedule != old.schedule:
        text = QCoreApplication.translate("RunPresenter", "η × {factor} every {period} updates.")
        if new.schedule_period == 1:
            text = QCoreApplication.translate("RunPresenter", "η × {factor} at every update.")
        words.append(text.format(factor=as_set(new.schedule_factor), period=f"{new.schedule_period:,}"))
    elif new.schedule == "constant" != old.schedule:
        words.append(QCoreApplication.translate("RunPresenter", "η stays as it is."))
    if words and are_several:
        words.append(QCoreApplication.translate("RunPresenter", "So it is for all three of the race."))
    return sentences(words)


def batch_in_words(config: TrainingConfig, train_count: int) -> str:
    """How large a batch is; the whole training set says so."""
    if config.batch_size is not None:
        return f"{config.batch_size:,}"
    return QCoreApplication.translate("RunPresenter", "all {count}").format(count=f"{train_count:,}")


def what_was_recovered(recovered: Recovered, is_all: bool) -> str:
    """From where another engine goes on; `is_all` is false where it leaves out what was asked for last."""
    if is_all:
        text = QCoreApplication.translate(
            "RunPresenter",
            "The training’s process has ended. Another one goes on from update {update}, which was saved last.",
        )
    else:
        text = QCoreApplication.translate(
            "RunPresenter",
            "The training’s process has ended again. Another one goes on from update {update}, which was saved"
            " last, without what was asked for since: that may have ended it. If you wish, ask for it again.",
        )
    return text.format(update=f"{recovered.update:,}")
