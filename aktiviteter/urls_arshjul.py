"""Addresses of the year wheel: the city's template, a plan's days, the open feed."""

from django.urls import path

from aktiviteter.views import aret, arshjul, arshjulskalender, arshjulsmall

MALL = "planer/arshjul"
HJUL = "planer/<slug:namnd>/<int:ar>/arshjul"
DAG = f"{HJUL}/<slug:nyckel>"

urlpatterns = [
    path("arshjul/", aret.arshjulen, name="arshjulen"),
    path(f"{MALL}/", arshjulsmall.mallen, name="arshjulsmall"),
    path(f"{MALL}/ny/", arshjulsmall.ny, name="arshjulsmall_ny"),
    path(f"{MALL}/<int:pk>/", arshjulsmall.punkt, name="arshjulsmall_punkt"),
    path(
        f"{MALL}/<int:pk>/ta-bort/", arshjulsmall.ta_bort, name="arshjulsmall_ta_bort"
    ),
    path(f"{HJUL}/", arshjul.arshjul, name="plan_arshjul"),
    path(f"{HJUL}/sammantrade/", arshjul.mote, name="plan_arshjul_mote"),
    path(f"{HJUL}/ny/", arshjul.ny, name="plan_arshjul_ny"),
    path(f"{HJUL}/kalender/", arshjulskalender.lank, name="plan_arshjul_lank"),
    path(f"{DAG}/", arshjul.dag, name="plan_arshjul_dag"),
    path(f"{DAG}/klar/", arshjul.klar, name="plan_arshjul_klar"),
    path(f"{DAG}/ta-bort/", arshjul.ta_bort, name="plan_arshjul_ta_bort"),
    path(
        "kalender/<slug:nyckel>.ics", arshjulskalender.kalender, name="arshjul_kalender"
    ),
]
