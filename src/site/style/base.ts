/** Text: one family for words, one for octets; a column that can be read. */
export const BASE = `
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.6 system-ui, 'DejaVu Sans', sans-serif; }
main { max-width: 58rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
body.wide main { max-width: 84rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.75rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
p, li { max-width: 44rem; }
p { margin: 0 0 1rem; }
.lead { font-size: 1.15rem; line-height: 1.55; color: var(--text); }
.faint { color: var(--faint); } .small { font-size: .875rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
code, pre, kbd { font: .875em/1.5 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
pre { margin: 0 0 1rem; padding: .75rem 1rem; overflow-x: auto; background: var(--raised); border: 1px solid var(--line); border-radius: .4rem; }
pre code { font-size: 1em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { font-weight: 500; color: var(--faint); font-size: .875rem; white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.badge { display: inline-block; padding: 0 .5em; border: 1px solid; border-radius: .6em; font-size: .75rem; font-weight: 600;
  line-height: 1.6; white-space: nowrap; color: var(--tint); }
.l-must { --tint: var(--must); } .l-should { --tint: var(--should); } .l-may { --tint: var(--may); }
.v-pass { --tint: var(--pass); } .v-fail, .v-error { --tint: var(--fail); } .v-inconclusive { --tint: var(--unsure); } .v-advice { --tint: var(--should); }
.v-observed { --tint: var(--seen); } .v-none { --tint: var(--none); }
.notice { border-left: 3px solid var(--unsure); padding: .1rem 0 .1rem .9rem; }
kbd { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .35em; background: var(--raised); color: var(--faint); }
button, input, select, textarea { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: .4rem; }
button { padding: .2rem .7rem; cursor: pointer; font-size: .875rem; }
button:hover { border-color: var(--faint); }
@media (max-width: 40rem) { h1 { font-size: 1.5rem; } h2 { margin-top: 2rem; } main { padding: 1.25rem 1rem 3rem; } }
`;
