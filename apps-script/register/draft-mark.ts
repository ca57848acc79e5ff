/** The mark of a draft: what its row keeps instead of a version, so that it is one company wherever it stands. */
import { ROW_VERSION } from '../../functions/domain/register/column-keys';
import { cellText, type SheetRow } from '../../functions/domain/register/sheet-row';

const DRAFT_MARK = /^draft-[\w-]+$/;

export const newDraftMark = (): string => `draft-${Utilities.getUuid()}`;

/** Null where it has none. */
export const draftMarkOf = (row: SheetRow): string | null => {
  const mark = cellText(row, ROW_VERSION);
  return DRAFT_MARK.test(mark) ? mark : null;
};
