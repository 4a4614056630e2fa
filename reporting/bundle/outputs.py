"""Where a bundle is written: a folder, a .zip or an .xlsx. Nothing half written is left behind."""

import csv
import io
import os
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import xlsxwriter

from reporting.bundle.faults import BundleRefused

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows: the same records make the same file
CELL_MOST = 32_767  # characters a cell of a workbook holds
Rows = Iterable[list[str]]


class Output:
    """Used as a context: files take their place once all of them are whole."""

    def __init__(self, path: Path):
        self.path = path
        self.draft = path.with_name(f".{path.name}.partiel")

    def __enter__(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.open()
        return self

    def __exit__(self, error, *_):
        self.close()
        if error is None:
            self.draft.replace(self.path)
        else:
            self.draft.unlink(missing_ok=True)

    def open(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def write(self, name: str, header: list[str], rows: Rows) -> None:
        raise NotImplementedError


def write_csv(stream, header: list[str], rows: Rows) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


class FolderOutput(Output):
    """Files of other names in the folder stay as they are."""

    def open(self):
        self.path.mkdir(parents=True, exist_ok=True)
        self.drafts: list[Path] = []

    def write(self, name, header, rows):
        draft = self.path / f".{name}.csv.partiel"
        self.drafts.append(draft)
        with draft.open("w", encoding="utf-8", newline="") as stream:
            write_csv(stream, header, rows)

    def __exit__(self, error, *_):
        for draft in self.drafts:
            if error is None:
                os.replace(draft, self.path / draft.name.removeprefix(".").removesuffix(".partiel"))
            else:
                draft.unlink(missing_ok=True)


class ZipOutput(Output):
    def open(self):
        self.archive = zipfile.ZipFile(self.draft, "w", zipfile.ZIP_DEFLATED)

    def close(self):
        self.archive.close()

    def write(self, name, header, rows):
        member = zipfile.ZipInfo(f"{name}.csv", EPOCH)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        with self.archive.open(member, "w") as stream, io.TextIOWrapper(stream, "utf-8", newline="") as text:
            write_csv(text, header, rows)


class WorkbookOutput(Output):
    """One sheet a table, written row by row; every cell is plain text, never computed."""

    def open(self):
        self.workbook = xlsxwriter.Workbook(str(self.draft), {"constant_memory": True, "strings_to_urls": False})
        self.workbook.set_properties({"created": datetime(*EPOCH)})
        self.bold = self.workbook.add_format({"bold": True})

    def close(self):
        self.workbook.close()

    def write(self, name, header, rows):
        sheet = self.workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(header):
            sheet.set_column(column, column, max(12, len(title) + 4))
            sheet.write_string(0, column, title, self.bold)
        for number, cells in enumerate(rows, start=1):
            for column, text in enumerate(cells):
                if text:
                    write_cell(sheet, number, column, text)


def write_cell(sheet, row: int, column: int, text: str) -> None:
    if len(text) > CELL_MOST or sheet.write_string(row, column, text) < 0:
        raise BundleRefused(
            f"Table {sheet.name}, ligne {row + 1} : un classeur ne peut tout contenir. Exportez en dossier ou en .zip."
        )
