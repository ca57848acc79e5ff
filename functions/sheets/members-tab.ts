/** The tab of the members: role, state, address, and how much each has to do. */
import { leaveText } from '../domain/account/member-texts';
import { LANGUAGES } from '../domain/account/setting-texts';
import { ROLES } from '../domain/account/team';
import type { MemberWork } from '../domain/queue/member-work';
import { type Text, text } from '../domain/text/text';
import { countCell } from './queue-columns';
import { type ReportColumn, reportPage, wrappedTextCell } from './report-tab';
import {
  MEMBER_STATES,
  MEMBERS_HEAD,
  MEMBERS_HEADINGS,
  NO_LANGUAGE,
  NO_MEMBERS,
  ownedCountText,
} from './team-tab-texts';
import type { TabPage } from './whole-tab';

export interface MembersTabPage {
  work: readonly MemberWork[];
  /** IDs of members whose stored record is broken. */
  unreadable: readonly string[];
  /** When the accounts were counted that each owns: day and time of day; null where they have not been yet. */
  countedAt: string | null;
  language: keyof Text;
  /** When it was made. */
  stamp: Text;
}

const columns = ({ work, unreadable, language }: MembersTabPage): ReportColumn<MemberWork>[] => {
  const nameOf = (id: string): string => work.find(({ member }) => member.id === id)?.member.name ?? id;
  const counts = (['accounts', 'open', 'overdueChecks', 'checksDue', 'turns'] as const).map((key) => ({
    label: MEMBERS_HEADINGS[key],
    width: 85,
    cell: (work: MemberWork) => countCell(work[key]),
  }));
  return [
    { label: MEMBERS_HEADINGS.name, width: 140, cell: ({ member }) => wrappedTextCell(member.name) },
    {
      label: MEMBERS_HEADINGS.role,
      width: 140,
      cell: ({ member }) => wrappedTextCell(ROLES[member.role][language]),
    },
    {
      label: MEMBERS_HEADINGS.state,
      width: 130,
      cell: ({ member: { id, active } }) =>
        wrappedTextCell(
          MEMBER_STATES[unreadable.includes(id) ? 'unreadable' : active ? 'active' : 'left'][language],
        ),
    },
    { label: MEMBERS_HEADINGS.email, width: 210, cell: ({ member }) => wrappedTextCell(member.email) },
    {
      label: MEMBERS_HEADINGS.language,
      width: 80,
      cell: ({ member: { language: own } }) =>
        wrappedTextCell((own === undefined ? NO_LANGUAGE : LANGUAGES[own])[language]),
    },
    {
      label: MEMBERS_HEADINGS.leaves,
      width: 220,
      cell: ({ leaves }) =>
        wrappedTextCell(leaves.map((leave) => leaveText(leave, nameOf)[language]).join('\n')),
    },
    ...counts,
  ];
};

export const membersPage = (page: MembersTabPage): TabPage => {
  const counted = ownedCountText(page.countedAt);
  return reportPage(columns(page), {
    summary: page.work.length === 0 ? NO_MEMBERS : MEMBERS_HEAD,
    stamp: text(`${page.stamp.ja}/${counted.ja}`, `${page.stamp.en}; ${counted.en}`),
    items: page.work,
    language: page.language,
  });
};
