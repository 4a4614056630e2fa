"""Where the tables lie: a folder, a .zip or an .xlsx. A source says which tables it has and reads their rows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reporting.bundle import limits
from reporting.bundle.archives import BROKEN, open_archive
from reporting.bundle.faults import BundleRefused, Faults
from reporting.bundle.kinds import nearest
from reporting.bundle.tables import TABLES, spelling
from reporting.bundle.text_files import Rows, read_rows, too_big
from reporting.bundle.workbooks import open_workbook, read_sheet

GUIDE_SHEET = "Mode d’emploi"  # of the template: words for people, no table
SPELLINGS = {spelling(title): table.name for table in TABLES.values() for title in (table.name, table.label)}


@dataclass
class Source:
    """`places`: table -> how its file or sheet is called, in the words of a fault; `readers`: table -> its rows."""

    places: dict[str, str] = field(default_factory=dict)
    readers: dict[str, Callable[[], Rows]] = field(default_factory=dict)

    def offer(self, title: str, place: str, read: Callable[[], Rows], faults: Faults) -> None:
        name = SPELLINGS.get(spelling(title))
        if name is None:
            faults.remark(place, f"aucune table de ce nom, ignorée. {nearest(title, TABLES)}".rstrip())
        elif name in self.places:
            raise BundleRefused(f"La table {name} est dans {self.places[name]} et dans {place}. Gardez-en une.")
        else:
            self.places[name], self.readers[name] = place, read


@contextmanager
def open_source(path: Path, faults: Faults) -> Iterator[Source]:
    """Faults and remarks about whole files go to `faults`; what cannot be opened at all is refused."""
    source = Source()
    try:
        if path.is_dir():
            _offer_folder(path, source, faults)
            yield source
        elif not path.is_file():
            raise BundleRefused(
                f"« {path} » n’existe pas ou n’est pas un fichier. Indiquez un dossier, un fichier .zip ou .xlsx."
            )
        elif path.suffix.lower() == ".zip":
            with open_archive(path) as archive:
                _offer_archive(archive, source, faults)
                yield source
        elif path.suffix.lower() == ".xlsx":
            _offer_workbook(path, source, faults)
            yield source
        elif path.suffix.lower() == ".csv":
            _offer_file(path, source, faults)
            yield source
        else:
            raise BundleRefused(_wrong_suffix(path))
    except PermissionError as error:
        raise BundleRefused(f"« {error.filename} » ne peut être lu : vérifiez les droits du fichier.") from None


def _wrong_suffix(path: Path) -> str:
    if path.suffix.lower() in (".xlsm", ".xltm", ".xlsb"):
        return f"{path.name} : un classeur à macros. Enregistrez-le en « Classeur Excel (.xlsx) », sans macro."
    return f"{path.name} : format inconnu. Indiquez un dossier de fichiers CSV, un fichier .zip ou .xlsx."


def _offer_folder(folder: Path, source: Source, faults: Faults) -> None:
    files = sorted(file for file in folder.iterdir() if not file.name.startswith("."))
    for file in files:
        if file.suffix.lower() == ".csv" and file.is_file():
            _offer_file(file, source, faults)
        elif file.is_dir():
            faults.remark(file.name, "un dossier, ignoré. Mettez les fichiers CSV à côté, pas dedans.")
        else:
            faults.remark(file.name, "ce n’est pas un fichier CSV, ignoré.")
    if sum(file.stat().st_size for file in files if file.is_file()) > limits.BUNDLE_BYTES:
        raise BundleRefused(f"{folder.name} : le dossier dépasse {limits.in_megabytes(limits.BUNDLE_BYTES)}.")


def _offer_file(file: Path, source: Source, faults: Faults) -> None:
    if file.stat().st_size > limits.TABLE_BYTES:
        raise BundleRefused(too_big(file.name))
    source.offer(file.stem, file.name, lambda: read_rows(file.name, lambda: file.open("rb")), faults)


def _offer_archive(archive, source: Source, faults: Faults) -> None:
    for member in archive.infolist():
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if member.is_dir() or path.parts[0] == "__MACOSX" or path.name.startswith("."):
            continue
        if path.suffix.lower() == ".csv" and len(path.parts) <= 2:
            source.offer(path.stem, path.name, _member_reader(archive, member, path.name), faults)
        elif path.suffix.lower() == ".csv":
            raise BundleRefused(
                f"« {member.filename} » est trop profond. Mettez les fichiers CSV à la racine de l’archive."
            )
        else:
            faults.remark(member.filename, "ce n’est pas un fichier CSV, ignoré.")


def _member_reader(archive, member, name: str) -> Callable[[], Rows]:
    def read() -> Rows:
        try:
            yield from read_rows(name, lambda: archive.open(member))
        except BROKEN:
            raise BundleRefused(f"{name} : abîmé dans l’archive. Refaites-la, puis recommencez.") from None

    return read


def _offer_workbook(path: Path, source: Source, faults: Faults) -> None:
    workbook = open_workbook(path)
    for name in workbook.sheet_names:
        if spelling(name) != spelling(GUIDE_SHEET):
            source.offer(name, f"onglet {name}", _sheet_reader(workbook, name), faults)


def _sheet_reader(workbook, name: str) -> Callable[[], Rows]:
    return lambda: read_sheet(workbook, name)
