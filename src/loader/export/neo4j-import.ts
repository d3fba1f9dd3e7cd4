import { join, resolve } from 'node:path';
import { writeImportFiles } from '../../store/neo4j/import-files.js';
import type { ExportFormat } from './format.js';

/** CSV for Neo4j's own bulk importer. */
export const neo4jImport: ExportFormat = {
  description: 'CSV for neo4j-admin database import, for graphs that outgrow loading over Bolt',
  async write(release, directory, progress) {
    await writeImportFiles(release, directory, progress);
    return [
      'With Neo4j stopped, fill its database:',
      `  neo4j-admin database import full neo4j --overwrite-destination=true @${join(resolve(directory), 'import.args')}`,
      'Start Neo4j, and make the indexes:',
      `  cypher-shell -f ${join(resolve(directory), 'schema.cypher')}`,
    ];
  },
};
