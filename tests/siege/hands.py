"""What one animator taps, drawn at random."""

import random

from tests.siege.device import Device
from tests.siege.place import Sheet

STATUSES = ("present", "absent", "excused")
GROUPS, SEXES = ("child", "adult"), ("F", "M", "")
FAMILY_CODES = ("lune", "soleil")  # that any animator may be given at the door


class Hands:
    def __init__(self, device: Device, number: int, sheets: list[Sheet], seed: int):
        self.device, self.number, self.sheets = device, number, sheets
        self.dice = random.Random(f"{seed}-{number}")
        self.newcomers: dict[str, list[str]] = {sheet.session: [] for sheet in sheets}

    def tap(self) -> None:
        sheet = self.dice.choice(self.sheets)
        act = self.dice.choices(
            [self.mark_own, self.mark_shared, self.count, self.add, self.blunder], [40, 25, 25, 9, 1]
        )[0]
        act(sheet)

    def mark_own(self, sheet: Sheet) -> None:
        if rows := sheet.own[self.number] + self.newcomers[sheet.session]:
            self.device.mark(sheet.session, self.dice.choice(rows), self.dice.choice(STATUSES))

    def mark_shared(self, sheet: Sheet) -> None:
        if sheet.shared:
            self.device.mark(sheet.session, self.dice.choice(sheet.shared), self.dice.choice(STATUSES))

    def count(self, sheet: Sheet) -> None:
        # Often up, so that some reach below zero and most do not.
        step = self.dice.choice((1, 1, -1))
        self.device.count(sheet.session, self.dice.choice(sheet.heads_of(self.number)), step)

    def add(self, sheet: Sheet) -> None:
        session, sex = sheet.session, self.dice.choice(SEXES)
        if not sheet.is_anonymous:
            name = f"Nouveau {self.number}-{len(self.newcomers[session])}"
            row = self.device.add_person(session, first_name=name, age_band=self.dice.randrange(3), sex=sex)
        elif self.dice.random() < 0.3:
            self.device.add_alias(session, self.dice.choice(FAMILY_CODES), group="child", sex=sex)
            return
        else:
            code = f"code-{self.number}-{len(self.newcomers[session])}"
            row = self.device.add_alias(session, code, group=self.dice.choice(GROUPS), sex=sex)
        self.newcomers[session].append(row)

    def blunder(self, sheet: Sheet) -> None:
        """What makes no sense, and must leave nothing."""
        self.device.ask(sheet.session, "mark", person="personne", status="en retard")
