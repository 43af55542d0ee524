"""Addresses of the plan."""

from django.urls import include, path, register_converter

from aktiviteter.views import (
    aktivitet,
    avsnitt,
    behov,
    granskning,
    historik,
    inlasning,
    kalkyl,
    lagesbild,
    ordna,
    planer,
    roller,
    skrivhjalp,
    sok,
    tillbaka,
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
    path("planer/sok/", sok.sok, name="sok"),
    path("planer/aktiviteter/", sok.aktiviteter, name="aktiviteter"),
    path("planer/aktiviteter.xlsx", kalkyl.filtrerade, name="aktiviteter_kalkyl"),
    path("planer/laget/", planer.laget, name="laget"),
    # What hangs on a role is the plan's matter; who holds it is organisation's.
    path("organisation/roller/", roller.roller, name="roller"),
    path(
        "organisation/roller/<int:pk>/sla-samman/",
        roller.sla_samman,
        name="roll_sla_samman",
    ),
    path("planer/ny/", planer.ny, name="plan_ny"),
    path("planer/importera/", inlasning.valj_fil, name="plan_importera"),
    path("planer/importera/<uuid:pk>/", inlasning.granska, name="plan_granska_import"),
    path("planer/arbetsbok/<uuid:pk>/", kalkyl.granska, name="kalkyl_granska"),
    path("", include("aktiviteter.urls_samrad")),
    path("", include("aktiviteter.urls_arshjul")),
    path("", include("aktiviteter.urls_uppfoljning")),
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
        "planer/kapitel/<int:pk>/versioner/", historik.avsnitt, name="avsnitt_historik"
    ),
    path(
        "planer/aktivitet/<int:pk>/versioner/",
        historik.aktivitet,
        name="aktivitet_historik",
    ),
    path("planer/andring/<int:pk>/", tillbaka.visa, name="andring"),
    path("planer/andring/<int:pk>/angra/", tillbaka.angra, name="andring_angra"),
    path(
        "planer/version/<int:pk>/aterstall/",
        tillbaka.aterstall,
        name="version_aterstall",
    ),
    path(f"{PLAN}/historik/", historik.logg, name="plan_historik"),
    path(f"{PLAN}/historik/borttaget/", historik.borttaget, name="plan_borttaget"),
    path(
        f"{PLAN}/historik/framsidan/", historik.framsida, name="plan_framsida_historik"
    ),
    path(f"{PLAN}/jamfor/", historik.jamfor, name="plan_jamfor"),
    path(f"{PLAN}/", planer.visa, name="plan"),
    path(f"{PLAN}/iakttagelser/", behov.behoven, name="plan_iakttagelser"),
    path(f"{PLAN}/iakttagelser/<int:pk>/", behov.besvara, name="plan_iakttagelse"),
    path(f"{PLAN}/redigera/", planer.redigera, name="plan_redigera"),
    path(f"{PLAN}/ta-bort/", planer.ta_bort, name="plan_ta_bort"),
    path(f"{PLAN}/dela/", planer.dela, name="plan_dela"),
    path(
        f"{PLAN}/granskning/<slug:nyckel>/",
        granskning.avfarda,
        name="anmarkning_avfarda",
    ),
    path(
        f"{PLAN}/granskning/<slug:nyckel>/angra/",
        granskning.angra,
        name="anmarkning_angra",
    ),
    path(f"{PLAN}/aktiviteter.xlsx", kalkyl.som_kalkyl, name="plan_kalkyl"),
    path(f"{PLAN}/arbetsbok/", kalkyl.valj_fil, name="kalkyl_ta_in"),
    path(f"{PLAN}/plan.json", planer.som_json, name="plan_json"),
    path(f"{PLAN}/plan.docx", planer.som_word, name="plan_word"),
    path(f"{PLAN}/rollforslag/", skrivhjalp.roller, name="plan_rollforslag"),
    path(f"{PLAN}/nytt-kapitel/", avsnitt.ny, name="avsnitt_nytt"),
    path(f"{PLAN}/ordna/", ordna.ordna, name="plan_ordna"),
    path(f"{PLAN}/lagesbild/", lagesbild.lagg_in, name="plan_lagesbild"),
    path("", include("aktiviteter.urls_gang")),
    path("", include("aktiviteter.urls_revidering")),
    path("", include("aktiviteter.urls_andringar")),
]
