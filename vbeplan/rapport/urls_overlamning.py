"""Addresses of the pack for the next coordinator."""

from django.urls import path

from vbeplan.rapport.overlamning import vyer

PLAN = "planer/<slug:namnd>/<int:ar>"

urlpatterns = [
    path(f"{PLAN}/overlamning/", vyer.visa, name="plan_overlamning"),
    path(f"{PLAN}/overlamning.pdf", vyer.som_pdf, name="plan_overlamning_pdf"),
]
