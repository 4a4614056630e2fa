"""Every field of every model stands in exactly one class."""

from importlib import import_module

import pytest
from django.apps import apps

from centre.personal_data import Classed

APPS = ["centre", "members", "activities", "reporting"]


def classes(app):
    return import_module(f"{app}.personal_data").FIELDS


def field_names(model):
    return sorted(field.name for field in [*model._meta.fields, *model._meta.many_to_many])


@pytest.mark.parametrize("app", APPS)
def test_every_field_stands_in_one_class(app):
    recorded = {model.__name__: field_names(model) for model in apps.get_app_config(app).get_models()}

    classed = {name: sorted(model.names()) for name, model in classes(app).items()}

    assert classed == recorded


def test_what_the_law_calls_sensitive_is_classed_so():
    expected = {
        ("members", "HealthAlert", "instruction"),
        ("members", "HouseholdSituation", "kind"),
        ("members", "FamilyQuotient", "value"),
        ("activities", "Support", "qualification"),
        ("activities", "Support", "barriers"),
        ("activities", "SupportNote", "text"),
        ("activities", "Outcome", "kind"),
    }

    sensitive = {
        (app, name, field) for app in APPS for name, model in classes(app).items() for field in model.sensitive.split()
    }

    assert expected - sensitive == set()


def test_a_field_named_twice_is_seen():
    twice = Classed("id", personal="id name")

    assert twice.names() == ["id", "id", "name"]
