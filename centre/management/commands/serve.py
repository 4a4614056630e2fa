"""The real centre in one command: the web server and the background worker, started and stopped together."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

THREADS_PER_WORKER = 4
# The web server lets its requests end for 30 seconds; the worker, the task in hand.
SECONDS_TO_STOP = 40


class Command(BaseCommand):
    help = "Sert le centre : pages et travail de fond ensemble, jusqu'à Ctrl+C."

    def handle(self, **options):
        address = settings.CONFIGURATION.listen
        refuse_taken_address(address)
        # The children must read the same configuration as this command, even where their defaults differ.
        environment = os.environ | {"TRAME_ENV": settings.ENVIRONMENT}
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        # A shell starts what runs in the background deaf to it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        children = []
        try:
            children = [start(command, environment) for command in (web_server(address), worker())]
            self.stdout.write(f"Trame répond sur http://{address} (Ctrl+C pour arrêter).")
            self.stdout.flush()
            wait_for_one(children)
            raise CommandError("Un des deux processus s’est arrêté : tout s’arrête. La raison est écrite plus haut.")
        except KeyboardInterrupt:
            self.stdout.write("\nTrame s’arrête.")
        finally:
            stop(children)


def web_server(address: str) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "centre.wsgi"),
        *("--bind", address),
        *("--workers", str(settings.CONFIGURATION.web_workers)),
        *("--threads", str(THREADS_PER_WORKER)),
        *("--log-level", "warning"),
        "--no-control-socket",
    ]


def worker() -> list[str]:
    return [sys.executable, "manage.py", "db_worker", "--no-startup-delay", "--no-reload", "--verbosity", "0"]


def start(command: list[str], environment: dict[str, str]) -> subprocess.Popen:
    # A session of its own: Ctrl+C reaches this process alone, which then stops both in order.
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, start_new_session=True)


def wait_for_one(children: list[subprocess.Popen]) -> None:
    while all(child.poll() is None for child in children):
        time.sleep(0.2)


def stop(children: list[subprocess.Popen]) -> None:
    for child in children:
        child.terminate()
    deadline = time.monotonic() + SECONDS_TO_STOP
    for child in children:
        try:
            child.wait(timeout=max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)  # With the processes it has started.


def refuse_taken_address(address: str) -> None:
    host, _, port = address.rpartition(":")
    try:
        with socket.create_server((host.strip("[]"), int(port)), family=family_of(host)):
            pass
    except OSError as error:
        reason = "un autre programme s’en sert déjà" if error.errno == errno.EADDRINUSE else "l’adresse est refusée"
        raise CommandError(
            f"TRAME_LISTEN : impossible d’écouter sur {address}, {reason}. "
            "Arrêtez l’autre programme ou choisissez un autre port, par exemple TRAME_LISTEN=127.0.0.1:8001."
        ) from error


def family_of(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
