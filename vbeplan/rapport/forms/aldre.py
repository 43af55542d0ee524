"""What the minutes say of a plan that was decided before the program came."""

from dataclasses import replace

from vbeplan.rapport.forms.beslut import BeslutForm


class AldreForm(BeslutForm):
    """The decision of an older plan; its cover proposes the day."""

    def __init__(self, data=None, *, plan, sett):
        super().__init__(data, plan=plan, sett=sett)
        self.initial["dag"] = plan.datum
        self.fields["paragraf"].required = False
        self.fields[
            "paragraf"
        ].help_text = "Till exempel § 47. Lämna tomt om protokollet inte går att hitta."

    @property
    def uppgifter(self):
        return replace(super().uppgifter, efterhand=True)
