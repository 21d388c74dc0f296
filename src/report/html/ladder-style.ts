/** The style of a ladder, wherever it stands: its colours are the page's. */
export const LADDER_STYLE = `.ladder { display: block; width: 100%; max-width: 880px; font-size: 13px; }
.ladder text { fill: var(--text); text-anchor: middle; } .ladder .when { fill: var(--faint); text-anchor: end; font-size: 12px; }
.ladder .name { fill: var(--faint); font-weight: 600; } .ladder .skipped { fill: var(--faint); }
.ladder path { fill: none; stroke: var(--line); } .ladder .end { stroke-width: 2; }
.ladder .shaft { stroke: var(--faint); } .ladder .head { fill: var(--faint); stroke: none; }
.ladder .differs text, .ladder .missing text { fill: var(--fail); font-weight: 600; }
.ladder .differs .shaft, .ladder .missing .shaft { stroke: var(--fail); stroke-width: 2; }
.ladder .differs .head, .ladder .missing .head { fill: var(--fail); } .ladder .missing .shaft { stroke-dasharray: 6 5; }`;
