"""Addresses of the consultation: before the plans', whose boards could be «samrad»."""

from django.urls import path

from aktiviteter.views import samrad, samradsbrev, yttrande

PLAN = "planer/<slug:namnd>/<int:ar>/samrad"
EN = "planer/samrad/<int:pk>"
SYNPUNKT = "planer/yttrande/<int:pk>"

urlpatterns = [
    path(f"{EN}/", samrad.visa, name="samrad"),
    path(f"{EN}/andra/", samrad.andra, name="samrad_andra"),
    path(f"{EN}/uteblev/", samrad.uteblev, name="samrad_uteblev"),
    path(f"{EN}/ta-bort/", samrad.ta_bort, name="samrad_ta_bort"),
    path(f"{EN}/synpunkter.docx", yttrande.en_som_word, name="samrad_word"),
    path(f"{EN}/ny-synpunkt/", yttrande.ny, name="yttrande_ny"),
    path(f"{SYNPUNKT}/", yttrande.redigera, name="yttrande"),
    path(f"{SYNPUNKT}/ta-bort/", yttrande.ta_bort, name="yttrande_ta_bort"),
    path(f"{PLAN}/", samrad.lista, name="plan_samrad"),
    path(f"{PLAN}/ny/", samrad.ny, name="samrad_ny"),
    path(f"{PLAN}/fraga/", samradsbrev.fraga, name="samrad_fraga"),
    path(f"{PLAN}/paminn/", samradsbrev.paminn, name="samrad_paminn"),
    path(f"{PLAN}/synpunkter.docx", yttrande.som_word, name="plan_yttranden_word"),
]
