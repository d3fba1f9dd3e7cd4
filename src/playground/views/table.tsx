import { useContext, useMemo, useState } from 'react';
import { CopyButton } from '../copy.js';
import { LanguageContext, useWords } from '../words.js';
import { isNumeric, sortRows, toCsv, unfold, type Cell, type Table } from './unfold.js';
import type { View, ViewProps } from './view.js';

/** Rows drawn before the reader asks for all. */
const FIRST_ROWS = 300;

/** The answer as rows, nested lists unfolded; sorted by a click on a heading. */
export const table: View = {
  id: 'table',
  title: { vi: 'Bảng', en: 'Table' },
  canShow: ({ answer }) => unfold(answer.data).length > 0,
  needs: { vi: 'ít nhất một trường có giá trị', en: 'at least one field with a value' },
  Component: Tables,
};

function Tables({ answered: { answer } }: ViewProps) {
  const tables = useMemo(() => unfold(answer.data), [answer]);
  return (
    <div className={tables.length > 1 ? 'tables many' : 'tables'}>
      {tables.map((one, index) => (
        <OneTable key={index} table={one} isNamed={tables.length > 1} />
      ))}
    </div>
  );
}

interface Order {
  /** The rows that were ordered: the choice ends with them. */
  readonly rows: Table['rows'];
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

function OneTable({ table: { name, columns, rows }, isNamed }: { table: Table; isNamed: boolean }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const [chosen, choose] = useState<Order>();
  const [whole, setWhole] = useState<Table['rows']>();
  const order = chosen?.rows === rows ? chosen : undefined;
  const sorted = useMemo(() => (order ? sortRows(rows, order.column, order.direction) : rows), [rows, order]);
  const shown = whole === rows ? sorted : sorted.slice(0, FIRST_ROWS);
  const title = name.join(' › ') || table.title[language];
  return (
    <section className="one-table" aria-label={title}>
      <div className="view-bar">
        <p className="muted">
          {isNamed && name.length > 0 && <b>{title}</b>} {words.rows(shown.length, rows.length)}
        </p>
        {shown.length < rows.length && (
          <button type="button" className="quiet" onClick={() => setWhole(rows)}>
            {words.moreRows}
          </button>
        )}
        <CopyButton label={words.copyCsv} text={() => toCsv({ columns, rows: sorted })} />
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map(({ heading, path }, index) => (
                <th key={path.join('.')} scope="col" aria-sort={order?.column === index ? order.direction : 'none'}>
                  <button
                    type="button"
                    title={words.sortBy(path.join('.') || words.rootField)}
                    onClick={() => choose(nextOrder(order, rows, index))}
                  >
                    {heading.length > 1 && <span className="heading-path">{heading.slice(0, -1).join(' › ')}</span>}
                    <span className="heading-name">
                      {heading.at(-1) || words.rootField}
                      <span className="sort-mark" aria-hidden="true">
                        {order?.column === index ? (order.direction === 'ascending' ? '↑' : '↓') : ''}
                      </span>
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} className={classOf(cell)}>
                    {textOf(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A heading sorts upwards, then downwards, then not at all. */
function nextOrder(order: Order | undefined, rows: Table['rows'], column: number): Order | undefined {
  if (order?.column !== column) return { rows, column, direction: 'ascending' };
  return order.direction === 'ascending' ? { rows, column, direction: 'descending' } : undefined;
}

const classOf = (cell: Cell): string | undefined => {
  if (isNumeric(cell)) return 'number';
  const lines = String(cell).split('\n');
  const longest = Math.max(...lines.map((line) => line.length));
  // Lines of neighbouring cells belong together, and so should not wrap.
  if (lines.length > 1 && longest <= 60) return 'lines';
  return longest > 80 ? 'prose' : longest > 30 ? 'long' : undefined;
};

/** An outline has thousands of coordinates; its cell shows the first. The CSV has all. */
const textOf = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return text.length > 600 ? `${text.slice(0, 600)} …` : text;
};
