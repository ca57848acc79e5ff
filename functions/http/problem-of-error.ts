/** Whatever a call ends with as a problem to answer, and how grave the log calls it. */
import { randomUUID } from 'node:crypto';
import { PROBLEMS } from '../contract/problem';
import { UnreadableDocumentError, UnwritableDocumentError } from '../store/unreadable-document';
import type { LogEntry } from './log';
import { Problem } from './problem';

/** gRPC: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, UNAVAILABLE. */
const TRANSIENT_GRPC_CODES = [4, 8, 10, 14];

/** What is no expected problem is INTERNAL, under an ID by which the log line is found. */
export function problemOfError(
  error: unknown,
): { problem: Problem } & Pick<LogEntry, 'severity' | 'message'> {
  if (error instanceof Problem) {
    const { code } = error.detail;
    const severity = PROBLEMS[code].status >= 500 ? 'WARNING' : 'INFO';
    return { problem: error, severity, message: `Refused: ${code}` };
  }
  if (error instanceof UnreadableDocumentError) {
    const code = error instanceof UnwritableDocumentError ? 'WRITE_UNREADABLE' : 'DOCUMENT_UNREADABLE';
    return {
      problem: new Problem({ code, ...error.document }),
      severity: 'ERROR',
      message: `${code}: ${error.message}`,
    };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (typeof code === 'number' && TRANSIENT_GRPC_CODES.includes(code))
    return { problem: new Problem('STORE_UNAVAILABLE'), severity: 'WARNING', message };
  return { problem: new Problem({ code: 'INTERNAL', id: randomUUID() }), severity: 'ERROR', message };
}
