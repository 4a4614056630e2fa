"""The server of a real centre, on the database of the tests: gunicorn as `manage.py serve` starts it.

with Server(folder) as server:
    server.kill()
    server.start()
"""

import http.client
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from centre.management.commands.serve import web_server

SECONDS_TO_START = 60


class Server:
    def __init__(self, folder: Path):
        self.port = free_port()
        self.output = folder / "server.txt"  # what it complained of
        self.output.touch()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()

    def start(self) -> None:
        with self.output.open("ab") as output:
            # A session of its own, so that its workers die with it.
            self.process = subprocess.Popen(
                web_server(f"127.0.0.1:{self.port}"),
                cwd=settings.BASE_DIR,
                env=os.environ | {"DATABASE_URL": database_url()},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.wait(lambda: answers(self.port), "did not start")

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        # The workers are not our children: they are dead once nobody listens.
        self.wait(lambda: not listens(self.port), "did not die")

    def wait(self, is_so, otherwise: str) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while not is_so():
            assert time.monotonic() < deadline, f"the server {otherwise}\n{self.output.read_text()}"
            time.sleep(0.02)


def database_url() -> str:
    """Of the database that this test uses, which is not the one of the configuration."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port)):
            return True
    except ConnectionError:
        return False


def answers(port: int) -> bool:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_START)
    try:
        asked.request("GET", "/accounts/login/")
        return asked.getresponse().status < 500
    except (ConnectionError, http.client.HTTPException):
        return False
    finally:
        asked.close()
