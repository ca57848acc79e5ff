/**
 * Web sites on which many companies have their pages, so that the site does not identify one. Most such hosts are in the Public
 * Suffix List (https://publicsuffix.org, with its private suffixes); this list has those that are not.
 */
import { parse } from 'tldts';

/** Pages are paths there: neither the host nor a subdomain identifies a company. */
const BY_PATH =
  'facebook.com fb.com fb.me m.me instagram.com threads.net threads.com twitter.com x.com t.co linkedin.com lnkd.in youtube.com youtu.be ' +
  'tiktok.com pinterest.com pinterest.jp line.me lin.ee page.line.me ameblo.jp note.com note.mu itp.ne.jp peraichi.com sites.google.com ' +
  'docs.google.com drive.google.com maps.google.com business.google.com goo.gl g.page forms.gle bit.ly linktr.ee lit.link tumblr.com ' +
  'medium.com github.com qiita.com zenn.dev wantedly.com 8card.net prtimes.jp ekiten.jp tabelog.com hotpepper.jp item.rakuten.co.jp ' +
  'plaza.rakuten.co.jp store.shopping.yahoo.co.jp auctions.yahoo.co.jp minne.com creema.jp booth.pm blog.livedoor.jp geocities.jp ' +
  'geocities.co.jp en-gage.net bsky.app mixi.jp vimeo.com twitch.tv slideshare.net speakerdeck.com issuu.com reddit.com quora.com ' +
  'weibo.com blog.naver.com t.me wa.me whatsapp.com beacons.ai calendly.com timerex.net form.run typeform.com surveymonkey.com ' +
  'forms.office.com forms.app maps.app.goo.gl notion.so canva.com wikipedia.org crunchbase.com yelp.com tripadvisor.jp tripadvisor.com ' +
  'gnavi.co.jp retty.me jalan.net epark.jp suumo.jp homes.co.jp job.mynavi.jp job.rikunabi.com next.rikunabi.com doda.jp en-japan.com ' +
  'indeed.com openwork.jp green-japan.com type.jp baseconnect.in houjin.jp mercari-shops.com etsy.com iichi.com suzuri.jp pixiv.net ' +
  'fanbox.cc ameba.jp profile.ameba.jp b.hatena.ne.jp d.hatena.ne.jp blogs.yahoo.co.jp blog.goo.ne.jp yahoo-mbga.jp plala.jp linkedin.cn ' +
  'r.goope.jp e-shops.jp formzu.net form-mailer.jp curama.jp zehitomo.com navitime.co.jp mapion.co.jp minkabu.jp kabutan.jp irbank.net ' +
  'alarmbox.jp salesnow.jp biz-maps.com value-press.com atpress.ne.jp dreamnews.jp stand.fm voicy.jp page.line.biz booking.com airbnb.jp ' +
  'camp-fire.jp makuake.com readyfor.jp peatix.com connpass.com doorkeeper.jp eventbrite.com store.line.me apps.apple.com play.google.com';

/** Each page has a host of its own, which identifies its company; the domain above it does not. */
const BY_HOST =
  'github.io gitlab.io pages.dev workers.dev netlify.app netlify.com vercel.app now.sh herokuapp.com firebaseapp.com web.app appspot.com ' +
  'onrender.com fly.dev wixsite.com wixstudio.com editorx.io weebly.com squarespace.com webflow.io jimdo.com jimdofree.com jimdosite.com ' +
  'strikingly.com mystrikingly.com studio.site wordpress.com wpcomstaging.com wpengine.com blogspot.com blogspot.jp hatenablog.com ' +
  'hatenablog.jp hatenadiary.com hatenadiary.jp hateblo.jp fc2.com seesaa.net muragon.com shop-pro.jp myshopify.com thebase.in base.shop ' +
  'base.ec official.ec stores.jp theshop.jp handcrafted.jp shopselect.net storeinfo.jp shopinfo.jp amebaownd.com localinfo.jp themedia.jp ' +
  'cloudfront.net amazonaws.com azurewebsites.net azurestaticapps.net cloudapp.net my.salesforce.com my.salesforce-sites.com my.site.com ' +
  'hubspotpagebuilder.com hs-sites.com zendesk.com notion.site substack.com main.jp sakura.ne.jp sakuraweb.com lolipop.jp lolipop.io xsrv.jp ' +
  'heteml.net wpx.jp wpblog.jp crayonsite.net crayonsite.com crayonsite.info goope.jp ocnk.net p-kit.com r-cms.jp cybozu.com kintone.com sharepoint.com ' +
  'onmicrosoft.com zohosites.com square.site bigcartel.com raku-uru.jp easy-myshop.jp makeshop.jp carrd.co framer.website framer.app canva.site ' +
  'gamma.site bubbleapps.io softr.app tilda.ws yolasite.com site123.me godaddysites.com business.site webnode.jp webnode.com ucraft.net ' +
  'ghost.io teachable.com bsky.social free.fr hubspotpagebuilder.jp hubspotpagebuilder.eu backlog.com backlog.jp slack.com chatwork.com ' +
  'esa.io kibe.la docbase.io smarthr.jp zoom.us atlassian.net force.com owst.jp therestaurant.jp theblog.me gorp.jp favy.jp glitch.me ' +
  'readme.io hp4u.jp wix.com sblo.jp jugem.jp jugem.cc way-nifty.com tea-nifty.com moe-nifty.com air-nifty.com txt-nifty.com livedoor.biz ' +
  'dreamlog.jp publog.jp webry.info yaplog.jp teacup.com ti-da.net hamazo.tv ko-co.jp eshizuoka.jp naganoblog.jp da-te.jp otemo-yan.net ' +
  'ashita-sanuki.jp hida-ch.com chesuto.jp i-ra.jp boo-log.com miyachan.cc shiga-saku.net kyo2.jp osakazine.net omisenomikata.jp ' +
  'my-store.jp cart.fc2.com web.fc2.com blog.fc2.com livedoor.blog blog.jp doorblog.jp exblog.jp cocolog-nifty.com biz-web.jp server-shared.com ' +
  'atwebpages.com 000webhostapp.com ssl-lolipop.jp ciao.jp chu.jp sub.jp sunnyday.jp noor.jp moo.jp boo.jp xrea.com coreserver.jp ' +
  'kagoyacloud.com kir.jp secret.jp hp.infoseek.co.jp wp-x.jp wixsite.jp edgesuite.net akamaized.net ngrok.io ngrok.app loca.lt';

const PATH_PLATFORMS: ReadonlySet<string> = new Set(BY_PATH.split(' '));
const HOST_PLATFORMS: ReadonlySet<string> = new Set(BY_HOST.split(' '));

/** `isHosted` is true where the public suffix belongs to a company that rents out subdomains. */
const registeredDomain = (host: string): { domain: string | null; isHosted: boolean } => {
  const { domain, isPrivate } = parse(host, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  });
  return { domain, isHosted: isPrivate === true };
};

/**
 * Of a host and the domains above it, the host first, those that identify its company, down to the one that it has registered.
 */
export const ownDomains = (domains: readonly string[]): readonly string[] => {
  const [host] = domains;
  if (host === undefined || domains.some((domain) => PATH_PLATFORMS.has(domain))) return [];
  const { domain: registered, isHosted } = registeredDomain(host);
  if (registered === null) return [];
  if (isHosted) return [registered];
  const at = domains.findIndex((domain) => HOST_PLATFORMS.has(domain));
  if (at >= 0) return domains.slice(0, at).slice(-1);
  return domains.filter((domain) => domain.length >= registered.length);
};
