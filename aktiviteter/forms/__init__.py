"""Forms pick fields; the rules stand on the models."""

from aktiviteter.forms.aktivitet import AktivitetForm, AnsvarFormSet
from aktiviteter.forms.avsnitt import AvsnittForm
from aktiviteter.forms.inlasning import FilForm, InlasningForm
from aktiviteter.forms.ordna import OrdnaForm
from aktiviteter.forms.plan import NyPlanForm, PlanForm
from aktiviteter.forms.tolkning import TolkningForm

__all__ = [
    "AktivitetForm",
    "AnsvarFormSet",
    "AvsnittForm",
    "FilForm",
    "InlasningForm",
    "NyPlanForm",
    "OrdnaForm",
    "PlanForm",
    "TolkningForm",
]
