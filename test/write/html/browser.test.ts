/** The page in a browser: keys, switches and views. Skipped, with a word, where there is no Chromium. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../../src/write/html/index.ts';
import { type Element, elements, find, parsePage, textOf } from './parse.ts';
import { arbitraryRedline } from './random.ts';
import { SPECIMEN } from './specimen.ts';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version'], { encoding: 'utf8' }).status === 0,
);

/** What a reader does and sees; it runs in the page, and leaves what it saw in the page's title. */
const VISIT = `
  var seen = {};
  var byId = function (id) { return document.getElementById(id); };
  var told = function () { return byId('position').textContent.replace(/\\s+/g, ' ').trim(); };
  var press = function (key, target) {
    (target || document.body).dispatchEvent(new KeyboardEvent('keydown', { key: key, bubbles: true, cancelable: true }));
    return told();
  };
  var text = function () { return document.querySelector('article').innerText.replace(/\\s+/g, ' '); };
  var current = function () { return document.querySelector('.current-item').dataset.n; };
  seen.start = told();
  seen.first = press('n');
  seen.second = press('j');
  seen.focused = document.activeElement.dataset.c;
  press('k');
  seen.last = press('p').slice(0, 15);
  var input = document.createElement('input');
  document.body.appendChild(input);
  seen.inInput = press('n', input).slice(0, 15);
  seen.withControl = current();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', ctrlKey: true, bubbles: true }));
  seen.afterControl = current();
  byId('keys').checked = false;
  press('p');
  seen.keysOff = current();
  byId('keys').checked = true;
  document.querySelector('#item-7 .go').click();
  seen.clicked = told().slice(0, 15);
  var renumbered = document.querySelector('del[data-c="9"]');
  seen.struck = getComputedStyle(renumbered).textDecorationLine;
  seen.switched = press('c').slice(0, 15);
  seen.hidden = getComputedStyle(renumbered).display;
  seen.plain = getComputedStyle(document.querySelector('ins[data-c="9"]')).textDecorationLine;
  seen.stillMarked = getComputedStyle(document.querySelector('ins[data-c="8"], [data-c="8"] ins')).textDecorationLine;
  press('c');
  byId('view-after').checked = true;
  seen.after = text();
  byId('view-before').checked = true;
  seen.before = text();
  seen.joined = getComputedStyle(document.querySelector('.joined > p + p')).display;
  press('n');
  seen.back = byId('view-redline').checked;
  document.title = 'seen' + JSON.stringify(seen);
`;

/** The tree as the browser's parser made it: every element's name and text, in order. */
const PARSED = `
  var seen = { tree: [] };
  document.querySelectorAll('main *').forEach(function (element) {
    seen.tree.push(element.tagName.toLowerCase() + ' ' + element.textContent.length);
  });
  document.title = 'seen' + JSON.stringify(seen);
`;

function visit(html: string, script: string): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'keeling-html-'));
  try {
    const file = join(folder, 'page.html');
    const open = html.replace(/<meta http-equiv[^>]*>/, '').replace('</body>', `<script>${script}</script></body>`);
    writeFileSync(file, open);
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`];
    const run = spawnSync(CHROMIUM as string, [...flags, '--dump-dom', pathToFileURL(file).href], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const title = /<title>seen(.*?)<\/title>/s.exec(run.stdout)?.[1] ?? '{}';
    return JSON.parse(title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const title = CHROMIUM === undefined ? 'the page in a browser (skipped: no Chromium here)' : 'the page in a browser';

describe.skipIf(CHROMIUM === undefined)(title, () => {
  it('steps by key, switches weights off, shows either side', { timeout: 60_000 }, () => {
    const seen = visit(writeHtml(SPECIMEN), VISIT);
    expect(seen).toMatchObject({
      start: '22 changes',
      first: 'change 1 of 22 : definition of "Pause Notice", inserted, substantive, definition inserted',
      second:
        'change 2 of 22 : definition of "Threshold", substituted, substantive, “figure” becomes “pair of figures”',
      focused: '2',
      last: 'change 22 of 22',
      inInput: 'change 22 of 22',
      withControl: '22',
      afterControl: '22',
      keysOff: '22',
      clicked: 'change 7 of 22 ',
      struck: 'line-through',
      switched: 'change 7 of 21 ',
      hidden: 'none',
      plain: 'none',
      stillMarked: 'underline',
      joined: 'inline',
      back: true,
    });
    expect(seen.after).toContain(
      '4.2 A Supplier Party may appeal within 10 Working Days of the report under Clause 4.1,',
    );
    expect(seen.after).not.toMatch(/Fallback|moved|5\.2|was running text|¶/);
    expect(seen.before).toContain(
      '5.3 A Supplier Party may appeal within 5 Working Days of the report under Clause 5.2,',
    );
    expect(seen.before).not.toMatch(/Pause Notice|publish it monthly|2A|moved/);
  });
  it('is read by a browser as it is read by a strict parser', { timeout: 60_000 }, () => {
    const redlines = fc.sample(arbitraryRedline, { numRuns: 40, seed: 7 });
    const html = writeHtml({
      before: SPECIMEN.before,
      document: { ...SPECIMEN.document, children: redlines.flatMap((redline) => redline.document.children) },
      changes: redlines.flatMap((redline) => redline.changes),
    });
    const main = find(parsePage(html), (element) => element.name === 'main')[0] as Element;
    const expected = [...elements(main)].map((element) => `${element.name} ${textOf(element).length}`);
    expect(expected.length).toBeGreaterThan(500);
    expect(visit(html, PARSED).tree).toEqual(expected);
  });
});
