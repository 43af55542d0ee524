"""Words inside words: `feriejobb` is also a `jobb`, `bidragsregler` also a `bidrag`.

The parts are a list of the field's own words, so that what a place has does not depend
on what other plans have said.
"""

from functools import lru_cache

from aktiviteter.sok.stam import stam

KORTAST_REST = 3
_LEDER = (
    "aktivitet analys anhörig anmälan ansvar arbete arbetsgrupp avhoppare avtal "
    "barn barnkonvention bedömning behandling behov bemötande berättelse beslut "
    "bibliotek bidrag bild blankett boende bostad brott brottslighet budget chef "
    "demokrati dialog direktör elev enhet enkät extremism familj ferie forum "
    "fotboll fritid fritidsgård fritidsledare fråga frågor förebyggande förening "
    "föreläsning förvaltning gymnasium gymnasieskola grundskola grupp gård "
    "handläggare handledare handledning handling handlingsplan hatbrott hot "
    "händelse hälsa idrott individ indikator information insats integration "
    "internet jobb kartläggning kommun kommunikation kompetens konferens kontakt "
    "kontor kontroll konvention kostnad krets kultur kunskap kurator kurs kvinna "
    "kväll ledare ledning lokal lägesbild läkare lärare läromedel material "
    "medarbetare medling metod miljö mottagning mål målgrupp möte nämnd nätverk oro "
    "område ordning organisation pedagog pengar period personal person plan polis "
    "policy praktik processledare program projekt publik rapport rektor resurs "
    "riktlinje risk rum rutin råd rådgivning rättighet samordnare samordning samråd "
    "samtal samverkan sekretess sekreterare service skola skolsköterska skydd "
    "socialsekreterare socialtjänst sommar språk stad stadsdel statistik stipendium "
    "strategi student stöd syfte säkerhet teater tertial tidplan tid tillsyn tjänst "
    "trygghet träff uppföljning uppdrag uppgift utbildning utredning utskott "
    "utveckling utvärdering vecka verksamhet vuxen vård våld värd ungdom åtgärd "
    "ämne ärende"
).split()
# Simple words that look like compounds of their last letters.
_ENKLA = tuple(
    "kontroll rapport transport support import export sport program station resurs "
    "respekt aspekt motion invånare".split()
)
_STAMMAR = frozenset(map(stam, _LEDER))
_LANGST = max(map(len, _STAMMAR))
_FOGAR = ("", "s", "e")


@lru_cache(maxsize=16384)
def stammar_i(form):
    """Return the stem of a form, and the stems of the parts that it is made of."""
    hel = stam(form)
    if not form.isalpha() or len(hel) < KORTAST_REST * 2:
        return frozenset((hel,))
    return frozenset((hel, *_efterled(hel), *_forled(form)))


def ar_efterled(led, hel):
    """Tell whether the stem `hel` ends with the stem `led`, as a compound does."""
    if not hel.endswith(led) or len(hel) - len(led) < KORTAST_REST:
        return False
    return not any(hel.endswith(e) and len(e) > len(led) for e in _ENKLA)


def _efterled(hel):
    slut = range(max(KORTAST_REST, len(hel) - _LANGST), len(hel) - KORTAST_REST + 1)
    delar = (hel[i:] for i in slut)
    return [d for d in delar if d in _STAMMAR and ar_efterled(d, hel)]


def _forled(form):
    """Beginnings whose stem is one of the list's, the rest being a word's length."""
    ut = []
    for langd in range(KORTAST_REST, min(len(form) - KORTAST_REST, 16)):
        borjan = form[:langd]
        for fog in _FOGAR:
            led = borjan[: len(borjan) - len(fog)] if borjan.endswith(fog) else ""
            if len(led) > KORTAST_REST and stam(led) in _STAMMAR:
                ut.append(stam(led))
    return ut
