"""An XLSX read as XML before anything else opens it: formulas, macros and bombs are found in the text,
never computed, and no entity is expanded."""

import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from reporting.bundle import limits
from reporting.bundle.archives import BROKEN
from reporting.bundle.faults import BundleRefused

FORMULAS_TOLD = 20
WORKSHEET = re.compile(r"xl/worksheets/[^/]+", re.IGNORECASE)
SHEET = re.compile(r"xl/(?:work|chart)sheets/[^/]+", re.IGNORECASE)
CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of the format itself


class _Stop(Exception):
    pass


@dataclass
class SheetScan:
    """What one sheet holds, counted cell by cell."""

    formulas: list[str] = field(default_factory=list)  # the first ones, as A1
    formula_count: int = 0
    last_row: int = 0
    last_column: int = 0
    characters: int = 0

    @property
    def is_huge(self) -> bool:
        return (
            self.last_row * self.last_column > limits.SHEET_CELLS
            or self.characters > limits.SHEET_CHARACTERS
            or self.last_row > limits.ROWS + 1
        )


def local_name(name: str) -> str:
    return name.rpartition(" ")[2]


def parse(archive: zipfile.ZipFile, part: str, on_start: Callable, on_end=None, on_text=None) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: on_start(local_name(name), attributes)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if on_end:
        parser.EndElementHandler = lambda name: on_end(local_name(name))
    if on_text:
        parser.CharacterDataHandler = on_text
    try:
        with archive.open(part) as stream:
            parser.ParseFile(stream)
    except _Stop:
        return
    except (expat.ExpatError, KeyError, *BROKEN):
        raise damaged() from None


def damaged() -> BundleRefused:
    return BundleRefused(
        "Le classeur est abîmé. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx, puis recommencez."
    )


def _refuse_doctype(*_):
    raise BundleRefused("Le classeur contient des entités XML : il est refusé. Refaites-le dans Excel ou LibreOffice.")


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Name of each sheet -> its part in the archive. One that lies elsewhere could be read without being scanned."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(name, attributes):
        if name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name, attributes):
        if name == "sheet":
            link = next((value for key, value in attributes.items() if local_name(key) == "id"), "")
            names[attributes.get("name", "")] = link

    parse(archive, "xl/_rels/workbook.xml.rels", relation)
    parse(archive, "xl/workbook.xml", sheet)
    parts = {name: _part(targets.get(link, "")) for name, link in names.items()}
    if not all(SHEET.fullmatch(part) for part in parts.values()):
        raise damaged()
    return parts


def _part(target: str) -> str:
    """Beside the workbook, or from the root: with a slash, and for some programs without."""
    start = "/" if target.startswith("xl/") else "/xl"
    return posixpath.normpath(posixpath.join(start, target)).lstrip("/")


def worksheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Every part that can be read as a sheet -> the name of its sheet, or its own when the workbook hides it."""
    names = {part: name for name, part in sheet_parts(archive).items()}
    return {part: names.get(part, part) for part in archive.namelist() if WORKSHEET.fullmatch(part)}


def shared_lengths(archive: zipfile.ZipFile) -> list[int]:
    """How long each shared text is: a cell names one by its rank."""
    part = next((name for name in archive.namelist() if name.lower() == "xl/sharedstrings.xml"), None)
    if part is None:
        return []
    lengths: list[int] = []

    def start(name, _):
        if name == "si":
            lengths.append(0)

    def text(data):
        if lengths:
            lengths[-1] += len(data)

    parse(archive, part, start, on_text=text)
    return lengths


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cell_place(name: str) -> tuple[int, int]:
    """``B3`` is (3, 2). What is no cell of a sheet is refused: the reader would make room for all that lies before."""
    found = CELL.fullmatch(name.upper())
    row, column = (int(found[2]), column_number(found[1])) if found else (0, 0)
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        raise damaged()
    return row, column


def scan_sheet(archive: zipfile.ZipFile, part: str, lengths: list[int]) -> SheetScan:
    """One pass. Empty cells with a format do not count; it stops as soon as the sheet is huge."""
    scan = SheetScan()
    row = column = 0
    place, shared, reading = "", False, False

    def start(name, attributes):
        nonlocal row, column, place, shared, reading
        if name == "c":
            row, column = cell_place(attributes["r"]) if "r" in attributes else (row, column + 1)
            place, shared = attributes.get("r", ""), attributes.get("t") == "s"
        elif name == "row":
            row, column = int(attributes.get("r") or row + 1), 0
        elif name == "v" or name == "is":
            reading = True
            scan.last_row, scan.last_column = max(scan.last_row, row), max(scan.last_column, column)
            if scan.is_huge:
                raise _Stop
        elif name == "f":
            scan.formula_count += 1
            if len(scan.formulas) < FORMULAS_TOLD:
                scan.formulas.append(place)

    def end(name):
        nonlocal reading
        if name == "v" or name == "is":
            reading = False

    def text(data):
        if reading:
            is_rank = shared and data.isdecimal() and int(data) < len(lengths)
            scan.characters += lengths[int(data)] if is_rank else len(data)

    parse(archive, part, start, end, text)
    return scan
