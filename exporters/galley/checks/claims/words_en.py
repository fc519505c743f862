"""English words of the claim rules: one phrase a line, in small letters."""

from __future__ import annotations

PARTS = {
    "about": (
        "(?:(?:about|almost|around|as much as|at least|below|more than|nearly|only"
        "|over|roughly|some|under|up to) )*"
    ),
    "any": "(?: any| all| the slightest| a single| whatsoever)",
    "range": "<count>(?:(?: to |–|-| or | and )<count>)?",
    "digits": r"\d(?:[\d.,]*\d)?",
    "small": "one|two|three|four|five|six|seven|eight|nine|ten",
    "tens": (
        "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
        "|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    ),
    "scale": "hundred|thousand|million|billion",
    "large": (
        r"<digits>(?: <scale>)?|<tens>(?: <scale>)?|(?:<small>|a|several|a few) <scale>"
        "|(?:hundreds|thousands|millions|billions|dozens) of"
    ),
    "count": r"<digits>(?: <scale>)?|<tens>(?: <scale>)?|<small>(?: <scale>)?|several <scale>",
    "percent": r"(?:<count>(?:(?: to |–|-| and )<count>)?) ?(?:%|percent|per cent)",
    "fraction": (
        "(?:a|one|two|three|four) (?:third|quarter|fifth|sixth|tenth)s?"
        "|(?:one|two|three|four)-(?:third|quarter|fifth|sixth|tenth)s?|half"
    ),
    "people": (
        "patients?|people|persons?|survivors?|carers?|caregivers?|respondents?|participants?"
        "|volunteers?|women|men|children|adults?|teenagers?|adolescents?|infants?|babies|newborns?"
        "|relatives|families|nurses|doctors|physicians|neurologists|therapists|physiotherapists"
        "|smokers|drivers|workers|students|individuals|subjects|sufferers|residents|inpatients"
        "|outpatients|users|victims|households|spouses|partners|parents|mothers|fathers|readers"
        "|athletes|veterans|cases|inhabitants|citizens|controls"
    ),
    "group": "group|arm|cohort|sample|those|us|them|population",
    "time": ("milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|nights?"),
    "measure": (
        r"points?|kg|kilograms?|kilos?|metres?(?: per second)?|meters?(?: per second)?|m/s|cm|mm"
        r"|centimetres?|millimetres?|degrees|steps?|mmhg|mm hg|ng/ml|mg/dl|mmol/l|beats"
        r"|standard deviations?|litres?|words|repetitions|units|millilitres?|ml"
    ),
    "risk": (
        "risks?|chances?|likelihood|odds|probability|danger|hazard|incidence|mortality|deaths?"
        "|death rates?|rates?"
    ),
    "down": "reduc|lower|cut|decreas|diminish|fall|fell|drop|shrink|shrank|slash|prevent",
    "up": "rais|increas|rise|rose|grow|grew|boost|elevat",
    "halved": ("halv(?:es?|ed|ing)|doubl(?:es?|ed|ing)|tripl(?:es?|ed|ing)|quadrupl(?:es?|ed|ing)"),
    "times": r"twice|thrice|<count> times|<count>-?fold|(?:two|three|four|five|ten)fold",
    "effect": (
        "effects?|improvements?|reductions?|increases?|decreases?|changes?|differences?|gains?"
        "|benefits?|impact|declines?|rise|drop|fall|recovery|correlations?|associations?"
        "|relationships?|responses?|advantages?|progress|results?|influence|relief|growth|boost"
        "|worsening|interactions?|shortening|loss"
    ),
    "treatment": (
        "treatments?|therap(?:y|ies)|cures?|methods?|techniques?|approach(?:es)?|programmes?"
        "|programs?|medicines?|drugs?|medications?|tablets?|pills?|remed(?:y|ies)|exercises?"
        "|training|stimulation|surgery|operations?|injections?|infusions?|devices?|helmets?"
        "|machines?|care|services?|rehabilitation|solutions?|supplements?|technolog(?:y|ies)"
        "|interventions?|equipment|massage|diet|protocols?|scanners?|courses?"
    ),
    "place": (
        "clinics?|hospitals?|cent(?:re|er)s?|units?|departments?|teams?|facilit(?:y|ies)|practices?"
        "|address|places?|wards?|institutes?"
    ),
    "expert": (
        "doctors?|neurologists?|surgeons?|neurosurgeons?|specialists?|physicians?|therapists?"
        "|physiotherapists?|experts?|nurses?|professors?|consultants?|psychologists?|healers?"
    ),
    "ranked": "<treatment>|<place>|<expert>",
    "harmed": (
        "damage|disabilit(?:y|ies)|disablement|disabled|deficits?|loss|losses|blindness|deafness"
        "|weakness|paralysis|injur(?:y|ies)|injured|impairments?|harm|scars?|scarring|brain damage"
        "|vegetative|hair loss|changes? (?:in|to) (?:vision|hearing)|symptoms?|problems?"
        "|difficult(?:y|ies)|blind|deaf|paralysed|paralyzed|lost|destroyed|closed"
        "|hearing loss|sight loss|nerve damage|consequences"
        "|dependence|disorders?|deformit(?:y|ies)|contractures?|side effects?|complications?"
        "|destroys?|damages?|damaged|harms|harmed|impairs?|impaired|lose|loses"
    ),
    "finite": (
        "is|are|was|were|has|have|had|can|may|might|will|does|did|helps?|reduces?|reduced|lowers?"
        "|lowered|raises?|raised|improves?|improved|cuts|halves|halved|doubles|doubled|increases"
        "|increased|prevents?|works|leads|brings|makes|takes|lasts|restores|repairs|strengthens"
        "|changes|starts|begins|ends|remains|becomes|shows|needs|protects|gives|keeps|slows"
    ),
    "fitted": (
        "pacemakers?|implants?|implanted|electrodes?|stents?|shunts?|catheters?|tubes?|colostomy"
        "|device|teeth|tooth|residents?|residence|staff|jobs?|address|members?|post|position"
        "|contracts?|records?|make-?up|marker|tracheostomy|in place"
    ),
    "hundred": "100 ?(?:%|percent|per cent)|(?:a|one) hundred (?:percent|per cent)",
    "study": (
        "research|stud(?:y|ies)|trials?|evidence|science|scientists|researchers|experiments?"
        "|meta-analys[ei]s|reviews?|surveys?|data|findings|investigations?|investigators"
        "|neuroscientists|neuroscience|literature|experience from trials|work in animals"
    ),
    "finds": (
        "shows?|showed|shown|demonstrates?|demonstrated|proves?|proved|proven|suggests?|suggested"
        "|indicates?|indicated|finds?|found|confirms?|confirmed|reveals?|revealed|establish(?:es|ed)"
        "|reports?|reported|supports?|supported|concludes?|concluded|points? to|pointed to"
        "|documents?|documented|agrees?|observed|discovered|tells? us|identified|detected|linked"
        "|links?"
    ),
}

SINGLE = {
    "negation": r"""
        not(?! only| just| merely)
        no(?! other| matter| doubt)
        never
        nor
        neither
        cannot
        \w+n['’]t
        nobody
        nothing
        none
        without
        hardly
        rarely
        seldom
        barely
        unlikely
        impossible
        instead of
        rather than
        far from
        unproven
        lacks?
        whether
    """,
    "denial": r"""
        nobody
        no one
        none of (?:us|them|the)
        no (?:serious |honest |single |known |good )?(?:<ranked>|study|studies|trials?|evidence)
        there is no
        it is not true
        nor
    """,
    "breaks": r"""
        but
        yet
        and
        so
        because
        although
        though
        while
    """,
    "negation_after": r"""
        (?:\w+ ){0,3}(?:not(?! only| just)|never|rarely|seldom|unlikely|impossible|cannot|
            \w+n['’]t)
        (?:is|are|remains?) (?:possible|rare|unusual|uncommon|uncertain|unknown|unclear|unproven|
            a myth)
    """,
    "hedge": r"""
        may
        might
        could
        perhaps
        possibly
        hop(?:e|es|ed|ing)
        aims?
        goal
        wish(?:es)?
        dreams?
        few
        some
        sometimes
        a chance of
        chances of
        towards?
    """,
    "doubt": r"""
        advert(?:s|isements?|ising)?
        beware
        wary
        suspici\w+
        distrust\w*
        mistrust\w*
        myths?
        legend
        misleading
        false\w*
        untrue
        too good to be true
        second look
        s[ck]eptic\w*
        be careful
        careful with
        so-called
        (?:the )?words?(?: such as| like)?
        the (?:term|phrase)
        exaggerat\w+
        hype
        red flag
        warning signs?
        (?:who|that|which|anyone|anybody|somebody|someone|whoever|clinics|websites|
            leaflets) (?:\w+ )?(?:promis|claim|guarantee)\w*
        (?:a|any|every|such|these|those|his|her|their) promises?
        promises? (?:of|to)
        often called
        is often said
        used to (?:say|believe|think|be thought)
        doubts?
        question (?:any|every|such)
        nonsense
        quack\w*
    """,
    "order": r"""
        (?:please |always |never |then |so |but |and |also |first |now |simply |just |
            do )*(?:add|aim|allow|apply|arrange|ask|avoid|be|begin|book|breathe|bring|call|carry|
            check|choose|clean|come|continue|count|cover|cut|discuss|do|don['’]t|drink|drive|eat|
            enter|expect|fill|find|follow|get|give|go|have|hold|increase|inject|insist|join|keep|
            lay|learn|leave|let|lie|lift|listen|look|make|mind|move|note|open|park|pay|phone|
            place|plan|practise|put|raise|read|reduce|remember|remove|repeat|ring|rub|say|see|
            set|show|sit|slow|speak|stand|start|stay|stick|stop|swallow|take|talk|tell|think|
            train|try|turn|use|visit|wait|wash|watch|wear|write)
        (?:exercise|practice|rest|sleep|change|stretch|walk|contact|measure|press|
            limit)(?!.* (?:<finite>) )
        please
        not before
    """,
    "duty": r"""
        should
        must
        ought
        need(?:s)? to
        have to
        has to
        do not
        don['’]t
        please
        recommended (?:dose|daily)
        at most
        your
        no more than
    """,
    "speech": r"""
        if (?:\w+ ){1,4}(?:tells?|says?|said|promis\w+|claims?|reads?|hears?|told|offers?|
            advertis\w+)
        when(?:ever)? (?:\w+ ){1,4}(?:tells? you|says?|promis\w+|claims?|offers?)
        (?:you|anyone who) (?:read|hear|reads|hears)
        ask (?:\w+ ){0,4}(?:whether|if|what|which|how|to see|for)
        find out (?:whether|if)
        to (?:find out|learn|test|see|know|ask) (?:whether|if|what|how)
    """,
    "own": r"""
        (?:our|my) own (?:calculation|estimate|count)s?
        own calculation
        (?:we|i) (?:have )?calculated
        calculated (?:here|by us|from)
        made-up
        invented (?:numbers?|example|figures?)
        imagine
        suppose
        say that
        let us assume
        for example, if
    """,
    "story": r"""
        mrs?\.?
        ms\.?
        he
        she
        his
        my
        i
    """,
}

TERMS = {
    "absolute": {
        "lasting": r"""
            permanent(?:ly)?
            for good(?= *(?:$|[.,;:!]| and| or| when| if| without))
            for ?ever
            once and for all
            never (?:to )?(?:comes?|come|returns?|recurs?|relapses?|fades?|wears?) ?(?:back|
                again|off)?
            will (?:never|not) (?:come back|return|recur|fade|wear off|relapse|be lost)
            for the rest of (?:your|their) (?:life|lives)(?= without)
            lasts? a lifetime
            (?:lifelong|life-long|everlasting|irreversible) (?:effect|relief|cure|recovery|
                improvement|results?|freedom)
        """,
        "cure": r"""
            cures?(?: the| your| all| every)?
            cured
            (?:complete|full|total|perfect|hundred per cent|100%) (?:recovery|cure|healing|
                restoration|remission|regeneration|relief)
            (?:recovers?|recovered|heals?|healed|restor(?:e|es|ed|ing)|regenerat(?:es?|ed)|
                revers(?:es?|ed)|regains?|eliminat(?:es?|ed)|remov(?:es?|ed)|eradicat(?:es?|ed)|
                repairs?|repaired|disappears?|vanish(?:es)?|
                resolves?)(?: \w+){0,4} (?:completely|fully|totally|entirely|in full|100%|
                perfectly)
            (?:completely|fully|totally|entirely|perfectly) (?:recovers?|recovered|heals?|healed|
                restor(?:e|es|ed|ing)|regenerat(?:es?|ed)|revers(?:es?|ed)|regains?|
                eliminat(?:es?|ed)|remov(?:es?|ed)|eradicat(?:es?|ed)|repairs?|repaired|
                disappears?|well again|healthy again|normal again)
            eradicates?
            as good as new
            back to normal for everyone
        """,
        "certain": r"""
            guarantees?
            guaranteed
            guaranteeing
            <hundred> (?:effective|success\w*|certain\w*|sure|reliable|cured?|recovery|results?|
                guaranteed|of the time)
            always (?:works?|helps?|succeeds?|leads? to|restores?|improves?|heals?|recovers?|
                returns?|repairs?|cures?|brings?(?: back)?|stops?|relieves?|prevents?|effective|
                successful|gets? better|ends? (?:well|in)|reverses?|responds?|eases?|benefits?|
                reduces?|removes?|strengthens?|protects?|regains?|walks?|comes? back|wins?|
                makes? \w+ better|rebuilds?|reconnects?|reopens?|produces?)
            (?:is|are|was|were) always (?:effective|successful|safe|better|helpful|complete|
                cured|restored|reversible)
            never (?:fails?|harms?|hurts? anyone|disappoints?|causes? (?:any )?(?:harm|damage|
                side effects?|problems?))
            (?:certain|sure|bound|guaranteed) to (?:recover|improve|work|walk|heal|help|return|
                get better|succeed|regain|come back|speak|benefit|be cured)
            (?:certainly|definitely|surely|undoubtedly|without (?:a )?doubt|inevitably) (?:will |
                be )?(?:recover|improve|work|walk|heal|help|return|cure|get better|succeed|
                regain|benefit|restore|be cured)\w*
            will (?:certainly|definitely|surely|undoubtedly|without (?:a )?doubt) (?:be )?\w+
            without fail
            fail-?(?:safe|proof)
            fool-?proof
            infallibl[ey]
            works? (?:every time|for (?:everyone|everybody|every patient|all patients|anyone)|
                in every case)
            (?:success|recovery|a cure|results?) (?:is|are) (?:certain|assured|a certainty)
            success rate of 100 ?%
            no (?:patient|one|body) (?:stays|remains) (?:disabled|paralysed|ill|weak)
        """,
        "safe": r"""
            (?:<hundred>|completely|totally|entirely|perfectly|absolutely|utterly|wholly|
                always) (?:safe|harmless|risk-free|painless and safe|free (?:of|from) (?:risks?|
                side effects?|harm))
            (?:without|no|zero|free (?:of|from)|not a single|have no|
                has no)<any>? (?:side[- ]effects?|risks?|adverse (?:effects?|events?|reactions?)|
                dangers?|complications?|harm)
            side[- ]effect[- ]free
            risk[- ]free
            cannot (?:possibly )?(?:do|cause) (?:any )?harm
            (?:does|can do) no harm
            safe for (?:everyone|everybody|all|anyone)
        """,
        "everybody": r"""
            (?:every|each|every single|any) (?:\w+ )?(?:patient|person|child|survivor|one|man|
                woman|stroke survivor|participant) (?:\w+ ){0,5}?(?:recovers?|improves?|
                benefits?|walks?|heals?|learns to|regains?|responds?|succeeds?|speaks|
                gets better|walk again|be cured|is cured|gets well)
            (?:everyone|everybody|anyone) (?:\w+ ){0,4}?(?:recovers?|improves?|benefits?|heals?|
                regains?|gets better|get better|walks?|succeeds?|responds?|gets well)
            all (?:our |of our |the |of the )?(?:<people>)(?: \w+){0,3}? (?:recover|improve|
                benefit|heal|regain|get better|walk again|respond|are cured|get well|will walk)
        """,
    },
    "superlative": {
        "best": r"""
            (?:very )?best(?:-ever)?(?: \w+){0,2}? (?:<ranked>|in (?:the (?:country|region|world|
                city)|asia|europe))
            (?:is|are|remains?|stays?) (?:simply |by far |still |clearly |undoubtedly |
                without doubt )?the (?:very )?best(?= *(?:$|[.,;:!]|(?:in|of|for|that|there|we|
                you) |available))
            (?:safest|strongest|fastest|finest|quickest|gentlest|greatest|smartest|newest|
                latest and greatest|surest|purest|mightiest)(?: \w+){0,2}? <ranked>
            (?:is|are|remains?) (?:by far |still |clearly )?the (?:safest|strongest|fastest|
                finest|quickest|gentlest|surest|greatest)
            finest
            top(?:-rated|-ranked)? <expert>
            top(?:-rated|-ranked)? <place>
            (?:leading|foremost|premier) (?:\w+ )?(?:<place>|<expert>)
            better than (?:any|all|every) (?:other )?(?:<ranked>)
            (?:superior to|surpasses|outperforms|outclasses|beats) (?:any|all|
                every)(?: other)? (?:\w+ )?(?:<ranked>)
            enormously valuable
            fundamentally different
        """,
        "most": r"""
            most (?:effective|comprehensive|advanced|powerful|modern|experienced|successful|
                sophisticated|innovative|complete|potent|efficient|renowned|trusted|reputable|
                respected|qualified|precise|accurate|skilled|skilful|famous|gifted|reliable|
                up-to-date|cutting-edge|sought-after|promising|valuable|significant|thorough|
                beneficial|remarkable|outstanding|exclusive|ingenious|gentle|natural)
        """,
        "only": r"""
            (?:the|our|their|is|as) only (?:\w+ ){0,2}?(?:<ranked>|way|option|thing|hope|
                chance)(?: that| which| to| for| with| of| in| who)
            (?:the|our) only (?:\w+ ){0,1}?(?:<treatment>|<place>|<expert>)
            no other (?:\w+ )?(?:<ranked>)
            no (?:\w+ )?(?:<ranked>) (?:\w+ ){0,2}?(?:better|as well|more (?:effectively|
                reliably))
            the only (?:one|ones|person|people) (?:who|that|in)
            (?:can|will) only be (?:treated|cured|healed|restored) (?:by|with|here|at)
            nothing (?:else )?(?:works|helps) (?:as well|better|like)
            like no other
        """,
        "unrivalled": r"""
            number[- ]one
            no\. 1
            \#1
            unrivall?ed
            unmatched
            unparall?elled
            unparalleled
            unbeatable
            unsurpassed
            unequall?ed
            incomparable
            peerless
            second to none
            without (?:equal|rival)
            has no (?:equal|rival)s?
            world[- ]class
            world[- ]leading
            world-beating
            first-class
            state[- ]of[- ]the[- ]art
            cutting[- ]edge
            gold[- ]plated
            ultimate
        """,
        "wonder": r"""
            revolutionary
            revolutioni[sz](?:es?|ed|ing)
            revolution in
            breakthroughs?
            break-through
            miracles?
            miraculous(?:ly)?
            magic(?:al|ally)?
            wonder (?:drug|cure|weapon|pill|treatment|therapy)
            wondrous
            game[- ]chang(?:er|ing)
            ground[- ]?breaking
            sensational
            phenomenal
            spectacular(?:ly)?
            once-in-a-lifetime
            superior
        """,
    },
    "significant": {
        "adverb": r"""
            significantly
            dramatically
            markedly
            drastically
        """,
        "adjective": r"""
            (?:significant|dramatic|marked|drastic)(?: and \w+)?(?: \w+){0,2}? (?:<effect>)
            (?:<effect>)(?: [\w-]+){0,8}? (?:is|was|were|are|be|been|proved|became|
                remained)(?: \w+)? (?:significant|dramatic)
            (?:significant|dramatic|marked)ly
        """,
    },
    "research": {
        "study": r"""
            (?:<study>)(?:,? [\w-]+){0,6}? (?:has |have |had |also |now |clearly |consistently |
                repeatedly |already |long |recently |even |strongly |convincingly |
                therefore )*(?:<finds>)
            (?:according to|based on) (?:[\w-]+ ){0,3}?(?:<study>)
            as (?:[\w-]+ ){0,3}?(?:<study>) (?:have |has )?(?:<finds>)
            in (?:[\w-]+ ){0,3}?(?:studies|trials),
            (?:researchers|scientists|neuroscientists) (?:know|agree|believe|think)
            (?:good|strong|solid|growing|clear|convincing|robust|ample|mounting|much|plenty of|
                overwhelming|scientific|clinical|increasing) evidence (?:that|for|in favour of|
                of|behind)
            (?:is|was|has|have|on|the|by) evidence (?:that|for|in favour)
            evidence is (?:strong|clear|solid|overwhelming|convincing|growing)
            by (?:[\w-]+ ){0,2}?(?:studies|trials|research)
            backed by (?:[\w-]+ ){0,2}?(?:science|research|evidence|studies)
            science (?:is clear|says|knows)
        """,
        "proven": r"""
            (?:scientifically|clinically|medically|well|long|firmly|now well)[- ](?:proven|
                proved|established|documented|shown|demonstrated|confirmed|tested|supported|
                recognised|recognized|validated)
            (?:is|are|was|were|been|has|have) (?:now |long |repeatedly |clearly |already |
                also )?(?:proven|proved|scientifically \w+)
            (?:has|have|had) been (?:\w+ )?(?:shown|demonstrated|proven|proved|established|
                confirmed|documented|found (?:that|to))
            (?:is|are) (?:\w+ )?(?:known|shown|demonstrated|established) (?:to|that)
            it is (?:now |widely |generally |universally )?(?:known|accepted|recognised|
                recognized|agreed|proven|established|undisputed) that
            proven (?:to|effective|benefits?|treatments?|therap\w+|methods?|results?|techniques?|
                ability)
            scientific(?:ally)? (?:consensus|fact|proof|proven)
            evidence-based
        """,
    },
    "number": {
        "share": r"""
            <about><percent>(?: of (?:the |all |our |older )?(?:[\w-]+ )?<people>)?
            <about><fraction> (?:of )?(?:the |all |our |their |those )?(?:[\w-]+ ){0,3}?<people>
            <fraction> of (?:them|us|those)
            <about><count>(?: <people>)? (?:in|out of)(?: every| each)? (?:<digits>|<small>|
                <tens>|(?:a|one) <scale>)(?! o['’]clock)
            <count> (?:of|per)(?: every| each| the)? <digits>
            every (?:second|third|fourth|fifth|sixth|eighth|tenth) (?:\w+ )?(?:<people>|strokes?|
                seizures?)
        """,
        "people": r"""
            <about><large>(?: [\w-]+){0,3}? <people>
            (?:about |around |some |nearly |almost |over |more than |roughly |tens of |
                hundreds of )?(?:<count>|several|many|a) (?:million|billion)
            (?:tens of |hundreds of )?(?:millions|billions)
        """,
        "size": r"""
            (?:by |of |about )?<count>(?:(?: to |–|-| and )<count>)? ?(?:<measure>)
            <times> (?:as |more |less |higher|greater|larger|better|faster|the |lower|worse|
                longer|stronger|bigger)+(?:\w+)?
        """,
        "time": r"""
            (?:for |within |about |after |up to |only |around |nearly |
                at least )*<range> (?:<time>)(?: (?:a day|earlier|later|after|before|longer|
                shorter|sooner|faster))?
        """,
        "decades": r"""
            (?:past|last|recent) (?:<count>|few|several) decades
        """,
    },
    "percent": {
        "share": r"""
            <about><percent>
            <about><fraction>(?= (?:of )?(?:the |all |our |their |
                those )?(?:[\w-]+ ){0,3}?(?:<people>))
            <about><fraction>(?= of (?:them|us|those|these))
        """,
    },
    "relative": {
        "ratio": r"""
            (?:odds|hazard|risk|rate|incidence rate) ratios?(?: [\w-]+){0,8}? (?:of |was |is |
                were |about |at )*(?:about |around )?<digits>
            relative risks?(?: [\w-]+){0,8}? (?:of |was |is |about )*<digits>
            (?:hr|rr|aor|ahr|arr) ?[=:]? ?<digits>
            or ?[=:] ?<digits>
            (?<=\()or <digits>
        """,
        "likely": r"""
            <times> (?:as|more|less) (?:likely|common|frequent|often|probable|prone|apt|at risk)
            <times> (?:the|their|his|her|a|your|as high a|as great a|higher|greater|lower|
                increased)(?: \w+){0,2}? <risk>
            (?:<percent>|<fraction>|half) (?:as|more|less) (?:likely|common|frequent|often|prone)
            (?:half|twice) as (?:many|often|likely|frequent|common|high)
            (?:two|three|four|five|ten|<digits>)-?fold(?: \w+){0,2}? <risk>
            <risk>(?: [\w-]+){0,6}? (?:<times>|<percent>|<count> times) (?:as high|higher|
                greater|lower|less|smaller|more|as great|as large)
            <percent> (?:higher|greater|lower|smaller|reduced|increased|more|less|
                fewer)(?: \w+){0,3}? (?:<risk>|strokes?|seizures?|relapses?|falls|attacks|
                admissions|infections|events)
        """,
        "change": r"""
            <halved>(?: [\w-]+){0,4}? <risk>
            (?:<risk>)(?: [\w-]+){0,8}? (?:was |is |were |are |has |have |had |been )*(?:<halved>)
            (?:<down>|<up>)\w*(?: [\w-]+){0,3}? (?:<risk>)(?: [\w’'-]+){0,8}? (?:by |
                of )?(?:about |around |up to |as much as |nearly |almost |over |more than |some |
                at least |roughly |only |a |an )*(?:<percent>|<fraction>)
            (?:<risk>)(?: [\w-]+){0,8}? (?:<down>|
                <up>)\w*(?: [\w-]+){0,3}? (?:by )<about>(?:<percent>|<fraction>)
            <percent> (?:relative )?(?:risk )?(?:reduction|decrease|increase|drop|fall|
                rise)(?: \w+){0,2}? (?:<risk>|strokes?|seizures?|relapses?|falls|attacks)
            relative risk reduction of <percent>
        """,
    },
}

SOUND = {
    "absolute": r"""
        permanent(?:ly)?(?: \w+){0,2}? (?:<harmed>|<fitted>)
        (?:<harmed>)(?: [\w-]+){0,5}? permanent(?:ly)?(?! (?:reliev|improv|restor|cur|heal|remov|
            reduc|eliminat|revers|eas|repair|disappear|gone|better|solv|free|treat)\w*)
        (?:not |non-?|semi-?)permanent(?:ly)?
        permanent(?:ly)? (?=\w+ (?:resident|address))
        cured? (?:meat|ham)
        no risks? (?:factors?|assessment|groups?)
        without risks? factors?
        (?:without|no) (?:serious|severe|major|relevant|known|important|lasting|new|further|
            additional|extra|greater) \w+
        (?:no|without)(?: any)? (?:side[- ]effects?|adverse \w+|complications|
            harm)(?: \w+){0,3}? (?:reported|seen|observed|recorded|found|noted|described|
            documented|occurred)
        (?:everyone|everybody|every \w+)(?: \w+){0,3}? (?:recovers?|heals?|improves?|
            learns)(?: [\w-]+){0,3}? (?:differently|own (?:way|pace|time|speed|rhythm)|
            at a different pace)
        (?:until|before|after|once|in case of|signs? of|towards?|measure of|definition of|what|
            search for|way to|path to|road to|instead of|short of) (?:a |an )?(?:complete|full|
            total) recovery
        (?:rarely|seldom) (?:\w+ ){0,2}(?:completely|fully)
        money[- ]back guarantees?
        guaranteed? (?:minimum|hours|income|wage|anonymity|confidentiality|privacy|funding|
            by (?:law|the constitution))
        (?:search|hope|wait|looking|race) for (?:a |the )?cures?
        completely safe from
        always (?:ask|tell|call|check|keep|bring|read|wash|use|consult|carry|wear|talk|seek)
    """,
    "superlative": r"""
        at best
        best before
        best (?:possible )?interests?
        (?:do|does|did|doing|done|try|tries|tried|trying|give|gave) (?:its|my|your|his|her|their|
            our|the) (?:very )?best
        best wishes
        best (?:available )?(?:evidence|practices?|estimates?|known|guess|predictor|fit|friend|
            moment|time|day|seller|of luck)
        best practice (?:centre|center|care|programme)
        as best
        (?:which|what|who|whether|where|how)(?: \w+){0,5}? best(?: \w+){0,2}
        what is best
        best (?:discussed|done|taken|judged|known|seen|avoided|left|treated|started|asked|decided)
        best for (?:you|him|her|them|your|each)
        most (?:effective|successful|beneficial|valuable|powerful) (?:when|if|during|while)
        most (?:people|patients|of|common|often|frequent(?:ly)?|likely|cases|carers|survivors|
            days|families)
        breakthrough (?:bleeding|pain|seizures?|infections?|symptoms|attacks?|cancer)
        number[- ]one (?:cause|killer|reason|risk|priority|rule|enemy|concern|question|wish|goal)
        no\. 1 (?:cause|killer|reason|risk)
        leading (?:causes?|questions?|role|idea|candidate|symptom|sign)
        magic (?:mushrooms?|trick|tricks|wand)
        only (?:approved|licensed|licenced|registered)
        only (?:\w+ )?(?:treatment|therapy|drug|device|method|place|centre|center|unit|doctor|
            patient|trial)s? (?:approved|licensed|registered|tested|studied|that took part|
            in (?:the|this|our) (?:study|trial|table|figure|district))
        superior (?:vena|temporal|colliculus|parietal|cerebellar|frontal|sagittal|oblique|rectus|
            gyrus|limb|part|surface|to (?:usual|placebo|sham|standard|control))
        state[- ]of[- ]the[- ]art reviews?
        ultimate (?:goal|aim|decision|responsibility|cause)
        miracle of
        cutting edge of
    """,
    "significant": r"""
        significant others?
        (?:called|termed|labelled) significant
        statistical(?:ly)? significan\w+(?: \w+){0,2} (?:need not|does not|is not|may not|can be|
            says|means|only|tells)
        significant(?:ly)? (?:means?|does not mean)
    """,
    "research": r"""
        (?:no|little|hardly any|scant|limited|weak|insufficient|scarce|too little|not enough|
            lack of|absence of|poor) (?:\w+ )?evidence
        evidence(?: \w+){0,4}? (?:is|are|remains?|was) (?:still |so far |very |too )?(?:weak|
            thin|scarce|lacking|missing|limited|insufficient|mixed|uncertain|poor|low|
            conflicting|sparse|inconclusive|contradictory|not|shaky|modest|incomplete)
        evidence (?:ladder|level|class|table|line|gap|base)s?
        (?:what|which|how|why|whether|where|who|
            if) (?:[\w-]+ ){0,4}?(?:<study>)(?: \w+){0,3}? (?:<finds>)
        (?:no|few|neither|none of the) (?:[\w-]+ ){0,3}?(?:<study>)
        (?:will|should|must|could|may|might|can|would|to) (?:soon |then |one day )?(?:<finds>)
        (?:has|have|had|is|are|was|were|been) (?:not|never|yet)(?: yet| been| ever)* (?:to be )?\w+
        (?:not|never|hardly|un)(?: yet| been| well| clinically| scientifically)*[- ]?(?:proven|
            proved|shown|established|demonstrated|known|confirmed|found)
        unproven
        (?:further|more|new|larger|future|ongoing|better) (?:<study>) (?:is|are|will|must|should|
            need)
        (?:this|our|the present) (?:article|page|text|series|chapter) \w+(?: \w+){0,6}
        what (?:has been|have been|was|is|were) (?:\w+ )?(?:shown|found|proven|known|seen)
        was first (?:described|reported|shown|found)
        (?:it|this) (?:is|was) (?:often |sometimes )?(?:said|claimed) (?:to|that)
        study (?:nurse|visit|group|leader|table)s?
        (?:reports?|supports?|links?|documents?|agrees?) (?=from|to the|for|group)
        data (?:protection|sheet)
        found (?:in|on|at|under|near) (?:the )?(?:table|figure|appendix|list|back|end|website|
            leaflet|page)
        i found
        review(?:s|ed)? (?:appointment|date|by)
    """,
    "number": r"""
        (?:19|20)\d\d(?:(?:–|-| to | and )(?:19|20)?\d\d)?
        (?:january|february|march|april|may|june|july|august|september|october|november|
            december) \d+
        \d+ (?:january|february|march|april|may|june|july|august|september|october|november|
            december)
        (?:figures?|tables?|sections?|chapters?|equations?|boxes|box|panels?|pages?|rooms?|
            floors?|steps?|items?|questions?|numbers?|call|dial|ring|phone|level|grade|stage|
            type|types|phase|version|part|no\.|day|week|month|question|wards?|chromosome|
            factor) <digits>(?:(?:–|-| to | and |, )<digits>)*
        (?:between|from) \d+ (?:and|to) \d+(?= (?:on|o'clock|every day|in the))
        aged? (?:<count>|between)(?:(?: to |–| and )<count>)?
        <count>[- ]years?[- ]old
        <count> years? (?:of age|old)
        (?:was|is|were|turned) <digits>(?= when| years| and)
        (?:95|98|98\.3|99|90) ?% ?(?:ci|confidence|interval|credible|range|uncertainty|limits?)
        <hundred> (?:safe|effective|sure|certain|natural|guaranteed|reliable|harmless|free|
            painless|recovery|cure|success\w*)
        (?:saturation|humidity|oxygen|alcohol|concentration|saline|glucose solution|volume|
            battery|level)(?: \w+){0,5}? <percent>
        <percent> (?:saturation|humidity|oxygen|alcohol|saline|solution|of the (?:maximum|volume|
            time)|volume)
        twice (?:a|daily|each|per|every)
        <count> times (?:a|daily|each|per|every|in a row)
        once or twice
        one or two
        two or three
        (?:one|two|three|four|five|six) (?:kinds?|types?|forms?|ways?|parts?|groups?|reasons?|
            questions?|steps?|things?|signs?|methods?|stages?|phases?|arms|sides?|hands?|legs|
            examples?|of the|electrodes|goals)
        one day(?! longer| earlier| later| sooner)
        one (?:another|way|can|must|may|such|hand|arm|side|leg|of)
        (?:other|another) (?:<count>)
        (?:open|opens|opening hours?|closed|lessons?|appointments?|visits?|consultations?|
            courses?|class|classes|sessions?|examinations?|scans?|recordings?|measurements?|
            lectures?|fees?|costs?|prices?|repl(?:y|ies)|registrations?|applications?|letters?|
            forms?|meetings?|groups?|workshops?)(?: [\w-]+){0,6}? (?:for |within |about |after |
            up to |only |from |at |in |takes? |lasts? )*<range> ?(?:<time>|euros?|dollars?|
            pounds?|rupiah|%)?
        every (?:<count>) (?:<time>)
        (?:this|next|following|coming) (?:<count>) (?:<time>)
        <count> (?:euros?|dollars?|pounds?|rupiah)
        (?:rp|€|\$|£) ?<digits>
        minutes? read
    """,
    "percent": r"""
        (?:95|98|98\.3|99|90) ?% ?(?:ci|confidence|interval|credible|range|uncertainty|limits?)
        <hundred> (?:safe|effective|sure|certain|natural|guaranteed|reliable|harmless|free|
            painless|recovery|cure|success\w*)
        <percent> (?:larger|smaller|higher|lower|greater|faster|slower|more|less|fewer|longer|
            shorter|better|worse|stronger|weaker|thicker|thinner|of (?:the )?(?:maximum|maximal|
            time|volume|normal|brain|energy|body|dose|weight|strength|variance|cases of|strokes|
            oxygen|blood|cardiac|total|water|calories|its|healthy|their (?:maximum|strength|time|
            income|weight)|his|her|your))
        <percent> (?:saturation|humidity|oxygen|alcohol|saline|solution|increase|decrease|
            reduction|rise|fall|drop|improvement|stenosis|narrowing|relative)
        by <about>(?:<percent>|<fraction>)(?! of (?:the |all |our )?(?:[\w-]+ ){0,2}(?:<people>))
        (?:<down>|<up>|improv|gain)\w*(?: [\w-]+){0,4}? (?:to|from|of) <about><percent>
        (?:saturation|humidity|oxygen|alcohol|concentration|volume|pulse|heart rate|intensity|
            dose|stenosis|narrowing|fraction|haematocrit|hematocrit|strength|battery|speed|
            weight|power|sensitivity|specificity|accuracy|variance|variation|lesion|agreement|
            adherence rate|energy|brain|scale|score|threshold|frequency|capacity|
            efficiency)(?: [\w-]+){0,6}? <percent>
    """,
    "relative": r"""
        (?:odds|hazard|risk|rate) ratios? of (?:about )?1(?:\.0+)?(?= (?:means?|says?|would|is|
            shows?|stands))
    """,
}

CONTEXT = {
    "outcome": r"""
        recover\w*
        return\w*
        improv\w*
        heal\w*
        lasts?
        lasted
        fad(?:e|es|ed)
        persist\w*
        strokes?
        seizures?
        attacks?
        symptoms?
        onset
        relaps\w*
        movements?
        hands?
        arms?
        fingers?
        walk\w*
        gait
        speech
        sleep\w*
        work
        spasm\w*
        spastic\w*
        pain
        migraines?
        headaches?
        window
        surviv\w*
        dies?
        died
        deaths?
        lives?
        lived
        longer
        earlier
        sooner
        faster
        shorter
        hospitals?
        admi(?:ssion|tted)\w*
        discharge\w*
        benefits?
        effects?
        works?
        thrombo\w+
        inject\w+
        operat\w+
        gains?
        practice
        training
        therap\w+
        treat\w+
        brains?
        nerves?
        synap\w+
        memory
        plastic\w*
        disease
        dementia
        parkinson\w*
        epilep\w*
        clots?
        bleed\w*
        blood
        (?:<people>)
        spend\w*
        stays?
        delays?
        (?:<up>|<down>)\w*
    """,
    "change": r"""
        (?:<up>|<down>|improv|gain|regain|recover|slow|shorten|lengthen|prolong|grew|shr[aiu]nk|
            chang|differ|rose|los[te])\w*
        (?:higher|lower|faster|slower|more|less|fewer|longer|shorter|larger|smaller|better|worse|
            greater|heavier|lighter|stronger|weaker|further|farther)
        on average
        than
        risk\w*
        likel\w*
        chances?
        odds
        outcomes?
    """,
    "people": r"""
        (?:<people>)
        (?:<group>)
    """,
    "counted": r"""
        (?:<large>|<tens>)(?! ?(?:%|percent|per cent|
            <time>)(?!\w))(?:[ -][\w-]+){0,2}? (?:<people>)
        <count> (?:of|out of|in|per)(?: every| each| the)? (?:<digits>|<tens>|<small>|(?:a|one|
            <small>) <scale>|<scale>)
        of <count> <people>
        of (?:the |these |those |all |our )?(?:<digits>(?! ?(?:%|per))|<tens>|(?:one|two|three|
            five) hundred)
        (?:all|the|these|those) <digits> (?:\w+ )?(?:<people>)
        n ?= ?<digits>
    """,
    "absolute_numbers": r"""
        <count> (?:of|out of|in|per)(?: every| each| the)? (?:<digits>|<tens>|<small>|(?:a|one|
            <small>) <scale>|<scale>)
        from (?:about )?<percent>(?: [\w-]+){0,3}? to <percent>
        <percent>(?: [\w-]+){0,6}?,? (?:versus|vs\.?|against|compared (?:with|to)|and|
            rather than|instead of)(?: [\w-]+){0,6}? <percent>
        <count> of (?:them|those)
        <count> (?:fewer|more) (?:[\w-]+ )?(?:in|of|per|out of|among) (?:every )?<digits>
        absolute (?:risk|difference|reduction|increase|number|rate)\w*(?: [\w-]+){0,4}? <digits>
        number needed to (?:treat|harm)(?: \w+){0,3}? <count>
        <large> (?:[\w-]+ ){0,2}?(?:<people>) (?:and|against|versus|compared with) <large>
    """,
    "definition": r"""
        means?
        is called
        is defined
        says? nothing
        tells? (?:you )?(?:nothing|how)
        stands for
        is the (?:ratio|quotient)
    """,
    "number": r"""
        (?<![a-z])<digits>
        p ?[=<>]
    """,
    "no_number": r"""
        (?:19|20)\d\d
        (?:type|types|figure|table|section|chapter|phase|grade|stage|level|day|week|month|box|
            panel|level) \d+
        [a-z]+-?\d+
    """,
    "harm": r"""
        side[- ]effects?
        adverse (?:effects?|events?|reactions?)
        harm(?:s|ed|ful)?
        contra-?indicat\w*
        complications?
        risks?(?! factors?)
        risky
        unsafe
        safety
        dangers?
        dangerous
        not (?:suitable|safe|recommended|advised|meant) for
        should not (?:be (?:used|treated|given|offered|stimulated)|have|receive|undergo|take)
        drawbacks?
        downsides?
    """,
    "disease_risk": r"""
        risks?(?: \w+)? (?:factors?|assessment|groups?)
        (?:at|higher|lower|their|his|her|raised) risks? (?:of|for) (?:a |an |another |further |
            recurrent |second |new |early )*(?:strokes?|dementia|depression|heart|falls?|
            recurrence|epilepsy)
        (?:<down>|prevent)\w* (?:the |your |their )?risks?
    """,
    "otherwise": r"""
        without (?:any |the |this |such )?(?:treatment|therapy|training|stimulation|it|surgery|
            medication|medicine|intervention|rehabilitation|operation|one)
        no treatment
        untreated
        not treated
        alternatives?(?= (?:to|treatment|therap|option|method|approach|is|are|include|exist)|
            [.,;:])
        other (?:options?|treatments?|therapies|ways? to treat|possibilit\w+|choices?|methods?|
            medicines?|drugs?)
        another (?:option|treatment|choice|therapy)
        instead of
        do(?:ing)? nothing
        wait and see
        watchful waiting
        usual care
        standard care
        sham
        placebo
        comparison group
        control group
        (?:compared|comparison) (?:with|to)
    """,
    "offered": r"""
        help\w*
        benefit\w*
        improv\w*
        treat\w*
        offer\w*
        can
        may
        might
        could
        recommend\w*
        effective\w*
        efficac\w*
        restor\w*
        reduc\w*
        reliev\w*
        eas(?:e|es|ed|ing)
        speed\w*
        promot\w*
        strengthen\w*
        rais(?:es?|ed|ing)
        increas\w*
        amplif\w*
        enhanc\w*
        boost\w*
        leverag\w*
        upregulat\w*
        support\w*
        cures?
        heals?
        used (?:for|to|in|after)
        works?
        prepar\w*
        produc\w*
    """,
}

GIVEN = {
    "stimulation": r"""
        (?:transcranial |non-invasive |noninvasive |brain |deep brain |vagus nerve |vagal nerve |
            peripheral nerve |spinal cord |functional |electrical |electric |magnetic |
            direct current |theta[- ]burst )+stimulation
        tdcs
        r?tms
        tes
        tacs
        i?tbs
        vns
        dbs
        electroconvulsive therapy
        neuromodulation
        neurostimulation
    """,
    "stem cells": r"""
        stem[- ]cells?(?: \w+)?
    """,
    "surgery": r"""
        (?:brain |spinal |vascular )?surgery
        thrombectomy
        craniotomy
        craniectomy
        (?:an|the) operation
        implanted device
    """,
    "injections": r"""
        (?:\w+ )?injections?
        botulinum toxin
        infusions?
        nerve blocks?
    """,
    "a medicine": r"""
        thrombolysis
        alteplase
        tenecteplase
        statins?
        aspirin
        clopidogrel
        anticoagulants?
        blood thinners?
        levodopa
        fluoxetine
        antidepressants?
        antiepileptic\w*
        anti-?seizure (?:drugs?|medicines?|medication)
        cerebrolysin
        citicoline
        (?:the |this |these |a |new )?(?:drugs?|medicines?|medications?|tablets?|herbal \w+|
            supplements?)
    """,
    "intensive training": r"""
        (?:very early |early )?(?:high-dose|high-intensity|intensive) (?:\w+ )?(?:training|
            exercise|mobilisation|rehabilitation|therapy|practice)
        very early mobilisation
        constraint-induced (?:movement )?therapy
    """,
    "a device": r"""
        exoskeletons?
        robot(?:s|ic \w+)?
        (?:the |this )?(?:helmet|stimulator)
        hyperbaric oxygen(?: \w+)?
        acupuncture
    """,
}

EXAMPLES = {
    "claim-uncited": "'Studies show … [@key]', or 'In our view …' if it is your own",
    "number-uncited": "'… 30% of patients [@key]'",
    "lasting": "'lasted for months in a study of … people [@key]'",
    "cure": "'can ease the symptoms in some people [@key]'",
    "certain": "'helped … of … people in one trial [@key]'",
    "safe": "'headache was the most common side effect [@key]'",
    "everybody": "'… of … people improved [@key]'",
    "claim-superlative": "'did better than usual care in one trial [@key]'",
    "claim-significant": "'improved by … points (95% CI … to …)'",
    "percent-without-denominator": "'… of … people'",
    "risks-unsaid": "'… of … people had a headache; it is not for people with epilepsy [@key]'",
    "alternatives-unsaid": "'Without it, … Other ways are …'",
    "relative-without-absolute": "'from … to … of 100 people'",
}
