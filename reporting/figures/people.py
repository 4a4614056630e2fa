"""Who people are, read once for those that a cube holds: joining them to every fact would read the
same birth date sixty thousand times."""

from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Value

from activities.models import Alias, Attendance
from members.models import Person
from reporting.figures.columns import DAY, FLAG, NUMBER, TEXT, Nothing

MANY = 5_000  # above, all are read: shorter than naming them


class Someone(NamedTuple):
    sex: str | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    known_group: str | None = None  # of an alias
    returning: bool | None = None


def read_people(people: set[int], aliases: set[int], period, *, with_returning: bool) -> dict[tuple[str, int], Someone]:
    """("person" or "alias", id) -> who they are. One SQL statement; who came before is looked up on demand only."""
    seen_before = Attendance.objects.present().held().filter(person=OuterRef("pk"), session__day__lt=period.start)
    persons = _those(Person, people).values_list(
        Value("person", TEXT),
        "id",
        "sex",
        "birth_date",
        "birth_year",
        Nothing(TEXT),
        Exists(seen_before) if with_returning else Nothing(FLAG),
    )
    others = _those(Alias, aliases).values_list(
        Value("alias", TEXT), "id", "sex", Nothing(DAY), Nothing(NUMBER), "group", Nothing(FLAG)
    )
    rows = persons.union(others, all=True) if aliases else persons
    return {(kind, id_): Someone(*row) for kind, id_, *row in rows}


def _those(model, ids: set[int]):
    rows = model.objects.order_by()
    return rows if len(ids) > MANY else rows.filter(pk__in=ids)
