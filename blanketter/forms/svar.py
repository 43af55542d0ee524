"""The writer's answer to the coordinator's question."""

from django import forms

from blanketter.forms.vaktad import Fritext, VaktadForm
from blanketter.models.meddelande import MINSTA_SVAR, STORSTA_SVAR


class SvarForm(VaktadForm):
    text = Fritext(
        label="Ditt svar",
        min_length=MINSTA_SVAR,
        max_length=STORSTA_SVAR,
        help_text="Skriv om händelsen och platsens slag, inte om personer. Skriv inte "
        "vem du är.",
        widget=forms.Textarea(
            attrs={"rows": 6, "autocomplete": "off", "class": "form-control"}
        ),
        error_messages={
            "required": "Skriv ditt svar.",
            "min_length": "Skriv ditt svar, minst %(limit_value)d tecken.",
            "max_length": "Svaret är %(show_value)s tecken. Korta det till högst "
            "%(limit_value)s tecken.",
        },
    )
