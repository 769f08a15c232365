// Spanish verbs that rules do not give: which change their stem vowel, and which have stems of their own. A verb may
// also be a prefix and one of these (detener, devolver); bound stems that are no words (ducir, ferir) stand here for the
// families built on them. Everything is folded: no accents, n for ñ.

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Where a stressed stem vowel becomes ie, ue or i. */
export const stemChanges: Readonly<Record<'ie' | 'ue' | 'i', ReadonlySet<string>>> = {
  ie: new Set(
    words(`acertar alentar apretar arrendar asentar atravesar calentar cegar cerrar comenzar concertar confesar
      despertar desterrar empezar encomendar enmendar ensangrentar enterrar fregar gobernar helar manifestar merendar
      negar nevar pensar plegar quebrar recomendar regar remendar restregar reventar segar sembrar sentar sosegar
      temblar tentar tropezar ascender descender defender encender entender atender extender perder querer tender
      trascender verter advertir arrepentir convertir divertir invertir pervertir hervir herir mentir sentir ferir
      gerir querir quirir adquirir requerir preferir referir sugerir encerrar`),
  ),
  ue: new Set(
    words(`acordar recordar acostar almorzar apostar avergonzar concordar colar colgar consolar contar costar degollar
      descollar encontrar esforzar forzar mostrar poblar probar renovar rodar rogar soldar soltar sonar tostar trocar
      tronar volar volcar jugar cocer doler llover moler morder mover poder soler solver torcer volver dormir morir
      devolver envolver revolver resolver demostrar aprobar comprobar`),
  ),
  i: new Set(
    words(`pedir servir medir petir vestir seguir elegir regir concebir derretir gemir rendir renir tenir cenir freir
      reir embestir erguir corregir decir bendecir maldecir predecir sonreir conseguir perseguir repetir competir
      despedir impedir`),
  ),
}

/** They look like a prefix and a verb of the tables, and are not. */
export const plainVerbs: ReadonlySet<string> = new Set(
  words(
    `presentar representar compensar recompensar dispensar pretender interrogar intentar atentar contentar aterrar`,
  ),
)

/** They end like verbs and are nouns or adjectives; as verbs they would give words of another meaning (familia). */
export const nounsLikeVerbs: ReadonlySet<string> = new Set(
  words(`mujer familiar celular escolar militar lugar hogar dolar lider taller alquiler collar solar particular
    similar ejemplar titular auxiliar regular popular vulgar singular ayer alfiler bachiller cadaver caracter cancer
    preescolar peculiar vehicular azucar altar pulgar pilar paladar angular martir souvenir elixir chofer poster
    influencer`),
)

export const prefixes: readonly string[] = words(`a ab abs ad ante auto circun co com con contra de des di dis em en
  entre equi ex im in inter intro mal man o ob per pos post pre pro re retro satis se sobre son sos su sub super sus
  tra tran trans tras`)

/** Stems by what they stand before. Several in one string are all used. Without an entry the rules give the stem. */
export type IrregularVerb = {
  /** teng-: first person of the present, and the subjunctive. */
  readonly own?: string
  /** tien-: the stressed stem. */
  readonly stressed?: string
  /** vin-: before -iendo. */
  readonly weak?: string
  /** tuv-: preterite stressed on its stem, and both past subjunctives. */
  readonly past?: string
  readonly imperfect?: string
  readonly future?: string
  /** hech-: before -o -a -os -as. */
  readonly participle?: string
  /** The imperative of tú, to which pronouns are attached. */
  readonly command?: string
  /** Whole forms besides. */
  readonly also?: string
}

const serForms = `soy eres sos es somos son fui fuiste fuistes fue fuimos fueron era eras eramos eran fuera fueras
  fueramos fueran fuese fueses fuesemos fuesen sea seas seamos sean se`
const irForms = `voy vas va vamos van fui fuiste fuistes fue fuimos fueron iba ibas ibamos iban fuera fueras fueramos
  fueran fuese fueses fuesemos fuesen vaya vayas vayamos vayan ve anda vete andate vayase vayanse vamonos vayamonos`

/** All forms but infinitive, gerund, participle, future and conditional. These take no prefix, no stem and no rule. */
export const wholeVerbs: Readonly<Record<string, { readonly forms: readonly string[]; readonly gerund: string }>> = {
  ser: { forms: words(serForms), gerund: 'siendo' },
  ir: { forms: words(irForms), gerund: 'yendo' },
}

/** Too short to stand at the end of other verbs: mandar is not man + dar, comandar not com + andar. */
export const neverPrefixed: ReadonlySet<string> = new Set(['andar', 'dar', 'estar', 'haber'])

export const irregularVerbs: Readonly<Record<string, IrregularVerb>> = {
  abrir: { participle: 'abiert' },
  andar: { past: 'anduv' },
  asir: { own: 'asg' },
  bendecir: { own: 'bendig', past: 'bendij', participle: 'bendecid bendit' },
  caber: { own: 'quep', past: 'cup', future: 'cabr' },
  caer: { own: 'caig' },
  cubrir: { participle: 'cubiert' },
  dar: { past: 'd', also: 'doy di dio' },
  decir: { own: 'dig', past: 'dij', future: 'dir', participle: 'dich', command: 'di' },
  ducir: { past: 'duj' },
  errar: { stressed: 'yerr err' },
  escribir: { participle: 'escrit' },
  estar: { past: 'estuv', also: 'estoy' },
  facer: { own: 'fag', past: 'fic', future: 'far', participle: 'fech', command: 'faz', also: 'fizo' },
  freir: { participle: 'frit freid' },
  haber: { own: 'hay', past: 'hub', future: 'habr', also: 'he has ha hay hemos han' },
  hacer: { own: 'hag', past: 'hic', future: 'har', participle: 'hech', command: 'haz', also: 'hizo' },
  imprimir: { participle: 'impres imprimid' },
  maldecir: { own: 'maldig', past: 'maldij', participle: 'maldecid maldit' },
  morir: { participle: 'muert' },
  oir: { own: 'oig', stressed: 'oy' },
  oler: { stressed: 'huel' },
  poder: { past: 'pud', weak: 'pud', future: 'podr' },
  poner: { own: 'pong', past: 'pus', future: 'pondr', participle: 'puest', command: 'pon' },
  predecir: { own: 'predig', past: 'predij', future: 'predir predecir', participle: 'predich' },
  proveer: { participle: 'provist proveid' },
  querer: { past: 'quis', future: 'querr' },
  romper: { participle: 'rot' },
  saber: { own: 'sep', past: 'sup', future: 'sabr', also: 'se' },
  salir: { own: 'salg', future: 'saldr', command: 'sal' },
  scribir: { participle: 'scrit script' },
  solver: { participle: 'suelt' },
  tener: { own: 'teng', stressed: 'tien', past: 'tuv', future: 'tendr', command: 'ten' },
  traer: { own: 'traig', past: 'traj' },
  valer: { own: 'valg', future: 'valdr' },
  venir: { own: 'veng', stressed: 'vien', past: 'vin', weak: 'vin', future: 'vendr', command: 'ven' },
  ver: { own: 've', imperfect: 've', participle: 'vist' },
  volver: { participle: 'vuelt' },
}
