"""Begins a plan with the usual chapters."""

from django.db import transaction

from aktiviteter.models import Avsnitt

STANDARDKAPITEL = (
    ("Inledning och syfte", ()),
    (
        "Ansvar och samverkan",
        (
            "Ansvar",
            "Samverkan",
            "Samverkan kring individer i risk",
            "Rutin vid oro eller händelse",
            "Blankett för avidentifierad information",
        ),
    ),
    ("Lokal lägesbild", ("Delområden", "Kartläggning", "Analys")),
    ("Förebyggande arbete", ("Tidig upptäckt", "Förebyggande aktiviteter")),
    (
        "Förhindrande arbete",
        ("Stöd till avhoppare och anhöriga", "Förhindrande aktiviteter"),
    ),
    ("Föreningsbidrag och upplåtande av lokaler", ()),
    ("Kompetenshöjande insatser", ()),
    ("Uppföljning", ()),
)


@transaction.atomic
def borja_med_standardkapitel(plan):
    """Give an empty plan the chapters that a board's plan has, in their order."""
    for i, (rubrik, delar) in enumerate(STANDARDKAPITEL):
        kapitel = Avsnitt.objects.create(
            plan=plan, rubrik=rubrik, ordning=i, text_ar=plan.ar
        )
        Avsnitt.objects.bulk_create(
            Avsnitt(
                plan=plan, overordnat=kapitel, rubrik=del_, ordning=j, text_ar=plan.ar
            )
            for j, del_ in enumerate(delar)
        )
