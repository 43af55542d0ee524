"""Roles and who holds them."""

from django import forms
from django.db import IntegrityError, transaction

from vbeplan.organisation.models import Innehav, Namnd, Roll, Spar
from vbeplan.tema.formular import RenText, TaBortRader

BORTTAGEN = (
    "Rollen har just tagits bort eller slagits ihop med en annan, så det gick inte att "
    "spara. Kopiera det du vill ha kvar och titta under Roller."
)


class RollForm(RenText, forms.ModelForm):
    class Meta:
        model = Roll
        fields = ["namnd", "namn"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        namnder = Namnd.objects.samordnade_av(user).i_ordning()
        self.fields["namnd"].queryset = namnder
        if len(namnder) == 1:
            self.fields["namnd"].empty_label = None
        if self.instance.pk:
            del self.fields["namnd"]  # activities hang on it; a role does not move

    def spara(self, innehav, *, av):
        """Save the role with its holders (`InnehavFormSet`); tell whether it went.

        What was done leaves a trace: never who holds a role, for they are persons.
        """
        try:
            return self._spara(innehav, av)
        except IntegrityError:
            self.add_error("namn", "Nämnden har redan en roll med det namnet.")
            return False

    @transaction.atomic
    def _spara(self, innehav, av):
        if self.instance.pk and not Roll.objects.las([self.instance.pk]):
            self.add_error(None, BORTTAGEN)
            return False
        var, fanns = self.initial.get("namn"), self.instance.pk is not None
        innehav.instance = roll = self.save()
        innehav.save()
        spar = Spar.Handling
        deeds = [
            (not fanns, spar.SKAPAD, f"rollen {roll}"),
            (fanns and var != roll.namn, spar.NYTT_NAMN, f"rollen {var}: {roll}"),
            (innehav.has_changed(), spar.INNEHAV, f"rollen {roll}"),
        ]
        for gjort, handling, vad in deeds:
            if gjort:
                Spar.objects.skriv(handling, vad, av=av, namnd=roll.namnd)
        return True


class InnehavForm(RenText, forms.ModelForm):
    class Meta:
        model = Innehav
        fields = ["namn", "fran", "till"]
        widgets = {
            falt: forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            for falt in ("fran", "till")
        }


class _InnehavFormSet(TaBortRader, forms.BaseInlineFormSet):
    """All holders of a role, so that one can leave and the next come in one save."""

    def clean(self):
        super().clean()
        rader = [
            form
            for form in self.forms
            if form.is_valid() and form.has_changed() | bool(form.instance.pk)
            if form not in self.deleted_forms
        ]
        for form in rader:
            for annan in rader:
                if form is not annan and form.instance.krockar_med(annan.instance):
                    form.add_error("fran", _krock(annan.instance.namn))


def _krock(namn):
    return f"{namn} har rollen under samma tid. Sätt ett slutdatum för {namn}."


InnehavFormSet = forms.inlineformset_factory(
    Roll,
    Innehav,
    form=InnehavForm,
    formset=_InnehavFormSet,
    extra=1,
    max_num=100,
    absolute_max=150,  # a form that says 100 000 rows must not keep the server busy
    can_delete=True,
)
