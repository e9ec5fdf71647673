"""Why a file of weights cannot be opened, in the language of the window: a sentence for each code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.exchange.refusals import CODES_OF_READING, WeightsError
from gui.data_dialog.refusal_text import refusal_text


def weights_refusal_text(refusal: WeightsError) -> str:
    """One sentence that states what is wrong, of which layer, and what would be right."""
    if refusal.code in CODES_OF_READING:
        return refusal_text(refusal)
    fields = {
        name: f"{value:,}" if isinstance(value, int) else value for name, value in refusal.fields.items()
    }
    sentences = _sentences()
    if refusal.fields.get("count") == 1:
        sentences |= _sentences_of_one()
    return sentences[refusal.code].format(**fields)


def _sentences() -> dict[str, str]:
    return {
        "large_file": QCoreApplication.translate(
            "WeightsRefusal", "{path} has {count} bytes: a file of weights may have {limit}."
        ),
        "damaged": QCoreApplication.translate(
            "WeightsRefusal",
            "{path} is no whole safetensors file: save it again with safetensors.torch.save_file.",
        ),
        "npz_damaged": QCoreApplication.translate(
            "WeightsRefusal",
            "{path} is no whole NPZ file of weights: save it again with numpy.savez.",
        ),
        "large_header": QCoreApplication.translate(
            "WeightsRefusal", "{path} has a header of {count} bytes: it may have {limit}."
        ),
        "is_session": QCoreApplication.translate(
            "WeightsRefusal",
            "{path} is a session of Backlight, not a file of weights: open it with File, Open.",
        ),
        "needs_modules": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} is a convolution, and the file does not say its stride, its padding, or what stands"
            ' around it: save it with metadata={{"modules": str(model)}}.',
        ),
        "modules_unread": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: {name} in its metadata key modules cannot be read: it is to be str(model) of a Sequential, with"
            " nothing nested in it but Residual.",
        ),
        "input_unread": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: {name} in its metadata key input cannot be read: the shape of one example is needed, as"
            " 1, 16, 16.",
        ),
        "no_picture": QCoreApplication.translate(
            "WeightsRefusal",
            "{path} does not say how large the pictures are that layer {layer} reads: save it with the metadata key"
            " input, as 1, 16, 16, or choose pictures first, under Training data.",
        ),
        "module_unknown": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} is {name}, which cannot be opened there: convolutions and pools need square windows,"
            " Flatten stands before Linear, and activations stand behind a layer.",
        ),
        "last_layer": QCoreApplication.translate(
            "WeightsRefusal", "{path}: the last layer, {layer}, is {name}: it needs to be a Linear."
        ),
        "does_not_fit": QCoreApplication.translate(
            "WeightsRefusal", "{path}: layer {layer} does not fit what goes into it ({reason})."
        ),
        "channels_differ": QCoreApplication.translate(
            "WeightsRefusal", "{path}: layer {layer} reads {count} maps, and {expected} go into it."
        ),
        "array_shape": QCoreApplication.translate(
            "WeightsRefusal", "{path}: {name} has the shape {shape}, and its modules need {expected}."
        ),
        "not_in_modules": QCoreApplication.translate(
            "WeightsRefusal", "{path}: {name} belongs to no module that the file names."
        ),
        "many_products": QCoreApplication.translate(
            "WeightsRefusal",
            "{path} takes {count} multiplications for each example: there may be {limit}.",
        ),
        "no_layers": QCoreApplication.translate(
            "WeightsRefusal",
            "{path} has no layer: the state_dict of a Sequential of Linear layers is needed, or W1, b1, W2 and so on.",
        ),
        "no_linear": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} is no Linear of a Sequential ({name}, {shape}), and only such and their"
            " activations can be opened.",
        ),
        "not_residual": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} lies in a module of its own ({name}): only a Linear directly in the Sequential can"
            " be opened.",
        ),
        "lacks": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} has no {name}: each Linear and each convolution needs its weight and its bias.",
        ),
        "empty_layer": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} has the shape {shape}: each Linear needs inputs and outputs.",
        ),
        "bias_shape": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} has a bias of shape {shape}: with {count} outputs it is ({count},).",
        ),
        "value_type": QCoreApplication.translate(
            "WeightsRefusal", "{path}: layer {layer} has numbers of type {type}: save them as float32."
        ),
        "not_finite": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} has a number that is not finite, or too large for single precision.",
        ),
        "sizes_differ": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} takes {count} numbers, and layer {before} gives {expected}.",
        ),
        "residual_sizes": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} takes {count} numbers and gives {outputs}: to be added to its input it gives as"
            " many as it takes.",
        ),
        "many_layers": QCoreApplication.translate(
            "WeightsRefusal", "{path} has {count} layers: there may be {limit}."
        ),
        "many_parameters": QCoreApplication.translate(
            "WeightsRefusal", "{path} has {count} parameters: there may be {limit}."
        ),
        "activation_count": QCoreApplication.translate(
            "WeightsRefusal", "{path} names {count} activations for {layers} layers: one for each is needed."
        ),
        "activations_differ": QCoreApplication.translate(
            "WeightsRefusal",
            "{path} says twice what the activation of layer {number} is: {name} in activations, {expected} in modules."
            " Make them the same, or save it without activations.",
        ),
        "unknown_activation": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: the activation of layer {layer} is {name}; these can be opened: {known}.",
        ),
        "inputs_differ": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} takes {count} numbers, and an example has {expected}: choose examples that suit it"
            " first, under Training data.",
        ),
        "outputs_differ": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} gives {count} numbers, and the examples need {expected}: choose examples that suit"
            " it first, under Training data.",
        ),
    }


def _sentences_of_one() -> dict[str, str]:
    """Those in which `count` is 1."""
    return {
        "channels_differ": QCoreApplication.translate(
            "WeightsRefusal", "{path}: layer {layer} reads 1 map, and {expected} go into it."
        ),
        "bias_shape": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} has a bias of shape {shape}: with 1 output it is (1,).",
        ),
        "sizes_differ": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} takes 1 number, and layer {before} gives {expected}.",
        ),
        "residual_sizes": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} takes 1 number and gives {outputs}: to be added to its input it gives as"
            " many as it takes.",
        ),
        "activation_count": QCoreApplication.translate(
            "WeightsRefusal", "{path} names 1 activation for {layers} layers: one for each is needed."
        ),
        "inputs_differ": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} takes 1 number, and an example has {expected}: choose examples that suit it"
            " first, under Training data.",
        ),
        "outputs_differ": QCoreApplication.translate(
            "WeightsRefusal",
            "{path}: layer {layer} gives 1 number, and the examples need {expected}: choose examples that suit"
            " it first, under Training data.",
        ),
    }
