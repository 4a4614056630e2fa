"""Runs the command as a centre does: real processes, a real port."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from centre.configuration import BASE_DIR

MARK = "/static/img/mark.svg"


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def environment_of(folder, port):
    # Development serves its files without collecting them.
    return {
        "PATH": os.environ["PATH"],
        "TRAME_ENV": "development",
        "TRAME_DATA": str(folder),
        "TRAME_LISTEN": f"127.0.0.1:{port}",
        "TRAME_WEB_WORKERS": "1",
    }


@pytest.fixture
def environment(tmp_path, port):
    return environment_of(tmp_path, port)


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    """A folder with the tables, made once: that takes longer than all the rest."""
    folder = tmp_path_factory.mktemp("migrated")
    manage(environment_of(folder, 0), "migrate").communicate()
    return folder


def manage(environment, command):
    return subprocess.Popen(
        [sys.executable, "manage.py", command],
        cwd=BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def fetch(port, path):
    """The page, as soon as the server answers; at most 20 seconds."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
                return answer.read()
        except OSError:
            time.sleep(0.2)
    raise AssertionError("no answer")


def is_free(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_pages_and_worker_start_and_stop_together(migrated, port, stop):
    serving = manage(environment_of(migrated, port), "serve")
    page = fetch(port, MARK)

    serving.send_signal(stop)
    output, _ = serving.communicate(timeout=30)

    assert page == (BASE_DIR / "static/img/mark.svg").read_bytes()
    assert serving.returncode == 0, output
    assert f"Trame répond sur http://127.0.0.1:{port}" in output
    assert is_free(port)


def test_when_the_worker_dies_the_pages_stop(environment, port):
    # No table: the worker ends at its first look at the queue.
    output, _ = (serving := manage(environment, "serve")).communicate(timeout=30)

    assert serving.returncode == 1
    assert "Un des deux processus s’est arrêté : tout s’arrête." in output
    assert is_free(port)


def test_a_taken_address_is_told(environment, port):
    with socket.create_server(("127.0.0.1", port)):
        output, _ = (serving := manage(environment, "serve")).communicate(timeout=30)

    assert serving.returncode == 1
    assert output == (
        f"CommandError: TRAME_LISTEN : impossible d’écouter sur 127.0.0.1:{port}, un autre programme s’en sert déjà. "
        "Arrêtez l’autre programme ou choisissez un autre port, par exemple TRAME_LISTEN=127.0.0.1:8001.\n"
    )
