"""The rule that makes an undefined variable fail is itself tested: a silent rule would protect nothing."""

import pytest
from django.template import engines

from tests.undefined import UndefinedVariable


def render(source, **context):
    return engines["django"].from_string(source).render(context)


@pytest.mark.parametrize("source", ["{{ missing }}", "{{ known.missing }}", "{{ missing|upper }}"])
def test_printing_an_undefined_variable_fails(source):
    with pytest.raises(UndefinedVariable, match="missing"):
        render(source, known={})


@pytest.mark.parametrize(
    ("source", "printed"),
    [("{{ missing|default:'–' }}", "–"), ("{% if missing %}oui{% endif %}", ""), ("{{ known }}", "ici")],
)
def test_a_variable_that_may_be_missing_passes(source, printed):
    assert render(source, known="ici") == printed
