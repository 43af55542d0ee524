"""Words that plans use, for mending words that Word broke in the middle.

PLANORD are whole words as they should look. FRIA are short common words that stand on
their own: two of them in a row are never a broken word («över tid», «där för»).
"""

PLANORD = frozenset(
    """
    aktivitet aktiviteter aktiviteterna aktivitetsplan ansvar ansvarig ansvariga
    ansvarsfördelning anhörigstöd anhöriga arbetsgrupp arbetsgruppen arbetsmarknad
    arbetssätt arbetsledare avdelning avdelningschef avdelningschefer avhoppare
    avhopparverksamhet avidentifierad avidentifierade avrapportering avrapporteras
    avstämning bakgrund barnkonventionen barnrättsperspektiv bedömning befolkning
    beredskapssamordnare biblioteket biblioteken bibliotekschef blankett blanketten
    bostadsbolag bostadsområde bostadsområden brottsförebyggande brottsförebyggare
    delaktighet delområde delområden delårsrapport delårsrapporten demokrati
    demokratiarbete demokratins demokratiska demokratisk demokrativillkor
    demokrativillkoret diskriminering distriktschef dokumentation dokumentet
    elevhälsa elevhälsan enhetschef enhetschefer enkät enkäten extremism extremismen
    extremistisk extremistiska familjerådgivning fastighetsbolag fastighetsägare
    feriearbete feriejobb fritidsgård fritidsgårdar fritidsgården fritidsledare
    fritidschef fritidsverksamhet fältassistent fältassistenter fältverksamhet
    fördjupad föräldrastöd föräldrastödsprogram föräldraskapsstöd föreningar
    föreningsbidrag
    föreningsliv föreningslivet föreningskonsulent föreningsstöd förebygga förebyggande
    förebygger förhindra förhindrande förskola förskolan förskolechef förskolechefer
    förskolor förutsättningar förvaltning förvaltningar förvaltningen
    förvaltningens förvaltningschef förvaltningschefer fullmäktige genomföra
    genomförande genomförs gemensam gemensamma grundskola grundskolan grundutbildning
    gymnasieskola gymnasieskolan gymnasiet handledning handlingsplan handlingsplanen
    handlingsplaner handlingsprogram hantera hantering hatbrott hedersrelaterad
    hedersrelaterat hemtjänst hemtjänsten händelser implementera implementering
    indikator indikatorer individ individen individer informationsinsatser
    informationsmaterial informationsspridning inkludering inledning insatser
    insatserna insatsområde insatsområden integration introduktion kartläggning
    kartläggningen klotterstatistik klottersanering kommunen kommunens
    kommunfullmäktige kommunikation kommunledningskontoret kommunpolis kommunstyrelse
    kommunstyrelsen kommunstyrelsens kompetenshöjande kompetenshöjning
    kompetensutveckling
    konsekvenser kontaktperson kontinuerlig kontinuerligt kunskapshöjande
    kulturskola kulturskolan kvalitetsarbete ledningsgrupp ledningsgruppen
    lokalpolisområde lokalpolisområdet löpande lägesbild lägesbilden lägesbilder
    lärare medarbetare medborgare medborgarhus medborgarhuset medborgarlöfte
    medborgarlöften medvetenhet mottagande mottagning myndigheter myndighet
    målgrupp målgrupper målgruppen målsättning nationella nationell nämnden nämndens
    nämnder nätverk nätverksträffar näringsliv näringslivet områdespolis ordinarie
    organisation organisationer orosanmälan orosanmälningar personal personalen
    perspektiv polisen polismyndigheten propaganda processledare radikalisering
    radikaliseringsprocess rapportering redovisning rekrytering rektor rektorer
    resultat revidering revideras riktlinjer riktlinjerna riskbedömning riskfaktorer
    rutiner rutinen samhälle samhället samhällets samhällsorientering
    samhällsaktörer samhällsplanering samordnare samordnaren samordning samråd samtliga
    samtalsgrupper samverka samverkan samverkansavtal samverkansgrupp
    samverkansform samverkansformer samverkansforum samverkansmöte samverkansmöten
    samverkansöverenskommelse säkerhet säkerhetschef säkerhetsfrågor
    säkerhetssamordnare säkerhetsskydd skyddsfaktorer socialförvaltningen socialnämnden
    socialsekreterare socialtjänst socialtjänsten socialtjänstens stadsdelsdirektör
    stadsdelsförvaltning stadsdelsförvaltningen stadsdelsnämnd stadsdelsnämnden
    stadsdelsområde stadsdelsområdet statistik strategi strategin stödinsatser
    strategisk tertialrapport tertialrapporten tertialrapporter tidplan tidsplan
    tillgänglighet tillgängliga tillsammans tjänstepersoner trafikkontoret
    trossamfund trygghet tryggheten trygghetsarbete trygghetsmätning trygghetsskapande
    trygghetsvandring trygghetsvandringar ungdom ungdomar ungdomarna ungdomsgård
    ungdomsmottagning ungdomsmottagningen uppdatera uppdateras uppdrag uppföljning
    uppföljningar uppföljningen utanförskap utbildning utbildningar utbildningen
    utbildningsförvaltningen utbildningsinsatser utbildningsnämnden utvärdera
    utvärdering utvärderas utveckling utvecklingsledare verksamhet verksamheten
    verksamhetens verksamheter verksamheterna verksamhetsansvarig
    verksamhetsberättelse verksamhetsberättelsen verksamhetschef verksamhetschefer
    verksamhetsområde verksamhetsområden verksamhetsplan verksamhetsplanen
    verksamhetsplanering verksamhetsuppföljning verksamhetsuppföljningen
    vuxenutbildning vuxenutbildningen våldsbejakande våldsförebyggande vårdnadshavare
    värdegrund värdegrundsarbete värdegrundsarbetet årsberättelse årsmål åtgärd åtgärder
    åtgärderna åtgärdsplan ärenden återkommande återkoppling återrapportering
    återrapporteras överenskommelse övergripande översyn
    """.split()
)

FRIA = frozenset(
    """
    alla alltid andra annan annat arbete arbetet att av avser barn bara behov ben blir
    borde bör dag dags dagar dem den denna deras dess dessa det detta dig dit du där
    därför då efter egen eget eller en enligt ett extra fall finns fler flera folk form
    fram från fritid full fyra få får fått följd följer för före först genom ger god gå
    går gång gånger gör göra göras ha hand handling har hela heller hem hen hur här håll
    hög höst i icke in inga ingen inom inte ju kan kanske klar klart kommer kring kultur
    kunna kunskap kvar kväll källa lag land led ledning leder lika liksom liv ligger
    lokal lokala längre man med medan mellan men mer mot mycket många mål måste ned nog
    nu ny nya när nära någon något några och ofta om ort oss par per plan plats polis på
    rad redan rum råd sak samt samma sedan sig sin sina sitt ska skall skola skolan
    skolor som stad staden stort större stå står stöd så sätt ta tar tid tiden till
    tills tjänst tog tre trygg två under ung unga upp ur ut utan utifrån val vara
    varav varje vem vid vidare vilka vilken vill vår vård väg väl vän åka år åren åt
    än är även öppen över
    """.split()
)

SAMMANBINDER = frozenset("och eller samt respektive resp men som till som".split())
