"""How allauth opens accounts: it does not, an administrator does. A refused password leaves a trace."""

from allauth.account.adapter import DefaultAccountAdapter

from centre.sign_ins import trace_refused_password


class ClosedAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def authentication_failed(self, request, **credentials):
        trace_refused_password(credentials.get("email", ""))
