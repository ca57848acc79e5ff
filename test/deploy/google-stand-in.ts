/**
 * Stands for gcloud, firebase-tools, clasp and what they reach: keeps what it was told to make, refuses to make a thing twice or
 * before what it needs, and writes down each command line.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, type Ended, type ToolCall } from '../../deploy/tools';
import { VERSION } from '../../functions/version';

const NUMBER = '123456789012';
const ok = (output = ''): Ended => ({ code: 0, output: `${output}\n`, errors: '' });
const failed = (errors: string): Ended => ({ code: 1, output: '', errors: `ERROR: ${errors}` });

/** Ends the deployment as a kill would: before or behind the effect of a call. */
export class Killed extends Error {}

export class GoogleStandIn {
  /** Command lines that changed something. */
  readonly changes: string[] = [];
  readonly apis = new Set<string>();
  database: string | null = null;
  backups = 0;
  readonly accounts = new Set<string>();
  readonly bindings = new Set<string>();
  readonly secrets = new Map<string, string[]>();
  readonly spreadsheets: string[] = [];
  readonly pushed = new Map<string, string>();
  rules = 0;
  service: Record<'labels' | 'settings' | 'secrets', Map<string, string>> | null = null;
  revision = 0;
  /** The last revision that has started. */
  ready = 0;
  /** Whether a new revision starts. */
  starts = true;
  /** The revision that gets all calls; null for the newest one. */
  pinned: number | null = null;
  readonly jobs = new Map<string, { description: string; attempts: number }>();
  /** By their full names: what watches over a deployment. */
  readonly watches = new Map<string, { kind: string; labels: Map<string, string>; content: string }>();
  /** gRPC's code of what a run of the scheduler ends with. */
  jobCode = 0;
  signedIn = true;
  /** What the version command says of the alpha and the beta group. */
  groups = '2025.06.20\t2025.06.20';
  /** How often a service account that was made is not known yet where it is given a role. */
  unknownFor = 0;
  /** What the health says. */
  version = VERSION;
  firestore = 'reachable';
  /** Of the calls that change something, by their number from 0. */
  killAt: { call: number; when: 'before' | 'behind' } | null = null;

  readonly run = async (call: ToolCall): Promise<Ended> => {
    if (READING.some((word) => call.args.includes(word))) return this.read(call);
    const { killAt } = this;
    const isKilled = killAt?.call === this.changes.length;
    if (isKilled && killAt?.when === 'before') throw new Killed();
    this.changes.push(commandLine(call));
    const ended = this.change(call);
    if (isKilled) throw new Killed();
    return ended;
  };

  readonly fetch: typeof fetch = async (input) => {
    const { pathname } = new URL(String(input));
    if (this.service === null) return new Response('<html>', { status: 404 });
    if (pathname === '/health')
      return Response.json({ service: 'hachi', version: this.version, firestore: this.firestore });
    return Response.json({ error: { code: 'NOT_SIGNED_IN' } }, { status: 401 });
  };

  private read({ tool, args }: ToolCall): Ended {
    if (tool === 'firebase')
      return ok(this.signedIn ? '{"result":[{"user":{"email":"a@b.example"}}]}' : '{}');
    if (tool === 'clasp') return ok(`{"loggedIn": ${this.signedIn}}`);
    const [group = '', second = '', third = '', name = ''] = args;
    if (group === 'version') return ok(this.groups);
    const known: Record<string, () => Ended> = {
      'auth list': () => ok(this.signedIn ? 'a@b.example' : ''),
      'projects describe': () => ok(NUMBER),
      'projects get-iam-policy': () => ok(this.rolesOf(flag(args, 'filter').split('=')[1] ?? '')),
      'billing projects': () => ok('billingAccounts/01-AB'),
      'services list': () => ok([...this.apis].join('\n')),
      'firestore databases': () =>
        this.database === null
          ? failed('(gcloud) NOT_FOUND: The database does not exist')
          : ok(this.database),
      'firestore backups': () => ok('backup\n'.repeat(this.backups)),
      'iam service-accounts': () =>
        this.accounts.has(name) ? ok(name) : failed(`NOT_FOUND: Unknown service account ${name}`),
      'secrets versions': () => {
        const versions = this.secrets.get(name);
        if (versions === undefined) return failed('NOT_FOUND: Secret not found.');
        return ok(versions.length === 0 ? '' : `${versions.length}`);
      },
      'secrets get-iam-policy': () => ok(this.rolesOf(`secret ${flag(args, 'filter').split('=')[1]}`)),
      'secrets describe': () =>
        this.secrets.has(third) ? ok(third) : failed('NOT_FOUND: Secret not found.'),
      'run services': () => {
        if (this.service === null)
          return failed('(gcloud.run.services.describe) Cannot find service [hachi]');
        const label = /labels\.([\w-]+)/.exec(flag(args, 'format'))?.[1];
        if (label === undefined) return ok(this.pinned === null ? 'True\t100' : '\t100');
        const { revision, ready } = this;
        return ok([this.service.labels.get(label) ?? '', `hachi-${revision}`, `hachi-${ready}`].join('\t'));
      },
      'scheduler jobs': () => {
        const job = this.jobs.get(name);
        if (job === undefined) return failed('NOT_FOUND: Job not found.');
        if (!flag(args, 'format').startsWith('json')) return ok(job.description);
        const ran =
          job.attempts === 0 ? {} : { lastAttemptTime: `${job.attempts}`, status: { code: this.jobCode } };
        return ok(JSON.stringify(ran));
      },
    };
    const watched = listedWatches(args);
    if (watched !== null) {
      const withContent = flag(args, 'format').includes(',');
      return ok(
        this.watchesLike(watched)
          .map(([name, content]) => (withContent ? `${name}\t${content}` : name))
          .join('\n'),
      );
    }
    const answer = known[`${group} ${second}`];
    if (answer === undefined) throw new Error(`Nothing is known of ${args.join(' ')}`);
    return answer();
  }

  private change(call: ToolCall): Ended {
    const { tool, args, secret } = call;
    if (tool === 'firebase') {
      this.rules += 1;
      return this.database === null ? failed('There is no database.') : ok();
    }
    if (tool === 'clasp') return this.clasp(call);
    const words = args.filter((word) => !word.startsWith('--'));
    const name = words.at(-1) ?? '';
    const verb = words.join(' ');
    if (words.some((word) => KINDS.includes(word))) return this.watch(words, args);
    if (verb.startsWith('services enable')) for (const api of words.slice(2)) this.apis.add(api);
    else if (verb === 'firestore databases create') {
      if (this.database !== null) return failed('ALREADY_EXISTS');
      if (!this.apis.has('firestore.googleapis.com')) return failed('The API is off.');
      this.database = flag(args, 'location');
    } else if (verb === 'firestore backups schedules create') this.backups += 1;
    else if (verb.startsWith('iam service-accounts create')) {
      const email = `${name}@${flag(args, 'project')}.iam.gserviceaccount.com`;
      if (this.accounts.has(email)) return failed('ALREADY_EXISTS');
      this.accounts.add(email);
    } else if (verb.startsWith('iam service-accounts delete')) this.accounts.delete(name);
    else if (verb.startsWith('projects add-iam-policy-binding')) return this.bind('', args);
    else if (verb.startsWith('projects remove-iam-policy-binding'))
      this.bindings.delete(`${flag(args, 'member')} ${flag(args, 'role')}`);
    else if (verb.startsWith('secrets add-iam-policy-binding')) return this.bind('secret ', args);
    else if (verb.startsWith('secrets create')) {
      if (this.secrets.has(name)) return failed('ALREADY_EXISTS');
      this.secrets.set(name, []);
    } else if (verb.startsWith('secrets versions add')) this.secrets.get(name)?.push(secret?.value() ?? '');
    else if (verb.startsWith('secrets delete')) this.secrets.delete(name);
    else if (verb.startsWith('run deploy')) return this.deployService(args);
    else if (verb.startsWith('run services update-traffic')) this.pinned = null;
    else if (verb.startsWith('run services update')) return this.updateService(args);
    else if (verb.startsWith('run services delete')) this.service = null;
    else if (verb.startsWith('scheduler jobs create')) {
      if (this.jobs.has(name)) return failed('ALREADY_EXISTS');
      this.jobs.set(name, { description: flag(args, 'description'), attempts: 0 });
    } else if (verb.startsWith('scheduler jobs update'))
      Object.assign(this.jobs.get(name) ?? {}, { description: flag(args, 'description') });
    else if (verb.startsWith('scheduler jobs delete')) this.jobs.delete(name);
    else if (verb.startsWith('scheduler jobs run'))
      Object.assign(this.jobs.get(name) ?? {}, { attempts: this.changes.length });
    else throw new Error(`Nothing is known of ${verb}`);
    return ok();
  }

  /** Of a kind, those with a label or a name. */
  private watchesLike({ kind, filter }: { kind: string; filter: string }): [name: string, content: string][] {
    const [, key = '', value = ''] = /(\w+)(?:=|:)"?([^"]*)"?$/.exec(filter) ?? [];
    return [...this.watches].flatMap(([name, watch]) => {
      const has = watch.labels.get(key);
      return watch.kind !== kind || has === undefined || (value !== '*' && has !== value)
        ? []
        : [[name, watch.content]];
    });
  }

  private watch(words: readonly string[], args: readonly string[]): Ended {
    const kind = words.find((word) => KINDS.includes(word)) ?? '';
    const [verb = '', id = ''] = words.slice(words.indexOf(kind) + 1);
    if (verb === 'delete') this.watches.delete(id);
    else {
      const file = flag(args, 'policy-from-file');
      const policy = file === '' ? null : JSON.parse(readFileSync(file, 'utf8'));
      for (const channel of policy?.notificationChannels ?? [])
        if (!this.watches.has(channel)) return failed(`There is no channel ${channel}.`);
      const [, units = '', currency = ''] = /^(\d+)([A-Z]+)$/.exec(flag(args, 'budget-amount')) ?? [];
      const labels = new Map<string, string>([
        ...Object.entries<string>(policy?.userLabels ?? {}),
        ...pairsOf(flag(args, 'user-labels')),
        ['displayName', flag(args, 'display-name')],
      ]);
      const content = policy?.userLabels.content ?? `${units}\t${currency}`.trim();
      this.watches.set(verb === 'update' ? id : `${kind}/${this.watches.size + 1}`, {
        kind,
        labels,
        content,
      });
    }
    return ok();
  }

  private clasp({ args, folder = '' }: ToolCall): Ended {
    const project = join(folder, '.clasp.json');
    if (args[0] === 'create-script') {
      if (existsSync(project)) return failed('Project file already exists.');
      const id = `sheet-${this.spreadsheets.length + 1}`;
      this.spreadsheets.push(id);
      const rootDir = flag(args, 'rootDir');
      writeFileSync(project, JSON.stringify({ scriptId: `script-${id}`, rootDir, parentId: id }));
      return ok();
    }
    const { scriptId, rootDir } = JSON.parse(readFileSync(project, 'utf8'));
    this.pushed.set(scriptId, readFileSync(join(folder, rootDir, 'Code.js'), 'utf8'));
    return ok();
  }

  private deployService(args: readonly string[]): Ended {
    if (!this.accounts.has(flag(args, 'service-account'))) return failed('There is no such service account.');
    if (![...this.bindings].some((binding) => binding.startsWith('secret ')))
      return failed('It may not read the secret.');
    const main = JSON.parse(readFileSync(join(flag(args, 'source'), 'package.json'), 'utf8')).main;
    if (!existsSync(join(flag(args, 'source'), main))) return failed('There is nothing to build.');
    this.service ??= { labels: new Map(), settings: new Map(), secrets: new Map() };
    return this.updateService(args);
  }

  /** What is not named stays. */
  private updateService(args: readonly string[]): Ended {
    if (this.service === null) return failed('Cannot find service [hachi]');
    for (const [key, value] of pairsOf(flag(args, 'update-labels'))) this.service.labels.set(key, value);
    for (const [key, value] of pairsOf(flag(args, 'update-env-vars'))) this.service.settings.set(key, value);
    for (const [key, value] of pairsOf(flag(args, 'update-secrets'))) {
      const [name = ''] = value.split(':');
      if (!this.secrets.get(name)?.length) return failed(`There is no version of ${name}.`);
      this.service.secrets.set(key, value);
    }
    this.revision += 1;
    if (!this.starts) return failed('The user-provided container failed to start.');
    this.ready = this.revision;
    return ok();
  }

  private bind(what: string, args: readonly string[]): Ended {
    const member = flag(args, 'member');
    if (!this.accounts.has(member.replace('serviceAccount:', '')))
      return failed('There is no such service account.');
    if (this.unknownFor > 0) {
      this.unknownFor -= 1;
      return failed(`INVALID_ARGUMENT: Service account ${member.split(':')[1]} does not exist.`);
    }
    this.bindings.add(`${what}${member} ${flag(args, 'role')}`);
    return ok();
  }

  private rolesOf(member: string): string {
    return [...this.bindings]
      .filter((binding) => binding.startsWith(`${member} `))
      .map((binding) => binding.slice(member.length + 1))
      .join('\n');
  }
}

/** What watches over a deployment, by gcloud's words. */
const KINDS = ['channels', 'policies', 'uptime', 'budgets'];

const listedWatches = (args: readonly string[]): { kind: string; filter: string } | null => {
  const kind = args.find((word) => KINDS.includes(word));
  return kind === undefined ? null : { kind, filter: flag(args, 'filter') };
};

const READING = [
  'version',
  'describe',
  'list',
  'list-configs',
  'get-iam-policy',
  'login:list',
  'show-authorized-user',
];

const flag = (args: readonly string[], name: string): string =>
  args.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';

/** A list as gcloud reads it: `a=b,c=d`, or with another delimiter `^;^a=b;c=d`. */
const pairsOf = (text: string): [string, string][] => {
  const [, delimiter = ',', list = text] = /^\^(.)\^(.*)$/s.exec(text) ?? [];
  return list.split(delimiter).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
};
