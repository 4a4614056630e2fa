"""The pages of a Monday afternoon: 8 March 2021, at three in Paris."""

import pytest
import time_machine

MONDAY_AT_THREE = "2021-03-08T14:00:00+00:00"


@pytest.fixture(autouse=True)
def _clock(db):
    from tests.factories import make_centre

    make_centre()
    with time_machine.travel(MONDAY_AT_THREE, tick=False):
        yield


@pytest.fixture
def director(client):
    from tests.factories import make_user

    user = make_user("director", name="Nadia Kaya")
    client.force_login(user)
    return user


@pytest.fixture
def session():
    from tests.activities.views.sheets import planned

    return planned(name="Ados")
