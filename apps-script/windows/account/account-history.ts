/** The history of an account: newest first, who, when, what in words; older entries on demand. */
import { type Activity, partById } from '../../../functions/domain/account/account';
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { isManager } from '../../../functions/domain/account/team';
import type { AccountView } from '../../script-api';
import { button, node, setChildren } from '../kit/dom';
import { errorView } from '../kit/error-view';
import { callScript } from '../kit/script-client';
import { CHANNEL_LABELS } from '../messages/catalog';
import { entryLines } from '../messages/history-text';
import { formatDate, localize, memberName, t, type Viewer } from '../messages/viewer';

/** A meeting that still stands, logged by this entry: a manager may correct it. */
const meetingOf = ({ events }: HistoryEntry, { account }: AccountView): Activity | null => {
  for (const { type, data } of events) {
    if (type !== 'activityLogged' || data.activity.kind !== 'meeting') continue;
    const meeting = partById(account.activities, data.activity.id);
    if (meeting !== undefined) return meeting;
  }
  return null;
};

const entryView = (
  viewer: Viewer,
  accountView: AccountView,
  entry: HistoryEntry,
  correct: (activity: Activity) => void,
): HTMLElement => {
  const [first = '', ...rest] = entryLines(viewer, entry);
  const meeting = isManager(accountView.you) ? meetingOf(entry, accountView) : null;
  return node(
    'li',
    { class: entry.undoes === null ? '' : 'undo-entry' },
    node(
      'div',
      { class: 'quiet' },
      `${formatDate(viewer, entry.on)} · ${memberName(viewer, entry.by)} · ${localize(viewer, CHANNEL_LABELS[entry.channel])}`,
    ),
    node('div', { class: 'name' }, first),
    ...rest.map((line) => node('div', { class: 'detail' }, line)),
    meeting === null ? null : button(t(viewer, 'correctMeeting'), () => correct(meeting), 'link'),
  );
};

/** The list and its "older" button; shown anew whenever the account was read again. */
export const historyView = (
  viewer: Viewer,
  accountView: AccountView,
  correct: (activity: Activity) => void,
): HTMLElement => {
  const list = node('ol', { class: 'plain history' });
  const foot = node('div', { 'aria-live': 'polite' });
  const add = (entries: readonly HistoryEntry[]): void => {
    list.append(...entries.map((entry) => entryView(viewer, accountView, entry, correct)));
    const oldest = entries[entries.length - 1]?.version ?? 1;
    setChildren(foot, oldest <= 1 ? null : button(t(viewer, 'older'), () => older(oldest)));
  };
  const older = async (before: number): Promise<void> => {
    setChildren(foot, node('p', { class: 'quiet' }, t(viewer, 'reading')));
    const answer = await callScript('readAccount', accountView.account.id, before);
    if ('error' in answer)
      setChildren(
        foot,
        errorView(viewer, answer.error, () => older(before)),
      );
    else add(answer.value.history);
  };
  add(accountView.history);
  return node('div', {}, list, foot);
};
