"""How every test runs: on which database, in which browser, and with what counting as a failure.

The environment is set before Django reads it, so the settings are named here and not in pyproject.toml.
"""

import os
import tempfile

import django
import pytest

from tests.clusters import PostgreSQLCluster, start_cluster
from tests.undefined import FailWhenUndefined

DATABASES = ("sqlite", "postgresql")
RUN = pytest.StashKey[tempfile.TemporaryDirectory]()
CLUSTER = pytest.StashKey[PostgreSQLCluster]()

pytest_plugins = ["tests.chromium"]


def pytest_addoption(parser):
    parser.addoption("--database", choices=DATABASES, default="sqlite", help="the database that the tests run on")
    parser.addoption("--siege", choices=("short", "full"), default="short", help="how long tests/siege lasts")


def pytest_configure(config):
    # The processes of xdist inherit what the first one has set up.
    if hasattr(config, "workerinput"):
        return
    for name in [name for name in os.environ if name.startswith("TRAME_") or name == "DATABASE_URL"]:
        del os.environ[name]
    run = config.stash[RUN] = tempfile.TemporaryDirectory(prefix="trame-tests-")
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "centre.settings",
        "TRAME_ENV": "test",
        "TRAME_DATA": run.name,
        # Playwright runs an event loop in the thread of the test, which uses the database as well.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
    }
    if config.getoption("database") == "postgresql":
        cluster = config.stash[CLUSTER] = start_cluster()
        os.environ["DATABASE_URL"] = cluster.url
    # pytest-django looked for settings before this file named them.
    django.setup()


def pytest_unconfigure(config):
    if cluster := config.stash.get(CLUSTER, None):
        cluster.stop()
    if run := config.stash.get(RUN, None):
        run.cleanup()


def pytest_report_header(config):
    return f"database: {config.getoption('database')}"


@pytest.fixture(scope="session")
def django_db_keepdb(request):
    """A database of the cluster goes with it: dropping it first would wait for whoever is still connected."""
    return request.config.getoption("database") == "postgresql"


@pytest.fixture(scope="session", autouse=True)
def _undefined_variables_fail():
    from django.conf import settings
    from django.test.signals import reset_template_engines

    # In the settings and not in the engine, which a test that changes DEBUG throws away.
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = FailWhenUndefined()
    reset_template_engines(setting="TEMPLATES")


@pytest.fixture(autouse=True)
def _attempts_are_forgotten():
    """Sign-in counts the attempts of each address in the cache, which outlives a test."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def run_tasks(transactional_db):
    """Call it to do all the work that waits in the background.

    The worker closes its connection between two tasks, which no test inside one transaction would survive.
    """
    from django.core.management import call_command

    def run():
        call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)

    return run
