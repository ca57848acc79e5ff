/** What a command wants, in a few words: the other side of a conflict. */

import { COMMAND_LABELS } from '../../../functions/domain/commands/command-labels';
import type { Command } from '../../../functions/domain/commands/command-table';
import { type RequestedValue, requestedValue } from '../../../functions/domain/commands/requested-value';
import { ACCOUNT_FIELD_LABELS } from '../../../functions/domain/history/account-labels';
import { statusLabel } from '../../../functions/domain/history/value-words';
import { BANT_VALUE_LABELS } from '../../../functions/domain/status/code-list-texts';
import { BANT_KEYS } from '../../../functions/domain/status/code-lists';
import { formatDate, localize, memberName, type Viewer } from './viewer';

type Reader = Pick<Viewer, 'language' | 'members'>;

export const commandText = (viewer: Reader, command: Command): string => {
  const label = localize(viewer, COMMAND_LABELS[command.type]);
  const value = requestedValue(command);
  const words = value === null ? '' : valueText(viewer, value);
  return words === '' || words === label ? label : `${label}: ${words}`;
};

const valueText = (viewer: Reader, value: RequestedValue): string => {
  if ('status' in value) return statusLabel(viewer, value.status);
  if ('date' in value) return formatDate(viewer, value.date);
  if ('memberId' in value) return memberName(viewer, value.memberId);
  if ('part' in value) return value.part;
  if ('words' in value) return value.words;
  return BANT_KEYS.flatMap((key) => {
    const answer = value.bant[key];
    return answer === undefined
      ? []
      : `${localize(viewer, ACCOUNT_FIELD_LABELS[key])} ${localize(viewer, BANT_VALUE_LABELS[answer])}`;
  }).join(', ');
};
