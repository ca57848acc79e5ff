/** The merge of two accounts: chosen, looked at, confirmed. */
import {
  isMergeBusy,
  type MergeMessage,
  type MergeState,
  openMerge,
  updateMerge,
} from '../../../../apps-script/windows/account/merge';
import type { CommandFormMessage } from '../../../../apps-script/windows/kit/command-form';
import { anAccount, aProduct } from '../../../builders';
import {
  aMergePreview,
  anAcceptance,
  anAccountView,
  aRefusal,
  aViewer,
  effectOf,
  lookupOf,
  offline,
} from '../window-scene';

const gone = anAccount({ id: 'a_1', name: '(株)去る', status: 'WORKING', ownerId: 'is', version: 3 });
const stays = anAccount({ id: 'a_2', name: '株式会社残る', status: 'WORKING', ownerId: 'is', version: 7 });
const preview = aMergePreview(gone, stays);

const form = (message: CommandFormMessage): MergeMessage => ({ type: 'form', message });
const enter = (key: string, value: string): MergeMessage => form({ type: 'entered', key, value });
const submit = form({ type: 'submitted', unreadable: [] });
const apply = (state: MergeState, ...messages: readonly MergeMessage[]): MergeState =>
  messages.reduce((now, message) => updateMerge(now, message).state, state);

const opened = openMerge(aViewer(), anAccountView(gone), {});
const chosen = updateMerge(apply(opened.state, enter('intoId', 'a_2')), submit);
const confirming = apply(
  chosen.state,
  effectOf(chosen.effects, 'send').reply({ value: [anAcceptance(gone, { preview })] }),
);

test('companies of the same name are looked for first', () =>
  expect(effectOf(opened.effects, 'call')).toMatchObject({
    name: 'callFunction',
    args: lookupOf('(株)去る'),
  }));

test('the preview is read first, and nothing is changed', () =>
  expect(effectOf(chosen.effects, 'send').requests).toEqual([
    {
      accountId: 'a_1',
      expectedVersion: 3,
      command: { type: 'merge', intoId: 'a_2', reason: 'DUPLICATE', preview: true },
    },
  ]));

test('what was looked at is confirmed, at the versions that were seen', () => {
  expect(confirming.phase).toMatchObject({
    kind: 'confirming',
    choice: { intoId: 'a_2', reason: 'DUPLICATE' },
  });
  const sent = updateMerge(confirming, submit);
  expect(effectOf(sent.effects, 'send').requests).toEqual([
    {
      accountId: 'a_1',
      expectedVersion: 3,
      command: {
        type: 'merge',
        intoId: 'a_2',
        intoVersion: 7,
        reason: 'DUPLICATE',
        survivorStatus: 'WORKING',
      },
    },
  ]);
  const { out } = updateMerge(
    sent.state,
    effectOf(sent.effects, 'send').reply({ value: [anAcceptance({ ...gone, version: 4 })] }),
  );
  expect(out).toMatchObject({ kind: 'done', sentence: '「(株)去る」を「株式会社残る」に統合しました。' });
});

describe('what only a manager may confirm', () => {
  const client = anAccount({ ...stays, status: 'CURRENT_CLIENT', products: { p000001: aProduct() } });
  const answer = { value: [anAcceptance(gone, { preview: aMergePreview(gone, client) })] };

  test.each([
    ['is', false],
    ['manager', true],
  ])('%s: a form to confirm it is there: %s', (by, mayConfirm) => {
    const start = openMerge(aViewer(), anAccountView(gone, by), {});
    const { state, effects } = updateMerge(apply(start.state, enter('intoId', 'a_2')), submit);
    const { phase } = apply(state, effectOf(effects, 'send').reply(answer));
    expect(phase.form !== null).toBe(mayConfirm);
  });
});

describe('another status of the account that stays', () => {
  const choices = { ...preview, choices: ['WORKING', 'COLD'] as const };
  const two = apply(
    chosen.state,
    effectOf(chosen.effects, 'send').reply({ value: [anAcceptance(gone, { preview: choices })] }),
  );
  const cold = updateMerge(two, enter('survivorStatus', 'COLD'));

  test('is previewed anew', () =>
    expect(effectOf(cold.effects, 'send').requests[0]?.command).toMatchObject({
      survivorStatus: 'COLD',
      preview: true,
    }));

  test('a preview that arrives after a newer request is dropped', () => {
    const late = effectOf(cold.effects, 'send').reply({ value: [aRefusal()] });
    expect(apply(cold.state, late).phase).toMatchObject({ outlook: { kind: 'refusal' } });
    const back = apply(cold.state, enter('survivorStatus', 'WORKING'));
    expect(apply(back, late)).toEqual(back);
  });

  test('without an answer what is shown stays', () =>
    expect(apply(cold.state, effectOf(cold.effects, 'send').reply(offline)).phase).toMatchObject({
      outlook: { kind: 'preview' },
    }));
});

describe('it is another company', () => {
  const marking = updateMerge(confirming, { type: 'markApart' });

  test('is sent once', () => {
    expect(effectOf(marking.effects, 'send').requests).toEqual([
      { accountId: 'a_1', expectedVersion: 3, command: { type: 'markNotDuplicate', otherId: 'a_2' } },
    ]);
    expect(isMergeBusy(marking.state)).toBe(true);
    expect(updateMerge(marking.state, { type: 'markApart' }).effects).toEqual([]);
  });

  test('and confirmed in words, or refused with the reason', () => {
    const { reply } = effectOf(marking.effects, 'send');
    expect(updateMerge(marking.state, reply({ value: [anAcceptance(gone)] })).out).toMatchObject({
      kind: 'done',
      sentence: '「株式会社残る」とは別の会社と記録しました。',
    });
    expect(apply(marking.state, reply({ value: [aRefusal()] })).phase).toMatchObject({
      marking: false,
      trouble: { kind: 'refusal' },
    });
    expect(apply(marking.state, reply(offline)).phase).toMatchObject({ trouble: { kind: 'error' } });
  });
});

test('back to the choice, which still stands there', () =>
  expect(apply(confirming, { type: 'back' }).phase).toMatchObject({
    kind: 'choosing',
    form: { form: { plan: { fields: [{ key: 'intoId', suggestion: 'a_2' }, {}] } } },
  }));

test('after a conflict the choice is made again on the newer account', () =>
  expect(updateMerge(confirming, { type: 'reload' }).out).toEqual({
    kind: 'reload',
    draft: { intoId: 'a_2', reason: 'DUPLICATE' },
  }));
