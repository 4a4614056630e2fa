"""Made-up families that joined after the year: a child of the age asked, who to call, who may come for them.

The same ones in the same order whatever the day; only their birth dates follow it.
"""

from datetime import date, timedelta

from members.models import District, Person, Sex
from reporting.demo.care import look_after
from reporting.demo.ledger import Ledger
from reporting.demo.people import Family, Town

SEED = "alma newcomers"
DAYS_A_YEAR = 365.25
# Since the last birthday: far from the next one, and nobody is younger than three months.
SINCE_BIRTHDAY = range(100, 360)
Ages = tuple[int, int]  # both ends included


class Newcomers:
    def __init__(self, day: date):
        self.day = day
        # As many keys as people: those who join on one day, after others left, are other people.
        self.ledger = Ledger(SEED, keys=f"{day} {Person.objects.count()}")
        self.town = Town(self.ledger)
        self.dice, self.ages = self.ledger.dice("families"), self.ledger.dice("ages")
        for district in District.objects.all():
            self.ledger.named[District, district.slug] = district

    def children(self, count: int, ages: Ages) -> list[Person]:
        return [self._child(self.ages.randint(*ages)) for _ in range(count)]

    def _child(self, age: int) -> Person:
        born = self.day - timedelta(days=int(age * DAYS_A_YEAR) + self.ages.choice(SINCE_BIRTHDAY))
        name, town = self.town.last_name(), self.town
        family = Family(town.household(name))
        family.adults.append(town.adult(family.home, name, Sex.FEMALE, town.birthday(born.year - 29)))
        if self.dice.random() < 0.6:
            family.adults.append(town.adult(family.home, name, Sex.MALE, town.birthday(born.year - 31)))
        family.children.append(town.child(family.home, name, self.dice.choice([Sex.FEMALE, Sex.MALE]), born))
        look_after(self.ledger, self.dice, town, family, self.day)
        return family.children[0].person
