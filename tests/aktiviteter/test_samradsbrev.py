"""Letters to those who are asked: read before they go, once each, by the outbox."""

import io
from datetime import date, timedelta

import docx
import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied

from aktiviteter.forms.samradsbrev import fragebrev
from aktiviteter.handlingar.samrad import skicka_fragor, skicka_paminnelser
from aktiviteter.models import Handlingsplan, Samrad
from aktiviteter.word_ut.utkast import utkast_som_word
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, trad
from tests.bygge_samrad import nytt_samrad
from vbeplan.organisation.models import Brev
from vbeplan.organisation.radbrev import Radbrev

Status = Samrad.Status
IDAG = date(2027, 3, 1)
SENAST = IDAG + timedelta(days=20)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def klocka():
    with time_machine.travel(f"{IDAG}T09:00:00+01:00"):
        yield


@pytest.fixture
def polisen(plan):
    return nytt_samrad(plan, "Kommunpolisen", fragad=None)


def sida(plan, *, utkastet="utan", senast=SENAST, vem=()):
    vart = adress("samrad_fraga", plan.namnd.kort, plan.ar)
    if not vem:
        return vart
    valda = "".join(f"&samrad={rad.pk}" for rad in vem)
    return f"{vart}?svar_senast={senast}&utkastet={utkastet}{valda}"


def brev(rad, text="Vad tycker ni?"):
    return Radbrev(rad, rad.version, rad.epost, "Om planen", text)


def brevsidan(klient, vart):
    """Return what the page of the letters sends, its boxes as a browser does."""
    form = ifyllt(klient.get(vart))
    return form | {namn: "on" for namn in form if namn.endswith("-skicka")}


def test_the_letter_and_its_reply_date_are_shown_before_it_is_sent(
    klient, plan, polisen
):
    svar = klient.get(sida(plan, vem=[polisen]))
    assert f"{SENAST.year}" in ord_pa(svar)
    text = ifyllt(svar)[f"brev{polisen.pk}-text"]
    assert plan.titel in text
    assert "det är också ett svar" in text.lower()
    assert not mail.outbox
    polisen.refresh_from_db()
    assert polisen.status == Status.INTE_FRAGAD


def test_a_sent_letter_goes_through_the_outbox_and_the_plan_is_pa_samrad(
    klient, plan, polisen, samordnare
):
    vart = sida(plan, vem=[polisen])
    svar = klient.post(vart, brevsidan(klient, vart), follow=True)
    assert "Brevet är på väg till Kommunpolisen" in besked(svar)
    polisen.refresh_from_db()
    assert (polisen.status, polisen.fragad) == (Status.FRAGAD, IDAG)
    assert polisen.svar_senast == SENAST
    (post,) = mail.outbox
    assert (post.to, post.reply_to) == ([polisen.epost], [samordnare.epost])
    assert not post.attachments
    plan.refresh_from_db()
    assert plan.status == "samrad"
    assert Brev.objects.get().text is None


def test_a_mail_server_that_is_down_keeps_the_letter_and_the_deed(
    klient, plan, polisen, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    vart = sida(plan, vem=[polisen])
    klient.post(vart, brevsidan(klient, vart))
    polisen.refresh_from_db()
    assert polisen.status == Status.FRAGAD
    assert "Vad tycker" in Brev.objects.vantar().get().amne


def test_the_draft_goes_along_only_when_she_says_so_and_without_internal_chapters(
    klient, plan, polisen, kapitel
):
    plan.avsnitt.filter(pk=kapitel[0].pk).update(intern=True, rubrik="Bara för oss")
    vart = sida(plan, vem=[polisen], utkastet="med")
    svar = klient.get(vart)
    assert "Bifogas:" in ord_pa(svar)
    klient.post(vart, brevsidan(klient, vart))
    (namn, data, *_) = mail.outbox[0].attachments[0]
    assert namn.endswith("utkast.docx")
    ord_ = " ".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    assert kapitel[1].rubrik in ord_
    assert "Bara för oss" not in ord_


def test_the_rows_of_an_internal_chapter_stay_at_home_and_the_others_keep_theirs(plan):
    hem = plan.aktiviteter.first()
    plan.avsnitt.exclude(pk=hem.avsnitt_id).update(intern=True)
    fil = docx.Document(io.BytesIO(utkast_som_word(plan)))
    celler = " ".join(c.text for t in fil.tables[1:] for c in t.column_cells(0))
    for rad in plan.aktiviteter.all():
        assert rad.titel in celler.replace("\xad", "")
    plan.avsnitt.update(intern=True)
    assert len(docx.Document(io.BytesIO(utkast_som_word(plan))).tables) == 1


def test_whether_the_draft_goes_along_must_be_chosen(klient, plan, polisen):
    vart = f"{sida(plan)}?svar_senast={SENAST}&samrad={polisen.pk}"
    assert "Välj ett alternativ" in fel_pa(klient.get(vart))


def test_a_reply_date_that_has_been_is_refused(klient, plan, polisen):
    igar = IDAG - timedelta(days=1)
    svar = klient.get(sida(plan, vem=[polisen], senast=igar))
    assert "Dagen har redan varit" in fel_pa(svar)


def test_who_has_answered_or_has_no_address_gets_no_letter(klient, plan, polisen):
    nytt_samrad(plan, "Skolan", status=Status.SVARAT, svarat=IDAG)
    nytt_samrad(plan, "Ungdomsrådet", fragad=None, epost="")
    svar = klient.get(sida(plan))
    assert len(trad(svar).xpath("//input[@name='samrad']")) == 1
    assert "Ungdomsrådet: lägg till adress" in ord_pa(svar)


def test_a_letter_that_two_send_at_once_goes_once(klient, annan, plan, polisen):
    vart = sida(plan, vem=[polisen])
    vi, han = brevsidan(klient, vart), brevsidan(annan, vart)
    annan.post(vart, han)
    svar = klient.post(vart, vi, follow=True)
    assert "Redan skickat" in besked(svar)
    assert len(mail.outbox) == 1


def test_a_wrong_address_is_told_and_the_words_are_kept(klient, plan, polisen):
    vart = sida(plan, vem=[polisen])
    form = brevsidan(klient, vart)
    form |= {f"brev{polisen.pk}-epost": "polisen", f"brev{polisen.pk}-text": "Mina ord"}
    svar = klient.post(vart, form)
    assert ifyllt(svar)[f"brev{polisen.pk}-text"] == "Mina ord"
    assert not Brev.objects.exists()


def test_none_chosen_sends_nothing(klient, plan, polisen):
    vart = sida(plan, vem=[polisen])
    form = brevsidan(klient, vart)
    form.pop(f"brev{polisen.pk}-skicka")
    assert "Inget är skickat" in besked(klient.post(vart, form, follow=True))
    plan.refresh_from_db()
    assert plan.status == "utkast"


def test_a_reminder_goes_once_a_day_to_who_is_late(klient, plan):
    sen = nytt_samrad(plan, "Skolan", fragad=40)
    nytt_samrad(plan, "Polisen", fragad=1)  # four weeks to go
    vart = adress("samrad_paminn", plan.namnd.kort, plan.ar)
    form = brevsidan(klient, vart)
    assert f"brev{sen.pk}-text" in form
    assert "Brevet är på väg till Skolan" in besked(
        klient.post(vart, form, follow=True)
    )
    assert "Påminnelse" in mail.outbox[0].subject
    assert "Alla som kan påminnas fick en påminnelse i dag" in ord_pa(klient.get(vart))
    klient.post(vart, form)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("dad", "mer"), [(skicka_fragor, (SENAST,)), (skicka_paminnelser, ())]
)
def test_no_letter_goes_when_the_plan_was_locked_meanwhile(
    plan, polisen, samordnare, dad, mer
):
    Handlingsplan.objects.update(status="till_namnd")
    with pytest.raises(PermissionDenied, match="ligger hos nämnden"):
        dad([brev(polisen)], plan, *mer, av=samordnare)
    assert not Brev.objects.exists()


def test_a_title_with_braces_is_only_words(plan, polisen):
    plan.titel = "Plan {dag} {0}"
    (form,) = fragebrev(plan, [polisen], SENAST, med_utkastet=False)
    assert "Plan {dag} {0}" in form["text"].value()
