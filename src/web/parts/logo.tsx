// The logo: a footbridge over water, drawn with the colour of the text around it.

export const Logo = () => (
  <svg
    width="40"
    height="30"
    viewBox="0 0 40 30"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    stroke-linecap="round"
  >
    <path d="M3 20c6-10 28-10 34 0" stroke-width="3" />
    <path d="M3 14.5c6-10 28-10 34 0M10 9.6v5M16.7 7.5v5M23.3 7.5v5M30 9.6v5" stroke-width="2" />
    <path d="M3 27q4.25-3 8.5 0t8.5 0 8.5 0 8.5 0" stroke-width="2" opacity="0.55" />
  </svg>
)
