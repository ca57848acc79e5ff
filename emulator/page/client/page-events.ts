/** Events of the server by their names. */
import type { PageEvent } from '../protocol';

export type WelcomeEvent = Extract<PageEvent, { kind: 'welcome' }>;
export type QuestionEvent = Extract<PageEvent, { kind: 'question' }>;
export type EndedEvent = Extract<PageEvent, { kind: 'ended' }>;
