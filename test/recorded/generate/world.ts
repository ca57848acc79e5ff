/** What the generator knows of the product: only what the product has answered. */
import { Companies } from './companies';
import type { Json } from './json';
import { type Actor, PRODUCTS, TEAM, type Who } from './people';
import type { Random } from './random';
import type { Recorder } from './recorder';

/** An account as `account` answered it last. */
export interface Known {
  account: Json;
  /** Newest first. */
  history: readonly Json[];
  offers: readonly Json[];
}

export class World {
  readonly accounts = new Map<string, Known>();
  readonly companies: Companies;
  readonly actors = new Map<Who, Actor>();
  products: readonly string[] = PRODUCTS;
  private requests = 0;

  constructor(
    readonly random: Random,
    readonly recorder: Recorder,
  ) {
    this.companies = new Companies(random);
  }

  get today(): string {
    return this.recorder.today;
  }

  /** Milliseconds, as the product's clock. */
  get now(): number {
    return this.recorder.now;
  }

  /** A new idempotency key. */
  requestId(): string {
    this.requests += 1;
    return `recorded-${String(this.requests).padStart(5, '0')}`;
  }

  actor(who: Who): Actor {
    const actor = this.actors.get(who);
    if (actor === undefined) throw new Error(`${who} is no member yet`);
    return actor;
  }

  idOf(who: Who): string {
    return this.actor(who).id;
  }

  /** Learns the IDs of the members. */
  async meetTeam(): Promise<void> {
    const { body } = await this.recorder.look({ as: 'admin', to: 'members' });
    for (const { who, role } of TEAM) {
      const id = (body as Json).members.find(({ email }: Json) => email === `${who}@hachi.example`)?.id;
      if (id !== undefined) this.actors.set(who, { who, id, role });
    }
  }

  /** Looks again at the accounts, as the admin sees them. */
  async refresh(ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(ids)];
    const found = await Promise.all(
      wanted.map((id) => this.recorder.look({ as: 'admin', to: 'account', query: { id, entries: '6' } })),
    );
    for (const { body } of found) {
      const { account, history, offers } = body as Json;
      this.accounts.set(account.id, { account, history, offers });
    }
  }

  /** Learns of accounts that were made by an import. */
  async refreshAll(): Promise<void> {
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '1000', ...(cursor === null ? {} : { cursor }) };
      const { body } = await this.recorder.look({ as: 'admin', to: 'accounts', query });
      const { rows, cursor: next } = body as Json;
      await this.refresh(
        rows.flatMap(({ id, version }: Json) =>
          this.accounts.get(id)?.account.version === version ? [] : [id],
        ),
      );
      cursor = next;
    } while (cursor !== null);
  }

  standing(): Known[] {
    return [...this.accounts.values()].filter(({ account }) => !account.withdrawn);
  }

  otherThan(id: string | undefined): Json | undefined {
    return this.random.maybeOne(this.standing().filter(({ account }) => account.id !== id))?.account;
  }
}
