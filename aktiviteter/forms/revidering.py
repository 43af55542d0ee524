"""What becomes of each of last year's activities: many small forms sent as one."""

from django import forms

from aktiviteter import historia
from aktiviteter.handlingar import revidera
from aktiviteter.models import Revidering
from vbeplan.tema.formular import RenText, radnummer

Val = Revidering.Val


class BeslutForm(RenText, forms.Form):
    """One activity's choice and reason. `rad` is its `Revideringsrad`.

    `version` is the one that was seen. `krock` is another user's decision (Revidering)
    that came in between: the form is then shown beside it, and sent anew it counts.
    """

    val = forms.ChoiceField(
        label="Beslut",
        choices=Val.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    skal = Revidering._meta.get_field("skal").formfield(
        label="Skäl", widget=forms.Textarea(attrs={"rows": 2})
    )

    krock = None

    def __init__(self, data=None, *, rad, nu, forslag=""):
        # What the plan speaks against has to be chosen anew.
        val = "" if rad.stoppar else nu.val or forslag
        initial = {"val": val, "skal": nu.skal}
        self.rad, self.nu, self.version = rad, nu, nu.version
        prefix = f"rad-{rad.pk}"
        super().__init__(data, prefix=prefix, initial=initial, auto_id="%s")
        if self.is_bound:
            sedd = radnummer(self.data[self.add_prefix("version")])
            self.version = sedd or nu.version

    def clean(self):
        data = super().clean()
        Revidering(val=data.get("val", ""), skal=data.get("skal", "")).clean()
        return data

    @property
    def skrivet(self):
        return self.cleaned_data["val"], self.cleaned_data["skal"]

    def ska_sparas(self):
        """Tell whether she has decided otherwise than what she saw."""
        if self.rad.stoppar:
            return bool(self.skrivet[0])
        fore = (self.nu.val, self.nu.skal)
        if self.version != self.nu.version and self.skrivet != fore:
            sedd = historia.version(self.nu, self.version) or {}
            fore = (sedd.get("val"), sedd.get("skal"))
        return self.skrivet != fore

    def visa_krock(self, annans):
        self.krock, self.version = annans, annans.version


class RevideringForm:
    """The forms of a plan's `revideringsrader`; those that `data` holds are bound.

    `forslag` is {a row's id: a choice to show}, which is nothing until it is saved.
    """

    def __init__(self, plan, rader, data=None, *, forslag=None):
        self.plan, self.data = plan, data
        nu = plan.revideringar.select_related("andrad_av").in_bulk()
        self.rader = [
            BeslutForm(
                data if data and f"rad-{rad.pk}-version" in data else None,
                rad=rad,
                nu=nu[rad.pk],
                forslag=(forslag or {}).get(rad.pk, ""),
            )
            for rad in rader
        ]

    def spara(self, *, av):
        """Save each row that is whole; returns (the `Andring` or None, how many).

        Those that are not, or that somebody else has decided meanwhile, stand as they
        were written in `kvarvarande`.
        """
        att_spara = {
            form.rad.pk: form
            for form in self.rader
            if form.is_bound and form.is_valid() and form.ska_sparas()
        }
        val = {pk: (*form.skrivet, form.version) for pk, form in att_spara.items()}
        andring, krockar = revidera(self.plan, val, av=av) if val else (None, set())
        annans = self.plan.revideringar.select_related("andrad_av").in_bulk(krockar)
        for pk in krockar:
            att_spara[pk].visa_krock(annans[pk])
        return andring, andring.versioner.filter(slag="val").count() if andring else 0

    @property
    def kvarvarande(self):
        """The forms that were sent and not saved, by their rows' ids."""
        return {
            form.rad.pk: form
            for form in self.rader
            if form.krock or (form.is_bound and form.errors)
        }
