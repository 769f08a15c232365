// What a case shows of a child before anybody clicks: initials and age in years, by which a team recognises its case. The least
// that works: the number alone is mistaken for another, and a name on every screen is read over shoulders.

/** 'M. R.' for Maya Rivera; one letter where one name is known; undefined where none is. */
export function initials(given: string | undefined, surname: string | undefined): string | undefined {
  const letters = [given, surname].flatMap((name) => firstLetter(name ?? ''))
  return letters.length === 0 ? undefined : letters.map((letter) => `${letter}.`).join(' ')
}

/** Whole letters, also those written with two code units. */
function firstLetter(name: string): readonly string[] {
  const found = /\p{L}\p{M}*/u.exec(name.normalize('NFC'))?.[0]
  return found === undefined ? [] : [found.toUpperCase()]
}

/** Full years on that day; both days as 'YYYY-MM-DD'. Who was born on 29 February has the birthday on 1 March in other years. */
export function ageInYears(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
