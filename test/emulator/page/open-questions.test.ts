import { EventStream } from '../../../emulator/page/event-stream';
import { OpenQuestions } from '../../../emulator/page/open-questions';

const QUESTION = { title: null, prompt: 'Really?', buttons: 'YES_NO' } as const;
const newQuestions = (): OpenQuestions => new OpenQuestions(new EventStream(() => undefined));

test('an answer goes to its question, once', async () => {
  const questions = newQuestions();
  const never = new AbortController().signal;
  const [first, second] = [questions.ask('alert', QUESTION, never), questions.ask('prompt', QUESTION, never)];
  expect(questions.answer(2, { button: 'OK', text: '八' })).toBe(true);
  expect(questions.answer(2, { button: 'OK', text: 'again' })).toBe(false);
  expect(questions.answer(3, { button: 'OK', text: '' })).toBe(false);
  expect(await second).toEqual({ button: 'OK', text: '八' });
  questions.closeAll();
  expect(await first).toEqual({ button: 'CLOSE', text: '' });
});

test('a question that the script waits for no more takes no answer', () => {
  const questions = newQuestions();
  const script = new AbortController();
  void questions.ask('alert', QUESTION, script.signal);
  script.abort();
  expect(questions.answer(1, { button: 'YES', text: '' })).toBe(false);
});
