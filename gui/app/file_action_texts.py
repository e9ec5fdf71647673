"""What the actions of the File menu are called, and what they do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def file_action_texts() -> dict[str, tuple[str, str]]:
    """Text and tip of each, by its object name, in the language in force."""
    return {
        "action_new": (
            QCoreApplication.translate("Actions", "New"),
            QCoreApplication.translate("Actions", "Leave all of this, and begin as at the start"),
        ),
        "action_open": (
            QCoreApplication.translate("Actions", "Open…"),
            QCoreApplication.translate(
                "Actions", "Open a session that was saved, weights, or data of your own"
            ),
        ),
        "action_save": (
            QCoreApplication.translate("Actions", "Save"),
            QCoreApplication.translate(
                "Actions", "Save runs, weights, curves and drawing in one file, to go on from later"
            ),
        ),
        "action_save_as": (
            QCoreApplication.translate("Actions", "Save as…"),
            QCoreApplication.translate("Actions", "Save all of this in another file"),
        ),
        "action_data_in_file": (
            QCoreApplication.translate("Actions", "Save my own data with it"),
            QCoreApplication.translate(
                "Actions",
                "Put your own examples into the file, not only where they are: for another computer. Those of a file"
                " that has changed between two runs are in it in any case",
            ),
        ),
        "action_left_work": (
            QCoreApplication.translate("Actions", "Find unsaved work…"),
            QCoreApplication.translate("Actions", "Offer what a window has left that was ended by somebody"),
        ),
        "action_data": (
            QCoreApplication.translate("Actions", "Training data…"),
            QCoreApplication.translate("Actions", "Choose the examples that the network learns from"),
        ),
        "action_open_data": (
            QCoreApplication.translate("Actions", "Open my own data…"),
            QCoreApplication.translate("Actions", "Learn from a file or folder of your own"),
        ),
        "action_open_weights": (
            QCoreApplication.translate("Actions", "Open weights…"),
            QCoreApplication.translate(
                "Actions", "Begin a run with weights that were saved from PyTorch, or exported here"
            ),
        ),
        "action_export_weights": (
            QCoreApplication.translate("Actions", "Export weights…"),
            QCoreApplication.translate("Actions", "Save the weights on screen for PyTorch, Keras or NumPy"),
        ),
        "action_copy_pytorch": (
            QCoreApplication.translate("Actions", "Copy as PyTorch code"),
            QCoreApplication.translate(
                "Actions", "Copy code that builds this network in PyTorch and loads its exported weights"
            ),
        ),
        "action_copy_keras": (
            QCoreApplication.translate("Actions", "Copy as Keras code"),
            QCoreApplication.translate(
                "Actions", "Copy code that builds this network in Keras and loads its exported weights"
            ),
        ),
        "action_export_picture": (
            QCoreApplication.translate("Actions", "Export picture…"),
            QCoreApplication.translate("Actions", "Save the network as it is seen now: PNG or SVG"),
        ),
        "action_copy_picture": (
            QCoreApplication.translate("Actions", "Copy picture"),
            QCoreApplication.translate("Actions", "Put the network as it is seen now onto the clipboard"),
        ),
        "action_save_figure": (
            QCoreApplication.translate("Actions", "Save plot or table…"),
            QCoreApplication.translate(
                "Actions", "Save the plot or table that has the keyboard: CSV, PNG, SVG or PDF"
            ),
        ),
        "action_copy_figure": (
            QCoreApplication.translate("Actions", "Copy plot or table"),
            QCoreApplication.translate(
                "Actions",
                "Put the plot or table that has the keyboard onto the clipboard: picture and numbers",
            ),
        ),
        "action_print_figure": (
            QCoreApplication.translate("Actions", "Print…"),
            QCoreApplication.translate(
                "Actions", "Print the plot or table that has the keyboard, or else the network"
            ),
        ),
        "action_export_step": (
            QCoreApplication.translate("Actions", "Export one step as an animation…"),
            QCoreApplication.translate("Actions", "Make one update, and save it as a moving picture"),
        ),
        "action_quit": (
            QCoreApplication.translate("Actions", "Quit"),
            QCoreApplication.translate("Actions", "Close Backlight"),
        ),
    }
