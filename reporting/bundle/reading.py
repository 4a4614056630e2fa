"""A file's rows as drafts: columns known by their titles, cells read one by one, every fault told."""

from dataclasses import dataclass, field

from reporting.bundle import limits
from reporting.bundle.cells import NONE, tidy, unescape
from reporting.bundle.faults import BundleRefused, CellRefused
from reporting.bundle.kinds import nearest
from reporting.bundle.tables import Column, Table, spelling
from reporting.bundle.text_files import Rows
from reporting.bundle.world import World

TITLES_TOLD = 4
REMEMBERED = 50_000  # different texts of one column: most repeat, and are read once


@dataclass(slots=True)
class Draft:
    line: int
    cells: dict  # only the columns that the row fills
    is_bad: bool = False


@dataclass
class Sheet:
    table: Table
    place: str
    header_line: int = 1
    titles: dict[str, str] = field(default_factory=dict)  # column -> its title in this file
    drafts: list[Draft] = field(default_factory=list)

    def title(self, column: str) -> str:
        return self.titles.get(column, column)


class CellReader:
    """Reads the cells of one column."""

    def __init__(self, table: Table, column: Column, world: World):
        self.table, self.column, self.world = table, column, world
        self.read_before: dict = {}

    def __call__(self, text: str):
        """The value; or the refusal, returned so that it is remembered as well."""
        try:
            return self.read_before[text]
        except KeyError:
            value = self._read(text)
            if len(self.read_before) < REMEMBERED:
                self.read_before[text] = value
            return value

    def _read(self, text: str):
        kind = self.column.kind
        try:
            text = tidy(text)
            if text == NONE:
                return self._nothing()
            value = kind.read(unescape(text))
            if kind.vocabulary is None:
                return value
            vocabulary = self.world.vocabulary(kind)
            return (
                tuple(sorted({vocabulary.key_of(word) for word in value})) if kind.is_many else vocabulary.key_of(value)
            )
        except CellRefused as refusal:
            return refusal

    def _nothing(self):
        if self.column.name not in self.table.cleared:
            raise CellRefused("« - » veut dire « rien », et cette colonne ne peut rester vide.", "Écrivez une valeur.")
        return self.table.cleared[self.column.name]


def read_sheet(table: Table, place: str, rows: Rows, world: World) -> Sheet:
    line, header = next(((line, cells) for line, cells in rows if is_filled(cells)), (1, []))
    sheet = Sheet(table, place, line)
    readers = [
        (rank, column.name, CellReader(table, column, world))
        for rank, column in enumerate(_columns(sheet, header, world))
        if column is not None
    ]
    if header and not readers:
        _refuse_header(sheet, world)
        return sheet
    for line, cells in rows:
        if cells == header:
            world.faults.remark(place, f"ligne {line} : l’en-tête y est une seconde fois, ignoré.")
        elif is_filled(cells):
            _refuse_too_many(sheet, line, cells, len(header), world)
            sheet.drafts.append(_draft(sheet, line, cells, readers, world))
            if len(sheet.drafts) > limits.ROWS:
                raise BundleRefused(f"{place} : plus de {limits.ROWS} lignes. Importez année par année.")
    return sheet


def is_filled(cells: list[str]) -> bool:
    return any(cells) and any(cell.strip() for cell in cells)


def _refuse_header(sheet: Sheet, world: World) -> None:
    columns = ", ".join(f"{column.name} (« {column.label} »)" for column in sheet.table.columns[:TITLES_TOLD])
    what = "C’est la première ligne remplie, et aucun titre de colonne n’y est connu."
    world.faults.add(sheet.place, sheet.header_line, "", what, f"Commencez par les titres : {columns}…")


def _columns(sheet: Sheet, header: list[str], world: World) -> list[Column | None]:
    if len(header) > limits.COLUMNS:
        raise BundleRefused(f"{sheet.place} : plus de {limits.COLUMNS} colonnes. Vérifiez le fichier.")
    columns = []
    for title in map(tidy, header):
        column = sheet.table.spellings.get(spelling(title))
        if column is None and title:
            near = nearest(title, [name for known in sheet.table.columns for name in known.titles])
            world.faults.remark(sheet.place, f"colonne « {title} » inconnue, ignorée. {near}".rstrip())
        elif column is not None and column.name in sheet.titles:
            what = f"La colonne {column.name} y est deux fois (« {sheet.titles[column.name]} » et « {title} »)."
            world.faults.add(sheet.place, sheet.header_line, title, what, "N’en gardez qu’une.")
        elif column is not None:
            sheet.titles[column.name] = title
        columns.append(column)
    return columns


def _draft(sheet: Sheet, line: int, cells: list[str], readers: list, world: World) -> Draft:
    draft = Draft(line, {})
    for rank, name, read in readers:
        text = cells[rank] if rank < len(cells) else ""
        if not text or text.isspace():
            continue
        value = read(text)
        if isinstance(value, CellRefused):
            draft.is_bad = True
            world.faults.add(sheet.place, line, sheet.titles[name], value.what, value.remedy)
        else:
            draft.cells[name] = value
    return draft


def _refuse_too_many(sheet: Sheet, line: int, cells: list[str], width: int, world: World) -> None:
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        world.faults.add(
            sheet.place,
            line,
            "",
            f"La ligne a {len(cells)} cellules, l’en-tête {width}.",
            "Mettez entre guillemets les textes qui contiennent le séparateur.",
        )
