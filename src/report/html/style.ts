/** The page's style. Colours of verdicts are said in words too; each has a contrast of 4.5 on its ground. */
import { LADDER_STYLE } from './ladder-style.ts';
import { DARK, LIGHT } from './tokens.ts';

export const STYLE = `
:root {
  color-scheme: light dark;
  ${LIGHT}
}
@media (prefers-color-scheme: dark) {
  :root {
    ${DARK}
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem 1rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: .8rem; margin: 1rem 0 .25rem; color: var(--faint); text-transform: uppercase; letter-spacing: .05em; }
a { color: var(--link); }
code, pre { font: .875rem/1.45 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
pre { margin: .25rem 0; overflow-x: auto; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.standing { font-size: 1.05rem; margin: 0; }
.v-pass { --tint: var(--pass); } .v-fail, .v-error { --tint: var(--fail); } .v-inconclusive { --tint: var(--unsure); }
.v-observed { --tint: var(--seen); } .v-none { --tint: var(--none); }
.standing strong, td[class^='v-'], .badge { color: var(--tint); }
.notice { border-left: 3px solid var(--unsure); padding-left: .75rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .25rem 1.5rem; margin: 0 0 1rem; }
.facts dt { color: var(--faint); font-size: .8rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--faint); font-size: .875rem; padding-bottom: .25rem; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums; }
th:first-child, .kinds, th:last-child { text-align: left; }
thead th { font-weight: 500; color: var(--faint); font-size: .875rem; white-space: nowrap; }
tbody th { font-weight: 500; }
td.zero { color: var(--faint); } td[class^='v-'] { font-weight: 600; } .kinds { color: var(--faint); font-size: .875rem; }
.rules { padding: 0; list-style: none; } .rules li { padding: .3rem 0; border-bottom: 1px solid var(--line); }
.note { color: var(--faint); } .links { display: block; font-size: .875rem; }
.badge { display: inline-block; min-width: 6.6em; padding: 0 .5em; border: 1px solid; border-radius: .6em; font-size: .75rem;
  font-weight: 600; text-align: center; }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 0 0 .75rem; }
form[hidden] { display: none; }
form div { display: flex; flex-wrap: wrap; gap: .35rem; }
button, input { font: inherit; font-size: .875rem; color: inherit; background: var(--raised); border: 1px solid var(--line);
  border-radius: .4rem; padding: .2rem .6rem; }
button[aria-pressed] { color: var(--tint); }
button[aria-pressed='true'] { border-color: var(--tint); }
button[aria-pressed='false'] { text-decoration: line-through; color: var(--faint); }
#shown { color: var(--faint); font-size: .875rem; }
.result { border: 1px solid var(--line); border-left: 4px solid var(--tint); border-radius: .3rem; margin: .35rem 0; }
.result > summary { padding: .35rem .6rem; cursor: pointer; display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: baseline; }
.result > summary::before { content: '\\25b8'; color: var(--faint); } .result[open] > summary::before { content: '\\25be'; }
.result > summary::-webkit-details-marker { display: none; }
.title { flex: 1 1 18rem; } .rule { font-size: .875rem; } .level { color: var(--faint); }
.body { padding: 0 1rem 1rem; }
.statement { margin: .25rem 0; } .facts-line, .time { margin: .25rem 0; color: var(--faint); font-size: .875rem; }
.outcome { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .75rem 0; }
.outcome dt { color: var(--faint); } .outcome dd { margin: 0; overflow-wrap: anywhere; }
.actual { color: var(--fail); }
.steps { list-style: none; margin: 0; padding: 0; } .steps li { padding: .05rem 0 .05rem .75rem; border-left: 3px solid var(--line); }
.steps pre { color: var(--faint); } .steps .s-at { border-color: var(--fail); font-weight: 600; } .s-left { color: var(--faint); }
.here { color: var(--fail); font-size: .75rem; border: 1px solid; border-radius: .6em; padding: 0 .4em; }
${LADDER_STYLE}
figure { margin: .5rem 0; } figcaption { font-size: .875rem; overflow-wrap: anywhere; } figcaption b { color: var(--faint); }
.octets, .stderr, .replay { background: var(--raised); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem .75rem; }
.octets i { font-style: normal; color: var(--faint); }
.z { color: var(--zero); } .p { color: var(--print); } .o { color: var(--octet); }
mark { background: var(--mark); color: var(--mark-text); font-weight: 700; text-decoration: underline; text-underline-offset: .2em; }
footer { margin-top: 2rem; color: var(--faint); font-size: .875rem; overflow-wrap: anywhere; }
@media print {
  body { max-width: none; font-size: 10pt; } form { display: none; } .result { break-inside: avoid-page; }
  pre { white-space: pre-wrap; } a { color: inherit; }
}
`;
