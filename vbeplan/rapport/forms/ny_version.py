"""Why a decided plan is opened again, or its new version laid down."""

from django import forms

from vbeplan.tema.formular import RenText


class NyVersionForm(RenText, forms.Form):
    skal = forms.CharField(
        label="Varför behövs en ny version?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Till exempel: kommunstyrelsen godkände inte planen. Skälet står "
        "kvar under Planens gång.",
    )


class NedlaggningForm(RenText, forms.Form):
    skal = forms.CharField(
        label="Varför läggs den ner?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skälet står kvar under Planens gång.",
    )
