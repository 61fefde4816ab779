/** A redline as one self-contained HTML file: no network, every style and script in it named by its hash. */
import { createHash } from 'node:crypto';
import type { PictureStore } from '../../model/picture.ts';
import type { Redline } from '../../model/redline.ts';
import { writeChanges } from './changes.ts';
import { writeContents } from './contents.ts';
import { writeControls } from './controls.ts';
import { element, escapeAttribute, type Html } from './escape.ts';
import { writeMasthead } from './front.ts';
import { writeNode } from './nodes.ts';
import { writeNotes } from './notes.ts';
import { atTop, openPage } from './page.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

export interface HtmlOptions {
  /** The pictures that the document shows, by their fingerprints. */
  readonly pictures?: PictureStore;
}

/**
 * The redline as an HTML page: the text with its marks, a contents list with counts, a list of changes, switches, and
 * keys to step through. A redline without changes gives a clean document. The same redline gives the same string.
 */
export function writeHtml(redline: Redline, options: HtmlOptions = {}): string {
  const page = openPage(redline, writeNode, options.pictures ?? new Map());
  const text = element('article', {}, writeNode(redline.document, atTop(page))) + writeNotes(page);
  const contents = writeContents(page);
  const style = [STYLE, ...page.rules].join('\n');
  const script = redline.changes.length === 0 ? '' : SCRIPT;
  const columns = [contents, element('main', { id: 'text', tabindex: -1 }, text), writeChanges(page)].join('\n');
  const body = [
    '<a class="skip" href="#text">Skip to the text</a>',
    writeMasthead(redline),
    writeControls(redline, contents !== ''),
    element('div', { class: 'columns' }, columns),
    script === '' ? '' : `<script>${script}</script>`,
  ].join('\n');
  const kind = redline.changes.length === 0 ? 'clean' : 'redline';
  const { language } = redline.document.meta;
  return `<!DOCTYPE html>\n<html lang="${escapeAttribute(language)}">\n${writeHead(redline, style, script)}\n<body class="${kind}">\n${body}\n</body>\n</html>\n`;
}

function writeHead(redline: Redline, style: string, script: string): Html {
  const scripts = script === '' ? '' : `; script-src '${hash(script)}'`;
  const policy = `default-src 'none'; style-src '${hash(style)}'; img-src data:${scripts}; base-uri 'none'; form-action 'none'`;
  const lines = [
    '<meta charset="utf-8"/>',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    `<title>${escapeAttribute(pageTitle(redline))}</title>`,
    `<style>${style}</style>`,
  ];
  return `<head>\n${lines.join('\n')}\n</head>`;
}

/** The hash by which the page's policy names a style sheet or script. */
function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

/** `Example AD: 1.4 to 1.5 (redline)`. */
function pageTitle({ before, document, changes }: Redline): string {
  const { meta } = document;
  const name = meta.short ?? meta.title;
  if (changes.length === 0) return meta.version === undefined ? name : `${name} ${meta.version}`;
  const versions = [before.version, meta.version].filter((version) => version !== undefined);
  return versions.length === 0 ? `${name} (redline)` : `${name}: ${versions.join(' to ')} (redline)`;
}
