// Floor 2: the style sheet of the HTML format: light, dark, phone and paper. Every pair of colours has a contrast of at
// least 4.5 to 1.
#include "render/html.h"

namespace ptf_fees::render {

std::string_view html_style() {
    return R"(:root{color-scheme:light dark;--ground:#f3f5f8;--paper:#fff;--ink:#1a2230;--soft:#535e70;--line:#dbe0e8;
--accent:#2c4cb3;--tint:#eaf0ff;--warn:#fff3d6;--warn-ink:#694400;--warn-line:#efd28b;
--b0:#a9bdf5;--b1:#f5cb93;--b2:#a9dcc5;--b3:#dcbde9}
@media (prefers-color-scheme:dark){:root{--ground:#10141b;--paper:#1a212b;--ink:#e9edf4;--soft:#aab4c4;--line:#333d4c;
--accent:#a3bcff;--tint:#232f4d;--warn:#3b2d0d;--warn-ink:#ffdc93;--warn-line:#6b5217;
--b0:#4361b8;--b1:#93662a;--b2:#337a5f;--b3:#76498a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,
"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
main{max-width:50rem;margin:0 auto;padding:2.5rem 1.25rem 3rem}
h1{font-size:1.75rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 .75rem}
h3{font-size:1rem;margin:1.25rem 0 .4rem}
p{margin:.4rem 0}
a{color:var(--accent);overflow-wrap:anywhere}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
section{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.25rem 1.4rem;
margin:1rem 0}
.terms{display:inline-block;margin:0 0 .25rem;padding:.2rem .75rem;border-radius:1rem;background:var(--paper);
border:1px solid var(--line);color:var(--soft);font-size:.9rem}
.replaced{background:var(--warn);border-color:var(--warn-line);color:var(--warn-ink);font-weight:600}
.strong{font-weight:600}
.total{font-size:2.6rem;line-height:1.15;font-weight:700;letter-spacing:-.02em;margin:0;
font-variant-numeric:tabular-nums}
.total small{font-size:1rem;font-weight:400;letter-spacing:0;color:var(--soft)}
.soft,small,caption,figcaption{color:var(--soft)}
small,caption,figcaption{font-size:.875rem}
ul,ol{margin:.4rem 0;padding-left:1.3rem}
li{margin:.3rem 0}
.plain{list-style:none;padding:0}
.plain>li{padding:.7rem 0;border-top:1px solid var(--line);margin:0}
.plain>li:first-child{border-top:0;padding-top:0}
.plain p{margin:.1rem 0}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:0 0 .5rem}
th,td{padding:.5rem .6rem;border-top:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
th:first-child,td:first-child{padding-left:.4rem}
th:last-child,td:last-child{padding-right:.4rem}
thead th{border-top:0;color:var(--soft);font-size:.875rem;line-height:1.3;vertical-align:bottom;font-weight:600}
td small,th small{display:block;line-height:1.35}
.numbers th:not(:first-child),.numbers td{text-align:right;white-space:nowrap}
.numbers thead th:not(:first-child){white-space:normal}
.numbers td small{white-space:normal}
.marks th:not(:first-child),.marks td{text-align:center}
.marks thead th:first-child{width:55%}
.numbers tr>:last-child{font-weight:600}
tr.total>*{border-top:2px solid var(--ink);font-weight:700;font-size:1rem;letter-spacing:0}
tr.here>*{background:var(--tint)}
tr.group th,.marks tr.group th{text-align:left;font-weight:600;padding-top:1.1rem;border-top:0}
.emphasis{background:var(--tint)}
td.emphasis,th.emphasis{font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.2rem;margin:.4rem 0}
dt{color:var(--soft)}
dd{margin:0;min-width:0}
q{font-style:italic}
pre{overflow-x:auto;background:var(--ground);padding:.5rem .7rem;border-radius:6px;font-size:.85rem;margin:.4rem 0;
white-space:pre-wrap}
code{font-size:.9em}
figure{margin:.5rem 0 1.25rem}
figcaption{margin-bottom:.5rem}
svg{display:block;width:100%;height:auto;font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.narrow{display:none}
.b0{fill:var(--b0);background:var(--b0)}.b1{fill:var(--b1);background:var(--b1)}
.b2{fill:var(--b2);background:var(--b2)}.b3{fill:var(--b3);background:var(--b3)}
svg text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round;
font-variant-numeric:tabular-nums}
svg .cut{fill:var(--soft)}
svg .strong{font-weight:700}
svg .top{fill:none;stroke:var(--accent);stroke-width:2.5;stroke-linejoin:round}
svg .axis{stroke:var(--soft);stroke-width:1}
svg .edge{stroke:var(--paper);stroke-width:1}
svg .plumb{stroke:var(--ink);stroke-width:1.25;stroke-dasharray:3 3}
svg .place{fill:var(--ink);stroke:var(--paper);stroke-width:2}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;font-size:.875rem;color:var(--soft)}
.swatch{display:inline-block;width:.85em;height:.85em;border-radius:3px;margin-right:.4em;vertical-align:-.05em}
@media (max-width:40rem){main{padding:1.25rem .7rem 2rem}h1{font-size:1.4rem}section{padding:1rem .9rem}
.total{font-size:2.1rem}.wide{display:none}.narrow{display:block}th,td{padding:.45rem .2rem;font-size:.85rem}
thead th,.numbers thead th,.marks thead th{font-size:.62rem}th,td{padding-left:.1rem;padding-right:.1rem;font-size:.8rem}
td small,th small{font-size:.75rem}.marks thead th:first-child{width:99%}
.marks td{font-size:.8rem}.marks th small{display:none}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{:root{color-scheme:light;--ground:#fff;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#1d3a9c;
--tint:#eef2fb;--warn:#fff;--warn-ink:#000;--warn-line:#000;--b0:#a9bdf5;--b1:#f5cb93;--b2:#a9dcc5;--b3:#dcbde9}
body{font-size:10.5pt}main{max-width:none;padding:0}section{border:0;padding:0;margin:1.2rem 0}
h2,h3,caption,thead,tr.group{break-after:avoid}tbody tr:first-child,tr.group+tr{break-before:avoid}
tr,thead,caption,figure,li,dl{break-inside:avoid}.scroll{overflow:visible}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}})";
}

} // namespace ptf_fees::render
