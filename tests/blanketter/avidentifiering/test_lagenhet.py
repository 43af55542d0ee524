"""Apartment numbers; a floor or a staircase alone is shared by many and stays."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

LAGENHETER = """
Hon bor i ‹lgh 1203› på tredje våningen.
Mannen i ‹lägenhet 1102› har hotat grannen.
‹Lgh.nr 1001› är tom.
‹Lgh nr 1001› är tom.
‹Lägenhetsnummer 1204› står på dörren.
‹Lägenhetsnr: 1204›
‹lght 1305› har satt upp en flagga
‹LGH 0901› luktar rök.
Han flyttade från ‹lgh A1203› i maj.
Grannen i ‹lgh. 12› spelar musik.
I ‹lägenheten 1102› bor ingen.
Det knackade i ‹1102:an› hela natten.
Hyresgästen i ‹1203› har bytt lås.
Paret som bor i ‹1304› har ringt.
De boende i ‹1001› är rädda.
‹Lgh 1203›, ‹lgh 1204› och ‹lgh 1301› fick lappar.
Besöket gällde ‹bostad 1203›.
‹Lägenhet nummer 14› har en flagga i fönstret.
‹Lägenhet nr. 14› har en flagga i fönstret.
‹lghnr 1405› enligt listan
(‹lgh 1105›)
‹Lgh-nr 1105› nämns i mejlet.
‹Lgh1105› nämns i mejlet.
‹lgh nr: 1105›
Ur ‹lägenhet 23 B› hördes skrik.
‹Apt 12› stod på brevet.
Nyckeln gick till ‹lägenhet 2›.
Hemma hos dem i ‹lgh #1203› finns fanor.
Dörren till ‹1203› är uppbruten.
Lägenhetsinnehavaren i ‹1203› var hemma.
Klotter utanför ‹1203:ans› dörr.
Ljud från ‹lägenhet 1203›.
Lägenheten med nummer ‹1203› hyrs ut i andra hand.
De bor i ‹lgh 1402›, ‹1403› och ‹1404›.
Hushållet i ‹1402› har klagat.
Hyresgäst ‹1402› ringde.
‹lgh-nummer 1402› stod på dörren
Lägenheten på våning två, ‹1203›, är tom.
Det bor någon 3 tr, ‹1203›, som skriker.
‹lgh-1203› luktar rök
Åkervägen 3, ‹1203›, är tom.
‹lgh 12 03› är tom
‹Lgh 1203› 14 mars, sent på kvällen.
""".strip().splitlines()

LIKNAR = """
Lägenheten har 3 rum och kök.
Huset har 48 lägenheter.
Lägenheten är 72 kvm.
Lägenheter för 12 000 kronor i månaden.
Lägenhetsbranden 2019 är oglömd.
I lägenheten fanns 4 personer.
Bor 3 tr utan hiss.
Dörren till höger, vån 4.
De bor på plan 2.
Vi ses i 1700-talshuset.
Han bor i 2024 års modell av husbil.
Lägenheten brann kl. 12.30.
Det finns 1200 lägenheter i området.
Lägenhet till salu den 3 maj.
En lägenhet, 2 rum, är vräkt.
Trappa 2 städades.
Uppgång 4 är klottrad.
Rum 1203 är konferensrummet.
Sal 1102 är bokad.
De möts i rum 1001 på biblioteket.
Lägenheten såldes 2023-04-01.
Portkoden byttes 3 gånger.
Hyresgästföreningen bildades 1923.
De boende i kvarteret är 1200 till antalet.
Bodde i 14 år i området.
Boendet har 12 platser.
Grannen i 40-årsåldern ringde.
""".strip().splitlines()


@pytest.mark.parametrize("mening", LAGENHETER)
def test_an_apartment_number_is_found(mening):
    assert markt(mening, "lagenhet") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_floors_rooms_and_counts_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
