import { toRecord } from '../../../../functions/domain/account/account-record';
import {
  accepted,
  active,
  client,
  cold,
  type Life,
  met,
  onFile,
  quarterly,
  reviewed,
  working,
} from '../account-lives';
import { contextOf, merged, notMerged, pair, previewOf } from './merge-scene';

describe('who may merge', () => {
  const is = { by: 'is' };

  test('a rep, of two that nobody else is at', () => {
    expect(merged(pair(quarterly(), working()), {}, is).from.account.standing.status).toBe('ON_FILE');
  });

  test.each([
    ['a client', client(), cold(), 'client'],
    ['into a client', cold(), client(), 'client'],
    ["somebody else's opportunity", active(), cold(), 'opportunities'],
    ['a bad fit', reviewed(), cold(), 'badFit'],
    ['into a bad fit', cold(), reviewed(), 'badFit'],
    ['one on file', onFile(), cold(), 'onFile'],
  ])('%s: a manager', (_, from, into, because) => {
    const both = pair(from, into);
    const refusal = notMerged(both, { survivorStatus: previewOf(both).proposed }, is);
    expect(refusal).toMatchObject({ code: 'ROLE_NOT_ALLOWED', facts: { because: [because] } });
    expect(previewOf(both, {}, is).needsManager).toEqual([because]);
    expect(merged(both).from.account.standing.status).toBe('ON_FILE');
  });

  test('whoever has the open opportunity', () => {
    expect(merged(pair(active(), cold()), {}, { by: 'fs' }).into.account.standing.status).toBe(
      'ACTIVE_OPPORTUNITY',
    );
  });

  test('no viewer', () => {
    expect(notMerged(pair(cold(), cold()), { survivorStatus: 'COLD' }, { by: 'viewer' }).code).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });
});

describe('which two accounts may be merged', () => {
  const filedFor = (id: string, life = cold()): Life =>
    accepted(
      life,
      { type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: id } },
      { links: { [id]: { id, name: id, successorId: null } } },
    );

  test('not one with itself, with nobody, or in a circle', () => {
    const both = pair(cold(), cold());
    expect(notMerged(both, { intoId: 'gone' })).toMatchObject({ code: 'KEEP', facts: { problem: 'itself' } });
    expect(notMerged(both, { intoId: 'constructor' })).toMatchObject({ facts: { problem: 'unknown' } });
    const round = pair(cold(), filedFor('gone'));
    expect(notMerged(round)).toMatchObject({ code: 'KEEP', facts: { problem: 'circle' } });
  });

  test('not into one that another stands for', () => {
    const both = pair(cold(), filedFor('third'));
    const third = { id: 'third', name: 'third', successorId: null };
    const { links } = contextOf(both.from, both.into);
    expect(notMerged(both, {}, { links: { ...links, third } })).toMatchObject({
      code: 'MERGE_INTO_FILED',
      facts: { successorId: 'third' },
    });
  });

  test('one that has only a link to the other may still bring what it has', () => {
    const both = pair(filedFor('stays', met()), cold());
    expect(toRecord(merged(both).into.account)).toMatchObject({ status: 'WORKING', everMet: true });
    expect(notMerged(pair(filedFor('third'), cold())).code).toBe('LINK_CUT');
  });
});
