"""How allauth opens accounts: it does not, an administrator does. A refused password leaves a trace.
How each request knows who asks."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import F, FilteredRelation, Q

from centre.models import User
from centre.sign_ins import trace_refused_password


class ClosedAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def authentication_failed(self, request, **credentials):
        trace_refused_password(credentials.get("email", ""))


class AccountsWithRoles(AuthenticationBackend):
    def get_user(self, user_id) -> User | None:
        """With the roles in force at this moment: each request asks for both, in one statement."""
        in_force = FilteredRelation("role_set", condition=Q(role_set__is_confirmed=True))
        found = User.objects.filter(pk=user_id).annotate(in_force=in_force, role_in_force=F("in_force__role"))
        users = list(found)
        if not users or not self.user_can_authenticate(users[0]):
            return None
        user = users[0]
        user.roles = frozenset(each.role_in_force for each in users if each.role_in_force)
        return user
