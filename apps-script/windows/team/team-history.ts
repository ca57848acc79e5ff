/** Who changed members or settings, with the values before and after, page by page. */
import type { TeamHistoryAnswer } from '../../../functions/contract/team-history';
import type { TeamEntry } from '../../../functions/domain/account/team-entry';
import type { ApiError, Result } from '../../script-api';
import { askFunction, type Step, step } from '../kit/step';

/** What the shown entries are about. */
export type TeamHistorySubject = 'members' | 'settings';

export interface TeamHistoryState {
  about: TeamHistorySubject;
  entries: readonly TeamEntry[];
  /** The next page has entries older than this; null where there are none. */
  next: number | null;
  phase: { kind: 'reading' } | { kind: 'read' } | { kind: 'failed'; error: ApiError };
}

export type TeamHistoryMessage =
  | { type: 'readNewest' }
  | { type: 'readOlder' }
  | { type: 'pageRead'; before: number | null; result: Result<TeamHistoryAnswer> };

type TeamHistoryStep = Step<TeamHistoryState, TeamHistoryMessage>;

const PAGE = 100;

const readPage = (state: TeamHistoryState, before: number | null): TeamHistoryStep =>
  step(
    { ...state, phase: { kind: 'reading' } },
    askFunction(
      'team-history',
      'GET',
      { query: before === null ? { limit: PAGE } : { before, limit: PAGE } },
      (result) => ({ type: 'pageRead' as const, before, result }),
    ),
  );

export const startTeamHistory = (about: TeamHistorySubject): TeamHistoryStep =>
  readPage({ about, entries: [], next: null, phase: { kind: 'reading' } }, null);

const isAbout = (about: TeamHistorySubject, { members, settings }: TeamEntry): boolean =>
  about === 'members' ? members.length > 0 : Object.keys(settings.after).length > 0;

export const updateTeamHistory = (state: TeamHistoryState, message: TeamHistoryMessage): TeamHistoryStep => {
  switch (message.type) {
    case 'readNewest':
      return readPage(state, null);
    case 'readOlder':
      return state.phase.kind === 'reading' ? step(state) : readPage(state, state.next);
    case 'pageRead': {
      const { before, result } = message;
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      const { entries, next } = result.value;
      const read = entries.filter((entry) => isAbout(state.about, entry));
      return step({
        ...state,
        entries: before === null ? read : [...state.entries, ...read],
        ...{ next, phase: { kind: 'read' } },
      });
    }
    default:
      return message satisfies never;
  }
};
