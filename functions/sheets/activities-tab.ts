/** The tab of the latest contacts: for reading. */
import type { LoggedActivity } from '../domain/history/logged-activities';
import { memberWords, type Reader } from '../domain/history/value-words';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { ACTIVITY_KIND_LABELS } from '../domain/status/code-list-texts';
import type { Text } from '../domain/text/text';
import { ACTIVITY_HEADINGS, activitiesSummary, NO_ANSWER } from './activities-tab-texts';
import { dateCell } from './queue-columns';
import { linkedTextCell, type ReportColumn, reportPage, wrappedTextCell } from './report-tab';
import type { TabPage } from './whole-tab';

interface ActivityRow extends LoggedActivity {
  company: string;
}

export interface ActivitiesView {
  rows: readonly ActivityRow[];
  /** Entries of the history in which the contacts were found. */
  entries: number;
  /** Whether the history has older entries. */
  hasMore: boolean;
  stamp: Text;
  reader: Reader;
  link: MakeRowLink;
}

const kindText = ({ activity: { kind }, isTwoWay }: ActivityRow, language: keyof Text): string => {
  const label = ACTIVITY_KIND_LABELS[kind][language];
  return isTwoWay || kind === 'note' ? label : `${label} (${NO_ANSWER[language]})`;
};

const columns = (reader: Reader, link: MakeRowLink): ReportColumn<ActivityRow>[] => [
  { label: ACTIVITY_HEADINGS.date, width: 90, cell: ({ activity }) => dateCell(activity.date) },
  {
    label: ACTIVITY_HEADINGS.company,
    width: 190,
    cell: ({ company, accountId }) => linkedTextCell(company, link(accountTarget(accountId))),
  },
  {
    label: ACTIVITY_HEADINGS.kind,
    width: 130,
    cell: (row) => wrappedTextCell(kindText(row, reader.language)),
  },
  { label: ACTIVITY_HEADINGS.person, width: 170, cell: ({ activity }) => wrappedTextCell(activity.with) },
  // On a phone it fits beside the day.
  { label: ACTIVITY_HEADINGS.note, width: 250, cell: ({ activity }) => wrappedTextCell(activity.note ?? '') },
  {
    label: ACTIVITY_HEADINGS.by,
    width: 110,
    cell: ({ activity }) => wrappedTextCell(memberWords(reader, activity.by)),
  },
];

export const activitiesPage = ({ rows, entries, hasMore, stamp, reader, link }: ActivitiesView): TabPage =>
  reportPage(columns(reader, link), {
    summary: activitiesSummary({ rows: rows.length, entries, hasMore }),
    ...{ stamp, items: rows, language: reader.language },
  });
