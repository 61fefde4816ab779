/** How marks look: each by the shape of its line first, by colour second; and what the switches do to them. */

const LIGHTER = ['c', 't', 'f'] as const;

/** Marks of a weight that is switched off. */
const SWITCHED_OFF = LIGHTER.map((weight) => `html:has(#show-${weight}:not(:checked)) .w-${weight}`).join(',');
const BARS_OFF = LIGHTER.map((weight) => `html:has(#show-${weight}:not(:checked)) .bar-${weight}`).join(',');

/** Whatever is to be shown as it stands after, without a mark. */
const ACCEPTED = `:is(html:has(#view-after:checked) *,${SWITCHED_OFF})`;
const BEFORE = 'html:has(#view-before:checked)';

const SHAPES = `
ins,del{text-decoration-skip-ink:none;-webkit-box-decoration-break:clone;box-decoration-break:clone}
ins,.s-ins{color:var(--ins);text-decoration:underline 2px;text-underline-offset:.18em}
del,.s-del{color:var(--del);text-decoration:line-through 1.5px}
ins.w-s,.s-ins{background:var(--ins-ground)}
del.w-s,.s-del{background:var(--del-ground)}
ins.mv,.s-ins.mv{color:var(--move);background:var(--move-ground);text-decoration:underline double 1px}
del.mv,.s-del.mv{color:var(--move);background:var(--move-ground);text-decoration:line-through double 1px}
ins.ws,del.ws{outline:1px solid currentColor;padding:0 .12em;background:var(--format-ground)}
ins a,del a,.tag a{color:inherit}
ins .xref,del .xref{text-decoration:inherit}
.alt{text-decoration:underline dotted 2px var(--format);text-underline-offset:.22em}
.sign{font-family:system-ui,sans-serif;opacity:.85;padding:0 .15em}
.tag{display:inline-block;font:600 .72rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;border:1px solid;border-radius:999px;padding:0 .6em;margin-right:.5em;text-decoration:none;vertical-align:.08em;white-space:nowrap;user-select:none}
.tag.mv{color:var(--move);background:var(--move-ground)}
.tag.fmt{color:var(--format);background:var(--format-ground);border-style:dotted}
.tag.pilcrow{border:0;padding:0 .1em;font-size:1em}
.tag.pilcrow.ins{color:var(--ins);text-decoration:underline}
.tag.pilcrow.del{color:var(--del);text-decoration:line-through}
.tags{min-height:0;line-height:1.4}
tr.ins>*{background:var(--ins-ground)}
tr.del>*{background:var(--del-ground)}
tr.mv>*{background:var(--move-ground)}
td.ins,th.ins{background:var(--ins-ground)}
td.del,th.del{background:var(--del-ground)}
.bar{position:relative}
.bar::after{content:"";position:absolute;top:.15em;bottom:.15em;right:-1.5rem;border-right:3px solid var(--ink)}
.bar-c::after,.bar-t::after,.bar-f::after{border-right:3px dashed var(--soft)}
.panel.bar::after{top:0;bottom:0}
td .bar::after,th .bar::after,.notes li .bar .bar::after{display:none}
.current{outline:2px solid var(--current);outline-offset:1px;border-radius:2px}
@media screen and (max-width:68rem){.bar::after{right:-.9rem}}
@media print{.bar::after{right:-4mm}ins,del,.tag,tr.ins>*,tr.del>*{background:none!important}}`;

/** What a screen reader says around a mark. */
const SPOKEN = `
@media screen{
ins::before,ins::after,del::before,del::after,.alt::before{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
ins::before{content:" [inserted: "}ins.mv::before{content:" [moved to here: "}
del::before{content:" [deleted: "}del.mv::before{content:" [moved away: "}
ins::after,del::after{content:"] "}
.alt::before{content:" [formatting changed] "}
}`;

const SWITCHES = `
del${ACCEPTED},.del${ACCEPTED},.tag${ACCEPTED},.sign${ACCEPTED},.tags${ACCEPTED}{display:none}
ins${ACCEPTED}{color:inherit;background:none;text-decoration:none;outline:none;padding:0}
.alt${ACCEPTED}{text-decoration:none}
ins${ACCEPTED}::before,ins${ACCEPTED}::after,.alt${ACCEPTED}::before{content:none}
ins${ACCEPTED} a{color:var(--accent)}
ins${ACCEPTED} .xref,${BEFORE} del .xref{text-decoration:underline 1px var(--soft)}
.ins${ACCEPTED}>*,.ins${ACCEPTED}{background:none}
.ins${ACCEPTED}>th,th.ins${ACCEPTED}{background:var(--ground)}
:is(html:has(#view-after:checked) .bar,${BEFORE} .bar,${BARS_OFF})::after{display:none}
html:has(#view-after:checked) .j-deletion>p,${SWITCHED_OFF.split(',')
  .map((selector) => `${selector}.j-deletion>p`)
  .join(',')},${BEFORE} .j-insertion>p{display:inline}
.joined{margin-bottom:.75em}
${BEFORE} :is(ins,.ins,.oa,.tag,.sign,.tags){display:none}
${BEFORE} del{color:inherit;background:none;text-decoration:none;outline:none;padding:0}
${BEFORE} del::before,${BEFORE} del::after{content:none}
${BEFORE} del a{color:var(--accent)}
${BEFORE} .del>*,${BEFORE} .del{background:none}
${BEFORE} .del>th,${BEFORE} th.del{background:var(--ground)}
${BEFORE} .ob{display:inline}
${BEFORE} .alt{display:none}
:is(${LIGHTER.map((weight) => `html:has(#show-${weight}:not(:checked)) .side .w-${weight}`).join(',')}){display:none}`;

export const MARKS_STYLE = SHAPES + SPOKEN + SWITCHES;
