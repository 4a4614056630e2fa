from django import forms
from django.contrib.auth.password_validation import validate_password

from centre.models import Centre, User


class CentreForm(forms.ModelForm):
    class Meta:
        model = Centre
        fields = ["name", "address", "phone", "email", "website", "holiday_zone"]
        labels = {
            "name": "Nom du centre",
            "address": "Adresse (facultatif)",
            "phone": "Téléphone (facultatif)",
            "email": "Adresse électronique du centre (facultatif)",
            "website": "Site (facultatif)",
            "holiday_zone": "Vacances scolaires",
        }


class DirectorForm(forms.ModelForm):
    password = forms.CharField(
        label="Mot de passe",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Au moins 12 caractères. Quelques mots qui vont mal ensemble font un bon mot de passe.",
    )

    class Meta:
        model = User
        fields = ["name", "email"]
        labels = {"name": "Votre nom", "email": "Votre adresse électronique"}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name", "required": True}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True

    def clean_password(self):
        password = self.cleaned_data["password"]
        user = User(email=self.cleaned_data.get("email", ""), name=self.cleaned_data.get("name", ""))
        validate_password(password, user)
        return password

    def answers(self) -> dict[str, str]:
        return {field: self.cleaned_data[field] for field in ("name", "email", "password")}
