/** The channels that a deployment has set up, each of which takes a digest to one person. */
import { setTimeout } from 'node:timers/promises';
import type { DigestChannel } from '../domain/account/digest-choices';
import type { DigestMessage } from '../domain/digest/digest-message';
import { mailHtml, mailText } from '../domain/digest/mail-body';
import { type ChatLimits, type ChatRoom, chatworkRoom, googleChatRoom, postToRoom, slackRoom } from './chat';
import type { Delivery } from './delivery';
import { type MailSettings, openMail } from './mail';

/** The settings from the environment; a channel that is null is not set up. */
export interface ChannelSettings {
  mailHost: string | null;
  mailPort: string;
  mailSecurity: MailSettings['security'];
  mailUser: string | null;
  mailPassword: string | null;
  mailFrom: string | null;
  googleChatWebhook: string | null;
  slackWebhook: string | null;
  chatworkRoom: string | null;
  chatworkToken: string | null;
  chatworkRoot: string;
}

export interface OutgoingDigest {
  /** Always the same for one person and day, so that a digest is recognised when it is sent again. */
  id: string;
  /** The person's mail address; a room needs none. */
  address: string;
  message: DigestMessage;
  language: 'ja' | 'en';
}

/** Sends one digest; it never throws. */
export type SendDigest = (digest: OutgoingDigest) => Promise<Delivery>;
export type DigestSenders = Partial<Record<DigestChannel, SendDigest>>;

const CHAT_CALL_MS = 15_000;

/** Opens no connection yet. `pause` is between two tries at a room; real time unless given. */
export const openChannels = (
  settings: ChannelSettings,
  pause: ChatLimits['pause'] = setTimeout,
): DigestSenders => {
  const { googleChatWebhook, slackWebhook, chatworkRoom: roomId, chatworkToken, chatworkRoot } = settings;
  const mail = mailSettings(settings);
  const room = (chat: ChatRoom): SendDigest => {
    const limits = { milliseconds: CHAT_CALL_MS, pause };
    return ({ message }) => postToRoom(chat, message, limits);
  };
  return {
    ...(mail !== null && { mail: byMail(mail) }),
    ...(googleChatWebhook !== null && { googleChat: room(googleChatRoom(googleChatWebhook)) }),
    ...(slackWebhook !== null && { slack: room(slackRoom(slackWebhook)) }),
    ...(roomId !== null &&
      chatworkToken !== null && { chatwork: room(chatworkRoom(chatworkRoot, roomId, chatworkToken)) }),
  };
};

const mailSettings = (settings: ChannelSettings): MailSettings | null => {
  const { mailHost, mailPort, mailSecurity, mailUser, mailPassword, mailFrom } = settings;
  return mailHost === null || mailFrom === null
    ? null
    : {
        ...{ host: mailHost, port: Number(mailPort), security: mailSecurity },
        ...{ user: mailUser, password: mailPassword, from: mailFrom },
      };
};

const byMail = (settings: MailSettings): SendDigest => {
  const send = openMail(settings);
  return ({ id, address, message, language }) =>
    send({
      ...{ to: address, id, subject: message.title },
      ...{ text: mailText(message), html: mailHtml(message, language) },
    });
};
