/** The texts of a match of leads, and its rows as CSV. */
import type { KnownLead, LeadsAnswer } from '../../../functions/contract/leads';
import { STATUS } from '../../../functions/domain/status/statuses';
import { csvField } from '../../../functions/domain/text/csv-field';
import { type ListMessageKey, tList } from './list-catalog';
import { formatDate, localize, type Viewer } from './viewer';

type Reader = Pick<Viewer, 'language'>;

export const formatCount = (n: number): string => n.toLocaleString('en');

/** Yen as people type it: full width, with commas, ¥ or 円. Null where nothing is typed; 'wrong' where it is no whole number. */
export const parsePrice = (typed: string): number | 'wrong' | null => {
  const digits = typed.normalize('NFKC').replace(/[,、¥円\s]/g, '');
  if (digits === '') return null;
  return /^\d{1,10}$/.test(digits) && Number(digits) <= 1e9 ? Number(digits) : 'wrong';
};

const joinSentences = (viewer: Reader, sentences: readonly (string | null)[]): string =>
  sentences.filter((one) => one !== null).join(viewer.language === 'ja' ? '' : ' ');

type Counts = Pick<LeadsAnswer, 'total' | 'known' | 'byNameOnly' | 'unsure' | 'new' | 'met' | 'cost'>;

/** The line that is read aloud in a meeting. */
export const leadsHeadline = (viewer: Reader, { total, known, met, cost }: Counts): string => {
  if (known === 0) return tList(viewer, 'leadsAllNew', { total: formatCount(total) });
  return joinSentences(viewer, [
    tList(viewer, 'leadsKnown', {
      total: formatCount(total),
      known: formatCount(known),
      met: formatCount(met),
    }),
    cost.price === 0
      ? null
      : tList(viewer, 'leadsCost', { price: formatCount(cost.price), cost: formatCount(cost.known) }),
  ]);
};

/** What makes the headline less certain, and which rows are left over. */
export const leadsDetails = (viewer: Reader, answer: Counts): string[] => {
  const { byNameOnly, unsure, cost } = answer;
  return [
    byNameOnly === 0
      ? null
      : joinSentences(viewer, [
          tList(viewer, 'leadsNameOnly', { n: formatCount(byNameOnly) }),
          cost.price === 0 ? null : tList(viewer, 'leadsCertain', { cost: formatCount(cost.certain) }),
        ]),
    unsure === 0 ? null : tList(viewer, 'leadsUnsure', { n: formatCount(unsure) }),
    answer.new === 0 ? null : tList(viewer, 'leadsNew', { n: formatCount(answer.new) }),
  ].filter((one) => one !== null);
};

const MATCH_KEYS = {
  corporateNumber: 'byNumber',
  listId: 'byListId',
  nameAndFacts: 'byNameAndFacts',
  name: 'byNameOnly',
} as const satisfies Record<KnownLead['by'], ListMessageKey>;

/** The row is this company, and not only one with the same name. */
export const isCertainMatch = ({ by, fitting }: Pick<KnownLead, 'by' | 'fitting'>): boolean =>
  fitting === 1 && by !== 'name';

export const matchText = (viewer: Reader, { by, fitting }: Pick<KnownLead, 'by' | 'fitting'>): string =>
  fitting > 1 ? tList(viewer, 'bySeveral', { n: fitting }) : tList(viewer, MATCH_KEYS[by]);

export const meetingText = (viewer: Reader, { met, lastMeeting }: Pick<KnownLead, 'met' | 'lastMeeting'>) => {
  if (lastMeeting === null) return tList(viewer, met ? 'metSometime' : 'notMet');
  const date = formatDate(viewer, lastMeeting.on);
  return lastMeeting.by === null ? date : tList(viewer, 'metOnBy', { date, name: lastMeeting.by });
};

export const leadsCsv = (viewer: Reader, rows: readonly KnownLead[]): string => {
  const header = (
    [
      'lineHead',
      'leadHead',
      'byHead',
      'accountId',
      'accountHead',
      'statusHead',
      'metHead',
      'owner',
      'lastContact',
      'waitsHead',
      'nextCheckHead',
      'products',
    ] as const
  ).map((key) => tList(viewer, key));
  const lines = rows.map((row) => [
    String(row.line),
    row.name,
    matchText(viewer, row),
    row.accountId,
    row.accountName,
    localize(viewer, STATUS[row.status].label),
    meetingText(viewer, row),
    row.owner ?? '',
    row.lastContact ?? '',
    row.awaitedCondition ?? '',
    row.nextCheck ?? '',
    row.products.join(' / '),
  ]);
  return [header, ...lines].map((line) => `${line.map((cell) => csvField(cell)).join(',')}\r\n`).join('');
};
