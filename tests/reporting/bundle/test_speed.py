"""The year of a large centre, in a process of its own: the time and the memory that an import takes."""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection

from activities.models import Attendance
from reporting.bench.large_centre import write_large_centre

ATTENDANCES = 60_000
SECONDS, MEGABYTES = 30, 500
MEASURED = """
import json, re, time
import django
django.setup()
from pathlib import Path
from reporting.bundle.importing import import_bundle
start = time.monotonic()
report = import_bundle(Path({path!r}))
print(json.dumps({{"seconds": time.monotonic() - start, "faults": report.faults.lines(), "written": report.is_written,
    "megabytes": int(re.search("VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024}}))
"""


def database_url() -> str:
    """The tests' own database, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_sixty_thousand_attendances_come_in_quickly_and_light(tmp_path):
    write_large_centre(tmp_path / "year", last_year=2021, years=1)
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
