/** Keeps every call that is part of the recording, with its answer; the time passes from call to call. */
import { type Answer, type Call, type Recorded, type Send, sendTo } from '../calls';
import { StableNames } from '../stable-names';
import type { Product } from '../start-product';

export type Unsent = Omit<Call, 'at'>;

const DAY = 86_400_000;
const MINUTE = 60_000;

export class Recorder {
  readonly recorded: Recorded[] = [];
  private readonly send: Send;
  private readonly names = new StableNames();
  private days = 0;
  private calls = 0;

  constructor(
    product: Product,
    /** The first day; calls begin at nine in the morning in Japan. */
    private readonly firstDay: string,
  ) {
    this.send = sendTo(product);
  }

  /** The day in Japan. */
  get today(): string {
    return this.at.slice(0, 10);
  }

  /**
   * Full minutes, so that the seconds that a call takes can be left out. Even ones on one day and odd ones on the next: no
   * two calls are exactly 24 hours apart, where a moment more would decide what may still be undone.
   */
  private get at(): string {
    const start = Date.parse(`${this.firstDay}T00:00:00Z`);
    return new Date(start + this.days * DAY + (2 * this.calls + (this.days % 2)) * MINUTE).toISOString();
  }

  get now(): number {
    return Date.parse(this.at);
  }

  pass(days: number): void {
    this.days += days;
    this.calls = 0;
  }

  async call(unsent: Unsent): Promise<Answer> {
    this.calls += 1;
    const call: Call = { at: this.at, ...unsent };
    const answer = await this.send(call);
    if (answer.status >= 500) throw new Error(`${JSON.stringify(call)}\n→ ${JSON.stringify(answer)}`);
    this.recorded.push({ call: this.names.kept(call), answer: this.names.answer(answer) });
    return answer;
  }

  /** Reads without recording. */
  async look(unsent: Unsent): Promise<Answer> {
    const call: Call = { at: this.at, ...unsent };
    const answer = await this.send(call);
    if (answer.status !== 200) throw new Error(`${JSON.stringify(call)}\n→ ${JSON.stringify(answer)}`);
    return answer;
  }
}
