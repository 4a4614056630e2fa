"""A tablet without its screen: what static/js/roll.js and roll_queue.js send, keep and forget, step by step."""

import http.client
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import uuid4

from tests.siege.sign_in import SignedIn

MOST_AT_ONCE = 50
# Posts a body to a path; None for silence, for what is not JSON, and for a redirection.
Post = Callable[[str, bytes], object]


@dataclass
class Tap:
    """A line of the ledger."""

    session: str
    user: int
    body: dict
    sent: bytes  # word for word, each time
    row: str  # as the server names it, or "" for what makes no sense
    answer: dict | None = None

    @property
    def key(self) -> str:
        return self.body["key"]

    @property
    def kind(self) -> str:
        return self.body["kind"]

    @property
    def is_refused(self) -> bool:
        return "refused" in (self.answer or {})


@dataclass
class Device:
    user: int
    post: Post
    taps: list[Tap] = field(default_factory=list)
    queue: deque[Tap] = field(default_factory=deque)
    bases: dict[tuple[str, str], str | None] = field(default_factory=dict)  # data-base of each row
    known: dict[tuple[str, str], str | None] = field(default_factory=dict)  # as the server last told it

    def ask(self, session: str, kind: str, row: str = "", **fields) -> Tap:
        body = {
            "key": str(uuid4()),
            "by": str(self.user),
            "made_at": datetime.now(UTC).isoformat(),
            "kind": kind,
            **fields,
        }
        tap = Tap(session, self.user, body, json.dumps(body).encode(), row)
        self.taps.append(tap)
        self.queue.append(tap)
        return tap

    def mark(self, session: str, row: str, status: str) -> None:
        subject, _, key = row.partition(":")
        base = self.bases.get((session, row))
        tap = self.ask(session, "mark", row, **{subject: key, "base": base, "status": status})
        self.bases[session, row] = tap.key

    def add_person(self, session: str, **fields) -> str:
        tap = self.ask(session, "add_person", **fields)
        tap.row = f"person:{tap.key}"
        self.bases[session, tap.row] = tap.key
        return tap.row

    def add_alias(self, session: str, code: str, **fields) -> str:
        tap = self.ask(session, "add_alias", f"alias:{code}", code=code, **fields)
        self.bases[session, tap.row] = tap.key
        return tap.row

    def count(self, session: str, row: str, step: int) -> None:
        _, group, sex, is_estimate = row.split(":")
        self.ask(session, "count", row, group=group, sex=sex, is_estimate=bool(int(is_estimate)), step=step)

    def send_some(self) -> bool:
        """What waits for the sheet of the oldest tap goes together. Whether all of it left the queue: only an answer
        of ours that names it does that."""
        session = self.queue[0].session
        batch = [tap for tap in self.queue if tap.session == session][:MOST_AT_ONCE]
        one = b'{"operations": [%s]}' % b", ".join(tap.sent for tap in batch)
        answer = self.post(f"/sessions/{session}/roll/operations/", one if len(batch) > 1 else batch[0].sent)
        answers = answer.get("answers", [answer]) if isinstance(answer, dict) else []
        return sum(self._hear(tap, said) for tap, said in zip(batch, answers, strict=False)) == len(batch)

    def _hear(self, tap: Tap, answer: dict) -> bool:
        if tap.key not in (answer.get("acknowledged"), answer.get("refused")):
            return False
        self.queue.remove(tap)
        tap.answer = answer
        if tap.is_refused:
            self._forget(tap)
        else:
            self._settle(tap)
        return True

    def _settle(self, tap: Tap) -> None:
        for state in tap.answer["rows"]:
            place = tap.session, state["row"]
            self.known[place] = state["base"]
            if self.bases.get(place) == tap.key:
                self.bases[place] = state["base"]

    def _forget(self, tap: Tap) -> None:
        place = tap.session, tap.row
        if self.bases.get(place) == tap.key:
            self.bases[place] = self.known.get(place)

    def send_all(self, *, pause: float, timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while self.queue and time.monotonic() < deadline:
            if not self.send_some():
                time.sleep(pause)


def over_http(url: str, signed_in: SignedIn, *, patience: float) -> Post:
    place = urlsplit(url)
    headers = {"Content-Type": "application/json", **signed_in.headers}

    def post(path: str, body: bytes):
        asked = http.client.HTTPConnection(place.hostname, place.port, timeout=patience)
        try:
            asked.request("POST", path, body, headers)
            reply = asked.getresponse()
            return None if 300 <= reply.status < 400 else json.loads(reply.read())
        except (OSError, http.client.HTTPException, ValueError):
            return None
        finally:
            asked.close()

    return post
