import { CONTACT_PART, OPPORTUNITY_PART, partText } from '../../../../functions/domain/history/part-text';
import { aContact, anOpportunity, MEMBERS } from '../../../builders';
import { aPassing } from '../queue/queue-scene';

const reader = { language: 'en', members: MEMBERS } as const;

test('a new part with what it says, one that is gone, and what differs in one', () => {
  const contact = aContact({ name: 'Mori', department: 'Sales', title: null });
  expect(partText(reader, CONTACT_PART, { before: null, after: contact })).toBe('Contact added: Mori Sales');
  expect(partText(reader, CONTACT_PART, { before: contact, after: null })).toBe('Contact removed: Mori');
  expect(
    partText(reader, CONTACT_PART, {
      before: contact,
      after: { ...contact, department: 'IT', title: 'CIO' },
    }),
  ).toBe('Contact Mori: Department: Sales → IT, Title: CIO');
});

test('a note of hand-over is long: only its next step is said, which alone is edited', () => {
  const opportunity = anOpportunity();
  const after = { ...opportunity, handOverNote: { ...opportunity.handOverNote, nextStep: 'another step' } };
  expect(partText(reader, OPPORTUNITY_PART, { before: opportunity, after })).toBe(
    'Opportunity Cloud: Next step: 見積 → another step',
  );
  const { amount, ...said } = { ...opportunity, amount: 5, probability: 60 };
  expect(partText(reader, OPPORTUNITY_PART, { before: { ...said, amount }, after: opportunity })).toBe(
    'Opportunity Cloud: Amount (yen): 5 → none, Probability (%): 60 → none',
  );
});

test('one of which a reader wants to know no more than which it is', () => {
  const before = anOpportunity({ product: 'Cloud', handOver: aPassing() });
  const after = { ...before, handOver: aPassing({ acknowledgedOn: '2026-07-01' }) };
  expect(partText(reader, OPPORTUNITY_PART, { before, after })).toBe('Opportunity Cloud');
});
