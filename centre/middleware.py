"""A route says who may use it, or nobody may."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers

from centre.keeping import say_whose
from centre.models import User

# allauth's pages carry no right of ours: these are the ones in use, the others do not exist here.
SIGN_IN_PAGES = frozenset(
    {
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "mfa_authenticate",
    }
)
OWN_ACCOUNT_PAGES = frozenset(
    {
        "account_change_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
    }
)


class DenyByDefault:
    """Stands after the sign-in check, so that a visitor is sent to sign in before anything else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if hasattr(view, "right") or hasattr(view, "is_open_to_all"):
            return None
        if is_allauths(view):
            if request.resolver_match.url_name in SIGN_IN_PAGES | OWN_ACCOUNT_PAGES:
                return None
            raise Http404
        raise PermissionDenied


def is_allauths(view) -> bool:
    return view.__module__.startswith("allauth.")


class FirstVisit:
    """An empty house sends its first visitor to /bienvenue/, where the centre and its director are made."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/accounts/login/" and request.method == "GET" and not User.objects.exists():
            return redirect("welcome")
        return self.get_response(request)


class NothingKept:
    """The machine at the front desk is shared: after signing out, « Back » shows no page of the house again, and what
    a device keeps for hours without network goes away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not response.has_header("Cache-Control") and request.user.is_authenticated:
            add_never_cache_headers(response)
        return say_whose(response, request.user)
