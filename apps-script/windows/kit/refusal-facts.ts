/** What a refusal tells beside its sentence, as far as the windows show it. */
import type { AccountChange } from '../../../functions/domain/account/account-change';
import type { FieldKey } from '../../../functions/domain/account/input-field-texts';
import type { SimilarAccount } from '../../../functions/domain/company/duplicates';
import { MATRIX } from '../../../functions/domain/status/matrix';
import type { Status } from '../../../functions/domain/status/statuses';
import type { SheetCommandResult } from '../../script-api';
import { type FormField, fieldFromNeed } from './form-data';

export type WindowRefusal = NonNullable<SheetCommandResult['refusal']>;

export interface ConflictingChange {
  /** The team's calendar date. */
  on: string;
  by: string;
  byName: string | null;
  changes: readonly AccountChange[];
}

/** The accounts that a new company seems to be. */
export const likelyDuplicates = ({
  code,
  facts,
}: Pick<WindowRefusal, 'code' | 'facts'>): readonly SimilarAccount[] =>
  code === 'DUPLICATE_LIKELY' ? ((facts.candidates ?? []) as readonly SimilarAccount[]) : [];

/** The fields that a form grows by, of one account. */
export const missingFields = (result: SheetCommandResult): FormField<FieldKey>[] =>
  (result.refusal?.missing ?? []).map(fieldFromNeed).map((field) => withLegalDecisions(field, result));

/** What a rep may decide alone, from where the account stands. */
const withLegalDecisions = (
  field: FormField<FieldKey>,
  { row, refusal }: SheetCommandResult,
): FormField<FieldKey> =>
  field.key !== 'decision.to' || row === null
    ? field
    : {
        ...field,
        kind: 'radio',
        choices: field.choices.filter(({ value }) =>
          (refusal?.legal ?? []).some((to: Status) => to === value && MATRIX[row.status][to] !== 'M'),
        ),
      };
