"""The families: which children they have, and so which activities they know.

A family has a rank. Ranges of ranks overlap, because the same family brings a baby to the nursery, its elder to the
homework club, and comes to the workshops for parents.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from members.models import School, Schooling, Sex
from members.models.schooling import GRADES
from reporting.demo import youth_groups
from reporting.demo.ledger import Ledger
from reporting.demo.people import Family, Resident, Town

NURSERIES, HOMEWORK, YOUTH, PARENTING = range(124), range(100, 142), range(130, 215), range(60, 173)
MUSIC, YOUNGER = range(83, 97), range(150, 171)
BOTH_PARENTS = (60, 88, 116, 144)  # of the families of the workshops, those whose two parents come
FAMILIES = YOUTH.stop
POLICHINELLE = [rank for rank in NURSERIES if rank % 5 in (0, 2)][:49]
# Of the homework club: how many children by the year of their birth, from CP to CM2 in 2020-2021.
HOMEWORK_BIRTHS = [2014] * 14 + [2013] * 15 + [2012] * 13 + [2011] * 12 + [2010] * 9
HOMEWORK_STRIDE = 26  # more than the largest class: brothers and sisters are never in the same one
HOMEWORK_BOYS = 27
NURSERY_YEARS = [2017, 2018, 2018, 2019, 2019, 2020, 2020, 2021]
FIRST_GRADE_AGE = 2  # TPS, the first of GRADES
LEAST_GAP = 300  # days between two children of one mother
ALONE = 0.38  # parents who bring up their children alone


@dataclass
class Neighbourhood:
    families: list[Family] = field(default_factory=list)
    role: dict[str, list[Resident]] = field(default_factory=lambda: defaultdict(list))
    girls: list[Resident] = field(default_factory=list)
    boys: list[Resident] = field(default_factory=list)
    adults: list[Resident] = field(default_factory=list)  # those who live without a child of the centre

    @property
    def parenting(self) -> list[Family]:
        return [self.families[rank] for rank in PARENTING]

    @property
    def parents(self) -> list[Resident]:
        return [adult for family in self.families for adult in family.adults]

    def young(self, group: tuple) -> list[Resident]:
        girls, boys = group
        return [*(self.girls[rank] for rank in girls), *(self.boys[rank] for rank in boys)]


@dataclass
class Birth:
    role: str
    sex: str
    on: date
    rank: int = 0  # among the young people


def build(ledger: Ledger, town: Town) -> Neighbourhood:
    births = _Births(ledger)
    neighbourhood = Neighbourhood()
    young: dict[int, Resident] = {}
    for rank in range(FAMILIES):
        family, children = _family(town, births.of_family(rank), together=rank in BOTH_PARENTS)
        neighbourhood.families.append(family)
        for birth, child in children:
            neighbourhood.role[birth.role].append(child)
            if birth.role == "youth":
                young[birth.rank] = child
            _go_to_school(ledger, child, rank)
    neighbourhood.girls = [young[n] for n in range(youth_groups.GIRLS)]
    neighbourhood.boys = [young[youth_groups.GIRLS + n] for n in range(youth_groups.BOYS)]
    return neighbourhood


class _Births:
    """Deals out the children that each family has, at least ten months apart."""

    def __init__(self, ledger: Ledger):
        self.dice = ledger.dice("births")
        sexes = [Sex.MALE] * HOMEWORK_BOYS + [Sex.FEMALE] * (len(HOMEWORK_BIRTHS) - HOMEWORK_BOYS)
        self.dice.shuffle(sexes)
        years = [HOMEWORK_BIRTHS[n * HOMEWORK_STRIDE % len(sexes)] for n in range(len(sexes))]
        self.homework = [Birth("homework", sex, self._in(year)) for sex, year in zip(sexes, years, strict=True)]
        self.youth = [Birth("youth", sex, on, n) for n, (sex, on) in enumerate(youth_groups.births(self.dice))]
        self.dice.shuffle(self.youth)

    def of_family(self, rank: int) -> list[Birth]:
        births: list[Birth] = []
        for role in _roles(rank):
            births.append(self._draw(role, rank, births))
        return births

    def _draw(self, role: str, rank: int, elders: list[Birth]) -> Birth:
        if role == "homework":
            return self.homework.pop(0)
        candidates = self.youth if role == "youth" else (self._new(role) for _ in range(1000))
        birth = next(birth for birth in candidates if _fits(birth, rank, elders))
        if role == "youth":
            self.youth.remove(birth)
        return birth

    def _new(self, role: str) -> Birth:
        years = {"music": [2010, 2011, 2012, 2013, 2014], "younger": [2012, 2013, 2014, 2015, 2016, 2017]}
        sexes = [Sex.FEMALE, Sex.MALE] if role in years else [Sex.FEMALE, Sex.MALE] * 24 + [""]
        year = self.dice.choice(years.get(role, NURSERY_YEARS))
        return Birth(role, self.dice.choice(sexes), self._in(year))

    def _in(self, year: int) -> date:
        last_month = 8 if year == 2021 else 12  # the youngest is three months old before the winter
        return date(year, self.dice.randint(1, last_month), self.dice.randint(1, 28))


def _roles(rank: int) -> Iterator[str]:
    if rank in NURSERIES:
        yield from ["polichinelle" if rank in POLICHINELLE else "pimprenelle-et-nicolas"] * (2 if rank < 31 else 1)
    if rank in HOMEWORK:
        yield from ["homework"] * (2 if rank % 2 == 0 else 1)
    if rank in YOUTH:
        yield from ["youth"] * (2 if rank >= 180 else 1)
    if rank in MUSIC:
        yield from ["music"] * (2 if rank == MUSIC.start else 1)
    if rank in YOUNGER or (rank not in PARENTING and rank % 3 == 0):
        yield "younger"


def _fits(birth: Birth, rank: int, elders: list[Birth]) -> bool:
    is_grown_up = birth.on.year < 2004
    return not (is_grown_up and rank in PARENTING) and all(
        abs((birth.on - elder.on).days) >= LEAST_GAP for elder in elders
    )


def _family(town: Town, births: list[Birth], *, together: bool) -> tuple[Family, list[tuple[Birth, Resident]]]:
    """Together: both parents live there, whatever chance says."""
    dice, name = town.dice, town.last_name()
    family = Family(town.household(name))
    eldest = min(birth.on.year for birth in births)
    mother_born = town.birthday(eldest - dice.randint(20, 33))
    is_alone = not together and dice.random() < ALONE
    if not is_alone or dice.random() < 0.9:
        name_at_birth = town.last_name() if dice.random() < 0.4 else name
        family.adults.append(town.adult(family.home, name_at_birth, Sex.FEMALE, mother_born))
    if not is_alone or not family.adults:
        father_born = town.birthday(mother_born.year - dice.randint(-2, 7))
        family.adults.append(town.adult(family.home, name, Sex.MALE, father_born))
    children = [(birth, town.child(family.home, name, birth.sex, birth.on)) for birth in births]
    family.children = [child for _, child in children]
    return family, children


def _go_to_school(ledger: Ledger, child: Resident, rank: int) -> None:
    for autumn in (2020, 2021):
        step = autumn - child.person.birth_date.year - FIRST_GRADE_AGE
        if 1 <= step < len(GRADES):
            changes_school = autumn == 2021 and rank % 40 == 21
            school = _school(GRADES[step], rank + changes_school)
            ledger.add(
                Schooling(
                    person=child.person,
                    school_year=f"{autumn}-{autumn + 1}",
                    school=next(known for known in ledger.all(School) if known.name == school),
                    grade=GRADES[step],
                )
            )


def _school(grade: str, rank: int) -> str:
    if grade in GRADES[:4]:
        return "École maternelle Archimède"
    if grade in GRADES[4:9]:
        return [
            "École Elsa-Triolet",
            "École Blaise-Pascal",
            "École Voltaire",
            "École Elsa-Triolet",
            "École Blaise-Pascal",
        ][rank % 5]
    if grade in GRADES[9:13]:
        return ["Collège Anne-Frank", "Collège Sévigné"][rank % 2]
    return "Lycée Jean-Moulin"
