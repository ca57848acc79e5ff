/** An erasure reaches everything that is stored, whatever stops it and whoever else writes. */
import type { Firestore } from '@google-cloud/firestore';
import { finishErasures } from '../../../functions/app/finish-erasures';
import type { SubmitResult } from '../../../functions/app/submission';
import { submit } from '../../../functions/app/submit';
import { submitWithErasures } from '../../../functions/app/submit-erasures';
import type { CommandRequest } from '../../../functions/contract/commands';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { loadAccount } from '../../../functions/store/accounts';
import { erasuresOf, requestsOf } from '../../../functions/store/firestore';
import { mergeQueueNotes } from '../../../functions/store/queue-notes';
import { anOpportunityInput } from '../../builders';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  eachOpenStore,
  mergeInto,
  refusalOfResult,
  submitOne,
  UNMERGE,
} from './submit-requests';

const manager = aCommandContext('manager');
const PERSONAL = ['山田', '太郎', 'taro@', '03-1234', '0312345678', '経理部長'];

/** Applied one after the other, each on the version that the one before has left. */
const give = async (db: Firestore, accountId: string, ...commands: CallerCommand[]): Promise<void> => {
  for (const command of commands) {
    const version = (await loadAccount(db, accountId))?.version ?? 0;
    acceptedRow(await submitOne(db, aSubmitRequest(accountId, version, command), manager));
  }
};

/** 山田 太郎 on an account of his own, in every place that a command can write him to. */
const withYamada = async (db: Firestore, accountId: string): Promise<string> => {
  acceptedRow(await submitOne(db, aRegisterSubmit(accountId)));
  await give(db, accountId, {
    type: 'saveContact',
    contact: { name: '山田太郎', email: 'taro@example.jp', phone: '03-1234-5678' },
  });
  const [contactId = ''] = Object.keys((await loadAccount(db, accountId))?.contacts ?? {});
  const opportunity = anOpportunityInput({
    handOverNote: { metWith: '山田太郎様', bant: '0312345678 に電話', nextStep: '山田 太郎様へ' },
  });
  await give(
    db,
    accountId,
    { type: 'saveContact', contact: { id: contactId, name: '山田 太郎', title: '経理部長' } },
    { type: 'setAwaited', contactId },
    {
      type: 'logActivity',
      activity: { kind: 'call', twoWay: true, date: '2026-06-30', contactId, with: '経理部長', note: '昇進' },
    },
    {
      type: 'logActivity',
      activity: { kind: 'call', date: '2026-06-30', with: '総務', note: '山田様は不在' },
    },
    { type: 'addOpportunity', opportunity, data: { ownerId: 'is' } },
    { type: 'handOver', toId: 'fs', note: '山田様に挨拶', promises: '太郎さんに見積' },
    { type: 'editDetails', details: { kana: 'カイシャ' } },
  );
  return contactId;
};

const erase = (accountId: string, contactId: string, spellings?: string[]): CommandRequest =>
  aSubmitRequest(accountId, 0, {
    type: 'eraseContact',
    contactId,
    ...(spellings === undefined ? {} : { spellings }),
  });

/** Every document, as text. */
const storedText = async (db: Firestore): Promise<string> => {
  const texts: string[] = [];
  for (const collection of await db.listCollections())
    for (const doc of (await collection.get()).docs) {
      texts.push(JSON.stringify(doc.data()));
      for (const entry of (await doc.ref.collection('events').get()).docs)
        texts.push(JSON.stringify(entry.data()));
    }
  return texts.join('\n');
};

const expectErased = async (db: Firestore): Promise<void> => {
  const text = await storedText(db);
  expect(PERSONAL.filter((word) => text.includes(word))).toEqual([]);
  expect((await erasuresOf(db).get()).size).toBe(0);
};

eachOpenStore('erasure of a contact', (db) => {
  afterEach(() => expectConsistentStore(db()));

  const eraseNow = (request: CommandRequest): Promise<SubmitResult[]> =>
    submitWithErasures(db(), [request], manager);

  test('nothing of the person is left in any document, also not in answers of before they named their account', async () => {
    const contactId = await withYamada(db(), 'a_1');
    await mergeQueueNotes(db(), { a_1: '山田様に電話', a_2: '別の会社' });
    const [, second] = (await requestsOf(db()).get()).docs;
    const { accountId: _, ...older } = second?.data() ?? {};
    await second?.ref.set(older);
    const before = await storedText(db());
    expect(PERSONAL.filter((word) => !before.includes(word))).toEqual([]);
    const row = acceptedRow((await eraseNow(erase('a_1', contactId)))[0]);
    expect(row).toMatchObject({ contact: null, lastContactWith: '■■' });
    await expectErased(db());
    expect(await storedText(db())).not.toContain('昇進');
    expect(await mergeQueueNotes(db(), {})).toEqual({ a_1: '■■様に電話', a_2: '別の会社' });
  });

  test('it is given to the accounts that a merge brought the person to, from either side, and behind its end', async () => {
    const merges = [
      { from: 'a_1', into: 'a_2', ends: false, accountId: 'a_1', contactId: 'c000002' },
      { from: 'a_3', into: 'a_4', ends: false, accountId: 'a_4', contactId: 'c000002@a_3' },
      { from: 'a_5', into: 'a_6', ends: true, accountId: 'a_5', contactId: 'c000002' },
      { from: 'a_7', into: 'a_8', ends: true, accountId: 'a_8', contactId: 'c000002@a_7' },
    ];
    for (const { from, into, ends, accountId, contactId } of merges) {
      expect(await withYamada(db(), from)).toBe('c000002');
      acceptedRow(await submitOne(db(), aRegisterSubmit(into)));
      await give(db(), from, mergeInto(into, { survivorStatus: 'ACTIVE_OPPORTUNITY' }));
      if (ends) await give(db(), from, UNMERGE);
      acceptedRow((await eraseNow(erase(accountId, contactId)))[0]);
      await expectErased(db());
    }
  });

  test('killed behind its commit it goes on with the next call, which may come twice at once', async () => {
    const contactId = await withYamada(db(), 'a_1');
    const request = erase('a_1', contactId);
    acceptedRow((await submit(db(), [request], manager))[0]);
    expect((await erasuresOf(db()).get()).size).toBe(1);
    await expectConsistentStore(db());
    const results = await Promise.all([eraseNow(request), eraseNow(request)]);
    expect(results.flat()).toMatchObject([{ replayed: true }, { replayed: true }]);
    await expectErased(db());
  });

  test('two contacts at once, and a rep who writes meanwhile', async () => {
    const contactId = await withYamada(db(), 'a_1');
    await give(db(), 'a_1', { type: 'saveContact', contact: { name: '鈴木次郎', title: '主任補佐' } });
    const other = Object.keys((await loadAccount(db(), 'a_1'))?.contacts ?? {}).find(
      (id) => id !== contactId,
    );
    const [[first], [second]] = await Promise.all([
      eraseNow(erase('a_1', contactId)),
      eraseNow(erase('a_1', other ?? '')),
      submitOne(db(), aSubmitRequest('a_1', 9, { type: 'editDetails', details: { industry: '製造' } })),
    ]);
    expect([acceptedRow(first).id, acceptedRow(second).id]).toEqual(['a_1', 'a_1']);
    await expectErased(db());
    expect(await storedText(db())).not.toMatch(/鈴木|次郎|主任補佐/);
    expect(await loadAccount(db(), 'a_1')).toMatchObject({ industry: '製造' });
  });

  test('what an undo brings back before it is finished goes, too', async () => {
    const contactId = await withYamada(db(), 'a_1');
    await give(db(), 'a_1', { type: 'setBant', bant: {}, latentNeed: '山田様の手作業' });
    await give(db(), 'a_1', { type: 'setBant', bant: {}, latentNeed: '手作業' });
    const version = (await loadAccount(db(), 'a_1'))?.version ?? 0;
    acceptedRow((await submit(db(), [erase('a_1', contactId)], manager))[0]);
    await give(db(), 'a_1', { type: 'undo', version });
    expect(await loadAccount(db(), 'a_1')).toMatchObject({ latentNeed: '山田様の手作業' });
    expect(await finishErasures(db())).toEqual({ finished: 1, stopped: [] });
    expect(await loadAccount(db(), 'a_1')).toMatchObject({ latentNeed: '■■様の手作業' });
    await expectErased(db());
  });

  test('an account that was taken back is freed as well', async () => {
    acceptedRow(await submitOne(db(), aRegisterSubmit('a_1')));
    const contact = { name: '山田太郎', email: 'taro@example.jp' };
    const undoing = [2, 1].map((version): CallerCommand => ({ type: 'undo', version }));
    await give(db(), 'a_1', { type: 'saveContact', contact }, ...undoing);
    expect(await loadAccount(db(), 'a_1')).toMatchObject({ contacts: {}, withdrawn: true });
    acceptedRow((await eraseNow(erase('a_1', 'c000002')))[0]);
    await expectErased(db());
  });

  test('only a manager does it, and nothing is written for anybody else', async () => {
    const contactId = await withYamada(db(), 'a_1');
    const [result] = await submitWithErasures(db(), [erase('a_1', contactId)], aCommandContext('is'));
    expect(refusalOfResult(result).code).toBe('ROLE_NOT_ALLOWED');
    expect((await erasuresOf(db()).get()).size).toBe(0);
    expect(await loadAccount(db(), 'a_1')).toMatchObject({
      contacts: { [contactId]: { name: '山田 太郎' } },
    });
  });
});

eachOpenStore('an erasure that a document stops', (db) => {
  test('says which one, stops no other, and goes on once that is mended', async () => {
    const contactId = await withYamada(db(), 'a_1');
    const otherId = await withYamada(db(), 'a_2');
    acceptedRow((await submit(db(), [erase('a_1', contactId)], manager))[0]);
    const entry = db().doc('accounts/a_1/events/00000003');
    const stored = (await entry.get()).data() ?? {};
    await entry.set({ events: 'none' });
    acceptedRow((await submitWithErasures(db(), [erase('a_2', otherId)], manager))[0]);
    expect((await erasuresOf(db()).get()).docs.map((doc) => doc.get('accountId'))).toEqual(['a_1']);
    const again = erase('a_1', contactId);
    expect(refusalOfResult((await submitWithErasures(db(), [again], manager))[0])).toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
      facts: { kind: 'entry', accountId: 'a_1', id: '3' },
    });
    await entry.set(stored);
    expect(await finishErasures(db())).toEqual({ finished: 1, stopped: [] });
    await expectErased(db());
    await expectConsistentStore(db());
  });
});
