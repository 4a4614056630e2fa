"""The columns that facts may be read by, and their types: every source of one kind of fact gives
the same ones, NULL where it has nothing to say, so that sources join in one UNION ALL."""

from django.db import models
from django.db.models import Value

NUMBER = models.BigIntegerField()
TEXT = models.CharField()
DAY = models.DateField()
INSTANT = models.DateTimeField()
FLAG = models.BooleanField()
DURATION = models.DurationField()
AMOUNT = models.DecimalField(max_digits=14, decimal_places=2)

TYPES = {
    # who
    "person": NUMBER,
    "child": NUMBER,  # of the household of who came
    "alias": NUMBER,
    "household": NUMBER,
    "sex": TEXT,
    "birth_date": DAY,
    "birth_year": NUMBER,
    "came_birth_date": DAY,  # of who came, when the row is about a child of their household
    "came_birth_year": NUMBER,
    "known_group": TEXT,  # of an alias or a tally, which have no birth date
    "school": TEXT,
    "grade": TEXT,
    "district": TEXT,
    "municipality": TEXT,
    "priority_area": TEXT,
    "situation": TEXT,
    "situation_row": NUMBER,
    "returning": FLAG,
    # where it happens
    "activity": NUMBER,
    "session": NUMBER,
    "starts_at": INSTANT,
    "ends_at": INSTANT,
    "shared": NUMBER,  # the session, when it belongs to several activities
    "session_kind": TEXT,
    # when
    "day": DAY,
    # the rest, by fact
    "mode": TEXT,
    "counted": TEXT,
    "support": NUMBER,
    "qualification": TEXT,
    "barrier": TEXT,
    "prescriber": TEXT,
    "exit_reason": TEXT,
    "outcome": TEXT,
    "referent": TEXT,
    "membership": NUMBER,
    "season": TEXT,
    "membership_kind": TEXT,
    "staff_member": NUMBER,
    "profession": TEXT,
    "employment": TEXT,
    "sector": TEXT,
    "facility": TEXT,
    "mission": TEXT,
    "body": TEXT,
    "holds_as": TEXT,
    "funder": TEXT,
    "funder_kind": TEXT,
    "action_sheet": TEXT,
    "record": NUMBER,
    "kind": TEXT,
    "source": TEXT,
    # sums
    "n": NUMBER,
    "time": DURATION,
    "untimed": NUMBER,  # present for the whole session, as far as is known
    "stayed": DURATION,  # from arrival to departure, of those who have both
    "setup": NUMBER,  # minutes
    "cases": NUMBER,
    "attended": AMOUNT,
    "invoiced": AMOUNT,
    "amount": AMOUNT,
    "asked": AMOUNT,
    "granted": AMOUNT,
    "received": AMOUNT,
    "hours": AMOUNT,
    "fte": AMOUNT,
}

# A row that has several of these is one fact seen several times: folded back into one.
SEVERAL = {"situation", "situation_row", "barrier"}


class Nothing(Value):
    """A typed NULL: PostgreSQL wants to know of what, in a UNION."""

    def __init__(self, output_field):
        super().__init__(None, output_field=output_field)

    def as_postgresql(self, compiler, connection):
        return f"NULL::{self.output_field.db_type(connection) or 'text'}", []

    def get_group_by_cols(self):
        return []
