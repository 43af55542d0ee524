"""What was typed wrong about a sealed decision, and what the minutes really say."""

from django import forms

from aktiviteter.forms.rattelse import LIKA
from aktiviteter.models.beslut import GODKANDA
from vbeplan.rapport.forms.beslut import BeslutForm, forra_dagen

NAGON_HANN = (
    "Någon annan har just rättat uppgifterna. Här står de som de är nu. Kontrollera "
    "dem mot protokollet."
)
EFTER_KS = "Dagen är efter kommunstyrelsens beslut {dag}. Kontrollera årtalet."


class RattelseForm(BeslutForm):
    """The facts as they hold; `sedd` is how many corrections had been made."""

    sett = None
    sedd = forms.IntegerField(widget=forms.HiddenInput)
    skal = forms.CharField(
        label="Varför rättas uppgifterna?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Till exempel: fel paragraf skrevs av ur protokollet. Skälet visas "
        "för alla som ser utgåvan, också på den öppna sidan.",
    )

    def __init__(self, data=None, *, utgava):
        super().__init__(data, plan=utgava.plan, sett="")
        self.utgava = utgava
        self.forra_dagen = forra_dagen(utgava.plan, utgava.omgang)
        galler = utgava.gallande
        self.initial = {falt: getattr(galler, falt) for falt in self.Meta.fields}
        self.initial["sedd"] = len(utgava.rattelserna)
        self.fields["paragraf"].required = bool(utgava.paragraf)
        self.fields["dag"].help_text = "Den dag då sammanträdet var."
        self.order_fields([*self.Meta.fields, "skal"])

    def clean_dag(self):
        dag = super().clean_dag()
        besluten = self.utgava.plan.besluten.gallande().filter(utfall__in=GODKANDA)
        ks = besluten.filter(omgang=self.utgava.omgang).first()
        if ks and dag > ks.dag:
            raise forms.ValidationError(EFTER_KS.format(dag=ks.dag))
        return dag

    def clean(self):
        data = super().clean()
        if not self.errors and not self.utgava.gallande.skillnad(self.uppgifter):
            raise forms.ValidationError(LIKA)
        return data

    def visa_nytt(self, utgava):
        """Let what is typed be pressed once more, beside the facts as they are now."""
        self.data = self.data.copy()
        self.data["sedd"] = len(utgava.rattelserna)
        self.add_error(None, NAGON_HANN)
