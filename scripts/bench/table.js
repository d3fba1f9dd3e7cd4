// Prints what was measured as plain tables.

const counted = (number) => Math.round(number).toLocaleString('en');

/** How long loads took, how much memory they had, and how time grows from each size to the next. */
export function loadTable(results) {
  const before = ({ store, facts }) =>
    results.filter((other) => other.store === store && other.facts < facts).at(-1) ?? undefined;
  return table([
    [
      'store',
      'facts',
      'check s',
      'load s',
      'facts/s',
      'loading alone',
      'MB checking',
      'MB peak',
      'bytes a fact',
      'growth',
    ],
    ...results.map((result) => {
      const { store, facts, checkSeconds, loadSeconds, peakOfChecking, peakOfAll, bytesPerFact } = result;
      const seconds = checkSeconds + loadSeconds;
      const former = before(result);
      const growth = former && seconds / (former.checkSeconds + former.loadSeconds) / (facts / former.facts);
      return [
        store,
        counted(facts),
        checkSeconds.toFixed(1),
        loadSeconds.toFixed(1),
        counted(facts / seconds),
        counted(facts / loadSeconds),
        peakOfChecking,
        peakOfAll,
        bytesPerFact ? Math.round(bytesPerFact) : '',
        growth ? growth.toFixed(2) : '',
      ];
    }),
  ]);
}

/** What a way costs over another, for each shape and size: a median latency each. */
export function questionTable(results) {
  const ways = results[0].store === 'neo4j' ? ['graph', 'store', 'cypher'] : ['graph', 'store', 'floor'];
  const base = ways[2];
  const head = results.flatMap(({ facts }) => [...ways.map((way) => `${way} ${short(facts)}`), `graph/${base}`]);
  const rows = Object.entries(results[0].shapes).map(([key, { bytes, what }]) => [
    key,
    (bytes / 1024).toFixed(1),
    ...results.flatMap(({ shapes }) => {
      const { times } = shapes[key];
      return [...ways.map((way) => milliseconds(times[way])), (times.graph / times[base]).toFixed(2)];
    }),
    what,
  ]);
  return `${results[0].store}: medians, milliseconds\n${table([['', 'KB', ...head, 'what'], ...rows])}`;
}

/** How many are answered a second, sixteen at a time. */
export function throughputTable(results) {
  const ways = results[0].store === 'neo4j' ? ['graph', 'cypher'] : ['graph'];
  const head = results.flatMap(({ facts }) => ways.map((way) => `${way} ${short(facts)}`));
  const rows = Object.keys(results[0].shapes).map((key) => [
    key,
    ...results.flatMap(({ shapes }) => ways.map((way) => counted(shapes[key].throughput[way]))),
  ]);
  return `${results[0].store}: answers a second, 16 at a time\n${table([['', ...head], ...rows])}`;
}

/** When a reader sees what of a cold load, and how much had come over the wire by then. */
export function playgroundTable(results) {
  const steps = ['page', 'result', 'view', 'editor'];
  const rows = results.flatMap(({ network, views }) =>
    Object.entries(views).map(([view, of]) => [
      network.name,
      view,
      ...steps.map((step) => (of[step].time / 1000).toFixed(2)),
      ...steps.map((step) => counted(of[step].bytes / 1000)),
    ]),
  );
  const head = ['', 'view', ...steps.map((step) => `${step} s`), ...steps.map((step) => `kB at ${step}`)];
  return table([head, ...rows]);
}

/** `10^5` where it is about that. */
function short(facts) {
  const power = Math.round(Math.log10(facts));
  return Math.abs(facts / 10 ** power - 1) < 0.05 ? `10^${power}` : counted(facts);
}

function milliseconds(time) {
  return time.toPrecision(3).replace(/e.*/, '');
}

/** Columns of numbers to the right; the last column, if it is words, to the left. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (rows[0][column] === 'what' ? cell : String(cell).padStart(widths[column]))).join('  '),
    )
    .join('\n')
    .concat('\n');
}
