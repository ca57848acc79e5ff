/** The bench command as a person runs it: what it writes, not how fast it is. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { usingProgram } from '../processes';

const program = usingProgram('test/bench/bench.ts');
const bench = (...args: string[]) => spawnSync(process.execPath, [program(), ...args], { encoding: 'utf8' });

const aNumber = expect.any(Number);
const machine = {
  cpu: expect.any(String),
  cores: aNumber,
  node: process.version,
  firestore: 'embedded',
};

describe('--quick --json writes one JSON object', () => {
  test('transition', () => {
    const { stdout, stderr, status } = bench('transition', '--quick', '--json');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const values = { throughput_1: aNumber, throughput_16: aNumber, p95_1: aNumber, p95_16: aNumber };
    expect(JSON.parse(stdout)).toEqual({
      bench: 'transition',
      machine,
      ours: values,
      floor: values,
      ratios: values,
      counts: {},
    });
  });

  test('dashboard: reads what has changed, and hardly more; what it keeps is what the whole history tells', () => {
    const { stdout, stderr, status } = bench('dashboard', '--quick', '--json');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { counts, ratios } = JSON.parse(stdout);
    expect(counts).toMatchObject({
      reads_over_changed_1k: aNumber,
      reads_over_changed_10k: aNumber,
      recount_differing: 0,
    });
    expect(counts.reads_over_changed_100k).toBeLessThanOrEqual(50);
    expect(ratios).toEqual({ figures_10k: aNumber });
  });

  test('match: finds what people write, and calls no other company the same', () => {
    const { stdout, stderr, status } = bench('match', '--quick', '--json');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { ratios, counts } = JSON.parse(stdout);
    expect(ratios.recall_1).toBeGreaterThanOrEqual(0.97);
    expect(ratios.recall_5).toBeGreaterThanOrEqual(0.99);
    expect(ratios.spelled_5).toBeGreaterThanOrEqual(0.995);
    expect(ratios.false_same).toBe(0);
    expect(counts).toMatchObject({ pairs_no_form: aNumber, pairs_swapped: aNumber, pairs_absent: aNumber });
  });

  test('match with other pairs, one of them misread by a scanner', () => {
    const file = join(dirname(program()), 'pairs.csv');
    writeFileSync(
      file,
      'query,name,corporateNumber\n"カネコ種苗(株)",カネコ種苗株式会社,5070001000715\nカ不コ種苗林式会社,カネコ種苗株式会社,5070001000715\n東西南北商会,東西南北商会,\n',
    );
    const { stdout, stderr, status } = bench('match', '--noisy', '--json', '--pairs', file);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(JSON.parse(stdout)).toMatchObject({
      ratios: { recall_1: 1, recall_5: 1, false_same: 0 },
      floor: { recall_1: 1 },
      counts: { pairs_labelled: 2, pairs_absent: 1, false_likely: 0 },
    });
  });

  test('lookup: reads few documents', () => {
    const { stdout, stderr, status } = bench('lookup', '--quick', '--json');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { ratios, counts } = JSON.parse(stdout);
    expect(ratios).toEqual({ p95: aNumber });
    expect(counts.max_reads).toBeGreaterThanOrEqual(2);
    expect(counts.max_reads).toBeLessThanOrEqual(50);
  });

  test('queue: reads what is due, and hardly more', () => {
    const { stdout, stderr, status } = bench('queue', '--quick', '--json');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const report = JSON.parse(stdout);
    const values = {
      reads_over_due_1k: aNumber,
      reads_over_due_10k: aNumber,
      reads_over_due_100k: aNumber,
      reads_over_due_100k_2000_rows: aNumber,
    };
    expect(report).toEqual({
      bench: 'queue',
      machine,
      ours: values,
      floor: {
        ...{ reads_over_due_1k: 120, reads_over_due_10k: 120, reads_over_due_100k: 120 },
        reads_over_due_100k_2000_rows: 150,
      },
      ratios: {},
      counts: values,
    });
    for (const over of Object.values(report.counts)) {
      // The team, the kept notes and the count of the rest; a job that reads nothing would be no job.
      expect(over).toBeGreaterThanOrEqual(3);
      expect(over).toBeLessThanOrEqual(50);
    }
  });
});

test('growth: the whole suite on a folder, from the first list to a start with all of it', () => {
  const { stdout, stderr, status } = bench('growth', '--quick', '--json');
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const { ratios, counts } = JSON.parse(stdout);
  expect(ratios).toEqual({ duplicates_50k_over_10k: aNumber });
  for (const name of ['rss_mb_50k', 'duplicates_s_50k', 'pages_s_50k', 'journal_mb_50k'])
    expect(counts[name]).toBeGreaterThan(0);
});

test.each([
  ['import', ['throughput']],
  ['block', ['speedup']],
  ['start', ['start', 'rss']],
  ['sheet', ['edit_10k_over_1k', 'send_10k_over_1k']],
])('%s', (name, ratios) => {
  const { stdout, stderr, status } = bench(name, '--quick', '--json');
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(JSON.parse(stdout).ratios).toEqual(Object.fromEntries(ratios.map((ratio) => [ratio, aNumber])));
});

test.each([
  ['no name', [], /npm run bench -- NAME/],
  ['an unknown name', ['speed'], /npm run bench -- NAME/],
  ['a name that every object has', ['constructor'], /npm run bench -- NAME/],
  ['an unknown option', ['queue', '--fast'], /--fast/],
  ['an unknown Firestore', ['queue', '--firestore', 'other'], /embedded or official, not "other"/],
])('%s is refused in words', (_case, args, words) => {
  const { stdout, stderr, status } = bench(...args);
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/ at .*:\d+/);
});
