"""Why a table cannot be learned from: the sentences of `refusal_text` for a file of lines and columns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def sentences_of_tables() -> dict[str, str]:
    """A sentence for each of the codes that only a table has."""
    return {
        "empty_table": QCoreApplication.translate(
            "DataRefusal", "{path} is empty: a line for each example is needed."
        ),
        "only_header": QCoreApplication.translate(
            "DataRefusal",
            "{path} has a header and no example below it: at least two are needed, of two classes.",
        ),
        "long_line": QCoreApplication.translate(
            "DataRefusal", "{path} has a very long line {line}: it may have {limit} bytes."
        ),
        "many_lines": QCoreApplication.translate(
            "DataRefusal", "{path} has over {count} lines: there may be {limit} examples."
        ),
        "not_utf8": QCoreApplication.translate(
            "DataRefusal", "{path} is not UTF-8 text in line {line}: save it as UTF-8."
        ),
        "one_column": QCoreApplication.translate(
            "DataRefusal",
            "{path} has 1 column: 2 to {limit} are needed, separated by commas, semicolons or tabs.",
        ),
        "many_columns": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {count} columns: 2 to {limit} are needed, separated by commas, semicolons or tabs.",
        ),
        "column_of_many_labels": QCoreApplication.translate(
            "DataRefusal",
            "{path} has over {limit} different labels in column {column}: there may be {limit};"
            " name the column that has the labels 'label'.",
        ),
        "join_labels": QCoreApplication.translate(
            "DataRefusal",
            "{path} has over {limit} different labels in column {column}: there may be {limit}, so join classes, or"
            " leave examples out.",
        ),
        "many_labels_elsewhere": QCoreApplication.translate(
            "DataRefusal",
            "{path} has over {limit} different labels in column {column}: there may be {limit}, so choose another"
            " column with the labels, or join classes.",
        ),
        "no_label_column": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {count} columns: its labels were to be in column {column}, so choose another one.",
        ),
        "open_quotation": QCoreApplication.translate(
            "DataRefusal",
            "{path} cannot be split into columns in line {line}: a field that begins with a quotation"
            " mark ends with one.",
        ),
        "columns_differ": QCoreApplication.translate(
            "DataRefusal", "{path} has {count} columns in line {line}: the first line has {expected}."
        ),
        "decimal_commas": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {count} columns in line {line} and {expected} in the first: if its numbers have decimal"
            " commas, write points, or separate the columns by semicolons.",
        ),
        "points_and_commas": QCoreApplication.translate(
            "DataRefusal",
            "{path} has decimal points and decimal commas up to line {line}: write all of them with"
            " one of the two.",
        ),
        "no_number": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {text} for a number in line {line}: beside the labels, read from column {column}, there"
            " may be numbers only, so correct it, or leave such columns out.",
        ),
        "labels_elsewhere": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {text} for a number in line {line}: beside the labels, read from column {column}, there"
            " may be numbers only, so choose the column with the labels, or leave such columns out.",
        ),
        "empty_field": QCoreApplication.translate(
            "DataRefusal",
            "{path} has an empty field in line {line}, column {column}, where a number is needed: fill it in, or"
            " leave the line out.",
        ),
        "line_too_large": QCoreApplication.translate(
            "DataRefusal",
            "{path} has {text} in line {line}: a number may be {largest} at most, or as far below 0.",
        ),
        "line_not_finite": QCoreApplication.translate(
            "DataRefusal",
            "{path} has a number in line {line} that is not finite: leave out or fill in what is missing.",
        ),
    }
