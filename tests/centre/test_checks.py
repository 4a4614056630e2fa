import os
import subprocess
import sys

import pytest

from centre import checks
from centre.configuration import BASE_DIR, DEVELOPMENT_KEY


def check_deployment(environment):
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=BASE_DIR,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
    )


def test_a_production_behind_https_passes(tmp_path):
    finished = check_deployment(
        {"TRAME_ENV": "production", "TRAME_DATA": str(tmp_path), "TRAME_HOSTS": "trame.example.org"}
    )

    assert (finished.returncode, finished.stderr) == (0, "")


def test_a_development_is_no_deployment(tmp_path):
    finished = check_deployment({"TRAME_DATA": str(tmp_path), "TRAME_DEBUG": "oui"})

    assert finished.returncode == 1
    for name in ("TRAME_ENV", "TRAME_DEBUG", "TRAME_SECRET_KEY"):
        assert f"{name} : " in finished.stderr


@pytest.mark.parametrize(
    ("check", "setting", "value", "code"),
    [
        (checks.debug_is_off, "DEBUG", True, "centre.E002"),
        (checks.key_is_secret, "SECRET_KEY", DEVELOPMENT_KEY, "centre.E003"),
    ],
)
def test_each_open_door_has_its_error(settings, check, setting, value, code):
    setattr(settings, setting, value)

    assert [error.id for error in check(None)] == [code]


def test_a_closed_door_has_none(settings):
    settings.DEBUG, settings.SECRET_KEY = False, "k" * 50

    assert checks.debug_is_off(None) + checks.key_is_secret(None) == []
