"""Addresses of the enkät's way out: the open page, the register, opening and sending.

Everything under /enkat/ is open to whoever comes, and forgets her (minnesloshet.py).
"""

from django.urls import path

from lagesbild.views import enkat, enkatsida, enkatutskick, respondenter

REGISTRET = "lagesbild/respondenter"
ENKATER = "lagesbild/enkat"
EN = f"{ENKATER}/<int:pk>"

urlpatterns = [
    path("enkat/oppen/<slug:nyckel>/", enkatsida.oppen, name="enkat_oppen"),
    path("enkat/<slug:nyckel>/", enkatsida.svara, name="enkat_svara"),
    path(f"{REGISTRET}/", respondenter.respondenter, name="respondenter"),
    path(f"{REGISTRET}/<int:pk>/", respondenter.respondent, name="respondent"),
    path(
        f"{REGISTRET}/<int:pk>/avsluta/",
        respondenter.avsluta,
        name="respondent_avsluta",
    ),
    path(f"{REGISTRET}/<slug:namnd>/ny/", respondenter.ny, name="respondenter_ny"),
    path(
        f"{REGISTRET}/<slug:namnd>/ta-in/",
        respondenter.ta_in,
        name="respondenter_ta_in",
    ),
    path(
        f"{REGISTRET}/<slug:namnd>/hamta/",
        respondenter.hamta,
        name="respondenter_hamta",
    ),
    path(f"{ENKATER}/", enkat.enkater, name="enkater"),
    path(f"{ENKATER}/ny/<slug:namnd>/<int:ar>/", enkat.ny, name="enkater_ny"),
    path(f"{ENKATER}/inbjudan/<uuid:pk>/", enkatutskick.lank, name="inbjudan"),
    path(f"{EN}/", enkat.enkat, name="enkat"),
    path(f"{EN}/redigera/", enkat.redigera, name="enkat_redigera"),
    path(f"{EN}/brev/", enkat.brev, name="enkat_brev"),
    path(f"{EN}/prov/", enkat.prov, name="enkat_prov"),
    path(f"{EN}/oppna/", enkat.oppna, name="enkat_oppna"),
    path(f"{EN}/stang/", enkat.stang, name="enkat_stang"),
    path(f"{EN}/oppna-igen/", enkat.ateroppna, name="enkat_oppna_igen"),
    path(f"{EN}/ta-bort/", enkat.ta_bort, name="enkat_ta_bort"),
    path(f"{EN}/skicka/", enkatutskick.skicka, name="enkat_skicka"),
    path(f"{EN}/paminn/", enkatutskick.paminn, name="enkat_paminn"),
    path(f"{EN}/bjud-in/", enkatutskick.bjud_in, name="enkat_bjud_in"),
    path(f"{EN}/lankar/", enkatutskick.lankar, name="enkat_lankar"),
    path(f"{EN}/affisch/", enkatutskick.affisch, name="enkat_affisch"),
]
