"""The files that a real centre serves: collected as `make serve` does, each under the hash of what is in it."""

import re

import pytest
from django.core.management import call_command


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.WHITENOISE_KEEP_ONLY_HASHED_FILES = True
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "centre.static_files.HashedStaticFiles"}}
    unserved = re.search(r"^UNSERVED := (.*)$", (settings.BASE_DIR / "Makefile").read_text(), re.M)[1].split()
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=unserved)
    return tmp_path


def test_scripts_import_each_other_by_the_names_that_are_served(collected):
    script = next((collected / "js").glob("roll.*.js")).read_text()
    imported = re.findall(r'from "\./(.+?)"', script)

    assert imported
    assert [name for name in imported if not (collected / "js" / name).is_file()] == []
    assert all(re.fullmatch(r"\w+\.[0-9a-f]{12}\.js", name) for name in imported)
