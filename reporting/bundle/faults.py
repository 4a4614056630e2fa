"""What is wrong in a bundle: where, what, and what to do. All of it, so that one correction round is enough."""

from dataclasses import dataclass
from typing import NamedTuple

KEPT = 500  # faults told one by one; the others are counted


class CellRefused(Exception):
    """A cell that says nothing we understand; French, what is wrong and what to do."""

    def __init__(self, what: str, remedy: str):
        super().__init__(f"{what} {remedy}")
        self.what = what
        self.remedy = remedy


class BundleRefused(Exception):
    """A bundle that cannot be opened, or is dangerous to open; the message is French and says what to do."""


class Remark(NamedTuple):
    """What the import did by itself, and the reader may want to know. Stops nothing."""

    file: str
    text: str

    def __str__(self):
        return f"{self.file} : {self.text}" if self.file else self.text


@dataclass(frozen=True)
class Fault:
    file: str
    line: int | None  # as a text editor or a spreadsheet numbers it; the header is line 1
    column: str  # as the header of the file writes it; empty when the whole row is at fault
    what: str
    remedy: str

    def __str__(self):
        line = f", ligne {self.line}" if self.line else ""
        column = f", colonne {self.column}" if self.column else ""
        return f"{self.file}{line}{column} : {self.what} {self.remedy}".rstrip()


class Faults:
    """Every fault is counted; the first ones are kept, so that a million bad lines fit in memory."""

    def __init__(self):
        self.kept: list[Fault] = []
        self.count = 0
        self.remarks: dict[Remark, None] = {}  # a set that keeps its order

    def __bool__(self):
        return self.count > 0

    @property
    def is_full(self) -> bool:
        return self.count >= KEPT

    def add(self, file: str, line: int | None, column: str, what: str, remedy: str) -> None:
        self.count += 1
        if len(self.kept) < KEPT:
            self.kept.append(Fault(file, line, column, what, remedy))

    def remark(self, file: str, text: str) -> None:
        if len(self.remarks) < KEPT:
            self.remarks[Remark(file, text)] = None

    def lines(self) -> list[str]:
        files = {fault.file: rank for rank, fault in reversed(list(enumerate(self.kept)))}
        lines = [str(fault) for fault in sorted(self.kept, key=lambda fault: (files[fault.file], fault.line or 0))]
        if (others := self.count - len(self.kept)) > 0:
            lines.append(f"… et {others} autres.")
        return lines
