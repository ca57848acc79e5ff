/** Domains that say nothing about a company: its people only have their mailboxes there. */

/** Of a provider, and of each of its subdomains (`*.ocn.ne.jp`). */
const MAIL_PROVIDERS = (
  'gmail.com googlemail.com yahoo.co.jp yahoo.com ymail.ne.jp ybb.ne.jp outlook.com outlook.jp hotmail.com ' +
  'hotmail.co.jp live.jp live.com msn.com icloud.com me.com mac.com aol.com aol.jp gmx.com gmx.net mail.com ' +
  'proton.me protonmail.com zoho.com yandex.com mail.ru qq.com 163.com 126.com naver.com hanmail.net ' +
  'docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp softbank.jp vodafone.ne.jp willcom.com ymobile.ne.jp ' +
  'rakumail.jp excite.co.jp goo.jp goo.ne.jp infoseek.jp livedoor.com nifty.com nifty.ne.jp biglobe.ne.jp ' +
  'ocn.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp odn.ne.jp asahi-net.or.jp hi-ho.ne.jp wakwak.com dti.ne.jp ' +
  'eonet.ne.jp jcom.home.ne.jp jcom.zaq.ne.jp commufa.jp tiki.ne.jp iij4u.or.jp infoweb.ne.jp'
).split(' ');

export const isMailProvider = (domain: string): boolean =>
  MAIL_PROVIDERS.some((provider) => domain === provider || domain.endsWith(`.${provider}`));
