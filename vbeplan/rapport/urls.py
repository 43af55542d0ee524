"""Addresses of what is set as a document, and of what is decided."""

from django.urls import path

from vbeplan.rapport.views import (
    aldre,
    beslut,
    blankett,
    ny_version,
    oppet,
    overlamning,
    plan,
    publicering,
    rattelse,
    sammanfattning,
    uppfoljning,
)

PLAN = "planer/<slug:namnd>/<int:ar>"

urlpatterns = [
    path(f"{PLAN}/forhandsvisning/", plan.forhandsvisning, name="plan_forhandsvisning"),
    path(f"{PLAN}/forhandsvisning.css", plan.farger, name="plan_farger"),
    path(f"{PLAN}/plan.pdf", plan.som_pdf, name="plan_pdf"),
    path(f"{PLAN}/sammanfattning/", sammanfattning.visa, name="plan_sammanfattning"),
    path(
        f"{PLAN}/sammanfattning.pdf",
        sammanfattning.som_pdf,
        name="plan_sammanfattning_pdf",
    ),
    path(f"{PLAN}/beslut/", beslut.registrera, name="plan_besluta"),
    path(f"{PLAN}/i-efterhand/", aldre.registrera, name="plan_aldre"),
    path(f"{PLAN}/utgava/", beslut.visa, name="plan_utgava"),
    path(f"{PLAN}/utgava/<int:nummer>.pdf", beslut.fil, name="plan_utgava_pdf"),
    path(f"{PLAN}/utgava/<int:nummer>/ratta/", rattelse.rattelse, name="utgava_ratta"),
    path(f"{PLAN}/ny-version/", ny_version.borja, name="plan_ny_version"),
    path(f"{PLAN}/ny-version/lagg-ner/", ny_version.lagg_ned, name="plan_lagg_ner"),
    path(f"{PLAN}/publicera/", publicering.publicera, name="plan_publicera"),
    path("oppet/kontrollera/", oppet.kontroll, name="oppet_kontroll"),
    path("oppet/<slug:namnd>/", oppet.namnden, name="oppet_namnd"),
    path("oppet/<slug:namnd>/<int:ar>/plan.pdf", oppet.fil, name="oppet_pdf"),
    path(
        "oppet/<slug:namnd>/utgava/<int:nummer>.pdf",
        oppet.aldre_fil,
        name="oppet_utgava_pdf",
    ),
    path(f"{PLAN}/overlamning/", overlamning.visa, name="plan_overlamning"),
    path(f"{PLAN}/overlamning.pdf", overlamning.som_pdf, name="plan_overlamning_pdf"),
    path("uppfoljning/<int:pk>/rapport.pdf", uppfoljning.som_pdf, name="tillfalle_pdf"),
    path("oro/<slug:namnd>/anslag.pdf", blankett.anslag, name="rutin_anslag"),
    path("blanketter/<uuid:pk>/utlamna/", blankett.utlamna, name="utlamna"),
    path("blanketter/<uuid:pk>/utlamna.pdf", blankett.utlamna_pdf, name="utlamna_pdf"),
]
