/** How the playground looks. Colours are the site's; a lost segment is a failure's red, all else is ink. */
export const PLAYGROUND_STYLE = `
.play { --gap: 1.25rem; }
.play fieldset:not(.network) { border: 0; padding: 0; min-width: 0; }
.play[hidden] { display: none; }
.lead.wide { max-width: none; font-size: 1.0625rem; margin-bottom: 1rem; }
.lesson { display: grid; grid-template-columns: auto 21rem minmax(0, 1fr); gap: .25rem 1rem; align-items: center; margin: 0 0 .9rem; }
.lesson label { color: var(--faint); } .lesson select { padding: .35rem .5rem; min-width: 0; }
.lesson p { margin: 0; min-height: 3.2em; max-width: none; font-size: .9375rem; }
.play .controls { display: flex; flex-wrap: wrap; gap: .5rem .6rem; align-items: center; margin: 0 0 .5rem; }
.controls button { padding: .35rem .85rem; } .controls select { padding: .3rem .4rem; font-size: .875rem; }
.controls label { color: var(--faint); font-size: .875rem; margin-left: .35rem; }
.controls .main { background: var(--link); border-color: var(--link); color: var(--ground); min-width: 5.2em; font-weight: 600; }
.clock { font-variant-numeric: tabular-nums; min-width: 6ch; text-align: right; margin-left: auto; font-weight: 600; }
.middle { min-width: 0; }
.said { height: 2.7em; line-height: 1.35; overflow: hidden; margin: 0 0 .4rem; max-width: none; color: var(--faint); font-size: .9375rem; }
.stage { display: grid; grid-template-columns: 14rem minmax(0, 1fr) 14rem; gap: var(--gap); align-items: start; }
.ladder-box { height: clamp(20rem, 56vh, 46rem); overflow-y: auto; overflow-x: hidden; border: 1px solid var(--line); border-radius: .4rem;
  background: var(--ground); position: relative; scrollbar-gutter: stable; }
.ladder-box svg { display: block; font: 12.5px/1 system-ui, 'DejaVu Sans', sans-serif; }
.ladder-box text { fill: var(--text); }
.line { stroke: var(--faint); stroke-width: 2; fill: none; }
.names rect { fill: var(--ground); } .host-name { font-weight: 700; font-size: 15px; text-anchor: middle; }
.time { text-anchor: end; font-size: 11.5px; font-variant-numeric: tabular-nums; }
.ladder-box .time, .ladder-box .gap, .ladder-box .told { fill: var(--faint); }
.gap { text-anchor: middle; font-size: 11.5px; }
.break { stroke: var(--ground); stroke-width: 3; fill: none; }
.now { stroke: var(--link); stroke-width: 1.5; stroke-dasharray: 2 4; }
.ladder-box .state { font-weight: 600; font-size: 11px; letter-spacing: .01em; }
.ladder-box .call { font-size: 11.5px; fill: var(--link); } .ladder-box .call.refused { fill: var(--fail); }
.ladder-box .told { font-size: 11px; font-style: italic; }
.seg { cursor: pointer; outline: none; }
.seg .hit { stroke: transparent; stroke-width: 18; fill: none; }
.seg .shaft { stroke: var(--text); stroke-width: 1.5; fill: none; pointer-events: none; }
.seg .head { fill: var(--text); }
.captions { pointer-events: none; } .captions text { font-variant-numeric: tabular-nums; paint-order: stroke; stroke: var(--ground); stroke-width: 4px; stroke-linejoin: round; }
.seg.leaving .head { display: none; } .seg.flying { cursor: crosshair; } .seg.flying .shaft { stroke-dasharray: 6 4; }
.seg.lost .shaft { stroke: var(--fail); stroke-dasharray: 6 4; } .captions .lost { fill: var(--fail); }
.seg .cross { stroke: var(--fail); stroke-width: 2.5; fill: none; }
.seg:hover .shaft, .seg.chosen .shaft { stroke-width: 2.5; }
.seg.chosen .shaft { stroke: var(--link); } .seg.chosen .head { fill: var(--link); } .captions .chosen { fill: var(--link); font-weight: 600; }
.seg.chosen.lost .shaft { stroke: var(--fail); }
.seg:focus-visible .hit { stroke: var(--hot); }
.host { border: 1px solid var(--line); border-radius: .4rem; padding: .75rem .85rem; min-width: 0; }
.host h2 { margin: 0 0 .6rem; font-size: 1.15rem; display: flex; justify-content: space-between; align-items: baseline; gap: .5rem; }
.host .state { font-size: .8125rem; letter-spacing: .01em; font-weight: 600; }
.calls { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: .35rem; }
.calls button { padding: .25rem .2rem; }
.calls button[aria-disabled='true'] { color: var(--faint); border-style: dashed; background: none; }
.send { grid-column: 1 / -1; display: flex; gap: .35rem; } .send button { flex: 1; } .send input { flex: 1.4; min-width: 0; padding: .2rem .4rem; font-size: .875rem; }
.reads { grid-column: 1 / -1; font-size: .875rem; }
.host dl.facts { display: block; margin: .6rem 0 0; font-size: .84375rem; }
.host .facts div { display: flex; justify-content: space-between; gap: .5rem; border-top: 1px solid var(--line); padding: .12rem 0; }
.host .facts dt { color: var(--faint); white-space: nowrap; }
.host .facts dd { margin: 0; max-width: none; font-variant-numeric: tabular-nums; text-align: right; }
.segment { margin: var(--gap) 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .4rem; min-height: 4rem; }
.segment h2 { margin: 0 0 .35rem; font-size: 1.1rem; font-variant-numeric: tabular-nums; } .segment > p { margin: 0 0 .5rem; }
.segment .why { max-width: 52rem; } .segment .fate { color: var(--faint); font-size: .9375rem; }
.network { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 1rem; padding: .75rem 1rem; }
.network legend { color: var(--faint); padding: 0 .35rem; }
.network label { display: grid; gap: .15rem; font-size: .875rem; } .network input { width: 5.2em; padding: .25rem .4rem; }
#seed { width: 7em; } #buffer { width: 6em; }
.network p { flex-basis: 100%; margin: 0; }
.keys summary { cursor: pointer; color: var(--faint); } .keys li { margin: .3rem 0; }
@media (max-width: 68rem) {
  .stage { grid-template-columns: 1fr 1fr; } .middle { grid-column: 1 / -1; grid-row: 1; } .lesson { grid-template-columns: auto minmax(0, 1fr); } .lesson p { grid-column: 1 / -1; min-height: 0; }
  .host .facts { columns: 2; column-gap: 1.25rem; } .host .facts div { break-inside: avoid; }
}
@media (max-width: 40rem) {
  .stage { gap: .6rem; } .host { padding: .6rem; } .host .facts { columns: 1; font-size: .78125rem; }
  .host h2 { flex-direction: column; gap: 0; }
  .ladder-box { height: clamp(20rem, 58vh, 30rem); } .play .controls { gap: .4rem; } .controls button { padding: .35rem .6rem; } .clock { margin-left: 0; } .ladder-box svg { font-size: 12px; }
  .calls { grid-template-columns: 1fr 1fr; }  .segment { padding: .75rem .85rem; }
  .controls label { margin-left: 0; } .ladder-box .state { font-size: 8.5px; } .ladder-box .call, .ladder-box .told { font-size: 10px; }
}
@media print { .controls, .calls, .network, .keys { display: none; } .ladder-box { height: auto; overflow: visible; } }
`;
