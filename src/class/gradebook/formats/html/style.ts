import { Markup } from '../../../../text/markup';

const light = `--page:#f6f5f2;--card:#fff;--ink:#1f2328;--soft:#59606a;--line:#e2e0da;--sunk:#f2f1ed;--link:#0b57a4;
--passed:#17703a;--failed:#b3361b;--blocked:#7d5a00;--excused:#59606a;--error:#6b3fb5;
--bar:#3f9a63;--bar-below:#d9a441;--bar-failed:#d9603f;--bar-error:#9a78d6;--bar-excused:#a3a8b0`;
const dark = `--page:#16181c;--card:#1f2227;--ink:#e7e5e1;--soft:#a5abb5;--line:#343840;--sunk:#282c33;--link:#8fc1f7;
--passed:#6fce8c;--failed:#ff9a80;--blocked:#e6bd5a;--excused:#a5abb5;--error:#c8acff;
--bar:#4fa872;--bar-below:#c8963c;--bar-failed:#d9694a;--bar-error:#9a78d6;--bar-excused:#767d88`;

const sheet = `
:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);padding:0 1rem;overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto}
h1,h2,h3,p,ul,dl,dd,figure{margin:0;padding:0}
ul{list-style:none}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);line-height:1.15;font-weight:650;letter-spacing:-.015em}
h2{font-size:1.375rem;line-height:1.3;font-weight:650;margin-bottom:.75rem}
h3{font-size:1.0625rem;font-weight:650;margin:1.5rem 0 .5rem}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em;background:var(--sunk);border-radius:.3em;padding:.1em .3em}
small{font-size:.8125rem;color:var(--soft);font-weight:400}
:focus-visible{outline:.2rem solid var(--link);outline-offset:.15rem;border-radius:.25rem}
.soft{color:var(--soft);font-size:.9375rem}
.lab-id{color:var(--soft);font-weight:400;letter-spacing:.02em}
header{padding:2.5rem 0 .5rem}
section{margin:2.5rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.75rem;margin-top:1.25rem}
.figures div{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:.75rem 1rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dt{color:var(--soft);font-size:.9375rem;line-height:1.3}
.figures dd{font-size:2rem;line-height:1.2;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.figures .reached dd{color:var(--passed)}.figures .incomplete dd{color:var(--error)}.figures .below dd{color:var(--blocked)}
.pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:1rem}
figure{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem 1.25rem;display:flex;flex-direction:column;gap:.5rem;max-width:44rem}
figcaption{font-weight:650;line-height:1.35}
figure>svg{margin-top:auto}
.histogram{display:block;width:100%;height:auto;overflow:visible;font-size:13px;fill:var(--soft);font-variant-numeric:tabular-nums}
.histogram .bar{fill:var(--bar)}.histogram .below{fill:var(--bar-below)}
.histogram .floor{stroke:var(--line);stroke-width:1.5}
path.pass{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3}text.pass{fill:var(--ink)}
.controls{display:flex;flex-wrap:wrap;gap:.75rem 1rem;margin-bottom:.75rem}
.controls[hidden],.pages[hidden]{display:none}
.controls label{display:block;font-size:.9375rem;color:var(--soft)}
.controls span{display:block;margin-bottom:.25rem}
.controls .grow{flex:1 1 16rem}
input,select,button{font:inherit;color:inherit}
input,select{width:100%;padding:.5rem .75rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--card);color:var(--ink)}
.wide{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:.75rem;overflow-wrap:normal}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{padding:.5rem .875rem;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;border-bottom:1px solid var(--line);background:var(--sunk);font-weight:600;vertical-align:bottom;font-size:.875rem;line-height:1.35}
tbody tr:first-child>*{border-top:0}
tbody th{font-weight:500;min-width:10rem}
tbody th,td{overflow-wrap:anywhere}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.number,thead .number{min-width:5.5rem}
td.total{font-weight:600}
thead button{background:none;border:0;padding:0;margin:0;text-align:inherit;font-weight:600;cursor:pointer;color:inherit}
thead button::after{content:"\\2195";content:"\\2195" / "";color:var(--soft);margin-left:.375rem;opacity:.7}
[aria-sort=ascending] button::after{content:"\\2191";content:"\\2191" / "";color:var(--link);opacity:1}
[aria-sort=descending] button::after{content:"\\2193";content:"\\2193" / "";color:var(--link);opacity:1}
#table tbody tr:hover>*{background:var(--sunk)}
td.reached:not(.number){color:var(--passed)}td.below:not(.number){color:var(--blocked)}td.incomplete:not(.number){color:var(--error)}
td.number.below{color:var(--blocked)}td.number.incomplete{color:var(--error)}
.pages{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;margin-top:.75rem;color:var(--soft);font-size:.9375rem;font-variant-numeric:tabular-nums}
.pages button{padding:.375rem .875rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--card);color:var(--ink);cursor:pointer}
.pages button:disabled{opacity:.45;cursor:default}
.checks th:first-child{width:30%}.checks td:nth-child(2){width:22%;min-width:11rem}.checks td:last-child{min-width:14rem}
.checks thead th:nth-child(3){text-align:right}
.checks td.number{white-space:normal;min-width:7rem}
.checks small{display:block}
.checks th small{display:inline;white-space:nowrap}
tr.task th{background:var(--sunk);font-size:.875rem;color:var(--soft);padding-top:.375rem;padding-bottom:.375rem}
.share{display:block;width:100%;height:.5rem;border-radius:.25rem;margin:.25rem 0;background:var(--line);overflow:hidden}
rect.passed{fill:var(--bar)}rect.failed{fill:var(--bar-failed)}rect.blocked{fill:var(--bar-below)}rect.error{fill:var(--bar-error)}rect.excused{fill:var(--bar-excused)}
.failed{color:var(--failed);font-weight:600}
.code{display:inline-block;color:var(--soft);font-size:.8125rem}
summary{cursor:pointer;color:var(--link);font-size:.9375rem;width:fit-content}
details>ul{margin-top:.375rem}details li+li{margin-top:.375rem}
.help ul{color:var(--soft);font-size:.9375rem;max-width:52rem}
details>.wide{margin-top:.75rem}
.notice{margin:.5rem 0;padding:.5rem 1rem;border-left:.25rem solid var(--blocked);background:var(--card);border-radius:.25rem;font-size:.9375rem}
section>.soft{margin-bottom:.75rem;max-width:52rem}
footer{padding:1rem 0 2rem;color:var(--soft);font-size:.875rem}
@media (max-width:30rem){th,td{padding:.5rem .625rem}tbody th{min-width:8rem}figure{padding:.875rem 1rem}}
@page{size:A4 landscape;margin:12mm}
@media print{
body{background:#fff;padding:0}
header{padding-top:0}
.controls,.pages,.help{display:none!important}
.wide{overflow:visible}
figure,tr,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}
.histogram,.share,thead th{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** The page's only style sheet: system fonts, nothing loaded. */
export const style: Markup = new Markup(sheet);

/** By this the page's policy knows the sheet: SHA-256 of it as it stands. A test says what it must be when the sheet is changed. */
export const styleHash = 'sha256-vSUg+kUytcdti37nzGwDV0BTDPnRUsEd/p59KEOb4TY=';
