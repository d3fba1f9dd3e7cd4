import type { KindDeclaration, PropertyDeclaration, RelationDeclaration } from '../model/declare.js';

/** The reference pages of the kinds, by file name: what each has, and how it is written in a seed. */
export function referencePages(kinds: readonly KindDeclaration[]): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage(kinds)],
    ...kinds.map((kind) => [`${kind.plural}.md`, kindPage(kind)] as const),
  ]);
}

function indexPage(kinds: readonly KindDeclaration[]): string {
  return page([
    '# Reference: the kinds',
    'Generated from `src/schema` by `npm run reference`. The types of the API, with every argument, are in [schema.graphql](../../schema.graphql).',
    table(
      ['kind', 'fields', 'what it is'],
      kinds.map((kind) => [
        `[${kind.name}](${kind.plural}.md)`,
        `\`${kind.singular}\`, \`${kind.plural}\``,
        kind.description,
      ]),
    ),
  ]);
}

function kindPage(kind: KindDeclaration): string {
  const { name, plural, singular, description, properties, relations } = kind;
  return page([
    `# ${name}`,
    description,
    `One by id: \`${singular}(id: "${singular}/…")\`. Many: \`${plural}(where: …, orderBy: …, first: …)\`. Seed file: \`${plural}.yaml\`.`,
    'Besides what every entity has (`id`, `kind`, `name`, `names`, `description`, `externalIds`, `citations`, `sources`, `claims`, `conflicts`, `timeline`):',
    ...(properties.length > 0
      ? [
          '## Properties',
          'Each stated value is a claim with citations; the field gives the best one.',
          propertyTable(properties),
        ]
      : []),
    ...(relations.length > 0
      ? [
          '## Relations',
          'Each is a connection whose edges are facts, with `citations`, `validTime`, `isCurrent`, `modality`, `rank` and `origin`.',
          table(
            ['field', 'leads to', 'what it means', 'in a seed'],
            relations.map((relation) => relationRow(relation)),
          ),
        ]
      : []),
    ...relations
      .filter(({ inverse, relationship }) => !inverse && relationship.properties.length > 0)
      .flatMap(edgeSection),
    ...properties.flatMap(({ leaf }) => (leaf.enumeration ? enumerationSection(leaf.enumeration) : [])),
  ]);
}

function propertyTable(properties: readonly PropertyDeclaration[]): string {
  return table(
    ['field', 'type', 'what it means', 'in a seed'],
    properties.map(({ name, leaf, description, required }) => [
      `\`${name}\``,
      `\`${leaf.type}${required ? '!' : ''}\``,
      description,
      leaf.enumeration ? 'one of the values below' : leaf.accepts,
    ]),
  );
}

function relationRow({
  name,
  relationship,
  direction,
  targets,
  description,
  inverse,
}: RelationDeclaration): readonly string[] {
  const arrow = { out: `–[${relationship.type}]→`, in: `←[${relationship.type}]–`, both: `–[${relationship.type}]–` }[
    direction
  ];
  const written = inverse ? 'written at the other end' : `\`${name}: [{ to: …, cite: […] }]\``;
  return [`\`${name}\``, `${arrow} ${targets.map((target) => target.name).join(', ')}`, description, written];
}

function edgeSection({ name, relationship }: RelationDeclaration): readonly string[] {
  return [
    `### Edges of \`${name}\``,
    `${relationship.description} An edge has also:`,
    propertyTable(relationship.properties),
  ];
}

function enumerationSection({
  name,
  description,
  values,
}: {
  name: string;
  description: string;
  values: Readonly<Record<string, string>>;
}) {
  return [
    `### ${name}`,
    description,
    table(
      ['value', 'what it means'],
      Object.entries(values).map(([value, meaning]) => [`\`${value}\``, meaning]),
    ),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function page(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
