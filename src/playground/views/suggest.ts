import { Kind, parse, visit, type SelectionSetNode } from 'graphql';
import type { SchemaShape } from '../schema-shape.js';
import type { Offer } from './view.js';

/** Asked for first where several relations would do. */
const PREFERRED = ['parties', 'agreements', 'members', 'meetings', 'place', 'provinces', 'holders', 'about'];

/**
 * Adds to a question what a picture misses, at the first entity that has such fields; `undefined` where none has.
 *
 *     { agreements { nodes { name } } }, 'dates'  →  { agreements { nodes { name concludedOn { text } … } } }
 *
 * The rest of the text stays as it is written, comments too.
 */
export function addMissing(query: string, shape: SchemaShape, missing: keyof Offer): string | undefined {
  for (const { set, type } of selectionSetsOf(query, shape)) {
    const fields = fieldsFor(missing, type, shape);
    if (fields.length > 0 && set.loc) return insertBefore(query, set.loc.end - 1, fields);
  }
  return undefined;
}

/** The fields of an entity type that a picture can draw. */
function fieldsFor(missing: keyof Offer, type: string, shape: SchemaShape): string[] {
  if (!shape.is(type, 'Entity')) return [];
  const fields = [...shape.fieldsOf(type)];
  if (missing === 'dates')
    return fields.flatMap(([name, of]) => {
      if (of === 'PartialDate') return [`${name} { text }`];
      return of === 'Interval' ? [`${name} { from { text } to { text } }`] : [];
    });
  const relations = fields
    .filter(([, of]) => {
      const node = shape.typeOf(shape.typeOf(of, 'edges') ?? '', 'node');
      if (node === undefined || !shape.is(shape.typeOf(of, 'edges')!, 'Fact')) return false;
      if (missing === 'values') return node === 'Figure';
      return missing === 'facts' || node === 'Province' || node === 'Agreement' || node === 'Entity';
    })
    .map(([name]) => name);
  const relation = PREFERRED.find((name) => relations.includes(name)) ?? relations[0];
  return relation === undefined ? [] : [`${relation}(first: 5) { edges { node { name } citations { footnote } } }`];
}

/** The selection sets of a question in the order of its text, each with the type that it selects from. */
function selectionSetsOf(query: string, shape: SchemaShape): { set: SelectionSetNode; type: string }[] {
  const found: { set: SelectionSetNode; type: string }[] = [];
  const types: string[] = [];
  visit(parse(query), {
    enter(node) {
      const around = types.at(-1) ?? '';
      if (node.kind === Kind.OPERATION_DEFINITION) types.push('Query');
      else if (node.kind === Kind.FRAGMENT_DEFINITION) types.push(node.typeCondition.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) types.push(node.typeCondition?.name.value ?? around);
      else if (node.kind === Kind.FIELD) types.push(shape.typeOf(around, node.name.value) ?? '');
      else if (node.kind === Kind.SELECTION_SET) found.push({ set: node, type: around });
    },
    leave(node) {
      if (
        node.kind === Kind.OPERATION_DEFINITION ||
        node.kind === Kind.FRAGMENT_DEFINITION ||
        node.kind === Kind.INLINE_FRAGMENT ||
        node.kind === Kind.FIELD
      )
        types.pop();
    },
  });
  return found;
}

/** Lines before a closing brace, indented as what they follow; within one line where the braces are. */
function insertBefore(query: string, brace: number, lines: readonly string[]): string {
  const start = query.lastIndexOf('\n', brace) + 1;
  const indent = query.slice(start, brace);
  const text =
    indent.trim() === '' ? `${lines.map((line) => `  ${line}\n${indent}`).join('')}` : ` ${lines.join(' ')} `;
  return query.slice(0, brace) + text + query.slice(brace);
}
