"""Which questions share a cube. One statement that reads everything at the finest grain is not the
quickest: a cube by person and one by day are small, a cube by person and day is as long as the year.
"""

from reporting.figures.asking import Question
from reporting.figures.cube import Cube
from reporting.figures.house import House

# Rough sizes of a year at a large centre; only their order matters.
ALL_FACTS = 60_000
STATEMENT = 15_000  # what one more pass over the facts costs, in rows fetched
PEOPLE, HOUSEHOLDS, ACTIVITIES, DAYS = 2_400, 800, 60, 300
ACTIVITIES_OF_ONE, DAYS_OF_ONE = 4, 25


def rows_of(columns: set[str]) -> int:
    """How many rows a cube of these columns has, about."""
    who = PEOPLE if columns & {"person", "child"} else HOUSEHOLDS if "household" in columns else 1
    activities, days = (ACTIVITIES, DAYS) if who == 1 else (ACTIVITIES_OF_ONE, DAYS_OF_ONE)
    where = activities if "activity" in columns else 1
    when = days if columns & {"day", "school", "grade"} else 1
    return min(ALL_FACTS, who * where * when)


def share_cubes(questions: list[Question], house: House) -> dict[int, Cube]:
    """A cube for each question, by `id(question)`."""
    plans: list[dict] = []
    for question in sorted(questions, key=lambda q: -rows_of(q.columns)):
        plan = _best(plans, question) or _open(plans, question)
        plan["columns"] |= question.columns
        plan["sums"] |= question.sums
        plan["questions"].append(question)
    cubes = {}
    for plan in plans:
        cube = Cube(plan["facts"], plan["period"], plan["columns"], plan["sums"], house)
        cubes.update({id(question): cube for question in plan["questions"]})
    return cubes


def _open(plans, question):
    plan = {
        "facts": question.measure.facts,
        "period": question.period,
        "columns": set(),
        "sums": set(),
        "questions": [],
    }
    plans.append(plan)
    return plan


def _best(plans, question):
    """The plan that the question makes least dearer, when that is cheaper than one of its own."""
    alone = STATEMENT + rows_of(question.columns)
    offers = [
        (rows_of(plan["columns"] | question.columns) - rows_of(plan["columns"]), i, plan)
        for i, plan in enumerate(plans)
        if plan["facts"] is question.measure.facts and plan["period"] == question.period
    ]
    return min(offers)[2] if offers and min(offers)[0] <= alone else None
