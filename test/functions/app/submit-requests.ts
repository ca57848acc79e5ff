/** The store on each Firestore, opened as the product opens it; requests to it with defaults: a test writes only what it cares about. */
import { randomUUID } from 'node:crypto';
import type { Firestore } from '@google-cloud/firestore';
import type { CommandContext } from '../../../functions/app/command-context';
import type { SubmitResult } from '../../../functions/app/submission';
import { submit } from '../../../functions/app/submit';
import type { CommandRequest } from '../../../functions/contract/commands';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import type { RegisterRow } from '../../../functions/domain/register/row';
import { aContext } from '../../builders';
import { corporateNumberOf } from '../../corporate-numbers';
import { eachFirestore } from '../../firestores';

export const aCommandContext = (by = 'is', over: Partial<CommandContext> = {}): CommandContext => {
  const { links: _, history: __, ...frame } = aContext({ by, ...over });
  return frame;
};

export const aSubmitRequest = (
  accountId: string,
  expectedVersion: number,
  command: CallerCommand,
  over: Partial<CommandRequest> = {},
): CommandRequest => ({
  requestId: randomUUID(),
  accountId,
  expectedVersion,
  command,
  ...over,
});

export const aRegisterSubmit = (
  id: string,
  over: Partial<Extract<CallerCommand, { type: 'register' }>> = {},
): CommandRequest =>
  aSubmitRequest(id, 0, { type: 'register', details: { name: `会社 ${id}` }, status: 'COLD', ...over });

export const aClientSubmit = (id: string): CommandRequest =>
  aRegisterSubmit(id, {
    status: 'CURRENT_CLIENT',
    data: { product: { product: 'Cloud', since: '2026-01-05', reference: 'PO-1' } },
  });

export const contactCommand = (name: string): CallerCommand => ({ type: 'saveContact', contact: { name } });

/** From COLD. */
export const TO_WORKING: CallerCommand = {
  type: 'changeStatus',
  to: 'WORKING',
  data: { ownerId: 'is', action: { kind: 'call', date: '2026-07-01', with: '総務部' } },
};

/** Of two prospects, unless told otherwise. */
export const mergeInto = (
  intoId: string,
  more: Partial<Extract<CallerCommand, { type: 'merge' }>> = {},
): CallerCommand => ({ type: 'merge', intoId, reason: 'DUPLICATE', survivorStatus: 'COLD', ...more });

export const UNMERGE: CallerCommand = { type: 'unmerge', reason: '別の会社でした' };

export const isAccepted = (result: SubmitResult): boolean => !('refusal' in result);

export const acceptedRow = (result: SubmitResult | undefined): RegisterRow => {
  if (result === undefined || 'refusal' in result)
    throw new Error(`refused: ${JSON.stringify(result?.refusal)}`);
  return result.row;
};

export const refusalOfResult = (result: SubmitResult | undefined) => {
  if (result === undefined || !('refusal' in result)) throw new Error('accepted');
  return result.refusal;
};

/** One request, as a caller of its own would send it. */
export const submitOne = async (
  db: Firestore,
  asked: CommandRequest,
  frame: CommandContext = aCommandContext(),
): Promise<SubmitResult> => {
  const [result] = await submit(db, [asked], frame);
  if (result === undefined) throw new Error('no result');
  return result;
};

export const submitAll = async (db: Firestore, ...asked: CommandRequest[]): Promise<void> => {
  for (const result of await submit(db, asked, aCommandContext())) acceptedRow(result);
};

export const aNumberedSubmit = (id: string, n: number): CommandRequest =>
  aRegisterSubmit(id, { details: { name: `会社 ${id}`, corporateNumber: corporateNumberOf(n) } });

/** Everything that is stored, with the times of the last change, to see that nothing was written. */
export const storedPaths = async (db: Firestore): Promise<string[]> => {
  const found: string[] = [];
  for (const collection of await db.listCollections()) {
    for (const doc of (await collection.get()).docs) {
      found.push(`${doc.ref.path} ${doc.updateTime.valueOf()}`);
      for (const event of (await doc.ref.collection('events').get()).docs) found.push(event.ref.path);
    }
  }
  return found.sort();
};

/** As `openFirestore` opens it; each test has an empty one. */
export const eachOpenStore = (name: string, suite: (db: () => Firestore) => void): void =>
  eachFirestore(name, (db) => {
    beforeEach(() => db().settings({ ignoreUndefinedProperties: true }));
    suite(db);
  });
