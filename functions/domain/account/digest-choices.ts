/** What can be chosen of digests in the settings. A file of its own: most windows need none of it, and their size is limited. */
import { text } from '../text/text';

/** Where digests go: to each person's mail address, or to the team's room of a chat program. */
export const DIGEST_CHANNELS = {
  mail: text('メール', 'Mail'),
  googleChat: text('Google Chat', 'Google Chat'),
  slack: text('Slack', 'Slack'),
  chatwork: text('Chatwork', 'Chatwork'),
} as const;
export type DigestChannel = keyof typeof DIGEST_CHANNELS;

/** Whom a digest is for: who acts for accounts, each business day; who decides for the team, once a week. */
export const DIGEST_AUDIENCES = {
  reps: text('担当者', 'Reps'),
  managers: text('マネージャー', 'Managers'),
} as const;
export type DigestAudience = keyof typeof DIGEST_AUDIENCES;
