"""Wordings as they stand in plans of municipalities, each with what it means.

A head line gives the plan's year, the value and, indented below, wordings that all mean
it, parted by «|». Dates are «first..last», «-» says nothing.
"""

from datetime import date

import pytest

from aktiviteter.tidsprak import Aterkommer, tolka_tidplan, tolka_uppfoljning

# år, typ, dagar, then precision (or, for what runs on or comes back, how often).
TIDPLANER = """
2025 lopande
    Kontinuerligt | kontinueligt | Löpnade | Löpand | Kontinuerlig | Kontiunerligt |
    Pågåend | Ständigt pågående | Alltid | Tillsvidare | Under planperioden |
    Hela planperioden | Löpande under planperioden | Löpande arbete | Pågår löpande |
    Pågående arbete | Fortlöpande | Ständigt | 24/7 | Dygnet runt | Löpande hela tiden |
    Permanent | Påbörjat | Arbetet pågår | Löpande enligt rutin |
    Löpande i verksamheten | (Löpande) | Löp. | Löpande – ordinarie arbete |
    Ingår i ordinarie arbete | Redan påbörjat, pågår
2019 lopande
    Pågår | Löpande, implementerat arbetssätt
2025 lopande 2025-01-01..2025-12-31
    Löpande 2025 | Löpande under 2025 | Löpande under året | Kontinuerligt under året |
    Pågår under 2025
2026 lopande 2026-01-01..2027-12-31
    Löpande 2026-2027 | 2026-2027 löpande | Löpande under 2026 och 2027
2025 lopande ..2026-12-31
    Löpande tom 2026 | Pågår t.o.m. 2026-12-31 | Löpande, senast december 2026
2025 lopande 2025-08-01..
    Löpande fr HT25 | Löpande från och med augusti 2025 | Start aug 2025, sedan löpande
2025 lopande - vid_behov
    Löpande vid behov | Löpande, vid behov | Kontinuerligt/vid behov
2025 lopande - arligen
    Löpande, minst en gång per år | Löpande/årligen
2024 till_och_med ..2026-12-31 ar
    T.o.m 2026 | t o m 2026 | tom 2026 | Till och med 2026 | Klart 2026 | Senast 2026 |
    Färdigställs under 2026
2024 till_och_med ..2026-12-31 dag
    Senast utgången av 2026
2025 till_och_med ..2025-12-31 dag
    Klart senast 31/12 | Senast 31 dec | Senast 31/12-25 | Tom 251231 |
    Klar senast 2025-12-31 | T o m 31/12 2025 | Deadline 31 december
2025 till_och_med ..2025-12-31 kvartal
    Klart Q4 | Klart under Q4 | Senast Q4 2025 | Klart kvartal 4 | Tom kv 4
2025 till_och_med ..2025-12-31 manad
    Klart dec 2025 | Klart i december | Avslutas dec -25 | Slutförs december 2025
2025 till_och_med ..2026-06-30 termin
    Senast vt 2026 | Klart vt-26 | Klart under VT26
2025 till_och_med ..2025-05-31 -
    Inför sommaren | Klart i maj | Före sommaren 2025 | Innan sommaren
2025 till_och_med ..2025-07-31 termin
    Inför HT 25
2025 till_och_med ..2025-03-31 dag
    Senast sista mars | Senast den sista mars
2023 fran_och_med 2023-03-01.. manad
    Start: mars 2023 | Startar mars -23 | fom mars 2023 | Från mars | Fr o m mars 2023 |
    Mars 2023 och framåt | Mars 2023 -
2025 fran_och_med 2025-08-01.. termin
    Uppstart HT 2025 | HT 2025- | Fr HT25 | fom ht 25 | Påbörjas ht 2025
2025 fran_och_med 2025-01-01.. ar
    2025 ff | 2025 och framåt | 2025 o framåt | 2025- | Startas upp under 2025 |
    F.r.o.m. 2025 | Från 2025 | Påbörjas 2025
2025 fran_och_med 2025-07-01.. kvartal
    Påbörjas Q3 | Start Q3 | Med start kvartal 3
2025 datum 2025-03-01..2025-03-01 dag
    250301 | 1 mars | 1/3 | 1 mars -25 | 1/3-25 | 2025-03-01 | 1:a mars |
    den 1 mars 2025 | 2025-03-01 kl 13-15 | mars 1 | 01/03/2025 | Lördag 1/3
2026 datum 2026-05-05..2026-05-05 dag
    maj 5 | 5 maj | 5/5 | 5.5.2026 | Utbildning 5/5 | 5:e maj
2025 period 2025-03-01..2025-03-31 manad
    mars -25 | mars-25 | 2025-03 | 03/2025 | Mars 2025 | mars månad | Under mars |
    i mars | mars 25 | mars, 2025 | Genomförs i mars | Mars (2025)
2025 period 2025-12-01..2025-12-31 manad
    dec 2025 | Dec | Dec. -25 | December månad | KF december 2025
2025 period 2025-09-01..2025-09-30 manad
    sep 2025 | Septmber | setpember 2025 | sept. 25
2025 period 2025-02-01..2025-02-28 manad
    Febuari 2025 | feb | februrari
2025 period 2025-01-01..2025-03-31 manad
    jan-mars | jan - mar 2025 | januari-mars | jan t o m mars 2025 | Jan–mars -25 |
    januari till mars | januari, februari och mars
2025 period 2025-03-01..2025-06-30 dag
    250301-250630 | 2025-03-01 - 2025-06-30 | 1/3-30/6 | 1 mars-30 juni 2025 |
    1/3 - 30/6 2025 | 2025-03-01 -- 06-30 | 20250301-20250630 | 1 mars t.o.m. 30 juni |
    fom 1/3 tom 30/6
2025 period 2025-03-01..2026-06-30 manad
    mars 2025-juni 2026 | mars -25 - juni -26 | 2025-03–2026-06 |
    mars 2025 till juni 2026
2025 period 2025-05-01..2025-06-30 manad
    maj/juni | maj-juni | Maj – Juni 2025 | maj och juni | maj el juni
2025 period 2025-10-01..2026-03-31 manad
    okt-mars | okt -25-mars -26 | Oktober 2025 - mars 2026
2025 period 2025-01-01..2025-12-31 ar
    2025 | Under 2025 | År 2025 | Hela 2025 | helår 2025 | Under året | Innevarande år |
    I år | Kalenderåret 2025 | Genomförs 2025
2021 period 2021-01-01..2022-12-31 ar
    2021 - 2022 | 2021/2022 | 2021-22 | 2021–2022 | 2021 och 2022 | 2021/22 |
    Åren 2021-2022 | Under 2021 - 2022
2022 period 2022-01-01..2025-12-31 ar
    2022-2025 | Perioden 2022-2025 | Under perioden 2022–2025
2025 period 2023-01-01..2026-12-31 ar
    Under mandatperioden | Mandatperioden | Innevarande mandatperiod |
    Mandatperioden 2023-2026
2027 period 2027-01-01..2030-12-31 ar
    Under mandatperioden
2025 period 2025-03-01..2025-05-31 arstid
    under våren | Våren | vår 25 | Vår -25 | våren-25 | Våren 2025 | i vår | på våren |
    Planeras till våren
2025 period 2025-09-01..2025-11-30 arstid
    Hösten 2025 | Höst 25 | Under hösten | Hösten -25 | hösen 2025 | Till hösten
2025 period 2025-09-01..2026-05-31 arstid
    Hösten 2025 och våren 2026 | Hösten 2025-våren 2026 | Höst 25/vår 26 |
    Hösten -25 och våren -26
2025 period 2025-03-01..2025-11-30 arstid
    Våren och hösten | Vår och höst 2025 | Våren + hösten | vår & höst
2026 period 2026-01-01..2026-06-30 termin
    vt-26 | VT 26 | Vårterminen 2026 | vt | Vt -26 | VT2026 | Vårtermin -26
2025 period 2025-08-01..2025-12-31 termin
    HT-25 | ht25 | HT | Höstterminen | Hösttermin 2025 | Ht. 2025 | under ht 25
2025 period 2025-08-01..2026-06-30 termin
    HT-25/VT-26 | HT25-VT26 | ht 25 och vt 26 | HT 2025 – VT 2026 | HT25 + VT26
2025 period 2025-01-01..2025-12-31 termin
    VT/HT 2025 | VT och HT 2025 | vt25/ht25 | Vt + ht -25
2025 period 2025-08-01..2026-06-30 manad
    läsåret 25/26 | Läsår 25-26 | Läsåret 2025/26 | Under läsåret | lå 25/26 |
    Läsåret 2025-2026 | Läsåret
2025 period 2025-01-01..2025-06-30 kvartal
    Q1-Q2 | Q1–Q2 2025 | kv 1-2 | Kvartal 1 och 2 | Q1/Q2 | Q1, Q2 | Kv. 1-2 -25 |
    Q1 & Q2
2025 period 2025-04-01..2025-06-30 kvartal
    kv 2 | Kv. 2 | Kvartal 2 | Q2 | Q 2 2025 | 2025 Q2 | 2025-Q2 | Q2-25 | Q2 -25 |
    Andra kvartalet | 2:a kvartalet | kvartal 2, 2025 | Q2/2025 | 2025, Q2 | Kvaral 2 |
    kvartal två
2026 period 2026-01-01..2026-03-31 kvartal
    2026-Q1 | Q1 | första kvartalet | Kvartal 1 -26
2025 period 2025-01-01..2025-06-30 halvar
    1:a halvåret | Första halvåret | första halvåret 2025 | 1a halvåret | H1 2025 |
    halvår 1
2025 period 2025-05-01..2025-08-31 tertial
    T2 | Tertial 2 | T2 2025 | andra tertialet | T2-25 | tertial 2 -25
2026 period 2026-02-09..2026-03-01 vecka
    v.7-9 | v 7-9 | vecka 7–9 | V. 7-9 2026 | v7-v9 | vecka 7, 8 och 9 | v.7 - v.9
2025 period 2025-10-13..2025-10-19 vecka
    v. 42 | v 42 | Vecka 42 | v.42 -25 | v 42, 2025 | Genomförs v. 42 | vecka42
2025 period 2025-10-27..2025-11-02 vecka
    Höstlovet 2025 | Höstlovet | Under höstlovet | höstlov (v. 44)
2025 period 2025-06-01..2025-08-31 -
    Sommaren | Sommarlovet 2025 | Under sommarlovet | jun-aug
2025 period 2025-05-11..2025-05-20 dag
    Mitten av maj | medio maj
2025 period 2025-08-21..2025-08-31 dag
    slutet av augusti | Slutet av aug
2025 aterkommande - arligen
    Årligen | Årligt | årsvis | 1 ggr/år | 1 gång/år | 1 g/år | 1ggr/år | Varje år |
    Varje läsårsstart | 1 gång per läsår | Årl. | Årlgen | En gång om året |
    Sker årligen | minst 1 ggr per år | Årligen i samband med budget |
    Årlig utbildning | Årligen enligt årshjul | Varje läsår | 1 gång per kalenderår
2025 aterkommande 2025-05-01..2025-05-31 arligen
    Årligen i maj | Årligen, maj | Varje år i maj | maj varje år | I maj varje år |
    Årligen (maj)
2025 aterkommande 2025-09-01..2025-11-30 arligen
    Varje höst | Årligen under hösten | Årligen, hösten
2025 aterkommande 2025-08-01..2025-12-31 arligen
    Varje hösttermin | Årligen HT
2024 aterkommande 2024-01-01..2026-12-31 arligen
    Årligen 2024-2026 | Varje år 2024–2026
2025 aterkommande 2025-01-01.. arligen
    Årligen fr.o.m. 2025 | Årligen med start 2025
2025 aterkommande ..2025-11-30 arligen
    Årligen senast 30 november | Senast 30/11 varje år
2025 aterkommande 2025-03-01..2025-11-30 arligen
    Varje vår och höst
2025 aterkommande 2025-03-01..2025-11-30 halvarsvis
    2 ggr/år (vår och höst)
2025 aterkommande 2025-05-01..2025-11-30 halvarsvis
    2 ggr/år, maj och november
2025 aterkommande - halvarsvis
    2 ggr/år | två gånger/år | Halvårsvis | 2 ggr per år | minst 2 gånger om året |
    2 x per år | 2 gånger/år | En gång per halvår
2025 aterkommande - kvartalsvis
    Kvartalsvis | kvartalvis | Varje kvartal | 1 gång/kvartal | Var tredje månad |
    en gång i kvartalet
2025 aterkommande - fyra_ganger_per_ar
    4 ggr/år | ca 4 ggr per år | minst 2 ggr per termin | 2ggr/termin
2025 aterkommande - tre_ganger_per_ar
    Tre gånger per år | 3 ggr/år
2025 aterkommande - tertialvis
    tertialvis | Varje tertial
2025 aterkommande - terminsvis
    Terminsvis | 1 gång/termin | minst 1 ggr per termin | Varje termin |
    En gång per termin | Varje terminsstart
2025 aterkommande - manadsvis
    Månadsvis | månatligen | månatligt | 1 ggr/mån | en gång i månaden | Varje månad |
    1 gång/månad | Månadsvisa möten | 1 ggn/mån
2025 aterkommande - varannan_manad
    Varannan månad | var annan månad
2025 aterkommande - veckovis
    Veckovis | 1 gång i veckan | Varje vecka | 1 ggr/v | Varje fredag | Fredagar |
    Fredagskvällar
2025 aterkommande - varannan_vecka
    Varannan vecka | Var 14:e dag | varannan torsdag
2025 aterkommande - flera_ganger_per_ar
    6 ggr/år | 8-10 ggr per år | Flera gånger per år | ett par gånger per år |
    6-8 möten/år | Var 6:e vecka
2025 aterkommande - vartannat_ar
    Vartannat år | Varannat år | vart annat år
2025 aterkommande - vart_tredje_ar
    Vart tredje år | Vart 3:e år | Var 3:e år
2025 aterkommande - vart_fjarde_ar
    Vart 4:e år | Revideras vart fjärde år
2025 aterkommande - mandatperiodsvis
    Varje mandatperiod | En gång per mandatperiod
2025 aterkommande - regelbundet
    Regelbundet | Återkommande | Med jämna mellanrum | Återkommande insats
2025 aterkommande - vid_behov
    Vid behov | Efter behov | Utifrån behov | Ad hoc | När behov finns
2025 aterkommande 2025-04-01.. kvartalsvis
    Kvartalsvis med start Q2 | Kvartalsvis fr.o.m. april 2025
2025 aterkommande 2025-01-01..2025-12-31 manadsvis
    Månadsvis under 2025
2025 villkor
    Enligt årshjul | Enl. tidplan | Enligt tidplan | Enl årshjul | Vid nyanställning |
    Vid introduktion | I samband med budget | Vid APT | Vid läsårsstart |
    Efter varje incident | Vid händelse | När medel finns | I samband med introduktion |
    Enligt projektplan | Vid inflytt | Inom 6 mån från anställning |
    Efter avslutad insats | Enligt särskild plan | Vid terminsstart | Följer årshjulet |
    Om medel beviljas | Enligt ök
2025 avslutad
    Klart | Klar | Genomfört | Utfört | Slutfört | Avslutad | Avklarat | Färdigt |
    KLART! | Genomförd.
2025 avslutad ..2024-03-31
    Klart mars 2024
2025 avslutad 2024-01-01..2024-12-31
    Genomfört 2024 | Genomfördes 2024
2025 avslutad 2025-02-10..2025-02-10
    Genomförd 2025-02-10 | Utfört 10/2
2025 oklar
    Vb | Ej påbörjat | Ej påbörjad | Snarast | Omgående | ASAP | På sikt | Inom kort |
    TBD | Ej beslutat | Vilande | 1-2 år | Ska bestämmas | Pausad | ? |
    Beslutas senare | Prio 1 | Kort sikt | Direkt | xx
2025 saknas
    - | – | N/A | Ej aktuellt | n.a. | -- | … | Ingen | Saknas | / | —
"""
# år, channel=period joined by +, how often.
UPPFOLJNINGAR = """
2025 verksamhetsberattelse=2025
    VB | VB 25 | VB 2025 | VB-25 | Verksamhetsberättelse | Verksamhetsber. |
    Verksamhetsberättelsen | vb -25 | I verksamhetsberättelsen |
    Verksamhetsberättelse 2025 | Redovisas i VB | Följs upp i VB | VB för 2025 |
    Nämndens verksamhetsberättelse | verksamhetberättelse | Verksamhetsberättelsn |
    Verksamhets-berättelse | Uppföljning i samband med VB | I nämndens VB 2025 | VB'25 |
    verksamhetsber 2025 | Inför VB 2025
2026 verksamhetsberattelse=2026
    Verksamhetsberättelse 2026 | VB | VB 26 | Verksamhetsberättelse -26
2023 verksamhetsberattelse=2022
    VB 2022 | 2022 års VB
2025 verksamhetsberattelse=2025+tertialrapport=T2 2025
    VB/T2 | VB och T2 | VB samt T2
2025 tertialrapport=T1 2025+tertialrapport=T2 2025+verksamhetsberattelse=2025
    T1, T2 och VB | T1, T2, VB | T1/T2/VB | Tertial 1, 2 och VB |
    Tertialrapport 1, 2 samt VB | T1 + T2 + VB | T1-T2 och VB |
    Tertial 1 och 2 samt verksamhetsberättelsen
2025 tertialrapport=T1 2025
    Tertial 1 | T1 | T1 2025 | Tertialrapport 1 | Tertialuppföljning 1 |
    Tertial 1 2025 | T1-25 | T 1 | Tertialrapporten T1 | TR 1 | Teritalrapport 1 |
    tertialbokslut 1 | Första tertialrapporten
2025 tertialrapport=T2 2025
    Stratsys T2 | Redovisas T2 | Uppföljning T2 i Stratsys | I samband med T2 |
    T2-rapport | Uppföljning tertial 2
2025 tertialrapport=T1 2025+tertialrapport=T2 2025
    T1 och T2 | T1+T2 | T1 & T2 | Tertialrapport 1 och 2
2025 tertialrapport=T2 2025+arsredovisning=2025
    Tertial 2 och årsbokslut | T2 och årsbokslut | T2 samt årsredovisning
2025 tertialrapport - tertialvis
    Tertialvis | I tertialrapporter | Tertialrapporterna | Varje tertial |
    Tertialvis i Stratsys
2025 arsredovisning=2025
    I samband med årsbokslut | Årsbokslut | Bokslut 2025 | Årsredovisning |
    Årsredovisningen 2025 | I årsredovisning -25 | Bokslut | Vid bokslut |
    Årsuppföljning | Årsrapport till KS | Årsrapport 2025 | Helårsuppföljning |
    Helårsbokslut
2025 delarsrapport=2025+arsredovisning=2025
    Delårsbokslut och årsbokslut | Delår och bokslut |
    Delårsrapport och årsredovisning | Delårsrapport/årsredovisning | Delår/helår |
    Delårs- och årsbokslut | Delårs- och helårsuppföljning
2025 delarsrapport=2025
    Delårsrapport | Delårsbokslut | Delårsuppföljning | I samband med delårsrapporten |
    Delårsraport
2025 delarsrapport=augusti 2025
    Delårsrapport augusti | Delårsbokslut aug | Delår aug 2025
2025 delarsrapport=delår 1 2025
    Delår 1 | Delårsrapport 1 | Delårsrapport 1 2025
2025 delarsrapport=2025+verksamhetsberattelse=2025
    Delår och VB | Delårsrapport + VB | Delårsrapport och verksamhetsberättelse
2025 annan=december 2025
    Redovisas i nämnd dec | Rapport till KS i december | Nämnd dec 2025 |
    Redovisning KSAU december
2025 annan
    Muntlig rapport nämnd | Avstämning i BRÅ | Enkät | Trygghetsmätning | Statistik IA |
    Brå | Lokala BRÅ | Utvärdering | Deltagarlista | Antal deltagare |
    Rapport till nämnd | Avstämning med polisen | Uppföljningsmöte | Styrgrupp |
    Dialog med verksamheten | Skriftlig rapport | Polisens statistik | APT | Protokoll |
    Medborgarlöften | Återrapport till KS | Utvärderingsenkät efter utbildning |
    Polisens trygghetsundersökning | Systematiskt kvalitetsarbete | Minnesanteckningar
2025 ordinarie
    I ordinarie verksamhetsuppföljning | Ordinarie uppföljning |
    Ord. verksamhetsuppföljning | Inom ordinarie uppföljning | I linjen |
    Ingår i ordinarie uppföljning | Ordinarie styrning | ordinare uppföljning |
    I ordinarie uppföljningssystem | I den ordinarie verksamhetsuppföljningen |
    Verksamhetsuppföljning | Uppföljning i Stratsys | Stratsys | Hypergene |
    Inom ordinarie ledningssystem
2025 annan - manadsvis
    Månadsvis i ledningsgruppen | Månadsvis | Varje månad i styrgruppen |
    Månatliga avstämningar
2025 annan - kvartalsvis
    Kvartalsvis | Kvartalsvis i BRÅ | Varje kvartal
2025 annan - arligen
    Årlig uppföljning | Elevenkät årligen | Årlig utvärdering | Årligen |
    Följs upp årligen | Årlig rapport till nämnd | 1 ggr/år | Årligen i nämnden |
    Uppföljning årsvis
2025 annan - halvarsvis
    Lokala Brå 2 ggr/år | Två gånger per år | Halvårsvis | 2 ggr/år i styrgrupp
2025 annan - fyra_ganger_per_ar
    4 ggr/år i Brå
2025 annan - tre_ganger_per_ar
    Tre gånger per år i BRÅ
2025 annan - lopande
    Löpande | Löpande uppföljning | Följs upp löpande | Kontinuerligt |
    Löpande avstämning i ledningsgruppen | Fortlöpande
2025 annan - terminsvis
    Varje termin | Terminsvis | Utvärderas terminsvis
2025 annan - vid_behov
    Vid behov | Avstämning vid behov
2025 verksamhetsberattelse=2025+annan
    VB + enkät | VB och enkät | VB samt statistik
2025 verksamhetsberattelse=2025 arligen
    Årligen i VB | Årligen i verksamhetsberättelsen
2025 ordinarie - arligen
    Årligen inom ramen för ordinarie styrning | Årligen i ordinarie uppföljning
2025 arsredovisning=2025 arligen
    Årligen i årsredovisningen | Årligen i samband med bokslut
2025 kvartalsrapport - kvartalsvis
    Kvartalsrapporter | I kvartalsrapporterna
2025 annan=2026
    Uppföljning 2026 | Utvärderas 2026 | Slututvärdering 2026
2025 annan=hösten 2025
    Utvärdering hösten 2025 | Uppföljning under hösten |
    Redovisas för nämnden hösten 2025
2025 kvartalsrapport=Q4 2025
    Uppföljning Q4 | Rapporteras kvartal 4
2025 annan=mars 2026
    Uppföljning mars 2026 | Redovisas mars -26 | Avstämning 2026-03
2025 annan=1 oktober 2025
    Avstämning 1/10 | Redovisas 2025-10-01
2025 saknas
    - | N/A | Ej aktuellt | – | Ingen | Ingen uppföljning | n/a
2025 oklar
    ? | xx | !!
2025 tertialrapport
    Tertialrapport | Tertialuppföljning
2025 tertialrapport=T3 2025
    T3 | Tertial 3
"""
# Impossible times > the suggestion for the whole cell (plan year 2025).
OMOJLIGA = """
2025-13-01 > 2025-01-13 | 31 april 2025 > 2025-04-30 | 30/2 > 2025-02-28 |
vecka 53 2025 > vecka 52 2025 | 2025-06-31 > 2025-06-30 | 20250631 > 2025-06-30 |
250631 > 2025-06-30 | 250231 > 2025-02-28 | 31/11 > 2025-11-30 |
31 sept 2026 > 2026-09-30 | 31 sep > 2025-09-30 | 2025-02-29 > 2025-02-28 |
29/2 2027 > 2027-02-28 | 2024-02-30 > 2024-02-29 | 2025-1-32 > | 32 mars > |
2025-22-05 > 2025-05-22 | T.o.m 2026-31-01 > T.o.m 2026-01-31 |
t o m 2025-31-12 > t o m 2025-12-31 | Klart senast 31/9 > Klart senast 2025-09-30 |
Senast 31 juni 2026 > Senast 2026-06-30 | Senast 2025-11-31 > Senast 2025-11-30 |
fom 2025-04-31 > fom 2025-04-30 | 31-06-2025 > 2025-06-30 | 31.6.2025 > 2025-06-30 |
12/31 2025 > 2025-12-31 | 08/25/2025 > 2025-08-25 | 2025-25-08 > 2025-08-25 |
v.53 2024 > vecka 52 2024 | v. 53 > vecka 52 2025 | 2025-13 > | 13/2025 > | Q5 > |
T4 > | Tertial 5 2026 > | kv 6 > | halvår 3 > | vecka 0 > | v 54 > | 2025-00-01 > |
den 31 november > den 2025-11-30 | 31:a september > 2025-09-30 |
30:e februari 2026 > 2026-02-28 | 29 feb 2026 > 2026-02-28 |
Årligen senast 31/2 > Årligen senast 2025-02-28 |
Löpande tom 2026-06-31 > Löpande tom 2026-06-30 |
2025-01-01 - 2025-06-31 > 2025-01-01 - 2025-06-30 |
2025-31-10 – 2025-12-31 > 2025-10-31 – 2025-12-31 | 2026-2024 > 2024-2026 |
2025-06-30 - 2025-03-01 > 2025-03-01 - 2025-06-30 | HT25-VT25 > VT25-HT25 |
mars 2025 - jan 2025 > jan 2025 - mars 2025 | T2-T1 > T1-T2 | fjärde tertialet > |
20251331 >
"""


def rader(tabell):
    huvud = ""
    for rad in tabell.strip().splitlines():
        if rad.startswith(" "):
            for text in rad.strip().removesuffix("|").split(" | "):
                yield pytest.param(huvud, text.strip(), id=f"{huvud}: {text.strip()}")
        else:
            huvud = rad


def dag(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("huvud", "text"), list(rader(TIDPLANER)))
def test_a_tidplan_of_a_plan_means_what_its_coordinator_means(huvud, text):
    ar, typ, dagar, sist = (*huvud.split(), "-", "-")[:4]
    start, _, slut = dagar.strip("-").partition("..")
    tidplan = tolka_tidplan(text, ar=int(ar))
    assert (tidplan.typ, tidplan.fel, tidplan.text) == (typ, "", text)
    assert (tidplan.start, tidplan.slut) == (dag(start), dag(slut))
    if typ in ("lopande", "aterkommande"):
        assert (tidplan.aterkommer or "-") == sist
    elif sist != "-":
        assert tidplan.precision == sist


@pytest.mark.parametrize(("huvud", "text"), list(rader(UPPFOLJNINGAR)))
def test_an_uppfoljning_of_a_plan_names_its_channels_and_periods(huvud, text):
    ar, _, vantat = huvud.partition(" ")
    *delar, sist = vantat.split(" ")
    ofta = sist if delar and sist in set(Aterkommer) else ""
    vantat = vantat.removesuffix(ofta).removesuffix(" ").removesuffix(" -")
    u = tolka_uppfoljning(text, ar=int(ar))
    rapporter = [(u.kanal, u.period), *((r.kanal, r.period) for r in u.fler)]
    assert rapporter == [
        (kanal, period)
        for kanal, _, period in (ett.partition("=") for ett in vantat.split("+"))
    ]
    assert (u.aterkommer, u.fel, u.text) == (ofta, "", text)


@pytest.mark.parametrize("rad", OMOJLIGA.replace("\n", " ").split("|"))
def test_an_impossible_time_of_a_plan_is_told_with_what_may_be_meant(rad):
    text, _, forslag = (del_.strip() for del_ in rad.partition(">"))
    tidplan = tolka_tidplan(text, ar=2025)
    assert tidplan.fel
    assert tidplan.forslag == forslag
    assert (tidplan.start, tidplan.slut, tidplan.text) == (None, None, text)
