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
/** Beside cells, as 会社名 | 株式会社甲; only a name that comes again tells it from a list with one row below its headers. */
const BESIDE_CELLS = /^"?([^：:\t,"]{1,20})"?[\t,](?:"([^"]*)"|([^,\t"]*))[\t,]*$/u;
const FEWEST_NAMES_IN_CELLS = 2;
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

const areLabelled = (lines: readonly Line[], fewestNames: number): boolean => {
  const labels = lines.flatMap(({ label }) => label ?? []);
  const isMost = labels.length >= FEWEST_LABELLED && labels.length >= lines.length * LEAST_LABELLED;
  return isMost && labels.filter(isName).length >= fewestNames;
};

/** The beginning tells, so that a long list of another kind is not searched. */
const HEAD_CHARACTERS = 4_000;

/** Null for any other text. */
export const readLabelBlocks = (text: string): LabelBlocks | null =>
  readBlocks(text, byColon, 1) ?? readBlocks(text, byCells, FEWEST_NAMES_IN_CELLS);

const readBlocks = (text: string, split: Split, fewestNames: number): LabelBlocks | null => {
  if (!areLabelled(linesOf(text.slice(0, HEAD_CHARACTERS), split), fewestNames)) return null;
  const lines = linesOf(text, split);
  return areLabelled(lines, fewestNames) ? blocksOf(lines) : null;
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
