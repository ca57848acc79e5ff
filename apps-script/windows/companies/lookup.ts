/** Looks up whether a company is in the register, by anything that is known of it. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { Result } from '../../script-api';
import { newSearch, type SearchState, searchAnswered, searchNow } from '../kit/search';
import { type Effect, focusOn, type PartStep, partStep } from '../kit/step';

/** The account that a hit or a verdict leads to. */
export type LookupChoice = Pick<LookupAnswer['hits'][number]['row'], 'id' | 'name'>;

export interface LookupState {
  search: SearchState;
}

export type LookupMessage =
  | { type: 'typed'; query: string }
  | { type: 'search' }
  | { type: 'answered'; serial: number; result: Result<LookupAnswer> }
  | { type: 'clear' }
  /** `form` is opened on it. */
  | { type: 'choose'; choice: LookupChoice; form?: LookupForm }
  /** `query` is the searched text; empty where no company can be registered from it. */
  | { type: 'register'; query: string };

/** What can be done with a company as soon as it is found. */
export type LookupForm = 'logContact' | 'handOver';

export type LookupOut =
  | { kind: 'choose'; choice: LookupChoice; form: LookupForm | null }
  | { kind: 'register'; query: string };
type LookupStep = PartStep<LookupState, LookupMessage, LookupOut>;

const LOOKUP_BOX = '#lookup';

export const newLookup: LookupState = { search: newSearch };

export const focusLookup: Effect<never> = focusOn(LOOKUP_BOX);

export const searchCompany = ({ search }: LookupState, query: string): LookupStep => {
  const { state, effects } = searchNow(search, query, (serial, result) => ({
    type: 'answered' as const,
    serial,
    result,
  }));
  return partStep({ search: state }, effects);
};

const clear = ({ search }: LookupState): LookupState => ({
  search: { ...search, serial: search.serial + 1, shown: { kind: 'nothing' } },
});

/** The box is emptied, so that the next name is not appended to the last. */
const emptied = (state: LookupState): LookupState => ({ search: { ...clear(state).search, query: '' } });

/** Selecting another row ends the search: a company may have been registered since. */
export const leaveAnswer = (state: LookupState): LookupState =>
  state.search.shown.kind === 'found' ? emptied(state) : state;

export const updateLookup = (state: LookupState, message: LookupMessage): LookupStep => {
  const { search } = state;
  switch (message.type) {
    case 'typed':
      // The shown hits answered another question.
      return partStep(clear({ search: { ...search, query: message.query } }));
    case 'search':
      return searchCompany(state, search.query);
    case 'answered':
      return partStep({ search: searchAnswered(search, message.serial, message.result) });
    case 'clear':
      return partStep(clear(state));
    case 'choose':
      return partStep(emptied(state), [], {
        kind: 'choose',
        choice: message.choice,
        form: message.form ?? null,
      });
    case 'register':
      return partStep(state, [], { kind: 'register', query: message.query });
    default:
      return message satisfies never;
  }
};
