"""Addresses of follow-up.

Everything under /rapport/ is open to who has a role's link, and forgets her
(blanketter/minnesloshet.py): nothing is kept but what she reports, and for which role.
"""

from django.urls import path

from aktiviteter.views import (
    aret,
    rapportera,
    rapportlank,
    uppfoljning,
    uppfoljningsbrev,
    uppfoljningsrapport,
)

PLAN = "planer/<slug:namnd>/<int:ar>/uppfoljning"
ETT = "uppfoljning/<int:pk>"

urlpatterns = [
    path("rapport/<slug:nyckel>/", rapportlank.rader, name="rapportlank"),
    path(
        "rapport/<slug:nyckel>/<int:nummer>/", rapportlank.rad, name="rapportlank_rad"
    ),
    path(f"{PLAN}/", uppfoljning.oversikt, name="plan_uppfoljning"),
    path(f"{PLAN}/nytt/", uppfoljning.ny, name="tillfalle_nytt"),
    path(f"{PLAN}/aren/", uppfoljningsrapport.aren, name="plan_uppfoljning_aren"),
    path("uppfoljning/", aret.uppfoljningar, name="uppfoljningar"),
    path("uppfoljning/mina/", rapportera.mina, name="mina_rapporter"),
    path(f"{ETT}/", uppfoljning.tillfalle, name="tillfalle"),
    path(f"{ETT}/stang/", uppfoljning.stang, name="tillfalle_stang"),
    path(f"{ETT}/oppna/", uppfoljning.oppna_igen, name="tillfalle_oppna"),
    path(f"{ETT}/dag/", uppfoljning.dag, name="tillfalle_dag"),
    path(f"{ETT}/lankar/", uppfoljningsbrev.lankar, name="tillfalle_lankar"),
    path(f"{ETT}/paminn/", uppfoljningsbrev.paminn, name="tillfalle_paminn"),
    path(f"{ETT}/ny-lank/", uppfoljning.ny_lank, name="tillfalle_ny_lank"),
    path(f"{ETT}/rapport/", uppfoljningsrapport.visa, name="tillfalle_rapport"),
    path(
        f"{ETT}/rapport.docx",
        uppfoljningsrapport.som_word,
        name="tillfalle_word",
    ),
    path(f"{ETT}/<int:nummer>/", rapportera.rad, name="uppfoljning_rad"),
]
