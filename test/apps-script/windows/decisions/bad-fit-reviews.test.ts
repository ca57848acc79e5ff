/** Bad fits reviewed many at once, on the very script and the real functions. */
import {
  type BadFitReviewsMessage,
  type BadFitReviewsState,
  type DueReview,
  startBadFitReviews,
  updateBadFitReviews,
} from '../../../../apps-script/windows/decisions/bad-fit-reviews';
import { reviewFacts } from '../../../../functions/domain/account/review-facts';
import { aContext } from '../../../builders';
import { accepted, badFit } from '../../../functions/domain/account-lives';
import { aCommandRequest, aRegisterRequest, rowOf } from '../../../suite';
import { usingSheet } from '../../sheet-scene';
import { runWindow } from '../../window-runner';
import { anAcceptance } from '../window-scene';

const sheet = usingSheet();
const open = async (who: 'manager' | 'is') =>
  runWindow(await sheet().sit(who), startBadFitReviews(), updateBadFitReviews);

const setProducts = async (products: string[]): Promise<void> => {
  const { suite } = sheet();
  const { version } = (await suite.call('manager', 'settings')).body;
  await suite.call('manager', 'settings', { body: { expectedVersion: version, settings: { products } } });
};

test('a product was added: many are kept or changed with one note, and what is refused stays with its reason', async () => {
  const { suite } = sheet();
  await setProducts(['Cloud']);
  const fit = { reason: 'SIZE', explicitNeed: 'none', latentNeed: 'none', products: ['Cloud'] } as const;
  for (const name of ['株式会社甲', '株式会社乙', '株式会社丙', '株式会社丁']) {
    const row = rowOf((await suite.submit('is', aRegisterRequest(name)))[0]);
    const data = { fit: { ...fit, products: [...fit.products] } };
    const judged = rowOf(
      (await suite.submit('is', aCommandRequest({ type: 'changeStatus', to: 'BAD_FIT', data }, row)))[0],
    );
    const review = { type: 'reviewBadFit', to: 'BAD_FIT', note: '確認' } as const;
    rowOf((await suite.submit('manager', aCommandRequest(review, judged)))[0]);
  }
  expect((await open('manager')).state()).toMatchObject({ waiting: [], phase: { kind: 'ready' } });
  await setProducts(['Cloud', 'Desk']);
  expect((await open('is')).state()).toMatchObject({ waiting: [], phase: { kind: 'ready' } });

  const window = await open('manager');
  const { waiting } = window.state();
  const ids = ['甲', '乙', '丙', '丁'].map(
    (name) => waiting.find((one) => one.name === `株式会社${name}`)?.accountId ?? '',
  );
  expect(waiting[0]?.review.products).toEqual([
    { product: 'Cloud', isJudged: true },
    { product: 'Desk', isJudged: false },
  ]);
  await window.dispatch({ type: 'choose', ids: ids.slice(0, 3) });
  await window.dispatch({ type: 'answer', answer: 'keep' });
  // Nothing is decided without a note.
  expect(window.state()).toMatchObject({ phase: { kind: 'ready' }, outcome: null });
  const [, , third = ''] = ids;
  const bant = { type: 'setBant', latentNeed: '在庫の見える化' } as const;
  rowOf(
    (
      await suite.submit(
        'is',
        aCommandRequest(
          { ...bant, bant: {} },
          { id: third, version: waiting.find(({ accountId }) => accountId === third)?.version ?? 0 },
        ),
      )
    )[0],
  );
  await window.dispatch({ type: 'note', note: 'Desk にも合わない' });
  const kept = await window.dispatch({ type: 'answer', answer: 'keep' });
  expect(kept).toMatchObject({
    outcome: { accepted: 2, refused: [{ row: { id: third } }] },
    chosen: [third],
  });
  await window.dispatch({ type: 'choose', ids: ids.slice(3) });
  await window.dispatch({ type: 'note', note: '対象に戻す' });
  const changed = await window.dispatch({ type: 'answer', answer: 'change' });
  expect(changed).toMatchObject({ outcome: { accepted: 1, refused: [] }, waiting: [{ accountId: third }] });
  const { proposals } = (await suite.call('manager', 'approvals')).body;
  expect(proposals).toMatchObject([{ accountId: ids[3], approval: { ifApproved: 'COLD' } }]);
});

test('where more are due than one answer has, they are counted, and follow when these are answered', () => {
  const judged = badFit();
  const proposalId = judged.account.proposal?.id ?? '';
  const { account } = accepted(judged, { type: 'approve', proposalId, note: '確認' }, { by: 'manager' });
  const review = reviewFacts(account, aContext({ by: 'manager', today: '2027-12-01' }));
  if (review === null) throw new Error('none is due');
  const due: DueReview = { accountId: account.id, version: account.version, name: account.name, review };
  const read = (...reviews: DueReview[]): BadFitReviewsMessage => ({
    type: 'read',
    result: { value: { proposals: [], reviews, moreReviews: 3, problems: [], cursor: null } },
  });
  const after = (state: BadFitReviewsState, ...messages: BadFitReviewsMessage[]) =>
    messages.reduce((now, message) => updateBadFitReviews(now.state, message), {
      state,
      effects: [],
    } as ReturnType<typeof updateBadFitReviews>);
  const { state } = after(startBadFitReviews().state, read(due));
  expect(state).toMatchObject({ waiting: [due], more: 3 });
  const answered = after(state, {
    type: 'answered',
    sent: [due],
    result: { value: [anAcceptance(account)] },
  });
  expect(answered).toMatchObject({
    state: { waiting: [], outcome: { accepted: 1 }, phase: { kind: 'reading' } },
    effects: [
      { kind: 'call', args: ['approvals', 'GET', { query: { reviews: true } }] },
      { kind: 'focus', selector: '.outcome' },
    ],
  });
});
