"""What those who were asked about a plan remarked, with our answers, as .docx."""

from aktiviteter.bilagor import Bilaga, Bilagsdel, tabell
from aktiviteter.word_ut.ark import ark_som_word

KOLUMNER = ("Synpunkt", "Gäller", "Utfall", "Vårt svar")
INGA = "Inga synpunkter."


def yttranden_som_word(plan, rader) -> bytes:
    """Return the remarks of `samraden.Samradsrad` as a paper of the plan's board."""
    ark = Bilaga(
        nyckel="yttranden",
        rubrik=f"Synpunkter och svar, {plan.titel_med_ar}",
        ingress="Här är de synpunkter som har kommit in på utkastet, och våra svar."
        if rader
        else "Ingen är tillfrågad än.",
        delar=tuple(_del(rad) for rad in rader),
    )
    return ark_som_word(plan, ark)


def _del(rad):
    ledde = rad.ledde_till and f"Det ledde till: {rad.ledde_till}"
    stycken = [ord_ for ord_ in (rad.i_ord, rad.svar, ledde) if ord_]
    if not rad.yttranden:
        return Bilagsdel(rad.part, (*stycken, INGA) if rad.har_svarat else stycken)
    rader = [
        (y.text, y.galler, y.utfall or "Inte besvarad än", y.svar)
        for y in rad.yttranden
    ]
    synpunkter = tabell(f"Synpunkter från {rad.part}", KOLUMNER, rader)
    return Bilagsdel(rad.part, tuple(stycken), (synpunkter,))
