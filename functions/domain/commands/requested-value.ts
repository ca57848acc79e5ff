/** What a command wants, where that is a single value: the other side of a conflict, in words. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { BantKey, BantValue } from '../status/code-lists';
import type { Status } from '../status/statuses';
import type { CommandOf, CommandType } from './command-table';

export type RequestedValue =
  | { status: Status }
  | { date: CalendarDate }
  | { memberId: string }
  | { words: string }
  /** Name of the part of the account that it changes; the value itself is more than a word or two. */
  | { part: string }
  | { bant: Partial<Record<BantKey, BantValue>> };

const REQUESTED_VALUES: { readonly [T in CommandType]?: (command: CommandOf<T>) => RequestedValue } = {
  changeStatus: ({ to }) => ({ status: to }),
  propose: ({ to }) => ({ status: to }),
  restore: ({ to }) => ({ status: to }),
  reviewBadFit: ({ to }) => ({ status: to }),
  putOnFile: () => ({ status: 'ON_FILE' }),
  setNextCheck: ({ date }) => ({ date }),
  setRevisit: ({ date }) => ({ date }),
  setAwaited: ({ awaitedCondition, contact }) => ({ words: awaitedCondition ?? contact?.name ?? '' }),
  handOver: ({ toId }) => ({ memberId: toId }),
  handOverInsideSales: ({ toId }) => ({ memberId: toId }),
  saveContact: ({ contact }) => ({ part: contact.name ?? '' }),
  saveProduct: ({ product }) => ({ part: product.product }),
  setBant: ({ bant }) => ({ bant }),
  quickEntry: ({ text }) => ({ words: text }),
};

export const requestedValue = <T extends CommandType>(command: CommandOf<T>): RequestedValue | null => {
  const type: T = command.type;
  return REQUESTED_VALUES[type]?.(command) ?? null;
};
