/** Web sites on which companies have pages of their own: who runs the platform says nothing of who has the page. */

/** A page there is a path: neither the host nor what stands below it tells a company. */
const BY_PATH =
  'facebook.com fb.com fb.me m.me instagram.com threads.net threads.com twitter.com x.com t.co linkedin.com lnkd.in youtube.com youtu.be ' +
  'tiktok.com pinterest.com pinterest.jp line.me lin.ee page.line.me ameblo.jp note.com note.mu itp.ne.jp peraichi.com sites.google.com ' +
  'docs.google.com drive.google.com maps.google.com business.google.com goo.gl g.page forms.gle bit.ly linktr.ee lit.link tumblr.com ' +
  'medium.com github.com qiita.com zenn.dev wantedly.com 8card.net prtimes.jp ekiten.jp tabelog.com hotpepper.jp item.rakuten.co.jp ' +
  'plaza.rakuten.co.jp store.shopping.yahoo.co.jp auctions.yahoo.co.jp minne.com creema.jp booth.pm blog.livedoor.jp geocities.jp ' +
  'geocities.co.jp en-gage.net';

/** A page there is a host of its own, which tells its company; what it stands under tells nobody. */
const BY_HOST =
  'github.io gitlab.io pages.dev workers.dev netlify.app netlify.com vercel.app now.sh herokuapp.com firebaseapp.com web.app appspot.com ' +
  'onrender.com fly.dev wixsite.com wixstudio.com editorx.io weebly.com squarespace.com webflow.io jimdo.com jimdofree.com jimdosite.com ' +
  'strikingly.com mystrikingly.com studio.site wordpress.com wpcomstaging.com wpengine.com blogspot.com blogspot.jp hatenablog.com ' +
  'hatenablog.jp hatenadiary.com hatenadiary.jp hateblo.jp fc2.com seesaa.net muragon.com shop-pro.jp myshopify.com thebase.in base.shop ' +
  'base.ec official.ec stores.jp theshop.jp handcrafted.jp shopselect.net storeinfo.jp shopinfo.jp amebaownd.com localinfo.jp themedia.jp ' +
  'cloudfront.net amazonaws.com azurewebsites.net azurestaticapps.net cloudapp.net my.salesforce.com my.salesforce-sites.com my.site.com ' +
  'hubspotpagebuilder.com hs-sites.com zendesk.com notion.site substack.com main.jp sakura.ne.jp sakuraweb.com lolipop.jp lolipop.io xsrv.jp ' +
  'heteml.net wpx.jp wpblog.jp crayonsite.net crayonsite.com crayonsite.info goope.jp ocnk.net p-kit.com r-cms.jp cybozu.com kintone.com';

const PATH_PLATFORMS: ReadonlySet<string> = new Set(BY_PATH.split(' '));
const HOST_PLATFORMS: ReadonlySet<string> = new Set(BY_HOST.split(' '));

/** Of a host and the domains that it stands under, the host first: those that tell its company. */
export const ownDomains = (domains: readonly string[]): readonly string[] => {
  if (domains.some((domain) => PATH_PLATFORMS.has(domain))) return [];
  const at = domains.findIndex((domain) => HOST_PLATFORMS.has(domain));
  return at < 0 ? domains : domains.slice(0, at).slice(-1);
};
