"""What would hurt is refused in words, quickly, before anything is read in memory or written."""

import io
import stat
import time
import zipfile

import pytest
import xlsxwriter

from members.models import Person
from reporting.bundle import limits
from reporting.bundle.faults import BundleRefused
from reporting.bundle.importing import import_bundle
from tests.reporting.bundle.files import plain, write_folder, write_workbook, write_zip

pytestmark = pytest.mark.django_db

GOOD = "key,last_name\np1,Durand\n"
SECONDS = 5


def refusal_of(path) -> str:
    start = time.monotonic()

    with pytest.raises(BundleRefused) as refused:
        import_bundle(path)

    assert time.monotonic() - start < SECONDS
    assert not Person.objects.exists()
    return plain(str(refused.value))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("key,last_name\np1,Zoé\n".encode("latin-1"), "people.csv, ligne 2 : le fichier n’est pas en UTF-8."),
        (GOOD.encode("utf-16"), "people.csv : le fichier est en UTF-16."),
        (GOOD.encode("utf-16-be"), "people.csv, ligne 1 : un caractère nul"),
        (b"key,last_name\np1,Du\0rand\n", "people.csv, ligne 2 : un caractère nul"),
        (b"key,last_name\np1,Durand\np2,\xc3", "people.csv, ligne 3 : le fichier n’est pas en UTF-8."),
        (b'key,last_name\np1,"Durand\np2,Martin\n', "people.csv, ligne 2 : les guillemets ne se ferment pas"),
        (
            b"key,last_name\np1," + b"a" * 200_000,
            "people.csv, ligne 2 : les guillemets ne se",
        ),
        (b"a," * 300 + b"\n", "people.csv : plus de 200 colonnes."),
        (b"key,last_name\np1," + b"," * 1_000_000, "people.csv, ligne 2 : les guillemets ne se"),
        (b"key,last_name\n" + b'"\n",' * 400_000, "people.csv, ligne 2 : les guillemets ne se"),
    ],
    ids=[
        "latin-1",
        "utf-16",
        "utf-16 without mark",
        "nul",
        "cut",
        "quotes",
        "huge cell",
        "wide",
        "endless row",
        "row of many lines",
    ],
)
def test_a_file_that_is_not_a_table_of_text(tmp_path, content, what):
    assert what in refusal_of(write_folder(tmp_path, people=content))


def test_the_way_to_save_in_utf8_is_told(tmp_path):
    refusal = refusal_of(write_folder(tmp_path, people="key,last_name\np1,Zoé\n".encode("latin-1")))

    assert "dans Excel, « Enregistrer sous », type « CSV UTF-8 »" in refusal


@pytest.mark.parametrize("name", ["people.csv", "bundle.zip", "bundle.xlsx"])
def test_a_gigabyte(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(1024**3)

    assert "dépasse" in refusal_of(path)


def test_a_gigabyte_in_a_folder(tmp_path):
    with (tmp_path / "people.csv").open("wb") as file:
        file.truncate(1024**3)

    assert "people.csv : le fichier dépasse 100 Mo" in refusal_of(tmp_path)


def test_more_rows_than_a_table_has(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "ROWS", 2)

    assert "plus de 2 lignes" in refusal_of(write_folder(tmp_path, people=GOOD + "p2,B\np3,C\n"))


def test_more_lines_than_a_file_has(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "LINES", 1000)

    assert "plus de 1000 lignes" in refusal_of(write_folder(tmp_path, people=GOOD + "\n" * 1000))


def test_a_zip_bomb(tmp_path):
    path = write_zip(tmp_path / "b.zip", {"people.csv": b"0" * 60_000_000})

    assert path.stat().st_size < 100_000
    assert "b.zip : une fois déplié, le fichier serait démesuré ; il est refusé sans être lu." in refusal_of(path)


def test_a_zip_bomb_in_many_small_files(tmp_path):
    path = write_zip(tmp_path / "b.zip", {f"{number}/people.csv": "0" for number in range(limits.MEMBERS + 1)})

    assert "501 fichiers, 500 au plus." in refusal_of(path)


def test_a_zip_that_lies_about_its_sizes(tmp_path):
    path = write_zip(tmp_path / "b.zip", {"people.csv": b"0" * 50_000_000})
    content = path.read_bytes()
    path.write_bytes(content.replace((50_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")))

    assert refusal_of(path)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("../people.csv", "sort du dossier"),
        ("/people.csv", "sort du dossier"),
        ("C:/people.csv", "sort du dossier"),
        ("C:people.csv", "sort du dossier"),
        ("a\\..\\people.csv", "sort du dossier"),
        ("a/b/people.csv", "trop profond"),
    ],
)
def test_a_zip_with_paths(tmp_path, name, what):
    assert what in refusal_of(write_zip(tmp_path / "b.zip", {name: GOOD}))


def test_a_zip_with_a_link_to_another_file(tmp_path):
    link = zipfile.ZipInfo("people.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")

    assert "« people.csv » est un lien vers un autre fichier." in refusal_of(tmp_path / "b.zip")


def test_a_zip_with_one_table_twice(tmp_path):
    path = write_zip(tmp_path / "b.zip", {"people.csv": GOOD, "a/People.csv": GOOD})

    assert refusal_of(path) == "La table people est dans people.csv et dans People.csv. Gardez-en une."


def test_a_zip_with_one_name_twice(tmp_path):
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("people.csv", GOOD)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("people.csv", GOOD)

    assert "« people.csv » y est deux fois." in refusal_of(tmp_path / "b.zip")


def test_a_zip_under_a_password(tmp_path):
    path = write_zip(tmp_path / "b.zip", {"people.csv": GOOD})
    content = bytearray(path.read_bytes())
    content[6] |= 1  # the flag of the member
    content[content.index(b"PK\x01\x02") + 8] |= 1  # and of the directory
    path.write_bytes(content)

    assert "chiffré par un mot de passe" in refusal_of(path)


@pytest.mark.parametrize("name", ["b.zip", "b.xlsx"])
def test_a_broken_archive(tmp_path, name):
    (tmp_path / name).write_bytes(b"PK\x03\x04 and nothing that follows")

    assert "est abîmé" in refusal_of(tmp_path / name)


def test_a_zip_with_a_broken_member(tmp_path):
    path = write_zip(tmp_path / "b.zip", {"people.csv": GOOD * 100})
    content = bytearray(path.read_bytes())
    content[45:60] = b"?" * 15
    path.write_bytes(content)

    assert "abîmé" in refusal_of(path)


def test_a_workbook_of_before_2007_or_under_a_password(tmp_path):
    (tmp_path / "b.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)

    assert "protégé par un mot de passe, ou dans l’ancien format" in refusal_of(tmp_path / "b.xlsx")


def test_formulas_are_told_by_cell_and_not_computed(tmp_path):
    workbook = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    sheet = workbook.add_worksheet("people")
    sheet.write_row(0, 0, ["key", "last_name"])
    sheet.write_formula("A2", '="p"&1', value="p1")
    sheet.write_formula("B3", "=1+1")
    workbook.close()

    assert refusal_of(tmp_path / "b.xlsx") == (
        "b.xlsx, onglet people : 2 formule(s), en A2, B3. Remplacez-les par leur valeur : "
        "copiez les cellules, puis « Collage spécial », « Valeurs »."
    )


def test_macros(tmp_path):
    path = write_workbook(tmp_path / "b.xlsx", people=GOOD)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    path.with_suffix(".xlsm").write_bytes(path.read_bytes())

    assert "contient des macros" in refusal_of(path)
    assert "un classeur à macros" in refusal_of(path.with_suffix(".xlsm"))


def rewrite_part(path, part: str, change) -> None:
    """The workbook again, with one part changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    write_zip(path, parts | {part: change(parts[part])})


def test_a_workbook_with_entities(tmp_path):
    path = write_workbook(tmp_path / "b.xlsx", people=GOOD)
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    rewrite_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<worksheet", bomb + b"<worksheet", 1))

    assert "entités XML" in refusal_of(path)


@pytest.mark.parametrize("cell", [b"AAAA99999999", b"XFE1", b"A1048577", b"A0", b"?"])
def test_a_workbook_with_a_cell_of_no_sheet(tmp_path, cell):
    """The reader would take all memory for the cells before it, and the process with it."""
    path = write_workbook(tmp_path / "b.xlsx", people=GOOD)
    rewrite_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="A1"', b'r="%s"' % cell, 1))

    assert "abîmé" in refusal_of(path)


@pytest.mark.parametrize("folder", ["macrosheets", "dialogsheets", "elsewhere"])
def test_a_workbook_whose_sheet_lies_where_nothing_would_scan_it(tmp_path, folder):
    path = write_workbook(tmp_path / "b.xlsx", people=GOOD)
    with zipfile.ZipFile(path) as archive:
        parts = {name.replace("worksheets", folder): archive.read(name) for name in archive.namelist()}
    links = "xl/_rels/workbook.xml.rels"
    write_zip(path, parts | {links: parts[links].replace(b"worksheets/", f"{folder}/".encode())})

    assert ("macros" if folder == "macrosheets" else "abîmé") in refusal_of(path)


def test_a_workbook_with_a_cell_at_the_end_of_the_world(tmp_path):
    workbook = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    sheet = workbook.add_worksheet("people")
    sheet.write_string("A1", "key")
    sheet.write_string("XFD1048576", "boo")
    workbook.close()

    assert "b.xlsx, onglet people : démesuré (1048576 lignes, 16384 colonnes)." in refusal_of(tmp_path / "b.xlsx")


def test_a_workbook_where_one_long_text_is_everywhere(tmp_path):
    workbook = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    sheet = workbook.add_worksheet("people")
    for row in range(4000):
        sheet.write_string(row, 0, "a" * 32_000)
    workbook.close()

    assert "démesuré" in refusal_of(tmp_path / "b.xlsx")


def test_a_workbook_bomb(tmp_path):
    path = write_workbook(tmp_path / "b.xlsx", people=GOOD)
    rewrite_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 60_000_000)

    assert "serait démesuré" in refusal_of(path)


def test_formats_on_empty_cells_are_no_bomb(tmp_path):
    workbook = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    sheet = workbook.add_worksheet("people")
    sheet.write_row(0, 0, ["key", "last_name"])
    sheet.write_row(1, 0, ["p1", "Durand"])
    sheet.write_blank("XFD1048576", None, workbook.add_format({"bold": True}))
    workbook.close()

    import_bundle(tmp_path / "b.xlsx")

    assert Person.objects.get().key == "p1"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("nothing", "n’existe pas"),
        ("bundle.ods", "format inconnu"),
        ("empty", "n’a aucune table connue. Nommez les fichiers ou les onglets : centre, seasons"),
    ],
)
def test_what_is_no_bundle(tmp_path, name, what):
    (tmp_path / "bundle.ods").write_text("?")
    (tmp_path / "empty").mkdir()

    assert what in refusal_of(tmp_path / name)


def test_a_table_without_a_line_is_no_fault(tmp_path):
    report = import_bundle(write_folder(tmp_path, people="", households="key,name\n"))

    assert report.faults.lines() == []
    assert report.changes_nothing


def test_sizes_are_counted_as_they_are_read(monkeypatch):
    from reporting.bundle.text_files import read_rows

    monkeypatch.setattr(limits, "TABLE_BYTES", 10)

    with pytest.raises(BundleRefused, match="dépasse"):
        list(read_rows("people.csv", lambda: io.BytesIO(GOOD.encode())))
