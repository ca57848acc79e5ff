/** The page on which a developer reads the mails that the functions have sent, and their messages to rooms. */
import type { ChatMessage } from './chat-rooms';
import type { ReadMail } from './read-mail';

/** A page of the browser: what it may do stands in its own policy, whatever is in it. */
export interface MailPage {
  html: string;
  contentSecurityPolicy: string;
}

const HEAD =
  '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>Hachi mails</title></head><body style="font: 15px/1.6 sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em">';

/** The latest first; `mails` and `messages` are in the order in which they came. */
export const mailsPage = (mails: readonly ReadMail[], messages: readonly ChatMessage[]): MailPage => ({
  html: `${HEAD}<h1 style="font-size: 20px">送信されたメール / Mails sent: ${mails.length}</h1>${mails
    .map((mail, index) => mailEntry(mail, index + 1))
    .reverse()
    .join(
      '',
    )}<h1 style="font-size: 20px">チャットに送られたメッセージ / Messages to rooms: ${messages.length}</h1>${messages
    .map(chatEntry)
    .reverse()
    .join('')}</body></html>\n`,
  contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
});

const mailEntry = ({ to, subject, text }: ReadMail, number: number): string =>
  `<article style="border-top: 1px solid #ccc; padding: 1em 0"><p><strong>${escaped(subject)}</strong><br>→ ${escaped(to)} · <a href="/local/mails/${number}.html">HTML</a></p><pre style="white-space: pre-wrap; overflow-wrap: anywhere">${escaped(text)}</pre></article>`;

/** With its markup, as the program gets it. */
const chatEntry = ({ program, text }: ChatMessage): string =>
  `<article style="border-top: 1px solid #ccc; padding: 1em 0"><p><strong>${escaped(program)}</strong></p><pre style="white-space: pre-wrap; overflow-wrap: anywhere">${escaped(text)}</pre></article>`;

/** The mail's own HTML, as a mail program shows it: nothing runs and nothing is loaded, its links open. */
export const mailHtmlPage = ({ html }: ReadMail): MailPage => ({
  html,
  contentSecurityPolicy:
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
});

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
