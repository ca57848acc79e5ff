/** What the local suite refuses, with a stable code; and the errors of the operating system, told as such a refusal. */
import { types } from 'node:util';
import type { Text } from '../../functions/domain/text/text';
import { SUITE_PROBLEM_TEXTS } from './suite-problem-texts';

export type SuiteProblemCode = keyof typeof SUITE_PROBLEM_TEXTS;
type Facts<Code extends SuiteProblemCode> = Parameters<(typeof SUITE_PROBLEM_TEXTS)[Code]>;

/** Its message is the English text. */
export class SuiteProblem extends Error {
  constructor(
    readonly code: SuiteProblemCode,
    readonly words: Text,
    cause?: unknown,
  ) {
    super(words.en, cause === undefined ? {} : { cause });
    this.name = 'SuiteProblem';
  }
}

export function suiteProblem<Code extends SuiteProblemCode>(code: Code, ...facts: Facts<Code>): SuiteProblem {
  // The compiler does not see that the facts are those of this very code.
  const wording = SUITE_PROBLEM_TEXTS[code] as (...facts: Facts<Code>) => Text;
  return new SuiteProblem(code, wording(...facts));
}

type SystemError = NodeJS.ErrnoException & { port?: number };

/** A taken port, a full disk, a file or folder that cannot be used; null for every other error. */
export function toSuiteProblem(error: unknown): SuiteProblem | null {
  if (error instanceof SuiteProblem) return error;
  if (!types.isNativeError(error)) return null;
  const { code, syscall, path, port, message }: SystemError = error;
  if (syscall === 'listen') {
    if (code === 'EADDRINUSE') return suiteProblem('PORT_IN_USE', port ?? 0);
    if (code === 'EACCES') return suiteProblem('PORT_FORBIDDEN', port ?? 0);
  }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    // The limit that the system sets for a file.
    case 'EFBIG':
      return suiteProblem('DISK_FULL', message);
    case 'ENOTDIR':
      return suiteProblem('DATA_NOT_A_FOLDER', path ?? '');
    default:
      return code !== undefined && path !== undefined ? suiteProblem('DATA_UNUSABLE', path, code) : null;
  }
}
