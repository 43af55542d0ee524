"""Why a remark is wrong, in one sentence."""

from django import forms

from aktiviteter.models.avfardad import MAX_SKAL


class AvfardaForm(forms.Form):
    """The reason; what an import noted needs none."""

    skal = forms.CharField(
        label="Det här är rätt, därför att …",
        max_length=MAX_SKAL,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": MAX_SKAL}),
        help_text=f"Högst {MAX_SKAL} tecken. Andra samordnare i nämnden ser vad du "
        "skrev. Anmärkningen kommer tillbaka om orden ändras.",
        error_messages={
            "required": "Skriv varför det är rätt som det står.",
            "max_length": f"Skälet får vara högst {MAX_SKAL} tecken. Korta av det.",
        },
    )

    def __init__(self, *args, kravs=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["skal"].required = kravs

    def clean_skal(self):
        return " ".join(self.cleaned_data["skal"].split())
