/** Answers as CSV files, for callers who ask for them. */
import { CURSOR_HEADER, PROBLEMS_HEADER } from '../contract/csv-headers';
import { csvFile } from '../domain/text/csv-file';
import type { HttpAnswer } from './problem';

export interface CsvPage {
  /** Without extension. */
  fileName: string;
  /** The headings first. */
  records: readonly (readonly (string | number)[])[];
  cursor: string | null;
  /** Documents of the page that cannot be read. */
  problems: number;
}

export const csvAnswer = ({ fileName, records, cursor, problems }: CsvPage): HttpAnswer => ({
  status: 200,
  headers: {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}.csv"`,
    Vary: 'Accept',
    [PROBLEMS_HEADER]: String(problems),
    ...(cursor === null ? {} : { [CURSOR_HEADER]: cursor }),
  },
  body: null,
  text: csvFile(records),
});

/** By the parameter `format`, and where there is none by what the caller accepts; JSON where it likes both as much. */
export const wantsCsv = (query: unknown, accept: string | undefined): boolean => {
  if (typeof query === 'object' && query !== null && 'format' in query && query.format !== undefined)
    return query.format === 'csv';
  const [csv, json] = ['text/csv', 'application/json'].map((type) => qualityOf(type, accept ?? '*/*'));
  return (csv ?? 0) > (json ?? 0);
};

/** The quality that `accept` gives the type, by the most specific range as in RFC 9110; 0 where no range has it. */
const qualityOf = (type: string, accept: string): number => {
  const ranges = accept.split(',').map((range) => {
    const [name = '', ...parameters] = range
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { name, quality: Number(weight) || 0 };
  });
  for (const name of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const range = ranges.find((one) => one.name === name);
    if (range !== undefined) return range.quality;
  }
  return 0;
};
