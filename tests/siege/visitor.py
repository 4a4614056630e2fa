"""Somebody at a screen: what they read and what they tap, one thing at a time, each answer looked at."""

import http.client
import json
import random
from threading import Lock
from urllib.parse import quote, urlsplit

from tests.siege.crowd import Caller, Search
from tests.siege.device import Device
from tests.siege.hands import STATUSES

PATIENCE = 60  # seconds
MARKS = (2, 6)  # at least and at most, when several go together


class Disappointed(Exception):
    """The answer is not the one that was due."""


class Visitor:
    def __init__(self, caller: Caller, url: str, searches: list[Search], seed: int):
        self.caller, self.place, self.searches = caller, urlsplit(url), searches
        self.device = Device(caller.user.pk, self.post)
        self.dice = random.Random(f"{seed}-{caller.user.name}")
        self.has_come = False
        self.lock = Lock()  # a device waits for its answer before it sends more

    # What one does

    def read_today(self) -> None:
        self.read("/today/", *(f"/sessions/{session}/roll/" for session in self.caller.sheets))

    def read_sheet(self) -> None:
        session, rows = self.one_sheet()
        self.read(f"/sessions/{session}/roll/", *(f'data-row="{row}"' for row in rows))

    def mark_one(self) -> None:
        self.tap(1)

    def mark_some(self) -> None:
        self.tap(self.dice.randint(*MARKS))

    def search(self) -> None:
        session, _ = self.one_sheet()
        search = self.dice.choice(self.searches)
        self.read(f"/sessions/{session}/roll/walk-ins/?q={quote(search.words)}", f'data-add="{search.row}"')

    def read_month(self) -> None:
        shown = (f'data-session="{session}"' for session in self.caller.sheets)
        self.read(f"/activities/{self.caller.activity}/month/", *shown)

    # How

    def one_sheet(self) -> tuple[str, list[str]]:
        return self.dice.choice(list(self.caller.sheets.items()))

    def tap(self, count: int) -> None:
        session, rows = self.one_sheet()
        for row in self.dice.sample(rows, count):
            self.device.mark(session, row, self.dice.choice(STATUSES))
        if not self.device.send_some() or self.device.queue:
            raise Disappointed(f"{len(self.device.queue)} marks not acknowledged")

    def read(self, path: str, *shown: str) -> None:
        page = self.ask("GET", path).decode()
        for text in shown:
            if text not in page:
                raise Disappointed(f"GET {path}: without {text}")

    def post(self, path: str, body: bytes) -> dict:
        return json.loads(self.ask("POST", path, body, {"Content-Type": "application/json"}))

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> bytes:
        """On a connection of its own: the server lets go of those that are silent for two seconds."""
        connection = http.client.HTTPConnection(self.place.hostname, self.place.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {**self.caller.signed_in.headers, **(headers or {})})
            reply = connection.getresponse()
            said = reply.read()
        finally:
            connection.close()
        self.has_come = True
        if reply.status != 200:
            raise Disappointed(f"{method} {path}: {reply.status} {said[:200]!r}")
        return said
