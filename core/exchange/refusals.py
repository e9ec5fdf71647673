"""Why a file of weights cannot be opened: a code with its fields, and the English sentence that they make.

Whoever shows a refusal in another language has a sentence of their own for each code, with the same fields.
"""

from __future__ import annotations

from core.data.refusals import SENTENCES as READING
from core.refusal import RefusalError

CODES_OF_READING = ("not_there", "not_allowed", "unreadable", "no_file_name", "a_folder", "not_ordinary")
"""What any file may be refused for; the sentences are those of `core.data.refusals`."""

# Each names the file, the layer where it is one layer's, what is wrong with it, and what would be right.
SENTENCES = {
    **{code: READING[code] for code in CODES_OF_READING},
    "large_file": "{path} has {count} bytes: a file of weights may have {limit}.",
    "damaged": "{path} is no whole safetensors file: save it again with safetensors.torch.save_file.",
    "npz_damaged": "{path} is no whole NPZ file of weights: save it again with numpy.savez.",
    "large_header": "{path} has a header of {count} bytes: it may have {limit}.",
    "is_session": "{path} is a session of Backlight, not a file of weights: open it with File, Open.",
    "needs_modules": "{path}: layer {layer} is a convolution, and the file does not say its stride, its padding, or"
    ' what stands around it: save it with metadata={{"modules": str(model)}}.',
    "modules_unread": "{path}: {name} in its metadata key modules cannot be read: it is to be str(model) of a"
    " Sequential, with nothing nested in it but Residual.",
    "input_unread": "{path}: {name} in its metadata key input cannot be read: the shape of one example is needed, as"
    " 1, 16, 16.",
    "no_picture": "{path} does not say how large the pictures are that layer {layer} reads: save it with the metadata"
    " key input, as 1, 16, 16, or choose pictures first, under Training data.",
    "module_unknown": "{path}: layer {layer} is {name}, which cannot be opened there: convolutions and pools need"
    " square windows, Flatten stands before Linear, and activations stand behind a layer.",
    "last_layer": "{path}: the last layer, {layer}, is {name}: it needs to be a Linear.",
    "does_not_fit": "{path}: layer {layer} does not fit what goes into it ({reason}).",
    "channels_differ": "{path}: layer {layer} reads {count} maps, and {expected} go into it.",
    "array_shape": "{path}: {name} has the shape {shape}, and its modules need {expected}.",
    "not_in_modules": "{path}: {name} belongs to no module that the file names.",
    "many_products": "{path} takes {count} multiplications for each example: there may be {limit}.",
    "no_layers": "{path} has no layer: the state_dict of a Sequential of Linear layers is needed, or W1, b1, W2 and so"
    " on.",
    "no_linear": "{path}: layer {layer} is no Linear of a Sequential ({name}, {shape}), and only such and their"
    " activations can be opened.",
    "not_residual": "{path}: layer {layer} lies in a module of its own ({name}): only a Linear directly in the"
    " Sequential can be opened.",
    "lacks": "{path}: layer {layer} has no {name}: each Linear and each convolution needs its weight and its bias.",
    "empty_layer": "{path}: layer {layer} has the shape {shape}: each Linear needs inputs and outputs.",
    "bias_shape": "{path}: layer {layer} has a bias of shape {shape}: with {count} outputs it is ({count},).",
    "value_type": "{path}: layer {layer} has numbers of type {type}: save them as float32.",
    "not_finite": "{path}: layer {layer} has a number that is not finite, or too large for single precision.",
    "sizes_differ": "{path}: layer {layer} takes {count} numbers, and layer {before} gives {expected}.",
    "residual_sizes": "{path}: layer {layer} takes {count} numbers and gives {outputs}: to be added to its input it"
    " gives as many as it takes.",
    "many_layers": "{path} has {count} layers: there may be {limit}.",
    "many_parameters": "{path} has {count} parameters: there may be {limit}.",
    "activation_count": "{path} names {count} activations for {layers} layers: one for each is needed.",
    "activations_differ": "{path} says twice what the activation of layer {number} is: {name} in activations,"
    " {expected} in modules. Make them the same, or save it without activations.",
    "unknown_activation": "{path}: the activation of layer {layer} is {name}; these can be opened: {known}.",
    "inputs_differ": "{path}: layer {layer} takes {count} numbers, and an example has {expected}: choose examples"
    " that suit it first, under Training data.",
    "outputs_differ": "{path}: layer {layer} gives {count} numbers, and the examples need {expected}: choose examples"
    " that suit it first, under Training data.",
}


class WeightsError(RefusalError):
    """A file of weights cannot be opened."""

    sentences = SENTENCES
