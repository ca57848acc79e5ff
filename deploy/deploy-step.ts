/** One thing that a deployment needs: how to see whether it is there, and what brings it about. */
import type { Facts } from './deployment';
import type { ToolCall } from './tools';

export interface DeployStep {
  /** Lasting; messages name the step by it. */
  readonly name: string;
  /** What there is once it is done. */
  readonly about: string;
  /** Prints what there is, and fails where there is nothing. Absent: Google does not tell, and `brings` is compared. */
  readonly probe?: ToolCall;
  /** What is still to be called, by what the probe has printed; null where there is nothing yet. None: it is done. */
  readonly calls: (found: string | null) => readonly ToolCall[];
  /** A hash of what is brought, for a step without a probe: called again only where it has changed. */
  readonly brings?: string;
  /** What is learned from what the probe prints. */
  readonly learn?: (found: string) => Partial<Facts>;
  /** What a person has to do where the probe finds nothing and no call could bring it. */
  readonly byHand?: string;
}

/** Lines of a probe's output, without blank ones. */
export const linesOf = (found: string | null): readonly string[] =>
  (found ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
