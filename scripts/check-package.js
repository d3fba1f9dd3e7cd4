// Checks what a package would hold: that it is whole, that its entry points resolve, and that nothing of a machine got in.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const faults = [];

const [{ files }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const packed = new Set(files.map(({ path }) => path));
for (const path of [
  'dist/index.js',
  'dist/index.d.ts',
  'dist/server/main.js',
  'dist/loader/cli.js',
  'dist/playground/index.html',
  'graph-seed/agreements.yaml',
  'schema.graphql',
  'README.md',
  'LICENSE',
  'NOTICE',
  'CHANGELOG.md',
]) {
  if (!packed.has(path)) faults.push(`The package lacks ${path}.`);
}
for (const path of packed) if (/^(src|tests|scripts)\//.test(path)) faults.push(`The package holds ${path}.`);

const { messages, pkg } = await publint({ pkgDir: '.', strict: true, pack: false });
for (const message of messages) if (message.type !== 'suggestion') faults.push(formatMessage(message, pkg));

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, { resolved }] of Object.entries(lock.packages))
  if (resolved) faults.push(`package-lock.json names a host for ${path}.`);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
