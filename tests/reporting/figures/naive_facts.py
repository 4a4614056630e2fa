"""What each measure counts, one fact at a time."""

from tests.reporting.figures import naive_childcare, naive_files, naive_house, naive_sessions
from tests.reporting.figures.naive_splits import Fact


def of_measure(records, measure, said, first_day, last_day):
    """`said`: the splits named by the question, as a filter or to fall apart."""
    if measure in naive_house.MEASURES:
        return [Fact(*fact) for fact in naive_house.of_measure(records, measure, said, first_day, last_day)]
    return MEASURES[measure](records, measure, first_day, last_day)


MEASURES = naive_sessions.MEASURES | naive_files.MEASURES | naive_childcare.MEASURES
