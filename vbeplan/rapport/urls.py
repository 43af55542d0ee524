"""Addresses of what is set as a document."""

from django.urls import path

from vbeplan.rapport import (
    sammanfattning,
    uppfoljning,
    urls_overlamning,
    urls_utgava,
    views,
)

PLAN = "planer/<slug:namnd>/<int:ar>"

urlpatterns = [
    *urls_utgava.urlpatterns,
    *urls_overlamning.urlpatterns,
    path(
        f"{PLAN}/forhandsvisning/", views.forhandsvisning, name="plan_forhandsvisning"
    ),
    path(f"{PLAN}/forhandsvisning.css", views.farger, name="plan_farger"),
    path(f"{PLAN}/sammanfattning/", sammanfattning.visa, name="plan_sammanfattning"),
    path(
        f"{PLAN}/sammanfattning.pdf",
        sammanfattning.som_pdf,
        name="plan_sammanfattning_pdf",
    ),
    path(f"{PLAN}/plan.pdf", views.som_pdf, name="plan_pdf"),
    path("uppfoljning/<int:pk>/rapport.pdf", uppfoljning.som_pdf, name="tillfalle_pdf"),
    path("oro/<slug:namnd>/anslag.pdf", views.anslag, name="rutin_anslag"),
    path("blanketter/<uuid:pk>/utlamna/", views.utlamna, name="utlamna"),
    path("blanketter/<uuid:pk>/utlamna.pdf", views.utlamna_pdf, name="utlamna_pdf"),
]
