"""Addresses of a plan's way to its decision."""

from django.urls import path

from aktiviteter.views import gang, rattelse

PLAN = "planer/<slug:namnd>/<int:ar>/gang"

urlpatterns = [
    path(f"{PLAN}/", gang.gang, name="plan_gang"),
    path(f"{PLAN}/samrad/", gang.pa_samrad, name="plan_pa_samrad"),
    path(f"{PLAN}/till-namnd/", gang.till_namnd, name="plan_till_namnd"),
    path(f"{PLAN}/tillbaka/", gang.tillbaka, name="plan_tillbaka"),
    path(f"{PLAN}/ks/", gang.ks, name="plan_ks"),
    path(f"{PLAN}/beslut/<int:pk>/ratta/", rattelse.beslut, name="beslut_ratta"),
    path(f"{PLAN}/villkor/<int:pk>/", gang.villkor, name="plan_villkor"),
]
