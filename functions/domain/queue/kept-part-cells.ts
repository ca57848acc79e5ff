/** Decides which texts typed into a row of an opportunity or a contact stay when the tab is written anew. */
import type { CalendarDate } from '../calendar/calendar-date';
import { markOf } from '../register/request-marks';
import { wasAcceptedOn, wasRefusedBefore } from './edit-state';
import type { PartBasis } from './part-basis';

/** A row as it stands in the tab: its texts by column key. */
export interface TypedPartRow {
  basis: PartBasis;
  texts: Readonly<Partial<Record<string, string>>>;
}

export interface KeptPartCells {
  /** The text of the request column: what became of what was typed. */
  request: string;
  /** Texts that were typed and not sent, by column; every other cell shows the account's data. */
  texts: Readonly<Partial<Record<string, string>>>;
}

export const isPartUnsent = ({ texts }: Pick<TypedPartRow, 'texts'>): boolean =>
  markOf(texts.request ?? '') === 'unsent';

/** `now` is the basis from which the row is written this time. */
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
      // A later change of the account may have settled what was refused.
      return {
        request: typed.basis.version === now.version && !wasRefusedBefore(request, today) ? request : '',
        texts: {},
      };
    default:
      return nothing;
  }
};
