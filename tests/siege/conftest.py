"""What the siege stands on.

`server` is gunicorn on the database of the test, `proxy` a bad network in front of it, with no fault until its `plan`
is changed: `proxy.plan = always(Fault.PORTAL)`. A browser opens `proxy.url`; `sign_in` works there.
"""

import pytest

from tests.siege.faults import Fault, always
from tests.siege.proxy import FaultProxy
from tests.siege.server import Server
from tests.siege.sizes import SIZES, Sizes

LINES = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def sizes(pytestconfig) -> Sizes:
    return SIZES[pytestconfig.getoption("siege")]


@pytest.fixture
def server(transactional_db, tmp_path):
    with Server(tmp_path) as server:
        yield server


@pytest.fixture
def proxy(server, sizes):
    with FaultProxy(server.port, always(Fault.NONE), stall_seconds=sizes.stall) as proxy:
        yield proxy


@pytest.fixture
def tell(pytestconfig):
    """A line for the end of the run."""
    return pytestconfig.stash.setdefault(LINES, []).append


def pytest_terminal_summary(terminalreporter, config):
    if lines := config.stash.get(LINES, []):
        terminalreporter.section("siege")
        for line in lines:
            terminalreporter.write_line(line)
