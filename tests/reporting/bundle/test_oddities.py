"""What people and spreadsheets do to a table: read all the same when the meaning is plain, told when it is not."""

from datetime import datetime, timedelta

import pytest
import xlsxwriter

from members.models import Person
from reporting.bundle.faults import BundleRefused
from reporting.bundle.importing import import_bundle
from reporting.bundle.workbooks import text_of
from tests.reporting.bundle.files import faults_of, plain, write_folder, write_workbook, write_zip

pytestmark = pytest.mark.django_db

GOOD = "key,last_name\np1,Durand\n"
NO_TITLE = (
    "people.csv, ligne 1 : C’est la première ligne remplie, et aucun titre de colonne n’y est connu. "
    "Commencez par les titres : key (« Clé »), last_name (« Nom »), first_name (« Prénom »), "
    "birth_date (« Date de naissance »)…"
)


def people() -> list[tuple[str, str]]:
    return list(Person.objects.values_list("key", "last_name").order_by("key"))


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nkey;last_name\np1;Durand\n",
        '"sep=\t"\nkey\tlast_name\np1\tDurand\n',
        "\n \nkey;last_name\n\np1;Durand\n;\n",
        "key,last_name\rp1,Durand\r",
        'key,last_name\n"p1","Durand"',
        "key,last_name,,\np1,Durand,,\n",
    ],
    ids=["separator told", "tabulation told", "blank lines", "old Mac", "quotes, no last line end", "empty columns"],
)
def test_it_is_read_all_the_same(tmp_path, text):
    report = import_bundle(write_folder(tmp_path, people=text))

    assert report.faults.lines() == []
    assert people() == [("p1", "Durand")]


def test_a_header_in_the_middle_of_files_put_end_to_end_is_no_person(tmp_path):
    report = import_bundle(write_folder(tmp_path, people=f"{GOOD}key,last_name\np2,Martin\n"))

    assert [plain(str(remark)) for remark in report.faults.remarks] == [
        "people.csv : ligne 3 : l’en-tête y est une seconde fois, ignoré."
    ]
    assert people() == [("p1", "Durand"), ("p2", "Martin")]


@pytest.mark.parametrize("first", ["p1,Durand\n", "Liste des personnes,\n"], ids=["no header", "a title above it"])
def test_a_first_line_without_one_known_title_is_told(tmp_path, first):
    assert faults_of(tmp_path, people=first + GOOD) == [NO_TITLE]


def test_cells_over_several_lines_keep_the_numbers_of_the_next_lines(tmp_path):
    rows = 'key;last_name;sex\np1;"Du;\nrand ""dit"" X";F\np2;Martin;Z\n'

    assert [fault.split(" : ")[0] for fault in faults_of(tmp_path, people=rows)] == ["people.csv, ligne 4, colonne sex"]


def test_a_day_as_spreadsheets_number_it(tmp_path):
    assert faults_of(tmp_path, people="key,last_name,birth_date\np1,Durand,44286\n") == [
        "people.csv, ligne 2, colonne birth_date : « 44286 » est un jour compté par le tableur, "
        "sans doute le 31/03/2021. Mettez la colonne au format « Date » avant d’enregistrer."
    ]


def test_what_a_mac_and_windows_leave_in_an_archive_is_not_a_table(tmp_path):
    left = {"__MACOSX/._people.csv": "x", ".DS_Store": "x", "Thumbs.db": "x", "desktop.ini": "x"}

    import_bundle(write_zip(tmp_path / "b.zip", {"people.csv": GOOD, **left}))

    assert people() == [("p1", "Durand")]


def test_without_a_known_table_what_was_there_is_told(tmp_path):
    (tmp_path / "2021").mkdir()

    with pytest.raises(BundleRefused) as refused:
        import_bundle(write_folder(tmp_path, peuple=GOOD))

    assert plain(str(refused.value)).splitlines()[:2] == [
        "2021 : un dossier, ignoré. Mettez les fichiers CSV à côté, pas dedans.",
        "peuple.csv : aucune table de ce nom, ignorée. Vouliez-vous dire « people » ?",
    ]


def test_a_table_that_begins_in_the_middle_of_its_sheet(tmp_path):
    workbook = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    sheet = workbook.add_worksheet("people")
    sheet.write_row("C4", ["key", "last_name", "sex"])
    sheet.write_row("C5", ["p1", "Durand", "Z"])
    workbook.close()

    report = import_bundle(tmp_path / "b.xlsx")

    assert [(fault.line, fault.column) for fault in report.faults.kept] == [(5, "sex")]


def test_thousands_of_empty_rows_and_other_sheets(tmp_path):
    rows = [["key", "last_name"], ["p1", "Durand"], *([[" "]] * 20_000), ["p2", "Martin"]]

    report = import_bundle(write_workbook(tmp_path / "b.xlsx", Feuil1=[["brouillon"]], people=rows))

    assert [plain(str(remark)) for remark in report.faults.remarks] == [
        "onglet Feuil1 : aucune table de ce nom, ignorée."
    ]
    assert people() == [("p1", "Durand"), ("p2", "Martin")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (timedelta(hours=14, minutes=30), "14:30:00"),
        (timedelta(hours=30), "30:00:00"),
        (timedelta(hours=-12), "-12:00:00"),
        (datetime(2021, 3, 8, 16, 29, 59, 999_990), "2021-03-08T16:30:00"),
        (datetime(9999, 12, 31, 23, 59, 59, 999_999), "9999-12-31T23:59:59"),
    ],
)
def test_hours_and_days_of_a_workbook_are_said_as_they_show(cell, text):
    assert text_of(cell) == text


def test_a_key_that_lists_name_has_no_semicolon(tmp_path):
    assert faults_of(tmp_path, staff="key,name\na;b,Anne\n") == [
        "staff.csv, ligne 2, colonne key : « a;b » ne se lit pas. Une clé s’écrit sans point-virgule."
    ]
