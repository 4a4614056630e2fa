from importlib.util import find_spec

from django.urls import include, path

from centre.views import accounts, audit, house, welcome

urlpatterns = [
    path("", house.home, name="home"),
    path("bienvenue/", welcome.welcome, name="welcome"),
    path("sectors.css", house.sectors_css, name="sectors_css"),
    path("roles/", house.roles, name="roles"),
    path("users/", accounts.accounts, name="accounts"),
    path("users/new/", accounts.new_account, name="new_account"),
    path("users/password-link/", accounts.password_link, name="password_link"),
    path("audit/", audit.audit, name="audit"),
    path("accounts/", include("allauth.urls")),
]
for urls in ("members.urls", "activities.urls", "reporting.urls"):
    if find_spec(urls):
        urlpatterns.append(path("", include(urls)))
