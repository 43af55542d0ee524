"""What is the same thing in two years' plans: by number, heading, text or rows."""

from dataclasses import replace

from aktiviteter.historia.avtryck import samma_i_ett_annat_ar
from vbeplan.text.block import delar
from vbeplan.text.passning import pase
from vbeplan.text.svenska import normalisera

NOG = 0.5  # of the words, or of the activities, are the same


def samma_i_nasta_plan(nummer):
    """Return what `jamfor_planer` takes as `samma`.

    `nummer` is {an earlier activity's id: its number in this plan}, of those that have
    got another. A chapter with a wholly new heading is known by its text or its rows.
    """

    def samma(fore, efter):
        (gamla, rader), nya = samma_i_ett_annat_ar(fore, efter)
        rader = {
            pk: ("aktivitet", nummer.get(pk, nyckel[1])) for pk, nyckel in rader.items()
        }
        return (_med_omdopta(fore, efter, gamla, nya[0], rader, nya[1]), rader), nya

    return samma


def _med_omdopta(fore, efter, gamla, nya, gamla_rader, nya_rader):
    """Return the keys of the old chapters, with those that only changed name."""
    finns = set(gamla.values())
    nya_utan = [a for a in efter.avsnitt if nya[a.pk] not in finns]
    kvar = set(nya.values())
    gamla_utan = [a for a in fore.avsnitt if gamla[a.pk] not in kvar]
    ut = dict(gamla)
    for ny in nya_utan:
        likhet = {
            a.pk: max(_ordens(a, ny), _radernas(a, ny, gamla_rader, nya_rader))
            for a in gamla_utan
        }
        lik = max(likhet, key=likhet.get, default=None)
        if lik is not None and likhet[lik] >= NOG:
            ut[lik] = nya[ny.pk]
            gamla_utan = [a for a in gamla_utan if a.pk != lik]
    return ut


def _ordens(gammalt, nytt):
    if not (gammalt.text and nytt.text):
        return 0
    ord_, andra = pase(gammalt.text), pase(nytt.text)
    return (ord_ & andra).total() / max(ord_.total(), andra.total(), 1)


def _radernas(gammalt, nytt, gamla_rader, nya_rader):
    rader = {gamla_rader[r.pk] for r in gammalt.aktiviteter}
    andra = {nya_rader[r.pk] for r in nytt.aktiviteter}
    return len(rader & andra) / max(len(rader), len(andra), 1)


def ihop(avtrycken):
    """Return several earlier plans' imprints as one, in the order of the first.

    A chapter of the others goes with the one of the same name, as when a plan is begun
    from several; else it comes after the one it followed, a section last in its own.
    """
    forst, *fler = avtrycken
    avsnitt = list(forst.avsnitt)
    for avtryck in fler:
        nu, efter = {}, None  # its chapters' ids, and those of the ones they became
        for ett in avtryck.avsnitt:
            plats = _med_namn(avsnitt, ett.rubrik)
            if plats is None:
                ny = replace(ett, over=nu.get(ett.over))
                avsnitt.insert(_plats(avsnitt, ny.over or efter), ny)
                nu[ett.pk] = ett.pk
            else:
                nu[ett.pk] = avsnitt[plats].pk
                avsnitt[plats] = _fogade(avsnitt[plats], ett)
            efter = nu[ett.over or ett.pk]
    return replace(forst, avsnitt=tuple(avsnitt))


def _med_namn(avsnitt, rubrik):
    namn = normalisera(rubrik)
    lika = (i for i, a in enumerate(avsnitt) if normalisera(a.rubrik) == namn)
    return next(lika, None)


def _plats(avsnitt, kapitel):
    """Return the place after a chapter, given by its id, and all its sections."""
    egna = [i for i, a in enumerate(avsnitt) if kapitel in (a.pk, a.over)]
    return max(egna, default=-1) + 1


def _fogade(ett, annat):
    har = delar(ett.text)
    mer = [block for block in delar(annat.text) if block not in har]
    return replace(
        ett,
        text="\n".join([*har, *mer]),
        aktiviteter=ett.aktiviteter + annat.aktiviteter,
    )
