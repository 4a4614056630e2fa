from django import forms
from django.utils.html import format_html

from centre.access import ACCESS, Role
from centre.models import Sector, StaffMember, User


class AccountForm(forms.Form):
    """A new account. Only a director names another director."""

    name = forms.CharField(label="Nom", max_length=150)
    email = forms.EmailField(label="Adresse électronique", help_text="Elle sert à se connecter.")
    roles = forms.MultipleChoiceField(label="Rôles", widget=forms.CheckboxSelectMultiple)
    sectors = forms.ModelMultipleChoiceField(
        label="Pôles (facultatif)",
        queryset=Sector.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Pour les responsables de pôle.",
    )
    staff_member = forms.ModelChoiceField(
        label="Fiche du personnel (facultatif)",
        queryset=StaffMember.objects.filter(user=None),
        required=False,
        empty_label="Aucune",
        help_text="Relie le compte à ses activités, à ses séances et aux personnes qu’il accompagne.",
    )

    def __init__(self, *args, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [role for role in Role if role is not Role.DIRECTOR or by.has_role(Role.DIRECTOR)]
        self.fields["roles"].choices = [(role.value, described(role)) for role in offered]
        if not Sector.objects.exists():
            del self.fields["sectors"]

    def clean_email(self):
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError("Un compte porte déjà cette adresse.")
        return email


def described(role: Role) -> str:
    return format_html("<strong>{}</strong><br>{}", role.label, ACCESS[role].sentence)
