/** Mail domains that do not identify a company: free mail, and Japanese access and mobile providers. */
const FREE_MAIL: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com yahoo.co.jp yahoo.ne.jp yahoo.com ymail.ne.jp ymail.com rocketmail.com outlook.jp outlook.com ' +
    'outlook.co.jp hotmail.com hotmail.co.jp live.jp live.com msn.com icloud.com me.com mac.com aol.com aol.jp gmx.com gmx.de ' +
    'mail.com proton.me protonmail.com pm.me zoho.com zoho.jp fastmail.com tutanota.com yandex.com yandex.ru mail.ru naver.com ' +
    'daum.net hanmail.net qq.com 163.com 126.com sina.com foxmail.com web.de orange.fr excite.co.jp goo.jp mail.goo.ne.jp ' +
    'infoseek.jp livedoor.com rakuten.jp nifty.com nifty.ne.jp biglobe.ne.jp ocn.ne.jp plala.or.jp so-net.ne.jp dion.ne.jp ' +
    'auone-net.jp asahi-net.or.jp hi-ho.ne.jp wakwak.com dti.ne.jp eonet.ne.jp zaq.ne.jp jcom.home.ne.jp jcom.zaq.ne.jp ' +
    'tiki.ne.jp nttpc.ne.jp sannet.ne.jp odn.ne.jp odn.jp ybb.ne.jp bbtec.net commufa.jp docomo.ne.jp dwmail.jp ezweb.ne.jp ' +
    'au.com uqmobile.jp softbank.ne.jp i.softbank.jp vodafone.ne.jp disney.ne.jp ymobile.ne.jp y-mobile.ne.jp willcom.com ' +
    'pdx.ne.jp emnet.ne.jp rakumail.jp example.com example.jp'
  ).split(' '),
);

/** Free mail services with a domain in most countries, such as yahoo.fr and hotmail.co.uk. */
const FREE_MAIL_IN_ANY_COUNTRY = /(?:^|\.)(?:gmail|googlemail|hotmail|yahoo)\.(?:com?\.)?[a-z]{2}$/;

/**
 * Includes hosts below such a domain, as jcom.zaq.ne.jp or t.vodafone.ne.jp. softbank.jp belongs to a company; ocn.ne.jp is a
 * provider.
 */
export const isFreeMail = (domain: string): boolean => {
  const labels = domain.split('.');
  return (
    labels.some((_, at) => FREE_MAIL.has(labels.slice(at).join('.'))) || FREE_MAIL_IN_ANY_COUNTRY.test(domain)
  );
};
