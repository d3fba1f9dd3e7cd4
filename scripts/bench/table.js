// Prints what was measured as plain tables.

/** How large each graph is in memory, and how long it took to pack. */
export function heapTable(results) {
  return table([
    ['nodes', 'facts', 'bytes a fact', 'pack ms'],
    ...results.map(({ nodes, facts, bytesPerFact, packTime }) => [
      nodes,
      facts,
      Math.round(bytesPerFact),
      Math.round(packTime),
    ]),
  ]);
}

/** The times on the largest graph, and how they have grown since the smallest. */
export function timeTable(results) {
  const [smallest, largest] = [results[0], results.at(-1)];
  const rows = Object.entries(largest.times).map(([key, { what, bytes, graph, store, floor }]) => {
    const small = smallest.times[key];
    return [
      key,
      (bytes / 1024).toFixed(1),
      milliseconds(graph),
      milliseconds(store),
      milliseconds(floor),
      (graph / floor).toFixed(1),
      (store / floor).toFixed(1),
      (graph / small.graph).toFixed(1),
      (store / small.store).toFixed(1),
      (floor / small.floor).toFixed(1),
      (bytes / small.bytes).toFixed(1),
      what,
    ];
  });
  const growth = `×${largest.nodes / smallest.nodes}`;
  const head = ['', 'KB', 'graph', 'store', 'floor', 'graph/floor', 'store/floor'];
  return table([
    [...head, `graph ${growth}`, `store ${growth}`, `floor ${growth}`, `bytes ${growth}`, 'what'],
    ...rows,
  ]);
}

function milliseconds(time) {
  return time.toPrecision(3).replace(/e.*/, '');
}

/** Columns of numbers to the right, the last column, if it is words, to the left. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column > 7 && column === row.length - 1 ? cell : String(cell).padStart(widths[column])))
        .join('  '),
    )
    .join('\n')
    .concat('\n');
}
