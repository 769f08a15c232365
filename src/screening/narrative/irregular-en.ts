// English words whose forms follow no rule. One entry is the base, then its other forms; -s and -ing come by rule, so
// only past and participle (and what else is odd) stand here. Where American and British usage or speech and print
// differ, all are listed: a lexicon loses more by missing a form than by knowing one too many.

const verbEntries = `
arise arose arisen; awake awoke awoken awaked; babysit babysat; backslide backslid backslidden
be is am are was were been; bear bore borne born; beat beaten; become became; befall befell befallen; begin began begun
behold beheld; bend bent; bereave bereft bereaved; bet betted; bid bade bidden; bind bound; bite bit bitten; bleed bled
blow blew blown; break broke broken; breed bred; bring brought; broadcast broadcasted; build built; burn burned burnt
burst; bust busted; buy bought; can could; cast; catch caught; choose chose chosen; cling clung; come came; cost costed
creep crept; cut; deal dealt; dig dug; dive dived dove; do does did done; draw drew drawn; dream dreamed dreamt
drink drank drunk; drive drove driven; dwell dwelt dwelled; eat ate eaten; fall fell fallen; feed fed; feel felt
fight fought; find found; fit fitted; flee fled; fling flung; fly flew flown; forbid forbade forbad forbidden
forecast forecasted; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone
forsake forsook forsaken; freeze froze frozen; get got gotten; give gave given; go goes went gone gonna
grind ground; grow grew grown; hang hung hanged; have has had; hear heard; heave heaved hove; hide hid hidden; hit
hold held; hurt; input inputted; keep kept; kneel knelt kneeled; knit knitted; know knew known; lay laid
lead led; lean leaned leant; leap leaped leapt; learn learned learnt; leave left; lend lent; let; lie lay lain lied
light lit lighted; lose lost; make made; may might; mean meant; meet met; mistake mistook mistaken
mow mowed mown; outgrow outgrew outgrown; overcome overcame; pay paid; plead pleaded pled; proofread
prove proved proven; put; quit quitted; read; rend rent; rid ridded; ride rode ridden; ring rang rung; rise rose risen
run ran; saw sawed sawn; say said; see saw seen; seek sought; sell sold; send sent; set; sew sewed sewn
shake shook shaken; shall should; shave shaved shaven; shear sheared shorn; shed
shine shone shined; shit shat shitted; shoot shot; show showed shown
shrink shrank shrunk; shut; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid slidden
sling slung; slink slunk; slit; smell smelled smelt; smite smote smitten; sneak sneaked snuck; sow sowed sown
speak spoke spoken; speed sped speeded; spell spelled spelt; spend spent; spill spilled spilt; spin spun
spit spat spitted; split; spoil spoiled spoilt; spread; spring sprang sprung; stand stood; steal stole stolen
stick stuck; sting stung; stink stank stunk; strew strewed strewn; stride strode stridden; strike struck stricken
string strung; strive strove striven strived; swear swore sworn; sweat sweated; sweep swept; swell swelled swollen
swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought
thrive thrived throve thriven; throw threw thrown; thrust; tread trod trodden; undergo undergoes underwent undergone
understand understood; undertake undertook undertaken; undo undid undone; uphold upheld; upset; wake woke woken waked
wear wore worn; weave wove woven weaved; wed wedded; weep wept; wet wetted; will would; win won; wind wound
withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written`

const nounEntries = `
man men; woman women; child children; person people; wife wives; knife knives; life lives; half halves; self selves
shelf shelves; thief thieves; leaf leaves; loaf loaves; wolf wolves; calf calves; hoof hooves; scarf scarves
foot feet; tooth teeth; goose geese; mouse mice; penny pence; stomach stomachs; medium media; criterion criteria
phenomenon phenomena; datum data; bacterium bacteria; sheep; fish; deer`

const parse = (entries: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    entries
      .trim()
      .split(/[;\n]/)
      .map((entry): [string, string[]] => {
        const [base = '', ...forms] = entry.trim().split(' ')
        return [base, forms]
      }),
  )

/** Base of an irregular verb -> its past forms and participles. An empty list: they are the base itself (hit, put). */
export const irregularVerbs = parse(verbEntries)

/** Singular -> plurals that rules do not give. Also the end of compounds: policeman, stepchild, housewife. */
export const irregularNouns = parse(nounEntries)
