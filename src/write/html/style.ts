/** The style sheet of the page: layout, the text, tables, and how it looks on paper. What marks look like stands in style-marks.ts. */
import { DARK, declare, LIGHT } from './palette.ts';
import { CONTROLS_STYLE } from './style-controls.ts';
import { MARKS_STYLE } from './style-marks.ts';

/** Dark only on a screen: paper is white. The reader's choice goes before that of the system. */
const COLOURS = `
:root{color-scheme:light;${declare(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root:not(:has(#theme-light:checked)){color-scheme:dark;${declare(DARK)}}}
@media screen{:root:has(#theme-dark:checked){color-scheme:dark;${declare(DARK)}}}`;

const LAYOUT = `
*{box-sizing:border-box}
html{font-size:16px;-webkit-text-size-adjust:100%;scroll-padding-top:5rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main:focus{outline:none}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;z-index:9;background:var(--paper);padding:.5rem 1rem}
.masthead{background:var(--paper);padding:1.6rem 2rem 1.2rem}
.masthead .kind{margin:0;color:var(--soft);font-size:.8rem;letter-spacing:.08em;text-transform:uppercase}
h1{margin:0 0 .8rem;font-size:1.65rem;line-height:1.2;letter-spacing:-.01em}
.facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0}
.facts dt{color:var(--soft);font-size:.78rem}
.facts dd{margin:0;font-weight:600;font-size:.92rem;overflow-wrap:anywhere}
.summary{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;margin:1.1rem 0 0;padding:0}
.summary li{border:1px solid var(--line);border-radius:6px;padding:.45rem .9rem .5rem;min-width:9.5rem;line-height:1.25}
.summary strong{font-size:1.35rem;font-variant-numeric:tabular-nums}
.summary small{display:block;color:var(--soft);font-size:.78rem}
.key{margin:.9rem 0 0;color:var(--soft);font-size:.84rem}
.key .samples>*{margin-right:.8rem;white-space:nowrap}
.columns{display:grid;grid-template-columns:minmax(13rem,17rem) minmax(0,1fr) minmax(14rem,19rem);align-items:start}
@media screen and (min-width:68.01rem){body.clean .controls{position:static;border-bottom:0;background:none}}
body.clean .columns{grid-template-columns:minmax(13rem,18rem) minmax(0,1fr)}
.columns>main:only-child{grid-column:1/-1}
main{padding:1.5rem 1.6rem 40vh}
article,.notes{max-width:47rem;margin:0 auto;padding:1.6rem 2.6rem;background:var(--paper);font-family:Charter,"Bitstream Charter","Source Serif 4","Sitka Text",Cambria,Georgia,serif;font-size:1.04rem;line-height:1.6}
/* A long text is laid out as it comes into view; the padding keeps the bars of the margin inside what is laid out. */
@media screen{article>.headed,article>.clause{content-visibility:auto;contain-intrinsic-size:auto 12rem;margin-inline:-1rem -2.6rem;padding-inline:1rem 2.6rem}}
article{border-radius:4px 4px 0 0;box-shadow:0 1px 3px #0002}
article:last-child{border-radius:4px}
.notes{border-top:1px solid var(--line);font-size:.92rem;box-shadow:0 1px 3px #0002}
@media screen and (max-width:68rem){
html{scroll-padding-top:7rem}
.masthead{padding:1.1rem 1rem .9rem}
h1{font-size:1.35rem}
.columns,body.clean .columns{display:block}
main{padding:0 0 30vh}
article,.notes{padding:1.1rem 1.5rem 1.1rem 1rem;border-radius:0}
.summary li{min-width:0;flex:1 1 8rem;padding:.35rem .6rem}
}`;

const TEXT = `
article p,.notes p{margin:0 0 .75em;white-space:pre-wrap;overflow-wrap:break-word;tab-size:4}
h2,h3,h4,h5,h6{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;line-height:1.3;break-after:avoid}
article h2,.notes h2{font-size:1.25rem;margin:1.9em 0 .8em}
article h3{font-size:1.08rem;margin:1.5em 0 .7em}
article h4,article h5,article h6{font-size:1rem;margin:1.3em 0 .6em}
article>:first-child>h2:first-child{margin-top:0}
.headed>h2,.headed>h3,.headed>h4,.headed>h5,.headed>h6{display:flex;gap:.7rem}
.headed .label{flex:none;font-variant-numeric:tabular-nums}
.clause{display:grid;grid-template-columns:minmax(3.4rem,min-content) minmax(0,1fr);column-gap:.5rem}
.clause.limb{grid-template-columns:minmax(2.1rem,min-content) minmax(0,1fr)}
.clause.plain{display:block}
.clause>.label{font-variant-numeric:tabular-nums}
.clause>.tags{grid-column:1/-1}
.definition{margin:0 0 .2em}
article ul,.notes ul{margin:0 0 .75em;padding-left:1.4rem}
article li>p,.notes li>p{margin-bottom:.3em}
.xref{text-decoration:underline 1px;text-decoration-color:var(--soft)}
.nolink{border-bottom:1px dotted var(--soft)}
.sc{font-variant:small-caps}
code,.panel.code{font-family:ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;font-size:.88em}
.blank{background:var(--blank-ground);border:1px dashed var(--soft);border-radius:3px;padding:0 .2em}
.opaque{border:1px solid var(--line);border-radius:3px;padding:.1em .5em;background:var(--ground)}
.opaque .what{font:600 .75rem system-ui,sans-serif;color:var(--soft);margin-right:.5em}
.picture{display:block;margin:1.1em 0;text-align:center}
.picture img{max-width:100%;height:auto;background:#fff}
del .picture img{opacity:.45;outline:2px dashed currentColor}
ins .picture img{outline:2px solid currentColor}
.picture .caption{display:block;font:600 .92rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;margin-top:.45rem}
.picture .label{margin-right:.6em}
.ctl{font:.72em ui-monospace,monospace;border:1px solid var(--soft);border-radius:3px;padding:0 .25em;unicode-bidi:isolate}
.page-break{display:block;border-top:1px dashed var(--line);margin:1em 0;break-after:page}
.panel{border-left:4px solid var(--line);background:var(--ground);padding:.6rem 1rem .01rem;margin:0 0 .75em}
.panel+.panel{margin-top:-.75em}
.panel.quote{background:none;font-style:italic}
.panel.question{border-color:var(--accent);font-family:system-ui,sans-serif;font-weight:600;font-size:.96rem}
.panel.answer{border:1px solid var(--soft);border-left-width:4px;background:none;min-height:4.5rem}
.panel.notice{border:1px solid var(--line);border-left:4px solid var(--format);background:var(--format-ground)}
.call{line-height:0;font-size:.72em}
.call a,.back{text-decoration:none;font-weight:600;font-variant-numeric:tabular-nums}
.notes ol{list-style:none;margin:0;padding:0}
.notes li[id]{display:grid;grid-template-columns:2rem minmax(0,1fr)}
.notes h2{margin-top:0;font-size:1.05rem}`;

const TABLES = `
figure.table{margin:1.1em 0 1.3em}
figcaption{font:600 .92rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;margin-bottom:.45rem;break-after:avoid}
figcaption .label{margin-right:.6em}
.scroll{overflow-x:auto;margin-right:-1.9rem;padding-right:1.9rem}
table{border-collapse:collapse;width:100%;font-size:.92em;line-height:1.45}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
thead th,tr>th{background:var(--ground);font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:.9em}
td>:last-child,th>:last-child{margin-bottom:0}
td p,th p{margin-bottom:.35em}
@media screen and (max-width:68rem){.scroll{margin-right:-1.3rem;padding-right:1.3rem}}
@media screen and (max-width:40rem){.clause:not(.plain)>.body>figure.table{margin-left:-3.9rem}}
.only{display:inline-flex;gap:.45em;align-items:center;font:.85rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;margin-bottom:.45rem}
@media screen{.framed .scroll{max-height:85vh;overflow:auto;margin-right:0;padding-right:0;border:1px solid var(--line)}
.framed table{border-collapse:separate;border-spacing:0;width:auto;min-width:100%}
.framed th,.framed td{border-width:0 1px 1px 0;min-width:3.6em}
.framed thead th{position:sticky;top:0;z-index:2}
figure.table:has(>.only input:checked) tbody>tr:not(.bar):not(:has(>th)){display:none}}
.to-center{text-align:center}
.to-right{text-align:right}`;

const PRINT = `
@page{size:A4;margin:20mm 20mm 22mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt sans-serif}}
@media print{
html{font-size:10.5pt}
body{background:none}
.skip,.controls,nav.side,.only,.needs-script.needs-script{display:none}
.columns,body.clean .columns{display:block}
main,.masthead,article,.notes{padding:0;margin:0;max-width:none;box-shadow:none;background:none}
article,.notes{padding-right:4mm}
.masthead{border-bottom:1.5pt solid var(--ink);padding-bottom:8pt;margin-bottom:14pt}
.summary{gap:4pt;flex-wrap:nowrap}.summary li{padding:2pt 5pt;min-width:0;flex:1 1 0}.summary strong{font-size:1.05rem}
.notes{margin-top:18pt;border-top:.75pt solid var(--ink);padding-top:8pt}
.clause>.body>p:first-child,tr,.panel,.notes li,#change-list li{break-inside:avoid}
p{orphans:2;widows:2}
thead{display:table-header-group}
.scroll{overflow:visible;margin:0;padding:0}
th,td{border-color:#777}
article a,.notes a,article .xref,.notes .xref{color:inherit;text-decoration:none}
.page-break{border:0;margin:0}
a.out::after{content:" <" attr(href) ">";font-size:.85em;overflow-wrap:anywhere}
aside.side{display:block;position:static;max-height:none;overflow:visible;padding:0;break-before:page;font-size:.9em}
#change-list{columns:2;column-gap:1.5em}
}`;

/** The whole style sheet, but for the widths of a document's columns. */
export const STYLE = [COLOURS, LAYOUT, TEXT, TABLES, CONTROLS_STYLE, MARKS_STYLE, PRINT].join('\n').trim();
