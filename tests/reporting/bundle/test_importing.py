from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import localtime

from activities.models import ActionSheet, Activity, Attendance, Session, Support
from centre.models import AuditEntry, Grant, Mandate, SchoolHoliday, Season, Sector
from members.models import Consent, HouseholdMember, Person, School, Schooling
from reporting.bundle.importing import import_bundle
from reporting.models import Indicator
from tests.activities.roll.asking import mark
from tests.factories import make_user
from tests.reporting.bundle.files import BASE, plain, write_folder, write_workbook, write_zip

pytestmark = pytest.mark.django_db


def load(tmp_path, **tables):
    report = import_bundle(write_folder(tmp_path / "bundle", **tables))
    assert report.faults.lines() == []
    return report


def test_a_year_comes_in_and_a_second_import_changes_nothing(tmp_path):
    attendances = "session,person,alias,status,arrived_at,left_at\ns1,p1,,present,16:30,17:45\ns2,,K1,present,,\n"

    first = load(tmp_path, **BASE, attendances=attendances)
    second = load(tmp_path, **BASE, attendances=attendances)

    assert first.is_written
    assert first.counts["people"] == (2, 0, 0)
    assert second.counts["people"] == (0, 0, 2)
    assert second.changes_nothing
    assert not second.is_written
    assert AuditEntry.objects.filter(action="bundle_imported").count() == 1


def test_french_titles_whatever_their_case_and_accents(tmp_path):
    load(tmp_path, people="CLE;Nom;PRENOM;date de Naissance;sexe\np1;Durand;Zoé;31/03/2012;f\n")

    assert list(Person.objects.values_list("key", "last_name", "first_name", "birth_date", "sex")) == [
        ("p1", "Durand", "Zoé", date(2012, 3, 31), "F")
    ]


def test_french_names_of_tables(tmp_path):
    load(tmp_path, Pôles="Identifiant,Nom\nenfance,Enfance\n")

    assert Sector.objects.get().name == "Enfance"


def test_tabulations_and_a_byte_order_mark(tmp_path):
    load(tmp_path, people=b"\xef\xbb\xbfkey\tlast_name\r\np1\tDurand\r\n")

    assert Person.objects.get().last_name == "Durand"


def test_an_empty_cell_leaves_what_is_stored_and_a_dash_clears_it(tmp_path):
    load(tmp_path, people="key,last_name,phone,birth_date,email\np1,Durand,0320,2012-03-31,z@example.fr\n")

    load(tmp_path, people="key,last_name,phone,birth_date,email\np1,,-,-,\n")

    assert list(Person.objects.values_list("last_name", "phone", "birth_date", "email")) == [
        ("Durand", "", None, "z@example.fr")
    ]


def test_a_row_may_hold_only_its_key_and_what_changes(tmp_path):
    load(tmp_path, **BASE)

    report = load(tmp_path / "later", people="key,first_name\np1,Zoë\n")

    assert report.counts == {"people": (0, 1, 0)}
    assert list(Person.objects.filter(key="p1").values_list("last_name", "first_name")) == [("Durand", "Zoë")]


def test_the_household_is_the_main_one_of_that_day(tmp_path):
    homes = (
        "household,person,from_on,to_on,is_main\nh1,p1,2019-09-01,2021-03-08,\nh2,p1,2021-03-08,,yes\n"
        "h1,p2,2019-09-01,,no\n"
    )
    sessions = (
        "key,activity,starts_at,ends_at\na,clas,2021-03-07T23:30,2021-03-07T23:45\nb,clas,2021-03-08T00:00,"
        "2021-03-08T01:00\n"
    )
    attendances = "session,person,household\na,p1,\nb,p1,\na,p2,\nb,p2,h1\n"

    load(tmp_path, **BASE | {"household_members": homes, "sessions": sessions, "attendances": attendances})

    captured = Attendance.objects.values_list("session__key", "person__key", "household__key").order_by("pk")
    assert list(captured) == [("a", "p1", "h1"), ("b", "p1", "h2"), ("a", "p2", None), ("b", "p2", "h1")]


def test_a_dash_says_that_no_household_was_known_and_an_empty_cell_keeps_it_so(tmp_path):
    load(tmp_path, **BASE, attendances="session,person,household\ns1,p1,-\n")

    report = load(tmp_path, attendances="session,person,household,status\ns1,p1,,present\n")

    assert report.counts["attendances"] == (0, 1, 0)
    assert list(Attendance.objects.values_list("household", "status")) == [(None, "present")]


def test_moving_house_does_not_rewrite_captured_households(tmp_path):
    load(tmp_path, **BASE, attendances="session,person\ns1,p1\n")

    load(tmp_path, household_members="household,person,from_on,to_on\nh1,p1,2019-09-01,2020-01-01\nh2,p1,2020-01-01,\n")
    report = load(tmp_path / "again", attendances="session,person\ns1,p1\n")

    assert report.changes_nothing
    assert Attendance.objects.get().household.key == "h1"


def test_an_attendance_without_status_stays_unmarked(tmp_path):
    load(tmp_path, **BASE, attendances="session,person\ns1,p1\n")

    assert Attendance.objects.get().status == ""


def test_hours_are_those_of_the_session_s_local_day(tmp_path):
    load(tmp_path, **BASE, attendances="session,person,arrived_at,left_at\ns1,p1,16:35,2021-03-09T01:00\n")

    attendance = Attendance.objects.get()
    assert attendance.arrived_at == datetime(2021, 3, 8, 15, 35, tzinfo=UTC)
    assert attendance.left_at == datetime(2021, 3, 9, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("arrived", "left", "stay"),
    [
        ("21:50", "23:00", (datetime(2021, 5, 6, 21, 50), datetime(2021, 5, 6, 23))),
        ("23:00", "01:00", (datetime(2021, 5, 6, 23), datetime(2021, 5, 7, 1))),
        ("00:30", "02:10", (datetime(2021, 5, 7, 0, 30), datetime(2021, 5, 7, 2, 10))),
    ],
)
def test_hours_of_a_night_are_those_nearest_to_the_session(tmp_path, arrived, left, stay):
    sessions = "key,activity,starts_at,ends_at\nnight,clas,2021-05-06T22:00,2021-05-07T02:00\n"
    attendances = f"session,person,arrived_at,left_at\nnight,p1,{arrived},{left}\n"

    load(tmp_path, **BASE | {"sessions": sessions}, attendances=attendances)

    attendance = Attendance.objects.get()
    assert tuple(localtime(at).replace(tzinfo=None) for at in (attendance.arrived_at, attendance.left_at)) == stay


def test_a_session_s_day_is_local(tmp_path):
    sessions = "key,activity,starts_at,ends_at\nnight,clas,2021-01-01T00:00,2021-01-01T02:00\n"

    load(tmp_path, **BASE | {"sessions": sessions})
    first = Session.objects.get().day
    load(tmp_path, sessions="key,starts_at\nnight,2020-12-31T23:59\n")

    assert (first, Session.objects.get().day) == (date(2021, 1, 1), date(2020, 12, 31))


def test_supports_take_the_main_home_at_entry_unless_a_dash(tmp_path):
    supports = "key,person,activity,entered_on,household\na,p1,clas,2021-01-04,\nb,p2,clas,2021-01-04,-\n"

    load(tmp_path, **BASE, supports=supports)

    assert list(Support.objects.values_list("key", "household__key").order_by("key")) == [("a", "h1"), ("b", None)]


def test_open_words_are_made_once_whatever_their_spelling(tmp_path):
    activities = 'slug,name,sector,themes\na,A,enfance,"Santé; Vie quotidienne"\nb,B,enfance,sante\n'
    people = "person,school_year,school\np1,2020-2021,École Brossolette\np2,2020-2021,ecole brossolette\n"

    report = load(
        tmp_path,
        **BASE
        | {"activities": BASE["activities"] + activities.split("\n", 1)[1]}
        | {"activities": activities + "clas,CLAS,enfance,\nkassoumai,K,enfance,\n", "schoolings": people},
    )

    assert report.words == {"thème": ["Santé", "Vie quotidienne"], "école": ["École Brossolette"]}
    assert [theme.slug for theme in Activity.objects.get(slug="b").themes.all()] == ["sante"]
    assert School.objects.count() == 1
    assert Schooling.objects.count() == 2


def test_an_unknown_action_sheet_is_opened_under_its_slug(tmp_path):
    grants = 'funder,year,action_sheet,asked\ncaf,2021,jardins,1000\ncaf,2021,,"2 500,50"\n'

    report = load(tmp_path, funders="slug,name\ncaf,CAF\n", grants=grants)

    assert report.words == {"fiche action": ["jardins"]}
    assert list(ActionSheet.objects.values_list("slug", "title")) == [("jardins", "jardins")]
    assert sorted(Grant.objects.values_list("asked", flat=True)) == [Decimal("1000"), Decimal("2500.50")]


def test_seats_are_held_by_people_or_organisations_and_substituted(tmp_path):
    tables = {
        "bodies": "slug,name,kind\nca,CA,board\n",
        "people": "key,last_name,first_name\np1,Durand,Zoé\np2,Durand,Zoé\n",
        "mandates": (
            "body,holder,from_on,to_on,holds_as,substitute_of\nca,p1,2020-01-01,2021-01-01,,\nca,p1,2021-01-01,,,\n"
            "ca,p2,2021-01-01,,,\nca,Ville,2021-01-01,,observer,\nca,Samia,2021-06-01,,observer,p1\n"
        ),
    }

    load(tmp_path, **tables)
    again = load(tmp_path, **tables)

    seats = Mandate.objects.values_list("holder", "person__key", "substitute_of__from_on").order_by("from_on", "holder")
    assert list(seats) == [
        ("Zoé Durand", "p1", None),
        ("Ville", None, None),
        ("Zoé Durand", "p1", None),
        ("Zoé Durand (p2)", "p2", None),
        ("Samia", None, date(2021, 1, 1)),
    ]
    assert again.changes_nothing


def test_what_nobody_says_has_a_sensible_value(tmp_path):
    load(
        tmp_path,
        sectors="slug\npetite-enfance\n",
        seasons="name,starts_on\n2020-2021,2020-09-01\n",
        bodies="slug\nca\n",
        people="key,last_name,birth_date\nc,Durand,2010-01-01\na,Durand,\n",
        households="key,name\nh,Durand\n",
        household_members="household,person,from_on\nh,c,2020-01-01\nh,a,2020-01-01\n",
        consents="person,kind,from_on\nc,image,2020-09-01\n",
        school_holidays="zone,first_day,return_day\nB,1999-02-20,1999-03-08\n",
    )

    assert Sector.objects.get().name == "Petite enfance"
    assert Season.objects.get().ends_on == date(2021, 8, 31)
    assert list(HouseholdMember.objects.values_list("role", "is_main").order_by("pk")) == [
        ("child", True),
        ("adult", True),
    ]
    assert Consent.objects.get().given_by == ""
    assert SchoolHoliday.objects.get(first_day__year=1999).return_day == date(1999, 3, 8)


def test_lists_and_parents_change_in_place(tmp_path):
    sessions = "key,activity,starts_at,ends_at,also_activities\ns1,clas,2021-03-08T16:30,2021-03-08T18:00,{}\n"
    load(tmp_path, **BASE | {"sessions": sessions.format("kassoumai; clas"), "aliases": "key,activity,year,group\n"})
    before = list(Session.objects.get().also_activities.values_list("slug", flat=True))

    report = load(tmp_path / "b", sessions=sessions.format("-"), activities="slug,parent\nkassoumai,clas\n")

    assert before == ["kassoumai"]
    assert report.counts == {"activities": (0, 1, 0), "sessions": (0, 1, 0)}
    assert not Session.objects.get().also_activities.exists()
    assert Activity.objects.get(slug="kassoumai").parent.slug == "clas"


def test_indicators_read_as_on_the_command_line_and_keep_their_order(tmp_path):
    indicators = (
        "code,label,measure,where,by,period\n"
        'Z1,Jeunes,people,"sector=enfance; school_period=holiday,term",sex; age_band,2020-2021\n'
        'A1,Peu diplômés,"share --of supported --part qualification=none,cap",,,\n'
    )

    load(tmp_path, **BASE, indicators=indicators)

    assert list(Indicator.objects.values_list("code", "measure", "of", "part", "where", "by", "period")) == [
        (
            "Z1", "people", "", {}, {"sector": ["enfance"], "school_period": ["holiday", "term"]},
            ["sex", "age_band"], "2020-2021",
        ),
        ("A1", "share", "supported", {"qualification": ["none", "cap"]}, {}, [], ""),
    ]  # fmt: skip


def test_unknown_tables_and_columns_are_told_and_ignored(tmp_path):
    report = load(tmp_path, people="key,last_name,Prenmo\np1,Durand,Zoé\n", peple="a\n1\n")

    assert [plain(str(remark)) for remark in report.faults.remarks] == [
        "peple.csv : aucune table de ce nom, ignorée. Vouliez-vous dire « people » ?",
        "people.csv : colonne « Prenmo » inconnue, ignorée. Vouliez-vous dire « Prénom » ?",
    ]
    assert Person.objects.count() == 1


def test_an_archive_may_hold_one_folder(tmp_path):
    path = write_zip(tmp_path / "b.zip", {"mon-centre/people.csv": "key,last_name\np1,Durand\n", "__MACOSX/x": "?"})

    import_bundle(path)

    assert Person.objects.get().key == "p1"


def test_a_workbook_may_hold_true_dates_numbers_and_booleans(tmp_path):
    path = write_workbook(
        tmp_path / "b.xlsx",
        people=[["Clé", "Nom", "Date de naissance", "Téléphone"], [12, "Durand", date(2012, 3, 31), "0320"]],
        households="key,name\nh1,Durand\n",
        household_members=[["household", "person", "from_on", "is_main"], ["h1", 12, date(2020, 1, 1), True]],
        sectors="slug\nenfance\n",
        activities="slug,name,sector\nclas,CLAS,enfance\n",
        sessions=[
            ["key", "activity", "starts_at", "ends_at", "setup_minutes"],
            ["s1", "clas", datetime(2021, 3, 8, 16, 30), datetime(2021, 3, 8, 18, 0), 15],
        ],
    )

    report = import_bundle(path)

    assert report.faults.lines() == []
    assert Person.objects.values_list("key", "birth_date").get() == ("12", date(2012, 3, 31))
    assert HouseholdMember.objects.get().is_main
    assert Session.objects.values_list("starts_at", "ends_at", "setup_minutes").get() == (
        datetime(2021, 3, 8, 15, 30, tzinfo=UTC), datetime(2021, 3, 8, 17, 0, tzinfo=UTC), 15,
    )  # fmt: skip


def test_the_command_checks_without_writing(tmp_path):
    out = StringIO()

    call_command("import_bundle", str(write_folder(tmp_path, **BASE)), "--check", stdout=out)

    assert not Person.objects.exists()
    assert plain(out.getvalue()).splitlines() == [
        "Pôles (sectors), lignes : 1 nouvelle.",
        "Foyers (households), lignes : 2 nouvelles.",
        "Personnes (people), lignes : 2 nouvelles.",
        "Membres des foyers (household_members), lignes : 2 nouvelles.",
        "Activités (activities), lignes : 2 nouvelles.",
        "Séances (sessions), lignes : 2 nouvelles.",
        "Pseudonymes (aliases), lignes : 1 nouvelle.",
        "Vérifié : aucune faute. Rien n’a été écrit.",
    ]


def test_the_command_lists_the_faults_and_writes_nothing(tmp_path):
    errors = StringIO()
    folder = write_folder(tmp_path, people="key,last_name,sex\np1,Durand,F\np2,Martin,X\n,Petit,F\n")

    with pytest.raises(CommandError) as refused:
        call_command("import_bundle", str(folder), stderr=errors)

    assert plain(str(refused.value)) == "2 fautes : rien n’a été importé."
    assert plain(errors.getvalue()).splitlines() == [
        "people.csv, ligne 3, colonne sex : « X » n’est pas dans la liste. Écrivez : F (Féminin), M (Masculin).",
        "people.csv, ligne 4, colonne key : La cellule est vide. Remplissez-la : on ne peut pas s’en passer.",
    ]
    assert not Person.objects.exists()


def test_a_row_that_changes_here_sets_aside_what_a_device_bases_on_its_last_tap(tmp_path):
    import_bundle(write_folder(tmp_path / "base", **BASE))
    session, user, person = Session.objects.get(key="s1"), make_user("director"), Person.objects.get(key="p1")
    Session.objects.update(is_roll_open=True)
    tap = mark(session, user, person)
    import_bundle(
        write_folder(
            tmp_path / "later",
            attendances="session,person,status\ns1,p1,absent\n",
            sessions="key,status\ns1,cancelled\n",
        )
    )
    session.refresh_from_db()
    is_open, session.status, session.is_roll_open = session.is_roll_open, "held", True
    session.save()

    late = mark(session, user, person, "excused", base=tap["acknowledged"])

    assert (is_open, late["outcome"], Attendance.objects.get().status) == (False, "conflict", "absent")
