/** A digest as the chat programs want it: each has its own markup, and none has a way to quote it that all clients follow. */
import type { DigestItem, DigestMessage } from '../domain/digest/digest-message';

/** How one chat program writes what a digest is made of. */
interface ChatMarkup {
  /** A text in which nothing is markup. */
  plain: (line: string) => string;
  heading: (title: string) => string;
  item: (item: DigestItem) => string;
  /** The length of the whole message, in characters of JavaScript. */
  maxLength: number;
}

/** Full-width forms read the same and are no markup. */
const fullWidth = (line: string, characters: RegExp): string =>
  line.replace(characters, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Slack and Google Chat: `<address|words>` and `<!channel>`, `*bold*`, `_italic_`, `~struck~`, `` `code` ``. */
const withoutMarkup = (line: string): string => fullWidth(line, /[<>|*_~`]/g);
/** Slack decodes these three, and asks for them. */
const slackEncoded = (line: string): string =>
  line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const linked = (
  { company, link, detail }: DigestItem,
  plain: (line: string) => string,
  encodeLink: (link: string) => string,
): string =>
  `• ${link === null ? plain(company) : `<${encodeLink(link)}|${plain(company)}>`} ${plain(detail)}`;

const plainForSlack = (line: string): string => slackEncoded(withoutMarkup(line));

/** https://api.slack.com/reference/surfaces/formatting; texts beyond 4,000 characters are split by Slack. */
const SLACK: ChatMarkup = {
  plain: plainForSlack,
  heading: (title) => `*${plainForSlack(title)}*`,
  item: (item) => linked(item, plainForSlack, slackEncoded),
  maxLength: 3_900,
};

/** https://developers.google.com/workspace/chat/format-messages; 4,096 characters is the least limit that its documents name. */
const GOOGLE_CHAT: ChatMarkup = {
  plain: withoutMarkup,
  heading: (title) => `*${withoutMarkup(title)}*`,
  item: (item) => linked(item, withoutMarkup, (link) => link),
  maxLength: 4_000,
};

/** `[To:1]`, `[toall]`, `[code]`: all of its markup stands in brackets. */
const withoutBrackets = (line: string): string => fullWidth(line, /[[\]]/g);

/** https://developer.chatwork.com/docs/message-notation; it makes links of addresses by itself. */
const CHATWORK: ChatMarkup = {
  plain: withoutBrackets,
  heading: (title) => `■ ${withoutBrackets(title)}`,
  item: ({ company, link, detail }) =>
    `・${withoutBrackets(company)} ${withoutBrackets(detail)}${link === null ? '' : `\n${link}`}`,
  maxLength: 20_000,
};

const CHAT_MARKUPS = { slack: SLACK, googleChat: GOOGLE_CHAT, chatwork: CHATWORK } as const;
export type ChatProgram = keyof typeof CHAT_MARKUPS;

/** The digest as one message. Items for which the program's limit has no room are only counted. */
export const chatText = (message: DigestMessage, program: ChatProgram): string => {
  const { plain, heading, item, maxLength } = CHAT_MARKUPS[program];
  const { title, sections, moreItems, footer } = message;
  const total = sections.reduce((sum, { items, left }) => sum + items.length + left, 0);
  const lines = [heading(title)];
  const end = footer.map(plain);
  // Room is kept for the line that says how many items are left out.
  let room = maxLength - lengthOf([...lines, plain(moreItems(total)), ...end]);
  let shown = 0;
  const take = (...added: string[]): boolean => {
    room -= lengthOf(added);
    if (room < 0) return false;
    lines.push(...added);
    return true;
  };
  fill: for (const section of sections) {
    let head: string[] = [heading(section.title)];
    for (const one of section.items) {
      if (!take(...head, item(one))) break fill;
      head = [];
      shown += 1;
    }
  }
  const left = total - shown;
  return [...lines, ...(left === 0 ? [] : [plain(moreItems(left))]), ...end].join('\n');
};

/** The length of the lines with their line breaks. */
const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);
