/** retext and its plugins: what they find in one text, as offsets in it. */
import retextDiacritics from 'retext-diacritics';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextQuotes from 'retext-quotes';
import retextRepeatedWords from 'retext-repeated-words';
import { type Processor, unified } from 'unified';

/** UTF-16 offsets in the text, half-open; what stands there and what should. */
export interface ProseFinding {
  readonly start: number;
  readonly end: number;
  readonly actual: string;
  readonly expected?: string;
}

/** Nothing is written back, but a processor wants a compiler. */
function nothing(this: Processor): void {
  this.compiler = () => '';
}

const PROCESSORS = {
  repeatedWords: unified().use(retextEnglish).use(retextRepeatedWords).use(nothing).freeze(),
  articles: unified().use(retextEnglish).use(retextIndefiniteArticle).use(nothing).freeze(),
  diacritics: unified().use(retextEnglish).use(retextDiacritics).use(nothing).freeze(),
  smartQuotes: unified().use(retextEnglish).use(retextQuotes, { preferred: 'smart' }).use(nothing).freeze(),
  straightQuotes: unified().use(retextEnglish).use(retextQuotes, { preferred: 'straight' }).use(nothing).freeze(),
};

type Asked = keyof typeof PROCESSORS;

function ask(name: Asked): (text: string) => ProseFinding[] {
  return (text) => {
    const { messages } = PROCESSORS[name].processSync(text);
    return messages.flatMap((message): ProseFinding[] => {
      const place = message.place;
      if (place === undefined || !('start' in place)) return [];
      const [start, end] = [place.start.offset, place.end.offset];
      if (start === undefined || end === undefined) return [];
      const [expected] = message.expected ?? [];
      return [{ start, end, actual: text.slice(start, end), ...(expected === undefined ? {} : { expected }) }];
    });
  };
}

/** What each plugin finds in a text. */
export const PROSE = {
  repeatedWords: ask('repeatedWords'),
  articles: ask('articles'),
  diacritics: ask('diacritics'),
  smartQuotes: ask('smartQuotes'),
  straightQuotes: ask('straightQuotes'),
} satisfies Record<Asked, (text: string) => ProseFinding[]>;
