/** Describes a method of the Sheets API: its address, its body, and its effect on the workbooks. */
import type { FieldMask } from '../workbook/field-mask';
import type { Workbooks } from '../workbook/workbook';
import { type BodyMessages, type BodyName, checkedBody } from './check-body';
import type { TrafficKind } from './fault-injection';

export interface MethodCall {
  workbooks: Workbooks;
  /** The decoded parts of the address: the spreadsheet ID, then the range or another ID. */
  path: readonly string[];
  query: URLSearchParams;
  /** The query parameter `fields`. */
  mask: FieldMask;
  /** E-mail address of the caller, where it is known. */
  email?: string;
}

export interface MethodCallWithBody<Name extends BodyName> extends MethodCall {
  /** Checked against the schema of that name. */
  body: BodyMessages[Name];
}

export interface ApiMethod {
  http: 'GET' | 'POST' | 'PUT';
  address: RegExp;
  traffic: TrafficKind;
  /** The name of the parameters in the client's types, such as `Spreadsheets$Values$Update`. */
  parameters: string;
  /** The schema of the answer. */
  answer: string;
  /** Returns the function that carries out the call; throws Google's refusal for an invalid body. */
  accept(body: unknown): (call: MethodCall) => object;
}

/** For a method without a body: Google ignores one that is sent. */
export const withoutBody =
  (run: (call: MethodCall) => object): ApiMethod['accept'] =>
  () =>
    run;

/** `root` is Google's name for the body in refusals. */
export const withBody =
  <Name extends BodyName>(
    schema: Name,
    root: string,
    run: (call: MethodCallWithBody<Name>) => object,
  ): ApiMethod['accept'] =>
  (body) => {
    const message = checkedBody(body, schema, root);
    return (call) => run({ ...call, body: message });
  };

/** Whether a query parameter is true; Google accepts any letter case. */
export const isTrue = (query: URLSearchParams, name: string): boolean =>
  query.get(name)?.toLowerCase() === 'true';
