import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange, see, serve } from './serve.js';

describe('the server', () => {
  it('says that it lives, and what release it is ready with', async () => {
    const { url } = await serve();
    expect((await see(`${url}/health/live`)).status).toBe(200);
    const ready = await see(`${url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(ready.body).toMatchObject({ status: 'ready', release: { id: 'release-1', entities: 1210 } });
  });

  it('lists its limits with the values in force, and no secret', async () => {
    const { url } = await serve({ ENTENTE_DEPTH: '7', NEO4J_PASSWORD: 'hush' });
    const text = await (await fetch(`${url}/limits`)).text();
    const { limits } = JSON.parse(text) as { limits: { name: string }[] };
    expect(limits.find(({ name }) => name === 'depth')).toEqual({
      name: 'depth',
      variable: 'ENTENTE_DEPTH',
      value: 7,
      default: 10,
      unit: 'fields',
      meaning: 'Deepest field. Fragments and introspection are free.',
    });
    expect(text).not.toContain('hush');
  });

  it('prints its schema, sorted', async () => {
    const sdl = await (await fetch(`${(await serve()).url}/schema.graphql`)).text();
    expect(sdl).toBe(`${printSchema(lexicographicSortSchema(buildSchema(sdl)))}\n`);
  });

  it('serves a plain page at / while the playground is not built', async () => {
    const response = await fetch(`${(await serve()).url}/`);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(await response.text()).toContain('/schema.graphql');
  });
});

describe('the playground', () => {
  let parent: string;
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'entente-pages-'));
    mkdirSync(join(parent, 'playground/assets'), { recursive: true });
    writeFileSync(join(parent, 'secret.txt'), 'secret');
    writeFileSync(join(parent, 'playground/index.html'), '<!doctype html><title>Playground</title>');
    writeFileSync(join(parent, 'playground/assets/index-DiwrgTda.js'), `console.log("${'x'.repeat(2000)}")`);
    writeFileSync(join(parent, 'playground/favicon.svg'), '<svg/>');
  });
  afterAll(() => rmSync(parent, { recursive: true }));
  const open = () => serve({ ENTENTE_PLAYGROUND: join(parent, 'playground') });

  it('is served at / under a strict policy, and asked for anew each time', async () => {
    const response = await fetch(`${(await open()).url}/`);
    expect(await response.text()).toContain('Playground');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps hashed assets for ever, and others not', async () => {
    const { url } = await open();
    const asset = await fetch(`${url}/assets/index-DiwrgTda.js`);
    expect(asset.headers.get('content-type')).toMatch(/javascript/);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect(await asset.text()).toContain('console.log');
    expect((await fetch(`${url}/favicon.svg`)).headers.get('cache-control')).toBe('no-cache');
    const missing = await fetch(`${url}/assets/gone-DiwrgTda.js`);
    expect(missing.status).toBe(404);
    expect(missing.headers.has('cache-control') && missing.headers.get('cache-control')).toBe('no-store');
  });

  it('compresses long answers for clients that accept it, and says so to caches', async () => {
    const { url } = await open();
    const ask = (query: string, encoding: string) =>
      fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'accept-encoding': encoding } });
    const long = '{ __schema { types { name description } } }';
    const packed = await ask(long, 'gzip');
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toBe('Accept, Accept-Encoding');
    const plain = await ask(long, 'identity');
    expect(plain.headers.has('content-encoding')).toBe(false);
    expect(await packed.json()).toEqual(await plain.json());
    expect((await ask('{ __typename }', 'gzip')).headers.has('content-encoding')).toBe(false);
  });

  it('lets no path out of its folder', async () => {
    const server = await open();
    const paths = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/..\\secret.txt',
      '/%2e%2e%5csecret.txt',
      '//secret.txt',
      '/..%252fsecret.txt',
      `/${join(parent, 'secret.txt')}`,
    ];
    for (const path of paths) {
      const answer = await exchange(server, `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
      expect(answer, path).toMatch(/^HTTP\/1\.1 40[04] /);
      expect(answer, path).not.toContain('\r\n\r\nsecret');
    }
  });
});
