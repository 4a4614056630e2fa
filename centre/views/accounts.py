"""Accounts: who they belong to, what they may do, and the link by which an owner sets a password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from centre.access import WRITING, Right, Role, awaits_confirmation, needs
from centre.forms.accounts import AccountForm, NewAccountForm
from centre.models import User
from centre.operations import LastDirector, change_account, confirm_roles, leave_trace, open_account

ACCOUNTS_A_PAGE = 50


@needs(Right.MANAGE_ACCOUNTS)
def accounts(request):
    users = User.objects.prefetch_related("role_set", "sectors")
    page = Paginator(users, ACCOUNTS_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        {
            "account": user,
            "roles": role_labels(user, is_confirmed=True),
            "waiting": role_labels(user, is_confirmed=False),
            "is_changeable": is_changeable(user, by=request.user),
            "waits": waits(user, by=request.user),
        }
        for user in page
    ]
    return render(request, "centre/accounts.html", {"page": page, "rows": rows})


def roles_held(user: User, *, is_confirmed: bool) -> set[str]:
    """From the rows already read: the list asks for all of them at once."""
    return {held.role for held in user.role_set.all() if held.is_confirmed == is_confirmed}


def role_labels(user: User, *, is_confirmed: bool) -> list[str]:
    held = roles_held(user, is_confirmed=is_confirmed)
    return [role.label for role in Role if role in held]


def is_changeable(user: User, *, by: User) -> bool:
    """A director's account is for directors to change."""
    return by.has_role(Role.DIRECTOR) or Role.DIRECTOR not in roles_held(user, is_confirmed=True)


def waits(user: User, *, by: User) -> bool:
    """Whether `by` may hand a first link to this account: it would make them whoever the account is."""
    opens_files = any(map(awaits_confirmation, roles_held(user, is_confirmed=True)))
    return not user.has_usable_password() and (by.has_role(Role.DIRECTOR) or not opens_files)


@needs(Right.MANAGE_ACCOUNTS, methods=WRITING)
def new_account(request):
    form = NewAccountForm(request.POST or None, by=request.user)
    if not form.is_valid():
        return render(request, "centre/new_account.html", {"form": form}, status=422 if form.is_bound else 200)
    return hand_over(request, open_account(**form.cleaned_data, by=request.user))


@needs(Right.MANAGE_ACCOUNTS, methods=WRITING)
def account(request, pk):
    user = get_object_or_404(User.objects.prefetch_related("role_set", "sectors"), pk=pk)
    if not is_changeable(user, by=request.user):
        raise Http404
    form = AccountForm(request.POST if request.method == "POST" else None, by=request.user, initial=said_of(user))
    if form.is_valid() and changed(form, user, by=request.user):
        messages.success(request, f"Le compte de {user} est à jour.")
        return redirect("accounts")
    return render(request, "centre/account.html", {"form": form, "account": user}, status=422 if form.is_bound else 200)


def said_of(user: User) -> dict:
    return {
        "roles": [held.role for held in user.role_set.all()],
        "sectors": user.sectors.all(),
        "is_active": user.is_active,
    }


def changed(form: AccountForm, user: User, *, by: User) -> bool:
    try:
        change_account(user=user, by=by, **{"sectors": (), **form.cleaned_data})
    except LastDirector:
        field = "roles" if form.cleaned_data["is_active"] else "is_active"
        form.add_error(
            field, "C’est le dernier compte de la direction\u00a0: donnez d’abord ce rôle à quelqu’un d’autre."
        )
    return not form.errors


@needs(Right.CONFIRM_ROLES, methods=("POST",))
def confirm_account(request, pk):
    """A new account's owner takes its first link from the director's hand."""
    user = confirm_roles(user=get_object_or_404(User, pk=pk), by=request.user)
    if not user.has_usable_password():
        return hand_over(request, user)
    messages.success(request, f"Les rôles de {user} sont confirmés.")
    return redirect("accounts")


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
