/** A name up to here stands under its node as it is. */
const WHOLE = 40;

/** Letters that are kept of a longer one. */
const KEPT = 44;

/** A run of words up to here is not broken between lines. */
const UNBROKEN = 16;

const khmer = new Intl.Segmenter('km', { granularity: 'word' });

/** The words of a name, each with the space before it. Khmer has no spaces between its words. */
export const wordsOf = (name: string): string[] =>
  name
    .split(/(?= )/)
    .flatMap((word) =>
      /[\u1780-\u17ff]{9}/.test(word) ? Array.from(khmer.segment(word), ({ segment }) => segment) : [word],
    );

/**
 * What stands under the nodes of a drawing: short names from long ones, different ones for different names.
 *
 *     Cooperation Agreement between the People's Committee of Tay Ninh and the Tbong Khmum Provincial Administration
 *     →  Cooperation Agreement … Tay Ninh … Tbong Khmum …
 *
 * Of names that begin alike, the beginning stays, and of the rest the words that fewest of them share. A name that
 * begins like no other is cut at its end.
 */
export function labelsOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const alike = new Map<string, string[][]>();
  for (const name of new Set(names)) {
    const words = wordsOf(name);
    alike.set(beginningOf(words), [...(alike.get(beginningOf(words)) ?? []), words]);
  }
  const labels = new Map<string, string>();
  const uses = new Map<string, number>();
  for (const group of alike.values())
    for (const words of group) {
      const name = words.join('');
      const label = name.length <= WHOLE ? name : shortened(words, group);
      labels.set(name, label);
      uses.set(label, (uses.get(label) ?? 0) + 1);
    }
  return new Map([...labels].map(([name, label]) => [name, uses.get(label) === 1 ? label : name]));
}

/** A label in lines no wider than this, as far as its words allow. */
export function linesOf(label: string, width: number, measure = (text: string) => text.length): string[] {
  const lines: string[] = [];
  for (const word of wordsOf(label)) {
    const line = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && measure(line) <= width) lines[lines.length - 1] = line;
    else lines.push(word.trimStart());
  }
  return lines;
}

const keyOf = (word: string): string => word.trim().toLowerCase();

const beginningOf = (words: readonly string[]): string => words.slice(0, 2).map(keyOf).join(' ');

function shortened(words: readonly string[], group: readonly (readonly string[])[]): string {
  const sharers = new Map<string, number>();
  for (const others of group)
    for (const key of new Set(others.map(keyOf))) sharers.set(key, (sharers.get(key) ?? 0) + 1);
  const isKept = words.map((_, index) => index < 2);
  let room = KEPT - words.slice(0, 2).join('').length;
  for (const { indices } of runsOf(words, (word) => sharers.get(keyOf(word))!, group.length)) {
    for (const index of indices) {
      room -= words[index]!.length;
      if (room >= 0) isKept[index] = true;
    }
    if (room < 0) break;
  }
  // A dropped word as short as the dots is said as well.
  words.forEach((word, index) => {
    if (word.length <= 4 && isKept[index - 1] && isKept[index + 1]) isKept[index] = true;
  });
  return joined(words, isKept);
}

/**
 * Neighbouring words after the beginning that not most of a group share: rarest first, else as they stand. What most
 * share tells nothing apart; of one name alone everything does.
 */
function runsOf(words: readonly string[], sharersOf: (word: string) => number, all: number): { indices: number[] }[] {
  const runs: { fewest: number; indices: number[] }[] = [];
  words.forEach((word, index) => {
    const sharers = sharersOf(word);
    if (index < 2 || (all > 1 && sharers * 3 > all * 2)) return;
    const last = runs.at(-1);
    if (last?.indices.at(-1) !== index - 1) runs.push({ fewest: sharers, indices: [index] });
    else {
      last.indices.push(index);
      last.fewest = Math.min(last.fewest, sharers);
    }
  });
  return runs.toSorted((a, b) => a.fewest - b.fewest);
}

/** The words that are kept, with dots for the others. */
function joined(words: readonly string[], isKept: readonly boolean[]): string {
  let label = '';
  let run = '';
  words.forEach((word, index) => {
    if (isKept[index]) run += word;
    if (isKept[index] && index < words.length - 1 && isKept[index + 1]) return;
    label += run.length <= UNBROKEN ? run.replaceAll(/(?<=\S) /g, '\u00a0') : run;
    run = '';
    if (!isKept[index] && !label.endsWith('…')) label += '\u00a0…';
  });
  return label;
}
