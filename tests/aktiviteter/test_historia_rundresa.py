"""Any row of deeds, undone backwards, ends where it began; any version comes back."""

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aktiviteter import handlingar, historia
from aktiviteter.forms import AktivitetForm, AvsnittForm, PlanForm
from aktiviteter.models import Aktivitet, Andring, Avsnitt, Version
from aktiviteter.utbyte import plan_data
from tests.bygge import ny_anvandare, ny_namnd, ny_plan

SNABBT = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ORDEN = st.sampled_from(["Tidig upptäckt", "Se ovan", "Löpande", "Hösten 2027", "VB"])
HANDLINGAR = (
    "kapitel", "nytt_kapitel", "aktivitet", "ny_aktivitet", "framsida", "flytta",
    "flytta_till", "ta_bort_kapitel", "ta_bort_aktivitet", "aterstall",
)  # fmt: skip


class Skrivare:
    """A coordinator who does what hypothesis draws; each deed gives its `Andring`."""

    def __init__(self, plan, av, dra):
        self.plan, self.av, self.dra = plan, av, dra

    def gor(self, vad):
        getattr(self, vad)()
        return self.plan.andringar.first()

    def ett(self, rader):
        rader = list(rader.order_by("pk"))
        return self.dra(st.sampled_from(rader)) if rader else None

    def spara(self, form):
        assert form.is_valid(), form.errors
        assert form.spara(av=self.av)

    def kapitel(self, avsnitt=None):
        avsnitt = avsnitt or self.ett(self.plan.avsnitt)
        if avsnitt is None:
            return
        form = AvsnittForm(instance=avsnitt)
        over = [None]
        if not (avsnitt.pk and avsnitt.underavsnitt.exists()):
            over += list(form.fields["overordnat"].queryset)
        data = {
            "rubrik": self.dra(ORDEN),
            "text": self.dra(ORDEN),
            "overordnat": getattr(self.dra(st.sampled_from(over)), "pk", ""),
            "version": avsnitt.version,
        }
        self.spara(AvsnittForm(_post(data), instance=avsnitt))

    def nytt_kapitel(self):
        self.kapitel(Avsnitt(plan=self.plan))

    def aktivitet(self, aktivitet=None):
        aktivitet = aktivitet or self.ett(self.plan.aktiviteter)
        if aktivitet is None:
            return
        roller = self.dra(st.lists(ORDEN, unique=True, max_size=2))
        data = {
            "titel": self.dra(ORDEN),
            "tidplan_text": self.dra(ORDEN),
            "uppfoljning_text": self.dra(ORDEN),
            "avstamning": "2027-05-01",
            "maltal": self.dra(st.sampled_from(["", "0,5", "40"])),
            "avsnitt": self.ett(self.plan.avsnitt).pk,
            "version": aktivitet.version,
            "ansvar-TOTAL_FORMS": len(roller),
            "ansvar-INITIAL_FORMS": 0,
        }
        for i, roll in enumerate(roller):
            data |= {f"ansvar-{i}-roll": roll, f"ansvar-{i}-art": "medansvarig"}
        self.spara(AktivitetForm(_post(data), instance=aktivitet))

    def ny_aktivitet(self):
        if avsnitt := self.ett(self.plan.avsnitt):
            self.aktivitet(Aktivitet(plan=self.plan, avsnitt=avsnitt))

    def framsida(self):
        self.plan.refresh_from_db()
        data = {"titel": self.dra(ORDEN), "ar": 2027, "version": self.plan.version}
        self.spara(PlanForm(_post(data), instance=self.plan))

    def flytta(self):
        rader = self.dra(st.sampled_from([self.plan.avsnitt, self.plan.aktiviteter]))
        if ett := self.ett(rader):
            handlingar.flytta(ett, self.dra(st.sampled_from([-1, 1])), av=self.av)

    def flytta_till(self):
        avsnitt, aktivitet = (
            self.ett(self.plan.avsnitt),
            self.ett(self.plan.aktiviteter),
        )
        plats = self.dra(st.sampled_from([None, 0, 1]))
        if aktivitet and self.dra(st.booleans()):
            handlingar.flytta_till(aktivitet, avsnitt, plats, av=self.av)
        elif avsnitt and avsnitt.niva == 2:
            handlingar.flytta_till(avsnitt, None, plats, av=self.av)

    def ta_bort_kapitel(self):
        if avsnitt := self.ett(self.plan.avsnitt):
            handlingar.ta_bort_avsnitt(avsnitt, av=self.av)

    def ta_bort_aktivitet(self):
        if aktivitet := self.ett(self.plan.aktiviteter):
            handlingar.ta_bort_aktivitet(aktivitet, av=self.av)

    def aterstall(self):
        version = self.ett(
            Version.objects.filter(andring__plan=self.plan).exclude(slag="ordning")
        )
        vag = historia.aterstallning(version)
        if vag.gor_nagot:
            handlingar.aterstall(version, av=self.av, sett=vag.sett)


def _post(data):
    post = QueryDict(mutable=True)
    post.update({nyckel: str(varde) for nyckel, varde in data.items()})
    return post


def _data(plan):
    """Return the plan as exported; when it was read from the database anew."""
    return plan_data(type(plan).objects.select_related("namnd").get(pk=plan.pk))


@pytest.fixture
def skrivare(db):
    """A function that begins a plan and gives its writer."""

    def ny(dra):
        namnd = ny_namnd()
        av = ny_anvandare("samordnare", namnd)
        plan = ny_plan(namnd, 2027, aktiviteter=3, kapitel=2, av=av)
        return Skrivare(plan, av, dra)

    return ny


@SNABBT
@given(data=st.data())
def test_deeds_undone_backwards_give_the_very_same_plan(skrivare, data):
    with transaction.atomic():
        s = skrivare(data.draw)
        stunder, andringar = [_data(s.plan)], [s.plan.andringar.first()]
        for vad in data.draw(st.lists(st.sampled_from(HANDLINGAR), max_size=6)):
            andring = s.gor(vad)
            if andring != andringar[-1]:
                stunder.append(_data(s.plan))
                andringar.append(andring)
        for andring in reversed(andringar[1:]):
            assert _data(s.plan) == stunder.pop()
            if historia.angring(andring).gor_nagot:
                handlingar.angra(andring, av=s.av)
        assert _data(s.plan) == stunder.pop()
        transaction.set_rollback(True)


@SNABBT
@given(data=st.data())
def test_an_undone_row_of_deeds_can_be_done_again_by_undoing_the_undoing(
    skrivare, data
):
    with transaction.atomic():
        s = skrivare(data.draw)
        forsta = s.plan.andringar.first()
        for vad in data.draw(st.lists(st.sampled_from(HANDLINGAR), max_size=4)):
            s.gor(vad)
        efter = _data(s.plan)
        for andring in s.plan.andringar.exclude(pk=forsta.pk):
            if historia.angring(andring).gor_nagot:
                handlingar.angra(andring, av=s.av)
        angringar = s.plan.andringar.filter(handling=Andring.Handling.ANGRAD)
        for andring in list(angringar):
            handlingar.angra(andring, av=s.av)
        assert _data(s.plan) == efter
        transaction.set_rollback(True)


@SNABBT
@given(data=st.data())
def test_restoring_a_version_gives_exactly_what_it_was(skrivare, data):
    with transaction.atomic():
        s = skrivare(data.draw)
        for vad in data.draw(st.lists(st.sampled_from(HANDLINGAR), max_size=5)):
            s.gor(vad)
        versioner = Version.objects.filter(andring__plan=s.plan)
        version = data.draw(
            st.sampled_from(list(versioner.exclude(slag="ordning").order_by("pk")))
        )
        vag = historia.aterstallning(version)
        if vag.gor_nagot:
            handlingar.aterstall(version, av=s.av, sett=vag.sett)
        senast = Version.objects.filter(
            slag=version.slag, objekt_id=version.objekt_id
        ).first()
        modell = {"plan": type(s.plan), "avsnitt": Avsnitt, "aktivitet": Aktivitet}
        rad = modell[version.slag].objects.get(pk=version.objekt_id)
        # Its chapter may be gone, or have been put under another one since.
        plats = ("anmarkningar", "avsnitt_id", "overordnat_id")
        assert _utan(historia.innehall(rad), plats) == _utan(version.innehall, plats)
        assert _utan(senast.innehall, plats) == _utan(version.innehall, plats)
        assert rad.version == senast.nummer
        transaction.set_rollback(True)


@SNABBT
@given(data=st.data())
def test_the_newest_versions_are_the_plan_as_it_stands(skrivare, data):
    with transaction.atomic():
        s = skrivare(data.draw)
        for vad in data.draw(st.lists(st.sampled_from(HANDLINGAR), max_size=6)):
            s.gor(vad)
        nu = historia.senaste(s.plan)
        rader = [*s.plan.avsnitt.all(), *s.plan.aktiviteter.med_ansvar()]
        for rad in rader:
            version = nu.pop((rad._meta.model_name, rad.pk))
            assert not version.borttagen
            assert version.innehall == historia.innehall(rad)
        ordning = nu.pop(("ordning", s.plan.pk))
        assert ordning.innehall == historia.ordningen(s.plan)
        del nu["plan", s.plan.pk]
        assert all(version.borttagen for version in nu.values())
        transaction.set_rollback(True)


def _utan(data, falt):
    return {k: v for k, v in data.items() if k not in falt}
