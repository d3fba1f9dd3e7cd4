import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rollup } from 'vite';

/** What a reader may have to fetch before the first answer shows: JavaScript and CSS of the shell, gzipped, in bytes. */
const SHELL_LIMIT = 100_000;

/** What the first look at a view may add to that, all it needs included. */
const VIEW_LIMIT = 200_000;

/** A chunk of a view, by its name: the drawing itself, or what tells which views there are. */
const VIEW_CHUNK = /^assets\/(\w+)-view-.*\.js$/;

// A build is for production whatever the surrounding NODE_ENV says: vitest's would bundle a React for tests.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  root: 'src/playground',
  base: './',
  plugins: [react(), weighPage()],
  worker: { format: 'es' },
  // One copy of each: two graphqls refuse each other's schemas, two monacos do not see each other's models.
  resolve: {
    dedupe: ['graphql', 'react', 'react-dom', 'monaco-editor'],
    // Its own minified build is 1.6 kB lighter than what ours makes of it.
    alias: { cytoscape: 'cytoscape/dist/cytoscape.esm.min.mjs' },
  },
  // `npx vite` beside a running Entente. The fonts lie outside the root.
  server: {
    proxy: { '/graphql': process.env['ENTENTE_URL'] ?? 'http://localhost:4000' },
    fs: { allow: [import.meta.dirname] },
  },
  // What the workers import is found too late otherwise, and they start without it.
  optimizeDeps: {
    include: ['graphql', 'monaco-graphql > picomatch-browser', 'monaco-graphql > graphql-language-service'],
  },
  build: {
    outDir: '../../dist/playground',
    emptyOutDir: true,
    target: 'es2022',
    // No data: URLs, so that `font-src 'self'` is enough.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    reportCompressedSize: false,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use no memo", harmless, once for every file of @graphiql/react.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  logLevel: 'warn',
});

/** Prints what the playground weighs, and fails the build when the shell outgrows `SHELL_LIMIT`. */
function weighPage(): Plugin {
  return {
    name: 'weigh-page',
    apply: 'build',
    generateBundle(_options, bundle) {
      const shell = filesWith(bundle, (chunk) => chunk.isEntry);
      const views = Object.keys(bundle).flatMap((fileName) => {
        const name = VIEW_CHUNK.exec(fileName)?.[1];
        return name ? [{ name, files: filesWith(bundle, (chunk) => chunk.fileName === fileName) }] : [];
      });
      const inViews = new Set(views.flatMap((view) => [...view.files]));
      const files = Object.values(bundle);
      const weigh = (name: string, some: typeof files): number => {
        const gzip = some.reduce((sum, file) => sum + gzipSync(contentOf(file)).length, 0);
        const raw = some.reduce((sum, file) => sum + Buffer.byteLength(contentOf(file)), 0);
        console.log(
          `${name.padEnd(24)}${kilobytes(raw)} ${kilobytes(gzip)} gzip ${String(some.length).padStart(4)} files`,
        );
        return gzip;
      };
      const of = (pattern: RegExp) => (file: { fileName: string }) => pattern.test(file.fileName);
      const late = files.filter((file) => !shell.has(file.fileName) && !inViews.has(file.fileName));
      const isWorker = of(/worker.*\.js$/);
      const weight = weigh(
        'shell',
        files.filter((file) => shell.has(file.fileName) && of(/\.(js|css)$/)(file)),
      );
      for (const view of views) {
        const added = files.filter(({ fileName }) => view.files.has(fileName) && !shell.has(fileName));
        const weight = weigh(`view, lazy: ${view.name}`, added);
        if (weight > VIEW_LIMIT)
          this.error(`The view ${view.name} adds ${weight} bytes gzipped, ${VIEW_LIMIT} are allowed.`);
      }
      weigh(
        'editor, lazy: scripts',
        late.filter((file) => of(/\.js$/)(file) && !isWorker(file)),
      );
      weigh('editor, lazy: styles', late.filter(of(/\.css$/)));
      weigh('editor, lazy: workers', files.filter(isWorker));
      weigh('fonts', files.filter(of(/\.(woff2?|ttf)$/)));
      if (weight > SHELL_LIMIT)
        this.error(`The shell weighs ${weight} bytes gzipped, ${SHELL_LIMIT} are allowed. Load what is new lazily.`);
    },
  };
}

/** Some chunks, all that they import statically, and their styles. */
function filesWith(bundle: Rollup.OutputBundle, isOne: (chunk: Rollup.OutputChunk) => boolean): Set<string> {
  const found = new Set<string>();
  const add = (fileName: string) => {
    const file = bundle[fileName];
    if (!file || found.has(fileName)) return;
    found.add(fileName);
    if (file.type !== 'chunk') return;
    file.imports.forEach(add);
    file.viteMetadata?.importedCss.forEach(add);
  };
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && isOne(file)) add(file.fileName);
  return found;
}

const contentOf = (file: Rollup.OutputAsset | Rollup.OutputChunk): string | Uint8Array =>
  file.type === 'chunk' ? file.code : file.source;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(9)} kB`;
