"""The empty bundle that people fill: French titles, the lists to choose from, and how to write."""

from pathlib import Path

import xlsxwriter

from reporting.bundle.kinds import Choice, YesNo
from reporting.bundle.outputs import FolderOutput, WorkbookOutput, ZipOutput
from reporting.bundle.sources import GUIDE_SHEET
from reporting.bundle.tables import TABLES, Column, Table

ROWS_WITH_LISTS = 5000
LIST_CHARACTERS = 255  # that a list to choose from may hold in a workbook
GUIDE = [
    "Un onglet par table ; laissez vides ceux dont vous n’avez pas besoin. Ne changez pas le nom des onglets.",
    "Les lignes se citent par leur clé ou leur identifiant : un mot court, sans espace, que vous choisissez.",
    "Les titres en gras sont à remplir, avec les clés et les dates de début.",
    "Dates : 31/03/2021 ou 2021-03-31. Jour et heure : 2021-03-31T14:30. Heures : 14:30. Oui ou non.",
    "Plusieurs valeurs dans une cellule : séparées par un point-virgule.",
    "Une cellule vide garde ce qui est déjà enregistré ; un tiret « - » l’efface.",
    "Les dates de fin sont le premier jour où ce n’est plus vrai.",
    "Vérifiez sans rien écrire : manage.py import_bundle FICHIER --check. Puis importez sans --check.",
]


def write_template(path: Path) -> None:
    suffix = path.suffix.lower()
    output = {".xlsx": WorkbookTemplate, ".zip": ZipOutput}.get(suffix, FolderOutput)
    with output(path) as template:
        for table in TABLES.values():
            template.write(table.name, [column.label for column in contract(table)], [])


def contract(table: Table) -> list[Column]:
    return [column for column in table.columns if not column.extra]


class WorkbookTemplate(WorkbookOutput):
    """The same sheets, with a guide before them, the lists to choose from, and titles to fill in bold."""

    def open(self):
        super().open()
        self.plain = self.workbook.add_format({"italic": True})
        self.wrapped = self.workbook.add_format({"text_wrap": True, "valign": "top"})
        guide = self.workbook.add_worksheet(GUIDE_SHEET)
        guide.set_column(0, 0, 110, self.wrapped)
        guide.write_string(0, 0, "Comment remplir ce classeur", self.bold)
        for row, words in enumerate(GUIDE, start=1):
            guide.write_string(row, 0, words, self.wrapped)

    def write(self, name, header, rows):
        table = TABLES[name]
        sheet = self.workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(contract(table)):
            is_needed = column.required or (column.key and column.name not in table.defaults)
            sheet.set_column(number, number, max(14, len(column.label) + 4))
            sheet.write_string(0, number, column.label, self.bold if is_needed else self.plain)
            self.offer_choices(sheet, number, column)

    def offer_choices(self, sheet: xlsxwriter.worksheet.Worksheet, number: int, column: Column) -> None:
        words = choices_of(column)
        if words and len(",".join(words)) <= LIST_CHARACTERS:
            sheet.data_validation(1, number, ROWS_WITH_LISTS, number, {"validate": "list", "source": words})


def choices_of(column: Column) -> list[str]:
    if isinstance(column.kind, YesNo):
        return ["oui", "non"]
    if isinstance(column.kind, Choice):
        return [str(label) for _, label in column.kind.choices.choices]
    return []
