/** The domain that a web address, an e-mail address or a host name speaks of. */
import { isFreeMail } from './free-mail';

const HOST =
  /^(?:[a-z0-9\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー](?:[a-z0-9\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー-]{0,62})\.)+(?:[a-z]{2,24}|xn--[a-z0-9]{2,20})$/u;
/** Second-level labels under which companies register, beside the country's own. */
const SHARED_SECOND_LEVELS = 'co or ne ac go ed gr lg ad com net org edu gov'.split(' ');
const BEFORE_PATH = /^[^/?#\s]+/;

export interface WebDomain {
  /** In lower case, without `www.`. */
  host: string;
  /** The host and what it stands under, down to the domain that a company registers: mail.example.co.jp, example.co.jp. */
  domains: readonly string[];
  isEmail: boolean;
}

/** Null where the text is no address. */
export const readWebDomain = (text: string): WebDomain | null => {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^<|>$/g, '')
    .replace(/^mailto:/, '');
  const address = plain.replace(/^[a-z][a-z0-9+.-]*:\/\//, '');
  const [place = ''] = BEFORE_PATH.exec(address) ?? [];
  const isEmail = place.includes('@');
  const host = place
    .slice(place.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
  if (!HOST.test(host)) return null;
  const labels = host.split('.');
  const country = labels[labels.length - 1] ?? '';
  const isShared = country.length === 2 && SHARED_SECOND_LEVELS.includes(labels[labels.length - 2] ?? '');
  const registered = isShared ? 3 : 2;
  if (labels.length < registered) return null;
  const domains = labels.slice(0, labels.length - registered + 1).map((_, at) => labels.slice(at).join('.'));
  return { host, domains, isEmail };
};

/**
 * The domains by which a web address, an e-mail address or a host name tells a company: the host, and what it stands under.
 * Empty where the text is no address, or one of a mail service, which tells nothing of a company.
 */
export const companyDomainsIn = (address: string): readonly string[] => {
  const domains = readWebDomain(address)?.domains ?? [];
  return domains.some(isFreeMail) ? [] : domains;
};
