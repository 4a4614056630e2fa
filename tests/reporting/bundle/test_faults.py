"""Everything that the database would refuse is told before, in words, with its place."""

import pytest

from centre.models import Mandate, Partner, Sector
from reporting.bundle.faults import BundleRefused
from reporting.bundle.importing import import_bundle
from reporting.bundle.tables import TABLES
from tests.reporting.bundle.broken import BROKEN, HOUSE, SENSELESS
from tests.reporting.bundle.files import BASE, faults_of, write_folder

pytestmark = pytest.mark.django_db

# An import closes the roll of a session whose status it changes: no row can break this one.
OUT_OF_REACH = {"session_open_roll_is_held"}


def constraints() -> set[str]:
    """Of the tables of the bundle, those that a row can break."""
    names = set()
    for table in TABLES.values():
        names |= {constraint.name for constraint in table.model._meta.constraints}
        names |= {
            f"{table.name}.{column.name}"
            for column in table.columns
            if not column.kind.is_many and table.model._meta.get_field(column.field_name).unique
        }
    return names


def test_every_constraint_has_its_fault():
    assert constraints() - set(BROKEN) == OUT_OF_REACH


GOOD = {"partners": "slug\nnouveau\n"}  # beside the broken row: it must not be written either
CASES = BROKEN | SENSELESS


@pytest.mark.parametrize(("table", "rows", "line", "column", "what"), CASES.values(), ids=CASES)
def test_it_is_told_with_its_place_and_nothing_is_written(tmp_path, table, rows, line, column, what):
    import_bundle(write_folder(tmp_path / "base", **BASE | HOUSE))

    faults = faults_of(tmp_path / "broken", **GOOD | {table: rows})

    place = f"{table}.csv, ligne {line}" + (f", colonne {column} : " if column else " : ")
    assert [fault for fault in faults if fault.startswith(place) and what in fault], faults
    assert not Partner.objects.exists()


def test_an_alias_lasts_one_calendar_year(tmp_path):
    aliases = "key,activity,year,group\nK1,kassoumai,2020,child\n"

    faults = faults_of(tmp_path, **BASE | {"aliases": aliases}, attendances="session,alias\ns2,K1\n")

    assert faults == [
        "attendances.csv, ligne 2, colonne alias : Le pseudonyme est de 2020, la séance du 09/03/2021. "
        "Un pseudonyme dure une année civile : donnez-en un autre."
    ]


def test_all_faults_are_told_and_one_does_not_hide_behind_another(tmp_path):
    faults = faults_of(
        tmp_path,
        people="key,last_name,birth_date,sex\np1,,31/02/2012,X\np2,Martin,,F\n",
        household_members="household,person,from_on\nh1,p1,2020\nh1,p2,2020-01-01\n",
    )

    assert [fault.split(" : ")[0] for fault in faults] == [
        "people.csv, ligne 2, colonne birth_date",
        "people.csv, ligne 2, colonne sex",
        "household_members.csv, ligne 2, colonne from_on",
        "household_members.csv, ligne 3, colonne household",
    ]


def test_beyond_five_hundred_faults_the_others_are_counted(tmp_path):
    rows = "".join(f"p{i},Durand,X\n" for i in range(700))

    faults = faults_of(tmp_path, people="key,last_name,sex\n" + rows)

    assert len(faults) == 501
    assert faults[-1] == "… et 200 autres."


def test_the_nearest_key_is_offered(tmp_path):
    faults = faults_of(
        tmp_path,
        **BASE | {"sessions": "key,activity,starts_at,ends_at\n"},
        enrolments=("person,activity,from_on\np1,klas,2021-01-01\n"),
    )

    assert faults == [
        "enrolments.csv, ligne 2, colonne activity : « klas » n’est pas une ligne connue de la table activities. "
        "Ajoutez-la à la table activities, ou corrigez. Vouliez-vous dire « clas » ?"
    ]


def test_words_may_not_take_the_name_of_a_person_who_sits(tmp_path):
    mandates = "body,holder,from_on\nca,p1,2021-01-01\nca,Zoé Durand,2021-01-01\n"

    report = import_bundle(write_folder(tmp_path, **BASE, bodies="slug\nca\n", mandates=mandates))

    assert report.is_written
    assert list(Mandate.objects.values_list("holder", flat=True).order_by("holder")) == [
        "Zoé Durand",
        "Zoé Durand (p1)",
    ]


def test_two_main_homes_are_found_between_the_file_and_what_is_stored(tmp_path):
    import_bundle(write_folder(tmp_path / "base", **BASE))

    moved = faults_of(tmp_path / "a", household_members="household,person,from_on\nh2,p1,2021-01-01\n")
    closed = faults_of(
        tmp_path / "b",
        household_members="household,person,from_on,to_on\nh2,p1,2021-01-01,\nh1,p1,2019-09-01,2021-01-01\n",
    )

    assert moved == [
        "household_members.csv, ligne 2, colonne is_main : « p1 » a déjà pour foyer principal « h1 » à cette date. "
        "Fermez l’un des deux (to_on), ou mettez is_main à non."
    ]
    assert closed == []


def test_what_only_the_database_would_find_is_still_told_in_words(tmp_path, monkeypatch):
    """The last resort: a rule that the check forgets never shows a trace of the program."""
    monkeypatch.setattr("reporting.bundle.rules.rules.Order.holds", lambda order, row: True)
    activities = "slug,name,sector,from_on,to_on\nx,X,enfance,2021-01-01,2020-01-01\n"

    with pytest.raises(BundleRefused) as refused:
        import_bundle(write_folder(tmp_path, sectors=BASE["sectors"], activities=activities))

    assert "activity_ends_after_start" in str(refused.value)
    assert not Sector.objects.exists()
