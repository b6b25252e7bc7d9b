import { Markup } from '../../../text/markup';

const light = `--page:#f6f5f2;--card:#fff;--ink:#1f2328;--soft:#59606a;--line:#e2e0da;--sunk:#f2f1ed;--link:#0b57a4;
--passed:#17703a;--failed:#b3361b;--blocked:#7d5a00;--excused:#59606a;--error:#6b3fb5;--accent:#0b57a4;--accent-sunk:#edf4fb;
--good:#e0f2e4;--bad:#fbe6df`;
const dark = `--page:#16181c;--card:#1f2227;--ink:#e7e5e1;--soft:#a5abb5;--line:#343840;--sunk:#282c33;--link:#8fc1f7;
--passed:#6fce8c;--failed:#ff9a80;--blocked:#e6bd5a;--excused:#a5abb5;--error:#c8acff;--accent:#8fc1f7;--accent-sunk:#1d2937;
--good:#1f3d29;--bad:#4a281f`;

/** Lengths follow the reader's own size of letters, and every long word may break: nothing is wider than the window. */
const sheet = `
:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{font:100%/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);overflow-wrap:anywhere;padding:0 1rem}
main,.overview,footer{max-width:46rem;margin:0 auto}
h1,h2,h3,h4,p,ul,ol,dl,dd{margin:0;padding:0}
[role=list]{list-style:none}
code,pre,.key,dd{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
dd code,.key code{font-size:1em}
code{background:var(--sunk);border-radius:.3em;padding:.1em .3em}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:.2rem solid var(--link);outline-offset:.2rem;border-radius:.25rem}
:target{scroll-margin-top:1rem}

.lab{padding:3rem 0 1rem}
.lab-id{font-size:.875rem;color:var(--soft);letter-spacing:.04em}
h1,.lab-head h2{font-size:clamp(1.5rem,1.2rem + 1.6vw,2.1rem);line-height:1.2;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
.mark{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;margin:1.5rem 0 .75rem}
.figure{font-size:1.375rem;color:var(--soft);white-space:nowrap;font-variant-numeric:tabular-nums}
.figure b{font-size:3.25rem;line-height:1;font-weight:700;color:var(--ink);letter-spacing:-.02em}
.verdict{font-weight:600}
.verdict.reached{color:var(--passed)}.verdict.below{color:var(--blocked)}.verdict.incomplete{color:var(--error)}
.picture{display:block;overflow:visible;font-size:.875rem;fill:var(--soft);margin-top:.5rem}
.track{fill:var(--line)}
.won{fill:var(--accent)}.reached .won,.task.passed .won{fill:var(--passed)}
.hatch{stroke:var(--error);stroke-width:4}
line.pass{stroke:var(--ink);stroke-width:2}text.pass{fill:var(--ink)}
.notice{margin-top:1rem;padding:.75rem 1rem;border-left:.25rem solid var(--error);background:var(--card);border-radius:.25rem}

.next{margin:2rem 0 2.5rem;padding:1.25rem 1.5rem 1.5rem;background:var(--accent-sunk);border:1px solid var(--accent);border-radius:.75rem}
.next>:first-child{font-size:.9375rem;font-weight:650;color:var(--accent)}
.next .where{margin-top:.75rem;color:var(--soft);font-size:.9375rem}
.next .what{font-size:1.1875rem;line-height:1.4;font-weight:650}
.next .worth{display:inline-block;font-size:.875rem;font-weight:400;color:var(--soft);margin-left:.25rem}
.next.done{background:var(--card);border-color:var(--passed)}.next.done>:first-child{color:var(--passed);font-size:1.1875rem}
.next .course{margin-top:1rem}
.next code{background:var(--card)}

.steps-head{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.25rem 1rem;margin-bottom:.75rem}
.steps-head>:first-child{font-size:1.25rem;font-weight:650}
.counts{display:flex;flex-wrap:wrap;gap:.125rem 1rem;font-size:.9375rem}
.task{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem 1.5rem 1.125rem;margin-bottom:1rem}
.task-head,.head{display:flex;flex-wrap:wrap;gap:.125rem 1rem;justify-content:space-between;align-items:baseline}
.task-head{padding-bottom:.5rem}
.task-head>:first-child{flex:1 1 16rem;font-size:1.0625rem;line-height:1.4;font-weight:650}
.end{display:inline-flex;flex-wrap:wrap;gap:.125rem .625rem;align-items:center;font-size:.875rem;color:var(--soft)}
.points{font-variant-numeric:tabular-nums;white-space:nowrap}
.task-head .points{color:var(--ink)}
.state{color:var(--soft)}
.state.passed{color:var(--passed)}.state.failed{color:var(--failed)}.state.blocked{color:var(--blocked)}.state.error{color:var(--error)}
.bonus{border:1px solid var(--line);border-radius:1rem;padding:0 .5rem}
.meter{width:4rem;height:.375rem;flex:none}
.check{padding:.5rem 0;border-top:1px solid var(--line)}
.check:target{background:var(--accent-sunk)}
.head{position:relative;padding-left:1.875rem}
.head .title{flex:1 1 14rem}
.head .icon{position:absolute;left:0;top:.2rem}
.failed>.head .title,.error>.head .title{font-weight:600}
.icon{width:1.25rem;height:1.25rem;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.icon.passed{color:var(--passed)}.icon.failed{color:var(--failed)}.icon.blocked{color:var(--blocked)}.icon.excused{color:var(--excused)}.icon.error{color:var(--error)}
.counts .icon,.key .icon{width:1rem;height:1rem;vertical-align:-.15em;margin-right:.375rem}
.why{padding-left:1.875rem;margin-top:.25rem}
.next .why{padding-left:0;margin-top:.5rem}
.why>*+*{margin-top:.625rem}
.above{font-size:.9375rem}
.tip{position:relative;padding-left:1.5rem;white-space:pre-line}
.tip::before{content:"\\2192";content:"\\2192" / "";position:absolute;left:0;color:var(--soft)}
.command p{font-size:.875rem;color:var(--soft)}
pre{margin:.25rem 0 0;padding:.625rem .875rem;background:var(--sunk);border:1px solid var(--line);border-radius:.5rem;white-space:pre-wrap;user-select:all}
.next pre{background:var(--card)}
pre code,.next pre code{background:none;padding:0}
.differences li+li{margin-top:.5rem}
.key{font-weight:600}
.key .state{font-family:system-ui,sans-serif;font-weight:400}
.pair{background:var(--sunk);border-radius:.5rem;padding:.375rem .75rem;margin-top:.25rem}
.next .pair{background:var(--card)}
.pair div,.about div{display:grid;grid-template-columns:minmax(0,6.5rem) minmax(0,1fr);gap:0 .75rem;padding:.125rem 0}
dt{color:var(--soft);font-size:.875rem}
dd{white-space:pre-wrap}
mark{color:inherit;border-radius:.2em;padding:.05em .1em;font-weight:600}
.expected mark{background:var(--good);text-decoration:underline;text-underline-offset:.25em}
.seen mark{background:var(--bad);text-decoration:underline wavy;text-underline-offset:.25em}
summary{cursor:pointer}
.check summary>.head{display:inline-flex;width:calc(100% - 1.25rem);vertical-align:top}
.check summary{list-style:none}.check summary::-webkit-details-marker{display:none}
.check summary .title::after,.more>summary::after{content:"";display:inline-block;width:.375rem;height:.375rem;margin:0 .125rem .15rem .5rem;border:solid var(--soft);border-width:0 .1rem .1rem 0;transform:rotate(45deg)}
details[open]>summary .title::after,.more[open]>summary::after{transform:rotate(-135deg);margin-bottom:0}
.check summary>.head{width:100%}
.more{margin:.5rem 0 0 1.875rem}
.more>summary,.about>summary{font-size:.9375rem;color:var(--soft);width:fit-content}
.evidence{margin:.5rem 0 .5rem 1.875rem;font-size:.9375rem}
.more .evidence{margin-left:0}
.assertions li+li{margin-top:.75rem}
.evidence .says{margin-top:.125rem}
.facts{margin-top:.75rem;color:var(--soft);font-size:.875rem}
.facts code{color:var(--ink)}
.facts ul{display:flex;flex-wrap:wrap;gap:.25rem .5rem;margin-top:.25rem}
.course{color:var(--soft);font-size:.9375rem;margin-top:.5rem}
.about{margin:2rem 0}
.about dl{margin-top:.5rem;font-size:.9375rem}
.about dd code{background:none;padding:0}
footer{padding:1rem 0 2rem;color:var(--soft);font-size:.875rem}

.overview{padding-top:3rem}
.overview ol{margin-top:1rem}
.overview li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-end;gap:.125rem 1.5rem;padding:.75rem 0;border-top:1px solid var(--line)}
.overview li div{flex:1 1 18rem}
.overview .end{flex-wrap:nowrap}
.overview .verdict{font-weight:400}
.overview .points{font-size:1rem;font-weight:600;color:var(--ink)}
.lab+.lab{border-top:1px solid var(--line)}
.lab:first-child{padding-top:2.5rem}
@media (max-width:30rem){.next,.task{padding-left:1rem;padding-right:1rem}.why,.more,.evidence{padding-left:0;margin-left:0}.pair div,.about div{grid-template-columns:minmax(0,1fr)}}

@page{size:A4;margin:16mm 15mm}
@media print{
html{font-size:10pt}
body{padding:0;background:#fff}
main,.overview,footer{max-width:none}
.lab{padding-top:0}.lab+.lab{break-before:page;border:0}
.task{padding:.75rem 1rem;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.check,.next,.lab-head,.pair,.about{break-inside:avoid}
.task-head,h1,h2,h3,h4,.steps-head{break-after:avoid}
.more:not([open]),.about:not([open]){display:none}
.check summary .title::after{display:none}
.picture,.meter,mark,.next,.pair,.icon{-webkit-print-color-adjust:exact;print-color-adjust:exact}
a{color:inherit}
}
`;

/** The page's only style sheet: system fonts, nothing loaded. */
export const style: Markup = new Markup(sheet);

/** By this the page's policy knows the sheet: SHA-256 of it as it stands. A test says what it must be when the sheet is changed. */
export const styleHash = 'sha256-sUv/bqo0CU5HBMwudX+oS1OobBXkkI358+hUktXzG3Y=';
