// A QR code as inline SVG: one path, dark on a white field in both colour schemes, so that a phone reads it. No style attribute
// and no picture from elsewhere: the policy of the page lets neither in.

import { encode } from 'uqr'

/** White modules around it, as ISO/IEC 18004 asks for. */
const border = 4

export const QrCode = ({ text, title }: { text: string; title: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="fb-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={title} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark} fill="#000000" />
    </svg>
  )
}
