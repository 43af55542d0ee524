"""Addresses of roles, boards and users."""

from django.urls import path

from vbeplan.organisation.views import brev, forvaltning, roller, spar

urlpatterns = [
    path("", forvaltning.organisation, name="organisation"),
    path("kommun/", forvaltning.kommun, name="kommun"),
    path("namnder/ny/", forvaltning.namnd_ny, name="namnd_ny"),
    path("namnder/<slug:kort>/", forvaltning.namnd, name="namnd"),
    path("anvandare/ny/", forvaltning.anvandare_ny, name="anvandare_ny"),
    path("anvandare/<int:pk>/", forvaltning.anvandare, name="anvandare"),
    path("brev/", brev.brevlada, name="brevlada"),
    path("brev/<uuid:pk>/", brev.brevet, name="brevlada_brev"),
    path("spar/", spar.spar, name="spar"),
    path("roller/ny/", roller.ny, name="roll_ny"),
    path("roller/<int:pk>/", roller.redigera, name="roll_redigera"),
    path("roller/<int:pk>/ta-bort/", roller.ta_bort, name="roll_ta_bort"),
]
