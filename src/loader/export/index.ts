import type { ExportFormat } from './format.js';
import { neo4jImport } from './neo4j-import.js';

/** Every format of `entente export`, by the name that the command is given. A new one is a file, and a line here. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  'neo4j-import': neo4jImport,
};
