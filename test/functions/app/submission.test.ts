import { newAccountIdOfRequest } from '../../../functions/app/new-account-id';
import { batchOf, submissionOf } from '../../../functions/app/submission';
import type { CommandRequest } from '../../../functions/contract/commands';
import { UNKNOWN_EDITOR, UNKNOWN_EDITOR_ID } from '../../../functions/domain/account/unknown-editor';
import { aContext } from '../../builders';

const context = aContext({ by: 'manager' });
const request: CommandRequest = {
  requestId: 'request-1',
  accountId: 'a_1',
  expectedVersion: 3,
  command: { type: 'setNextCheck', date: '2026-10-01' },
};
const registration: CommandRequest = {
  ...request,
  accountId: null,
  expectedVersion: 0,
  command: { type: 'register', details: { name: '株式会社八' }, status: 'COLD' },
};

test('the caller decides a request that names no editor', () => {
  expect(submissionOf(request, context)).toEqual({
    request,
    accountId: 'a_1',
    decider: context.actor,
    sentBy: null,
  });
});

test('an editor decides with the rights of a rep at most, and the caller has sent it', () => {
  for (const id of ['is', 'manager']) {
    const editor = context.members[id]?.email ?? '';
    expect(submissionOf({ ...request, editor }, aContext({ by: 'fs' }))).toMatchObject({
      decider: { id, role: 'is' },
      sentBy: 'fs',
    });
  }
  expect(submissionOf({ ...request, editor: UNKNOWN_EDITOR }, context)).toMatchObject({
    decider: { id: UNKNOWN_EDITOR_ID, role: 'is' },
    sentBy: 'manager',
  });
});

test('nobody has sent it for a caller who is the editor', () => {
  const editor = context.actor.email;
  expect(submissionOf({ ...request, editor }, context)).toMatchObject({
    decider: { id: 'manager' },
    sentBy: null,
  });
});

test('a registration gets the ID of its account from its request and from who decides it', () => {
  const { accountId } = submissionOf(registration, context);
  expect(accountId).toBe(newAccountIdOfRequest('manager', 'request-1'));
  expect(submissionOf(registration, context).accountId).toBe(accountId);
  expect(submissionOf(registration, aContext({ by: 'is' })).accountId).not.toBe(accountId);
});

test('only a request of an import batch has a batch', () => {
  const undo = {
    ...request,
    accountId: 'a_1',
    command: { type: 'undo', version: 3 },
    batch: 'b_1',
  } as const;
  expect([undo, request].map((one) => batchOf(submissionOf(one, context)))).toEqual(['b_1', null]);
});
