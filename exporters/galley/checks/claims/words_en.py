"""English words of the claim rules: one phrase a line, in small letters."""

from __future__ import annotations

PARTS = {
    "about": (
        "(?:(?:about|almost|around|as much as|at least|below|more than|nearly|only"
        "|over|roughly|some|under|up to) )*"
    ),
    "any": "(?: any| all| the slightest| a single| whatsoever)",
    "range": "(?:<number>(?: to |–|-| or | and ))?<number>",
    "to": " to |–|-| or | and ",
    "token": r"[\w.,]+",
    # For phrases that mean it anyway: short, because every further word costs time at the start.
    "folk": "patients?|people|persons?|participants?|survivors?|child(?:ren)?|(?:wo)?men",
    "digits": r"\d(?:[\d.,]*\d)?",
    "small": "one|two|three|four|five|six|seven|eight|nine|ten",
    "tens": ("(?:twen|thir|four|for|fif|six|seven|eigh|nine)(?:ty(?:-[a-z]+)?|teen)|eleven|twelve"),
    "scale": "hundred|thousand|million|billion",
    "large": (
        r"(?:<digits>|<tens>)(?: <scale>)?|(?:<small>|a|several|a few) <scale>"
        "|(?:hundreds|thousands|millions|billions|dozens) of|a dozen"
    ),
    "count": r"(?:<digits>|<tens>|<small>)(?: <scale>)?|several <scale>",
    "percent": r"(?:<number>(?: to |–|-| and ))?<pct>",
    "pct": r"<number> ?(?:%|per ?cent)",
    # As they stand before "per cent" or a unit of time; short, because many phrases have one.
    "number": "<digits>|<tens>|<small>",
    "fraction": (
        "(?:a|one|two|three|four) (?:third|quarter|fifth|sixth|tenth)s?"
        "|(?:one|two|three|four)-(?:third|quarter|fifth|sixth|tenth)s?|half"
    ),
    "people": (
        "patients?|people|persons?|girls?|boys?|pensioners|seniors|toddlers|pupils|teachers|farmers|clients|treated|"
        "survivors?|carers?|caregivers?|respondents?|participants?"
        "|volunteers?|women|men|children|adults?|teenagers?|adolescents?|infants?|babies|newborns?"
        "|child|woman|man|adult|relatives|families|nurses|doctors|physicians|neurologists|therapists|physiotherapists"
        "|smokers|drivers|workers|students|individuals|subjects|sufferers|residents|inpatients"
        "|outpatients|users|victims|households|spouses|partners|parents|mothers|fathers|readers"
        "|athletes|veterans|cases|inhabitants|citizens|controls"
    ),
    "group": "group|arm|cohort|sample|those|us|them|population",
    # Words between a share and its people: adjectives, but nothing that begins another phrase.
    "plain": (
        "(?:(?!(?:of|is|are|was|were|an?|the|in|to|by|on|for|and|or|hour|later|tablet|dose|page)"
        r"(?!\w))[\w-]+ ){0,3}?"
    ),
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
    "down": (
        "reduc|lower|cut|decreas|diminish|fall|fell|drop|shrink|shrank|slash|prevent"
        "|go down|goes down|went down"
    ),
    "up": "rais|increas|rise|rose|grow|grew|boost|elevat|go up|goes up|went up|climb",
    "halved": ("halv(?:es?|ed|ing)|doubl(?:es?|ed|ing)|tripl(?:es?|ed|ing)|quadrupl(?:es?|ed|ing)"),
    "times": (
        r"twice|thrice|<number>(?: times|-?fold)|(?:two|three|four|five|ten)fold"
        r"|one and a half times"
    ),
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
    "brings": (
        "bring(?:s|ing)?|leads? to|ensur(?:es?|ing)|offers?|promis(?:es?|ing)|gives?|means?"
        "|secures?|results? in|produces?|enables?|delivers?|count on|sure of|look forward to"
        "|awaits?|sure to have|make a|makes a|made a|guarantees?"
    ),
    "hundred": "100 ?(?:%|per ?cent)|(?:a|one) hundred per ?cent",
    "study": (
        "research|stud(?:y|ies)|trials?|evidence|science|scientists|researchers|experiments?"
        "|meta-analys[ei]s|reviews?|surveys?|data|findings|investigations?|investigators"
        "|neuroscientists|neuroscience|literature|experience from trials|work in animals"
        "|(?:animal|laboratory|lab) work|imaging|cohorts"
    ),
    "finds": (
        "shows?|showed|shown|demonstrates?|demonstrated|proves?|proved|proven|suggests?|suggested"
        "|indicates?|indicated|finds?|found|confirms?|confirmed|reveals?|revealed|establish(?:es|ed)"
        "|reports?|reported|supports?|supported|concludes?|concluded|points? to|pointed to"
        "|documents?|documented|agrees?|observed|discovered|tells? us|identified|detected|linked"
        "|links?|comes? down (?:on|in)|points? in|speaks? (?:for|against)|backs?"
        "|backed|makes? (?:it )?clear|sees|saw|favou?rs?|favou?red|teach(?:es)?|taught"
        "|underlines?|underscores?"
        "|highlights?|impl(?:y|ies)|tells?|bears? (?:this|it|that) out|keeps? finding|has reached"
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
        (?:is|are|remains?) (?:the exception|an exception|exceptional|a (?:hope|wish|dream|goal))
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
        striv(?:e|es|ing)
        try
        tries
        want(?:s|ed)?
        in order to
        expect(?:s|ed|ing)?
        seldom
        rare
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
        (?<!our )(?:the )?words?(?: such as| like)?
        the (?:term|phrase)
        exaggerat\w+
        hype
        red flag
        warning signs?
        (?:who|that|which|anyone|anybody|somebody|someone|whoever|clinics|websites|
            leaflets) (?:\w+ )?(?:promis|claim|guarantee)\w*
        (?<!that is )(?:a|any|every|such|these|those|his|her|their) promises?
        promises? (?:of|to)
        often called
        is often said
        used to (?:say|believe|think|be thought)
        (?<!no )doubts?
        question (?:any|every|such)
        nonsense
        (?:lie|lies|lying|liars?)(?! (?:down|in|still|on|flat|awake))
        (?:that|who|which) (?:claims?|says?|calls?) (?:to be|itself|themselves|it is|they are)
        quack\w*
        (?:be|is|was|were|are) (?:simply |plainly |quite )?(?:wrong|premature|incorrect|dishonest|
            mistaken|not true|nonsense|unfounded)
        the (?:claim|idea|belief|notion|assertion) that
        (?:nobody|no one|one|you|we) should (?:ever )?(?:claim|promise|say|believe)
        leaflets?
        brochures?
        headlines?
        slogans?
        newspapers?
        make sure
        ensure that
        in quotation marks
    """,
    "order": r"""
        (?:please |always |never |then |so |but |and |also |first |now |simply |just |
            do )*(?:add|aim|allow|apply|arrange|ask|avoid|be|begin|book|breathe|bring|call|carry|
            check|choose|come|continue|count|cover|discuss|do|don['’]t|drink|drive|eat|
            enter|expect|fill|find|follow|get|give|go|have|hold|inject|insist|join|keep|
            lay|learn|leave|let|lie|lift|listen|look|make|mind|move|note|park|pay|phone|
            practise|put|raise|read|reduce|remember|remove|repeat|ring|rub|say|see|
            set|show|sit|slow (?:down|your)|speak|stand|start|stay|stick|stop|swallow|take|talk|
            tell|think|
            try|turn|visit|wait|wash|watch|wear|write)
        (?:exercise|practice|rest|sleep|change|stretch|walk|contact|measure|press|clean|cut|
            increase|
            place|plan|open|use|train|limit)(?!.* (?:<finite>) )
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
            for the rest of (?:your|their) (?:life|lives)
            for life(?= *(?:$|[.,;:!]))
            lasts? a lifetime
            (?:lifelong|life-long|everlasting|irreversible) (?:effect|relief|cure|recovery|
                improvement|results?|freedom)
        """,
        "cure": r"""
            cures?(?: the| your| all| every)?
            cured
            (?:<brings>)(?: [\w’'-]+){0,3}? (?:complete|full|total|perfect|hundred per ?cent|
                100%) (?:recovery|cure|healing|restoration|remission|regeneration|relief|return)
            (?:complete|full|total|perfect|100%) (?:recovery|cure|healing|restoration|remission|
                regeneration|relief)(?= (?:in|within|for|from|thanks|with|is (?:\w+ )?(?:certain|
                sure|guaranteed|assured)|guaranteed)(?! (?:some|few|rare|many|case|mind|doubt)))
            (?:return|recover|restor|regain|come back|comes back)\w*(?: \w+){0,3}? <hundred>
            wip(?:es?|ed) out
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
            as if (?:the|it|nothing)(?: \w+)? had (?:never|ever)? ?happened(?= *(?:$|[.,;:!]))
            (?:restores?|regains?|gives? back|brings? back|returns?) (?:the |your |their )?(?:full|
                complete|normal|entire) (?:function|use|strength|
                mobility|speech|sight|hearing|health)
            (?:undo(?:es)?|reverses?|erases?|repairs?) all (?:the )?(?:damage|harm|injury)
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
            (?:nobody|no one|not one|not a single|none of)(?: [\w-]+){0,7}? (?:(?:has|
                have) ever (?:had|
                been|relapsed|failed|suffered|complained)|relapses|fails|suffers|
                comes? to (?:any )?harm|
                leaves? (?:\w+ ){0,3}in pain|is (?:ever )?(?:harmed|disappointed))
            (?:none|not one|not a single one) of our (?:\w+ )?(?:<folk>)
            not a single (?:<folk>) (?:was|has been) (?:harmed|hurt|injured)
            (?:we|i) (?:promise|assure you|guarantee|give you our word) (?:that )?you(?:r \w+)? will
            (?<=will )walk again, and that is a promise
            that is a promise
            never again will you
            (?:unfailing|invariabl|inevitabl)(?:ly|y) (?:works?|helps?|brings?|stops?|restores?|
                leads?|relieves?|heals?|ends?)
            (?:suits|helps|cures|heals) (?:everybody|everyone|anybody|anyone|all patients|
                every patient)
            you have our word
            impossible for (?:\w+ ){1,3}to fail
            (?:failure|a relapse|harm) is (?:\w+ )?impossible
            (?:cannot|can never) (?:possibly )?fail
            (?:nothing can|cannot|can[’']t) go wrong
            you will never (?:again )?(?:have|suffer|feel|need)
        """,
        "safe": r"""
            (?:<hundred>|completely|totally|entirely|perfectly|absolutely|utterly|wholly|
                always) (?:safe|harmless|risk-free|painless and safe|free (?:of|from) (?:risks?|
                side effects?|harm))
            (?:without|(?:absolutely )?no|zero|free (?:of|from)|not a single|have no|
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
            all of our (?:<folk>)(?: \w+){0,3}? (?:walk|speak|recover|improve)
            (?:everyone|everybody|anyone) (?:\w+ ){0,4}?(?:recovers?|improves?|benefits?|heals?|
                regains?|gets better|get better|walks?|succeeds?|responds?|gets well)
            all (?:our |of our |the |of the )?(?:<folk>)(?: \w+){0,3}? (?:recover|improve|
                benefit|heal|regain|get better|walk again|respond|are cured|get well|will walk)
        """,
    },
    "superlative": {
        "best": r"""
            (?:(?:very )?best(?:-ever)?|safest|strongest|fastest|finest|quickest|gentlest|greatest|
                smartest|newest|surest|purest|mightiest|top(?:-rated|
                -ranked)?)(?: \w+){0,2}? <ranked>
            (?:very )?best (?:\w+ )?in (?:the (?:country|region|world|city)|asia|europe)
            best of the best
            (?:biggest|greatest|largest) (?:\w+ )?(?:leap|advance|step|breakthrough|achievement)s?
            (?:is|are|remains?|stays?) (?:simply |by far |still |clearly |undoubtedly |
                without doubt )?the (?:very )?best(?= *(?:$|[.,;:!]|(?:in|of|for|that|there|we|
                you) |available))
            (?:is|are|remains?) (?:by far |still |clearly )?the (?:safest|strongest|fastest|
                finest|quickest|gentlest|surest|greatest)
            finest
            (?:leading|foremost|premier) (?:\w+ )?(?:<place>|<expert>)
            (?:better than|superior to|surpass\w*|outperform\w*|outclass\w*|beats?|outshin\w+|
                outstrip\w*) (?:any|all|every)(?: other)? (?:\w+ )?(?:<ranked>)
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
            one and only(?: \w+)? (?:<ranked>)
            nothing (?:is )?better for
            (?:nowhere (?:else )?(?:will|can|do)|(?:will|can) not find|(?:won|
                can)[’']t find) (?:\w+ ){0,4}?(?:such|
                better|more)
        """,
        "unrivalled": r"""
            number[- ]one
            no\. 1
            \#1
            in a (?:class|league) of (?:its|their|his|her) own
            gold medal
            nothing (?:comes|gets) close
            (?:none|nothing|nobody) (?:rivals?|equals?|matches|beats)
            leaves? (?:all|every)(?: \w+){0,2} behind
            a cut above
            top-notch
            matchless
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
            epoch[- ]making
            trail-?blazing
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
            to an? (?:significant|marked|dramatic) (?:degree|extent)
        """,
    },
    "research": {
        "study": r"""
            (?:<study>)(?:,? [\w-]+){0,7}?,? (?:has |have |had |also |now |clearly |consistently |
                repeatedly |already |long |recently |even |strongly |convincingly |
                therefore )*(?:<finds>)
            (?:according to|based on) (?:[\w-]+ ){0,3}?(?:<study>)
            as (?:[\w-]+ ){0,3}?(?:<study>) (?:have |has )?(?:<finds>)
            (?:in|across) (?:[\w-]+ ){0,3}?(?:studies|trials|experiments),
            (?:we|everyone|<expert>) (?:now |have |already )*(?:know|knows|known|learnt|
                learned) (?:this |that )?from (?:[\w-]+ ){0,2}?(?:<study>)
            weight of (?:the )?evidence
            (?:rests?|based|built|founded|stands?) (?:up)?on (?:\w+ )?(?:solid|good|strong|sound|
                firm|plenty of|robust|ample|much) (?:
                \w+ )?(?:evidence|science|research|data|trials|studies)
            evidence (?:is|has been) (?:mounting|growing|accumulating|piling up|building)
            (?:study|trial|laboratory|experiment) after (?:study|trial|laboratory|experiment)
            (?:confirmed|shown|proven|backed|supported|
                borne out) by (?:[\w-]+ ){0,3}?(?:laborator(?:y|ies)|science|research|
                evidence|studies|trials|data)
            (?:team|group|researcher|scientist)s? (?:from|at|in) \w+(?: \w+){0,2}? (?:has |
                have )?(?:discovered|found that|shown|showed|
                proved|reported)
            (?:researchers|scientists|neuroscientists)(?: \w+)? (?:know|agree|believe|think|
                understand)
            (?:experts|specialists|scientists|researchers)(?: [\w-]+){0,5}? (?:agree|concur|
                are agreed)
            (?:if|judging by|going by) (?:the |these |such )?(?:<study>)(?: [\w-]+){0,3}?(?: (?:is|
                are) anything to go by)?(?=,| anything)
            what (?:the )?(?:researchers|scientists|investigators|studies|
                trials) (?:\w+ )?(?:found|saw|
                discovered|showed) (?:was|is|were|surprised|instead)
            (?:found|shown|judged|proved|tested)(?: to be)?(?: \w+)? (?:effective|helpful|useful|
                safe|
                beneficial|successful|superior)
            (?:found|shown|proved|tested|confirmed|
                seen)(?: [\w-]+){0,3}? in (?:[\w-]+ ){0,3}?(?:trials|
                studies|comparisons|experiments|cohorts)
            (?:good|strong|solid|growing|clear|convincing|robust|ample|mounting|much|plenty of|
                overwhelming|scientific|clinical|increasing) evidence (?:that|for|in favour of|
                of|behind)
            (?:is|was|has|have|on|the|by) evidence (?:that|for|in favour)
            (?:ample|abundant|solid|clear|strong|sound|good) proof
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
            it (?:is|has been|has) (?:now |widely |generally |universally |
                long )*(?:been )?(?:known|accepted|recognised|
                recognized|agreed|proven|established|undisputed) that
            proven (?:to|effective|benefits?|treatments?|therap\w+|methods?|results?|techniques?|
                ability)
            (?:scientific(?:ally)?|medical|expert) (?:consensus|facts?|proof|proven|agreement)
            leaves? no doubt
            (?:established|proven|known|undisputed) facts?
            (?:no longer|not) in (?:dispute|doubt|question)(?: (?:among|that)|,)
            undisputed among
            beyond (?:all |any )?(?:scientific |medical )?(?:dispute|doubt)
            evidence-based
        """,
    },
    "number": {
        "share": r"""
            <about><percent>(?: of (?:the |all |our |older )?[\w-]+)?
            <about><fraction> (?:of )?(?:the |all |our |my |their |those )?<plain><people>
            <fraction> of (?:them|us|those)
            <about><fraction> of (?:all |the |these )*(?:strokes|seizures|attacks|falls|bleeds|
                deaths|fractures|infections|accidents)
            <about><count>(?: [\w-]+)? (?:in|out of)(?: every| each)? (?:<number>(?: <scale>)?|
                (?:a |one )?(?:hundred )?<scale>)(?! o['’]clock)
            <count> (?:of|per)(?: every| each| the)? <digits>
            every (?:second|third|fourth|fifth|sixth|eighth|tenth) (?:\w+ )?(?:<people>|strokes?|
                seizures?)
        """,
        "people": r"""
            <about><large> <plain><people>
            (?:about |around |some |nearly |almost |over |more than |roughly |tens of |
                hundreds of )?(?:<count>|several|many|a) (?:million|billion)
            (?:tens of |hundreds of )?(?:millions|billions)
        """,
        "size": r"""
            (?:by |of |about )?<count>(?:(?: to |–|-| and )<count>)? ?(?:<measure>)
            <times> (?:as |more |less |higher|greater|larger|better|faster|the |lower|worse|
                longer|stronger|bigger)+(?:\w+)?
        """,
        "score": r"""
            (?:scores?|scale|pain|fatigue|anxiety|depression|strength|speed|attacks|seizures|
                spasticity)(?: [\w-]+){0,4}? (?:<down>|<up>|improv|
                went)\w*(?: [\w-]+){0,3}? from <digits>(?: [\w-]+)? to <digits>
        """,
        "sessions": r"""
            (?:takes?|took|needs?|needed|requires?|required|
                after)(?: [\w-]+){0,3}? <range> (?:sessions|
                treatments|injections|repetitions|lessons)(?= (?:before|until|for the|to))
        """,
        "time": r"""
            (?:for |within |about |after |up to |only |around |nearly |
                at least )*<range> (?:<time>)(?: (?:a day|earlier|later|after|before|longer|
                shorter|sooner|faster))?
        """,
        "decades": r"""
            (?:(?<=past )|(?<=last )|(?<=recent ))(?:<count>|few|several) decades
        """,
    },
    "percent": {
        "share": r"""
            <about><percent>
            <about><fraction>(?= (?:of )?(?:the |all |our |my |their |those )?<plain>(?:<people>))
            <about><fraction>(?= of (?:them|us|those|these))
            <about><fraction>(?= (?:said|felt|had|were|went|died|survived|reported|stopped|
                returned|recovered|relapsed|regained|
                wanted|complained|improved|slept|refused|dropped)(?! to))
        """,
    },
    "rate": {
        "share": r"""
            (?:prevalence|(?:cure|success|responder|response|survival|dropout|
                drop-out|recovery|failure|remission|relapse|fatality|
                recurrence) rate)(?: [\w-]+){0,5}? (?:is|
                was|were|to|at|reached|reaches|exceeds|exceeded) <about><pct>
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
            (?:<pct>|<fraction>) (?:as|more|less) (?:likely|common|frequent|often|prone)
            (?:had|have|has|at|run|runs|with) (?:half|double|twice|triple) the (?:\w+ )?<risk>
            <risk>(?: [\w-]+){0,6}? <fraction> (?:lower|higher|smaller|greater)
            (?:half|twice) as (?:many|often|likely|frequent|common|high)
            <number>-?fold(?: \w+){0,3}? <risk>
            <risk>(?: [\w-]+){0,6}? (?:<times>|<pct>) (?:as high|higher|
                greater|lower|less|smaller|more|as great|as large)
            (?:<pct>|<fraction>) (?:higher|greater|lower|smaller|reduced|increased|more|less|
                fewer)(?: \w+){0,3}? (?:<risk>|strokes?|seizures?|relapses?|falls|attacks|
                admissions|infections|events)
        """,
        "change": r"""
            <halved>(?: [\w-]+){0,4}? <risk>
            (?:<risk>)(?: [\w-]+){0,4}? (?:cut|reduced|slashed|lowered) (?:in|by) half
            (?:<risk>)(?: [\w-]+){0,8}? (?:was |is |were |are |has |have |had |been )*(?:<halved>)
            (?:(?:<down>|<up>)\w*(?: [\w-]+){0,3}? (?:<risk>)(?: [\w’'-]+){0,8}?(?: by| of)?|
                (?:<risk>|falls|strokes|infections|admissions)(?: [\w-]+){0,8}? (?:<down>|
                <up>)\w*(?: [\w-]+){0,3}? by) (?:about |around |up to |as much as |nearly |almost |
                over |more than |some |at least |roughly |only |a |an )*(?:<percent>|<fraction>)
            <pct> (?:relative )?(?:risk )?(?:reduction|decrease|increase|drop|fall|
                rise)(?: \w+){0,2}? (?:<risk>|strokes?|seizures?|relapses?|falls|attacks)
            relative risk reduction of <pct>
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
        cure rates?
        guarantees? (?:for|on) (?:the|your|this|a) (?:\w+ )?(?:wheelchair|device|bed|machine|
            battery|battery|parts?)
        (?:risk|danger)-free (?:trial|return)
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
        only way to (?:find|know|learn|tell|be sure|check|see|decide|reach|get)
        no (?:\w+ )?(?:<treatment>) is better than (?:the others?|another|others)
        most \w+ (?:events?|moments?|days?|memor(?:y|ies)|gifts?|persons?|members?|years?|visits?)
        (?:greatest|strongest|best|largest) (?:predictors?|caution|need|care|respect|possible|
            challenges?|
            problems?|worry|fear|wish|joy)
        (?:safest|fastest|quickest|nearest) (?:place|address) (?:for|to)
        best (?:place|address) to (?:keep|put|store|park|wait|meet|ask|start|sit)
        only (?:\w+ ){0,3}(?:trials?|study|studies)
    """,
    "significant": r"""
        significant others?
        (?:called|termed|labelled) significant
        statistical(?:ly)? significan\w+(?: \w+){0,2} (?:need not|does not|is not|may not|can be|
            says|means|only|tells)
        significant(?:ly)? (?:means?|does not mean)
        (?:can|may|might|could|need not|must) be (?:\w+ )?(?:significant|dramatic)
        too \w+ to be (?:called |statistically )?significant
    """,
    "research": r"""
        (?:no|little|hardly any|scant|limited|weak|insufficient|scarce|too little|not enough|
            lack of|absence of|poor) (?:\w+ )?evidence
        evidence(?: \w+){0,4}? (?:is|are|remains?|was) (?:still |so far |very |too )?(?:weak|
            thin|scarce|lacking|missing|limited|insufficient|mixed|uncertain|poor|low|
            conflicting|sparse|inconclusive|contradictory|not|shaky|modest|incomplete)
        evidence (?:ladder|level|class|table|line|gap|base)s?
        (?:what|which|how|why|whether|where|who|
            if) (?:[\w-]+ ){0,4}?(?:<study>)(?: \w+){0,3}? (?:<finds>)(?! (?:was|is|surprised|
            instead))
        (?:ethics |blood |brain )?(?:committee|scan|test|x-ray)s? (?:\w+ ){0,3}?(?:<finds>)
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
        (?:search|look|sought|seek|ask|select|includ)\w* (?:only |for |
            out )*(?:[\w-]+ ){0,3}?(?:<study>) (?:that|which) (?:<finds>)
        evidence-based (?:medicine|practice|guidelines?)
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
        (?:between|from) \d+ (?:and|to) \d+(?= (?:o'clock|every day|in the|on (?:\w+day|weekday)s?))
        aged? <token>(?:(?: to |–| and )<token>)?
        <token>[- ]years?[- ]old
        <token> years? (?:of age|old)
        (?:was|is|were|turned) <digits>(?= when| years| and)
        (?:95|98|98\.3|99|90) ?% ?(?:ci|confidence|interval|credible|range|uncertainty|limits?)
        <hundred> (?:safe|effective|sure|certain|natural|guaranteed|reliable|harmless|free|
            painless|recovery|cure|success\w*)
        (?:saturation|humidity|oxygen|alcohol|concentration|saline|glucose solution|volume|
            battery|level)(?: \w+){0,5}? <token> ?(?:%|per ?cent)
        <token> ?(?:%|per ?cent) (?:saturation|humidity|oxygen|alcohol|saline|solution|
            of the (?:maximum|volume|
            time)|volume)
        twice (?:a|daily|each|per|every)
        <token> times (?:a|daily|each|per|every|in a row)
        once or twice
        one or two
        two or three
        (?:one|two|three|four|five|six) (?:kinds?|types?|forms?|ways?|parts?|groups?|reasons?|
            questions?|steps?|things?|signs?|methods?|stages?|phases?|arms|sides?|hands?|legs|
            examples?|of the|electrodes|goals)
        one day(?! longer| earlier| later| sooner)
        one (?:another|way|can|must|may|such|hand|arm|side|leg|of)
        (?:other|another) <token>
        (?:open|opens|opening hours?|closed|lessons?|appointments?|visits?|consultations?|
            courses?|class|classes|sessions?|examinations?|scans?|recordings?|measurements?|
            lectures?|fees?|costs?|prices?|repl(?:y|ies)|registrations?|applications?|letters?|
            forms?|meetings?|groups?|workshops?)(?: [\w-]+){0,6}? (?:for |within |about |after |
            up to |only |from |at |in |takes? |lasts? )*(?:<number><to>)?<number> ?(?:<time>|
            euros?|dollars?|
            pounds?|rupiah|%)?
        every <token> (?:<time>)(?! (?:somebody|someone|(?:a|one|another) (?:<folk>)))
        (?:wards?|clinics?|units?|hospitals?|teams?|departments?|practices?|groups?|
            centres?) (?:has|had|
            have|with|of|consists? of|employs?)(?: \w+){0,2}? <token> \w+(?: and <token> \w+)?
        (?:first|second|other|latter|upper|lower|left|right) half
        half (?:an? |the |of the )(?:hour|tablet|dose|pill|page|brain|face|body|day|night|way|time)
        quarter of an hour
        (?:dose|distance|weight|age)(?: \w+){0,2} (?:doubled|halved|tripled)
        (?:this|next|following|coming) <token> (?:<time>)
        <token> (?:euros?|dollars?|pounds?|rupiah)
        (?:rp|€|\$|£) ?<digits>
        minutes? read
        (?:return|recover|restor|com|regain)\w*(?: \w+){0,3}? <hundred>
    """,
    "percent": r"""
        (?:95|98|98\.3|99|90) ?% ?(?:ci|confidence|interval|credible|range|uncertainty|limits?)
        <hundred> (?:safe|effective|sure|certain|natural|guaranteed|reliable|harmless|free|
            painless|recovery|cure|success\w*)
        <pct> (?:larger|smaller|higher|lower|greater|faster|slower|more|less|fewer|longer|
            shorter|better|worse|stronger|weaker|thicker|thinner|of (?:the )?(?:maximum|maximal|
            time|volume|normal|brain|energy|body|dose|weight|strength|variance|cases of|strokes|
            oxygen|blood|cardiac|total|water|calories|its|healthy|their (?:maximum|strength|time|
            income|weight)|his|her|your))
        <pct> (?:saturation|humidity|oxygen|alcohol|saline|solution|increase|decrease|
            reduction|rise|fall|drop|improvement|stenosis|narrowing|relative)
        by <about>(?:<percent>|<fraction>)(?! of (?:the |all |our )?(?:[\w-]+ ){0,2}(?:<people>))
        (?:<down>|<up>|improv|gain)\w*(?: [\w-]+){0,4}? (?:to|from|of) <about><percent>
        (?:saturation|humidity|oxygen|alcohol|concentration|volume|pulse|heart rate|intensity|
            dose|stenosis|narrowing|fraction|haematocrit|hematocrit|strength|battery|speed|
            weight|power|sensitivity|specificity|accuracy|variance|variation|lesion|agreement|
            adherence rate|energy|brain|scale|score|threshold|frequency|capacity|
            efficiency)(?: [\w-]+){0,6}? <pct>
        (?:return|recover|restor|com|regain)\w*(?: \w+){0,3}? <hundred>
    """,
    "relative": r"""
        (?:odds|hazard|risk|rate) ratios? of (?:about )?1(?:\.0+)?(?= (?:means?|says?|would|is|
            shows?|stands))
        ["“][^"”]{1,60}["”](?= (?:says?|tells?|means?|does|is|sounds?))
    """,
}

# What a sentence must have at least before the long expressions are worth asking.
NEEDS = {
    "relative": (
        (
            r"\d|per ?cent|half|halv|doubl|tripl|quadrupl|fold|twice|thrice|times|third"
            r"|quarter|fifth"
            "|sixth|tenth"
        ),
        (
            "risk|chance|likel|odds|probab|danger|hazard|incidence|mortality|death|rate|ratio"
            "|as (?:often|common|frequent|many|high|low)|more|less|fewer|strokes|falls|infections"
            "|admissions|events|relapses|attacks|seizures|hr|rr|or "
        ),
    ),
    "superlative.best": (
        (
            "(?:b|saf|strong|fast|fin|quick|gentl|great|smart|new|sur|pur|might|bigg|larg)i?est"
            "|top[ -]|leading|premier|foremost|better than|superior to|surpass|outperform|outclass"
            "|beat|outshin|outstrip|enormously|fundament"
        ),
    ),
    "superlative.only": (
        (
            "(?:the|our|their|is|as) only|only be|and only|no other|nothing|nowhere"
            r"|(?<!\w)no .*(?:better|as well|more)|(?:not|['’]t) find"
        ),
    ),
    "percent": (r"%|cent|half|third|quarter|fifth|sixth|tenth",),
    "rate": ("%|cent",),
}

CONTEXT = {
    "gain": r"""
        effects?
        results?
        benefits?
        gains?
        success\w*
        (?:improv|reliev|restor|heal|cur|strengthen|eliminat|remov|recover|regain|repair|eas|solv|
            revers|regenerat|rebuil|reduc|stop|vanish|disappear|free|treat|rid|thank)\w*
        relief
        gone
        better
        stronger
        normal
        goodbye
        solution
        remission
        never
        not (?:come|return|recur|fade|wear|relapse|be lost)
        away
        lifetime
        method
        therap(?:y|ies)
        cells
    """,
    "measured": r"""
        (?<!\d)(?!100)<digits> ?(?:%|per ?cent)
        <number> (?:of|out of|in) (?:the )?<number>
    """,
    "course": r"""
        (?:recover|return|improv|heal|persist|subsid|resolv|disappear|relaps|recurr|surviv|discharg|
            diagnos|admi(?:t|ss)|spast|thrombo|convuls|diminish|wear|wore|vanish|ease|reced)\w*
        lasts?
        lasted
        fad(?:e|es|ed|ing)
        (?:goes|go|went|gone) (?:down|away)
        onset
        (?:strokes?|seizures?|attacks?|symptoms?|headaches?|migraines?|pain|swelling|fever|fits?|
            clots?|bleed\w*|disease|illness|dementia|parkinson\w*|epilep\w*|autism|infections?)
        (?:dies?|died|deaths?|mortality|life expectancy|incidence|prevalence|remission)
        (?:live|lives|lived|living) (?:with|for|longer|on)
        benefits?
        effects?
        works? (?:only|best|for|within|until)
        windows?
        gains?
        (?:cure|success|responder|response|survival|death|failure|relapse) rates?
        (?:hands?|arms?|fingers?|speech|sleep|walk\w*|gait|movements?|memory)
        (?:sooner|earlier|faster|shorter)
        back to work
        gives? up
        los(?:e|es|t)
        spend\w*
    """,
    "service": r"""
        (?:wait|queue|course|class|lesson|appointment|visit|session|consult|clinic|ward|office|bus|
            train|drive|parking|building|house|page|guide|article|journey|recording|scan|meeting|
            talk|study|trial|follow-up|nurse)(?:s|es|ing)?
    """,
    "change": r"""
        (?:<up>|<down>|improv|gain|regain|recover|slow|shorten|lengthen|prolong|grew|shr[aiu]nk|
            chang|differ|rose|los[te])\w*
        (?:higher|lower|faster|slower|more|less|fewer|longer|shorter|larger|smaller|better|worse|
            greater|heavier|lighter|stronger|weaker|further|farther)
        on average
        advances?
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
        everyone
        everybody
        nobody
        majority
        minority
        (?:was|were|is|are) (?:seen|reached|achieved|observed|reported|found|noted|
            recorded) in <about><pct>
        (?:respon(?:se|der)|cure|success|dropout) rates?
        (?:<pct>|<fraction>) (?:recovered|reported|wanted|had|were|returned|regained|stopped|
            walked|died|survived|said|felt|would|went|could|
            slept|relapsed|improved completely)
    """,
    "counted": r"""
        <large>(?! ?(?:%|per ?cent|
            <time>)(?!\w))(?:[ -][\w-]+){0,2}? (?:<people>)
        <count> (?:of|out of|in|per)(?: every| each| the)? (?:<number>|(?:an? )?<scale>)
        of <count> <people>
        of (?:the |these |those |all |our )?(?:<digits>(?! ?(?:%|per))|<tens>|(?:one|two|three|
            five) hundred)
        (?:all|the|these|those) <digits> (?:\w+ )?(?:<people>)
        n ?= ?<digits>
    """,
    "absolute_numbers": r"""
        <count> (?:of|out of|in|per)(?: every| each| the)? (?:<number>|(?:an? )?<scale>)
        from (?:about )?<pct>(?: [\w-]+){0,3}? to <pct>
        <pct>(?: [\w-]+){0,6}?,? (?:versus|vs\.?|against|compared (?:with|to)|and|
            rather than|instead of)(?: [\w-]+){0,6}? <pct>
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
