"""Which findings an activity answers, on its form; which activities answer a finding.

Both send what was ticked when the page was shown: what somebody else has tied or
untied meanwhile stays as she left it.
"""

from django import forms

from aktiviteter.behovssvar import att_svara_mot
from aktiviteter.handlingar.behovssvar import lagg_till_svar
from vbeplan.tema.formular import radnummer


class Rutor(forms.MultipleChoiceField):
    """Boxes of rows, by id. One that was removed meanwhile is nobody's error."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value):
        return radnummer(str(value)) is not None

    def finns(self, valda):
        """Return the ids of those chosen that are still there, as a set."""
        return {int(x) for x in valda} & {int(pk) for pk, _ in self.choices}


def skillnad(fore, efter):
    """Return (ids to tie, ids to untie): what the form was sent with in `fore`."""
    fore = {radnummer(ord_) for ord_ in fore.split(",")} - {None}
    return efter - fore, fore - efter


class SvararMotForm(forms.Form):
    """The findings as a list to tick; `finns` tells whether there is any to show."""

    iakttagelser = Rutor(
        label="Svarar mot behov i lägesbilden",
        required=False,
        help_text="Välj de behov som aktiviteten ska möta.",
    )
    fore = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, aktivitet, forval=None, **kwargs):
        super().__init__(data, prefix="svarar", **kwargs)
        self.aktivitet = aktivitet
        rader = list(att_svara_mot(aktivitet))
        besvaras = {str(rad.pk) for rad in rader if rad.besvaras}
        self.finns = bool(rader)
        self.fields["iakttagelser"].choices = [(str(r.pk), r.rubrik) for r in rader]
        self.initial = {
            "iakttagelser": sorted(besvaras | ({forval} if forval else set())),
            "fore": ",".join(sorted(besvaras)),
        }

    @property
    def andring(self):
        """Return (ids to tie, ids to untie) as a valid form was sent."""
        if self.add_prefix("fore") not in self.data:
            return set(), set()  # the page had no such list
        valda = self.fields["iakttagelser"].finns(self.cleaned_data["iakttagelser"])
        return skillnad(self.cleaned_data["fore"], valda)

    def spara(self):
        """Tie and untie; tell whether anything was."""
        nya, bort = self.andring
        if bort:
            self.aktivitet.behovssvar.filter(iakttagelse__in=bort).delete()
        if nya:
            lagg_till_svar(self.aktivitet, nya)
        return bool(nya or bort)


class BesvarasAvForm(forms.Form):
    """The plan's activities as a list to tick, for one finding."""

    aktiviteter = Rutor(label="Aktiviteter som svarar mot behovet", required=False)
    fore = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, plan, valda, forslag=()):
        super().__init__(data)
        rader = plan.aktiviteter.order_by("nummer").values_list("pk", "nummer", "titel")
        self.fields["aktiviteter"].choices = [
            (str(pk), f"{nummer}. {titel}") for pk, nummer, titel in rader
        ]
        valda = {str(pk) for pk in valda}
        self.initial = {
            "aktiviteter": sorted(valda | {str(pk) for pk in forslag}),
            "fore": ",".join(sorted(valda)),
        }

    @property
    def andring(self):
        """Return (ids to tie, ids to untie) of a valid form."""
        valda = self.fields["aktiviteter"].finns(self.cleaned_data["aktiviteter"])
        return skillnad(self.cleaned_data["fore"], valda)
