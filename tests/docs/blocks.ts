import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the project, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The line of the page on which it begins, from 1. */
  readonly line: number;
  /** The block that directly follows, with nothing but space between. */
  readonly next: Block | undefined;
}

/** A page by its path within the project. */
export async function pageOf(path: string): Promise<string> {
  return readFile(root + path, 'utf8');
}

/** The fenced blocks of a page, in their order. */
export function blocksOf(page: string): readonly Block[] {
  const fences = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return fences.reduceRight<readonly Block[]>((later, { 0: whole, 1: language, 2: text, index }) => {
    const following = later[0];
    const between = page.slice(index + whole.length).split('```')[0]!;
    const next = following && between.trim() === '' ? following : undefined;
    return [{ language: language!, text: text!, line: page.slice(0, index).split('\n').length, next }, ...later];
  }, []);
}
