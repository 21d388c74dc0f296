/** How the HTTP page looks. */
export const HTTP_STYLE = `
.http { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 1.75rem; align-items: start; }
#http[hidden] { display: none; }
.row { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; max-width: none; margin: 0 0 .75rem; font-size: .9375rem; }
.row select { padding: .3rem .45rem; font-size: .875rem; }
#octets { width: 100%; display: block; padding: .6rem .8rem; margin: .25rem 0 .6rem; font: .875rem/1.6 ui-monospace, 'DejaVu Sans Mono', Menlo, monospace; resize: vertical; }
.reading h2 { margin-top: 0; font-size: 1.1rem; } .reading dl { margin: 0 0 1rem; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; font-size: .9375rem; }
.reading dt { color: var(--faint); } .reading dd { margin: 0; overflow-wrap: anywhere; } .reading pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 12rem; overflow-y: auto; }
.said-of { font-weight: 600; }
.checks { width: 100%; } .checks td:first-child { white-space: nowrap; } .checks td:nth-child(2) { white-space: nowrap; }
.checks .broken .verdict { color: var(--fail); font-weight: 600; } .checks .kept .verdict { color: var(--pass); } .checks .open .verdict { color: var(--faint); }
.finding { font-size: .875rem; color: var(--faint); overflow-wrap: anywhere; } .broken .finding { color: var(--fail); }
.finding button { margin-left: .5rem; padding: 0 .5rem; }
.checks tr.broken { background: color-mix(in srgb, var(--fail) 6%, transparent); }
@media (max-width: 56rem) { .http { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 40rem) { .checks, .checks tbody, .checks tr, .checks td { display: block; border: 0; } .checks thead { display: none; } .checks tr { border-bottom: 1px solid var(--line); padding: .4rem 0; } .checks td { padding: 0; } .checks td:nth-child(2) { white-space: normal; } .checks .verdict { float: right; } }
`;
