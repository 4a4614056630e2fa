"""A PostgreSQL server of the tests' own: a new cluster in a temporary folder, reached by its socket."""

import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

# Nothing in it outlives the run, so nothing needs to reach the disk.
SERVER_OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",  # the import waits for it, and a loaded machine makes it last
    "listen_addresses": "''",
    "max_connections": "50",
}


@dataclass
class PostgreSQLCluster:
    programs: Path
    folder: Path
    user: str | None

    @property
    def url(self) -> str:
        return f"postgresql://trame@/trame?host={self.folder}"

    def run(self, program: str, *arguments: str) -> None:
        output = self.folder / "output"
        # Into a file: the server would keep a pipe open, and we would wait for its end.
        with output.open("ab") as stream:
            finished = subprocess.run(
                [self.programs / program, *arguments],
                user=self.user,
                group=pwd.getpwnam(self.user).pw_gid if self.user else None,
                extra_groups=[] if self.user else None,
                cwd=self.folder,
                stdout=stream,
                stderr=subprocess.STDOUT,
            )
        if finished.returncode:
            raise pytest.UsageError(f"PostgreSQL: {program} failed.\n{output.read_text()}")

    def start(self) -> None:
        data = str(self.folder / "data")
        self.run("initdb", "-D", data, "-U", "trame", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = " ".join(f"-c {name}={value}" for name, value in SERVER_OPTIONS.items())
        self.run("pg_ctl", "start", "-w", "-D", data, "-o", f"{options} -c unix_socket_directories={self.folder}")

    def stop(self) -> None:
        self.run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(self.folder / "data"))
        shutil.rmtree(self.folder, ignore_errors=True)


def start_cluster() -> PostgreSQLCluster:
    # Not under a deep folder: the path of a socket holds about a hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="trame-postgresql-", dir="/tmp"))
    user = unprivileged_user()
    if user:
        shutil.chown(folder, user)
    cluster = PostgreSQLCluster(postgresql_programs(), folder, user)
    cluster.start()
    return cluster


def unprivileged_user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def postgresql_programs() -> Path:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parent.parent.name))
    if installed:
        return installed[-1].parent
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    raise pytest.UsageError("PostgreSQL is not installed. Type: sudo apt-get install -y postgresql")
