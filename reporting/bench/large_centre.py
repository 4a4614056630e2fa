"""A large centre as a bundle: 800 households, 2,400 people, 60 activities, and per year 2,500
sessions and 60,000 attendances. The same rows at each run."""

import csv
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

HOUSEHOLDS, PEOPLE_OF_ONE, ACTIVITIES = 800, 3, 60
SESSIONS, PRESENT_IN_ONE = 2_500, 24
SECTORS = ["petite-enfance", "enfance", "jeunesse", "adultes", "insertion", "parentalite"]
DISTRICTS = [f"quartier-{number}" for number in range(1, 9)]
FIRST_NAMES = ["Inès", "Adam", "Lina", "Rayan", "Sarah", "Mohamed", "Emma", "Lucas", "Jade", "Noah", "Aya", "Hugo"]
LAST_NAMES = ["Benali", "Lefebvre", "Diallo", "Dubois", "Nguyen", "Delattre", "Traoré", "Moreau", "Kaya", "Lemaire"]


def write_large_centre(folder: Path, *, last_year: int, years: int) -> None:
    """One CSV file a table in `folder`, for the `years` that end with `last_year`."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, columns, rows in tables(last_year=last_year, years=years):
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns.split())
            writer.writerows(rows)


def tables(*, last_year: int, years: int):
    dice = random.Random(2021)
    all_years = range(last_year - years + 1, last_year + 1)
    yield "centre", "name holiday_zone", [["Grand centre", "B"]]
    yield "sectors", "slug name position", [[s, s.capitalize(), i] for i, s in enumerate(SECTORS)]
    yield "districts", "slug name municipality is_priority_area", districts()
    yield "households", "key name municipality district", households()
    yield "people", "key last_name first_name birth_date sex", people(dice)
    yield "household_members", "household person from_on role is_main", members()
    yield "activities", "slug name sector kind themes", activities()
    yield "school_holidays", "zone first_day return_day name", holidays(all_years)
    yield "seasons", "name starts_on ends_on", seasons(all_years)
    yield "memberships", "season kind household paid_on amount", memberships(all_years)
    yield "sessions", "key activity starts_at ends_at status", sessions(all_years)
    yield "attendances", "session person status household", attendances(dice, all_years)


def person_key(household: int, rank: int) -> str:
    return f"p{household}-{rank}"


def districts():
    return [[slug, slug.capitalize(), "Roubaix", "oui"] for slug in DISTRICTS]


def households():
    for number in range(HOUSEHOLDS):
        name = f"Famille {LAST_NAMES[number % len(LAST_NAMES)]} {number}"
        yield [f"h{number}", name, "Roubaix", DISTRICTS[number % len(DISTRICTS)]]


def people(dice: random.Random):
    for number in range(HOUSEHOLDS):
        for rank in range(PEOPLE_OF_ONE):
            year = dice.randint(1950, 1998) if rank == 0 else dice.randint(2004, 2020)
            born = date(year, 1, 1) + timedelta(days=dice.randrange(365))
            yield [
                person_key(number, rank),
                LAST_NAMES[number % len(LAST_NAMES)],
                dice.choice(FIRST_NAMES),
                born,
                dice.choice("FM"),
            ]


def members():
    for number in range(HOUSEHOLDS):
        for rank in range(PEOPLE_OF_ONE):
            role = "adult" if rank == 0 else "child"
            yield [f"h{number}", person_key(number, rank), "2010-01-01", role, "oui"]


def activities():
    for number in range(ACTIVITIES):
        sector = SECTORS[number % len(SECTORS)]
        theme = "parentalite" if number % 5 == 0 else ""
        yield [f"activite-{number}", f"Activité {number}", sector, "workshop", theme]


def holidays(years: range):
    for year in years:
        yield ["B", f"{year}-02-20", f"{year}-03-08", f"Hiver {year}"]
        yield ["B", f"{year}-07-07", f"{year}-09-01", f"Été {year}"]
        yield ["B", f"{year}-12-18", f"{year + 1}-01-03", f"Noël {year}"]


def seasons(years: range):
    for year in years:
        yield [f"{year - 1}-{year}", f"{year - 1}-09-01", f"{year}-08-31"]


def memberships(years: range):
    for year in years:
        for number in range(0, HOUSEHOLDS, 2):
            yield [f"{year - 1}-{year}", "household", f"h{number}", f"{year}-01-15", "10"]


def session_key(year: int, number: int) -> str:
    return f"s{year}-{number}"


def sessions(years: range) -> Iterator[list]:
    for year in years:
        for number in range(SESSIONS):
            day = date(year, 1, 2) + timedelta(days=number * 362 // SESSIONS)
            start = datetime(day.year, day.month, day.day, 9 + number % 9)
            end = start + timedelta(hours=2)
            activity = f"activite-{number % ACTIVITIES}"
            yield [session_key(year, number), activity, start.isoformat(), end.isoformat(), "held"]


def attendances(dice: random.Random, years: range) -> Iterator[list]:
    """Each activity has its regulars: forty households around it."""
    for year in years:
        for number in range(SESSIONS):
            first = (number % ACTIVITIES) * HOUSEHOLDS // ACTIVITIES
            regulars = dice.sample(range(40 * PEOPLE_OF_ONE), PRESENT_IN_ONE)
            for regular in regulars:
                household = (first + regular // PEOPLE_OF_ONE) % HOUSEHOLDS
                person = person_key(household, regular % PEOPLE_OF_ONE)
                yield [session_key(year, number), person, "present", f"h{household}"]
