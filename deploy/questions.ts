/** Values that only the operator knows, from a flag, from the last run, or asked for. */
import { DeployError } from './deploy-error';
import { type Answers, answersSchema } from './deployment';

interface Question {
  readonly ask: string;
  /** The default where nothing is typed. */
  readonly standard: (known: Partial<Answers>) => string;
  /** Asked for twice, since it can never be changed. */
  readonly twice?: true;
  /** Only set by a flag, since most teams begin without it. */
  readonly flagOnly?: true;
}

const flagOnly = (ask: string): Question => ({ ask, standard: () => '', flagOnly: true });

export const QUESTIONS: Readonly<Record<keyof Answers, Question>> = {
  project: { ask: 'ID of the Google Cloud project', standard: () => '' },
  region: { ask: 'Region of the service', standard: () => 'asia-northeast1' },
  location: {
    ask: 'Location of Firestore; it can never be changed',
    standard: ({ region = '' }) => region,
    twice: true,
  },
  admin: { ask: "The first admin's e-mail address", standard: () => '' },
  domains: {
    ask: 'Workspace domains whose accounts are let in, separated by commas; none lets the member list decide',
    standard: () => '',
  },
  budget: flagOnly("What a month may cost, as 10USD or 2000JPY: in the billing account's currency"),
  'mail-host': flagOnly('The SMTP server that digests go by'),
  'mail-port': flagOnly('Its port'),
  'mail-security': flagOnly('How it is encrypted: starttls or tls'),
  'mail-user': flagOnly('Who signs in to it'),
  'mail-from': flagOnly("The digests' sender"),
  'chatwork-room': flagOnly("The number of the team's room in Chatwork"),
};
const KEYS = Object.keys(QUESTIONS) as (keyof Answers)[];

/** Asks a question, and returns the typed text without surrounding blanks. */
export type Ask = (question: string) => Promise<string>;

/**
 * `given` are the flags and `kept` the answers of the last run. With `takesUsual`, questions with a usual answer that can be
 * changed later are not asked. Throws for a flag with an invalid value.
 */
export async function answersFor(
  given: Readonly<Partial<Record<keyof Answers, string>>>,
  kept: Answers | null,
  ask: Ask,
  takesUsual = false,
): Promise<Answers> {
  const known: Partial<Answers> = {};
  for (const key of KEYS) {
    const flag = given[key];
    if (flag !== undefined) {
      const value = parsed(key, flag);
      if (value === undefined) throw new DeployError(`--${key}: "${flag}" is none. ${QUESTIONS[key].ask}.`);
      Object.assign(known, { [key]: value });
    } else Object.assign(known, { [key]: kept?.[key] ?? (await answerTo(key, known, { ask, takesUsual })) });
  }
  return answersSchema.parse(known);
}

const answerTo = async (
  key: keyof Answers,
  known: Partial<Answers>,
  { ask, takesUsual }: { ask: Ask; takesUsual: boolean },
): Promise<unknown> => {
  const { flagOnly, twice, standard } = QUESTIONS[key];
  if (flagOnly) return '';
  const usual = takesUsual && !twice ? parsed(key, standard(known)) : undefined;
  return usual ?? asked(key, known, ask);
};

/** Repeats the question until the answer is valid. */
async function asked(key: keyof Answers, known: Partial<Answers>, ask: Ask): Promise<unknown> {
  const { ask: question, standard, twice } = QUESTIONS[key];
  for (;;) {
    const usual = standard(known);
    const typed = (await ask(usual === '' ? `${question}: ` : `${question} [${usual}]: `)) || usual;
    const value = parsed(key, typed);
    if (value !== undefined && (!twice || (await ask(`${question}. Once more: `)) === typed)) return value;
  }
}

/** Undefined where the text is invalid. */
const parsed = (key: keyof Answers, text: string): unknown => {
  const value =
    key === 'domains'
      ? text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '')
      : text.trim();
  const result = answersSchema.shape[key].safeParse(value);
  return result.success ? result.data : undefined;
};
