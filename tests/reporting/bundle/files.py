"""Bundles of the tests: tables as text, written where a test asks."""

import csv
import io
import zipfile
from pathlib import Path

import xlsxwriter

from reporting.bundle.importing import import_bundle

# The least that an attendance stands on.
BASE = {
    "sectors": "slug,name\nenfance,Enfance\n",
    "activities": "slug,name,sector,counting\nclas,CLAS,enfance,named\nkassoumai,Kassoumaï,enfance,alias\n",
    "households": "key,name\nh1,Durand\nh2,Martin\n",
    "people": "key,last_name,first_name,birth_date,sex\np1,Durand,Zoé,2012-03-31,F\np2,Martin,Léo,1980-05-01,M\n",
    "household_members": "household,person,from_on,role\nh1,p1,2019-09-01,child\nh2,p2,2019-09-01,adult\n",
    "sessions": (
        "key,activity,starts_at,ends_at,status\n"
        "s1,clas,2021-03-08T16:30,2021-03-08T18:00,held\ns2,kassoumai,2021-03-09T09:00,2021-03-09T12:00,held\n"
    ),
    "aliases": "key,activity,year,group,sex\nK1,kassoumai,2021,child,F\n",
}


def write_folder(folder: Path, **tables: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def write_zip(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def write_workbook(path: Path, **tables: str | list[list]) -> Path:
    """Texts are CSV; lists keep their dates, numbers and booleans as such."""
    workbook = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    for name, table in tables.items():
        rows = csv.reader(io.StringIO(table)) if isinstance(table, str) else table
        sheet = workbook.add_worksheet(name)
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    workbook.close()
    return path


def faults_of(folder: Path, **tables: str | bytes) -> list[str]:
    """What is wrong, as told, with plain spaces."""
    report = import_bundle(write_folder(folder, **tables))
    return [plain(line) for line in report.faults.lines()]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def read_folder(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def rows_of(folder: Path, table: str) -> list[dict]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
