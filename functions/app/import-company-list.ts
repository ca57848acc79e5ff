/** The import of a company list, as a caller asks for it: dry or real, with its mode, and what a person should read about it. */
import { dateIn } from '../clock';
import { findEmptyKeyColumns } from '../company-list/columns';
import type { CompanyList } from '../company-list/company-list';
import { type CompanyRows, companyRowsOf } from '../company-list/company-rows';
import type { ListProblem } from '../company-list/list-problems';
import type { ListWord } from '../company-list/list-words';
import type { ImportAnswer, ImportMode, ImportQuery } from '../contract/import';
import type { UndecidedRowView } from '../contract/undecided-row';
import { inOrderOfReading } from '../domain/account/member-order';
import { cadenceOf, lostReasons, type Member, mayWrite } from '../domain/account/team';
import { foldWord } from '../domain/text/fold-word';
import type { Database } from '../store/firestore';
import { importBatchId, readImportBatch } from '../store/import-batches';
import { isKnownList } from '../store/list-companies';
import { type KeptDecisions, readListDecisions, saveRuledChoices } from '../store/row-choices';
import type { CommandContext } from './command-context';
import { detectImportMode } from './detect-import-mode';
import { dryRunImport } from './dry-run-import';
import { type ImportResult, importRows } from './import-rows';
import type { LatestValue } from './latest-value';
import { choiceOfTwin, type DecidedRow, type GroupRules, ruledNow, wordMeanings } from './list-choices';
import type { ProblemResult } from './problem-result';
import { LIST_FIELD_LABELS, type SubmittedList } from './read-submitted-list';
import {
  decidedRowView,
  decidedTwinOf,
  similarRowView,
  undecidedRowView,
  undecidedTwinView,
} from './row-decision-views';

const MAX_REMARKS = 200;
const MAX_WAITING = 500;
const MAX_WORDS = 500;

/** What of the caller's query matters once the list is read. `list` is the list's name. */
export type ImportOptions = Pick<
  ImportQuery,
  | 'dryRun'
  | 'from'
  | 'skipProblems'
  | 'mapping'
  | 'noHeader'
  | 'headerLine'
  | 'encoding'
  | 'sheet'
  | 'product'
  | 'mode'
  | 'dateOrder'
  | 'dateSystem'
  | 'statuses'
> & { list: string; rules: GroupRules };

export interface ImportDeps {
  db: Database;
  /** The rows that were read last: a long list is imported in several calls. */
  latestRows: LatestValue<CompanyRows>;
}

/**
 * Refuses with LIST_HAS_PROBLEMS: nothing is imported silently, so rows with problems are mended, or left out on the caller's
 * word. `startWork`, called when the list is read, gives what ends a run early; the answer says where it goes on. A real run
 * adds up what it has done so far, a dry run, which writes nothing, only the rows of this answer.
 */
export const importCompanyList = async (
  { db, latestRows }: ImportDeps,
  submitted: SubmittedList,
  options: ImportOptions,
  context: CommandContext,
  startWork: () => () => boolean,
): Promise<ImportAnswer | ProblemResult> => {
  const { list, dryRun, from } = options;
  const decisions = await readListDecisions(db, list);
  const choices = { rules: options.rules, rows: decisions.rows, ruled: decisions.ruled };
  const { companies, problems, identities, undecided, decided, words, ...read } = await latestRows.get(
    rowsKeyOf(submitted, options, decisions, context),
    () => readRows(submitted, options, decisions, context),
  );
  const batch = batchIdOf(submitted.bytes, options, words);
  const mode =
    options.mode ?? (await storedMode(db, batch)) ?? (await detectImportMode(db, companies, list, choices));
  // From then on its own rows have made it known.
  const hasComeBefore = from === 0 && (mode === 'changes' || (await isKnownList(db, list)));
  const notes = [...(hasComeBefore ? emptyKeyNotes(submitted.list) : []), ...read.notes];
  const total = companies.length;
  const { encoding, sheets, sheet, headerLine, writtenBy, columns } = submitted.list;
  const asRead = { encoding, sheets, sheet, headerLine, writtenBy, columns, fields: LIST_FIELD_LABELS };
  const asked = {
    words: words.slice(0, MAX_WORDS),
    wordCount: words.length,
    members: ownersFor(words, context),
  };
  const reading = { batch, list, mode, ...asRead, ...asked, dryRun, total };
  const compared = {
    list,
    identities: mode === 'changes' ? identities : null,
    appliesStatus: options.statuses === 'apply',
    choices,
    twice: undecided.length,
  };
  const twins = undecided.map(undecidedTwinView);
  const decidedTwins = decided.map((twin) => decidedTwinOf(twin, choices));
  const isTimeUp = startWork();
  if (dryRun) {
    const run = await dryRunImport(db, companies, { ...compared, from, isTimeUp }, context);
    const { counts, changes, next, ...remarks } = run;
    // Those of the list as a whole come with its first rows alone, so that the answers add up.
    const nothing = { problems: [], notes: [], twins: [], decidedTwins: [] };
    const ofList = from === 0 ? { problems, notes, twins, decidedTwins } : nothing;
    const listed = remarksOf([...ofList.problems, ...remarks.problems], [...ofList.notes, ...remarks.notes]);
    const waiting = waitingOf(ofList.twins, remarks, context);
    const known = decidedBefore([...ofList.decidedTwins, ...remarks.decided]);
    const counted = { done: 0, next, counts, twice: ofList.twins.length, changes };
    return { ...reading, ...counted, ...listed, ...waiting, ...known };
  }
  if (problems.length > 0 && (!options.skipProblems || total === 0))
    return {
      problem: {
        code: 'LIST_HAS_PROBLEMS',
        problems: problems.slice(0, MAX_REMARKS),
        problemCount: problems.length,
      },
    };
  const ruledTwins = ruledNow(decidedTwins);
  if (from === 0 && ruledTwins.size > 0) await saveRuledChoices(db, list, batch, ruledTwins);
  const run = { ...compared, batch, resume: from > 0, isTimeUp };
  const { state, ...remarks } = await importRows(db, companies, run, context);
  const { done, counts, changes } = state;
  const next = state.state === 'done' ? null : done;
  if (next === null) latestRows.forget();
  const listed = remarksOf([...problems, ...remarks.problems], [...notes, ...remarks.notes]);
  const waiting = waitingOf(twins, remarks, context);
  const known = decidedBefore([...decidedTwins, ...remarks.decided]);
  return { ...reading, done, next, counts, twice: state.twice, changes, ...listed, ...waiting, ...known };
};

/** All that the rows are read by. */
const rowsKeyOf = (
  { key }: SubmittedList,
  { dryRun: _, from: __, skipProblems: ___, mode: ____, ...options }: ImportOptions,
  { rows, ruled, words }: KeptDecisions,
  { today, settings, members }: CommandContext,
): string => {
  // What rules make of rows while they are imported says nothing of how these are read.
  const ofTwins =
    options.rules.twice === undefined ? [...ruled].filter(([, is]) => typeof is === 'string') : [];
  return JSON.stringify([key, options, [...rows], ofTwins, [...words], today, settings, members]);
};

const readRows = (
  submitted: SubmittedList,
  options: ImportOptions,
  { rows, ruled, words }: KeptDecisions,
  context: CommandContext,
): Promise<CompanyRows> => {
  const { settings } = context;
  const terms = {
    ...options,
    today: context.today,
    fiscalYearStartMonth: settings.fiscalYearStartMonth,
    members: Object.values(context.members),
    cadence: cadenceOf(settings),
    calendar: context.calendar,
    meanings: wordMeanings(words),
    lostReasons: lostReasons(settings),
    language: settings.language,
    dayOfInstant: (instant: string) => dateIn(settings.zone, new Date(instant)),
  };
  const choices = { rules: options.rules, rows, ruled };
  return companyRowsOf(submitted.list, terms, (key) => choiceOfTwin(choices, key).is);
};

/** A list that came again, maybe without what its companies were known by before. */
const emptyKeyNotes = ({ columns, rows, headerLine }: CompanyList): ListProblem[] =>
  findEmptyKeyColumns(
    columns,
    rows.map(({ values }) => values),
    headerLine ?? 1,
  );

/** Read in another way, the same file is another batch. */
const batchIdOf = (bytes: Uint8Array, options: ImportOptions, words: readonly ListWord[]): string => {
  const { list, mapping, product, noHeader, headerLine, encoding, sheet, dateOrder, dateSystem } = options;
  const isPlain = mapping === undefined && product === undefined && !noHeader;
  const dates =
    dateOrder === undefined && dateSystem === undefined ? [] : [dateOrder ?? '', dateSystem ?? ''];
  const isFoundOut = headerLine === undefined && encoding === undefined && sheet === undefined;
  const place = isFoundOut ? [] : [{ headerLine, encoding, sheet }];
  const said = words
    .filter(({ means }) => means !== null)
    .map(({ kind, word, means }) => [kind, foldWord(word), means].join(' '))
    .sort();
  const meanings = said.length === 0 ? [] : [{ words: said }];
  const isReadAsItIs = isPlain && dates.length === 0 && isFoundOut && said.length === 0;
  const reading = isReadAsItIs
    ? ''
    : JSON.stringify([mapping, product, noHeader, ...dates, ...place, ...meanings]);
  return importBatchId(list, bytes, reading);
};

const ownersFor = (words: readonly ListWord[], { members }: CommandContext): Pick<Member, 'id' | 'name'>[] =>
  words.some(({ kind }) => kind === 'owner')
    ? inOrderOfReading(members)
        .filter((member) => member.active && mayWrite(member))
        .map(({ id, name }) => ({ id, name }))
    : [];

/** A batch keeps the mode that it was begun with; null where there is none, or it was undone. */
const storedMode = async (db: Database, batch: string): Promise<ImportMode | null> => {
  const stored = await readImportBatch(db, batch);
  return stored === null || stored.state === 'undone' ? null : stored.mode;
};

const remarksOf = (
  problems: readonly ListProblem[],
  notes: readonly ListProblem[],
): Pick<ImportAnswer, 'problems' | 'problemCount' | 'notes' | 'noteCount'> => ({
  problems: inLineOrder(problems).slice(0, MAX_REMARKS),
  problemCount: problems.length,
  notes: inLineOrder(notes).slice(0, MAX_REMARKS),
  noteCount: notes.length,
});

/** What a person has to decide or may compare, and which accounts the list has in another status. */
const waitingOf = (
  twins: readonly UndecidedRowView[],
  { undecided, statuses, similar }: Pick<ImportResult, 'undecided' | 'statuses' | 'similar'>,
  { members }: CommandContext,
): Pick<
  ImportAnswer,
  'undecided' | 'undecidedCount' | 'similar' | 'similarCount' | 'statuses' | 'statusCount'
> => {
  const rows = [...twins, ...undecided.map((row) => undecidedRowView(row, members))];
  return {
    undecided: rows.sort((a, b) => a.line - b.line).slice(0, MAX_WAITING),
    undecidedCount: rows.length,
    similar: similar.slice(0, MAX_WAITING).map((row) => similarRowView(row, members)),
    similarCount: similar.length,
    statuses: statuses.slice(0, MAX_WAITING),
    statusCount: statuses.length,
  };
};

/** What was decided without a rule of this call, so that a person sees it, and may decide it anew. */
const decidedBefore = (rows: readonly DecidedRow[]): Pick<ImportAnswer, 'decided' | 'decidedCount'> => {
  const before = [...new Map(rows.map((row) => [row.row, row])).values()].filter(({ by }) => by !== 'rule');
  return {
    decided: before
      .sort((a, b) => a.line - b.line)
      .slice(0, MAX_WAITING)
      .map(decidedRowView),
    decidedCount: before.length,
  };
};

const inLineOrder = (remarks: readonly ListProblem[]): ListProblem[] =>
  [...remarks].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
