/** The facts of a refusal beside its sentence, as far as the windows show them. */

import type { CommandResult } from '../../../functions/contract/commands';
import type { FieldKey } from '../../../functions/domain/account/input-field-texts';
import type { RefusalCode } from '../../../functions/domain/account/refusals';
import type { CommandRefusal } from '../../../functions/domain/commands/command-refusal';
import type { SimilarAccount } from '../../../functions/domain/company/duplicates';
import { MATRIX } from '../../../functions/domain/status/matrix';
import type { Status } from '../../../functions/domain/status/statuses';
import type { Text } from '../../../functions/domain/text/text';
import { type FormField, fieldFromNeed } from './form-data';

interface Reason {
  code: RefusalCode | 'REQUEST_INVALID';
  message: Text;
}

/** The request does not fit the contract; all problems are given as reasons. */
interface InvalidRequest extends Pick<CommandRefusal, 'missing' | 'legal'> {
  code: 'REQUEST_INVALID';
  message: Text;
  reasons: readonly Reason[];
}

/** A refusal as the windows show it. */
export type WindowRefusal = CommandRefusal | InvalidRequest;

/** Null for an accepted request. */
export const refusalOf = (result: CommandResult): WindowRefusal | null => {
  if (!('refusal' in result)) return null;
  const { refusal } = result;
  if ('reasons' in refusal) return refusal;
  const { code, message, issues } = refusal;
  const reasons = issues.map((issue) => ({ code, message: issue.message }));
  return { code, message, reasons, missing: [], legal: [] };
};

/** For a registration the other accounts with the same name. */
export const sameNameOf = (result: CommandResult) =>
  'sameName' in result ? (result.sameName ?? null) : null;

/** The preview of a merge, where only that was requested. */
export const previewOf = (result: CommandResult) => ('preview' in result ? (result.preview ?? null) : null);

/** The accounts that may be the same company as a new one. */
export const likelyDuplicates = (refusal: WindowRefusal): readonly SimilarAccount[] =>
  refusal.code === 'DUPLICATE_LIKELY' ? refusal.facts.candidates : [];

/** The fields that a refusal adds to the form of one account. */
export const missingFields = (result: CommandResult): FormField<FieldKey>[] =>
  (refusalOf(result)?.missing ?? []).map(fieldFromNeed).map((field) => withLegalDecisions(field, result));

/** Only the next statuses that a rep may decide alone. */
const withLegalDecisions = (field: FormField<FieldKey>, result: CommandResult): FormField<FieldKey> => {
  const { row } = result;
  const legal: readonly Status[] = refusalOf(result)?.legal ?? [];
  return field.key !== 'decision.to' || row === null
    ? field
    : {
        ...field,
        kind: 'radio',
        choices: field.choices.filter(({ value }) =>
          legal.some((to) => to === value && MATRIX[row.status][to] !== 'M'),
        ),
      };
};
