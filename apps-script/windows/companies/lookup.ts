/** Is this company in the register? Asked by whatever a person has of it. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { Result } from '../../script-api';
import { newSearch, type SearchState, searchAnswered, searchNow } from '../kit/search';
import { type Effect, focusOn, type PartStep, partStep } from '../kit/step';

/** What a hit or a verdict leads to. */
export type LookupChoice = Pick<LookupAnswer['hits'][number]['row'], 'id' | 'name'>;

export interface LookupState {
  search: SearchState;
}

export type LookupMessage =
  | { type: 'typed'; query: string }
  | { type: 'search' }
  | { type: 'answered'; serial: number; result: Result<LookupAnswer> }
  | { type: 'clear' }
  /** With the form that is to be opened on it. */
  | { type: 'choose'; choice: LookupChoice; form?: LookupForm }
  /** With what was typed; empty where nothing of it can be registered. */
  | { type: 'register'; query: string };

/** What is done with a company as soon as it is found. */
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

/** With an empty box: the next name is typed into it, not behind the last one. */
const emptied = (state: LookupState): LookupState => ({ search: { ...clear(state).search, query: '' } });

/** Whoever goes on to another row has done with what was found: a company that was registered since is new no more. */
export const leaveAnswer = (state: LookupState): LookupState =>
  state.search.shown.kind === 'found' ? emptied(state) : state;

export const updateLookup = (state: LookupState, message: LookupMessage): LookupStep => {
  const { search } = state;
  switch (message.type) {
    case 'typed':
      // What was found answers another question now.
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
