"""What happens in each phase, in one line of at most 60 characters that is true of the network on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.analysis.weight_places import KernelWeight
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Snapshot
from gui.network.animation.picture_captions import of_picture_layer
from gui.network.animation.timeline import Phase
from gui.network.interaction.weight_values import source_maps
from gui.widgets.number_text import change_text, factor_text
from gui.widgets.penalty_text import named
from gui.widgets.sentence_text import listed

# Data whose inputs are 0 or 1: what an edge carries is its weight, or nothing.
INK = "digits"


def sentence(
    phase: Phase, snapshot: Snapshot, is_walkthrough: bool, collects: KernelWeight | None = None
) -> str:
    """The words for this phase of this snapshot's network; "" in the rest of a signal animation, which has no
    caption.

    `collects` is one of the weights of the kernel that is collected.
    """
    if phase.name == "collect" and collects is not None:
        return _of_collecting(snapshot, collects)
    layer = phase.gap + 1
    ink = snapshot.data.choice.source == INK
    if words := of_picture_layer(phase.name, phase.gap, snapshot, ink):
        return words
    if phase.name == "forward":
        if phase.gap > 0:
            return QCoreApplication.translate(
                "NetworkView", "Layer {layer}: each neuron adds up what reaches it."
            ).format(layer=layer)
        if ink:
            return QCoreApplication.translate(
                "NetworkView", "Layer 1: each neuron adds up a·w of the inked pixels."
            )
        return QCoreApplication.translate("NetworkView", "Layer 1: each neuron adds up x·w of its inputs.")
    if phase.name == "softmax":
        return _of_outputs(snapshot.output)
    if phase.name == "loss":
        return _of_loss(snapshot)
    if phase.name == "backward":
        if phase.gap > 0:
            return QCoreApplication.translate(
                "NetworkView", "Back, layer {layer}: w·δ travels, ∂C/∂w stays on its connection."
            ).format(layer=layer)
        if ink:
            return QCoreApplication.translate(
                "NetworkView", "Back to layer 1: ∂C/∂w = δ on inked pixels’ connections."
            )
        return QCoreApplication.translate("NetworkView", "Back to layer 1: ∂C/∂w = x·δ on every connection.")
    if phase.name == "mean" and snapshot.clip_factor < 1 and snapshot.penalties:
        return QCoreApplication.translate(
            "NetworkView", "Mean gradient with {penalties}; clipped to {share} of it."
        ).format(penalties=named(snapshot.penalties), share=factor_text(snapshot.clip_factor))
    if phase.name == "mean" and snapshot.clip_factor < 1:
        return QCoreApplication.translate(
            "NetworkView", "The batch’s mean gradient; clipped, {share} of it is followed."
        ).format(share=factor_text(snapshot.clip_factor))
    if phase.name == "mean" and snapshot.penalties:
        return QCoreApplication.translate(
            "NetworkView", "The mean gradient with {penalties} recolours the connections."
        ).format(penalties=named(snapshot.penalties))
    if phase.name == "mean":
        return QCoreApplication.translate(
            "NetworkView", "The batch’s mean gradient recolours the connections."
        )
    if phase.name == "change":
        return QCoreApplication.translate("NetworkView", "The optimizer’s ΔW is applied: new weights.")
    return QCoreApplication.translate("NetworkView", "These are the new weights.") if is_walkthrough else ""


def _of_collecting(snapshot: Snapshot, weight: KernelWeight) -> str:
    """Which kernel is collected."""
    layer = snapshot.connections[weight.group].target_layer
    words = QCoreApplication.translate(
        "NetworkView", "Collecting kernel {from} → {to} of layer {layer}: a·δ into its w."
    )
    if source_maps(snapshot, weight) == 1:
        words = QCoreApplication.translate(
            "NetworkView", "Collecting kernel {to} of layer {layer}: each w adds up its a·δ."
        )
    return words.format(**{"from": weight.from_map + 1, "to": weight.to_map + 1}, layer=layer)


def outcome(walkthrough: GradientComputed, applied: UpdateApplied) -> str:
    """What the update has made of the displayed sample's C and of the batch's mean."""
    old, new = change_text(walkthrough.batch_mean, applied.batch_mean)
    if walkthrough.dropout:
        # Only so the two can be compared; all else that is told of this update is with it. For C the line has no room.
        words = QCoreApplication.translate(
            "NetworkPresenter", "without dropout: mean of the batch {before} → {after}"
        )
        return words.format(before=old, after=new)
    batch = QCoreApplication.translate("NetworkPresenter", "mean of the batch {before} → {after}")
    batch = batch.format(before=old, after=new)
    first, second = walkthrough.snapshot, applied.snapshot
    before, after = first.trace.loss, second.trace.loss
    if before is None or after is None or first.trace.masks or not first.has_same_example_as(second):
        # With neurons dropped before the update and none after it, the two C are not of one function; nor are they of
        # one example where another one was chosen meanwhile.
        return batch
    shown = QCoreApplication.translate("NetworkPresenter", "C {before} → {after}")
    old, new = change_text(before, after)
    return listed((shown.format(before=old, after=new), batch))


def unknown_update(update: int, is_newest: bool = True) -> str:
    """Why nothing of the last update can be shown: there was none, or θ was changed by hand since, or recovered.

    Of a run's newest update it says which key makes one; of a past one, or another network's, no key helps.
    """
    if not is_newest:
        words = QCoreApplication.translate("NetworkPresenter", "Not known of update {update}.")
        if update == 0:
            words = QCoreApplication.translate("NetworkPresenter", "Update 0: nothing has changed yet.")
        return words.format(update=f"{update:,}")
    if update == 0:
        return QCoreApplication.translate("NetworkPresenter", "No update was made yet: press . to make one.")
    words = QCoreApplication.translate(
        "NetworkPresenter", "Not known of update {update}: press . for the next."
    )
    return words.format(update=f"{update:,}")


def _of_outputs(output: str) -> str:
    if output == "softmax":
        return QCoreApplication.translate(
            "NetworkView", "Softmax: the outputs become confidences, their sum is 1."
        )
    if output == "sigmoid":
        return QCoreApplication.translate("NetworkView", "Sigmoid: each output is pressed between 0 and 1.")
    return QCoreApplication.translate("NetworkView", "The outputs are their sums: y = z.")


def _of_loss(snapshot: Snapshot) -> str:
    if snapshot.loss == "squared_error":
        return QCoreApplication.translate("NetworkView", "C = ½ Σ (y − ŷ)²: how wrong is this one?")
    if snapshot.output == "softmax":
        return QCoreApplication.translate("NetworkView", "C = −ln y: how wrong is this one?")
    return QCoreApplication.translate("NetworkView", "C = −ln y − Σ ln(1 − yⱼ): how wrong is this one?")
