/** The store on each Firestore, opened as the product opens it; requests to it with defaults: a test writes only what it cares about. */
import { randomUUID } from 'node:crypto';
import type { Firestore } from '@google-cloud/firestore';
import type { Command } from '../../../functions/domain/commands';
import type { RegisterRow } from '../../../functions/domain/register-row';
import { type Asked, type Frame, type Result, submit } from '../../../functions/store/submit';
import { aContext } from '../../builders';
import { corporateNumberOf } from '../../corporate-numbers';
import { eachFirestore } from '../../firestores';

export const aFrame = (by = 'is', over: Partial<Frame> = {}): Frame => {
  const { links: _, history: __, ...frame } = aContext({ by, ...over });
  return frame;
};

export const asking = (
  accountId: string,
  expectedVersion: number,
  command: Command,
  over: Partial<Asked> = {},
): Asked => ({
  requestId: randomUUID(),
  accountId,
  expectedVersion,
  command,
  batch: null,
  ...over,
});

export const registering = (id: string, over: Partial<Extract<Command, { type: 'register' }>> = {}): Asked =>
  asking(id, 0, { type: 'register', details: { name: `会社 ${id}` }, status: 'COLD', ...over });

export const aClient = (id: string): Asked =>
  registering(id, {
    status: 'CURRENT_CLIENT',
    data: { product: { product: 'Cloud', since: '2026-01-05', reference: 'PO-1' } },
  });

export const accepted = (result: Result | undefined): RegisterRow => {
  if (result?.status !== 'accepted') throw new Error(`refused: ${JSON.stringify(result?.refusal)}`);
  return result.row;
};

export const refusal = (result: Result | undefined) => {
  if (result?.status !== 'refused') throw new Error('accepted');
  return result.refusal;
};

/** One request, as a caller of its own would send it. */
export const give = async (db: Firestore, asked: Asked, frame: Frame = aFrame()): Promise<Result> => {
  const [result] = await submit(db, [asked], frame);
  if (result === undefined) throw new Error('no result');
  return result;
};

export const registered = async (db: Firestore, ...asked: Asked[]): Promise<void> => {
  for (const result of await submit(db, asked, aFrame())) accepted(result);
};

export const numbered = (id: string, n: number): Asked =>
  registering(id, { details: { name: `会社 ${id}`, corporateNumber: corporateNumberOf(n) } });

/** As `openFirestore` opens it; each test has an empty one. */
export const eachStore = (name: string, suite: (db: () => Firestore) => void): void =>
  eachFirestore(name, (db) => {
    beforeEach(() => db().settings({ ignoreUndefinedProperties: true }));
    suite(db);
  });
