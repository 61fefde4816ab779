/** The bar of controls. Its switches are form fields that the style sheet reads, so that they work without a script. */
import { type Redline, WEIGHTS } from '../../model/redline.ts';
import { element, type Html } from './escape.ts';
import { countWeights } from './front.ts';

/** The bar; for a clean document only what a reader of one needs. */
export function writeControls(redline: Redline, hasContents: boolean): Html {
  const marked = redline.changes.length > 0;
  const panels = [
    hasContents ? toggle('open-contents', 'Contents') : '',
    marked ? toggle('open-changes', 'Changes') : '',
    toggle('open-options', 'Options'),
  ].join('');
  const options = (marked ? VIEWS + writeSwitches(redline) : '') + THEMES;
  const content = [
    element('div', { class: 'panels' }, panels),
    marked ? writeStepper(redline.changes.length) : '',
    element('div', { class: 'options' }, options),
  ].join('');
  return element('div', { class: 'controls', role: 'region', 'aria-label': 'Controls' }, content);
}

function toggle(id: string, label: string): Html {
  return element('label', { class: 'button' }, `${element('input', { type: 'checkbox', id })}<span>${label}</span>`);
}

function writeStepper(total: number): Html {
  const count = `<span>${total}</span><span class="word"> ${total === 1 ? 'change' : 'changes'}</span>`;
  const texts = `<span class="word"> </span>${count}<span class="vh"> </span>`;
  return (
    '<div class="stepper needs-script">' +
    '<button type="button" id="previous" aria-label="Previous change" title="Previous change (p or k)">‹</button>' +
    `<output id="position" aria-live="polite" aria-atomic="true">${texts}</output>` +
    '<button type="button" id="next" aria-label="Next change" title="Next change (n or j)">›</button></div>'
  );
}

/** Choices of which one holds: the first to begin with. */
function choices(legend: string, name: string, options: readonly (readonly [string, string])[]): Html {
  const labels = options.map(([id, label], i) => {
    const input = element('input', { type: 'radio', name, id, checked: i === 0 ? true : undefined });
    return element('label', {}, `${input}<span>${label}</span>`);
  });
  return element('fieldset', { class: 'choices' }, `<legend class="vh">${legend}</legend>${labels.join('')}`);
}

const VIEWS = choices('View', 'view', [
  ['view-redline', 'Redline'],
  ['view-after', 'After'],
  ['view-before', 'Before'],
]);

const THEMES = choices('Colours', 'theme', [
  ['theme-auto', 'Auto'],
  ['theme-light', 'Light'],
  ['theme-dark', 'Dark'],
]);

function writeSwitches(redline: Redline): Html {
  const counts = countWeights(redline);
  const labels = WEIGHTS.filter((weight) => weight !== 'substantive').map((weight) => {
    const input = element('input', { type: 'checkbox', id: `show-${weight.charAt(0)}`, checked: true });
    const name = weight.charAt(0).toUpperCase() + weight.slice(1);
    return element('label', {}, `${input} ${name} <span class="count">${counts[weight]}</span>`);
  });
  return element('fieldset', { class: 'switches' }, `<legend>Show</legend>${labels.join('')}`);
}
