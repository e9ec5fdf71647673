"""Why the system has refused something, in the language of the window: the one place where its words are translated."""

from __future__ import annotations

import errno
import os

from PySide6.QtCore import QCoreApplication


def system_reason(text: str) -> str:
    """What the system says of a file, such as "Read-only file system", in our own words; other texts as they are."""
    said = text.strip().rstrip(".").casefold()
    for name, words in _words().items():
        number = getattr(errno, name, None)
        # As the engine says it, or in the language that the system itself has.
        system = "" if number is None else os.strerror(number)
        if said in (_ENGLISH[name].casefold(), system.casefold()) and said:
            return words
    return text


_ENGLISH = {
    "EPERM": "Operation not permitted",
    "ENOENT": "No such file or directory",
    "EIO": "Input/output error",
    "ENXIO": "No such device or address",
    "EAGAIN": "Resource temporarily unavailable",
    "ENOMEM": "Cannot allocate memory",
    "EACCES": "Permission denied",
    "EBUSY": "Device or resource busy",
    "EEXIST": "File exists",
    "EXDEV": "Invalid cross-device link",
    "ENODEV": "No such device",
    "ENOTDIR": "Not a directory",
    "EISDIR": "Is a directory",
    "EINVAL": "Invalid argument",
    "ENFILE": "Too many open files in system",
    "EMFILE": "Too many open files",
    "ETXTBSY": "Text file busy",
    "EFBIG": "File too large",
    "ENOSPC": "No space left on device",
    "EROFS": "Read-only file system",
    "ENAMETOOLONG": "File name too long",
    "ENOTEMPTY": "Directory not empty",
    "ELOOP": "Too many levels of symbolic links",
    "ETIMEDOUT": "Connection timed out",
    "EHOSTDOWN": "Host is down",
    "EHOSTUNREACH": "No route to host",
    "ENOTCONN": "Transport endpoint is not connected",
    "ESTALE": "Stale file handle",
    "EDQUOT": "Disk quota exceeded",
}


def _words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "EPERM": translate("SystemReason", "Operation not permitted"),
        "ENOENT": translate("SystemReason", "No such file or directory"),
        "EIO": translate("SystemReason", "Input/output error"),
        "ENXIO": translate("SystemReason", "No such device or address"),
        "EAGAIN": translate("SystemReason", "Resource temporarily unavailable"),
        "ENOMEM": translate("SystemReason", "Cannot allocate memory"),
        "EACCES": translate("SystemReason", "Permission denied"),
        "EBUSY": translate("SystemReason", "Device or resource busy"),
        "EEXIST": translate("SystemReason", "File exists"),
        "EXDEV": translate("SystemReason", "Invalid cross-device link"),
        "ENODEV": translate("SystemReason", "No such device"),
        "ENOTDIR": translate("SystemReason", "Not a directory"),
        "EISDIR": translate("SystemReason", "Is a directory"),
        "EINVAL": translate("SystemReason", "Invalid argument"),
        "ENFILE": translate("SystemReason", "Too many open files in system"),
        "EMFILE": translate("SystemReason", "Too many open files"),
        "ETXTBSY": translate("SystemReason", "Text file busy"),
        "EFBIG": translate("SystemReason", "File too large"),
        "ENOSPC": translate("SystemReason", "No space left on device"),
        "EROFS": translate("SystemReason", "Read-only file system"),
        "ENAMETOOLONG": translate("SystemReason", "File name too long"),
        "ENOTEMPTY": translate("SystemReason", "Directory not empty"),
        "ELOOP": translate("SystemReason", "Too many levels of symbolic links"),
        "ETIMEDOUT": translate("SystemReason", "Connection timed out"),
        "EHOSTDOWN": translate("SystemReason", "Host is down"),
        "EHOSTUNREACH": translate("SystemReason", "No route to host"),
        "ENOTCONN": translate("SystemReason", "Transport endpoint is not connected"),
        "ESTALE": translate("SystemReason", "Stale file handle"),
        "EDQUOT": translate("SystemReason", "Disk quota exceeded"),
    }
