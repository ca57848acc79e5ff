/** What a list was asked for, in words: the tab that is made of it says so. */
import { commandLabel } from '../commands/command-labels';
import { memberLabel, type RegisterView } from '../register/cells';
import { parseStatus } from '../status/parse-status';
import { STATUS } from '../status/statuses';
import { type Text, text } from '../text/text';
import { ACCOUNT_FIELD_LABELS, CHANNEL_LABELS, EVENT_LABELS } from './account-labels';
import { hasKey } from './value-words';

/** By the names that they have in the contract. */
const FILTER_LABELS = {
  from: text('この日から', 'From'),
  to: text('この日まで', 'To'),
  person: text('変更した人', 'Changed by'),
  command: text('操作', 'Command'),
  event: text('できごと', 'Event'),
  channel: text('経路', 'By'),
  account: text('アカウント ID', 'Account ID'),
  batch: text('取り込み ID', 'Import ID'),
  field: text('項目', 'Field'),
  status: text('ステータス', 'Status'),
  ownerId: text('担当', 'Owner'),
} as const;

const valueIn = (
  language: keyof Text,
  members: RegisterView['members'],
  name: string,
  value: string,
): string => {
  switch (name) {
    case 'person':
    case 'ownerId':
      return memberLabel(value, members, language);
    case 'command':
      return commandLabel(value)?.[language] ?? value;
    case 'event':
      return hasKey(EVENT_LABELS, value) ? EVENT_LABELS[value][language] : value;
    case 'channel':
      return hasKey(CHANNEL_LABELS, value) ? CHANNEL_LABELS[value][language] : value;
    case 'field':
      return hasKey(ACCOUNT_FIELD_LABELS, value) ? ACCOUNT_FIELD_LABELS[value][language] : value;
    case 'status': {
      const status = parseStatus(value);
      return status === null ? value : STATUS[status].label[language];
    }
    default:
      return value;
  }
};

/** Empty where nothing was asked for. */
export const filterText = (
  filter: Readonly<Record<string, string | undefined>>,
  members: RegisterView['members'],
): Text => {
  const wordsIn = (language: keyof Text): string =>
    Object.entries(filter)
      .flatMap(([name, value]) => {
        if (value === undefined) return [];
        const label = hasKey(FILTER_LABELS, name) ? FILTER_LABELS[name][language] : name;
        return `${label}: ${valueIn(language, members, name, value)}`;
      })
      .join(language === 'ja' ? '、' : ', ');
  return text(wordsIn('ja'), wordsIn('en'));
};
