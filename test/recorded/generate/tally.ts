/** How often each kind of command was accepted and refused; what comes up too seldom is made more often. */

/** So many of each kind are to be accepted, and refused, before all kinds come up as often as usual. */
const ENOUGH = { accepted: 28, refused: 36 };

export interface Count {
  accepted: number;
  /** By a rule of the product: the command was understood. */
  refused: number;
  /** Not understood, or sent by nobody who may. */
  invalid: number;
}

export class Tally {
  readonly counts = new Map<string, Count>();

  constructor(types: readonly string[]) {
    for (const type of types) this.counts.set(type, { accepted: 0, refused: 0, invalid: 0 });
  }

  add(type: string, outcome: keyof Count): void {
    const count = this.counts.get(type);
    if (count !== undefined) count[outcome] += 1;
  }

  total(): number {
    return [...this.counts.values()].reduce(
      (sum, { accepted, refused, invalid }) => sum + accepted + refused + invalid,
      0,
    );
  }

  /** What is wanted of each kind: the more, the less there is of it; later, as often as people do it. */
  weights(wanted: 'accepted' | 'refused', usual: Readonly<Record<string, number>>): [string, number][] {
    return [...this.counts].map(([type, count]) => [
      type,
      (usual[type] ?? 1) + 3 * Math.max(0, ENOUGH[wanted] - count[wanted]),
    ]);
  }

  report(): string {
    const lines = [...this.counts].map(([type, { accepted, refused, invalid }]) => {
      const [a, r, i] = [accepted, refused, invalid].map((n) => String(n).padStart(5));
      return `${type.padEnd(22)}${a}${r}${i}`;
    });
    return ['                   accepted refused invalid', ...lines].join('\n');
  }
}
