/** Imports a list: rehearsed first, then in slices that can be stopped and continued. The batch can be undone. */
import type { ApiError } from '../../script-api';
import { NO_RESULT } from '../kit/command-form';
import {
  askFunction,
  CLOSE,
  call,
  type Effect,
  focusOn,
  mapEffects,
  scrollTo,
  step,
  task,
} from '../kit/step';
import type { ListMessageKey } from '../messages/list-catalog';
import { addRehearsals } from './add-rehearsals';
import { columnReading, noColumns, showColumns } from './columns';
import { problemIn, stale, updateImportSetup } from './import-setup';
import {
  askForSlice,
  batchRead,
  continueSlices,
  registerRefreshed,
  showHeading,
  sliced,
  startSlices,
  takeBackBatch,
  undoneSome,
} from './import-slices';
import {
  type BegunRehearsal,
  type ImportFieldName,
  type ImportInput,
  type ImportMessage,
  type ImportState,
  type ImportStep,
  isImportBusy,
  isRunning,
  isSetupShown,
  NO_DATE_CHOICES,
} from './import-state';
import {
  choicesQuery,
  decisionsToSend,
  NO_CHOICES,
  type SentDecisions,
  updateListDecisions,
  withoutSent,
} from './list-decisions';
import { encodeListFile } from './list-file';
import { updateRowLinks } from './row-links';

const readTabs = (state: ImportState): ImportStep =>
  step(
    { ...state, tabs: { kind: 'reading' } },
    call('listTabs', [], (result) => ({ type: 'tabsRead' as const, result })),
  );

export const startImport = (): ImportStep =>
  readTabs({
    fromTab: false,
    file: null,
    tabs: { kind: 'reading' },
    tab: '',
    list: '',
    proposed: '',
    areClients: false,
    product: '',
    columns: noColumns,
    mode: null,
    dates: NO_DATE_CHOICES,
    links: {},
    choices: NO_CHOICES,
    phase: { kind: 'setup' },
    notice: null,
    warned: false,
  });

const withProblem = (state: ImportState, field: ImportFieldName, key: ListMessageKey): ImportStep =>
  step({ ...state, phase: { kind: 'problem', field, key } }, focusOn(`#import-${field}`));

const rehearse = (state: ImportState): ImportStep => {
  if (isImportBusy(state)) return step(state);
  const problem = problemIn(state);
  if (problem !== null) return withProblem(state, ...problem);
  const next: ImportState = { ...state, phase: { kind: 'rehearsing', before: null } };
  const decisions = decisionsToSend(state.choices);
  if (decisions !== null) return step(next, saveDecisions(state.list.trim(), decisions));
  if (state.phase.kind === 'failed' && state.phase.begun !== null)
    return goOnRehearsing(state, state.phase.begun);
  const { fromTab, file } = state;
  return fromTab || file === null
    ? callRehearsal(next, null)
    : step(
        next,
        task(
          () => encodeListFile(file),
          (read) => ({ type: 'fileRead' as const, read }),
        ),
      );
};

const saveDecisions = (list: string, sent: SentDecisions): Effect<ImportMessage> =>
  askFunction('rows', 'POST', { body: { list, ...sent } }, (result) => ({
    type: 'rowsDecided' as const,
    sent,
    result,
  }));

const rowsDecided = (
  state: ImportState,
  { sent, result }: Extract<ImportMessage, { type: 'rowsDecided' }>,
): ImportStep =>
  'error' in result
    ? failed(state, result.error)
    : rehearse({ ...state, phase: { kind: 'setup' }, choices: withoutSent(state.choices, sent) });

const failed = (state: ImportState, error: ApiError, begun: BegunRehearsal | null = null): ImportStep =>
  step(
    { ...state, phase: { kind: 'failed', error, begun } },
    focusOn('.list-result button'),
    scrollTo('.list-result button'),
  );

const callRehearsal = (state: ImportState, content: string | null): ImportStep => {
  const { list, fromTab, tab, areClients, product, mode, dates, columns, choices } = state;
  const input: ImportInput = {
    list: list.trim(),
    file: content,
    tab: fromTab ? tab : null,
    product: areClients ? product.trim() : null,
    mode,
    ...dates,
    ...choicesQuery(choices),
    ...columnReading(columns),
  };
  return rehearseFrom(0, state, input);
};

const rehearseFrom = (from: number, state: ImportState, input: ImportInput): ImportStep =>
  step(
    state,
    askForSlice(input, { dryRun: true, from, skipProblems: false }, (result) => ({
      type: 'rehearsed',
      input,
      result,
    })),
  );

const goOnRehearsing = (state: ImportState, { input, before }: BegunRehearsal): ImportStep =>
  rehearseFrom(before.next ?? 0, { ...state, phase: { kind: 'rehearsing', before } }, input);

const rehearsed = (
  state: ImportState,
  { input, result }: Extract<ImportMessage, { type: 'rehearsed' }>,
): ImportStep => {
  const before = state.phase.kind === 'rehearsing' ? state.phase.before : null;
  if ('error' in result || 'undone' in result.value) {
    const error = 'error' in result ? result.error : NO_RESULT;
    return failed(state, error, before === null ? null : { input, before });
  }
  const answer = addRehearsals(before, result.value);
  if (answer.next !== null)
    return goOnRehearsing(state, { input: { ...input, mode: answer.mode }, before: answer });
  return step(
    {
      ...state,
      notice: null,
      columns: showColumns(state.columns, answer, answer.total === 0 && answer.wordCount === 0),
      phase: {
        kind: 'rehearsed',
        answer,
        input: { ...input, mode: answer.mode },
        skipProblems: false,
        isStale: false,
      },
    },
    ...showHeading,
  );
};

/** Escape discards no choices at the first press, and leaves nothing half done unnoticed. */
const keyPressed = (state: ImportState, isEscape: boolean): ImportStep => {
  if (!isEscape) return step(state.notice === null ? state : { ...state, notice: null });
  if (isRunning(state)) return step({ ...state, notice: 'stopFirst' });
  const isUnfinished = state.phase.kind === 'imported' && state.phase.next !== null;
  const isDirty = isSetupShown(state) && (state.columns.corrected || state.product.trim() !== '');
  if (state.warned || !(isDirty || isUnfinished)) return step(state, CLOSE);
  return step({ ...state, warned: true, notice: isUnfinished ? 'unfinishedEscape' : 'escapeAgain' });
};

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case for each message, and nothing else.
export const updateImport = (state: ImportState, message: ImportMessage): ImportStep => {
  const { phase } = state;
  switch (message.type) {
    case 'readTabs':
      return readTabs(state);
    case 'tabsRead': {
      const { result } = message;
      return step({
        ...state,
        tabs:
          'error' in result
            ? { kind: 'failed', error: result.error }
            : { kind: 'read', titles: result.value },
      });
    }
    case 'rehearse':
      return rehearse(state);
    case 'chooseMode':
      return rehearse({ ...state, mode: message.mode });
    case 'chooseDates':
      return rehearse({ ...state, dates: message.dates });
    case 'fileRead': {
      const { read } = message;
      return 'problem' in read ? withProblem(state, 'file', read.problem) : callRehearsal(state, read.base64);
    }
    case 'rehearsed':
      return rehearsed(state, message);
    case 'choices':
      return step({
        ...state,
        choices: updateListDecisions(state.choices, message.message),
        phase: phase.kind === 'rehearsed' ? { ...phase, isStale: true } : phase,
      });
    case 'rowsDecided':
      return rowsDecided(state, message);
    case 'skipProblems':
      return step(
        phase.kind === 'rehearsed' ? { ...state, phase: { ...phase, skipProblems: message.skip } } : state,
      );
    case 'start':
      return startSlices(state);
    case 'goOn':
      return continueSlices(state);
    case 'sliced':
      return sliced(state, message.result);
    case 'registerRefreshed':
      return registerRefreshed(state);
    case 'stop':
      return step(phase.kind === 'importing' ? { ...state, phase: { ...phase, stopping: true } } : state);
    case 'batchRead':
      return batchRead(state, message.result);
    case 'undo':
      return takeBackBatch(state);
    case 'undoneSome':
      return undoneSome(state, message.result);
    case 'backToForm':
      return step(stale(state), focusOn('#import-list'));
    case 'links': {
      const { state: links, effects } = updateRowLinks(state.links, message.message);
      return step(
        { ...state, links },
        ...mapEffects(effects, (one): ImportMessage => ({ type: 'links', message: one })),
      );
    }
    case 'keyPressed':
      return keyPressed(state, message.escape);
    case 'close':
      return step(state, CLOSE);
    default:
      return updateImportSetup(state, message);
  }
};
