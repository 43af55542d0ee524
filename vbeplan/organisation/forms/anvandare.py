"""Users and their rights."""

from django import forms

from vbeplan.organisation.models import Anvandare, Medlemskap, Namnd, Ratt, Roll
from vbeplan.organisation.models.medlemskap import TILLAGG
from vbeplan.tema.formular import RenText, TaBortRader

BARA_SAMORDNARE = (
    "Den här rätten gäller bara den som också är samordnare i samma nämnd. Ge personen "
    "den rätten på en egen rad, eller ta bort den här."
)


class AnvandareForm(RenText, forms.ModelForm):
    class Meta:
        model = Anvandare
        fields = ["namn", "epost", "is_active"]

    def clean_epost(self):
        return self.cleaned_data["epost"].lower()

    def save(self, **kwargs):
        if not self.instance.pk:
            self.instance.set_unusable_password()
        return super().save(**kwargs)


class MedlemskapForm(RenText, forms.ModelForm):
    """One right. Its roles are chosen when the board is known, after a save."""

    class Meta:
        model = Medlemskap
        fields = ["ratt", "namnd", "roller"]
        widgets = {"roller": forms.SelectMultiple(attrs={"size": 4})}

    def __init__(self, *args, namnder, roller, **kwargs):
        super().__init__(*args, **kwargs)
        egna = roller.get(self.instance.namnd_id, [])
        self.fields["ratt"].choices = [("", "Välj"), *Ratt.choices]
        self.fields["namnd"].choices = [("", "Ingen, hela kommunen"), *namnder]
        self.fields["roller"].queryset = Roll.objects.filter(
            namnd=self.instance.namnd_id
        )
        self.fields["roller"].choices = egna
        if not self.instance.namnd_id:
            del self.fields["roller"]

    def clean(self):
        data = super().clean()
        if "namnd" in self.changed_data and "roller" in self.fields:
            data["roller"] = []  # they are the old board's
        return data


class _MedlemskapFormSet(TaBortRader, forms.BaseInlineFormSet):
    """Reads boards and roles once for all rows."""

    def __init__(self, *args, **kwargs):
        rader = Medlemskap.objects.prefetch_related("roller")
        super().__init__(*args, queryset=rader, **kwargs)
        egna = Medlemskap.objects.filter(anvandare=self.instance.pk).values("namnd")
        roller = {}
        for roll in Roll.objects.i_bruk().filter(namnd__in=egna).i_ordning():
            roller.setdefault(roll.namnd_id, []).append((roll.pk, roll.namn))
        namnder = [(n.pk, n.namn) for n in Namnd.objects.i_ordning()]
        self.form_kwargs = {"namnder": namnder, "roller": roller}

    def clean(self):
        super().clean()
        sedda = set()
        for form in self.forms:
            if not form.is_valid() or form in self.deleted_forms:
                continue
            ratt = form.cleaned_data.get("ratt"), form.cleaned_data.get("namnd")
            if ratt[0] and ratt in sedda:
                form.add_error("ratt", "Personen har redan den rätten där.")
            sedda.add(ratt)
        self._krav_samordnare(sedda)

    def _krav_samordnare(self, finns):
        """The rights that alone open nothing are refused, before somebody waits."""
        for form in self.forms:
            if not form.is_valid() or form in self.deleted_forms:
                continue
            namnd = form.cleaned_data.get("namnd")
            har_grunden = (Ratt.SAMORDNARE, namnd) in finns
            if form.cleaned_data.get("ratt") in TILLAGG and not har_grunden:
                form.add_error("ratt", BARA_SAMORDNARE)


MedlemskapFormSet = forms.inlineformset_factory(
    Anvandare,
    Medlemskap,
    form=MedlemskapForm,
    formset=_MedlemskapFormSet,
    extra=2,  # the coordinator's right, and one that goes with it
    max_num=100,
    absolute_max=150,  # a form that says 100 000 rows must not keep the server busy
    can_delete=True,
)
