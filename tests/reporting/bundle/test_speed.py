"""The year of a large centre, in a process of its own: the time and the memory that an import takes."""

import csv
import json
import os
import random
import subprocess
import sys
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.db import connection

from activities.models import Attendance

PEOPLE, HOUSEHOLDS, ACTIVITIES, SESSIONS, ATTENDANCES = 2400, 800, 60, 2500, 60_000
SECONDS, MEGABYTES = 30, 500
MEASURED = """
import json, resource, time
import django
django.setup()
from pathlib import Path
from reporting.bundle.importing import import_bundle
start = time.monotonic()
report = import_bundle(Path({path!r}))
print(json.dumps({{"seconds": time.monotonic() - start, "faults": report.faults.lines(), "written": report.is_written,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}}))
"""


def write_year(folder):
    draw = random.Random(1)
    start = datetime(2021, 1, 4, 9)
    sessions = [start + timedelta(days=rank % 360, hours=rank % 9) for rank in range(SESSIONS)]
    tables = {
        "sectors": [["slug"], ["enfance"]],
        "households": [["key", "name"], *([f"h{i}", f"Foyer {i}"] for i in range(HOUSEHOLDS))],
        "people": [["key", "last_name", "sex"], *([f"p{i}", f"Nom {i}", draw.choice("FM")] for i in range(PEOPLE))],
        "household_members": [
            ["household", "person", "from_on"],
            *([f"h{i % HOUSEHOLDS}", f"p{i}", "2015-09-01"] for i in range(PEOPLE)),
        ],
        "activities": [["slug", "name", "sector"], *([f"a{i}", f"A {i}", "enfance"] for i in range(ACTIVITIES))],
        "sessions": [
            ["key", "activity", "starts_at", "ends_at", "status"],
            *(
                [f"s{i}", f"a{i % ACTIVITIES}", at.isoformat(), (at + timedelta(hours=2)).isoformat(), "held"]
                for i, at in enumerate(sessions)
            ),
        ],
        "attendances": [
            ["session", "person", "status", "arrived_at"],
            *(
                [f"s{i}", f"p{person}", "present", f"{at:%H:%M}"]
                for i, at in enumerate(sessions)
                for person in draw.sample(range(PEOPLE), ATTENDANCES // SESSIONS)
            ),
        ],
    }
    folder.mkdir()
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)


def database_url() -> str:
    """The tests' own database, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_sixty_thousand_attendances_come_in_quickly_and_light(tmp_path):
    write_year(tmp_path / "year")
    connection.close()

    done = subprocess.run(
        [sys.executable, "-c", MEASURED.format(path=str(tmp_path / "year"))],
        env=os.environ | {"DATABASE_URL": database_url()},
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    measured = json.loads(done.stdout)
    assert (measured["faults"], measured["written"]) == ([], True)
    assert measured["seconds"] < SECONDS
    assert measured["megabytes"] < MEGABYTES
    assert Attendance.objects.filter(household__isnull=False).count() == ATTENDANCES
