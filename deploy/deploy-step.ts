/** One thing that a deployment needs: how to check for it, and how to make it. */
import type { Facts } from './deployment';
import type { ToolCall } from './tools';

export interface DeployStep {
  /** A permanent name, used in messages. */
  readonly name: string;
  /** What exists once the step is done. */
  readonly about: string;
  /** Prints what exists, and fails where nothing does. Absent where Google cannot be asked: `brings` is compared instead. */
  readonly probe?: ToolCall;
  /** The calls that are left, given the probe's output, which is null where nothing exists. Empty when the step is done. */
  readonly calls: (found: string | null) => readonly ToolCall[];
  /** A hash of the content, for a step without a probe: it is repeated only when the hash has changed. */
  readonly brings?: string;
  /** Facts that the probe's output tells. */
  readonly learn?: (found: string) => Partial<Facts>;
  /** What a person has to do where the probe finds nothing and no call can make it. */
  readonly byHand?: string;
}

/** The output's lines without blank ones. */
export const linesOf = (found: string | null): readonly string[] =>
  (found ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
