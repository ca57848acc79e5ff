/** A wire that is cut at one of its calls and stays dead, as when the process that calls is killed there; until it is mended. */
export type CutFate = 'through' | 'refused' | 'lost';

export class CutWire {
  private calls = 0;
  private cut: { call: number; fate: Exclude<CutFate, 'through'> } | null = null;

  get isWhole(): boolean {
    return this.cut === null;
  }

  /** How many have come since it was mended. */
  get count(): number {
    return this.calls;
  }

  /** At that call, counted from 1: `refused` is not done; `lost` is done, and nobody hears of it. */
  cutAt(call: number, fate: Exclude<CutFate, 'through'>): void {
    this.calls = 0;
    this.cut = { call, fate };
  }

  mend(): void {
    this.calls = 0;
    this.cut = null;
  }

  /** What becomes of a call that has come. */
  meet(): CutFate {
    this.calls += 1;
    if (this.cut === null || this.calls < this.cut.call) return 'through';
    return this.calls === this.cut.call ? this.cut.fate : 'refused';
  }
}
