"""allauth's forms with labels in our words, and no placeholder standing in for a label."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp

ADDRESS = "Adresse électronique"


class Labelled:
    labels: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)


class LoginForm(Labelled, account.LoginForm):
    labels = {"login": ADDRESS}


class ResetPasswordForm(Labelled, account.ResetPasswordForm):
    labels = {"email": ADDRESS}


class ResetPasswordKeyForm(Labelled, account.ResetPasswordKeyForm):
    labels = {"password1": "Nouveau mot de passe", "password2": "Le même, encore une fois"}


class ChangePasswordForm(Labelled, account.ChangePasswordForm):
    labels = {
        "oldpassword": "Mot de passe actuel",
        "password1": "Nouveau mot de passe",
        "password2": "Le même, encore une fois",
    }


class ReauthenticateForm(Labelled, account.ReauthenticateForm):
    labels = {"password": "Mot de passe"}


class CodeForm(Labelled, mfa.AuthenticateForm):
    labels = {"code": "Code"}


class CodeAgainForm(Labelled, mfa.ReauthenticateForm):
    labels = {"code": "Code"}


class ActivateTOTPForm(Labelled, totp.ActivateTOTPForm):
    labels = {"code": "Code montré par l’application"}
