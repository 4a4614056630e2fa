from django.urls import path

from activities.views import (
    activities,
    agenda,
    matching,
    month,
    operations,
    person,
    roll,
    roll_paper,
    sessions,
    supports,
    today,
)

urlpatterns = [
    path("today/", today.today, name="today"),
    path("activities/", activities.activities, name="activities"),
    path("activities/<slug:slug>/month/", month.month, name="month"),
    path("activities/<slug:slug>/month/marks/", month.month_mark, name="month_mark"),
    path("sessions/", agenda.agenda, name="agenda"),
    path("sessions/<str:key>/", sessions.session, name="session"),
    path("sessions/<str:key>/roll/", roll.roll, name="roll"),
    path("sessions/<str:key>/roll/operations/", operations.operations, name="roll_operations"),
    path("sessions/<str:key>/roll/walk-ins/", roll.walk_ins, name="walk_ins"),
    path("sessions/<str:key>/roll/people/<str:person>/", roll.roll_person, name="roll_person"),
    path("sessions/<str:key>/roll/session/", roll.roll_session, name="roll_session"),
    path("sessions/<str:key>/roll/history/", roll.roll_history, name="roll_history"),
    path("sessions/<str:key>/roll/print/", roll_paper.roll_print, name="roll_print"),
    path("sessions/<str:key>/roll/present/", roll_paper.roll_present, name="roll_present"),
    path("people/<str:key>/", person.person, name="person"),
    path("people/<str:key>/match/", matching.candidates, name="match_candidates"),
    path("people/<str:key>/match/<str:other>/", matching.match, name="match"),
    path("people/<str:key>/supports/", supports.supports, name="supports"),
]
