/** What every function works with: the clock, the stores, and the way in. */
import { admitMember, type Caller } from '../app/admit-member';
import { type LatestValue, latestValue, timerOf } from '../app/latest-value';
import type { LinkSettings } from '../app/row-links';
import type { Clock } from '../clock';
import { dateIn } from '../clock';
import type { CompanyList } from '../company-list/company-list';
import type { CompanyRows } from '../company-list/company-rows';
import type { Config } from '../config';
import type { TeamView } from '../contract/member';
import { definedFields } from '../domain/account/defined-fields';
import { inOrderOfReading } from '../domain/account/member-order';
import type { Member } from '../domain/account/team';
import type { DigestSenders } from '../outbound/channels';
import type { SheetsClient } from '../sheets/client';
import type { Database } from '../store/firestore';
import { recordJobRun } from '../store/job-runs';
import { isUnreadable } from '../store/team-document';
import type { EndpointDeps } from './endpoint';
import { type IdentifyDeps, namedInLog } from './identify';
import { Problem } from './problem';
import type { TokenIdentity } from './sign-in';

export interface Service {
  config: Config;
  clock: Clock;
  db: Database;
  /** Opened at the first use: most functions never need it. */
  sheets: () => Promise<SheetsClient>;
  /** By channel what takes a digest to a person; opened at the first use, too. */
  digestSenders: () => Promise<DigestSenders>;
  /** Null where links are not set up: the tabs then have none. */
  links: LinkSettings | null;
  /**
   * After this time a call that could go on ends and says from where: far below the limit of a deployed function. All functions
   * share the object.
   */
  limits: {
    runMilliseconds: number;
    /** Of the scheduler's run of a job that the next run goes on with: Cloud Scheduler waits for three minutes. */
    jobMilliseconds: number;
  };
  /** The list of companies that was read last, and its rows: the next call of the same import goes on with them. */
  latestList: LatestValue<CompanyList>;
  latestRows: LatestValue<CompanyRows>;
  /** For members of the team. */
  endpointDeps: EndpointDeps<Caller>;
  /** For members of the team, and for the scheduler's own service account, which is null. */
  jobEndpointDeps: EndpointDeps<Caller | null>;
}

/** The calls of one import follow each other at once; a person who looks at its rehearsal takes longer. */
const LIST_KEPT_MILLISECONDS = 120_000;

export const makeService = ({
  config,
  clock,
  db,
  sheets,
  digestSenders,
  identifyDeps,
}: Pick<Service, 'config' | 'clock' | 'db' | 'sheets' | 'digestSenders'> & {
  identifyDeps: IdentifyDeps;
}): Service => {
  const authorise = async (identity: TokenIdentity): Promise<Caller> => {
    const admitted = await admitMember(db, identity, config.firstAdmin, clock().toISOString());
    if (admitted === null) throw new Problem('NOT_A_MEMBER');
    if (isUnreadable(admitted.team, admitted.member)) throw new Problem('MEMBER_UNREADABLE');
    if (!admitted.member.active) throw new Problem('MEMBER_LEFT');
    return admitted;
  };
  return {
    config,
    clock,
    db,
    sheets,
    digestSenders,
    links: linkSettings(config),
    limits: { runMilliseconds: 20_000, jobMilliseconds: 150_000 },
    latestList: latestValue(timerOf(LIST_KEPT_MILLISECONDS)),
    latestRows: latestValue(timerOf(LIST_KEPT_MILLISECONDS)),
    endpointDeps: {
      ...identifyDeps,
      authorise,
      callerId: ({ member }) => member.id,
    },
    jobEndpointDeps: {
      ...identifyDeps,
      authorise: async (identity) =>
        config.scheduler !== null && identity.email === config.scheduler ? null : authorise(identity),
      callerId: (caller) => caller?.member.id ?? 'scheduler',
    },
  };
};

/** The service of one function: each line of its log has the function's name. */
export const serviceOfFunction = (service: Service, name: string): Service => {
  const jobDeps = namedInLog(service.jobEndpointDeps, name);
  /** Notes a run of the scheduler (whose caller is null), so that the queue can tell of a job that stands still. */
  const answered = async (caller: Caller | null): Promise<void> => {
    if (caller !== null) return;
    await recordJobRun(service.db, name, service.clock().toISOString()).catch((error: unknown) =>
      jobDeps.log({ severity: 'WARNING', message: `The run is not recorded: ${error}`, trace: null }),
    );
  };
  return {
    ...service,
    endpointDeps: namedInLog(service.endpointDeps, name),
    jobEndpointDeps: { ...jobDeps, answered },
  };
};

const linkSettings = ({ functionsUrl, linkKey }: Config): LinkSettings | null =>
  functionsUrl === null || linkKey === null ? null : { functionsUrl, linkKey };

/** ID of the spreadsheet that the register stands in. Throws where none is set. */
export const registerSheetOf = ({ config }: Service): string => {
  if (config.registerSheet === null) throw new Problem('REGISTER_SHEET_NOT_SET');
  return config.registerSheet;
};

/** What a sheet needs to know of the team; who is offered as an owner or a receiver stands in this order, by reading. */
export const teamView = ({ team: { members, settings } }: Caller, clock: Clock): TeamView => ({
  today: dateIn(settings.zone, clock()),
  zone: settings.zone,
  language: settings.language,
  fiscalYearStartMonth: settings.fiscalYearStartMonth,
  members: Object.fromEntries(inOrderOfReading(members).map((member) => [member.id, publicMember(member)])),
});

/** The member without what only the sign-in needs. */
export const publicMember = ({ id, email, name, kana, role, active, leaves, language }: Member): Member => ({
  id,
  email,
  name,
  role,
  active,
  ...definedFields({ kana, leaves, language }),
});
