/** Searches the register, one search at a time: an answer to an older question is dropped. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { ApiError, Result } from '../../script-api';
import { askFunction, type Effect } from './step';

/** Pause after typing, in milliseconds. */
const PAUSE_MS = 350;

export interface SearchState {
  /** Number of the newest question. */
  serial: number;
  /** The text in the box. */
  query: string;
  /** The question that the shown hits answer. */
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

/** Searches after a pause; the former hits stay until then. `key` distinguishes the searches of a window. */
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
