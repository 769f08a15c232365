// Numbers met on pages that people trust, and wrong there (research of 2026-11-22, section 6). None may ever be shown;
// where a number is right in another state, it is refused in the state that it was printed for.

export const wrongAnywhere = [
  '855-232-3237', // Utah center: digits swapped
  '800-792-5900', // Massachusetts center
  '800-332-6347', // Maryland alliance: superseded
  '800-242-2873', // Illinois county prosecutor
  '800-743-4453', // Rhode Island housing page
  '844-263-5437', // Colorado in a copied list
  '603-271-6556', // New Hampshire university page
  '775-785-8600', // Nevada courts page
  '800-992-5757', // Nevada courts page
  '800-453-5145', // Florida TDD, old
  '800-369-2437', // New York TTY, old
  '505-346-2867', // Indian Country line: conflicts with the other source
  '800-633-5155', // Indian Country line: conflicts with the other source
  '671-475-2672', // Guam: two numbers, one news report each
  '671-475-2653',
  '670-237-1000', // Northern Marianas: an office, not a line
  '800-917-7383', // Maryland: one source only
  '307-777-5479', // Wyoming: one source only
  '800-752-6200', // Kentucky: one source only
  '787-981-1333', // Puerto Rico toll-free: sources conflict
  '800-981-1333',
  '800-981-8333',
] as const

export const wrongIn = [{ jurisdiction: 'AL', number: '877-237-0004' }] as const // That is Tennessee's.

/** The last ten digits, or a short code as it is. */
export const digitsOf = (number: string): string => number.replaceAll(/\D/g, '').slice(-10)
