from reporting.labels import Labels

NAMES = {"activity": {"dynamik-ados": "Dynamik’Ados"}}


def test_filters_are_told_in_one_order_whatever_the_database_gives_back():
    labels = Labels(NAMES)
    said = {"activity": ["dynamik-ados"], "sex": ["F", "M"], "person": []}

    in_words = [labels.filters(dict(order)) for order in (said.items(), reversed(said.items()))]

    assert in_words == [f"Dynamik’Ados\u202f; {labels.of('sex', 'F')}, {labels.of('sex', 'M')}"] * 2
