"""Addresses of what is decided: the deciding, the edition, and the open pages."""

from django.urls import path

from vbeplan.rapport.vyer import aldre, beslut, oppet, publicering

PLAN = "planer/<slug:namnd>/<int:ar>"

urlpatterns = [
    path(f"{PLAN}/beslut/", beslut.registrera, name="plan_besluta"),
    path(f"{PLAN}/i-efterhand/", aldre.registrera, name="plan_aldre"),
    path(f"{PLAN}/utgava/", beslut.visa, name="plan_utgava"),
    path(f"{PLAN}/publicera/", publicering.publicera, name="plan_publicera"),
    path("oppet/kontrollera/", oppet.kontroll, name="oppet_kontroll"),
    path("oppet/<slug:namnd>/", oppet.namnden, name="oppet_namnd"),
    path("oppet/<slug:namnd>/<int:ar>/plan.pdf", oppet.fil, name="oppet_pdf"),
]
