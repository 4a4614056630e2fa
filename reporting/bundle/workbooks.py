"""Tables as the sheets of an XLSX workbook."""

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine

from reporting.bundle.archives import open_archive
from reporting.bundle.faults import BundleRefused
from reporting.bundle.sheet_scan import SheetScan, scan_sheet, shared_lengths, sheet_parts
from reporting.bundle.text_files import Rows

HALF_A_SECOND = timedelta(milliseconds=500)


def open_workbook(path: Path) -> python_calamine.CalamineWorkbook:
    with open_archive(path) as archive:
        _refuse_macros(path.name, archive)
        lengths = shared_lengths(archive)
        for name, part in sheet_parts(archive).items():
            if part.startswith("xl/worksheets/"):
                _refuse(path.name, name, scan_sheet(archive, part, lengths))
    try:
        return python_calamine.CalamineWorkbook.from_path(str(path))
    except (python_calamine.CalamineError, OSError):
        raise BundleRefused(f"{path.name} : le classeur est abîmé. Enregistrez-le de nouveau en .xlsx.") from None


def _refuse_macros(file: str, archive: zipfile.ZipFile) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in archive.namelist()):
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
        return (cell + HALF_A_SECOND).replace(microsecond=0).isoformat()
    if isinstance(cell, timedelta):
        return text_of((datetime.min + cell).time())
    if isinstance(cell, time):
        return (datetime.combine(date(2000, 1, 1), cell) + HALF_A_SECOND).time().replace(microsecond=0).isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
