"""The house: seasons, holidays, staff, seats."""

from datetime import timedelta

from reporting.bundle.rules.rules import AGES, DATES, Order, Refusal, Rules


class CentreRules(Rules):
    def complete(self, row, cells, is_new, world):
        row.setdefault("name", "Centre social")


class SeasonRules(Rules):
    orders = (Order("starts_on", "ends_on", "La saison doit finir après avoir commencé."),)

    def complete(self, row, cells, is_new, world):
        """A season lasts one year when nobody says otherwise; both days are inside."""
        if "ends_on" not in row and "starts_on" in row:
            start = row["starts_on"]
            next_start = start.replace(year=start.year + 1, day=min(start.day, 28) if start.month == 2 else start.day)
            row["ends_on"] = next_start - timedelta(days=1)


class SchoolHolidayRules(Rules):
    orders = (Order("first_day", "return_day", "La reprise doit venir après le premier jour sans classe."),)


class SectorRules(Rules):
    orders = (AGES,)


class BodyRules(Rules):
    def complete(self, row, cells, is_new, world):
        super().complete(row, cells, is_new, world)
        row.setdefault("kind", "other")


class StaffRules(Rules):
    def check_all(self, rows, lines, world):
        """A resident has one file as staff."""
        holders: dict[str, tuple] = {}
        for key in sorted(rows, key=lambda key: lines.get(key, 0)):
            person = rows[key]["person"]
            if person is not None and person in holders and key in lines:
                what = f"La personne « {person} » est déjà {holders[person][0]} dans le personnel."
                yield key, *Refusal("person", what, "Gardez une seule fiche du personnel pour elle.")
            holders.setdefault(person, key)


class MandateRules(Rules):
    orders = (DATES,)

    def check_all(self, rows, lines, world):
        names = SeatNames(rows, world)
        for key in lines:
            row = rows.get(key)
            if row is None:
                continue
            if names.is_taken(key):
                what = f"« {row['holder']} » tient déjà un siège de cette instance depuis ce jour."
                yield key, *Refusal("holder", what, "Gardez une seule des deux lignes.")
            if row["substitute_of"] is not None and substituted(rows, row) is None:
                what = f"« {row['substitute_of']} » ne tient aucun autre siège dans cette instance."
                yield key, *Refusal("substitute_of", what, "Ajoutez son mandat, ou corrigez.")


class SeatNames:
    """The name shown for each seat: the words, or the person's name; told apart by their key when two are alike."""

    def __init__(self, rows: dict[tuple, dict], world):
        self.people = world.rows("people")
        self.words = {key for key in rows if (key[1],) not in self.people}
        self.shown: dict[tuple, tuple] = {}  # (body, name, from_on) -> the row that shows it
        self.names: dict[tuple, str] = {}
        for key in sorted(rows, key=lambda key: (key not in self.words, str(key))):
            self._name(key)

    def _name(self, key: tuple) -> None:
        body, holder, from_on = key
        name = holder
        if key not in self.words:
            name = person_name(self.people[(holder,)])
            if (body, name, from_on) in self.shown:
                name = f"{name[: 147 - len(holder)]} ({holder})"
        self.names[key] = name
        self.shown.setdefault((body, name, from_on), key)

    def is_taken(self, key: tuple) -> bool:
        body, _, from_on = key
        return self.shown[body, self.names[key], from_on] != key


def person_name(person: dict) -> str:
    return f"{person['first_name']} {person.get('usual_name') or person['last_name']}".strip()[:150]


def substituted(rows: dict[tuple, dict], row: dict) -> tuple | None:
    """The key of the seat that a substitute stands in for: of the same body, best open when the substitute begins."""
    seats = [
        (seat["from_on"] <= row["from_on"] and (seat["to_on"] is None or row["from_on"] < seat["to_on"]), key)
        for key, seat in rows.items()
        if key[0] == row["body"] and key[1] == row["substitute_of"] and seat is not row
    ]
    return max(seats)[1] if seats else None
