/**
 * What the recorded calls of the Drive API tell of the spreadsheets: Drive makes, copies and deletes them, and the Sheets API
 * then works on them. The calls themselves are not replayed, for Drive is not emulated.
 */
import { z } from 'zod';
import type { Workbooks } from '../../emulator/workbook/workbook';
import type { RecordedCall } from './recordings';

const fileSchema = z.object({ id: z.string(), name: z.string() });
const spreadsheetSchema = z.object({
  spreadsheetId: z.string(),
  properties: z.object({ locale: z.string(), timeZone: z.string() }),
});

const parsed = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Locale and time zone of each spreadsheet, which are those of whoever made it, as the first answer about it tells them. */
export const readOrigins = (
  calls: readonly RecordedCall[],
): Map<string, { locale: string; timeZone: string }> => {
  const origins = new Map<string, { locale: string; timeZone: string }>();
  for (const { answer } of calls) {
    const spreadsheet = parsed(spreadsheetSchema, answer);
    if (spreadsheet && !origins.has(spreadsheet.spreadsheetId)) {
      const { locale, timeZone } = spreadsheet.properties;
      origins.set(spreadsheet.spreadsheetId, { locale, timeZone });
    }
  }
  return origins;
};

const FILES = /^\/drive\/v[23]\/files$/;
const COPY = /^\/drive\/v[23]\/files\/([^/]+)\/copy$/;
const ONE_FILE = /^\/(?:upload\/)?drive\/v[23]\/files\/([^/]+)$/;

/**
 * Does to the workbooks what Drive did, under the recorded IDs. A spreadsheet is `lost` once its content is no longer told by the
 * calls: when it is deleted, or replaced by a file that was uploaded.
 */
export class DriveFiles {
  readonly lost = new Set<string>();

  constructor(
    private readonly workbooks: Workbooks,
    private readonly origins: ReadonlyMap<string, { locale: string; timeZone: string }>,
  ) {}

  apply({ method, url, status, answer }: RecordedCall): void {
    if (status >= 300) return;
    const path = url.pathname;
    if (method === 'POST' && FILES.test(path)) this.create(answer);
    else if (method === 'POST' && COPY.test(path)) this.copy(COPY.exec(path)?.[1] ?? '', answer);
    else if (method !== 'GET' && ONE_FILE.test(path)) this.lost.add(ONE_FILE.exec(path)?.[1] ?? '');
  }

  private create(answer: string): string | undefined {
    const file = parsed(fileSchema, answer);
    if (!file || this.workbooks.has(file.id)) return undefined;
    this.workbooks.create(file.id, { title: file.name, ...this.origins.get(file.id) });
    return file.id;
  }

  private copy(source: string, answer: string): void {
    if (!this.workbooks.has(source) || this.lost.has(source)) return;
    const id = this.create(answer);
    if (id === undefined) return;
    const { tabs, namedRanges, developerMetadata } = this.workbooks.get(source);
    this.workbooks.change(id, 'api', ({ book }) => {
      Object.assign(book, { tabs: [...tabs], namedRanges, developerMetadata });
    });
  }
}
