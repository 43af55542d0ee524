"""Begins a plan from last year's, or from those of boards that have become one."""

from aktiviteter.handlingar.innehall import skriv_innehall
from aktiviteter.models import Aktivitet, Avsnitt, Revidering
from aktiviteter.utbyte import granska, plan_data
from vbeplan.text.block import delar
from vbeplan.text.svenska import normalisera


def borja_revidering(plan, *forlagor):
    """Give an empty plan the texts and activities of earlier plans, to be revised.

    Every activity keeps its number, but where two plans have used the same: there the
    later takes a new one. Chapters of the same name become one, with what the second
    has more after the first's, for internal use if either was. Each activity waits for
    its decision (`Revidering`).

    Times are read anew: «hösten» and «VB» mean the new plan's year. «Se ovan» becomes
    what the paper said there, since rows may have changed places. Check dates, which
    lie in the old year, are left for the coordinator to set.
    """
    ihop = _Ihop(plan.namnd_id)
    # The board's own first: it is the others' numbers that have to give way.
    forlagor = sorted(forlagor, key=lambda f: f.namnd_id != plan.namnd_id)
    for forlaga in forlagor:
        ihop.lagg_till(forlaga)
    data = plan_data(forlagor[0]) | {"anmarkningar": []}
    data |= {"avsnitt": ihop.avsnitt, "aktiviteter": ihop.placerade()}
    skriv_innehall(plan, granska(data))
    Revidering.objects.bulk_create(
        Revidering(plan=plan, forlaga=aktivitet, nummer=nummer)
        for nummer, aktivitet in ihop.forlagor.items()
    )
    _ta_over(plan.avsnitt.i_lasordning(), ihop.kapitlen, Avsnitt)
    aktiviteter = list(plan.aktiviteter.order_by("nummer"))
    aldre = [ihop.forlagor[a.nummer] for a in aktiviteter]
    _ta_over(aktiviteter, aldre, Aktivitet)


def _ta_over(nya, gamla, modell):
    """Carry over what the exchange format doesn't: how old the words are."""
    for ny, gammal in zip(nya, gamla, strict=True):
        ny.text_ar = gammal.text_ar or gammal.plan.ar
    modell.objects.bulk_update(nya, ["text_ar"])


class _Ihop:
    """Several plans as the data of one: chapters by their headings, numbers apart."""

    def __init__(self, namnd):
        self.avsnitt, self.aktiviteter = [], []
        self.kapitlen = []  # the chapter that each was taken from
        self.forlagor = {}  # the activities, by number here
        self.anvanda = {namnd: Aktivitet.objects.anvanda_nummer(namnd)}

    def lagg_till(self, plan):
        data, rader = plan_data(plan), plan.avsnitt.i_lasordning()
        for rad in rader:
            rad.plan = plan
        nycklar = list(_nycklar(data["avsnitt"]))
        self._lagg_in_avsnitt(data["avsnitt"], nycklar, rader)
        gamla = {a.nummer: a for a in plan.aktiviteter.all()}
        nummer = Aktivitet.objects.anvanda_nummer(plan.namnd_id)
        self.anvanda.setdefault(plan.namnd_id, set()).update(nummer)
        for rad in data["aktiviteter"]:
            aktivitet = gamla[rad["nummer"]]
            aktivitet.plan = plan
            rad["nummer"] = self._nummer(plan, aktivitet)
            rad["avsnitt_nr"] = nycklar[rad["avsnitt_nr"]]  # a place when all are in
            for kolumn in ("tidplan", "uppfoljning"):
                tid = rad[kolumn]
                rad[kolumn] = {"text": tid["hanvisning"] or tid["text"]}
            self.forlagor[rad["nummer"]] = aktivitet
            self.anvanda[plan.namnd_id].add(rad["nummer"])
            self.aktiviteter.append(rad)

    def placerade(self):
        """Return the activities with the places that their chapters have at last."""
        plats = {n: i for i, n in enumerate(_nycklar(self.avsnitt))}
        return [a | {"avsnitt_nr": plats[a["avsnitt_nr"]]} for a in self.aktiviteter]

    def _nummer(self, plan, aktivitet):
        """Return its own number, or the next when another board has used that."""
        if aktivitet.nummer not in self._tagna(plan.namnd_id):
            return aktivitet.nummer
        return max(max(tagna) for tagna in self.anvanda.values() if tagna) + 1

    def _tagna(self, namnd):
        """Return the numbers that other boards have given to something else."""
        andra = (nr for annan, nr in self.anvanda.items() if annan != namnd)
        return set().union(*andra)

    def _lagg_in_avsnitt(self, nya, nycklar, rader):
        """Put in chapters that there are none of, in their place; join the others."""
        efter = None
        for data, nyckel, rad in zip(nya, nycklar, rader, strict=True):
            finns = {n: i for i, n in enumerate(_nycklar(self.avsnitt))}
            if nyckel in finns:
                data_har = self.avsnitt[finns[nyckel]]
                data_har["text"] = _fogad(data_har["text"], data["text"])
                # Words that the one board kept within its walls aren't let out.
                self.kapitlen[finns[nyckel]].intern |= rad.intern
                data_har["intern"] |= data["intern"]
            else:
                plats = self._plats(nyckel, finns, efter)
                self.avsnitt.insert(plats, data)
                self.kapitlen.insert(plats, rad)
            efter = nyckel

    def _plats(self, nyckel, finns, efter):
        """Return where a chapter goes: after the one it followed, a section last."""
        if not finns:
            return 0
        kapitel = nyckel[0] if len(nyckel) > 1 else efter[0] if efter else None
        return max((i for n, i in finns.items() if n[0] == kapitel), default=-1) + 1


def _nycklar(avsnitt):
    """Yield (heading,) of each chapter and (heading, heading) of each section.

    Headings that come twice are told apart by which time it is.
    """
    sedda, kapitel = {}, ()
    for a in avsnitt:
        rubrik = normalisera(a["rubrik"])
        nyckel = (*kapitel, rubrik) if a["niva"] == 2 and kapitel else (rubrik,)
        sedda[nyckel] = sedda.get(nyckel, 0) + 1
        nyckel = (*nyckel[:-1], f"{nyckel[-1]} {sedda[nyckel]}")
        if len(nyckel) == 1:
            kapitel = nyckel
        yield nyckel


def _fogad(text, mer):
    """Return a text followed by the blocks of another that it hasn't got."""
    har = set(delar(text))
    nya = [block for block in delar(mer) if block not in har]
    return "\n".join([text, *nya]) if nya and text else text or mer
