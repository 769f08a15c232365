// The shared vocabulary: 60 stable codes that everything speaks of. The words that explain them live in content/;
// the codes stand here as well, so that the compiler knows them. A test holds this list equal to content/indicators.json.

export const indicatorCodes = [
  'exchange',
  'prior-abuse',
  'sees-self-as-object',
  'links-love-with-sex',
  'links-sex-with-reward',
  'feels-unloved',
  'feels-unsafe',
  'feels-no-belonging',
  'runaway',
  'substance-use',
  'low-self-esteem',
  'mental-health',
  'gang-involvement',
  'place-online',
  'place-social-network',
  'place-school',
  'place-mall',
  'place-transit',
  'place-foster-residential',
  'place-shelter',
  'place-detention',
  'lure-protection',
  'lure-love',
  'lure-adventure',
  'lure-home',
  'lure-family',
  'lure-money',
  'lure-opportunity',
  'control-threat',
  'control-violence',
  'control-intimidation',
  'control-fear',
  'unexplained-gifts',
  'few-possessions',
  'costly-things',
  'hotel-keys',
  'false-id',
  'new-name',
  'branding',
  'abuse-injury',
  'abuse-other-signs',
  'lies-about-age',
  'sudden-change',
  'sexualised-beyond-age',
  'truancy',
  'unmet-needs',
  'older-partner',
  'exhaustion',
  'avoids-eye-contact',
  'multiple-phones',
  'found-out-of-area',
  'images-requested',
  'images-sold',
  'sti-pregnancy',
  'delayed-care',
  'system-placement',
  'justice-involved',
  'unstable-housing',
  'family-member-exploited',
  'family-exploiter',
] as const

export type IndicatorCode = (typeof indicatorCodes)[number]

export const indicatorRoles = ['definition', 'vulnerability', 'risk', 'place', 'lure', 'control', 'sign'] as const

export type IndicatorRole = (typeof indicatorRoles)[number]

export type Indicator = {
  readonly code: IndicatorCode
  readonly roles: readonly IndicatorRole[]
  /** 'page': from the public page of an advocacy center; 'field': from wider professional guidance. */
  readonly basis: 'page' | 'field'
  readonly means: string
  readonly counts: string
  readonly not: string
}

const known: ReadonlySet<string> = new Set(indicatorCodes)

export const isIndicatorCode = (text: string): text is IndicatorCode => known.has(text)
