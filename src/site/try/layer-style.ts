/** How layers look: bits in rows of 32, octets in runs, fields in a table; what belongs together is marked in all three. */
export const LAYER_STYLE = `
.layer { border: 1px solid var(--line); border-radius: .4rem; margin: .75rem 0; padding: 0 1rem; min-width: 0; }
.layer[open] { padding-bottom: 1rem; }
.layer > summary { cursor: pointer; padding: .5rem 0; color: var(--faint); font-size: .9375rem; }
.layer-title { color: var(--text); font-weight: 600; font-size: 1rem; margin-right: .35rem; }
.layer summary .badge { margin-left: .6rem; }
.bits { display: grid; grid-template-columns: repeat(32, minmax(0, 1fr)); margin: .25rem 0 1rem; border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
.bits i { font: normal .6875rem/1.5 system-ui, sans-serif; color: var(--faint); text-align: center; border-bottom: 1px solid var(--line); overflow: visible; white-space: nowrap; }
.bits i:nth-child(32) { border-right: 1px solid var(--line); }
.bits button { all: unset; box-sizing: border-box; cursor: pointer; min-width: 0; min-height: 2.75rem; padding: .2rem .3rem; overflow: hidden; text-align: center;
  border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); background: var(--cell); display: flex; flex-direction: column; justify-content: center; gap: .05rem; }
.bits button:focus-visible, .octets button:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
.bits b { font: 500 .75rem/1.2 system-ui, sans-serif; color: var(--faint); overflow: hidden; text-overflow: ellipsis; }
.bits span { font: .8125rem/1.25 ui-monospace, 'DejaVu Sans Mono', monospace; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bits .small b { font-size: .625rem; } .bits .small { padding: .2rem .1rem; }
.bits .narrow { padding: 0; } .bits .narrow b { writing-mode: vertical-rl; font-size: .625rem; align-self: center; max-height: 2.6rem; }
.bits .narrow span { display: none; }
.layer .octets { margin: 0 0 1rem; padding: .6rem .8rem; font-size: .875rem; line-height: 1.65; overflow: auto; max-height: 15rem; }
.octets i { font-style: normal; color: var(--faint); }
.octets button { all: unset; cursor: pointer; white-space: pre; padding: .1em 0; }
.octets button:nth-of-type(odd) { background: var(--cell); } .octets button:nth-of-type(even) { background: var(--open); }
.layer .hot, .octets button.hot:nth-of-type(n) { background: var(--hot); }
.layer .wrong b, .layer .wrong span, .octets .wrong, .fields .wrong td, .fields .wrong .name { color: var(--fail); }
.octets .wrong { text-decoration: underline; text-underline-offset: .2em; }
.fields { width: 100%; table-layout: fixed; } .fields thead th:nth-child(1) { width: 6.5rem; } .fields thead th:nth-child(2) { width: 24%; } .fields thead th:nth-child(4) { width: 28%; } .fields td, .fields th { padding: .2rem .75rem .2rem 0; font-size: .875rem; font-weight: 400; }
.fields .number { white-space: nowrap; text-align: left; color: var(--faint); padding-left: .35rem; }
.fields .value { overflow-wrap: anywhere; font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .8125rem; }
.fields .name { all: unset; cursor: default; } .fields .name:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.fields .rules { font-size: .78125rem; } .layer a.rule { white-space: nowrap; } .fields .fault td { color: var(--fail); border-bottom-color: var(--fail); } .fields .lapse td { color: var(--unsure); }
@media (max-width: 40rem) {
  .layer { padding: 0 .6rem; } .bits span { font-size: .6875rem; } .bits b { font-size: .625rem; } .bits button { padding: .15rem .1rem; }
  .bits i { font-size: .5625rem; } .fields thead th:nth-child(1) { width: 4.2rem; } .fields thead th:nth-child(2) { width: 8rem; } .fields .rules, .fields thead th:last-child { display: none; } .layer .octets { padding: .5rem; font-size: .8125rem; }
}
`;
