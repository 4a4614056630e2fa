from django import forms
from django.utils import timezone

from members.models import Person

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CompletePersonForm(forms.ModelForm):
    """Of a file opened in two words: what the family says since. A birth date makes the year needless."""

    is_to_complete = forms.BooleanField(
        label="Il reste quelque chose à demander",
        required=False,
        help_text="La fiche garde alors la mention «\u00a0à compléter\u00a0».",
    )

    class Meta:
        model = Person
        fields = ["last_name", "first_name", "usual_name", "birth_date", "birth_year", "sex", "is_to_complete"]
        widgets = {"birth_date": DAY}
        labels = {
            "usual_name": "Nom d’usage (facultatif)",
            "birth_date": "Date de naissance (facultatif)",
            "birth_year": "Année de naissance, si la date manque",
        }
        help_texts = {"sex": ""}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["is_to_complete"] = False
        self.fields["first_name"].required = True
        self.fields["sex"].choices = [("", "Non renseigné"), *list(self.fields["sex"].choices)[1:]]

    def clean_birth_date(self):
        born_on = self.cleaned_data["birth_date"]
        if born_on and born_on > timezone.localdate():
            raise forms.ValidationError("Ce jour n’est pas encore venu\u00a0: vérifiez la date de naissance.")
        return born_on

    def clean_birth_year(self):
        year = self.cleaned_data["birth_year"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError("Cette année n’est pas encore venue\u00a0: vérifiez l’année de naissance.")
        return year

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("birth_date"):
            cleaned["birth_year"] = None
        # An estimate stays one until someone writes another year.
        is_same_year = cleaned.get("birth_year") == self.initial["birth_year"]
        is_estimate = bool(cleaned.get("birth_year") and is_same_year and self.instance.is_birth_year_estimated)
        return cleaned | {"is_birth_year_estimated": is_estimate}
