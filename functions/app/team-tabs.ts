/** The tabs of the settings and of the members in the queue's spreadsheet. */
import { minuteIn } from '../clock';
import { lastSettingChanges } from '../domain/account/last-setting-changes';
import { historyStamp } from '../domain/history/history-tab-texts';
import { memberWork } from '../domain/queue/member-work';
import { MEMBERS_TAB, SETTINGS_TAB } from '../domain/register/tabs';
import { keysOf } from '../domain/status/table-keys';
import { membersPage } from '../sheets/members-tab';
import type { WantedTab } from '../sheets/queue-spreadsheet';
import { settingsPage } from '../sheets/settings-tab';
import { MEMBERS_TITLE, SETTINGS_TITLE } from '../sheets/team-tab-texts';
import type { Database } from '../store/firestore';
import type { Team } from '../store/team-document';
import { readTeamEntries } from '../store/team-entries';
import type { QueueOfDay } from './read-queue';

/** Changes of the team that are looked through for the last one of each setting. */
const MAX_ENTRIES = 100;

/** `queue` is the one of the day. */
export const readTeamTabs = async (
  db: Database,
  { members, settings, unreadableMembers }: Team,
  { rows, context, owned }: QueueOfDay,
  now: Date,
): Promise<WantedTab[]> => {
  const { zone, language } = settings;
  const { entries } = await readTeamEntries(db, { before: undefined, limit: MAX_ENTRIES });
  const changes = lastSettingChanges(entries);
  const stamp = historyStamp(minuteIn(zone, now), zone);
  return [
    {
      sheetId: SETTINGS_TAB,
      title: SETTINGS_TITLE[language],
      formerTitles: [SETTINGS_TITLE.ja, SETTINGS_TITLE.en],
      page: settingsPage({
        settings,
        changes: Object.fromEntries(
          keysOf(changes).flatMap((name) => {
            const change = changes[name];
            return change === undefined
              ? []
              : [[name, { by: change.by, time: minuteIn(zone, new Date(change.at)) }]];
          }),
        ),
        reader: { language, members },
        stamp,
      }),
    },
    {
      sheetId: MEMBERS_TAB,
      title: MEMBERS_TITLE[language],
      formerTitles: [MEMBERS_TITLE.ja, MEMBERS_TITLE.en],
      page: membersPage({
        work: memberWork(members, owned?.loads ?? [], rows, context.today),
        countedAt: owned === null ? null : minuteIn(zone, new Date(owned.countedAt)),
        unreadable: Object.keys(unreadableMembers),
        language,
        stamp,
      }),
    },
  ];
};
