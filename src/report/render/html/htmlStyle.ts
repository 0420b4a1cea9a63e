/**
 * The style sheet of the HTML report. System fonts only, as the page asks nobody for anything. Each
 * pair of colours of text and ground has a contrast of 4.5 or more, in both themes: the first colour of a
 * pair is the one of the light theme.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #0f1216);
  --card: light-dark(#fff, #171b21);
  --ink: light-dark(#1b1f24, #e4e8ec);
  --faint: light-dark(#59636e, #9aa4af);
  --line: light-dark(#d9dee4, #2d343d);
  --raised: light-dark(#f0f2f5, #1f252d);
  --link: light-dark(#0b5cad, #79b8ff);
  --good: light-dark(#17692f, #6fd28a);
  --good-ground: light-dark(#e3f5e7, #15301d);
  --bad: light-dark(#b3211e, #ff8f88);
  --bad-ground: light-dark(#fdeae8, #3b1a1a);
  --warn: light-dark(#855400, #eeba55);
  --warn-ground: light-dark(#fdf1d6, #34270d);
  --invalid: light-dark(#7b2fa8, #d5a3f5);
  --invalid-ground: light-dark(#f5e9fc, #2f1d3c);
  --neutral: light-dark(#59636e, #a8b2bc);
  --neutral-ground: light-dark(#eceff2, #252b33);
  --line1: light-dark(#0b5cad, #79b8ff);
  --line2: light-dark(#a84300, #f2a65e);
  --line3: light-dark(#17692f, #6fd28a);
  --line4: light-dark(#7b2fa8, #d5a3f5);
  --line5: light-dark(#8f1d4f, #f58fb8);
  --line6: light-dark(#59636e, #a8b2bc);
  --band: light-dark(#c9d3de, #46525f);
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif;
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); }
.page { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
code, pre { font: 0.9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
code { unicode-bidi: isolate; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }

.banner { border-top: 5px solid var(--tone); background: var(--tone-ground); }
.banner .page { display: grid; grid-template-columns: auto 1fr; column-gap: 1rem; padding-block: 1.5rem 1.35rem; }
.good { --tone: var(--good); --tone-ground: var(--good-ground); }
.bad { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.warn { --tone: var(--warn); --tone-ground: var(--warn-ground); }
.invalid { --tone: var(--invalid); --tone-ground: var(--invalid-ground); }
.neutral { --tone: var(--neutral); --tone-ground: var(--neutral-ground); }
.seal {
  grid-row: span 3; width: 3.25rem; height: 3.25rem; border-radius: 50%;
  display: grid; place-items: center; font-size: 1.7rem; font-weight: 700; line-height: 1;
  background: var(--tone); color: var(--card);
}
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; color: var(--tone); overflow-wrap: anywhere; }
.verdict { margin: 0.2rem 0 0; font-size: 1.1rem; overflow-wrap: anywhere; }
.verdict code { font-weight: 600; }
.context { margin: 0.3rem 0 0; color: var(--faint); overflow-wrap: anywhere; }

.tools {
  position: sticky; top: 0; z-index: 2; background: var(--ground);
  border-bottom: 1px solid var(--line);
}
.tools .page { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; padding-block: 0.6rem; }
.tools[hidden] { display: none; }
.tools label { font-weight: 600; }
.tools input {
  flex: 0 1 20rem; min-width: 10rem; font: inherit; padding: 0.3rem 0.6rem; color: inherit;
  background: var(--card); border: 1px solid var(--faint); border-radius: 6px;
}
.tools select {
  font: inherit; padding: 0.3rem 0.4rem; color: inherit; background: var(--card);
  border: 1px solid var(--faint); border-radius: 6px;
}
.tools output { color: var(--faint); }
.space { flex: 1; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.tools button, .copy {
  font: inherit; font-size: 0.87rem; padding: 0.3rem 0.7rem; color: inherit; cursor: pointer;
  background: var(--card); border: 1px solid var(--line); border-radius: 6px;
}
.tools button:hover, .copy:hover { border-color: var(--faint); }

main.page { padding-block: 1.25rem 2rem; }
section, details {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  margin-bottom: 0.9rem; padding: 1rem 1.25rem; scroll-margin-top: 4rem;
}
details { padding-block: 0; margin-bottom: 0.5rem; }
details[open] { padding-bottom: 1rem; }
h2 { margin: 0 0 0.6rem; font-size: 1.15rem; overflow-wrap: anywhere; }
summary { display: flex; align-items: baseline; gap: 0.6rem; padding-block: 0.7rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before {
  content: ''; flex: none; width: 0.45rem; height: 0.45rem; margin-right: 0.1rem; translate: 0 -0.1rem;
  border: solid var(--faint); border-width: 0 2px 2px 0; rotate: -45deg;
}
details[open] > summary::before { rotate: 45deg; translate: 0 -0.2rem; }
summary h2 { margin: 0; font-size: 1rem; font-weight: 600; }
summary:hover h2 { text-decoration: underline; text-underline-offset: 0.2em; }
p { margin: 0.6rem 0; max-width: 60rem; overflow-wrap: anywhere; }
.banner p { max-width: none; }
section > :last-child, details > :last-child { margin-bottom: 0; }
.lines {
  display: flex; align-items: flex-start; margin: 0.6rem 0; background: var(--raised);
  border: 1px solid var(--line); border-radius: 8px;
}
pre { flex: 1; min-width: 0; margin: 0; padding: 0.7rem 0.9rem; white-space: pre-wrap; }
pre code { font-size: inherit; }
.copy { flex: none; margin: 0.4rem; padding: 0.15rem 0.6rem; }

.scroll { overflow-x: auto; margin: 0.4rem -0.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.35rem 0.75rem; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th, thead td { color: var(--faint); font-size: 0.85rem; font-weight: 600; white-space: nowrap; border-bottom-color: var(--faint); }
tbody th { font-weight: 400; min-width: 12rem; }
tbody tr:hover > * { background: var(--raised); }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody tr > :first-child { border-left: 3px solid transparent; }
tr:is(.bad, .warn, .good) > :first-child { border-left-color: var(--tone); }
.tone { color: var(--tone); font-weight: 600; white-space: nowrap; }
.tone.dim { color: var(--faint); font-weight: 400; }
td:not(.figure) > .tone:not(.dim) { padding: 0.1rem 0.55rem; border-radius: 1rem; background: var(--tone-ground); }
th button {
  all: unset; cursor: pointer; box-sizing: border-box; border-radius: 3px;
}
th button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
th button:hover { color: var(--ink); text-decoration: underline; text-underline-offset: 0.2em; }
th button::after { content: '↕'; display: inline-block; width: 1em; margin-left: 0.25em; text-align: center; opacity: 0.55; }
th[aria-sort] { color: var(--ink); }
th[aria-sort='ascending'] button::after { content: '↑'; opacity: 1; }
th[aria-sort='descending'] button::after { content: '↓'; opacity: 1; }
.tree { margin: 0.6rem 0; overflow-x: auto; }
.tree ul { list-style: none; margin: 0; padding: 0; }
.tree ul ul { margin-left: 0.3rem; padding-left: 1rem; border-left: 1px solid var(--line); }
.tree details, .tree details[open] { margin: 0; padding: 0; border: 0; border-radius: 0; background: none; }
.tree summary, .leaf { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; padding: 0.1rem 0; }
.leaf { padding-left: 1.15rem; }
.tree summary:hover code { text-decoration: underline; text-underline-offset: 0.2em; }
.times, .seconds { color: var(--faint); font-variant-numeric: tabular-nums; }
.tree .times { margin-left: -0.2rem; }
.tree .tone { flex: 1 1 16rem; white-space: normal; }

.chart { margin: 1.1rem 0; max-width: 50rem; }
.chart figcaption { font-weight: 600; overflow-wrap: anywhere; }
.plot { min-height: 4rem; }
.plot svg { max-width: 100%; }
.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; margin: 0.3rem 0 0; padding: 0; list-style: none; font-size: 0.92rem; }
.hint { margin: 0.3rem 0 0; color: var(--faint); font-size: 0.87rem; }
.point { display: inline-block; width: 0.65rem; height: 0.65rem; background: var(--tone); }
.circle { border-radius: 50%; }
.triangle { clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.stroke { width: 2px; height: 0.9rem; background: var(--ink); translate: 0 0.1rem; }
.point.band { width: 1.2rem; height: 0.8rem; background: var(--band); translate: 0 0.1rem; }
.line1 { --tone: var(--line1); } .line2 { --tone: var(--line2); } .line3 { --tone: var(--line3); }
.line4 { --tone: var(--line4); } .line5 { --tone: var(--line5); } .line6 { --tone: var(--line6); }
details.values, details.values[open] { margin: 0.3rem 0 0; padding: 0; border: 0; background: none; }
.values > summary { padding-block: 0.15rem; color: var(--faint); font-size: 0.92rem; }
.values ol { margin: 0.3rem 0; padding-left: 2.4rem; }

.sequence { margin: 0.6rem 0; }
.stage { overflow: auto; max-height: 85vh; border: 1px solid var(--line); border-radius: 8px; }
.sequence svg { display: block; font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
.sequence text { fill: var(--ink); }
.heads { position: sticky; top: 0; background: var(--card); }
.heads rect { fill: var(--raised); stroke: var(--faint); }
.life { stroke: var(--line); stroke-dasharray: 3 3; }
.arrow { fill: none; stroke: var(--link); }
.call { fill: var(--link); stroke: var(--link); }
.start { fill: none; stroke: var(--link); stroke-width: 1.5; }
.loop { fill: none; stroke: var(--faint); stroke-dasharray: 6 3; }
.sequence .times { fill: var(--faint); }

[hidden] { display: none !important; }
@media (scripting: none) { .plot { display: none; } }
footer { color: var(--faint); font-size: 0.87rem; padding-bottom: 2rem; }

@media (max-width: 40rem) {
  section, details { padding-inline: 0.8rem; }
  .seal { width: 2.25rem; height: 2.25rem; font-size: 1.2rem; }
  h1 { font-size: 1.4rem; }
  th, td { padding-inline: 0.5rem; }
  table { font-size: 0.9rem; }
  .optional { display: none; }
  tr:is(.bad, .warn, .good) > .optional:first-child + th { border-left: 3px solid var(--tone); }
  .tools { position: static; }
  .tools input { flex: 1 1 10rem; }
}
@media print {
  :root, :root[data-theme] { color-scheme: light; font-size: 10pt; --ground: #fff; --raised: #fff; }
  .page { max-width: none; padding-inline: 0; }
  .tools, .copy { display: none; }
  section, details { border: 0; padding: 0; border-radius: 0; }
  details:not([open]) { display: none; }
  .tree details:not([open]) { display: block; }
  .scroll, .stage { overflow: visible; max-height: none; margin-inline: 0; }
  .sequence svg { max-width: 100%; height: auto; }
  .chart, .plot { break-inside: avoid; }
  th button::after { content: none; }
  th, td { padding: 0.15rem 0.4rem; }
  thead { display: table-header-group; break-inside: avoid; }
  .optional { display: none; }
  tr:is(.bad, .warn, .good) > .optional:first-child + th { border-left: 3px solid var(--tone); }
  tr, pre { break-inside: avoid; }
  h2, summary { break-after: avoid; }
  .seal, .tone { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
