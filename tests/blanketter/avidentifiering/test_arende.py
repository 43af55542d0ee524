"""Case numbers of authorities, police, courts and systems for incidents."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

NUMMER = """
Se dnr ‹2024/123-4› för bakgrunden.
Dnr: ‹2024/123›
Diarienummer ‹KS 2024/0123› gäller samma sak.
diarienr ‹SN-2025-00412›
Vårt ärende ‹5000-K12345-24› är nedlagt.
Polisanmält, K-nummer ‹K 1234-24›.
Polisens nummer är ‹0201-K123456-24›.
Anmälan ‹5000-K117204-25› är överlämnad.
Målet ‹B 123-24› avgjordes i tingsrätten.
Mål nr ‹B 123-24› avgjordes.
målnummer ‹T 2345-25›
Förvaltningsrättens mål ‹12345-24› väntar.
Ärendet heter ‹ÄRENDE-12345› i systemet.
ärendenr ‹12345›
Ärendenumret är ‹INC0012345›.
Ärende: ‹#48213›
Åklagarens ärende ‹AM-12345-24› är stängt.
Registrerad i DF Respons som ‹48213›.
Avvikelsen har nummer ‹40917›.
Avvikelse nr ‹2025-0391› i systemet.
Incidentrapport ‹IR-2025-118› beskriver samma sak.
Ref ‹2025-88121› ska anges.
Referensnummer: ‹FK-99812-25›
Orosanmälan ‹2025-00671› är inlämnad.
Se akt ‹12-3456› hos socialtjänsten.
Aktnummer ‹118 334› finns i arkivet.
Journalnr ‹88341› nämns i brevet.
Beslutet har beteckning ‹SOC/2025/119›.
Försäkringsärende ‹77-4410982› är öppnat.
Skadenummer ‹2025-4471-02› hos bolaget.
Kopplas till anmälan med diarienummer ‹A123.456/2025›.
Polisens diarienummer är ‹A288.119/2025›.
Se ärende nummer ‹33812› i KIA.
KIA-ärende ‹33812› beskriver händelsen.
DO:s ärende ‹ANM 2026/812› gäller samma butik.
JO dnr ‹1234-2024› tas upp i brevet.
Hon hänvisade till mål ‹M 881-25› i domstolen.
Anmälningsnummer ‹5000 K 884120-26› gavs av polisen.
Vi fick ärendenummer ‹2025:118› av kommunen.
Det finns en tidigare anmälan, nr ‹77120›.
Migrationsverkets dossiernummer ‹12-345678› stod på brevet.
Beteckningsnummer ‹60-123456› på LMA-kortet.
Kundnummer ‹4481920› hos bostadsbolaget.
Utredning ‹2024-11902› är avslutad.
Tidigare incident ‹2025/77› hos oss.
Vår logg: ‹HND-2025-0042›.
Fallet har id ‹48213› i registret.
Stella-nr ‹123456› gäller samma sak.
diarienr. ‹3.2-1234/2025› i registret
anm.nr ‹5000-K12-25› hos polisen
Avvikelse ‹2025:14› i systemet.
""".strip().splitlines()

LIKNAR = """
Vi utgår från SFS 2009:400 när vi bedömer.
Lagen 1990:52 ger stöd.
Lag (2023:196) om kommuners ansvar gäller.
Prop. 2019/20:123 ligger bakom ändringen.
SOU 2021:17 föreslår mer.
Dir. 2023:14 är beslutat.
Ds 2022:13 handlar om det.
NJA 2020 s. 3 är ett exempel.
Läsåret 2024/25 var lugnare.
Läsåret 2024/2025 var lugnare.
Perioden 1/9–30/9 2025 rapporteras.
Vi har 1500 ärenden om året.
Anmälan gjordes 2025-03-12.
Anmälningarna ökade från 1200 till 1450.
Beslutet fattades den 14 mars 2025.
Rapporten är på 120 sidor.
Utredningen tog 14 dagar.
Målet är 100 procent.
Målet 2030 är noll klotter.
Agenda 2030 nämns.
EU-förordning 2021/784 gäller terrorinnehåll.
ISO 27001 följs.
Anmälda brott 2023: 14 880 stycken.
Handlingsplan 2025-2028 är antagen.
Polisanmälan är gjord kl. 14.30.
Ärendet tas upp 24/7.
Budget 2025: 12 500 tkr.
HFD 2020 ref. 12 är ett exempel.
Mål 16 i de globala målen.
AFS 2023:2 gäller arbetsmiljön.
Matchen slutade 2-1.
Rapport 2024:3 från Brå läses.
Händelsen skedde 1998 och 2008.
Mål: 60 föräldrar per termin.
Årsmål: 400 ungdomar erbjuds jobb.
Måltal: 12 500 besök.
Org-nr 802002-4280 är föreningens.
""".strip().splitlines()


@pytest.mark.parametrize("mening", NUMMER)
def test_a_case_number_is_found(mening):
    assert markt(mening, "arende") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_law_periods_and_counts_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
