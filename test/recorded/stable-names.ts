/**
 * What differs between two runs of the same product, taken out of the answers: the seconds of an instant, and what is
 * drawn at random or made of real time. The latter gets a name by its first appearance; a later call that says the name is
 * sent with what stands for it in that run.
 */
import type { Answer, Call } from './calls';

/** A cursor holds the store's own time of a change; the spreadsheet draws the IDs of its parts. */
const NAMED = ['cursor', 'protectedRangeId', 'metadataId', 'namedRangeId', 'bandedRangeId', 'chartId'];

/** What links of the tabs begin with: the suite takes any free port. */
const OWN_ADDRESS = /^http:\/\/127\.0\.0\.1:\d+\//;

/** What tabs were made from: the store's own time of a change is part of it. */
const MADE_FROM = /^(made from ).+$/;

/** The clock is set to a full minute before each call and runs on from there. */
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d\.\d{3}Z$/;

export class StableNames {
  private readonly names = new Map<string, string>();
  private readonly actual = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** The call with actual values, to be sent in this run. */
  sent(call: Call): Call {
    return this.withQuery(call, (value) => this.actual.get(value) ?? value);
  }

  /** The call with names, to be kept. */
  kept(call: Call): Call {
    return this.withQuery(call, (value) => this.names.get(`cursor ${value}`) ?? value);
  }

  answer({ status, body }: Answer): Answer {
    return { status, body: this.stable(body, '') };
  }

  private withQuery(call: Call, change: (value: string) => string): Call {
    if (typeof call.query !== 'object' || call.query.cursor === undefined) return call;
    return { ...call, query: { ...call.query, cursor: change(call.query.cursor) } };
  }

  private stable(value: unknown, key: string): unknown {
    if (NAMED.includes(key) && (typeof value === 'string' || typeof value === 'number'))
      return this.nameOf(key, String(value));
    if (typeof value === 'string')
      return value
        .replace(INSTANT, '$1')
        .replace(OWN_ADDRESS, '{functions}/')
        .replace(MADE_FROM, '$1{changes}');
    if (Array.isArray(value)) return value.map((inner) => this.stable(inner, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.stable(inner, name)]));
  }

  private nameOf(kind: string, actual: string): string {
    const known = this.names.get(`${kind} ${actual}`);
    if (known !== undefined) return known;
    const count = (this.counts.get(kind) ?? 0) + 1;
    const name = `{${kind} ${count}}`;
    this.counts.set(kind, count);
    this.names.set(`${kind} ${actual}`, name);
    this.actual.set(name, actual);
    return name;
  }
}
