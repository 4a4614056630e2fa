import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from centre.models import AuditEntry
from centre.periods import Period
from members.models import Household, Person
from reporting.bundle.cells import tidy
from reporting.bundle.export import export_bundle
from reporting.bundle.importing import import_bundle
from reporting.bundle.tables import TABLES
from reporting.indicators import measure_indicators
from reporting.models import Indicator
from tests.reporting.bundle.files import read_folder, rows_of, write_folder
from tests.reporting.bundle.rich import RICH

pytestmark = pytest.mark.django_db


def as_csv(header: str, *rows: list[str]) -> str:
    text = StringIO()
    csv.writer(text).writerows([header.split(","), *rows])
    return text.getvalue()


@pytest.fixture
def rich(tmp_path):
    folder = write_folder(tmp_path / "rich", **{name: as_csv(*table) for name, table in RICH.items()})
    report = import_bundle(folder)
    assert report.faults.lines() == []
    return folder


def figures() -> list:
    measured = measure_indicators(Period.year(2021), Indicator.objects.order_by("code"))
    return [(figure.value, figure.parts, figure.unknown) for _, figure in measured]


@pytest.mark.parametrize("name", ["bundle", "bundle.zip", "bundle.xlsx"])
def test_a_centre_leaves_and_comes_back_the_same(tmp_path, name):
    folder = write_folder(tmp_path / "rich", **{table: as_csv(*rows) for table, rows in RICH.items()})
    with transaction.atomic():
        assert import_bundle(folder).faults.lines() == []
        export_bundle(tmp_path / name)
        export_bundle(tmp_path / "before")
        figures_before = figures()
        transaction.set_rollback(True)

    report = import_bundle(tmp_path / name)

    assert report.faults.lines() == []
    export_bundle(tmp_path / "after")
    assert read_folder(tmp_path / "after") == read_folder(tmp_path / "before")
    assert figures() == figures_before
    assert figures_before[1][0] == 103  # one of Brossolette; of no known school an alias, a child and two head counts
    assert import_bundle(tmp_path / name).changes_nothing


def test_every_column_of_every_table_leaves(rich, tmp_path):
    export_bundle(tmp_path / "out")

    said = {
        name: {column for row in rows_of(tmp_path / "out", name) for column in row if row[column]} for name in TABLES
    }
    assert said == {name: {column.name for column in table.columns} for name, table in TABLES.items()}


def test_columns_beyond_the_contract_leave_only_when_they_say_something(tmp_path):
    import_bundle(write_folder(tmp_path / "in", people="key,last_name\np1,Durand\n", districts="slug\nalma\n"))

    export_bundle(tmp_path / "out")

    assert (tmp_path / "out" / "people.csv").read_text() == (
        "key,last_name,first_name,birth_date,birth_year,sex,email,phone\np1,Durand,,,,,,\n"
    )
    assert (
        tmp_path / "out" / "districts.csv"
    ).read_text() == "slug,name,municipality,is_priority_area\nalma,Alma,,no\n"


def test_an_export_changes_nothing_where_it_comes_from(rich, tmp_path):
    export_bundle(tmp_path / "out")

    report = import_bundle(tmp_path / "out")

    assert report.faults.lines() == []
    assert {name: counts[:2] for name, counts in report.counts.items()} == dict.fromkeys(TABLES, (0, 0))


def test_the_same_records_make_the_same_zip(rich, tmp_path):
    export_bundle(tmp_path / "a.zip")
    export_bundle(tmp_path / "b.zip")

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_formulas_leave_as_text(tmp_path):
    Household.objects.create(key="h", name="=1+1", address="-", postcode="@x", municipality="'=y")

    export_bundle(tmp_path / "out")

    row = rows_of(tmp_path / "out", "households")[0]
    assert (row["name"], row["address"], row["postcode"], row["municipality"]) == ("'=1+1", "'-", "'@x", "''=y")


def test_captured_households_leave_even_when_there_was_none(rich, tmp_path):
    export_bundle(tmp_path / "out")

    captured = {
        (row["session"], row["person"] or row["alias"]): row["household"]
        for row in rows_of(tmp_path / "out", "attendances")
    }
    assert captured == {
        ("s1", "p1"): "h1", ("s1", "p2"): "-", ("s1", "p3"): "-", ("s2", "K1"): "", ("s3", "p1"): "h2",
        ("s4", "p1"): "h1",
    }  # fmt: skip


def test_the_files_are_their_owner_s_and_the_export_leaves_a_trace(rich, tmp_path):
    export_bundle(tmp_path / "out.zip")
    export_bundle(tmp_path / "out")

    modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "out.zip", tmp_path / "out" / "people.csv")]
    assert modes == [0o600, 0o600]
    assert AuditEntry.objects.filter(action="bundle_exported").count() == 2


def test_the_template_comes_back_empty_of_faults(tmp_path):
    for name in ("modele.xlsx", "modele.zip", "modele"):
        call_command("export_bundle", template=tmp_path / name, stdout=StringIO())

        report = import_bundle(tmp_path / name)

        assert (report.faults.lines(), list(report.faults.remarks), list(report.counts)) == ([], [], list(TABLES))
    header = (tmp_path / "modele" / "people.csv").read_text().splitlines()[0]
    assert header == "Clé,Nom,Prénom,Date de naissance,Année de naissance,Sexe,Adresse électronique,Téléphone"


def test_the_export_command_says_what_it_wrote(rich, tmp_path):
    out = StringIO()

    call_command("export_bundle", str(tmp_path / "out.zip"), stdout=out)

    rows = sum(len(table) - 1 for table in RICH.values())
    assert out.getvalue().replace("\u00a0", " ").endswith(f"out.zip, {len(TABLES)} tables, {rows} lignes.\n")


def test_the_export_command_refuses_a_format_it_does_not_write(tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("export_bundle", str(tmp_path / "out.pdf"))

    assert "Indiquez un dossier, un fichier .zip ou .xlsx." in str(refused.value)
    assert not (tmp_path / "out.pdf").exists()


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(texts, min_size=1, max_size=8), suffix=st.sampled_from(["", ".zip", ".xlsx"]))
def test_whatever_people_typed_comes_back(tmp_path, names, suffix):
    with transaction.atomic():
        Person.objects.bulk_create(
            Person(key=f"p{rank}", last_name=tidy(name) or "x", first_name=name) for rank, name in enumerate(names)
        )
        export_bundle(tmp_path / f"names{suffix}")
        export_bundle(tmp_path / "before")
        transaction.set_rollback(True)
    with transaction.atomic():
        report = import_bundle(tmp_path / f"names{suffix}")
        export_bundle(tmp_path / "after")
        transaction.set_rollback(True)

    assert report.faults.lines() == []
    assert rows_of(tmp_path / "after", "people") == rows_of(tmp_path / "before", "people")
