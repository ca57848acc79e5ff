/** Blocks of commands: made for the accounts as they stand, sent, and answered again where the refusal says how. */
import { spoilt } from './flaws';
import { type Json, plain } from './json';
import { LINK_MAKERS } from './link-makers';
import type { Maker, Scene } from './maker';
import { PART_MAKERS } from './part-makers';
import type { Actor, Who } from './people';
import { repaired } from './repairs';
import { STATUS_MAKERS } from './status-makers';
import { Tally } from './tally';
import type { World } from './world';

const MAKERS: Readonly<Record<string, Maker>> = { ...STATUS_MAKERS, ...PART_MAKERS, ...LINK_MAKERS };

const ACTORS: readonly (readonly [Who, number])[] = [
  ['is', 22],
  ['is2', 14],
  ['fs', 18],
  ['fs2', 12],
  ['manager', 20],
  ['manager2', 12],
  ['admin', 5],
  ['viewer', 3],
];
const SIZES = [
  [1, 18],
  [3, 10],
  [6, 14],
  [12, 16],
  [24, 9],
  [50, 3],
  [110, 0.8],
] as const;
const CHANNELS = ['menu', 'sidebar', 'cell', 'trigger', 'api', undefined];
/** How often people do it, where that is not once. */
const USUAL: Readonly<Record<string, number>> = {
  register: 26,
  changeStatus: 60,
  logActivity: 30,
  recordCheck: 16,
  addOpportunity: 12,
  closeOpportunity: 10,
  setBant: 8,
  saveContact: 8,
  setAwaited: 5,
  saveProduct: 5,
  editDetails: 5,
  undo: 6,
  merge: 4,
  unmerge: 8,
  approve: 5,
  fillIn: 4,
};
const MOST_WAITING = 40;

/**
 * Products that move to a successor who is not named are accepted where there are none in use, and leave a history entry
 * that cannot be read any more. The recording does not pin that.
 */
const leaveOutMovesToNobody = (command: Json): void => {
  for (const onFile of [command?.onFile, command?.data?.onFile, command?.decision?.data?.onFile])
    if (typeof onFile === 'object' && onFile !== null && onFile.successorId === undefined)
      delete onFile.products;
};

export class Blocks {
  readonly tally = new Tally(Object.keys(MAKERS));
  /** To be sent again by whom it was refused to. */
  private readonly waiting = new Map<Who, Json[]>();
  /** Sent before, with who sent it: for what comes twice. */
  private readonly sent: { who: Who; asked: Json }[] = [];

  constructor(private readonly world: World) {}

  async one(): Promise<void> {
    const { random } = this.world;
    const actor = this.world.actor(random.weighted(ACTORS));
    const size = actor.role === 'viewer' ? 2 : random.weighted(SIZES);
    const again = (this.waiting.get(actor.who) ?? []).splice(0, size);
    const fresh = Array.from({ length: size - again.length }, () => this.fresh(actor));
    await this.send(actor, [...again, ...fresh]);
  }

  /** New accounts, many in one block. */
  async registrations(who: Who, count: number): Promise<void> {
    const actor = this.world.actor(who);
    await this.send(
      actor,
      Array.from({ length: count }, () => this.made('register', this.scene(actor, null))),
    );
  }

  /** Two commands that may be accepted on this account. */
  async goOn(id: string): Promise<void> {
    const { random } = this.world;
    const actor = this.world.actor(random.one(['is', 'fs', 'manager', 'manager2', 'admin'] as const));
    const scene = this.scene(actor, id);
    const types = Object.keys(MAKERS).filter((type) => type !== 'register' && MAKERS[type]?.fits(scene));
    const [first = 'logActivity', second = 'saveContact'] = random.shuffled(types);
    await this.send(actor, [this.made(first, scene), this.made(second, scene)]);
  }

  private fresh(actor: Actor): Json {
    const { random } = this.world;
    const before = random.maybeOne(
      this.sent.slice(-200).filter(({ who }) => who === actor.who || random.chance(0.1)),
    );
    if (before !== undefined && random.chance(0.05)) return this.twice(before.asked);
    const aim = random.chance(0.72) ? 'accepted' : 'refused';
    for (let tries = 0; tries < 40; tries += 1) {
      const type = random.weighted(this.tally.weights(aim, USUAL));
      const fitting = aim === 'accepted' || random.chance(0.6);
      const scene = this.sceneFor(type, actor, fitting);
      if (scene === null) continue;
      const asked = this.made(type, scene);
      const isWrong = !fitting && random.chance(0.6);
      return aim === 'accepted' || isWrong ? asked : spoilt(this.world, asked);
    }
    return this.made('register', this.scene(actor, null));
  }

  /** The same request again, or another one under its key. */
  private twice(asked: Json): Json {
    if (this.world.random.chance(0.65)) return asked;
    return {
      ...asked,
      command: {
        ...asked.command,
        ...(asked.command.type === 'register' ? { status: 'WORKING' } : { note: 'changed' }),
      },
    };
  }

  private scene(actor: Actor, id: string | null): Scene {
    const known = id === null ? undefined : this.world.accounts.get(id);
    return { world: this.world, actor, account: null, history: [], offers: [], ...known };
  }

  /** An account that such a command fits, or one that it does not fit; null where there is none. */
  private sceneFor(type: string, actor: Actor, fitting: boolean): Scene | null {
    if (type === 'register') return this.scene(actor, null);
    const accounts = this.world.random.shuffled([...this.world.accounts.keys()]);
    for (const id of accounts) {
      const scene = this.scene(actor, id);
      const { fits, nearly = () => true } = MAKERS[type] ?? {};
      if (fitting ? !scene.account.withdrawn && fits?.(scene) : nearly(scene)) return scene;
    }
    return null;
  }

  private made(type: string, scene: Scene): Json {
    const { random } = this.world;
    const version = scene.account?.version ?? 0;
    const behind = random.chance(0.1) ? random.below(4) : 0;
    return plain({
      requestId: this.world.requestId(),
      accountId: scene.account?.id ?? null,
      expectedVersion: Math.max(scene.account === null ? 0 : 1, version - behind),
      command: MAKERS[type]?.make(scene),
    });
  }

  private async send(actor: Actor, commands: readonly Json[]): Promise<void> {
    const { random, recorder } = this.world;
    const channel = random.one(CHANNELS);
    const json = plain({ channel, commands });
    for (const { command } of json.commands) leaveOutMovesToNobody(command);
    const { body } = await recorder.call({ as: actor.who, to: 'commands', json });
    const touched = new Set<string>();
    for (const [index, outcome] of ((body as Json).outcomes ?? []).entries()) {
      const asked = json.commands[index];
      const type = asked.command?.type;
      this.sent.push({ who: actor.who, asked });
      const invalid = outcome.status === 400 || actor.role === 'viewer';
      this.tally.add(type, outcome.status === 200 ? 'accepted' : invalid ? 'invalid' : 'refused');
      for (const id of this.touchedBy(asked, outcome)) touched.add(id);
      if (outcome.status !== 200 && !invalid && random.chance(0.75)) this.answer(actor.who, asked, outcome);
    }
    await this.world.refresh(touched);
  }

  private answer(who: Who, asked: Json, outcome: Json): void {
    const again = repaired(this.world, asked, outcome);
    const waiting = this.waiting.get(who) ?? [];
    if (again !== null && waiting.length < MOST_WAITING) this.waiting.set(who, [...waiting, plain(again)]);
  }

  private touchedBy(asked: Json, { status, row }: Json): string[] {
    if (status !== 200) return row === null ? [] : [row.id];
    const { account } = this.world.accounts.get(row.id) ?? {};
    const linked = [account?.merged?.intoId, account?.onFile?.successorId].filter((id) => id != null);
    const named = JSON.stringify(asked.command).match(/(?<=")a_[\w-]{26}(?=")/g) ?? [];
    return [row.id, ...linked, ...named].filter((id) => id === row.id || this.world.accounts.has(id));
  }
}
