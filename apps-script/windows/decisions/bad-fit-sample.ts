/** Has a sample of one member's bad fits judged again by another member, to show where they disagree. */
import type { AccountsAnswer } from '../../../functions/contract/accounts';
import type { CommandResult } from '../../../functions/contract/commands';
import type { MembersAnswer } from '../../../functions/contract/members';
import { isManager, type Member, mayWrite } from '../../../functions/domain/account/team';
import { type CalendarDate, daysBetween } from '../../../functions/domain/calendar/calendar-date';
import { foldWord } from '../../../functions/domain/text/fold-word';
import type { Text } from '../../../functions/domain/text/text';
import type { ApiError, Result, SelectedRow } from '../../script-api';
import { refusalOf } from '../kit/refusal-facts';
import { askFunction, focusOn, type Step, send, step } from '../kit/step';

/** The form's values as typed and chosen. */
export interface SampleValues {
  /** The member whose judgements are sampled. */
  judgedBy: string;
  count: string;
  judgeId: string;
  note: string;
}

export interface OpenSample {
  kind: 'open';
  team: MembersAnswer;
  values: SampleValues;
  /** The reviewed bad fits of the member; null until a member is chosen and they are read. */
  rows: readonly SelectedRow[] | null;
  /** Number of those left out because they still wait for a first review or another answer. */
  waiting: number;
  phase: 'choosing' | 'reading' | 'sending';
  error: ApiError | null;
  wants: keyof SampleValues | null;
  outcome: { asked: number; refused: readonly { row: SelectedRow; message: Text }[] } | null;
}

export type BadFitSampleState =
  | { kind: 'reading' }
  | { kind: 'failed'; error: ApiError }
  /** The viewer is no manager. */
  | { kind: 'refused' }
  | OpenSample;

export type BadFitSampleMessage =
  | { type: 'read' }
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'enter'; values: Partial<SampleValues> }
  | { type: 'pageRead'; judgedBy: string; result: Result<AccountsAnswer> }
  | { type: 'send' }
  | { type: 'answered'; sent: readonly SelectedRow[]; result: Result<readonly CommandResult[]> };

type SampleStep = Step<BadFitSampleState, BadFitSampleMessage>;

const PAGE = 1000;
/** The most that one call takes. */
export const MAX_SAMPLE = 100;

export const isSampleBusy = (state: BadFitSampleState): boolean =>
  state.kind === 'open' && state.phase === 'sending';

export const startBadFitSample = (): SampleStep =>
  step<BadFitSampleState, BadFitSampleMessage>(
    { kind: 'reading' },
    askFunction('members', 'GET', { query: {} }, (result) => ({ type: 'membersRead' as const, result })),
  );

/** Everybody who may judge, except the member whose judgements are sampled. */
export const judgesToChoose = ({ team, values }: OpenSample): Member[] =>
  team.members.filter((member) => mayWrite(member) && member.id !== values.judgedBy);

const countOf = ({ count }: SampleValues): number | null => {
  const typed = foldWord(count);
  const value = Number(typed);
  return /^\d{1,3}$/.test(typed) && value >= 1 && value <= MAX_SAMPLE ? value : null;
};

/** Spread evenly over the accounts by their random IDs; the day decides where it begins. */
export const sampleOf = <Row>(rows: readonly Row[], count: number, today: CalendarDate): Row[] => {
  if (count >= rows.length) return [...rows];
  const first = daysBetween('2020-01-01', today) % rows.length;
  return Array.from({ length: count }, (_, at) => {
    const place = (first + Math.floor((at * rows.length) / count)) % rows.length;
    return rows[place];
  }).filter((row) => row !== undefined);
};

/** The sample that the present values would give. */
export const chosenSample = ({ rows, values, team }: OpenSample): SelectedRow[] =>
  sampleOf(rows ?? [], countOf(values) ?? 0, team.team.today);

const readPage = (state: OpenSample, judgedBy: string, cursor: string | null): SampleStep => {
  const query = { judgedBy, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
  return step<BadFitSampleState, BadFitSampleMessage>(
    { ...state, phase: 'reading', error: null },
    askFunction('accounts', 'GET', { query }, (result) => ({
      ...{ type: 'pageRead' as const, judgedBy, result },
    })),
  );
};

const pageRead = (
  state: OpenSample,
  { judgedBy, result }: Extract<BadFitSampleMessage, { type: 'pageRead' }>,
): SampleStep => {
  if (judgedBy !== state.values.judgedBy) return step(state);
  if ('error' in result) return step({ ...state, phase: 'choosing', error: result.error });
  const { rows, cursor } = result.value;
  const read = rows.flatMap(({ id, name, status, version, pending }) =>
    pending === null ? { id, name, status, version } : [],
  );
  const next: OpenSample = {
    ...state,
    rows: [...(state.rows ?? []), ...read],
    waiting: state.waiting + rows.length - read.length,
  };
  return cursor === null ? step({ ...next, phase: 'choosing' }) : readPage(next, judgedBy, cursor);
};

const enter = (state: OpenSample, entered: Partial<SampleValues>): SampleStep => {
  if (state.phase === 'sending') return step(state);
  const next: OpenSample = { ...state, values: { ...state.values, ...entered }, wants: null };
  const { judgedBy } = next.values;
  if (judgedBy === state.values.judgedBy) return step(next);
  const values = { ...next.values, judgeId: '' };
  const others: OpenSample = { ...next, rows: null, waiting: 0, outcome: null, values };
  return judgedBy === '' ? step({ ...others, phase: 'choosing' }) : readPage(others, judgedBy, null);
};

const wantsOf = ({ values }: OpenSample): keyof SampleValues | null => {
  if (values.judgedBy === '') return 'judgedBy';
  if (countOf(values) === null) return 'count';
  if (values.judgeId === '') return 'judgeId';
  return values.note.trim() === '' ? 'note' : null;
};

const sendSample = (state: OpenSample): SampleStep => {
  if (state.phase !== 'choosing') return step(state);
  const wants = wantsOf(state);
  if (wants !== null)
    return step<BadFitSampleState, BadFitSampleMessage>({ ...state, wants }, focusOn(`#sample-${wants}`));
  const sent = chosenSample(state);
  if (sent.length === 0) return step(state);
  const { judgeId, note } = state.values;
  const requests = sent.map(({ id, version }) => ({
    ...{ accountId: id, expectedVersion: version },
    command: { type: 'reviewBadFit' as const, to: 'BAD_FIT' as const, judgeId, note: note.trim() },
  }));
  return step<BadFitSampleState, BadFitSampleMessage>(
    { ...state, phase: 'sending', error: null, outcome: null },
    send(requests, (result) => ({ type: 'answered' as const, sent, result })),
  );
};

/** Accounts that were sent leave the list. */
const answered = (
  state: OpenSample,
  { sent, result }: Extract<BadFitSampleMessage, { type: 'answered' }>,
): SampleStep => {
  if ('error' in result) return step({ ...state, phase: 'choosing', error: result.error });
  const refused = sent.flatMap((row, at) => {
    const outcome = result.value[at];
    const refusal = outcome === undefined ? null : refusalOf(outcome);
    return refusal === null ? [] : [{ row, message: refusal.message }];
  });
  const rows = (state.rows ?? []).filter(({ id }) => !sent.some((row) => row.id === id));
  return step<BadFitSampleState, BadFitSampleMessage>(
    { ...state, rows, phase: 'choosing', outcome: { asked: sent.length - refused.length, refused } },
    focusOn('.outcome'),
  );
};

const updateOpen = (state: OpenSample, message: BadFitSampleMessage): SampleStep => {
  switch (message.type) {
    case 'enter':
      return enter(state, message.values);
    case 'pageRead':
      return pageRead(state, message);
    case 'send':
      return sendSample(state);
    case 'answered':
      return answered(state, message);
    default:
      return step(state);
  }
};

export const updateBadFitSample = (state: BadFitSampleState, message: BadFitSampleMessage): SampleStep => {
  if (message.type === 'read') return startBadFitSample();
  if (message.type !== 'membersRead') return state.kind === 'open' ? updateOpen(state, message) : step(state);
  const { result } = message;
  if ('error' in result) return step({ kind: 'failed', error: result.error });
  if (!isManager(result.value.you)) return step({ kind: 'refused' });
  return step({
    ...{ kind: 'open', team: result.value, rows: null, waiting: 0, phase: 'choosing', error: null },
    ...{ wants: null, outcome: null, values: { judgedBy: '', count: '5', judgeId: '', note: '' } },
  });
};
