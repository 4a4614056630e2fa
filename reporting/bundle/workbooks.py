"""Tables as the sheets of an XLSX workbook."""

import re
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine

from reporting.bundle.archives import open_archive
from reporting.bundle.faults import BundleRefused
from reporting.bundle.sheet_scan import SheetScan, scan_sheet, shared_lengths, worksheets
from reporting.bundle.text_files import Rows

MACROS = re.compile(r"vbaproject\.bin$|^xl/macrosheets/", re.IGNORECASE)
HALF_A_SECOND = timedelta(milliseconds=500)


def open_workbook(path: Path) -> python_calamine.CalamineWorkbook:
    with open_archive(path) as archive:
        _refuse_macros(path.name, archive)
        lengths = shared_lengths(archive)
        for part, name in worksheets(archive).items():
            _refuse(path.name, name, scan_sheet(archive, part, lengths))
    try:
        return python_calamine.CalamineWorkbook.from_path(str(path))
    except (python_calamine.CalamineError, OSError):
        raise BundleRefused(f"{path.name} : le classeur est abîmé. Enregistrez-le de nouveau en .xlsx.") from None


def _refuse_macros(file: str, archive: zipfile.ZipFile) -> None:
    if any(MACROS.search(name) for name in archive.namelist()):
        raise BundleRefused(
            f"{file} : le classeur contient des macros. Enregistrez-le en « Classeur Excel (.xlsx) », sans macro."
        )


def _refuse(file: str, sheet: str, scan: SheetScan) -> None:
    if scan.is_huge:
        raise BundleRefused(
            f"{file}, onglet {sheet} : démesuré ({scan.last_row} lignes, {scan.last_column} colonnes). "
            "Effacez les cellules perdues loin du tableau, ou importez année par année."
        )
    if scan.formula_count:
        cells = ", ".join(scan.formulas) + ("…" if scan.formula_count > len(scan.formulas) else "")
        raise BundleRefused(
            f"{file}, onglet {sheet} : {scan.formula_count} formule(s), en {cells}. Remplacez-les par leur valeur : "
            "copiez les cellules, puis « Collage spécial », « Valeurs »."
        )


def read_sheet(workbook: python_calamine.CalamineWorkbook, name: str) -> Rows:
    try:
        sheet = workbook.get_sheet_by_name(name)
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            yield number, [text_of(cell) for cell in cells]
    except python_calamine.CalamineError:
        raise BundleRefused(f"L’onglet {name} est abîmé. Enregistrez de nouveau le classeur en .xlsx.") from None


def text_of(cell) -> str:
    """What a CSV would say: cells of a workbook may be true dates, numbers and booleans."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.9f}".rstrip("0")
    if isinstance(cell, datetime):
        return to_the_second(cell).isoformat()
    if isinstance(cell, timedelta):
        return hours_of(cell)
    if isinstance(cell, time):
        return to_the_second(datetime.combine(date(2000, 1, 1), cell)).time().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def to_the_second(instant: datetime) -> datetime:
    """Spreadsheets keep an hour as a fraction of a day, a hair off."""
    if instant > datetime.max - HALF_A_SECOND:
        return datetime.max.replace(microsecond=0)
    return (instant + HALF_A_SECOND).replace(microsecond=0)


def hours_of(length: timedelta) -> str:
    """An hour of the day, or what is none as people wrote it: ``30:00:00``."""
    seconds = round(abs(length).total_seconds())
    sign = "-" if length < timedelta(0) else ""
    return f"{sign}{seconds // 3600:02}:{seconds % 3600 // 60:02}:{seconds % 60:02}"
