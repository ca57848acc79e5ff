/** Reads a list in which each company is a block of lines, `会社名：株式会社甲` above `電話：03-…`, as a table. */
import { cleanCell } from './clean-cell';
import type { LeftOutLine } from './company-list';
import type { WholeRecord } from './csv-records';
import { foldHeader, meaningOfHeader } from './header-fields';
import { leftOutOf } from './left-out-lines';

export interface LabelBlocks {
  /** The labels as headers first, then a row a block, with the line where it begins. */
  records: WholeRecord[];
  leftOut: LeftOutLine[];
}

const LABELLED = /^[\s■●◆◇・>]*([^：:\t,]{1,20}?)\s*[：:]\s*(.*)$/su;
/**
 * Beside cells, as 会社名 | 株式会社甲. Only labels that come again, the name's and another one, tell it from a list of two columns with
 * companies that are called 顧客 or 会社1.
 */
const BESIDE_CELLS = /^"?([^：:\t,"]{1,20})"?[\t,](?:"([^"]*)"|([^,\t"]*))[\t,]*$/u;
const FEWEST_REPEATED = 2;
/** Of the lines that are not empty. */
const LEAST_LABELLED = 0.6;
const FEWEST_LABELLED = 2;

interface Line {
  line: number;
  text: string;
  label: string | null;
  value: string;
}

type Split = (line: string) => readonly [label: string, value: string];
const byColon: Split = (line) => {
  const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
  return [label, value];
};
const byCells: Split = (line) => {
  const [, label = '', quoted, plain = ''] = BESIDE_CELLS.exec(line) ?? [];
  return [label, quoted ?? plain];
};

const linesOf = (text: string, split: Split): Line[] =>
  text.split(/\r\n|\r|\n/).flatMap((written, index) => {
    const plain = cleanCell(written);
    if (/^[\t,\s]*$/.test(plain)) return [];
    const [label, value] = split(plain);
    const isLabel = meaningOfHeader(label) !== null && meaningOfHeader(value) === null;
    return [{ line: index + 1, text: plain, label: isLabel ? label : null, value: cleanCell(value) }];
  });

const isName = (label: string): boolean => meaningOfHeader(label)?.field === 'name';

const areLabelled = (lines: readonly Line[], split: Split): boolean => {
  const labels = lines.flatMap(({ label }) => label ?? []);
  const isMost = labels.length >= FEWEST_LABELLED && labels.length >= lines.length * LEAST_LABELLED;
  if (!isMost || split === byColon) return isMost && labels.some(isName);
  const keys = labels.map(foldHeader);
  const repeated = labels.filter((_, at) => keys.indexOf(keys[at] ?? '') < at);
  return repeated.some(isName) && new Set(repeated.map(foldHeader)).size >= FEWEST_REPEATED;
};

/** The beginning tells, so that a long list of another kind is not searched. */
const HEAD_CHARACTERS = 4_000;

/** Null for any other text. */
export const readLabelBlocks = (text: string): LabelBlocks | null =>
  readBlocks(text, byColon) ?? readBlocks(text, byCells);

const readBlocks = (text: string, split: Split): LabelBlocks | null => {
  if (!areLabelled(linesOf(text.slice(0, HEAD_CHARACTERS), split), split)) return null;
  const lines = linesOf(text, split);
  return areLabelled(lines, split) ? blocksOf(lines) : null;
};

const blocksOf = (lines: readonly Line[]): LabelBlocks => {
  const header = new Map<string, string>();
  const blocks: { line: number; values: Map<string, string> }[] = [];
  const leftOut: LeftOutLine[] = [];
  for (const { line, text, label, value } of lines) {
    const block = blocks[blocks.length - 1];
    if (label === null) {
      leftOut.push(...leftOutOf({ line, cells: [text] }));
      continue;
    }
    const key = foldHeader(label);
    if (!header.has(key)) header.set(key, label);
    if (block === undefined || block.values.has(key)) blocks.push({ line, values: new Map([[key, value]]) });
    else block.values.set(key, value);
  }
  const keys = [...header.keys()];
  return {
    records: [
      { line: blocks[0]?.line ?? 1, cells: [...header.values()] },
      ...blocks.map(({ line, values }) => ({ line, cells: keys.map((key) => values.get(key) ?? '') })),
    ],
    leftOut,
  };
};
