/** What people typed into a row about a part of an account, and what of it stays there when the tab is written anew. */
import type { CalendarDate } from '../calendar/calendar-date';
import { markOf } from '../register/request-marks';
import { wasAcceptedOn } from './edit-state';
import type { PartBasis } from './part-basis';

/** As it stands in the tab: texts by the keys of its columns. */
export interface TypedPartRow {
  basis: PartBasis;
  texts: Readonly<Partial<Record<string, string>>>;
}

export interface KeptPartCells {
  /** What became of what was typed. */
  request: string;
  /** What was typed and not sent, by column; all other cells show what the account has. */
  texts: Readonly<Partial<Record<string, string>>>;
}

export const isPartUnsent = ({ texts }: Pick<TypedPartRow, 'texts'>): boolean =>
  markOf(texts.request ?? '') === 'unsent';

/** `now` is what the row is made from this time. */
export const keptPartCells = (
  typed: TypedPartRow | undefined,
  now: PartBasis,
  { today, columns }: { today: CalendarDate; columns: readonly string[] },
): KeptPartCells => {
  const nothing = { request: '', texts: {} };
  if (typed === undefined) return nothing;
  const { request = '' } = typed.texts;
  switch (markOf(request)) {
    case 'unsent':
      return { request, texts: Object.fromEntries(columns.map((key) => [key, typed.texts[key] ?? ''])) };
    case 'accepted':
      return { request: wasAcceptedOn(request, today) ? request : '', texts: {} };
    case 'refused':
      // What has changed since may have settled it.
      return { request: typed.basis.version === now.version ? request : '', texts: {} };
    default:
      return nothing;
  }
};
