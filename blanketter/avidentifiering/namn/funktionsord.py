"""Words that are never anybody's name, although lists of names from all over hold some.

Pronouns, prepositions, conjunctions, common verbs and adverbs: what sentences begin
with. A word of these that Swedes do bear («Per», «Hans», «My») is not among them.
"""

FUNKTIONSORD = frozenset(
    """jag du han hon hen den det vi ni de dom dem man en ett mig dig sig oss er honom
    henne min mitt din ditt sin sitt vår vårt våra ert era hennes dess deras denna denne
    detta dessa vilken vilket vilka vem vems vad var vart varför hur när då där här dit
    hit nu sen sedan så också även bara inte ej aldrig alltid ofta ibland kanske nog väl
    ju dock ändå redan ännu snart strax igen idag igår imorgon ikväll inatt imorse nyss
    alla allt allting all andra annan annat båda bägge flera fler få färre någon något
    några nån nåt nåra ingen inget många mycket mer mest mindre minst vissa viss
    visst samma sådan sådant sådana och å eller men utan samt för ty att som än om fast
    fastän eftersom medan innan tills ifall huruvida därför därefter därifrån därav
    härmed härefter därmed dessutom däremot emellertid annars alltså i på av till från
    med mot åt ur hos vid under över efter före inför bland genom kring omkring runt
    mellan trots enligt inom utom utanför innanför bredvid nära bakom framför längs
    ovanför förbi via pga ca cirka sedermera ungefär är vara varit blir blev bli blivit
    har ha hade haft kan kunde kunna ska skall skulle vill måste bör borde får fick fått
    går gick gör gjorde göra gjort ser såg säger sa sade kom kommer tar tog ger gav ta
    ge sett sagt hört hörde finns fanns står stod satt sitter ligger låg heter hette
    tack hej hejsan tjena hallå mvh vh ps obs ok okej okay ja jo nej nä jaha javisst
    först sist sista första tredje nästa förra senaste ny nya nytt gammal gamla stor
    stora liten lilla små bra dålig dåliga god goda gott hela helt halva varje vardera
    två tre fyra fem sex sju åtta nio tio elva tolv ena enda själv själva upp ner ned in
    ut hem bort fram tillbaka hemma ute inne uppe nere borta tyvärr tas ges sägs
    förresten möjligen troligen antagligen säkert naturligtvis självklart tydligen
    faktiskt egentligen verkligen särskilt framförallt bl bla osv etc dvs resp ang
    angående gällande avseende rörande beträffande anledning enl tel mobil nr kl datum
    plats tid klocka fråga svar åtgärd händelse notering anteckning bilaga kopia ärende
    höst sommar vinter måndag tisdag onsdag torsdag fredag lördag söndag januari
    februari mars augusti september oktober november december påsk jul midsommar pingst
    advent ramadan eid pesach purim chanukka hanukka newroz nowruz ashura diwali sms mms
    iban mejl kontonummer the of and to for with from this that are was not you your is
    it on at me we they she her his""".split()
)
