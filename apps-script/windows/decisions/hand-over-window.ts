/** The window that hands over many accounts; it reads the team before it opens. */
import type { MembersAnswer } from '../../../functions/contract/members';
import { mayWrite } from '../../../functions/domain/account/team';
import type { ApiError, DecisionsInput, Result } from '../../script-api';
import { askFunction, mapEffects, type Step, step } from '../kit/step';
import { startHandOver, updateHandOver } from './hand-over';
import { type HandOverMessage, type HandOverState, isHandingOver, rowsInFilter } from './hand-over-state';
import { type PackagesMessage, type PackagesState, updatePackages } from './packages';

export type HandOverWindowState =
  | { kind: 'reading'; selection: DecisionsInput['rows'] }
  | { kind: 'failed'; error: ApiError; selection: DecisionsInput['rows'] }
  /** The viewer may only read. */
  | { kind: 'refused' }
  | { kind: 'open'; handOver: HandOverState; packages: PackagesState | null };

export type HandOverWindowMessage =
  | { type: 'read' }
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'handOver'; message: HandOverMessage }
  | { type: 'packages'; message: PackagesMessage };

type WindowStep = Step<HandOverWindowState, HandOverWindowMessage>;

export const startHandOverWindow = (rows: DecisionsInput['rows']): WindowStep =>
  step(
    { kind: 'reading', selection: rows },
    askFunction('members', 'GET', { query: { loads: true } }, (result) => ({
      type: 'membersRead' as const,
      result,
    })),
  );

const ofHandOver = (message: HandOverMessage): HandOverWindowMessage => ({ type: 'handOver', message });

const ofPackages = (message: PackagesMessage): HandOverWindowMessage => ({ type: 'packages', message });

/** The accounts that are to be handed over, or were. */
export const packageIds = (state: HandOverState): string[] => [
  ...state.moved.map(({ row }) => row.id),
  ...rowsInFilter(state).map(({ id }) => id),
];

export const isHandOverWindowBusy = (state: HandOverWindowState): boolean =>
  state.kind === 'open' && isHandingOver(state.handOver);

export const updateHandOverWindow = (
  state: HandOverWindowState,
  message: HandOverWindowMessage,
): WindowStep => {
  switch (message.type) {
    case 'read':
      return state.kind === 'failed' ? startHandOverWindow(state.selection) : step(state);
    case 'membersRead': {
      if (state.kind !== 'reading') return step(state);
      const { selection } = state;
      const { result } = message;
      if ('error' in result) return step({ kind: 'failed', error: result.error, selection });
      const { you } = result.value;
      if (!mayWrite(you)) return step({ kind: 'refused' });
      const { state: handOver, effects } = startHandOver(
        result.value,
        selection.length > 0 ? { kind: 'selection' } : { kind: 'owner', ownerId: you.id, status: null },
        selection,
      );
      return step<HandOverWindowState, HandOverWindowMessage>(
        { kind: 'open', handOver, packages: null },
        ...mapEffects(effects, ofHandOver),
      );
    }
    case 'handOver': {
      if (state.kind !== 'open') return step(state);
      const { state: handOver, effects } = updateHandOver(state.handOver, message.message);
      return step<HandOverWindowState, HandOverWindowMessage>(
        // With other accounts, what was shown of the former ones is removed.
        { ...state, handOver, packages: message.message.type === 'choose' ? null : state.packages },
        ...mapEffects(effects, ofHandOver),
      );
    }
    case 'packages': {
      if (state.kind !== 'open') return step(state);
      const { state: packages, effects } = updatePackages(state.packages, message.message);
      return step<HandOverWindowState, HandOverWindowMessage>(
        { ...state, packages },
        ...mapEffects(effects, ofPackages),
      );
    }
    default:
      return message satisfies never;
  }
};
