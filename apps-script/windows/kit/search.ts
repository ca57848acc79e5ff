/** A search of the register, one at a time: an answer that comes after a newer question is dropped. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { ApiError, Result } from '../../script-api';
import { askFunction, type Effect } from './step';

/** While somebody types. */
const PAUSE_MS = 350;

export interface SearchState {
  /** Of the newest question. */
  serial: number;
  /** What stands in the box. */
  query: string;
  /** What was asked last, which what is shown answers. */
  question: string;
  shown:
    | { kind: 'nothing' }
    | { kind: 'searching' }
    | { kind: 'failed'; error: ApiError }
    | { kind: 'found'; answer: LookupAnswer };
}

export const newSearch: SearchState = { serial: 0, query: '', question: '', shown: { kind: 'nothing' } };

interface SearchStep<Message> {
  state: SearchState;
  effects: readonly Effect<Message>[];
}

/** An empty question shows nothing. */
export const searchNow = <Message>(
  { serial }: SearchState,
  typed: string,
  reply: (serial: number, result: Result<LookupAnswer>) => Message,
): SearchStep<Message> => {
  const question = typed.trim();
  const mine = serial + 1;
  const next = { serial: mine, query: typed, question };
  if (question === '') return { state: { ...next, shown: { kind: 'nothing' } }, effects: [] };
  return {
    state: { ...next, shown: { kind: 'searching' } },
    effects: [askFunction('lookup', 'POST', { body: { q: question } }, (result) => reply(mine, result))],
  };
};

/** After a pause; what was shown stays until then. `key` tells the searches of a window apart. */
export const searchLater = <Message>(
  search: SearchState,
  query: string,
  key: string,
  due: Message,
): SearchStep<Message> => ({
  state: { ...search, serial: search.serial + 1, query },
  effects: [{ kind: 'later', key: `search:${key}`, ms: PAUSE_MS, message: due }],
});

export const searchAnswered = (
  search: SearchState,
  serial: number,
  result: Result<LookupAnswer>,
): SearchState => {
  if (serial !== search.serial) return search;
  return 'error' in result
    ? { ...search, shown: { kind: 'failed', error: result.error } }
    : { ...search, shown: { kind: 'found', answer: result.value } };
};
