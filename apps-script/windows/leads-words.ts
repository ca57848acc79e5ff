/** What a match of leads says: sentences and the rows as CSV, without the page. */
import type { KnownLead, LeadsAnswer } from '../../functions/contract';
import { STATUS } from '../../functions/domain/statuses';
import { type Here, of, shownDate } from './here';
import { type ListWordKey, say } from './list-words';

type Reader = Pick<Here, 'language'>;

export const shownNumber = (n: number): string => n.toLocaleString('en');

/** As people type money: full width, with commas, ¥ or 円. Null where it is no whole number of yen. */
export const priceOf = (typed: string): number | null => {
  const digits = typed.normalize('NFKC').replace(/[,、¥円\s]/g, '');
  if (digits === '') return 0;
  return /^\d{1,10}$/.test(digits) && Number(digits) <= 1e9 ? Number(digits) : null;
};

const sentencesOf = (here: Reader, sentences: readonly (string | null)[]): string =>
  sentences.filter((one) => one !== null).join(here.language === 'ja' ? '' : ' ');

type Counts = Pick<LeadsAnswer, 'total' | 'known' | 'byNameOnly' | 'unsure' | 'new' | 'met' | 'cost'>;

/** The one that is read aloud in a meeting. */
export const headline = (here: Reader, { total, known, met, cost }: Counts): string => {
  if (known === 0) return say(here, 'leadsAllNew', { total: shownNumber(total) });
  return sentencesOf(here, [
    say(here, 'leadsKnown', {
      total: shownNumber(total),
      known: shownNumber(known),
      met: shownNumber(met),
    }),
    cost.price === 0
      ? null
      : say(here, 'leadsCost', { price: shownNumber(cost.price), cost: shownNumber(cost.known) }),
  ]);
};

/** What makes the headline less certain, and what is left. */
export const moreSentences = (here: Reader, answer: Counts): string[] => {
  const { byNameOnly, unsure, cost } = answer;
  return [
    byNameOnly === 0
      ? null
      : sentencesOf(here, [
          say(here, 'leadsNameOnly', { n: shownNumber(byNameOnly) }),
          cost.price === 0 ? null : say(here, 'leadsCertain', { cost: shownNumber(cost.certain) }),
        ]),
    unsure === 0 ? null : say(here, 'leadsUnsure', { n: shownNumber(unsure) }),
    answer.new === 0 ? null : say(here, 'leadsNew', { n: shownNumber(answer.new) }),
  ].filter((one) => one !== null);
};

const BY = {
  corporateNumber: 'byNumber',
  listId: 'byListId',
  nameAndAddress: 'byNameAndAddress',
  name: 'byNameOnly',
} as const satisfies Record<KnownLead['by'], ListWordKey>;

/** That it is this company, and not only one of its name. */
export const isCertain = ({ by, fitting }: Pick<KnownLead, 'by' | 'fitting'>): boolean =>
  fitting === 1 && by !== 'name';

export const howKnown = (here: Reader, { by, fitting }: Pick<KnownLead, 'by' | 'fitting'>): string =>
  fitting > 1 ? say(here, 'bySeveral', { n: fitting }) : say(here, BY[by]);

export const metWords = (here: Reader, { met, lastMeeting }: Pick<KnownLead, 'met' | 'lastMeeting'>) => {
  if (lastMeeting === null) return say(here, met ? 'metSometime' : 'notMet');
  const date = shownDate(here, lastMeeting.on);
  return lastMeeting.by === null ? date : say(here, 'metOnBy', { date, name: lastMeeting.by });
};

/** A spreadsheet must not take it for a formula. */
const cell = (value: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export const leadsCsv = (here: Reader, rows: readonly KnownLead[]): string => {
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
  ).map((key) => say(here, key));
  const lines = rows.map((row) => [
    String(row.line),
    row.name,
    howKnown(here, row),
    row.accountId,
    row.accountName,
    of(here, STATUS[row.status].label),
    metWords(here, row),
    row.owner ?? '',
    row.lastContact ?? '',
    row.awaitedCondition ?? '',
    row.nextCheck ?? '',
    row.products.join(' / '),
  ]);
  return [header, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
};
