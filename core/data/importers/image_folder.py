"""A folder of images, with one folder in it for each class."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.importers.class_labels import classes
from core.data.importers.image_file import grey_pixels, image_shape
from core.data.importers.limits import IMAGE_SUFFIXES, MAX_CLASSES, MAX_EXAMPLES, check_sizes, rows_at_once
from core.data.importers.progress import Progress
from core.data.importers.source import Source
from core.data.importers.stream import reading
from core.data.refusals import DatasetError


def open_image_folder(path: Path, any_size: bool, progress: Progress) -> Source:
    """Measure the images in the folders in `path`: PNG, JPEG, BMP and GIF, by the alphabet, in grey.

    Each folder's name is a class's. Files of other kinds, hidden ones and deeper folders are passed over.

    Parameters
    ----------
    any_size : bool
        Images may differ in size and be large; otherwise that is a fault.

    Raises
    ------
    DatasetError
        When a folder or an image cannot be read, when there are too few or too many or too large ones, or
        when they differ in size.
    """
    folders, names, y, class_names = _listed(path)
    count = len(y)
    shape = _common_shape(path, _paths(path, folders, names), count, any_size, progress)
    return Source(path, y, class_names, shape, 255.0, lambda: _chunks(_paths(path, folders, names), any_size))


def check_image_folder(path: Path, any_size: bool) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The class of each image in `path`, and the classes' names; of each class the first image is looked at.

    Raises
    ------
    DatasetError
        As for `open_image_folder`, but for what is wrong with other images.
    """
    folders, names, y, class_names = _listed(path)
    firsts = _paths(path, folders, [images[:1] for images in names])
    _common_shape(path, firsts, len(y), any_size, Progress(None))
    return y, class_names


def _listed(path: Path) -> tuple[list[str], list[list[str]], NDArray[np.int64], tuple[str, ...]]:
    """The folders, the images in each, and the class of each image with the classes' names."""
    folders = folder_names(path)
    names = [_images(path / folder) for folder in folders]
    counts = [len(images) for images in names]
    y, class_names = classes(path, folders, np.repeat(np.arange(len(folders)), counts))
    check_sizes(path, len(y), (1, 1))
    return folders, names, y, class_names


def _common_shape(
    path: Path, images: Iterator[Path], count: int, any_size: bool, progress: Progress
) -> tuple[int, int]:
    """The size of these of `count` images; (0, 0) where they may differ, and one that differs is a fault otherwise."""
    shape, first = (0, 0), ""
    for done, image in enumerate(images):
        size = image_shape(image, any_size)
        if not done and not any_size:
            shape, first = size, image.name
            check_sizes(path, count, shape)
        elif size != shape and not any_size:
            raise DatasetError(
                "sizes_differ",
                path=image,
                width=size[1],
                height=size[0],
                first=first,
                first_width=shape[1],
                first_height=shape[0],
            )
        progress.measured((done + 1) / count)
    return shape


def folder_names(path: Path) -> list[str]:
    """The names of the folders in `path`, by the alphabet: those of the classes.

    Raises
    ------
    DatasetError
        When it cannot be read, or has no folders or more than there may be classes.
    """
    folders = _names(path, os.DirEntry.is_dir, MAX_CLASSES)
    if not folders:
        raise DatasetError("no_folders", path=path)
    if len(folders) > MAX_CLASSES:
        raise DatasetError("many_folders", path=path, limit=MAX_CLASSES)
    return folders


def _images(folder: Path) -> list[str]:
    """The names of the images in `folder`, by the alphabet."""
    images = _names(
        folder, lambda entry: os.path.splitext(entry.name)[1].lower() in IMAGE_SUFFIXES, MAX_EXAMPLES
    )
    if not images:
        raise DatasetError("no_images", path=folder)
    if len(images) > MAX_EXAMPLES:
        raise DatasetError("many_images", path=folder, limit=MAX_EXAMPLES)
    return images


def _names(folder: Path, is_wanted: Callable[[os.DirEntry[str]], bool], most: int) -> list[str]:
    """The names of what is wanted and not hidden in `folder`, by the alphabet; one too many where there are more."""
    with reading(folder), os.scandir(folder) as entries:
        wanted = (entry.name for entry in entries if is_wanted(entry) and not entry.name.startswith("."))
        return sorted(islice(wanted, most + 1))


def _paths(path: Path, folders: list[str], names: list[list[str]]) -> Iterator[Path]:
    """The path of each image; all of them at once would take more memory than small images do."""
    for folder, images in zip(folders, names, strict=True):
        for name in images:
            yield path / folder / name


def _chunks(paths: Iterator[Path], may_be_large: bool) -> Iterator[NDArray[np.uint8]]:
    """Grey images in arrays (k, height, width) of neighbours of the same size."""
    together: list[NDArray[np.uint8]] = []
    for path in paths:
        image = grey_pixels(path, may_be_large)
        if together and (
            image.shape != together[0].shape or len(together) == rows_at_once(together[0].shape)
        ):
            yield np.stack(together)
            together = []
        together.append(image)
    yield np.stack(together)
