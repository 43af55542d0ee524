"""Open an enkät: freeze what is asked and of whom, so that all answer the same."""

from collections import Counter

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from lagesbild.enkatfragor.lista import fragor_for
from lagesbild.models import Enkat, Inbjudan, Respondent
from lagesbild.models.enkat import hasha_enkatnyckel
from vbeplan.organisation.models import Spar

INGEN_DAG = "Skriv sista dag att svara."
DAGEN_FORBI = "Sista dagen att svara har gått. Skriv en senare."
INGA_FRAGOR = "Enkäten har inga frågor till dem som ska svara."
INGA_GRUPPER = "Välj vilka grupper som ska få enkäten."
INGA_RESPONDENTER = (
    "Registret har ingen i de grupper som är valda. Lägg in dem som ska svara, eller "
    "välj öppen länk."
)


def tillfragade(enkat):
    """Return the respondents that the enkät would be sent to today."""
    rader = Respondent.objects.filter(namnd=enkat.namnd, grupp__in=enkat.grupper)
    return rader.aktiva().i_ordning()


def hinder_for_oppning(enkat):
    """Return why it can't be opened yet: sentences, none when it can."""
    hinder = []
    if enkat.stanger is None:
        hinder.append(INGEN_DAG)
    elif enkat.stanger < timezone.localdate():
        hinder.append(DAGEN_FORBI)
    if not fragor_for(enkat):
        hinder.append(INGA_FRAGOR)
    if not enkat.oppen_lank and not enkat.grupper:
        hinder.append(INGA_GRUPPER)
    elif not enkat.oppen_lank and not tillfragade(enkat).exists():
        hinder.append(INGA_RESPONDENTER)
    return hinder


def oppna_enkat(enkat, *, av):
    """Open a draft; return what hindered it, nothing when it is open."""
    with transaction.atomic():
        rad = Enkat.objects.select_for_update().get(pk=enkat.pk)
        if not rad.ar_utkast:
            return []
        if hinder := hinder_for_oppning(rad):
            return hinder
        rad.fragor = fragor_for(rad)
        if rad.oppen_lank:
            rad.nyckel = hasha_enkatnyckel(rad.lanknyckel)
        else:
            inbjudna = bjud_in(rad)
            antal = Counter(dict.fromkeys(rad.grupper, 0))
            antal.update(inbjudan.grupp for inbjudan in inbjudna)
            rad.sammanforda = for_sma(antal, settings.SMATALSGRANS)
        rad.status = Enkat.Status.OPPEN
        rad.save()
        rad.spar(Spar.Handling.ANDRAD, f"{rad}: öppnade", av)
    return []


def bjud_in(enkat):
    """Invite those in its groups who aren't invited; return the new invitations."""
    redan = enkat.inbjudningar.values("respondent")
    nya = [Inbjudan.ny(enkat, r) for r in tillfragade(enkat).exclude(pk__in=redan)]
    return Inbjudan.objects.bulk_create(nya)


def bjud_in_fler(enkat, *, av):
    """Invite to an open enkät those that have come into the register since.

    What was merged when it opened stays merged. Returns how many they were.
    """
    with transaction.atomic():
        rad = Enkat.objects.select_for_update().get(pk=enkat.pk)
        if not rad.tar_emot or rad.oppen_lank:
            return 0
        antal = len(bjud_in(rad))
        if antal:
            rad.spar(Spar.Handling.ANDRAD, f"{rad}: bjöd in {antal} till", av)
    return antal


def for_sma(antal, troskel):
    """Return the groups that are too few to be told apart, of {group: invited}.

    Together they are enough, else the total less the others would tell of them.
    """
    i_ordning = sorted(antal, key=lambda grupp: (antal[grupp], grupp))
    sma = [grupp for grupp in i_ordning if antal[grupp] < troskel]
    stora = i_ordning[len(sma) :]
    while stora and 0 < sum(antal[grupp] for grupp in sma) < troskel:
        sma.append(stora.pop(0))
    return sma
