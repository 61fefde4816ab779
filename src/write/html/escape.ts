/** Text into HTML: what is escaped, which characters are shown by their code, which addresses may be links. */

/** Markup that is safe to put into a page: only this folder makes it, and only from escaped text. */
export type Html = string;

/** The value of an attribute; `undefined` leaves it out, `true` writes it without a value of its own. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

/**
 * Characters that could end a text and begin markup, that no page may hold (controls, lone surrogates), or that could
 * show words in another order than they stand in (bidirectional controls).
 */
const SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as an attribute's value or as the whole of a `title` element: a control shows as its code, `U+202E`. */
export function escapeAttribute(text: string): Html {
  return text.replace(SPECIAL, (char) => ENTITIES[char] ?? codePoint(char));
}

/** The text as the content of an element. What can't be seen, or would reorder what can, shows as its code. */
export function escapeText(text: string): Html {
  return text.replace(SPECIAL, (char) => ENTITIES[char] ?? `<span class="ctl">${codePoint(char)}</span>`);
}

function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const VOID_ELEMENTS = new Set(['br', 'col', 'input', 'meta', 'hr', 'img']);

/** An element with its attributes escaped, in the form that both HTML and XML understand. */
export function element(name: string, attributes: Attributes, content: Html = ''): Html {
  let head = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== '')
      head += ` ${key}="${value === true ? '' : escapeAttribute(String(value))}"`;
  }
  return VOID_ELEMENTS.has(name) ? `<${head}/>` : `<${head}>${content}</${name}>`;
}

/** The class names that are set, parted by spaces. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}

/** An address that may become a link: `http`, `https` or `mailto`, and nothing hidden in it. */
export function safeHref(href: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}\p{Cs}]+$/iu.test(href) ? href : undefined;
}
