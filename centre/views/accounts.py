"""Accounts: who they belong to, what they may do, and the link by which an owner sets a password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from centre.access import WRITING, Right, Role, needs
from centre.forms.accounts import AccountForm
from centre.models import User
from centre.operations import leave_trace, open_account

ACCOUNTS_A_PAGE = 50


@needs(Right.MANAGE_ACCOUNTS)
def accounts(request):
    users = User.objects.prefetch_related("role_set", "sectors")
    page = Paginator(users, ACCOUNTS_A_PAGE).get_page(request.GET.get("page"))
    rows = [{"account": user, "roles": role_labels(user), "waits": waits(user, by=request.user)} for user in page]
    return render(request, "centre/accounts.html", {"page": page, "rows": rows})


def role_labels(user: User) -> list[str]:
    held = {user_role.role for user_role in user.role_set.all()}
    return [role.label for role in Role if role in held]


def waits(user: User, *, by: User) -> bool:
    """Whether `by` may hand a first link to this account: a director's would make them one."""
    is_director = Role.DIRECTOR in {user_role.role for user_role in user.role_set.all()}
    return not user.has_usable_password() and (by.has_role(Role.DIRECTOR) or not is_director)


@needs(Right.MANAGE_ACCOUNTS, methods=WRITING)
def new_account(request):
    form = AccountForm(request.POST or None, by=request.user)
    if not form.is_valid():
        return render(request, "centre/new_account.html", {"form": form}, status=422 if form.is_bound else 200)
    return hand_over(request, open_account(**form.cleaned_data, by=request.user))


@needs(Right.MANAGE_ACCOUNTS, methods=("POST",))
def new_password_link(request, pk):
    """For an account that was never used: a link into a living one would be a way to take it over."""
    user = get_object_or_404(User, pk=pk)
    if not waits(user, by=request.user):
        raise Http404
    leave_trace(by=request.user, action="password_link_made", record=user)
    return hand_over(request, user)


def hand_over(request, user: User):
    # In the session and not in an address: nobody finds it in a history or a log.
    request.session["password_link"] = {"name": str(user), "path": password_path(user)}
    return redirect("password_link")


@needs(Right.MANAGE_ACCOUNTS)
@never_cache
def password_link(request):
    link = request.session.get("password_link")
    if not link:
        raise Http404
    url = request.build_absolute_uri(link["path"])
    return render(request, "centre/password_link.html", {"name": link["name"], "url": url})


def password_path(user: User) -> str:
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
