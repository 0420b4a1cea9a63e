/** The style sheet of the HTML report. */
export const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
`;
