"""The sheet of a Monday, and what is sent to it."""

import json
from uuid import uuid4

from tests.factories import make_activity, make_enrolment, make_person, make_session

SHEET, OPERATIONS = "/sessions/lundi/roll/", "/sessions/lundi/roll/operations/"


def planned(activity=None, **fields):
    return make_session(activity or make_activity(**fields), "2021-03-08T14:00", key="lundi", status="planned")


def enrol(session, last_name, **fields):
    person = make_person(key=last_name.lower(), last_name=last_name, first_name="Inès", **fields)
    make_enrolment(person, session.activity)
    return person


def ask(client, key=None, **request):
    body = {"key": str(key or uuid4()), **request}
    return client.post(OPERATIONS, json.dumps(body), content_type="application/json")
