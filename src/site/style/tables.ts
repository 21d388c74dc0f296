/** Tables of results, states and pairs; cards, the lecture's path, documents. */
export const TABLES = `
table.full { width: 100%; } td.number { color: var(--tint, inherit); } td.zero { color: var(--faint); } .full tbody th { font-weight: 500; }
.full thead th.number { white-space: normal; max-width: 6.5rem; vertical-align: bottom; } .full thead th { vertical-align: bottom; }
table.states { font-size: .8125rem; min-width: 70rem; } .states td, .states th { border: 1px solid var(--line); padding: .4rem .5rem; }
.states thead th { white-space: normal; } .states tbody th { white-space: nowrap; } .states td a { display: block; text-decoration: none; color: var(--text); padding: .1rem 0; }
.states td a:hover { text-decoration: underline; } .states td a + a { border-top: 1px dotted var(--line); } .states b { font-weight: 600; color: var(--link); }
table.pairs { font-size: .8125rem; min-width: 58rem; } .pairs td, .pairs th { border: 1px solid var(--line); padding: .3rem .4rem; text-align: center; }
.pairs .direct { color: var(--pass); } .pairs .relayed { background: var(--open); color: var(--faint); }
ul.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .75rem; }
.cards li { border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .9rem; display: flex; flex-direction: column; gap: .15rem; } .cards a { font-weight: 600; text-decoration: none; }
ol.points li { padding: .2rem 0; } ol.path { padding: 0; list-style: none; counter-reset: point; }
ol.path > li { counter-increment: point; border-top: 1px solid var(--line); padding: 1rem 0 1.5rem 3.2rem; position: relative; max-width: none; }
ol.path > li::before { content: counter(point); position: absolute; left: 0; top: 1.1rem; font-size: 1.5rem; font-weight: 600; color: var(--faint); }
ol.path h2 { margin: 0 0 .4rem; } ul.brief { padding: 0; list-style: none; font-size: .9375rem; } ul.brief li { padding: .15rem 0; max-width: none; }
.found h2 { font-size: 1.05rem; margin-bottom: .35rem; } .prose table { margin-bottom: 1rem; } .ladder { min-width: 40rem; }
@media (max-width: 40rem) { ol.path > li { padding-left: 0; } ol.path > li::before { position: static; } }
`;
