/** What a method of the Sheets API is: its address, its body, and what it does to the workbooks. */
import type { FieldMask } from '../workbook/field-mask';
import type { Workbooks } from '../workbook/workbook';
import type { TrafficKind } from './fault-injection';

export interface MethodCall {
  workbooks: Workbooks;
  /** The decoded parts of the address: the spreadsheet ID, then the range or another ID. */
  path: readonly string[];
  query: URLSearchParams;
  /** Checked against the schema of `ApiMethod.body`. */
  body: object;
  /** The query parameter `fields`. */
  mask: FieldMask;
  /** Of whoever calls, where that is known. */
  email?: string;
}

export interface ApiMethod {
  http: 'GET' | 'POST' | 'PUT';
  address: RegExp;
  traffic: TrafficKind;
  /** The name of the parameters in the client's types, such as `Spreadsheets$Values$Update`. */
  parameters: string;
  /** The schema of the body, and Google's name for the body in refusals. */
  body?: { schema: string; root: string };
  /** The schema of the answer. */
  answer: string;
  run(call: MethodCall): object;
}
