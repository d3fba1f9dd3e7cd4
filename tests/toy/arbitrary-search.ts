import fc from 'fast-check';
import { TEXTS } from './arbitrary-release.js';

/** Texts to look for: names and what people make of them, and texts that break what takes them for a query. */

const lettersOf = (text: string): readonly string[] => [...text];

const FORMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFD'),
  (text) => text.toUpperCase(),
  (text) => text.replaceAll(' ', ''),
  (text) => text.replaceAll(' ', '-'),
  (text) => text.split(' ').toReversed().join(' '),
  (text) => ` ${text}, `,
];

const anyForm = fc.tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...FORMS)).map(([text, write]) => write(text));

/** The beginning of a text. */
const anyBeginning = fc.tuple(anyForm, fc.nat(8)).map(([text, length]) =>
  lettersOf(text)
    .slice(0, length + 1)
    .join(''),
);

/** A text with one letter changed, left out or put in. */
const anySlip = fc
  .tuple(anyForm, fc.nat(20), fc.constantFrom('', 'x', 'aa'), fc.boolean())
  .map(([text, place, letters, isIn]) =>
    lettersOf(text)
      .toSpliced(place % (text.length || 1), Number(!isIn), letters)
      .join(''),
  );

const HOSTILE = [
  '',
  ' ',
  '+-/',
  'C++',
  'tb-',
  '/re',
  '"an',
  '(hue',
  "' OR 1=1 //",
  '*',
  'an AND',
  '\u0000',
  'an~1',
  '\u200b',
];

/** A text to look for. */
export const anySoughtText: fc.Arbitrary<string> = fc.oneof(
  anyForm,
  anyBeginning,
  anySlip,
  fc.constantFrom(...HOSTILE),
);
