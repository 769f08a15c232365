// Exact sums of decimal weights: 0.1 + 0.2 is 0.3. A number is taken as it is written and scaled to whole units.

type Decimal = { readonly units: bigint; readonly scale: number }

/** The exact sum, as the nearest number. All values are finite. */
export const sumOf = (values: readonly number[]): number => toNumber(total(values))

/** The sum times `wanted` / `given`, rounded half up to ten decimals; `given` is at least 1. */
export function prorate(values: readonly number[], given: number, wanted: number): number {
  const { units, scale } = total(values)
  const divisor = BigInt(given) * 10n ** BigInt(scale)
  const twice = 2n * units * BigInt(wanted) * 10n ** 10n + divisor
  return toNumber({ units: floorOf(twice, 2n * divisor), scale: 10 })
}

function total(values: readonly number[]): Decimal {
  const parts = values.map(decimalOf)
  const scale = Math.max(0, ...parts.map((part) => part.scale))
  const units = parts.reduce((sum, part) => sum + part.units * 10n ** BigInt(scale - part.scale), 0n)
  return { units, scale }
}

/** From the shortest writing of the number, such as -1.25 or 1e-7. */
function decimalOf(value: number): Decimal {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = digits.split('.')
  const scale = fraction.length - Number(exponent)
  const units = BigInt(whole + fraction)
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale }
}

const toNumber = ({ units, scale }: Decimal): number => Number(`${units}e-${scale}`)

const floorOf = (units: bigint, divisor: bigint): bigint =>
  units % divisor < 0n ? units / divisor - 1n : units / divisor
