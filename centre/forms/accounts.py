from django import forms
from django.utils.html import format_html

from centre.access import ACCESS, Role, awaits_confirmation
from centre.models import Sector, StaffMember, User


class RolesForm(forms.Form):
    """What an account may do, and where. Only a director names another director."""

    roles = forms.MultipleChoiceField(label="Rôles", widget=forms.CheckboxSelectMultiple)
    sectors = forms.ModelMultipleChoiceField(
        label="Pôles (facultatif)",
        queryset=Sector.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Pour les responsables de pôle.",
    )

    def __init__(self, *args, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        is_director = by.has_role(Role.DIRECTOR)
        offered = [role for role in Role if role is not Role.DIRECTOR or is_director]
        self.fields["roles"].choices = [(role.value, described(role)) for role in offered]
        if not is_director:
            waiting = [role.label for role in offered if awaits_confirmation(role)]
            self.fields["roles"].help_text = f"La direction devra confirmer\u00a0: {', '.join(waiting)}."
        if not Sector.objects.exists():
            del self.fields["sectors"]


class NewAccountForm(RolesForm):
    name = forms.CharField(label="Nom", max_length=150)
    email = forms.EmailField(label="Adresse électronique", help_text="Elle sert à se connecter.")
    staff_member = forms.ModelChoiceField(
        label="Fiche du personnel (facultatif)",
        queryset=StaffMember.objects.filter(user=None),
        required=False,
        empty_label="Aucune",
        help_text="Relie le compte à ses activités, à ses séances et aux personnes qu’il accompagne.",
    )
    field_order = ["name", "email", "roles", "sectors", "staff_member"]

    def clean_email(self):
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError("Un compte porte déjà cette adresse.")
        return email


class AccountForm(RolesForm):
    is_active = forms.BooleanField(
        label="Compte ouvert",
        required=False,
        help_text="Décochez quand la personne quitte la maison\u00a0: elle ne pourra plus se connecter.",
    )


def described(role: Role) -> str:
    return format_html("<strong>{}</strong><br>{}", role.label, ACCESS[role].sentence)
