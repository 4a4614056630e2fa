from django.urls import include, path

from centre.views import accounts, audit, device, house, welcome

urlpatterns = [
    path("", house.home, name="home"),
    path("bienvenue/", welcome.welcome, name="welcome"),
    path("service-worker.js", device.service_worker, name="service_worker"),
    path("offline/", device.offline, name="offline"),
    path("sectors.css", house.sectors_css, name="sectors_css"),
    path("roles/", house.roles, name="roles"),
    path("users/", accounts.accounts, name="accounts"),
    path("users/new/", accounts.new_account, name="new_account"),
    path("users/<int:pk>/", accounts.account, name="account"),
    path("users/<int:pk>/confirm/", accounts.confirm_account, name="confirm_account"),
    path("users/<int:pk>/password-link/", accounts.new_password_link, name="new_password_link"),
    path("users/password-link/", accounts.password_link, name="password_link"),
    path("audit/", audit.audit, name="audit"),
    path("accounts/", include("allauth.urls")),
    path("", include("members.urls")),
    path("", include("activities.urls")),
    path("", include("reporting.urls")),
]
