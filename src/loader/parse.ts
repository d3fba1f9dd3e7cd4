import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
  type Scalar,
} from 'yaml';
import { plainDecimal } from '../model/quantity.js';
import type { Located, LocatedEntry, Place } from './located.js';
import type { SeedFile } from './read.js';
import type { Report } from './report.js';

/** How many values one document may come to once its aliases are followed: a small file must not become a huge one. */
const MOST_VALUES = 1_000_000;

/**
 * What a file says: one value per YAML document, or one per item where the file is a plain list.
 *
 * A list is parsed item by item, so that a large file needs no more memory than its largest item, and a fault in one
 * item hides none in the others. (Every line of an item but its first is indented, so a dash in the first column always
 * begins one. Anchors may be meant across items: a file that has them is parsed whole.)
 */
export function* parseFile({ text, path }: SeedFile, report: Report): Generator<Located> {
  const splits = /^(?:[ \t]*(?:#.*)?\r?\n)*-(?=[ \r\n])/.test(text) && !/^(?:---|\.\.\.|%)|(?:^|\s)[&*]\w/m.test(text);
  if (!splits) {
    yield* parseText(text, path, 0, report);
    return;
  }
  let line = 0;
  for (const item of text.split(/^(?=-[ \r\n])/m)) {
    if (/^\s*[^#\s]/m.test(item)) yield* parseText(item, path, line, report);
    line += item.split('\n').length - 1;
  }
}

/** The values of a list that may have come whole or item by item; anything else is a fault. */
export function* parseList(file: SeedFile, report: Report, itemMeaning: string): Generator<Located> {
  for (const value of parseFile(file, report)) {
    if (value.form === 'list') yield* value.items;
    else if (!(value.form === 'scalar' && value.value === null)) {
      report(value.place, 'WRONG_TYPE', `A seed file is a list; begin each ${itemMeaning} with “- id: …”.`);
    }
  }
}

function* parseText(text: string, file: string, lineOffset: number, report: Report): Generator<Located> {
  const lineCounter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: line + lineOffset, column: col };
  };
  try {
    for (const document of parseAllDocuments(text, { lineCounter, prettyErrors: false, logLevel: 'silent' })) {
      const fault = document.errors[0] ?? document.warnings[0];
      if (fault) report(placeAt(fault.pos[0]), 'INVALID_YAML', fault.message);
      else yield locate(document, placeAt);
    }
  } catch (cause) {
    const message =
      cause instanceof RangeError ? 'Lists and maps are nested too deeply here.' : (cause as Error).message;
    report(cause instanceof AliasError ? placeAt(cause.offset) : placeAt(0), 'INVALID_YAML', message);
  }
}

class AliasError extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** Copies a YAML document with places and without aliases. */
function locate(document: Document.Parsed, placeAt: (offset: number) => Place): Located {
  let values = 0;
  const within = new Set<Node>();

  const copy = (node: Node | null, parent: Place): Located => {
    const place = node?.range ? placeAt(node.range[0]) : parent;
    if (++values > MOST_VALUES)
      throw new AliasError(node?.range?.[0] ?? 0, `This comes to over ${MOST_VALUES} values.`);
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (!target || within.has(target)) {
        throw new AliasError(
          node.range![0],
          `The alias *${node.source} leads ${target ? 'back to itself' : 'nowhere'}.`,
        );
      }
      return copy(target, place);
    }
    if (isScalar(node)) return { form: 'scalar', place, value: scalarValue(node) };
    if (isSeq(node)) {
      within.add(node);
      const items = node.items.map((item) => copy(item as Node | null, place));
      within.delete(node);
      return { form: 'list', place, items };
    }
    if (isMap(node)) {
      within.add(node);
      const entries = new Map<string, LocatedEntry>();
      for (const { key, value } of node.items) {
        const { place: keyPlace, ...located } = copy(key as Node | null, place);
        entries.set(located.form === 'scalar' ? String(located.value) : '?', {
          keyPlace,
          value: copy(value as Node | null, keyPlace),
        });
      }
      within.delete(node);
      return { form: 'map', place, entries };
    }
    return { form: 'scalar', place, value: null };
  };
  return copy(document.contents, placeAt(0));
}

/** The value of a scalar; a number that a double cannot hold stays the text that was written. */
function scalarValue({ value, source }: Scalar): string | number | boolean | null {
  if (typeof value === 'number') {
    const written = plainDecimal(source ?? '');
    return written !== undefined && written !== plainDecimal(String(value)) ? written : value;
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : value == null ? null : String(value);
}
