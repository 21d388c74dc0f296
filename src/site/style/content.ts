/** What pages are made of: rules, scenarios, octets, diffs, pictures of bits and states. */
export const CONTENT = `
.crumbs { color: var(--faint); font-size: .875rem; margin-bottom: .5rem; } .crumbs a { color: var(--faint); }
h1.rule { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; font-size: 1.6rem; }
.id { font-weight: 600; text-decoration: none; } .id:hover { text-decoration: underline; }
.ids { font-size: .875rem; color: var(--faint); margin: 0 0 .5rem; } .ids a { color: var(--faint); }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0 0 1.5rem; }
dl.facts dt { color: var(--faint); } dl.facts dd { margin: 0; max-width: 44rem; }
.contents { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1.5rem; }
ul.columns { columns: 17rem; padding-left: 1.1rem; } ul.columns li { break-inside: avoid; }
ul.rules { list-style: none; padding: 0; } ul.rules li { padding: .6rem 0; border-bottom: 1px solid var(--line); max-width: none; }
ul.rules p { margin: .15rem 0 0; } ul.rules li > a:first-child { font-weight: 600; text-decoration: none; } ul.rules li > i { font-style: normal; color: var(--faint); font-size: .875rem; } ul.rules li > b { font-weight: 400; color: var(--none); font-size: .8125rem; margin-left: .6rem; } li:target, tr:target, dl.fields > div:target { background: var(--hot); }
.scenario { border-left: 3px solid var(--line); padding: 0 0 0 1.1rem; margin: 1.5rem 0 2rem; } .scenario h3 { margin: 0; }
.scenario:target { border-color: var(--link); }
ol.steps { list-style: none; padding: 0; margin: .5rem 0; } ol.steps li { padding: .1rem 0; max-width: none; }
ol.steps b { color: var(--faint); font-weight: 500; display: inline-block; min-width: 3.4rem; } ol.steps .then b { color: var(--pass); }
ol.steps i { font-style: normal; border-bottom: 1px dashed var(--faint); } ol.steps pre { margin: .35rem 0 .5rem 3.4rem; }
table.cells { margin: .35rem 0 .5rem 3.4rem; } table.cells td { padding: .1rem .9rem .1rem 0; font: .8125rem/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
table.cells .head td { color: var(--faint); } table.cases { font-size: .875rem; } table.cases td { padding-right: 1.25rem; }
figure { margin: 1.25rem 0; } figcaption { margin: 0 0 .35rem; max-width: 44rem; }
.hex { line-height: 1.7; } .hex i { font-style: normal; color: var(--faint); user-select: none; }
.hex span { border-radius: 2px; } .hex .even { background: var(--cell); box-shadow: 0 0 0 1px var(--line); } .hex .odd { background: var(--open); box-shadow: 0 0 0 1px var(--line); }
.hex .bad, tr.bad td, tr.bad th { background: var(--mark); color: var(--mark-text); } [data-f].lit { background: var(--hot); color: var(--text); } .hex .lit { outline: 2px solid var(--link); }
table.values th { font-weight: 400; } .message { white-space: pre-wrap; overflow-wrap: anywhere; }
.diff span { display: block; } .diff .file { color: var(--faint); } .diff .minus { color: var(--fail); } .diff .plus { color: var(--pass); }
.bits svg, svg.machine { display: block; width: 100%; min-width: 40rem; height: auto; }
svg.wire { --ink: var(--text); --soft: var(--faint); --paper: var(--ground); }
.wire .paper { fill: var(--ground); } .wire .cell { fill: var(--cell); stroke: var(--line); } .wire .open { fill: var(--open); stroke-dasharray: 4 3; }
.wire text { fill: var(--text); font: 13px system-ui, 'DejaVu Sans', sans-serif; text-anchor: middle; }
.wire .bit, .wire .width { fill: var(--faint); font-size: 10px; } .wire .heading { fill: var(--faint); font-size: 12px; text-anchor: start; } .wire .turned { font-size: 9px; }
.wire a:hover .cell, .wire a:focus-visible .cell, .wire a.hot .cell { fill: var(--hot); } .wire a { cursor: pointer; }
dl.fields > div { padding: .6rem 0; border-bottom: 1px solid var(--line); } dl.fields dt { font-weight: 600; } dl.fields dt code, dl.fields dt span { font-weight: 400; font-size: .8125rem; margin-left: .5rem; }
dl.fields dd { margin: .15rem 0 0; } dl.fields p { margin: 0 0 .15rem; }
.machine .state rect { fill: var(--cell); stroke: var(--faint); } .machine .initial rect { stroke-width: 2.5; }
.machine text { fill: var(--text); font: 14px system-ui, 'DejaVu Sans', sans-serif; } .machine .state text { text-anchor: middle; font-weight: 600; }
.machine .state .back { font-weight: 400; font-size: 11px; fill: var(--faint); } .machine a:hover rect, .machine a:focus-visible rect { fill: var(--hot); }
.machine .shaft { fill: none; stroke: var(--faint); stroke-width: 1.3; } .machine .head { fill: var(--faint); }
.machine .event { font-size: 12.5px; paint-order: stroke; stroke: var(--ground); stroke-width: 4px; stroke-linejoin: round; }
table.transitions { font-size: .875rem; } table.transitions th[scope='row'] { font-weight: 500; white-space: nowrap; }
dl.terms div { display: grid; grid-template-columns: 11rem 1fr; gap: .25rem 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); } dl.terms dt { font-weight: 600; } dl.terms dd { margin: 0; } dl.terms div:target { background: var(--hot); }
nav.turn { display: flex; justify-content: space-between; gap: 1rem; margin-top: 3rem; }
@media (max-width: 40rem) { dl.terms div { grid-template-columns: 1fr; } dl.facts { grid-template-columns: 1fr; } dl.facts dd { margin-bottom: .5rem; } table.cells, ol.steps pre { margin-left: 0; } .scenario { padding-left: .75rem; } }
`;
