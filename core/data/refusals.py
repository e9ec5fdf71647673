"""Why examples cannot be learned from: a code with its fields, and the English sentence that they make.

Whoever shows a refusal in another language has a sentence of their own for each code, with the same fields.
"""

from __future__ import annotations

from core.refusal import RefusalError

# Of a user's own data: each names the file and says what is wrong with it: what would be right.
SENTENCES = {
    # --- reading at all
    "not_there": "{path} could not be read (it is not there): choose a file that is there and readable.",
    "not_allowed": "{path} could not be read (you may not read it): choose a file that is there and readable.",
    "unreadable": "{path} could not be read ({reason}): choose a file that is there and readable.",
    "no_file_name": "{path} is no name of a file: choose a file.",
    "a_folder": "{path} is a folder: choose a file.",
    "not_ordinary": "{path} is not an ordinary file: choose a file.",
    "unknown_kind": "{path} is of no kind that can be read: it may be IDX, NPZ with X and y, a table named .csv, .tsv"
    " or .txt, or a folder of folders of images.",
    "a_single_image": "{path} is a single image: drop it on the canvas, and the network answers it; to learn from"
    " images, choose a folder that has a folder of them for each class.",
    "empty_file": "{path} is empty: it may be IDX, NPZ with X and y, a table named .csv, .tsv or .txt, or a folder of"
    " folders of images.",
    "needs_no_labels": "{path} is no IDX file of images: only such have a second file, of labels.",
    "changed": "{path} was changed while it was read: read it again.",
    "other_by_now": "{path} holds other examples by now: put the old ones back there.",
    "memory": "{path} needs {megabytes} MB of memory: take fewer examples or fewer numbers.",
    "archive_memory": "{path} needs more memory than there is: take fewer examples or numbers.",
    "gzip_stops": "{path} stops in the middle: gzip's stream has no end; copy it again.",
    "gzip_goes_on": "{path} goes on after its end: nothing but gzip's streams may be in the file.",
    "gzip_damaged": "{path} is damaged: gzip's data or its checksum is wrong.",
    # --- how much
    "no_examples": "{path} is empty: at least two examples are needed, of two classes.",
    "many_examples": "{path} holds {count} examples: there may be {limit} at most.",
    "empty_examples": "{path} holds examples of shape {shape}: each needs at least one number.",
    "large_images": "{path} holds {width} x {height} pixels: an image may be {limit} x {limit} at most.",
    "many_inputs": "{path} has {count} numbers an example: there may be {limit} at most.",
    "many_numbers": "{path} holds {count} numbers: there may be {limit} in all, so take fewer examples.",
    "one_of_each": "{path} has one example for each of its {count} classes: some class needs a second example, to test"
    " with.",
    "large_numbers": "{path} holds numbers up to {largest}, too large to learn from: let its columns be standardised.",
    # --- labels
    "no_label": "{path} has an example without a label: each example needs one.",
    "long_label": "{path} has the label {label}: a label is {limit} signs at most, of text.",
    "unseen_sign": "{path} has the label {label}: a label has no sign that cannot be seen, so leave {sign} out.",
    "measured_label": "{path} has the label {label}: labels are words or whole numbers, one a class.",
    "large_label": "{path} has the label {label}: a label that is a whole number has {limit} digits at most.",
    "one_class": "{path} has labels of 1 class: 2 to {limit} classes are needed.",
    "many_classes": "{path} has labels of {count} classes: 2 to {limit} classes are needed.",
    # --- tables
    "empty_table": "{path} is empty: a line for each example is needed.",
    "only_header": "{path} has a header and no example below it: at least two are needed, of two classes.",
    "long_line": "{path} has a very long line {line}: it may have {limit} bytes.",
    "many_lines": "{path} has over {count} lines: there may be {limit} examples.",
    "not_utf8": "{path} is not UTF-8 text in line {line}: save it as UTF-8.",
    "one_column": "{path} has 1 column: 2 to {limit} are needed, separated by commas, semicolons or tabs.",
    "many_columns": "{path} has {count} columns: 2 to {limit} are needed, separated by commas, semicolons or tabs.",
    "column_of_many_labels": "{path} has over {limit} different labels in column {column}: there may be {limit};"
    " name the column that has the labels 'label'.",
    # The column is the one that was chosen, or is called so.
    "join_labels": "{path} has over {limit} different labels in column {column}: there may be {limit}, so join classes,"
    " or leave examples out.",
    "many_labels_elsewhere": "{path} has over {limit} different labels in column {column}: there may be {limit}, so"
    " choose another column with the labels, or join classes.",
    "no_label_column": "{path} has {count} columns: its labels were to be in column {column}, so choose another one.",
    "open_quotation": "{path} cannot be split into columns in line {line}: a field that begins with a quotation mark"
    " ends with one.",
    "columns_differ": "{path} has {count} columns in line {line}: the first line has {expected}.",
    "decimal_commas": "{path} has {count} columns in line {line} and {expected} in the first: if its numbers have"
    " decimal commas, write points, or separate the columns by semicolons.",
    "points_and_commas": "{path} has decimal points and decimal commas up to line {line}: write all of them with one of"
    " the two.",
    "no_number": "{path} has {text} for a number in line {line}: beside the labels, read from column {column}, there"
    " may be numbers only, so correct it, or leave such columns out.",
    # Where another column could have them.
    "labels_elsewhere": "{path} has {text} for a number in line {line}: beside the labels, read from column {column},"
    " there may be numbers only, so choose the column with the labels, or leave such columns out.",
    "empty_field": "{path} has an empty field in line {line}, column {column}, where a number is needed: fill it in, or"
    " leave the line out.",
    "line_not_finite": "{path} has a number in line {line} that is not finite: leave out or fill in what is missing.",
    "line_too_large": "{path} has {text} in line {line}: a number may be {largest} at most, or as far below 0.",
    # --- IDX
    "no_idx_images": "{path} is no IDX file of images: it begins with 00 00 08 03 and the sizes.",
    "no_idx_labels": "{path} is no IDX file of labels: it begins with 00 00 08 01 and the sizes.",
    "no_labels_beside": "{path} has no labels beside it: choose the file with the labels as well.",
    "labels_differ": "{path} holds {count} labels: the images in {images} are {expected}.",
    "idx_bytes": "{path} has {count} bytes: by its header it has {expected}.",
    "idx_stops": "{path} stops in the middle: by its header it has {count} examples.",
    "idx_goes_on": "{path} goes on after its end: by its header it has {count} examples.",
    # --- images
    "large_image_file": "{path} has {count} bytes: an image may have {limit}.",
    "large_image": "{path} has {width} x {height} pixels: it may have {limit} x {limit} at most, unless images become"
    " ink.",
    "huge_image": "{path} is a huge image: it may have {limit} x {limit} pixels.",
    "no_image": "{path} cannot be read as an image: PNG, JPEG, BMP and GIF can be read.",
    "bmp_palette": "{path} is damaged: a BMP has a palette of 256 colours at most.",
    "png_stops": "{path} stops in the middle: a PNG ends with IEND; copy it again.",
    "png_checksum": "{path} is damaged: a checksum in it is wrong; copy it again.",
    "png_packed": "{path} is damaged: its pixels cannot be unpacked.",
    "png_lacks": "{path} lacks pixels: a PNG has all that its header says.",
    "no_folders": "{path} has no folders of images: put each class's images into a folder of its name.",
    "many_folders": "{path} has over {limit} folders: 2 to {limit} are needed, one a class.",
    "no_images": "{path} has no images: put PNG, JPEG, BMP or GIF files into it, or take it away.",
    "many_images": "{path} has over {limit} images: there may be {limit} in all.",
    "sizes_differ": "{path} has {width} x {height} pixels and {first} {first_width} x {first_height}: all must be of"
    " the same size, or be made into ink.",
    # --- images for a test set of one's own
    "no_ink": "{path} has no ink: it must be darker, or brighter, than its edge.",
    "a_link": "{path} is a link: put the image itself there.",
    "no_class_folder": "{path} is a folder that is called as no class is: give it the name of one.",
    "no_class_name": "{path} does not begin with the name of a class: give it one, or put it into a folder of a class.",
    "deeper_folder": "{path} is a folder in the folder of a class: put its images beside it.",
    # --- NPZ
    "npz_damaged": "{path} is damaged: it must be a zip of arrays.",
    "no_array": "{path} has no array {name}, only {found}: it must have the arrays X and y.",
    "no_arrays": "{path} has no array at all: it must have the arrays X and y.",
    "array_shape": "{path} has X of shape {shape} and type {type}: it must be (N, n) numbers or (N, height, width) grey"
    " pixels.",
    "label_shape": "{path} has y of shape {shape}: it must be {expected}, a label for each of X.",
    "unusual_packing": "{path} packs {name} in an unusual way: write it with numpy.savez.",
    "array_bytes": "{path} has {count} bytes in {name}: there may be {limit}, so save it as float32 or uint8, or take"
    " fewer examples.",
    "header_bytes": "{path} has {count} bytes in {name}: by its header of shape {shape} it has {expected}.",
    "objects": "{path} has pickled objects in {name}: save plain numbers, for objects are never read.",
    "value_type": "{path} has values of type {type} in {name}: numbers or short words can be read.",
    "many_labels": "{path} has {count} different labels in y: there may be {limit}.",
    "labels_no_text": "{path} has labels in y that are no text: labels are words or whole numbers.",
    "array_not_finite": "{path} has a number in X that is not finite: leave out or fill in what is missing.",
    "array_too_large": "{path} has numbers up to {number} in X: they may be {largest} at most, or as far below 0.",
    "negative_pixel": "{path} has a pixel of {value} in X: grey is 0 or more, and numbers that are no grey have the"
    " shape {shape}.",
    # --- the digits
    "digits_unreadable": "The digits could not be read from {path} ({reason}): put the file back from a fresh copy of"
    " Backlight.",
    "digits_damaged": "The digits in {path} are damaged: put the file back from a fresh copy of Backlight.",
    "nothing_saved": "Nothing that was saved can be read: start Backlight again.",
    # --- examples that are made
    "shuffled_range": "shuffled labels {value}: give a share from 0 to {largest}",
    "pixel_noise_range": "noise {value}: give a share from 0 to {largest}",
    "classes_chosen": "classes {value}: give two or more different ones from 0 to {largest}",
    "digit_count": "{value} digits: give a whole number from 1 to {largest}",
    "point_count": "count {value}: give a whole number from {least} to {largest}",
    "point_noise": "noise {value}: give a number from {least} to {largest}",
    "share_range": "test share {value}: give a number from {least} to {largest}",
    "two_classes": "{value} classes of {kind}: give 2",
    "class_count": "{value} classes of {kind}: give a whole number from 2 to {largest}",
    "upright_curve": "all points lie above one another: draw from left to right",
    "other": "{sentence}",
}


class DatasetError(RefusalError):
    """Examples cannot be read, made, or learned from."""

    sentences = SENTENCES


def as_dataset_error(error: ValueError) -> DatasetError:
    """The error itself, or one with its text where it is of another kind."""
    return error if isinstance(error, DatasetError) else DatasetError("other", sentence=str(error))
