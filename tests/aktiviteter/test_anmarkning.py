"""A remark is put away with a reason, bound to its words, and can be taken back."""

import pytest

from aktiviteter.models import Avfardad
from aktiviteter.sammanstallning import granskningen, plan_innehall
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

PLANEN = "/planer/ekhamra/2027/"
MARGINALEN = "//*[@id='granskning']"
AVFARDADE = "//*[@id='granskning-avfardade']"
SKAL = {"skal": "Det är avsiktligt och bestämt av nämnden."}


def samling(plan):
    return granskningen(plan, plan_innehall(plan))


def post(plan, slag):
    """The open entry of the margin of a kind; a test fails when there is none."""
    poster = [p for grupp in samling(plan).grupper for p in grupp.poster]
    return next(p for p in poster if p.delar[0].slag == slag)


def slagen(plan):
    poster = [p for grupp in samling(plan).grupper for p in grupp.poster]
    return [p.delar[0].slag for p in poster]


def avfarda(plan, slag):
    return adress(
        "anmarkning_avfarda", plan.namnd.kort, plan.ar, post(plan, slag).nyckel
    )


@pytest.fixture
def brist(rader):
    """The plan's second activity answers to nobody."""
    rader[1].ansvar.all().delete()
    return rader[1]


def test_a_remark_is_put_away_with_its_reason(klient, plan, brist, samordnare):
    url = avfarda(plan, "utan_ansvarig")
    sida = klient.get(url)
    assert "Skriv vilken roll som svarar för aktiviteten." in ord_pa(sida)

    svar = klient.post(url, ifyllt(sida) | SKAL, follow=True)

    assert svar.redirect_chain == [(f"{PLANEN}#granskning", 302)]
    assert "Avfärdad." in besked(svar)
    assert "utan_ansvarig" not in slagen(plan)
    assert "1 avfärdad Ansvarig saknas" in ord_pa(svar, AVFARDADE)
    assert "”Det är avsiktligt och bestämt av nämnden.” Karin Lind" in ord_pa(svar)
    rad = Avfardad.objects.get()
    assert (rad.slag, rad.skal, rad.av, rad.aktivitet) == (
        "utan_ansvarig",
        SKAL["skal"],
        samordnare,
        brist,
    )
    assert "Aktivitet 2" in rad.plats


def test_a_remark_put_away_is_taken_back(klient, plan, brist):
    klient.post(avfarda(plan, "utan_ansvarig"), SKAL)
    [lagd] = samling(plan).avfardade

    svar = klient.post(
        adress("anmarkning_angra", "ekhamra", 2027, lagd.post.nyckel), follow=True
    )

    assert "Anmärkningen är tillbaka." in besked(svar)
    assert "utan_ansvarig" in slagen(plan)
    assert Avfardad.objects.count() == 0


def test_it_comes_back_when_the_words_change_and_the_record_stays(klient, plan, rader):
    rader[0].tolka_tider("2027-31-12", None)
    rader[0].save()
    klient.post(avfarda(plan, "omojligt_datum"), SKAL)
    assert "omojligt_datum" not in slagen(plan)

    rader[0].tolka_tider("2027-32-12", None)
    rader[0].save()

    assert "omojligt_datum" in slagen(plan)
    assert samling(plan).avfardade == ()
    assert Avfardad.objects.count() == 1


def test_many_put_away_at_once_are_one_deed_and_a_later_one_is_told_alone(
    klient, namnd, samordnare
):
    plan = ny_plan(namnd, 2028, aktiviteter=4)
    plan.aktiviteter.filter(nummer__lt=4).update(avstamning=None)
    samlad = post(plan, "utan_avstamning")
    assert samlad.rubrik == "3 aktiviteter saknar nästa avstämning"

    klient.post(avfarda(plan, "utan_avstamning"), SKAL)
    plan.aktiviteter.update(avstamning=None)

    assert post(plan, "utan_avstamning").rubrik == "Löpande utan avstämning"
    [lagd] = samling(plan).avfardade
    assert [b.kort for b in lagd.post.delar] == ["1", "2", "3"]
    klient.post(adress("anmarkning_angra", "ekhamra", 2028, lagd.post.nyckel))
    assert post(plan, "utan_avstamning").rubrik.startswith("4 aktiviteter")


def test_what_an_import_noted_is_done_with_one_press_and_not_deleted(klient, plan):
    url = avfarda(plan, "import")

    svar = klient.post(url, follow=True)

    assert "import" not in slagen(plan)
    assert plan.anmarkningar.count() == 1
    assert "Läs om i ekhamra." in ord_pa(svar, AVFARDADE)


def test_an_import_s_remark_may_be_given_a_reason(klient, plan):
    klient.post(avfarda(plan, "import"), SKAL)
    assert Avfardad.objects.get().skal == SKAL["skal"]


@pytest.mark.parametrize(
    ("skal", "fel"),
    [
        ("", "Skriv varför det är rätt som det står."),
        ("   ", "Skriv varför det är rätt som det står."),
        ("x" * 201, "Skälet får vara högst 200 tecken."),
    ],
)
def test_a_reason_is_needed_and_fits(klient, plan, brist, skal, fel):
    svar = klient.post(avfarda(plan, "utan_ansvarig"), {"skal": skal})
    assert fel in fel_pa(svar)
    assert skal.strip() in ord_pa(svar)
    assert Avfardad.objects.count() == 0


def test_two_presses_put_it_away_once(klient, plan, brist):
    url = avfarda(plan, "utan_ansvarig")
    for _ in range(2):
        svar = klient.post(url, SKAL, follow=True)
    assert "finns inte längre" in besked(svar)
    assert Avfardad.objects.count() == 1


def test_a_remark_that_is_mended_meanwhile_says_so(klient, plan, brist, rader):
    url = avfarda(plan, "utan_ansvarig")
    brist.ansvar.create(roll=rader[0].ansvar.first().roll)
    svar = klient.get(url, follow=True)
    assert "finns inte längre" in besked(svar)


def test_in_its_place_the_page_is_told_to_fetch_the_margin(klient, plan, brist):
    i_ruta = {"HX-Request": "true"}
    url = avfarda(plan, "utan_ansvarig")
    sida = klient.get(url, headers=i_ruta)
    assert "<html" not in sida.content.decode()

    svar = klient.post(url, SKAL, headers=i_ruta)

    assert svar.status_code == 204
    assert "plan:andrad" in svar["HX-Trigger"]


def test_next_year_s_copy_starts_without_what_was_put_away(klient, namnd, plan, brist):
    klient.post(avfarda(plan, "utan_ansvarig"), SKAL)
    val = {"namnd": namnd.pk, "ar": 2028, "borja_med": "kopia"}
    sida = klient.get(adress("plan_ny"))
    klient.post(adress("plan_ny"), ifyllt(sida) | val)
    assert not namnd.planer.filter(ar=2028).exclude(avfardade=None).exists()


def test_a_remark_points_at_its_place(plan, kapitel):
    assert plan.anmarkningar.get().ankare() == f"avsnitt-{kapitel[0].pk}"


def test_a_remark_stays_when_its_chapter_goes(klient, plan, kapitel):
    kapitel[0].delete()
    assert plan.anmarkningar.get().ankare() == ""
    assert "Läs om i ekhamra." in ord_pa(klient.get(PLANEN), MARGINALEN)


def test_a_link_cannot_take_a_remark_back(klient, plan, brist):
    klient.post(avfarda(plan, "utan_ansvarig"), SKAL)
    [lagd] = samling(plan).avfardade
    angra = adress("anmarkning_angra", "ekhamra", 2027, lagd.post.nyckel)
    assert klient.get(angra).status_code == 405
    assert Avfardad.objects.count() == 1


@pytest.mark.parametrize("ratt", [Ratt.LASARE, Ratt.ANSVARIG])
def test_who_may_not_edit_sees_no_margin_and_puts_nothing_away(
    client, namnd, plan, brist, ratt
):
    client.force_login(ny_anvandare(ratt, namnd))
    assert "granskning" not in client.get(PLANEN).content.decode()
    assert client.post(avfarda(plan, "utan_ansvarig"), SKAL).status_code == 403
    assert Avfardad.objects.count() == 0


def test_a_foreign_remark_is_not_found(klient, plan):
    frammande = ny_plan(ny_namnd("sjovik"))
    assert klient.post(avfarda(frammande, "import"), SKAL).status_code == 404
    assert Avfardad.objects.count() == 0


def test_a_fingerprint_of_another_plan_says_nothing(klient, plan):
    frammande = post(ny_plan(ny_namnd("sjovik")), "import").nyckel
    svar = klient.post(adress("anmarkning_avfarda", "ekhamra", 2027, frammande), SKAL)
    assert svar.status_code == 302
    assert Avfardad.objects.count() == 0
