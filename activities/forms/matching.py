from django import forms

from activities.matching import PROVISIONAL, REAL, Shared, said_of
from activities.roll.words import clock
from centre.templatetags.trame import weekday_and_day
from members.templatetags.people import listed


class MatchForm(forms.Form):
    """One question for each sheet where the two files disagree, then the word that nobody gives by mistake."""

    def __init__(self, *args, clashes: list[Shared], **kwargs):
        super().__init__(*args, **kwargs)
        for clash in clashes:
            self.fields[name_of(clash)] = question(clash)
        self.fields["is_same"] = forms.BooleanField(
            label="Oui, c’est la même personne",
            error_messages={
                "required": "Dites que c’est bien la même personne\u00a0: un rapprochement ne se défait pas."
            },
        )

    @property
    def keep(self) -> dict[str, str]:
        return {name.removeprefix("keep-"): side for name, side in self.cleaned_data.items() if name != "is_same"}


def name_of(clash: Shared) -> str:
    return f"keep-{clash.session.key}"


def question(clash: Shared) -> forms.ChoiceField:
    session = clash.session
    sides = [(PROVISIONAL, clash.provisional), (REAL, clash.real)]
    return forms.ChoiceField(
        label=f"{session.activity}, {weekday_and_day(session.day)}, {clock(session.starts_at)}",
        choices=[(side, f"{said_of(row).capitalize()} ({listed(row.person)})") for side, row in sides],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez ce qui est vrai."},
    )
