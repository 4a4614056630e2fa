"""Who came in and who was refused, in the audit trail: never the address nor the password that was typed."""

from allauth.account.signals import user_logged_in
from allauth.mfa.signals import authentication_failed
from django.dispatch import receiver

from centre.models import User
from centre.operations import leave_trace


@receiver(user_logged_in)
def trace_sign_in(user: User, **kwargs):
    leave_trace(by=user, action="signed_in")


@receiver(authentication_failed)
def trace_refused_code(user: User, **kwargs):
    leave_trace(by=None, action="code_refused", record=user)


def trace_refused_password(email: str):
    """Of an address that no account bears, only that it happened."""
    leave_trace(by=None, action="sign_in_refused", record=User.objects.filter(email__iexact=email).first())
