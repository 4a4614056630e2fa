"""What happens: activities inside others, sessions and who came, supports."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from reporting.bundle.faults import CellRefused
from reporting.bundle.instants import at, local
from reporting.bundle.rules.rules import AGES, DATES, Order, Refusal, Rules


class ActivityRules(Rules):
    orders = (DATES, AGES)

    def check_all(self, rows, lines, world):
        """No activity is inside itself, however far."""
        for key in lines:
            if key in rows and key[0] in ancestors(key[0], rows):
                what = f"« {key[0]} » finit par être dans elle-même."
                yield key, *Refusal("parent", what, "Corrigez l’activité dont elle fait partie.")


class ScheduleRules(Rules):
    orders = (Order("starts_at", "ends_at", "L’heure de fin doit venir après celle du début."), DATES)


class SessionRules(Rules):
    orders = (Order("starts_at", "ends_at", "La fin de la séance doit venir après son début."),)

    def complete(self, row, cells, is_new, world):
        row["also_activities"] = tuple(slug for slug in row["also_activities"] if slug != row.get("activity"))


class AttendanceRules(Rules):
    orders = (Order("arrived_at", "left_at", "Le départ doit venir après l’arrivée."),)

    def complete(self, row, cells, is_new, world):
        session = world.rows("sessions").get((row["session"],))
        if session is None:
            return
        first, last = local(session["starts_at"]), local(session["ends_at"])
        day = first.date()
        for name in ("arrived_at", "left_at"):
            if isinstance(row[name], time):
                row[name] = _instant(_day_of(row[name], first, last), row[name])
        if is_new and "household" not in cells and row["person"] is not None:
            row["household"] = world.main_home(row["person"], day)

    def check(self, row, world):
        for name in ("arrived_at", "left_at"):
            if isinstance(row[name], CellRefused):
                yield Refusal(name, row[name].what, row[name].remedy)
                return
        yield from super().check(row, world)
        if (row["person"] is None) == (row["alias"] is None):
            what = "Une présence est celle d’une personne ou bien d’un pseudonyme."
            yield Refusal("person", what, "Remplissez l’un des deux, et lui seul.")
        elif row["alias"] is not None:
            yield from _check_alias(row, world)


def _day_of(hour: time, first: datetime, last: datetime) -> date:
    """Of a session that goes on after midnight, the day on which this hour is nearest to the session."""

    def apart(day):
        moment = datetime.combine(day, hour, first.tzinfo)
        return max(first - moment, moment - last, timedelta())

    return min((first.date(), last.date()), key=apart)


def _instant(day, hour: time) -> datetime | CellRefused:
    try:
        return at(day, hour)
    except CellRefused as refusal:
        return refusal


def _check_alias(row: dict, world) -> Iterator[Refusal]:
    if row["household"] is not None:
        yield Refusal("household", "Un pseudonyme n’a pas de foyer : le lieu est anonyme.", "Laissez la cellule vide.")
    alias = world.rows("aliases").get((row["alias"],))
    session = world.rows("sessions").get((row["session"],))
    if alias is None or session is None:
        return
    if alias["activity"] not in session_activities(session, world):
        what = f"Le pseudonyme est celui de « {alias['activity']} », la séance est une autre activité."
        yield Refusal("alias", what, "Un pseudonyme ne sert que dans son activité : corrigez l’un ou l’autre.")
    if alias["year"] != local(session["starts_at"]).year:
        what = f"Le pseudonyme est de {alias['year']}, la séance du {local(session['starts_at']):%d/%m/%Y}."
        yield Refusal("alias", what, "Un pseudonyme dure une année civile : donnez-en un autre.")


def session_activities(session: dict, world) -> set[str]:
    """The session's activities, and those that they are part of."""
    activities = {session["activity"], *session["also_activities"]}
    return activities.union(*(ancestors(slug, world.rows("activities")) for slug in activities))


def ancestors(slug: str, rows: dict[tuple, dict]) -> set[str]:
    found: set[str] = set()
    while (row := rows.get((slug,))) and row["parent"] is not None and row["parent"] not in found:
        slug = row["parent"]
        found.add(slug)
    return found


class SupportRules(Rules):
    orders = (
        Order("entered_on", "exited_on", "La fin d’accompagnement doit venir après l’entrée."),
        Order("contract_from_on", "contract_to_on", "La fin du contrat doit venir après son début."),
    )

    def complete(self, row, cells, is_new, world):
        if is_new and "household" not in cells and "entered_on" in row and "person" in row:
            row["household"] = world.main_home(row["person"], row["entered_on"])
