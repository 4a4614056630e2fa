"""Zip files, opened with care: nothing is unpacked on the disk, and nothing bigger than it says."""

import re
import stat
import zipfile
from pathlib import Path, PurePosixPath

from reporting.bundle import limits
from reporting.bundle.faults import BundleRefused

ENCRYPTED = 0x1
DRIVE = re.compile(r"[A-Za-z]:")
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # a workbook locked by a password, or of before 2007
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


def open_archive(path: Path) -> zipfile.ZipFile:
    refuse_big_file(path)
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN:
        raise BundleRefused(_why_not_a_zip(path)) from None
    try:
        _refuse_dangers(path.name, archive.infolist())
    except BundleRefused:
        archive.close()
        raise
    return archive


def refuse_big_file(path: Path) -> None:
    if path.stat().st_size > limits.ARCHIVE_BYTES:
        raise BundleRefused(
            f"{path.name} : le fichier dépasse {limits.in_megabytes(limits.ARCHIVE_BYTES)}. "
            "Vérifiez que c’est le bon, ou importez un dossier de fichiers CSV, année par année."
        )


def _why_not_a_zip(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4)
    if start == OLD_OFFICE:
        return (
            f"{path.name} : le classeur est protégé par un mot de passe, ou dans l’ancien format d’Excel. "
            "Enregistrez-le sans mot de passe en « Classeur Excel (.xlsx) »."
        )
    return f"{path.name} : le fichier est abîmé ou n’est pas ce que dit son nom. Refaites-le, puis recommencez."


def _refuse_dangers(name: str, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > limits.MEMBERS:
        raise BundleRefused(f"{name} : {len(members)} fichiers, {limits.MEMBERS} au plus. Ne gardez que les tables.")
    if sum(member.file_size for member in members) > limits.BUNDLE_BYTES:
        raise BundleRefused(_bomb(name))
    seen = set()
    for member in members:
        _refuse_member(name, member)
        if member.filename in seen:
            raise BundleRefused(f"{name} : « {member.filename} » y est deux fois. N’en gardez qu’un.")
        seen.add(member.filename)


def _refuse_member(name: str, member: zipfile.ZipInfo) -> None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or DRIVE.match(member.filename):
        raise BundleRefused(
            f"{name} : « {member.filename} » sort du dossier. Refaites l’archive avec les tables, sans chemin."
        )
    if stat.S_ISLNK(member.external_attr >> 16):
        raise BundleRefused(
            f"{name} : « {member.filename} » est un lien vers un autre fichier. Refaites l’archive avec les fichiers."
        )
    if member.flag_bits & ENCRYPTED:
        raise BundleRefused(
            f"{name} : « {member.filename} » est chiffré par un mot de passe. Refaites l’archive sans mot de passe."
        )
    if member.file_size > limits.TABLE_BYTES or (
        member.file_size > limits.UNPACKED_BYTES_TRUSTED
        and member.file_size > limits.UNPACKED_TIMES * max(1, member.compress_size)
    ):
        raise BundleRefused(_bomb(name))


def _bomb(name: str) -> str:
    return (
        f"{name} : une fois déplié, le fichier serait démesuré ; il est refusé sans être lu. "
        "Vérifiez d’où il vient, ou importez un dossier de fichiers CSV."
    )
