/** Sends the stories: each person's steps of a day in one call, on the day on which they are said to have happened. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateIn } from '../../functions/clock';
import { readCompanyList } from '../../functions/company-list/read-list';
import type { CommandRequest } from '../../functions/contract/commands';
import { calendarOf, type Settings } from '../../functions/domain/account/team';
import { isBusinessDay, previousBusinessDay } from '../../functions/domain/calendar/business-days';
import { addDays, type CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { bandOf } from '../../functions/domain/queue/check-reason';
import type { Text } from '../../functions/domain/text/text';
import { japanesePublicHolidays } from '../../functions/public-holidays';
import { parseInstant } from '../clock';
import { projectFolder } from '../project-folder';
import type { Suite } from '../suite';
import { allAccounts, type FunctionsClient, functionsClientFor } from './functions-client';
import { purchasedListCsv } from './purchased-list';
import { SEED_MESSAGES } from './seed-messages';
import { createSettings, createTeam, firstImportDate, importDemoList } from './set-up';
import { companyAt, PURCHASED_COMPANIES, storySteps } from './stories';
import { type DemoCompany, type DemoScene, STORY_DAYS, type StoryStep } from './story-kit';
import { DEMO_PEOPLE, DEMO_TEAM, type DemoPerson, PURCHASED_LIST } from './team';

const DEMO_LIST = 'EDINET';
/** Early enough that holidays never put the first story before the import. */
const IMPORTED_DAYS_AGO = STORY_DAYS[0] + 15;
/** How far ahead customers name a day of their own. */
const NAMED_DAYS_AHEAD = 75;
const DAYS_PER_PROGRESS = 5;

export type ProgressListener = (progress: Text) => void;

/** Sets up the team and the lists, then sends the stories; what is there already is not sent again. */
export const sendStories = async (
  suite: Suite,
  admin: FunctionsClient,
  onProgress: ProgressListener,
): Promise<void> => {
  const { zone } = (await admin('settings', 'GET', {})).settings;
  const file = readFileSync(join(projectFolder(), 'emulator/demo/listed-companies.csv'));
  const listed = listedCompanies(file);
  const importedOn = await firstImportDate(admin, companyAt(listed, 0).corporateNumber);
  const today =
    importedOn === null ? dateIn(zone, suite.clock.now()) : addDays(importedOn, IMPORTED_DAYS_AGO);
  const setClock = (date: CalendarDate): void => suite.clock.set(parseInstant(`${date}T10:00:00`, zone));

  const importDay = addDays(today, -IMPORTED_DAYS_AGO);
  setClock(importDay);
  onProgress(SEED_MESSAGES.team);
  const memberIds = await createTeam(admin);
  const settings = await createSettings(admin);
  onProgress(SEED_MESSAGES.lists);
  const purchased = Array.from({ length: PURCHASED_COMPANIES }, (_, n) => companyAt(listed, n));
  await importDemoList(admin, PURCHASED_LIST, purchasedListCsv(purchased, importDay));
  await importDemoList(admin, DEMO_LIST, file);

  const companies = await importedCompanies(admin, listed);
  const steps = storySteps({ companies, memberIds, ...storyDaysOf(today, settings) });
  const send = await stepSender(suite);
  for (const [index, day] of STORY_DAYS.entries()) {
    if (index % DAYS_PER_PROGRESS === 0) onProgress(SEED_MESSAGES.stories(index, STORY_DAYS.length));
    const stepsOfDay = steps.filter(({ daysAgo }) => daysAgo === day);
    if (stepsOfDay.length > 0) setClock(businessDayAgo(today, day, settings));
    for (const person of DEMO_PEOPLE)
      await send(
        person,
        stepsOfDay.filter(({ by }) => by === person),
      );
  }
};

type ListedCompany = { name: string; corporateNumber: string };

const listedCompanies = (file: Uint8Array): ListedCompany[] =>
  readCompanyList(file).rows.flatMap(({ values: { name = '', corporateNumber } }) =>
    corporateNumber === undefined ? [] : [{ name, corporateNumber }],
  );

/** The accounts that the import has made of the listed companies, in the order of the list. */
const importedCompanies = async (
  admin: FunctionsClient,
  listed: readonly ListedCompany[],
): Promise<DemoCompany[]> => {
  const rows = new Map((await allAccounts(admin)).map((row) => [row.corporateNumber, row]));
  return listed.map(({ name, corporateNumber }) => {
    const row = rows.get(corporateNumber);
    if (row === undefined) throw new Error(`${name} was not imported`);
    return { id: row.id, name };
  });
};

const businessDayAgo = (today: CalendarDate, daysAgo: number, settings: Settings): CalendarDate =>
  previousBusinessDay(addDays(today, -daysAgo), calendarOf(settings, japanesePublicHolidays()));

/** The days on which the stories happen, and the free days that customers name. */
export const storyDaysOf = (today: CalendarDate, settings: Settings): Pick<DemoScene, 'on' | 'free'> => {
  const calendar = calendarOf(settings, japanesePublicHolidays());
  const ahead = Array.from({ length: NAMED_DAYS_AHEAD }, (_, n) => addDays(today, n));
  const free = (band: keyof DemoScene['free']): CalendarDate[] =>
    ahead.filter((date) => isBusinessDay(date, calendar) && bandOf(date, today) === band);
  return {
    on: (daysAgo) => businessDayAgo(today, daysAgo, settings),
    free: { dueIn7: free('dueIn7'), dueIn30: free('dueIn30'), later: free('later') },
  };
};

/** Sends the steps of one person and one day in one call. Steps sent again have the same request IDs, so they have no second effect. */
const stepSender = async (suite: Suite) => {
  const clients = new Map<DemoPerson, FunctionsClient>();
  for (const person of DEMO_PEOPLE)
    clients.set(person, await functionsClientFor(suite, DEMO_TEAM[person].email));
  /** Account IDs by subject, of the accounts that a step has registered. */
  const registered = new Map<string, string>();
  return async (person: DemoPerson, steps: readonly StoryStep[]): Promise<void> => {
    if (steps.length === 0) return;
    const commands = steps.map(({ subject, version, command }): CommandRequest => {
      // All commands of a call expect the version before the first of them: they are applied in their order.
      const first = steps.find((step) => step.subject === subject);
      return {
        requestId: `seed-${subject}-${version}`,
        accountId: command.type === 'register' ? null : (registered.get(subject) ?? subject),
        expectedVersion: first?.version ?? version,
        command: command as CommandRequest['command'],
      };
    });
    const answer = await clients.get(person)?.('commands', 'POST', {
      body: { channel: 'sidebar', commands },
    });
    answer?.outcomes.forEach((outcome, index) => {
      const step = steps[index];
      if ('refusal' in outcome || step === undefined || outcome.row.version !== step.version + 1)
        throw new Error(`${commands[index]?.requestId} by ${person}: ${JSON.stringify({ step, outcome })}`);
      if (step.command.type === 'register') registered.set(step.subject, outcome.row.id);
    });
  };
};
