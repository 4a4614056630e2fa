from django.urls import path

from activities.views import activities, agenda, person, sessions, supports, today

urlpatterns = [
    path("today/", today.today, name="today"),
    path("activities/", activities.activities, name="activities"),
    path("sessions/", agenda.agenda, name="agenda"),
    path("sessions/<str:key>/", sessions.session, name="session"),
    path("people/<str:key>/", person.person, name="person"),
    path("people/<str:key>/supports/", supports.supports, name="supports"),
]
