/** The history of an account: newest first, who, when, what in words; older entries on demand. */
import { type Activity, partOf } from '../../functions/domain/account';
import type { HistoryEntry } from '../../functions/domain/history';
import { isManager } from '../../functions/domain/team';
import type { AccountTold } from '../told';
import { type Here, memberName, of, say, shownDate } from './here';
import { entryWords } from './history-words';
import { button, fill, node } from './nodes';
import { ask } from './script';
import { troubleView } from './trouble-view';
import { CHANNEL_WORDS } from './words';

/** A meeting that still stands, logged by this entry: a manager may correct it. */
const meetingOf = ({ events }: HistoryEntry, { account }: AccountTold): Activity | null => {
  for (const { data } of events) {
    const activity = data.activity as Activity | undefined;
    if (activity?.kind === 'meeting') {
      const standing = partOf(account.activities, activity.id);
      if (standing !== undefined) return standing;
    }
  }
  return null;
};

const entryView = (
  here: Here,
  told: AccountTold,
  entry: HistoryEntry,
  correct: (activity: Activity) => void,
): HTMLElement => {
  const [first = '', ...rest] = entryWords(here, entry);
  const meeting = isManager(told.you) ? meetingOf(entry, told) : null;
  return node(
    'li',
    { class: entry.undoes === null ? '' : 'undo-entry' },
    node(
      'div',
      { class: 'quiet' },
      `${shownDate(here, entry.on)} · ${memberName(here, entry.by)} · ${of(here, CHANNEL_WORDS[entry.channel])}`,
    ),
    node('div', { class: 'name' }, first),
    ...rest.map((line) => node('div', { class: 'detail' }, line)),
    meeting === null ? null : button(say(here, 'correctMeeting'), () => correct(meeting), 'link'),
  );
};

/** The list and its "older" button; shown anew whenever the account was read again. */
export const historyView = (
  here: Here,
  told: AccountTold,
  correct: (activity: Activity) => void,
): HTMLElement => {
  const list = node('ol', { class: 'plain history' });
  const foot = node('div', { 'aria-live': 'polite' });
  const add = (entries: readonly HistoryEntry[]): void => {
    list.append(...entries.map((entry) => entryView(here, told, entry, correct)));
    const oldest = entries[entries.length - 1]?.version ?? 1;
    fill(foot, oldest <= 1 ? null : button(say(here, 'older'), () => older(oldest)));
  };
  const older = async (before: number): Promise<void> => {
    fill(foot, node('p', { class: 'quiet' }, say(here, 'reading')));
    const answer = await ask('readAccount', told.account.id, before);
    if ('trouble' in answer)
      fill(
        foot,
        troubleView(here, answer.trouble, () => older(before)),
      );
    else add(answer.told.history);
  };
  add(told.history);
  return node('div', {}, list, foot);
};
