// What kind of thing each indicator is, where the rules of context depend on it.

import type { IndicatorCode } from '../../knowledge/index.ts'

type Codes = ReadonlySet<IndicatorCode>

const codes = (...list: readonly IndicatorCode[]): Codes => new Set(list)

/** What somebody is or does oneself, so that another subject makes it another's: "mother drinks", "her friend ran away". */
export const ownStates: Codes = codes(
  ...(['substance-use', 'mental-health', 'justice-involved', 'gang-involvement', 'runaway', 'sti-pregnancy'] as const),
  ...(['truancy', 'exhaustion', 'system-placement', 'branding', 'older-partner', 'unmet-needs', 'false-id'] as const),
  ...([
    'low-self-esteem',
    'feels-unloved',
    'lies-about-age',
    'few-possessions',
    'multiple-phones',
    'new-name',
  ] as const),
  ...([
    'delayed-care',
    'found-out-of-area',
    'costly-things',
    'hotel-keys',
    'abuse-injury',
    'sexualised-beyond-age',
  ] as const),
)

/** "Drug use by mother", "depresión de la mamá": somebody named behind; not where that person would be the doer. */
export const namedBehind: Codes = codes(
  ...(['substance-use', 'mental-health', 'justice-involved', 'gang-involvement', 'sti-pregnancy'] as const),
)

/** What a person has with him: that it is a sister's says nothing of who has it. */
export const thingsHeld: Codes = codes(
  ...(['false-id', 'hotel-keys', 'multiple-phones', 'costly-things', 'few-possessions'] as const),
)

/** Always told of the child, though another person is named in it. */
export const aboutFamily: Codes = codes('family-member-exploited', 'family-exploiter')

/**
 * How somebody behaves, or what another says: a condition in it is part of what is told ("if a man comes near she flinches",
 * "he said he would post them if she left").
 */
export const toldWithConditions: Codes = codes(
  ...(['abuse-other-signs', 'avoids-eye-contact', 'feels-unsafe', 'feels-unloved', 'feels-no-belonging'] as const),
  ...(['links-love-with-sex', 'links-sex-with-reward', 'sees-self-as-object', 'low-self-esteem', 'exchange'] as const),
  ...([
    'lure-protection',
    'lure-love',
    'lure-adventure',
    'lure-home',
    'lure-family',
    'lure-money',
    'lure-opportunity',
  ] as const),
  ...(['control-threat', 'control-violence', 'control-intimidation', 'control-fear', 'images-requested'] as const),
)

/** Nothing of the sign is said by a negation: "no injuries" is always its absence. */
export const neverByNegation: Codes = codes(
  ...([
    'abuse-injury',
    'control-violence',
    'sti-pregnancy',
    'gang-involvement',
    'hotel-keys',
    'images-requested',
  ] as const),
  ...([
    'images-sold',
    'exchange',
    'justice-involved',
    'substance-use',
    'branding',
    'multiple-phones',
    'place-online',
  ] as const),
  ...([
    'place-social-network',
    'place-school',
    'place-mall',
    'place-transit',
    'place-shelter',
    'place-detention',
    'system-placement',
  ] as const),
  ...(['lure-adventure', 'lure-money', 'lure-opportunity', 'lure-home', 'older-partner', 'prior-abuse'] as const),
)

/** To stop something is itself the sign: "quit going to class", "no longer speaks with her old friends". */
export const endsAsSign: Codes = codes('sudden-change', 'truancy', 'unmet-needs', 'delayed-care')

/** What the child feels or believes: "thinks that nobody wants her" doubts nothing. */
export const innerStates: Codes = codes(
  ...(['feels-unsafe', 'feels-unloved', 'feels-no-belonging', 'links-love-with-sex', 'links-sex-with-reward'] as const),
  ...(['sees-self-as-object', 'low-self-esteem', 'control-fear', 'mental-health'] as const),
)

/** A negation between the words of the pattern denies it: "has not been in a gang". Elsewhere it may belong to what is told. */
export const deniedInside: Codes = codes(
  ...neverByNegation,
  ...(['runaway', 'mental-health', 'false-id', 'truancy', 'lies-about-age'] as const),
)

/** "May", "might" between the words leave it open: "the boyfriend might be hitting her". In a promise "could" is the promise. */
export const openInside: Codes = codes(...ownStates, 'control-violence', 'family-exploiter', 'images-sold')
