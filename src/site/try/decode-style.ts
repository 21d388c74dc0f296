/** How the decoder's form and the list of packets look. */
export const DECODE_STYLE = `
.decode[hidden], .packets[hidden] { display: none; }
.decode.over { outline: 2px dashed var(--link); outline-offset: .5rem; }
.fields-of { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .4rem 1.5rem; align-items: baseline; margin-bottom: .35rem; }
.fields-of label { color: var(--faint); font-size: .9375rem; } .fields-of select { padding: .25rem .4rem; font-size: .875rem; color: var(--text); max-width: 100%; }
#hex { width: 100%; display: block; padding: .6rem .8rem; font: .875rem/1.6 ui-monospace, 'DejaVu Sans Mono', Menlo, monospace; resize: vertical; }
.row { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; align-items: center; max-width: none; margin: .6rem 0 0; font-size: .9375rem; color: var(--faint); }
.examples { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; } .examples button { color: var(--text); }
.file input { font-size: .875rem; border: 0; background: none; max-width: 100%; }
.said-of { margin: 1rem 0; min-height: 1.6em; max-width: none; } .said-of.bad { color: var(--fail); }
.packets { max-height: 16rem; overflow-y: auto; border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 1rem; }
.packets button { all: unset; display: flex; gap: 1rem; box-sizing: border-box; width: 100%; padding: .25rem .8rem; cursor: pointer; font-size: .875rem; font-variant-numeric: tabular-nums; }
.packets button:nth-child(even) { background: var(--raised); } .packets button[aria-pressed='true'] { background: var(--hot); }
.packets button:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
.packets .at { color: var(--faint); min-width: 8ch; text-align: right; } .packets .what { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.packets .bad { color: var(--fail); }
`;
