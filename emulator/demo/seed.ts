/**
 * Fills an empty suite with a demonstration: through the functions, as the people concerned, on the days on which it
 * is said to have happened. The companies are real, everything said about them is made up.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { QueueRun } from '../../functions/app/queue-job';
import { dateIn } from '../../functions/clock';
import { readCompanyList } from '../../functions/company-list/read-list';
import type {
  AccountAnswer,
  AccountsAnswer,
  CommandRequest,
  CommandsAnswer,
  ImportAnswer,
  LookupAnswer,
  MembersAnswer,
  SettingsAnswer,
} from '../../functions/contract/contract';
import { calendarOf, type Member, type Settings } from '../../functions/domain/account/team';
import { isBusinessDay, previousBusinessDay } from '../../functions/domain/calendar/business-days';
import { addDays, addMonths, type CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { bucketOf } from '../../functions/domain/queue/queue';
import type { RegisterRow } from '../../functions/domain/register/row';
import { STATUS, STATUSES, type Status } from '../../functions/domain/status/statuses';
import { type Text, text } from '../../functions/domain/text/text';
import { japanesePublicHolidays } from '../../functions/public-holidays';
import { parseInstant } from '../local-helpers';
import type { Suite } from '../suite';
import { type FunctionsClient, functionsClientFor } from './functions-client';
import { companyAt, PURCHASED_COMPANIES, storySteps } from './stories';
import { type DemoScene, STORY_DAYS, type StoryStep } from './story-kit';
import {
  DEMO_PEOPLE,
  DEMO_TEAM,
  type DemoPerson,
  LEAVER,
  PRODUCTS,
  PURCHASED_LIST,
  PURCHASED_PRODUCT,
} from './team';

export interface SeedSummary {
  notice: Text;
  accounts: number;
  statuses: Readonly<Record<Status, number>>;
  members: readonly Pick<Member, 'name' | 'email' | 'role' | 'active'>[];
  queue: QueueRun;
}

type ProgressListener = (progress: Text) => void;

const NOTICE = text(
  '会社は実在します(出典: EDINET)。ステータス・商談・担当者など、会社について書かれていることはすべて架空です。',
  'The companies are real (source: EDINET). Everything said about them is made up: status, meetings, people.',
);
const DEMO_LIST = 'EDINET';
/** Early enough that holidays never put the first life before it. */
const IMPORTED_DAYS_AGO = STORY_DAYS[0] + 15;
/** How far ahead customers name a day of their own. */
const NAMED_DAYS_AHEAD = 75;
const DAYS_A_PROGRESS = 5;

/**
 * True when the whole demonstration is there, its register and its queue in tabs of their own; seedDemo goes on with one
 * that was broken off.
 */
export const isSeeded = async (suite: Suite): Promise<boolean> =>
  (await allStoriesSent(await adminClient(suite))) &&
  [suite.sheets.registerId, suite.sheets.queueId].every((id) => suite.workbooks.get(id).tabs.length > 1);

/**
 * Sends nothing that is there already. While it runs, the suite's clock stands in the past; behind it, and also when it
 * throws, the clock is what it was. A command that is refused throws.
 */
export const seedDemo = async (
  suite: Suite,
  { onProgress = () => undefined }: { onProgress?: ProgressListener } = {},
): Promise<SeedSummary> => {
  const admin = await adminClient(suite);
  if (!(await allStoriesSent(admin))) {
    const setBack = rememberClock(suite);
    try {
      await sendStories(suite, admin, onProgress);
    } finally {
      setBack();
    }
    await saveMember(admin, await admin.get('members'), LEAVER, false);
  }
  onProgress(
    text('台帳と四半期チェックの一覧を書き込みます。', 'Writing the register and the quarterly-check queue.'),
  );
  // First the register: the queue links to its rows.
  await runDemoJob(suite, 'layout');
  const queue = await runDemoJob<QueueRun>(suite, 'queue');
  const rows = await allAccounts(admin);
  const { members } = await admin.get<MembersAnswer>('members');
  const count = (wanted: Status): number => rows.filter(({ status }) => status === wanted).length;
  return {
    notice: NOTICE,
    accounts: rows.length,
    statuses: Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>,
    members: members.map(({ name, email, role, active }) => ({ name, email, role, active })),
    queue,
  };
};

const adminClient = (suite: Suite): Promise<FunctionsClient> => functionsClientFor(suite, suite.adminEmail);

/** The leaver leaves when everything else has been told. */
const allStoriesSent = async (admin: FunctionsClient): Promise<boolean> => {
  const { members } = await admin.get<MembersAnswer>('members');
  return members.some(({ email, active }) => email === DEMO_TEAM[LEAVER].email && !active);
};

const rememberClock = ({ clock }: Suite): (() => void) => {
  const ahead = clock.now().getTime() - Date.now();
  // Two readings of the real time may be a few milliseconds apart.
  const isReal = Math.abs(ahead) < 1000;
  return () => clock.set(isReal ? null : new Date(Date.now() + ahead));
};

const sendStories = async (
  suite: Suite,
  admin: FunctionsClient,
  onProgress: ProgressListener,
): Promise<void> => {
  const before = (await admin.get<SettingsAnswer>('settings')).settings;
  const file = readFileSync(join(findPackageRoot(), 'emulator/demo/listed-companies.csv'));
  const listed = readCompanyList(file).rows.flatMap(({ values: { name = '', corporateNumber } }) =>
    corporateNumber === undefined ? [] : [{ name, corporateNumber }],
  );
  const begun = await firstImportDate(admin, companyAt(listed, 0).corporateNumber);
  const today = begun === null ? dateIn(before.zone, suite.clock.now()) : addDays(begun, IMPORTED_DAYS_AGO);
  const setClock = (date: CalendarDate): void =>
    suite.clock.set(parseInstant(`${date}T10:00:00`, before.zone));

  const importDay = addDays(today, -IMPORTED_DAYS_AGO);
  setClock(importDay);
  onProgress(text('チームと製品を登録します。', 'Registering the team and its products.'));
  const memberIds = await createTeam(admin);
  const settings = await createSettings(admin);
  onProgress(text('会社のリストを取り込みます。', 'Importing the company lists.'));
  const purchased = Array.from({ length: PURCHASED_COMPANIES }, (_, n) => companyAt(listed, n));
  await importDemoList(admin, PURCHASED_LIST, purchasedListCsv(purchased, importDay));
  await importDemoList(admin, DEMO_LIST, file);

  const rows = new Map((await allAccounts(admin)).map((row) => [row.corporateNumber, row]));
  const steps = storySteps({
    companies: listed.map(({ name, corporateNumber }) => {
      const row = rows.get(corporateNumber);
      if (row === undefined) throw new Error(`${name} was not imported`);
      return { id: row.id, name };
    }),
    memberIds,
    ...storyDaysOf(today, settings),
  });
  const send = await stepSender(suite);
  for (const [index, day] of STORY_DAYS.entries()) {
    if (index % DAYS_A_PROGRESS === 0)
      onProgress(
        text(
          `架空の経緯を記録します(${index}/${STORY_DAYS.length} 日)。`,
          `Telling made-up lives: ${index} of ${STORY_DAYS.length} days.`,
        ),
      );
    const ofDay = steps.filter(({ daysAgo }) => daysAgo === day);
    if (ofDay.length > 0) setClock(businessDayAgo(today, day, settings));
    for (const person of DEMO_PEOPLE)
      await send(
        person,
        ofDay.filter(({ by }) => by === person),
      );
  }
};

/** Where package.json is: from the sources, and from a bundle in a folder below. */
const findPackageRoot = (): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
};

/** The day on which a demonstration that was broken off has imported its first company; null when there is none. */
const firstImportDate = async (
  admin: FunctionsClient,
  corporateNumber: string,
): Promise<CalendarDate | null> => {
  const { hits } = await admin.get<LookupAnswer>('lookup', { number: corporateNumber });
  const id = hits[0]?.row.id;
  if (id === undefined) return null;
  const { history } = await admin.get<AccountAnswer>('account', { id, before: '2', entries: '1' });
  return history[0]?.on ?? null;
};

const createTeam = async (admin: FunctionsClient): Promise<Record<DemoPerson, string>> => {
  let team = await admin.get<MembersAnswer>('members');
  for (const person of DEMO_PEOPLE) team = await saveMember(admin, team, person, true);
  return Object.fromEntries(DEMO_PEOPLE.map((person) => [person, memberIdOf(team, person)])) as Record<
    DemoPerson,
    string
  >;
};

const memberIdOf = ({ members }: MembersAnswer, person: DemoPerson): string | undefined =>
  members.find(({ email }) => email === DEMO_TEAM[person].email)?.id;

/** Made, or changed to what is wanted; nothing happens when it is so already. */
const saveMember = (
  admin: FunctionsClient,
  team: MembersAnswer,
  person: DemoPerson,
  active: boolean,
): Promise<MembersAnswer> =>
  admin.post('members', {
    expectedVersion: team.version,
    member: { ...DEMO_TEAM[person], id: memberIdOf(team, person), active },
  });

const createSettings = async (admin: FunctionsClient): Promise<Settings> => {
  const { version, settings } = await admin.get<SettingsAnswer>('settings');
  if (settings.products.length > 0) return settings;
  const wanted = { expectedVersion: version, settings: { products: PRODUCTS } };
  return (await admin.post<SettingsAnswer>('settings', wanted)).settings;
};

const importDemoList = async (admin: FunctionsClient, list: string, file: Uint8Array): Promise<void> => {
  for (let from: number | null = 0; from !== null; ) {
    const answer: ImportAnswer = await admin.upload('import', { list, from: String(from) }, file);
    if (answer.problemCount > 0) throw new Error(`${list}: ${JSON.stringify(answer.problems[0])}`);
    from = answer.next;
  }
};

/** The list of a purchased company as it came: clients without a contract number, and some that it had lost sight of. */
const purchasedListCsv = (
  companies: readonly { name: string; corporateNumber: string }[],
  today: CalendarDate,
): Uint8Array => {
  const lines = companies.map(({ name, corporateNumber }, n) => {
    const identity = [`M-${101 + n}`, name, corporateNumber];
    const told = (status: Status, ...rest: string[]) =>
      [...identity, STATUS[status].label.ja, ...rest].join();
    if (n < 9) return told('CURRENT_CLIENT', PURCHASED_PRODUCT, addMonths(today, -6 * n - 5), '');
    return told(n < 11 ? 'QUARTERLY_CHECK' : 'DEAD_OPPORTUNITY', '', '', addMonths(today, 8 - n));
  });
  return Buffer.from(
    ['顧客番号,会社名,法人番号,ステータス,製品,契約日,最終連絡日', ...lines, ''].join('\r\n'),
  );
};

const allAccounts = async (admin: FunctionsClient): Promise<RegisterRow[]> => {
  const rows: RegisterRow[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: AccountsAnswer = await admin.get('accounts', {
      limit: '1000',
      ...(cursor === '' ? {} : { cursor }),
    });
    rows.push(...page.rows);
    cursor = page.cursor;
  }
  return rows;
};

const businessDayAgo = (today: CalendarDate, daysAgo: number, settings: Settings): CalendarDate =>
  previousBusinessDay(addDays(today, -daysAgo), calendarOf(settings, japanesePublicHolidays()));

export const storyDaysOf = (today: CalendarDate, settings: Settings): Pick<DemoScene, 'on' | 'free'> => {
  const calendar = calendarOf(settings, japanesePublicHolidays());
  const ahead = Array.from({ length: NAMED_DAYS_AHEAD }, (_, n) => addDays(today, n));
  const free = (bucket: keyof DemoScene['free']): CalendarDate[] =>
    ahead.filter((date) => isBusinessDay(date, calendar) && bucketOf(date, today) === bucket);
  return {
    on: (daysAgo) => businessDayAgo(today, daysAgo, settings),
    free: { thisWeek: free('thisWeek'), thisMonth: free('thisMonth'), later: free('later') },
  };
};

/** Sends steps of one person and one day in one call. The same steps again have the same keys, and so no second effect. */
const stepSender = async (suite: Suite) => {
  const callers = new Map<DemoPerson, FunctionsClient>();
  for (const person of DEMO_PEOPLE)
    callers.set(person, await functionsClientFor(suite, DEMO_TEAM[person].email));
  /** Account IDs of those that were registered on the way. */
  const registered = new Map<string, string>();
  return async (person: DemoPerson, steps: readonly StoryStep[]): Promise<void> => {
    if (steps.length === 0) return;
    const commands = steps.map(({ subject, version, command }): CommandRequest => {
      // The version at the start of the call: its commands are applied in their order.
      const first = steps.find((step) => step.subject === subject);
      return {
        requestId: `seed-${subject}-${version}`,
        accountId: command.type === 'register' ? null : (registered.get(subject) ?? subject),
        expectedVersion: first?.version ?? version,
        command: command as CommandRequest['command'],
      };
    });
    const answer = await callers
      .get(person)
      ?.post<CommandsAnswer>('commands', { channel: 'sidebar', commands });
    answer?.outcomes.forEach((outcome, index) => {
      const step = steps[index];
      if ('refusal' in outcome || step === undefined || outcome.row.version !== step.version + 1)
        throw new Error(`${commands[index]?.requestId} by ${person}: ${JSON.stringify({ step, outcome })}`);
      if (step.command.type === 'register') registered.set(step.subject, outcome.row.id);
    });
  };
};

const runDemoJob = async <Run>(suite: Suite, name: 'layout' | 'queue'): Promise<Run> => {
  const answer = await fetch(`${suite.local}jobs/${name}`, { method: 'POST' });
  const body = (await answer.json()) as Run;
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body;
};
