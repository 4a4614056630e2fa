"""The ledger of what was tapped against the database, one function a guarantee, each naming what breaks it.

Written without a line of the application's own logic: rows are read as they are, and compared one by one.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from activities.models import Alias, Attendance, RollChange, RollOperation, Session, Tally
from members.models import Person
from tests.siege.device import Tap
from tests.siege.place import SHARED_HEADS
from tests.siege.proxy import Exchange, together


@dataclass
class Evidence:
    taps: list[Tap]  # of all the devices, each in its order
    people_before: set[str]  # their keys
    exchanges: list[Exchange] = field(default_factory=list)
    complaints: str = ""  # of the server

    @property
    def kept(self) -> list[Tap]:
        return [tap for tap in self.taps if not tap.is_refused]

    @property
    def shared_rows(self) -> set[tuple[str, str]]:
        """Tapped by more than one."""
        hands = defaultdict(set)
        for tap in self.kept:
            hands[tap.session, tap.row].add(tap.user)
        return {place for place, users in hands.items() if len(users) > 1}


def each_tap_is_one_operation(evidence: Evidence) -> Iterator[str]:
    found = {str(operation.key): operation for operation in RollOperation.objects.select_related("session")}
    for tap in evidence.kept:
        operation = found.get(tap.key)
        if operation is None:
            yield f"lost: {tap}"
        elif (operation.session.key, operation.user_id, operation.kind) != (tap.session, tap.user, tap.kind):
            yield f"kept as something else: {tap}"
        elif operation.made_at.isoformat() != tap.body["made_at"]:
            yield f"kept at another hour: {tap}"


def no_operation_was_not_tapped(evidence: Evidence) -> Iterator[str]:
    tapped = {tap.key for tap in evidence.kept}
    for key in RollOperation.objects.values_list("key", flat=True):
        if str(key) not in tapped:
            yield f"nobody tapped operation {key}"


def what_makes_no_sense_is_refused_and_the_rest_is_not(evidence: Evidence) -> Iterator[str]:
    for tap in evidence.taps:
        if tap.answer is None:
            yield f"never answered: {tap}"
        elif tap.is_refused != (tap.row == ""):
            yield f"{tap.answer}: {tap}"


def each_operation_has_its_change(evidence: Evidence) -> Iterator[str]:
    """One for each tap, of the row that was tapped, with what was tapped."""
    found = defaultdict(list)
    for row in rows_changed():
        found[row.key].append(row)
    for tap in evidence.kept:
        changes = found[tap.key]
        if len(changes) != 1:
            yield f"{len(changes)} changes: {tap}"
        elif changes[0].row != tap.row:
            yield f"changed {changes[0].row}: {tap}"
        elif tap.kind == "count" and changes[0].after["count"] - changes[0].before["count"] != tap.body["step"]:
            yield f"counted {changes[0].before} to {changes[0].after}: {tap}"
        elif tap.kind != "count" and changes[0].after != {"status": tap.body.get("status", "present")}:
            yield f"noted {changes[0].after}: {tap}"
        elif changes[0].is_applied != (tap.answer["outcome"] == "applied"):
            yield f"answered {tap.answer['outcome']}: {tap}"


def a_row_of_ones_own_holds_the_last_tap(evidence: Evidence) -> Iterator[str]:
    last = {
        (tap.session, tap.row): tap
        for tap in evidence.kept
        if tap.kind != "count" and (tap.session, tap.row) not in evidence.shared_rows
    }
    statuses = statuses_kept()
    for place, tap in last.items():
        if statuses.get(place) != tap.body.get("status", "present"):
            yield f"{place} is {statuses.get(place)!r}: {tap}"


def nobody_is_in_conflict_alone(evidence: Evidence) -> Iterator[str]:
    for tap in evidence.kept:
        is_alone = (tap.session, tap.row) not in evidence.shared_rows
        if is_alone and tap.kind != "count" and tap.answer["outcome"] != "applied":
            yield f"{tap}"


def heads_are_the_sum_of_the_steps(evidence: Evidence) -> Iterator[str]:
    expected = Counter()
    for tap in evidence.kept:
        if tap.kind == "count" and tap.answer["outcome"] == "applied":
            expected[tap.session, tap.row] += tap.body["step"]
    counted = {(row.session.key, head(row)): row.count for row in Tally.objects.select_related("session")}
    for place in expected.keys() | counted.keys():
        if counted.get(place, 0) != expected[place]:
            yield f"{place}: {counted.get(place)} instead of {expected[place]}"


def a_head_count_of_ones_own_stops_at_zero_and_nowhere_else(evidence: Evidence) -> Iterator[str]:
    counts = Counter()
    for tap in evidence.kept:
        if tap.kind != "count" or tap.row in SHARED_HEADS:
            continue
        wanted = counts[tap.session, tap.row] + tap.body["step"]
        if (tap.answer["outcome"] == "applied") != (wanted >= 0):
            yield f"from {wanted - tap.body['step']}: {tap}"
        counts[tap.session, tap.row] = max(wanted, 0)


def a_row_is_what_its_last_applied_change_says(evidence: Evidence) -> Iterator[str]:
    last = {}
    for row in rows_changed():
        if row.is_applied:
            last[row.session, row.row] = row
    kept = statuses_kept() | {
        (row.session.key, head(row)): row.count for row in Tally.objects.select_related("session")
    }
    for place in last.keys() | kept.keys():
        said = next(iter(last[place].after.values())) if place in last else None
        if kept.get(place) != said:
            yield f"{place} is {kept.get(place)!r}, its history says {said!r}"


def history_is_a_chain(evidence: Evidence) -> Iterator[str]:
    """Each change found what the last applied one left."""
    state = {}
    for row in rows_changed():
        place = row.session, row.row
        before = state.get(place, {"status": ""} if "status" in row.before else {"count": 0})
        if row.before != before:
            yield f"{place}: operation {row.key} found {row.before}, the one before it left {before}"
        if row.is_applied:
            state[place] = row.after


def nothing_newer_is_undone(evidence: Evidence) -> Iterator[str]:
    """A mark that changed a row had seen its last change, or had nothing to undo."""
    bases = {tap.key: tap.body.get("base") for tap in evidence.kept if tap.kind == "mark"}
    last = {}
    for row in rows_changed():
        place = row.session, row.row
        if row.is_applied and row.key in bases and row.before != row.after and bases[row.key] != last.get(place):
            yield f"{place}: operation {row.key} had seen {bases[row.key]}, not {last.get(place)}"
        if row.is_applied:
            last[place] = row.key


def each_newcomer_is_opened_once(evidence: Evidence) -> Iterator[str]:
    expected = Counter(dict.fromkeys(evidence.people_before, 1))
    names = {}
    for tap in evidence.kept:
        if tap.kind == "add_person":
            expected[tap.key] += 1
            names[tap.key] = tap.body["first_name"]
    people = list(Person.objects.all())
    found = Counter(person.key for person in people)
    for key in expected.keys() | found.keys():
        if expected[key] != found[key]:
            yield f"person {key}: {found[key]} instead of {expected[key]}"
    for person in people:
        if person.first_name != names.get(person.key, person.first_name):
            yield f"person {person.key} is called {person.first_name}"


def each_alias_was_given(evidence: Evidence) -> Iterator[str]:
    given = {tap.body["code"] for tap in evidence.kept if tap.kind == "add_alias"}
    for code in given ^ set(Alias.objects.values_list("key", flat=True)):
        yield f"alias {code}"


def no_row_was_not_tapped(evidence: Evidence) -> Iterator[str]:
    tapped = {(tap.session, tap.row) for tap in evidence.kept}
    rows = [(row.session.key, name(row)) for row in attendances()]
    for place, times in Counter(rows).items():
        if place not in tapped or times > 1:
            yield f"{place}, {times} times"


def a_session_is_held_when_someone_came(evidence: Evidence) -> Iterator[str]:
    for session in Session.objects.all():
        came = [row for row in session.attendances.all() if row.status == "present"]
        counted = [row for row in session.tallies.all() if row.count]
        if (session.status == "held") != bool(came or counted):
            yield f"{session.key} is {session.status}: {len(came)} came, {len(counted)} counts"


def a_key_has_one_answer(evidence: Evidence) -> Iterator[str]:
    """Of all that the server said, heard or not."""
    answers = defaultdict(set)
    for exchange in evidence.exchanges:
        if exchange.status and exchange.method == "POST":
            said = together(json.loads(exchange.reply), "answers")
            for key, answer in zip(exchange.keys, said, strict=True):
                answers[key].add(json.dumps(answer, sort_keys=True))
    for key, said in answers.items():
        if len(said) > 1:
            yield f"{key}: {said}"


def a_device_was_told_what_is_kept(evidence: Evidence) -> Iterator[str]:
    kept = {str(operation.key): operation.answer for operation in RollOperation.objects.all()}
    for tap in evidence.kept:
        if tap.answer != kept.get(tap.key):
            yield f"{tap}, but kept {kept.get(tap.key)}"


def nothing_broke(evidence: Evidence) -> Iterator[str]:
    for exchange in evidence.exchanges:
        if exchange.status and exchange.status not in (200, 409, 422):
            yield f"{exchange.status}: {exchange.method} {exchange.path}"
    if "Traceback" in evidence.complaints or "locked" in evidence.complaints:
        yield evidence.complaints


Guarantee = Callable[[Evidence], Iterator[str]]
GUARANTEES: list[Guarantee] = [
    each_tap_is_one_operation,
    no_operation_was_not_tapped,
    what_makes_no_sense_is_refused_and_the_rest_is_not,
    each_operation_has_its_change,
    a_row_of_ones_own_holds_the_last_tap,
    nobody_is_in_conflict_alone,
    heads_are_the_sum_of_the_steps,
    a_head_count_of_ones_own_stops_at_zero_and_nowhere_else,
    a_row_is_what_its_last_applied_change_says,
    history_is_a_chain,
    nothing_newer_is_undone,
    each_newcomer_is_opened_once,
    each_alias_was_given,
    no_row_was_not_tapped,
    a_session_is_held_when_someone_came,
    a_key_has_one_answer,
    a_device_was_told_what_is_kept,
    nothing_broke,
]


def broken(evidence: Evidence, checks: Iterable[Guarantee] = GUARANTEES) -> dict[str, list[str]]:
    found = {check.__name__: list(check(evidence)) for check in checks}
    return {name: faults for name, faults in found.items() if faults}


# Rows as they are


@dataclass(frozen=True)
class Changed:
    key: str
    session: str
    row: str
    before: dict
    after: dict
    is_applied: bool


def rows_changed() -> list[Changed]:
    """In the order in which they were written; what happened to the session itself left out."""
    changes = RollChange.objects.exclude(subject="session").select_related("operation__session", "person", "alias")
    return [
        Changed(
            str(change.operation_id),
            change.operation.session.key,
            head(change) if change.subject == "tally" else name(change),
            change.before,
            change.after,
            change.is_applied,
        )
        for change in changes.order_by("pk")
    ]


def attendances():
    return Attendance.objects.select_related("session", "person", "alias")


def statuses_kept() -> dict[tuple[str, str], str]:
    return {(row.session.key, name(row)): row.status for row in attendances()}


def name(row) -> str:
    return f"person:{row.person.key}" if row.person else f"alias:{row.alias.key}"


def head(row) -> str:
    return f"tally:{row.group}:{row.sex}:{int(row.is_estimate)}"
