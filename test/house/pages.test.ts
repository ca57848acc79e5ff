import { readFileSync } from 'node:fs';
import { deadLinks, deadNames, deadPaths, deadScripts, type Project, pages, readProject } from './pages';

const project = readProject();

describe.each(pages())('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  test('every link and image leads somewhere', () => {
    expect(deadLinks(page, text)).toEqual([]);
  });

  test('every file and folder that it names exists', () => {
    expect(deadPaths(text, project)).toEqual([]);
  });

  test('every name of the code that it names exists', () => {
    expect(deadNames(text, project)).toEqual([]);
  });

  test('every npm script that it names exists', () => {
    expect(deadScripts(text, project)).toEqual([]);
  });
});

describe('on a page of which everything is known', () => {
  const small: Project = {
    paths: ['docs', 'docs/page.md', 'functions', 'functions/domain', 'functions/domain/edit-distance.ts'],
    words: new Set(['evolve', 'newDistance', 'Account', 'HACHI_PORT']),
    scripts: ['start'],
    packages: ['zod'],
    made: ['build'],
  };

  test('files and folders are found by their whole path or by its end', () => {
    const text =
      '`functions/domain`, `domain/edit-distance`, `edit-distance.ts`, `build/it.js`, `zod`, `1/2 as text`';
    expect(deadPaths(text, small)).toEqual([]);
    expect(deadPaths('`functions/rules/`, `domain/one-slip`, `one-slip.ts`', small)).toEqual([
      'functions/rules/',
      'domain/one-slip',
      'one-slip.ts',
    ]);
    expect(deadPaths('```sh\ncat functions/domain/gone.ts\n```\n', small)).toEqual([
      'functions/domain/gone.ts',
    ]);
  });

  test('names are found alone, called, and within a longer piece of code', () => {
    const text =
      '`evolve(account)`, `Account`, `{newDistance: 1}`, `edit-distance`, `HACHI_PORT=1 node`, `42`';
    expect(deadNames(text, small)).toEqual([]);
    expect(
      deadNames('`fold(account)`, `Told`, `{oneSlip: 1}`, `one-slip`, `HACHI_HOST=1 node`', small),
    ).toEqual(['fold', 'Told', 'oneSlip', 'one-slip', 'HACHI_HOST']);
  });

  test('scripts are found in code and in blocks', () => {
    expect(deadScripts('`npm start`, `npm run build`\n```sh\nnpm ci && npm test\n```\n', small)).toEqual([
      'build',
      'test',
    ]);
  });

  test('links are found by file and by heading', () => {
    const text = '# The *first* one\n[a](#the-first-one) [b](#second) [c](https://x.example/) ![d](gone.png)';
    expect(deadLinks('docs/page.md', text)).toEqual(['#second', 'gone.png']);
    expect(
      deadLinks('docs/page.md', '[a](architecture.md) [b](../README.md#hachi) [c](../README.md#h)'),
    ).toEqual(['../README.md#h']);
  });
});
