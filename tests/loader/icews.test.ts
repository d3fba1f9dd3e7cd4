import { mkdir, readFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadSeed } from '../../src/loader/load-seed.js';
import { faultsIn, folderOf } from './seed-folder.js';

const script = fileURLToPath(new URL('../../examples/icews/map.js', import.meta.url));

const ACTORS = [
  'Cambodia',
  'Vietnam',
  'Myanmar',
  'Burma',
  "Cote d'Ivoire",
  'Police (Cambodia)',
  'Foreign Affairs (Vietnam)',
  'Governor (Falkland Islands (Malvinas))',
  'Citizen (International)',
  'Militant (Taliban)',
  'Ana María Núñez-Õ',
  'Ana Maria Nunez-O',
  'Front for "Quotes": {and} #braces',
  'UN Security Council',
];
const RELATIONS = ['Make a visit', 'Sign formal agreement', 'Return, release person(s)', 'fight with small arms'];

/** 200 invented lines in the form of the data, among them some that stand twice and one that is damaged. */
function lines(): readonly string[] {
  return Array.from({ length: 200 }, (_, number) => {
    if (number === 100) return 'Cambodia\tMake a visit\tVietnam';
    const [from, to] = [ACTORS[number % ACTORS.length], ACTORS[(number * 5) % ACTORS.length]];
    const day = String(1 + ((number * 7) % 28)).padStart(2, '0');
    return [from, RELATIONS[number % RELATIONS.length], to, `2014-0${1 + (number % 9)}-${day}`].join('\t');
  });
}

async function mapped(): Promise<{ readonly seed: string; readonly stdout: string }> {
  const text = [...lines(), lines()[7], ''].join('\n');
  const data = await folderOf({ 'icews_x.txt': text });
  const seed = join(data, 'seed');
  await mkdir(seed);
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--data', data, '--out', seed]);
  return { seed, stdout };
}

describe('the mapping of ICEWS', () => {
  it('makes a seed without a fault, of every line but those that are damaged or repeated', async () => {
    const { seed, stdout } = await mapped();
    expect(stdout).toMatch(/^201 lines, of which 1 repeated and 1 malformed: .*\b199 events\b/);
    expect(await faultsIn([seed])).toEqual([]);
    expect(await readFile(join(seed, 'events.yaml'), 'utf8')).toContain('"icews#icews_x:200"');
  });

  it('tells countries, their bodies, persons and other bodies apart', async () => {
    const { entities, relations } = await loadSeed([(await mapped()).seed]);
    const ids = [...entities].map(({ id }) => id).filter((id) => !id.startsWith('event/'));
    expect(ids).toEqual([
      'country/ci',
      'country/fk',
      'country/kh',
      'country/mm',
      'country/vn',
      'leader/ana-maria-nunez-o',
      'leader/ana-maria-nunez-o-2',
      'organization/citizen-international',
      'organization/foreign-affairs-vietnam',
      'organization/front-for-quotes-and-braces',
      'organization/governor-falkland-islands-malvinas',
      'organization/militant-taliban',
      'organization/police-cambodia',
      'organization/un-security-council',
      'source/icews',
    ]);
    const countries = [...relations].filter(({ type }) => type === 'IN_COUNTRY');
    expect(countries.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'organization/foreign-affairs-vietnam country/vn',
      'organization/governor-falkland-islands-malvinas country/fk',
      'organization/police-cambodia country/kh',
    ]);
  });

  it('names the part that each had, once where it is the same', async () => {
    const { entities, relations } = await loadSeed([(await mapped()).seed]);
    const [first] = [...entities].filter(({ names }) => names[0]!.text.startsWith('Make a visit: Cambodia – Cambodia'));
    const involved = [...relations].filter(({ to }) => to === first!.id);
    expect(involved.map(({ from, properties }) => [from, properties])).toEqual([
      ['country/kh', { role: 'source and target' }],
    ]);
    expect(first!.properties).toMatchObject({ date: { edtf: '2014-01-01' } });
  });
});
