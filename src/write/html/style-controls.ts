/** How the machinery looks: the bar of controls, the contents list, the list of changes. */

const SIDES = `
.side{position:sticky;top:3.4rem;max-height:calc(100vh - 3.4rem);overflow-y:auto;padding:1.2rem 1rem 2rem;font-size:.86rem;line-height:1.4;overscroll-behavior:contain}
.side h2{margin:0 0 .6rem;font-size:.78rem;letter-spacing:.07em;text-transform:uppercase;color:var(--soft)}
.side ol{list-style:none;margin:0;padding:0}
#contents li{display:flex;gap:.5rem;justify-content:space-between;align-items:baseline;border-radius:4px}
#contents li:hover,#change-list li:hover{background:var(--paper)}
#contents a{flex:1;min-width:0;padding:.22rem .4rem;color:var(--ink);text-decoration:none;overflow-wrap:anywhere}
#contents a:hover .text{text-decoration:underline}
#contents .label{font-weight:600;font-variant-numeric:tabular-nums;margin-right:.2rem}
#contents .l-1{font-weight:600;margin-top:.25rem}
#contents .l-2{padding-left:.8rem}#contents .l-3{padding-left:1.6rem}#contents .l-4{padding-left:2.4rem}#contents .l-5{padding-left:3.2rem}
#contents ins{background:none}#contents del{background:none}
.counts{flex:none;padding-right:.3rem}
.n{display:inline-block;min-width:1.5em;padding:0 .35em;border-radius:999px;text-align:center;font:600 .74rem/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;border:1.5px solid var(--soft);color:var(--soft)}
.n.w-s{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.n.w-t,.n.w-f{border-style:dotted}
.summary .w-s{border-left:5px solid var(--ink)}
.summary .w-c{border-left:5px double var(--soft)}
.summary .w-t,.summary .w-f{border-left:5px dotted var(--soft)}
#change-list li{border-left:3px dashed var(--line);padding:.4rem .6rem;margin-bottom:.25rem}
@media screen{#change-list li{content-visibility:auto;contain-intrinsic-size:auto 4.5rem}}
#change-list li.w-s{border-left:3px solid var(--ink)}
#change-list p{margin:.1rem 0 0;overflow-wrap:anywhere}
#change-list .go{display:flex;gap:.55rem;color:var(--ink);font-weight:600;text-decoration:none}
#change-list a.go:hover .cite{text-decoration:underline}
#change-list .number{flex:none;min-width:1.4em;color:var(--soft);font-weight:400;font-variant-numeric:tabular-nums}
#change-list .kind,#change-list .cause{color:var(--soft);font-size:.8rem}
#change-list .current-item{background:var(--paper);outline:2px solid var(--current);outline-offset:-2px;border-radius:4px}
.help{color:var(--soft);font-size:.8rem;margin:0 0 .8rem}
.help label{font-weight:600;margin-right:.4rem}
kbd{font:600 .76rem ui-monospace,monospace;border:1px solid var(--line);border-bottom-width:2px;border-radius:3px;background:var(--paper);padding:0 .35em}`;

const BAR = `
.controls{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;align-items:center;padding:.45rem 1rem;background:var(--paper);border-block:1px solid var(--line);font-size:.86rem}
.controls fieldset{border:0;margin:0;padding:0;min-width:0}
.options{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;align-items:center;flex:1}
.options fieldset:last-child{margin-left:auto}
.choices{display:inline-flex}
.choices label{position:relative;border:1px solid var(--soft);margin-left:-1px;cursor:pointer}
.choices label:first-of-type{border-radius:6px 0 0 6px}.choices label:last-of-type{border-radius:0 6px 6px 0}
.choices input{position:absolute;inset:0;margin:0;opacity:0;cursor:pointer}
.choices span{display:block;padding:.22rem .7rem}
.choices input:checked+span{background:var(--ink);color:var(--paper);font-weight:600}
.choices input:focus-visible+span,.button input:focus-visible+span{outline:3px solid var(--accent);outline-offset:1px}
.choices label:first-of-type span{border-radius:5px 0 0 5px}.choices label:last-of-type span{border-radius:0 5px 5px 0}
.switches{display:flex;flex-wrap:wrap;gap:.1rem .9rem;align-items:center}
.switches legend{float:left;padding:0;color:var(--soft)}
.switches label{white-space:nowrap;cursor:pointer}
.switches .count{color:var(--soft);font-variant-numeric:tabular-nums}
.switches input,.help input{accent-color:var(--accent);vertical-align:-.1em}
.panels,.needs-script{display:none}
.stepper{align-items:center;gap:.3rem}
@media screen{.scripted .stepper{display:flex}}
@media screen{.scripted .help{display:block}}
.stepper output{min-width:9.5rem;text-align:center;font-weight:600;font-variant-numeric:tabular-nums}
.stepper button,.button span{font:inherit;font-weight:600;color:var(--ink);background:var(--ground);border:1px solid var(--soft);border-radius:6px;cursor:pointer}
.stepper button{width:2rem;height:1.9rem;font-size:1.15rem;line-height:1}
.stepper button:hover{border-color:var(--accent);color:var(--accent)}
@media screen and (max-width:68rem){
.controls{padding:.4rem .6rem;gap:.4rem .5rem}
.panels{display:flex;gap:.3rem}
.button{position:relative}
.button input{position:absolute;inset:0;margin:0;opacity:0;cursor:pointer}
.button span{display:block;padding:.3rem .45rem}
.button input:checked+span{background:var(--ink);color:var(--paper)}
.stepper{margin-left:auto}
.stepper output{min-width:3.6rem}
.stepper button{width:1.7rem}
.stepper .word{display:none}
.controls{font-size:.8rem}
.options{flex-basis:100%}
html:not(:has(#open-options:checked)) .options{display:none}
.side{top:3rem;max-height:60vh;z-index:4;background:var(--ground);border-bottom:2px solid var(--line)}
html:not(:has(#open-contents:checked)) nav.side,html:not(:has(#open-changes:checked)) aside.side{display:none}
}`;

export const CONTROLS_STYLE = SIDES + BAR;
