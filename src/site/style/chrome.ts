/** What stands around every page, and the page on paper. */
export const CHROME = `
.skip { position: absolute; left: -99rem; background: var(--ground); padding: .5rem 1rem; z-index: 3; }
.skip:focus { left: .5rem; top: .5rem; }
header.site { position: sticky; top: 0; z-index: 2; background: var(--ground); border-bottom: 1px solid var(--line); }
.bar { display: flex; align-items: center; gap: .25rem 1.25rem; max-width: 84rem; margin: 0 auto; padding: .55rem 1.25rem; flex-wrap: wrap; }
.brand { font-weight: 700; font-size: 1.1rem; color: var(--text); text-decoration: none; letter-spacing: -.01em; }
.bar nav { display: flex; gap: .25rem 1.1rem; flex: 1; flex-wrap: wrap; }
.bar nav a { color: var(--faint); text-decoration: none; padding: .15rem 0; }
.bar nav a:hover, .bar nav a[aria-current] { color: var(--text); }
.bar nav a[aria-current] { box-shadow: inset 0 -2px var(--link); }
.tools { display: flex; gap: .5rem; }
dialog.search { width: min(44rem, calc(100vw - 2rem)); margin: 4rem auto auto; border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; background: var(--ground); color: var(--text); }
dialog.search::backdrop { background: rgb(0 0 0 / .35); } dialog.search input { width: 100%; padding: .5rem .75rem; font-size: 1.05rem; }
#found { list-style: none; padding: 0; margin: .5rem 0 0; max-height: 60vh; overflow-y: auto; } #found li { max-width: none; } #found a { display: block; padding: .35rem .6rem; border-radius: .35rem; text-decoration: none; color: var(--text); }
#found i { font-style: normal; font-size: .75rem; color: var(--faint); } #found span { display: block; font-size: .875rem; color: var(--faint); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
#found [aria-selected='true'] a { background: var(--hot); } dialog.search p { margin: .5rem 0 0; }
footer.site { border-top: 1px solid var(--line); color: var(--faint); font-size: .875rem; }
footer.site > * { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem 1rem; }
body.wide footer.site > * { max-width: 84rem; }
footer.site a { margin-right: 1.1rem; color: var(--faint); }
.figures { display: grid; align-items: start; grid-template-columns: repeat(4, auto); gap: .75rem 2rem; padding-top: 1.5rem !important; }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dd { margin: 0; font-size: 1.35rem; font-weight: 600; color: var(--text); font-variant-numeric: tabular-nums; line-height: 1.3; }
.caveat { color: var(--unsure); }
@media (max-width: 40rem) {
  header.site { position: static; } html { scroll-padding-top: .5rem; }
  .bar { padding: .5rem 1rem; } .bar nav { order: 3; flex-basis: 100%; }
  .brand { flex: 1; } .figures { grid-template-columns: 1fr 1fr; }
}
@media print {
  header.site, .tools, .skip, footer.site { display: none; } main { max-width: none; padding: 0; }
  body { font-size: 10pt; } a { color: inherit; } pre { white-space: pre-wrap; }
  h2, h3 { break-after: avoid; } table, figure, pre { break-inside: avoid; }
}
`;
