"""People and households."""

from collections import defaultdict
from datetime import date

from members.models import FULL_AGE, age_on
from reporting.bundle.rules.rules import DATES, Order, Refusal, Rules


class DistrictRules(Rules):
    orders = (Order("priority_from_on", "priority_to_on", "La fin doit venir après le début."),)


class HouseholdAddressRules(Rules):
    def check_all(self, rows, lines, world):
        """Two addresses on one day are told, not refused: the papers of the past are what they are."""
        for first, last in overlaps(rows, lambda row: row["household"]):
            key = last if last in lines else first
            if key in lines:
                world.faults.remark(
                    self.table.name,
                    f"ligne {lines[key]} : le foyer « {rows[key]['household']} » a deux adresses à la même date ; "
                    "fermez la plus ancienne (to_on).",
                )
        return ()


class HouseholdMemberRules(Rules):
    orders = (DATES,)

    def complete(self, row, cells, is_new, world):
        if "role" not in row:
            row["role"] = "child" if _is_child(world.rows("people").get((row["person"],)), row["from_on"]) else "adult"

    def check_all(self, rows, lines, world):
        """One main home at a time."""
        main = {key: row for key, row in rows.items() if row["is_main"]}
        for first, last in overlaps(main, lambda row: row["person"]):
            key = last if last in lines else first
            if key in lines:
                other = rows[first if key == last else last]
                what = f"« {rows[key]['person']} » a déjà pour foyer principal « {other['household']} » à cette date."
                remedy = "Fermez l’un des deux (to_on), ou mettez is_main à non."
                yield key, *Refusal("is_main", what, remedy)


class PersonRules(Rules):
    def check(self, row, world):
        born_on, year, today = row["birth_date"], row["birth_year"], world.today
        if born_on and born_on > today:
            what = f"Le {born_on:%d/%m/%Y} n’est pas encore venu\u00a0: personne n’est né ce jour-là."
            yield Refusal("birth_date", what, "Corrigez la date de naissance, ou laissez vide.")
        if year and year > today.year:
            what = f"L’année {year} n’est pas encore venue\u00a0: personne n’y est né."
            yield Refusal("birth_year", what, "Corrigez l’année de naissance, ou laissez vide.")


class MembershipRules(Rules):
    orders = ()

    def check(self, row, world):
        if row["kind"] == "household":
            if row["household"] is None:
                yield Refusal("household", "Une adhésion familiale porte un foyer.", "Écrivez la clé du foyer.")
            if row["person"] is not None:
                yield Refusal("person", "Une adhésion familiale ne porte pas de personne.", "Laissez la cellule vide.")
        elif row["person"] is None:
            yield Refusal("person", "Une adhésion individuelle porte une personne.", "Écrivez la clé de la personne.")


class ConsentRules(Rules):
    orders = (
        DATES,
        Order("from_on", "withdrawn_on", "Le retrait ne peut précéder l’autorisation.", may_equal=True),
    )


def _is_child(person: dict | None, day: date) -> bool:
    age = age_on(person["birth_date"], person["birth_year"], day) if person else None
    return age is not None and age < FULL_AGE


def overlaps(rows: dict[tuple, dict], owner) -> list[tuple[tuple, tuple]]:
    """Pairs of keys whose dates overlap for one owner, the earlier first; each row at most once as the later."""
    groups = defaultdict(list)
    for key, row in rows.items():
        groups[owner(row)].append((row["from_on"], row["to_on"] or date.max, str(key), key))
    found = []
    for stretches in groups.values():
        latest = None
        for stretch in sorted(stretches):
            if latest and stretch[0] < latest[1]:
                found.append((latest[3], stretch[3]))
            if latest is None or stretch[1] > latest[1]:
                latest = stretch
    return found
