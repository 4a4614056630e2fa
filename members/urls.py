from django.urls import path

from members.views import care, households, memberships, people

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/<str:key>/complete/", people.complete, name="complete_person"),
    path("people/<str:key>/care/", care.care, name="care"),
    path("households/", households.households, name="households"),
    path("households/<str:key>/", households.household, name="household"),
    path("households/<str:key>/situations/", households.situations, name="situations"),
    path("memberships/", memberships.memberships, name="memberships"),
]
