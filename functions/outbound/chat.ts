/**
 * Messages to a room of a chat program, by its webhook or API.
 * Not verified against Google: the answers of Google Chat, Slack and Chatwork; messages follow their published formats.
 */
import type { DigestMessage } from '../domain/digest/digest-message';
import { type ChatProgram, chatText } from './chat-text';
import {
  type Delivery,
  failedDelivery,
  isNotConnected,
  isUntrusted,
  SENT,
  uncertainDelivery,
} from './delivery';

interface ChatRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: (text: string) => string;
}

/** Where a room is. The address of a webhook is a secret: whoever has it can post. */
export interface ChatRoom {
  program: ChatProgram;
  request: ChatRequest;
}

const JSON_HEADERS = { 'Content-Type': 'application/json; charset=UTF-8' };

export const slackRoom = (webhook: string): ChatRoom => ({
  program: 'slack',
  request: {
    url: webhook,
    headers: JSON_HEADERS,
    body: (text) => JSON.stringify({ text, unfurl_links: false, unfurl_media: false }),
  },
});

export const googleChatRoom = (webhook: string): ChatRoom => ({
  program: 'googleChat',
  request: { url: webhook, headers: JSON_HEADERS, body: (text) => JSON.stringify({ text }) },
});

/** `root` is the API's address, without a slash at its end. */
export const chatworkRoom = (root: string, roomId: string, token: string): ChatRoom => ({
  program: 'chatwork',
  request: {
    url: `${root}/rooms/${roomId}/messages`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-ChatWorkToken': token },
    body: (text) => new URLSearchParams({ body: text, self_unread: '1' }).toString(),
  },
});

export interface ChatLimits {
  /** The longest that one call may take. */
  milliseconds: number;
  /** Waits before a message is sent again that the program refused for coming too soon after another one. */
  pause: (milliseconds: number) => Promise<unknown>;
}

const MAX_TRIES = 3;
const LONGEST_PAUSE_MS = 10_000;

/** Never throws. The room's own words are not repeated: they may hold its address. */
export const postToRoom = async (
  { program, request }: ChatRoom,
  message: DigestMessage,
  { milliseconds, pause }: ChatLimits,
): Promise<Delivery> => {
  const body = request.body(chatText(message, program));
  for (let tries = 1; ; tries += 1) {
    const answer = await post(request, body, milliseconds);
    if ('outcome' in answer) return answer;
    const { status, headers } = answer;
    if (status !== 429 || tries === MAX_TRIES) return deliveryOfStatus(status);
    await pause(pauseOf(headers.get('retry-after')));
  }
};

const post = async (
  { url, headers }: ChatRequest,
  body: string,
  milliseconds: number,
): Promise<Response | Delivery> => {
  try {
    const signal = AbortSignal.timeout(milliseconds);
    // A redirect could lead anywhere, also into our own network.
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response;
  } catch (error) {
    return deliveryOfFailure(error);
  }
};

/** What became of the message. With a status of 5xx the program may have taken it before it failed. */
const deliveryOfStatus = (status: number): Delivery => {
  if (status >= 200 && status < 300) return SENT;
  if (status >= 500) return uncertainDelivery(status);
  return failedDelivery(status === 401 || status === 403 ? 'SIGN_IN_REFUSED' : 'REFUSED', status);
};

const deliveryOfFailure = (error: unknown): Delivery => {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (isNotConnected(code)) return failedDelivery('UNREACHABLE');
  return isUntrusted(code) ? failedDelivery('INSECURE') : uncertainDelivery();
};

const pauseOf = (retryAfter: string | null): number => {
  const seconds = Number(retryAfter);
  return Math.min(Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000, LONGEST_PAUSE_MS);
};
