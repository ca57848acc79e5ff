/**
 * Writes to a spreadsheet, without what only concerns its looks where Google refuses that: a table or a filter of somebody else's must
 * not keep rows from being written.
 * Not verified against Google: that a refusal names the request by its place, `requests[3].setBasicFilter`, for every kind.
 */
import type { SheetsRequest } from './cells';
import type { SheetsClient } from './client';
import { SheetsError, wrapErrors } from './retry';

export interface LeftOutRequest {
  /** As the API names it. */
  kind: string;
  /** Google's words. */
  reason: string;
}

/** Of these, and of formats and frozen rows, no cell has another value. */
const LOOKS: ReadonlySet<string> = new Set([
  'addConditionalFormatRule',
  'addFilterView',
  'addProtectedRange',
  'clearBasicFilter',
  'deleteConditionalFormatRule',
  'deleteFilterView',
  'deleteProtectedRange',
  'setBasicFilter',
  'setDataValidation',
  'unmergeCells',
  'updateDimensionProperties',
  'updateFilterView',
]);

const kindOf = (request: SheetsRequest): string => Object.keys(request)[0] ?? '';

const concernsLooks = (request: SheetsRequest): boolean => {
  const { repeatCell, updateSheetProperties } = request;
  if (repeatCell) return !/userEnteredValue|note|\*/.test(repeatCell.fields ?? '*');
  if (updateSheetProperties)
    return updateSheetProperties.fields === 'gridProperties(frozenRowCount,frozenColumnCount)';
  return LOOKS.has(kindOf(request));
};

/** Of so many refused requests each is asked about by a call of its own; then everything that concerns looks is left out. */
const MAX_REFUSALS = 5;
const MAX_REASON = 300;

/** Answers what was left out. Throws SheetsError where Google refuses anything else, and nothing is written then. */
export const writeRequests = async (
  sheets: SheetsClient,
  spreadsheetId: string,
  requests: readonly SheetsRequest[],
): Promise<LeftOutRequest[]> => {
  const leftOut: LeftOutRequest[] = [];
  for (let rest = requests; ; ) {
    try {
      if (rest.length > 0)
        await wrapErrors(spreadsheetId, () =>
          sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [...rest] } }),
        );
      return leftOut;
    } catch (error) {
      const refused = error instanceof SheetsError ? refusedRequest(error, rest) : undefined;
      if (refused === undefined || !(error instanceof SheetsError)) throw error;
      const reason = error.message.replace(/^Invalid requests\[\d+\]\.\w+: /, '').slice(0, MAX_REASON);
      const areAllOut = leftOut.length >= MAX_REFUSALS;
      const out = rest.filter((request) => request === refused || (areAllOut && concernsLooks(request)));
      leftOut.push(...out.map((request) => ({ kind: kindOf(request), reason })));
      rest = rest.filter((request) => !out.includes(request));
    }
  }
};

/** The one that Google's words name, where it only concerns looks. Who may not write at all has to be told so. */
const refusedRequest = (
  error: SheetsError,
  requests: readonly SheetsRequest[],
): SheetsRequest | undefined => {
  const [, place] = /requests\[(\d+)\]/.exec(error.message) ?? [];
  if (error.status !== 400 || error.isAccessDenied || place === undefined) return undefined;
  const request = requests[Number(place)];
  return request !== undefined && concernsLooks(request) ? request : undefined;
};
