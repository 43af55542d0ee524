"""Addresses of the plan."""

from django.urls import path, register_converter

from aktiviteter.views import (
    aktivitet,
    avsnitt,
    inlasning,
    planer,
    roller,
    skrivhjalp,
)


class VartConverter:
    """Up or down, one step."""

    regex = "upp|ner"

    def to_python(self, value):
        return value

    to_url = to_python


register_converter(VartConverter, "vart")
PLAN = "planer/<slug:namnd>/<int:ar>"

urlpatterns = [
    path("planer/", planer.planer, name="planer"),
    path("planer/laget/", planer.laget, name="laget"),
    # What hangs on a role is the plan's matter; its name and holders are organisation's.
    path("organisation/roller/", roller.roller, name="roller"),
    path(
        "organisation/roller/<int:pk>/sla-samman/",
        roller.sla_samman,
        name="roll_sla_samman",
    ),
    path("planer/ny/", planer.ny, name="plan_ny"),
    path("planer/importera/", inlasning.valj_fil, name="plan_importera"),
    path("planer/importera/<uuid:pk>/", inlasning.granska, name="plan_granska_import"),
    # Before the plans: a plan's address has a board's name where these have a word.
    path("planer/kapitel/<int:pk>/", avsnitt.redigera, name="avsnitt_redigera"),
    path("planer/kapitel/<int:pk>/ta-bort/", avsnitt.ta_bort, name="avsnitt_ta_bort"),
    path(
        "planer/kapitel/<int:pk>/flytta/<vart:vart>/",
        avsnitt.flytta,
        name="avsnitt_flytta",
    ),
    path(
        "planer/kapitel/<int:avsnitt>/ny-aktivitet/", aktivitet.ny, name="aktivitet_ny"
    ),
    path(
        "planer/kapitel/<int:avsnitt>/ny-aktivitet/tolka/",
        skrivhjalp.tolka_ny,
        name="aktivitet_ny_tolka",
    ),
    path("planer/aktivitet/<int:pk>/", aktivitet.redigera, name="aktivitet_redigera"),
    path("planer/aktivitet/<int:pk>/tolka/", skrivhjalp.tolka, name="aktivitet_tolka"),
    path(
        "planer/aktivitet/<int:pk>/ta-bort/",
        aktivitet.ta_bort,
        name="aktivitet_ta_bort",
    ),
    path(
        "planer/aktivitet/<int:pk>/flytta/<vart:vart>/",
        aktivitet.flytta,
        name="aktivitet_flytta",
    ),
    path(
        "planer/anmarkning/<int:pk>/klar/",
        planer.anmarkning_klar,
        name="anmarkning_klar",
    ),
    path(f"{PLAN}/", planer.visa, name="plan"),
    path(f"{PLAN}/redigera/", planer.redigera, name="plan_redigera"),
    path(f"{PLAN}/ta-bort/", planer.ta_bort, name="plan_ta_bort"),
    path(f"{PLAN}/dela/", planer.dela, name="plan_dela"),
    path(f"{PLAN}/plan.json", planer.som_json, name="plan_json"),
    path(f"{PLAN}/plan.docx", planer.som_word, name="plan_word"),
    path(f"{PLAN}/rollforslag/", skrivhjalp.roller, name="plan_rollforslag"),
    path(f"{PLAN}/nytt-kapitel/", avsnitt.ny, name="avsnitt_nytt"),
]
