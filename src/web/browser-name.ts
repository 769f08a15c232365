// The kind of browser and system, from what the browser says of itself, for the list of where somebody is signed in. Two names
// from a short list each: nothing that tells two machines of one kind apart.

/** In this order: most browsers name older ones besides themselves. */
const browsers = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const

type List = readonly (readonly [RegExp, string])[]

const firstIn = (list: List, text: string): string => list.find(([pattern]) => pattern.test(text))?.[1] ?? ''

/** 'Firefox, Windows'; '' where it says nothing known. */
export function browserNamed(userAgent: string): string {
  const text = userAgent.slice(0, 500)
  return [firstIn(browsers, text), firstIn(systems, text)].filter((name) => name !== '').join(', ')
}
