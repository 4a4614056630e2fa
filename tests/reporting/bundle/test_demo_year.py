"""The demonstration year, the richest one we have, leaves and comes back with the same figures."""

import pytest
from django.db import transaction

from centre.periods import Period
from reporting.bundle.export import export_bundle
from reporting.bundle.importing import import_bundle
from reporting.demo.loading import YEAR, load
from reporting.indicators import measure_indicators
from reporting.models import Indicator
from tests.reporting.bundle.files import read_folder


def figures() -> dict[str, tuple]:
    measured = measure_indicators(Period.year(YEAR))
    return {
        indicator.code: (indicator.label, figure.value, figure.parts, figure.unknown) for indicator, figure in measured
    }


@pytest.mark.slow
@pytest.mark.django_db
def test_a_whole_year_comes_back_with_the_same_figures(tmp_path):
    with transaction.atomic():
        load()
        before = figures()
        export_bundle(tmp_path / "year.zip")
        export_bundle(tmp_path / "before")
        transaction.set_rollback(True)
    assert not Indicator.objects.exists()

    report = import_bundle(tmp_path / "year.zip")

    assert report.faults.lines() == []
    assert len(before) == 103
    assert figures() == before
    export_bundle(tmp_path / "after")
    assert read_folder(tmp_path / "after") == read_folder(tmp_path / "before")
