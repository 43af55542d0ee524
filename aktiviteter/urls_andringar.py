"""Addresses of what has changed since the last plan, and of the appendices."""

from django.urls import path

from aktiviteter.views import andringar, bilagor

PLAN = "planer/<slug:namnd>/<int:ar>"

urlpatterns = [
    path(f"{PLAN}/andringar/", andringar.andringarna, name="plan_andringar"),
    path(f"{PLAN}/bilagor/", bilagor.bilagor, name="plan_bilagor"),
]
