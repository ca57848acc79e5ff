/** Who changed what meanwhile, and the value that was not taken. */
import { memberLabel, type RegisterView } from '../register/cells';
import { STATUS } from '../status/statuses';
import { shortenValue } from '../text/shorten';
import { type Text, text } from '../text/text';
import { changedFields } from './changed-fields';
import type { ConflictingEntry, ConflictRefusal } from './command-refusal';
import type { Command } from './command-table';
import { changedText, SOMEBODY, SOMEBODY_CHANGED, yourValueText } from './refusal-message-texts';
import { requestedValue } from './requested-value';

type Members = RegisterView['members'];

/** The value that was asked for; empty where the command asks for more than one. `members` gives the names of owners. */
const yourValue = (command: Command | undefined, members: Members): Text => {
  const value = command === undefined ? null : requestedValue(command);
  if (value === null) return text('', '');
  if ('status' in value) return STATUS[value.status].label;
  if ('memberId' in value)
    return text(memberLabel(value.memberId, members, 'ja'), memberLabel(value.memberId, members, 'en'));
  if ('date' in value) return text(value.date, value.date);
  return 'words' in value ? text(value.words, value.words) : text('', '');
};

/** The entry to tell of: the newest one that changed the status or, where none did, the newest one. */
const tellingEntry = (since: readonly ConflictingEntry[]): ConflictingEntry | undefined =>
  [...since, ...since.filter(({ changes }) => changes.some(({ path }) => path === 'status'))].slice(-1)[0];

/** Names of owners need `members`. */
export const conflictMessage = (
  { facts: { since, yours } }: Pick<ConflictRefusal, 'facts'>,
  members: Members = {},
): Text => {
  const entry = tellingEntry(since);
  const theirs =
    entry === undefined
      ? SOMEBODY_CHANGED
      : changedText(
          entry.byName === null ? SOMEBODY : text(entry.byName, entry.byName),
          entry.on,
          changedFields(entry.changes, members),
        );
  const value = yourValue(yours, members);
  const withYours = (language: keyof Text): string =>
    value[language] === ''
      ? theirs[language]
      : theirs[language] + yourValueText(shortenValue(value[language]))[language];
  return text(withYours('ja'), withYours('en'));
};
