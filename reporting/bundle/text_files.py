"""Tables as text: CSV in UTF-8, with commas, semicolons or tabulations."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from reporting.bundle import limits
from reporting.bundle.faults import BundleRefused

Rows = Iterator[tuple[int, list[str]]]  # the line where each row begins, and its cells; the header first
SAVE_AS_UTF8 = (
    "Enregistrez-le en UTF-8 : dans Excel, « Enregistrer sous », type « CSV UTF-8 » ; "
    "dans LibreOffice, « Enregistrer sous », « Éditer les paramètres du filtre », « Unicode (UTF-8) »."
)
SEPARATORS = ",;\t"
SEPARATOR_LINE = re.compile(rf'"?sep=([{SEPARATORS}])"?\s*', re.IGNORECASE)  # what some programs write first, for Excel
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_rows(name: str, open_bytes: Callable[[], BinaryIO]) -> Rows:
    """Refuses before the first row what is too big or is not text."""
    with open_bytes() as stream:
        refuse_unreadable(name, stream)
    with open_bytes() as stream, io.TextIOWrapper(stream, "utf-8-sig", newline="") as text:
        yield from split_rows(name, text)


def refuse_unreadable(name: str, stream: BinaryIO) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    size = 0
    line = 1
    while chunk := stream.read(limits.MEGABYTE):
        if not size and chunk.startswith(UTF16_MARKS):
            raise BundleRefused(f"{name} : le fichier est en UTF-16. {SAVE_AS_UTF8}")
        size += len(chunk)
        if size > limits.TABLE_BYTES:
            raise BundleRefused(too_big(name))
        if b"\0" in chunk:
            line += chunk[: chunk.index(b"\0")].count(b"\n")
            raise BundleRefused(
                f"{name}, ligne {line} : un caractère nul ; ce n’est pas du texte, ou il est abîmé. {SAVE_AS_UTF8}"
            )
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            line += chunk[: max(0, error.start)].count(b"\n")
            raise BundleRefused(f"{name}, ligne {line} : le fichier n’est pas en UTF-8. {SAVE_AS_UTF8}") from None
        line += chunk.count(b"\n")
        if line > limits.LINES:
            raise BundleRefused(f"{name} : plus de {limits.LINES} lignes, bien plus qu’une table. Vérifiez le fichier.")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise BundleRefused(f"{name}, ligne {line} : le fichier n’est pas en UTF-8. {SAVE_AS_UTF8}") from None


def too_big(name: str) -> str:
    most = limits.in_megabytes(limits.TABLE_BYTES)
    return f"{name} : le fichier dépasse {most}, bien plus qu’une table. Vérifiez-le, ou importez année par année."


def separator_of(header: str) -> str:
    """The one of comma, semicolon and tabulation that the header holds most, outside quotes."""
    bare = "".join(header.split('"')[::2])
    return max(SEPARATORS, key=bare.count)


class Lines:
    """The lines of a file for the CSV reader: a row may hold several of them, and not too much."""

    def __init__(self, text: io.TextIOWrapper):
        self.text = text
        self.row_characters = 0

    def __iter__(self):
        while line := self.text.readline(limits.ROW_CHARACTERS):
            self.row_characters += len(line)
            if self.row_characters >= limits.ROW_CHARACTERS:
                raise csv.Error
            yield line


def split_rows(name: str, text: io.TextIOWrapper) -> Rows:
    header = text.readline(limits.CELL_CHARACTERS)
    while header.isspace():
        header = text.readline(limits.CELL_CHARACTERS)
    declared = SEPARATOR_LINE.fullmatch(header)
    text.seek(0)
    csv.field_size_limit(limits.CELL_CHARACTERS)
    lines = Lines(text)
    reader = csv.reader(lines, delimiter=declared[1] if declared else separator_of(header), strict=True)
    line = 1
    try:
        for cells in reader:
            if not (declared and SEPARATOR_LINE.fullmatch(reader.dialect.delimiter.join(cells))):
                yield line, cells
            line = reader.line_num + 1
            lines.row_characters = 0
    except csv.Error:
        raise BundleRefused(
            f"{name}, ligne {line} : les guillemets ne se ferment pas, ou une cellule est démesurée. "
            "Un texte qui contient un guillemet, une virgule ou un retour à la ligne s’écrit entre guillemets, "
            "et ses propres guillemets se doublent."
        ) from None
