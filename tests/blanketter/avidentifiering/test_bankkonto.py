"""Bank accounts in every form they are written in."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

KONTON = """
Pengarna skulle sättas in på clearing ‹8327-9›, konto ‹123 456 789-0›.
Clearingnr ‹8327-9› konto ‹123 456 789-0› stod i mejlet.
Clearingnummer ‹5491›, kontonummer ‹00 012 34›.
Clnr ‹6112› kontonr ‹445 678 912› enligt lappen.
Personkonto Nordea ‹3300 8503121234› användes.
De samlade in till ‹8327-9,123 456 789-0›.
Sätt in på ‹8901-1 24 337 901› före fredag.
Konto: ‹9023 1234567› (Länsförsäkringar).
Kontonumret ‹9150 123 45 67› uppgavs för månadsavgiften.
kontonr ‹6000-448219307› stod på baksidan
Gåvan ska till bankkontot ‹1234 56 78901›.
Bidrag till bankgiro ‹5050-1055› gick inte att spåra.
BG ‹5050-1055›, märk med ”stöd”.
Bankgironr: ‹505-1055›
bg nr ‹991-2346› enligt affischen
Swedbank ‹8327-9 123 456 789-0› är föreningens.
Plusgiro ‹12 34 56-7› anges på flygbladet.
PG ‹123456-7› står kvar på sidan.
Postgiro ‹4 15 26-3› på en gammal lapp.
Plusgirokontot ‹90 00 12-5› tillhör en släkting.
Pg: ‹41526-3›
IBAN ‹SE45 5000 0000 0583 9825 7466›
Till ‹SE4550000000058398257466› skickades tusen kronor.
IBAN: ‹se45 5000 0000 0583 9825 7466›, BIC ESSESESS
Överföring till Turkiet: ‹TR33 0006 1005 1978 6457 8413 26›.
Kontot i Tyskland är ‹DE89 3704 0044 0532 0130 00›.
Swisha till ‹123 044 18 76› stod det.
Swish: ‹123-044 18 76›
Swishnummer ‹1230441876› fanns på tröjan.
De tog betalt via swish ‹123 04 41 876› utanför lokalen.
Kortnummer ‹4571 1234 5678 9012› låg i väskan.
Betalningen drogs från kort ‹5355-1234-5678-9012›.
Handelsbanken ‹6180 771 204 556› är hans konto.
SEB ‹5211 00 123 45› tog emot pengarna.
Han bad eleverna föra över till sitt konto i Nordea, ‹3021 12 34567›.
Hon har sparkonto ‹9420, 417 22 85› enligt utdraget.
Lönekontot ‹5012-2233445› är tömt.
Föreningens konto i Danske Bank är ‹1202 1 234 567›.
Mottagarkonto ‹8105-9,733902144-6›
Avsändarens bank är ICA Banken, ‹9271-123 456 7›.
Pengarna gick från ‹8327-9, 12 345 678-9› till en stiftelse.
Girot ‹5050-1055› är spärrat.
Swishen gick till nummer ‹123 044 18 76›.
Bitcoin till ‹bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq› önskades.
Medlemsavgiften på 300 kr betalas till ‹8327-9, 123 456 789-0›.
På lappen stod bara ‹123 456 789-0› och ett namn.
Märk betalningen med ditt smeknamn, ‹12 34 56-7›.
Stöd kampen: ‹5050-1055›
Vi betalade hyran till ‹6180 771 204 556›.
Pengarna landade på ‹60004482193›.
Swisha ett bidrag, ‹123 044 18 76›, stod det.
Han förde över 4 000 kr till ‹9420 417 22 85›.
Donationer tas emot på ‹123 99 01 234›.
Överföringen till ‹8327 9 1234567890› syns i boken.
Kontonumret som angavs var ‹8214-9 984 123 456-7›.
Kortet som slutar på ‹4471› spärrades.
Utdraget gäller ‹5212 12 345 67›.
Skicka till ‹412388-7› plusgiro.
kto: ‹6000-448 219 307›
Lf ‹9020 12 345 67› stod på lappen.
""".strip().splitlines()

LIKNAR = """
Han betalade 12 500 kronor med kort.
Kontot har 12 300 följare och 450 inlägg.
Banken på torget stängde 2019-10-01.
Swisha 200 kr till lotteriet.
På kontot fanns 48 000 kr vid årets slut.
Handelsbanken öppnar kl. 10.00 och stänger 15.00.
Nordea har 3 kontor i kommunen.
Insamlingen gav 14 880 kronor.
Kortet gäller 2024–2028.
Föreningen har bankkonto sedan 2017.
De sålde 1 200 000 dekaler på 10 år.
Kontot skapades 2024-03-12 och togs bort 2024-05-01.
Boken har 5 000 sidor, nästan.
Bankomaten 3 tömdes den 14 mars 2025.
Kontantinsats 150 000 – 200 000 kr.
SEB-huset ligger på plan 12.
Kontoret har rum 1201–1240.
Skolan har 1234 elever och 5678 böcker.
Swish infördes 2012 i Sverige.
Korten delades ut 9, 10 och 11 maj 2025.
Kontot 1488 nämns inte av någon.
Bankgiro används inte längre.
Konto 4010 i bokföringen avser varor.
Budgeten ökar från 1 500 000 till 2 750 000.
Perioden 2024-01-01 till 2024-12-31 redovisas.
Cirka 1000-1500 personer kom till torget.
Kontona spärrades 3 gånger under 2024 och 2025.
Artikeln såldes i 2000 – 3000 exemplar.
""".strip().splitlines()


@pytest.mark.parametrize("mening", KONTON)
def test_a_bank_account_is_found(mening):
    assert markt(mening, "bankkonto") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_what_only_looks_like_an_account_is_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
