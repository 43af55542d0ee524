"""Birth dates: a day, or a month of a year. A bare year is an age and stays."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

DATUM = """
Eleven är född ‹12 mars 2009› i Syrien.
Pojken, född ‹2009-03-12›, gick hem.
Han är f. ‹090312› och bor i kommunen.
Flickan (f. ‹2011-05-03›) berättade för kuratorn.
Hon fyller år ‹den 3:e maj›.
Han fyller 18 ‹den 14 juni›.
Hen fyllde 15 år ‹3 maj›.
Den misstänkte fyller 20 ‹2026-04-11›.
Personen är född ‹12/3 2009›.
Född: ‹12/3-2009›
Född ‹12.3.2009› enligt passet.
Födelsedatum ‹2009-03-12›.
Födelsedatum: ‹12 mars 2009›
Födelsedag ‹12/3› står i klasslistan.
‹2009-03-12› (födelsedatum) stod på kortet.
‹2009-03-12› är hans födelsedatum.
‹Den 12 mars 2009› föddes han i Bagdad.
Hans födelsedag är ‹den 12 mars›.
Hennes födelsedag, ‹den 12 mars›, firades på avdelningen.
Hon föddes ‹den 9 september 1944› i Riga.
Brukaren, som är född ‹440909›, bor på plan 2.
Klienten är född ‹den 1 januari 2001› enligt Migrationsverket.
Sonen är född i ‹mars 2009›.
Född i ‹april månad 2010›.
DOB ‹2009-03-12›
Födelsetid: ‹20090312›
Han är född ‹20090312›, alltså minderårig.
Hon är född ‹den tolfte mars 2009›.
Han har födelsedag ‹12 mars›.
Patienten f ‹1941-05-09› blev arg.
Mannen (född ‹85-03-12›) har setts där.
Hon är född ‹85-03-12›.
Dottern fyllde fem i går, ‹12 mars›.
Tvillingarna föddes ‹3 maj 2012›.
Hennes födelsedata är ‹2012-05-03›.
Kille född ‹03/05/2012› söks.
Han kom till världen ‹den 3 februari 1939›.
Vi firade hans 18-årsdag ‹den 3 maj›.
Hon har namnsdag och fyller år ‹den 26 juli›.
född ‹12 mar -09› står på lappen
Född ‹den tredje april› tjugohundranio.
Hon fyller 15 på lördag ‹den 3 april›.
Han blir 18 ‹den 4 april›.
Blev myndig ‹2026-04-04›.
Han hade 18-årsdag ‹4 april›.
‹3 april 2009› står som födelsedatum.
Brukaren ‹1941-05-09› blev arg.
Elev ‹090312› har hotat läraren.
Kille (‹09-04-04›) hotade läraren.
Barnet (‹12 mars 2019›) går på förskolan.
Född i ‹mars -09› enligt listan.
""".strip().splitlines()

LIKNAR = """
Han är född 2009 och går på högstadiet.
Hon är född på 1940-talet.
Kullen -09 är orolig, säger läraren.
Född -09, alltså ungefär 15 år.
De som är födda 2008–2010 får inte komma in.
Händelsen inträffade den 12 mars 2025.
Den 14 mars satt en docka upphängd i en stolpe.
Datum för fyndet: 2025-01-22.
Hitler föddes den 20 april 1889.
Partiet föddes 1920 i en ölhall.
Muren föll den 9 november 1989.
Den 6 juni firades nationaldagen.
Han fyller 18 i år.
Hon fyller 80 snart.
Skolan fyller 100 år den 3 maj.
Föreningen fyllde 25 år den 1 oktober.
Mötet den 4/5 blev inställt.
Dekalen hittades 3/3 och 14/2.
Anmälan gjordes 2025-03-12 av personalen.
Sedan 2019-10-01 ska allt rapporteras.
Mellan 1/9 och 30/9 rapporteras inget.
Rapporten kom 12.30 den dagen.
Idén föddes på mötet den 12 mars.
Vecka 12, 2025.
Lokalen fylldes den 3 maj av demonstranter.
Formuläret fylldes i 2025-03-12.
Han fyllde i blanketten den 12 mars 2025.
Mannen, född någon gång på 60-talet, log.
Den f.d. eleven syntes den 12 mars.
Före detta rektorn, fd chefen, slutade den 3 april.
Personen sågs den 12 mars 2025.
Eleven anmälde det 2025-03-12.
""".strip().splitlines()


@pytest.mark.parametrize("mening", DATUM)
def test_a_birth_date_is_found(mening):
    assert markt(mening, "fodelsedatum") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_other_dates_and_bare_years_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
