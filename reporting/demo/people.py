"""Made-up people and the homes they live in. Their telephone numbers are those kept for fiction."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from faker import Faker

from members.models import (
    District,
    Household,
    HouseholdAddress,
    HouseholdMember,
    HouseholdRole,
    HouseholdSituation,
    Person,
    Sex,
    SituationKind,
)
from members.models.people import age_on
from reporting.demo.days import LAST
from reporting.demo.ledger import Ledger

STREETS = [
    "rue de l’Alma", "rue Archimède", "rue de Blanchemaille", "rue du Fontenoy", "rue de la Barbe-d’Or", "rue de Toulouse",
    "rue Cadeau", "rue des Anges", "quai de Calais", "rue de Tourcoing", "rue de France", "avenue des Nations-Unies",
]  # fmt: skip
# Where the families live, one in so many.
DISTRICTS = (
    ["alma"] * 13 + ["fosse-aux-chenes"] * 3 + ["cul-de-four", "epeule", "centre-ville", "tourcoing-belencontre"]
)


@dataclass(eq=False)
class Resident:
    person: Person
    home: Household
    second_home: Household | None = None

    @property
    def sex(self) -> str:
        return self.person.sex

    @property
    def age(self) -> int | None:
        """On the last day of the year."""
        return age_on(self.person.birth_date, self.person.birth_year, LAST)


@dataclass(eq=False)
class Family:
    home: Household
    adults: list[Resident] = field(default_factory=list)
    children: list[Resident] = field(default_factory=list)


class Town:
    """Writes people and homes in the ledger, with names from Faker."""

    def __init__(self, ledger: Ledger):
        self.ledger = ledger
        self.dice = ledger.dice("people")
        self.faker = Faker("fr_FR")
        self.faker.seed_instance(f"{ledger.seed} names")

    def last_name(self) -> str:
        return self.faker.last_name()

    def first_name(self, sex: str) -> str:
        if not sex:
            return self.faker.first_name()
        return self.faker.first_name_female() if sex == Sex.FEMALE else self.faker.first_name_male()

    def mobile(self) -> str:
        return f"06 39 98 {self.dice.randrange(100):02d} {self.dice.randrange(100):02d}"

    def address(self) -> str:
        return f"{self.dice.randint(1, 180)} {self.dice.choice(STREETS)}"

    def household(self, name: str) -> Household:
        district = self.ledger.named[District, self.dice.choice(DISTRICTS)]
        return self.ledger.add(
            Household(
                key=self.ledger.key(),
                name=name,
                address=self.address(),
                postcode="59100" if district.municipality == "Roubaix" else "59200",
                municipality=district.municipality,
                district=district,
            )
        )

    def resident(self, home: Household, last_name: str, sex: str, role: str, born: date | None, **fields) -> Resident:
        person = self.ledger.add(
            Person(
                key=self.ledger.key(),
                last_name=last_name,
                first_name=self.first_name(sex),
                birth_date=born,
                sex=sex,
                **fields,
            )
        )
        resident = Resident(person, home)
        self.settle(resident, home, role)
        return resident

    def adult(self, home: Household, last_name: str, sex: str, born: date | None, **fields) -> Resident:
        phone = self.mobile() if self.dice.random() < 0.8 else ""
        return self.resident(home, last_name, sex, HouseholdRole.ADULT, born, phone=phone, **fields)

    def child(self, home: Household, last_name: str, sex: str, born: date) -> Resident:
        return self.resident(home, last_name, sex, HouseholdRole.CHILD, born)

    def settle(self, resident: Resident, home: Household, role: str, *, is_main: bool = True) -> None:
        born = resident.person.birth_date or date(1950, 1, 1)
        since = max(born, date(2012 + self.dice.randrange(7), self.dice.randint(1, 12), 1))
        self.ledger.add(
            HouseholdMember(household=home, person=resident.person, from_on=since, role=role, is_main=is_main)
        )

    def two_homes(self, resident: Resident, other: Household) -> None:
        """A child of separated parents: one person, a second home."""
        resident.second_home = other
        self.settle(resident, other, HouseholdRole.CHILD, is_main=False)

    def move(self, home: Household, on: date, slug: str) -> None:
        """They lived elsewhere until that day."""
        old = self.ledger.named[District, slug]
        before = {"address": self.address(), "municipality": old.municipality, "district": old}
        after = {"address": home.address, "municipality": home.municipality, "district": home.district}
        self.ledger.add(
            HouseholdAddress(household=home, from_on=date(2016, 3, 1), to_on=on, postcode="59100", **before)
        )
        self.ledger.add(HouseholdAddress(household=home, from_on=on, postcode=home.postcode, **after))

    def situation(self, home: Household, slug: str, from_on: date, to_on: date | None = None) -> None:
        kind = self.ledger.named[SituationKind, slug]
        self.ledger.add(HouseholdSituation(household=home, kind=kind, from_on=from_on, to_on=to_on))

    def birthday(self, year: int) -> date:
        return date(year, 1, 1) + timedelta(days=self.dice.randrange(365))
