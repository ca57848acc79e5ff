/** Every form names its company and acts on it and no other, whatever is selected meanwhile. */
import type { SidebarState as SheetState } from '../../../../apps-script/script-api';
import type { WorkDraft, WorkMessage } from '../../../../apps-script/windows/account/account-work';
import type { FormName } from '../../../../apps-script/windows/account/form-names';
import type { PaneMessage } from '../../../../apps-script/windows/account/pane-state';
import { type CommandFormState, formHeading } from '../../../../apps-script/windows/kit/command-form';
import type { FormMessage } from '../../../../apps-script/windows/kit/form-state';
import { shownFields } from '../../../../apps-script/windows/kit/shown-fields';
import type { Effect } from '../../../../apps-script/windows/kit/step';
import { shownPane } from '../../../../apps-script/windows/sidebar/sidebar-panes';
import type {
  SidebarMessage,
  SidebarWindowState,
} from '../../../../apps-script/windows/sidebar/sidebar-state';
import { startSidebar, updateSidebar } from '../../../../apps-script/windows/sidebar/sidebar-update';
import { aContact, anAccount, anOpportunity, aProduct, TODAY } from '../../../builders';
import { anAccountView } from '../window-scene';

const parts = {
  contacts: { c000001: aContact({ id: 'c000001', name: '山田' }) },
  opportunities: { o000001: anOpportunity({ id: 'o000001' }) },
  products: { p000001: aProduct({ id: 'p000001' }) },
};
const own = anAccount({
  id: 'a_own',
  name: '株式会社自社',
  status: 'ACTIVE_OPPORTUNITY',
  version: 4,
  ...parts,
});
const other = anAccount({ id: 'a_other', name: '株式会社他社', status: 'WORKING', version: 9 });
const ACCOUNTS = { [own.id]: own, [other.id]: other };

/** Each form once: the compiler asks for one that is missing here. */
const FORMS: { readonly [Form in FormName['form']]: Extract<FormName, { form: Form }> | FormName } = {
  logContact: { form: 'logContact' },
  recordCheck: { form: 'recordCheck' },
  nextCheck: { form: 'nextCheck' },
  awaited: { form: 'awaited' },
  handOver: { form: 'handOver' },
  approve: { form: 'approve', proposalId: 'r000001' },
  reject: { form: 'reject', proposalId: 'r000001' },
  reviewBadFit: { form: 'reviewBadFit' },
  answerHandOver: { form: 'answerHandOver' },
  keepPromises: { form: 'keepPromises' },
  unmerge: { form: 'unmerge' },
  cutLink: { form: 'cutLink' },
  bant: { form: 'bant' },
  opportunity: { form: 'opportunity' },
  parent: { form: 'parent' },
  details: { form: 'details' },
  formerName: { form: 'formerName' },
  fillIn: { form: 'fillIn', missing: [] },
  contact: { form: 'contact', id: 'c000001' },
  product: { form: 'product', id: 'p000001' },
  closeOpportunity: { form: 'closeOpportunity', id: 'o000001' },
  eraseContact: { form: 'eraseContact', id: 'c000001' },
  moveContact: { form: 'moveContact', id: 'c000001' },
  correctMeeting: { form: 'correctMeeting', activityId: 't000001' },
};

const select = (id: string): SidebarMessage => {
  const { name, version } = ACCOUNTS[id] ?? own;
  const selection: SheetState['selection'] = {
    kind: 'account',
    id,
    name,
    status: 'WORKING',
    version,
    more: 0,
  };
  return { type: 'polled', result: { value: { selection, pending: 0 } } };
};

const sentIn = (effects: readonly Effect<SidebarMessage>[]) =>
  effects.flatMap((effect) => (effect.kind === 'send' ? effect.requests : []));

/** Answers readings of accounts at once. */
const settle = (step: ReturnType<typeof updateSidebar>): SidebarWindowState =>
  step.effects.reduce((now, effect) => {
    if (effect.kind !== 'call' || effect.name !== 'readAccount') return now;
    const account = ACCOUNTS[String(effect.args[0])] ?? own;
    return settle(updateSidebar(now, effect.reply({ value: anAccountView(account, 'manager') })));
  }, step.state);
const update = (state: SidebarWindowState, ...messages: readonly SidebarMessage[]): SidebarWindowState =>
  messages.reduce((now, message) => settle(updateSidebar(now, message)), state);

const inOwn = (message: PaneMessage): SidebarMessage => ({ type: 'pane', id: own.id, message });
const opened = update(
  startSidebar({ language: 'ja', tab: 'account', columns: [], column: 0 }).state,
  select(own.id),
);

/** The open form of the pane, whatever it is for. */
const formOf = (state: SidebarWindowState): CommandFormState => {
  const work = state.panes[own.id]?.work;
  const form =
    work?.kind === 'form' ? work.state : work?.kind === 'change' ? work.state.form : work?.state.phase.form;
  if (form == null) throw new Error('no form is open');
  return form;
};
const companyOf = (state: SidebarWindowState): string | null | undefined =>
  formHeading(formOf(state))?.company;

const WORKS: readonly (readonly [
  what: string,
  draft: WorkDraft,
  wrap: (message: FormMessage) => WorkMessage,
])[] = [
  ...Object.values(FORMS).map(
    (name) =>
      [
        name.form,
        { kind: 'form', name, values: {} },
        (message: FormMessage): WorkMessage => ({ kind: 'form', message }),
      ] as const,
  ),
  [
    'a change of status',
    { kind: 'change', draft: { to: 'CURRENT_CLIENT', values: {} } },
    (message): WorkMessage => ({ kind: 'change', message: { type: 'form', message } }),
  ],
  [
    'a merge',
    { kind: 'merge', choice: {} },
    (message): WorkMessage => ({ kind: 'merge', message: { type: 'form', message } }),
  ],
];

describe.each(WORKS)('%s', (_, draft, wrap) => {
  const form = update(opened, inOwn({ type: 'open', draft }));
  const typed = update(
    form,
    inOwn({ type: 'work', message: wrap({ type: 'entered', key: 'note', value: '書きかけ' }) }),
  );

  test('names its company', () => expect(companyOf(form)).toBe(own.name));

  test('what is typed stays on the page, under its company, while another one is selected', () => {
    const moved = update(typed, select(other.id));
    expect([shownPane(moved)?.id, moved.elsewhere]).toEqual([own.id, other.name]);
    expect(companyOf(moved)).toBe(own.name);
  });

  test('is sent to its company, also from behind the one that is shown by then', () => {
    const away = update(typed, select(other.id), { type: 'showSelection' });
    expect(shownPane(away)?.id).toBe(other.id);
    // An answer may make other fields necessary.
    const filled = fillIn(fillIn(away, wrap), wrap);
    const { effects } = updateSidebar(
      filled,
      inOwn({ type: 'work', message: wrap({ type: 'submitted', unreadable: [] }) }),
    );
    const [request, ...more] = sentIn(effects);
    expect(more).toEqual([]);
    expect(request).toMatchObject({ accountId: own.id, expectedVersion: own.version });
    expect(JSON.stringify(request)).not.toContain(other.id);
  });

  test('without anything typed it goes with its pane, and a late click does nothing', () => {
    const moved = update(form, select(other.id));
    expect(Object.keys(moved.panes)).toEqual([other.id]);
    expect(
      updateSidebar(moved, inOwn({ type: 'work', message: wrap({ type: 'submitted', unreadable: [] }) }))
        .effects,
    ).toEqual([]);
  });
});

test.each<[what: string, message: PaneMessage]>([
  ['a command without a form', { type: 'act', command: { type: 'undo', version: 4 }, sentence: 'undone' }],
  ['what is asked of its debts', { type: 'fillDebts' }],
])('%s goes to the company of its pane, and nowhere once that is gone', (_, message) => {
  const [request] = sentIn(updateSidebar(opened, inOwn(message)).effects);
  expect(request).toMatchObject({ accountId: own.id, expectedVersion: own.version });
  expect(updateSidebar(update(opened, select(other.id)), inOwn(message)).effects).toEqual([]);
});

test('mending goes to the account of its pane, and nowhere once that is gone', () => {
  const mend = inOwn({ type: 'mend', message: { type: 'mend' } });
  const [effect] = updateSidebar(opened, mend).effects;
  expect(effect).toMatchObject({ args: ['account', 'POST', { body: { mend: own.id } }] });
  expect(updateSidebar(update(opened, select(other.id)), mend).effects).toEqual([]);
});

/** Something in every field that has to be filled in. */
const fillIn = (
  state: SidebarWindowState,
  wrap: (message: FormMessage) => WorkMessage,
): SidebarWindowState => {
  return shownFields(formOf(state).form).reduce((now, { key, kind, choices, suggestion }) => {
    const value =
      kind === 'tick'
        ? true
        : kind === 'date'
          ? TODAY
          : kind === 'products'
            ? choices.slice(0, 1).map((choice) => choice.value)
            : (suggestion ?? choices[0]?.value ?? (kind === 'amount' ? '1' : '何か'));
    return update(now, inOwn({ type: 'work', message: wrap({ type: 'entered', key, value }) }));
  }, state);
};
