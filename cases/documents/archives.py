"""The files of an archive (.zip), within bounds; nothing is written to disk.

A name in an archive is only ever shown, so no path leads anywhere.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import PurePosixPath

from cases.documents.document import Problem, UnreadableDocument
from cases.documents.kinds import MAX_BYTES, MEGABYTE, SUFFIXES, Kind, too_large

MOST_FILES = 200
# All files together, unpacked.
MOST_UNPACKED = 200 * MEGABYTE
# Text shrinks to a tenth, a bomb to a thousandth. Small files may be as they like.
MOST_EXPANSION = 200
SMALL = MEGABYTE

ENCRYPTED_FLAG = 0x1
UTF8_NAME_FLAG = 0x800
# What computers add by themselves.
LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
ARCHIVES = frozenset({".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"})


def members(content: bytes) -> Iterator[tuple[str, bytes | UnreadableDocument]]:
    """The name and the bytes of each file, or why it was not unpacked.

    Raises UnreadableDocument for the archive as a whole (DAMAGED, EMPTY,
    TOO_MANY_FILES, EXPANDS) before the first file is unpacked.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UnreadableDocument(Problem.DAMAGED, ".zip") from None
    with archive:
        files = [
            (name, info)
            for info in archive.infolist()
            if not info.is_dir()
            and not (name := _name(info)).startswith(LITTER[0])
            and PurePosixPath(name).name not in LITTER
        ]
        if not files:
            raise UnreadableDocument(Problem.EMPTY)
        if len(files) > MOST_FILES:
            raise UnreadableDocument(
                Problem.TOO_MANY_FILES, str(len(files)), str(MOST_FILES)
            )
        check_expansion([info for _name, info in files])
        for name, info in files:
            try:
                yield name, _unpacked(archive, info, name)
            except UnreadableDocument as error:
                yield name, error


def check_expansion(infos: Sequence[zipfile.ZipInfo]) -> None:
    """Raise UnreadableDocument (EXPANDS) for an archive that unpacks to too much."""
    total = sum(info.file_size for info in infos)
    is_bomb = any(
        info.file_size > SMALL
        and info.file_size > MOST_EXPANSION * max(info.compress_size, 1)
        for info in infos
    )
    if is_bomb or total > MOST_UNPACKED:
        raise UnreadableDocument(Problem.EXPANDS)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in ARCHIVES:
        raise UnreadableDocument(Problem.ARCHIVE_INSIDE)
    if info.flag_bits & ENCRYPTED_FLAG:
        raise UnreadableDocument(Problem.ENCRYPTED)
    kind = SUFFIXES.get(suffix)
    if kind is None:
        raise UnreadableDocument(Problem.UNKNOWN_TYPE, suffix)
    most = MAX_BYTES[Kind(kind)]
    if info.file_size > most:
        raise too_large(info.file_size, most)
    try:
        # The sizes that an archive tells may be wrong: zipfile unpacks no more than
        # told, and finds by the checksum that it was not all.
        with archive.open(info) as file:
            return file.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError):
        raise UnreadableDocument(Problem.DAMAGED, suffix) from None


def _name(info: zipfile.ZipInfo) -> str:
    """The name as its maker wrote it: Windows in Chinese writes GB18030 without
    saying so, which the standard reads as the letters of an old American code."""
    name = info.filename
    if not info.flag_bits & UTF8_NAME_FLAG:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf_8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in {"/", "..", "."})
