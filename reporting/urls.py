from django.urls import path

from reporting.views import activity, dashboard, figures, reports

urlpatterns = [
    path("activities/<slug:slug>/", activity.activity, name="activity"),
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path("figures/", figures.indicators, name="figures"),
    path("figures/<slug:measure>/", figures.figure, name="figure"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<int:year>/", reports.report, name="report"),
    path("reports/<int:year>/build/", reports.build, name="build"),
    path("reports/<int:year>/builds/<int:pk>/", reports.build_progress, name="build_progress"),
    path("reports/<int:year>/pdf/", reports.pdf, name="report_pdf"),
]
