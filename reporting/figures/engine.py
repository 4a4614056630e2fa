"""Measuring: questions that read the same facts are answered together.

`measure_all` checks every question, groups them by facts and period into as few cubes as cost
allows, reads each cube by one SQL statement, and counts.
"""

from collections.abc import Iterable

from centre.periods import Period
from reporting.figures.answering import Answer
from reporting.figures.asking import ask
from reporting.figures.cube import Cube
from reporting.figures.figure import Figure, Request
from reporting.figures.house import House
from reporting.figures.planning import share_cubes


def measure(
    name: str,
    *,
    period: Period | None = None,
    where: dict | None = None,
    by: list | None = None,
    of: str = "",
    part: dict | None = None,
) -> Figure:
    """One figure, in one to three SQL statements whatever the size. Raises `FigureRefused`."""
    return measure_all([Request(name, period, where or {}, by or [], of, part or {})])[0]


def measure_all(requests: Iterable[Request]) -> list[Figure]:
    """The figures of `requests`, in their order. Raises `FigureRefused` at the first that has no
    answer."""
    house = House()
    questions = [ask(request) for request in requests]
    cubes = share_cubes(questions, house)
    return [Answer(question, cubes[id(question)]).figure() for question in questions]


def records(request: Request) -> dict[str, set[int]]:
    """The database ids of what a figure counts: ``{"sessions": …, "people": …}``, empty for a
    measure that reads neither."""
    question = ask(request)
    facts = question.measure.facts
    columns = question.columns | {"session", "person"}
    answer = Answer(question, Cube(facts, question.period, columns, question.sums, House()))
    read = answer.cube.columns
    return {
        name: {read[column][i] for i in answer.rows} - {None}
        for name, column in (("sessions", "session"), ("people", "person"))
    }
