import { afMessages } from "./af.ts";
import { amMessages } from "./am.ts";
import { arMessages } from "./ar.ts";
import { azMessages } from "./az.ts";
import { beMessages } from "./be.ts";
import { bgMessages } from "./bg.ts";
import { bnMessages } from "./bn.ts";
import { bsMessages } from "./bs.ts";
import { caMessages } from "./ca.ts";
import { csMessages } from "./cs.ts";
import { cyMessages } from "./cy.ts";
import { daMessages } from "./da.ts";
import { deMessages } from "./de.ts";
import { elMessages } from "./el.ts";
import { esMessages } from "./es.ts";
import { etMessages } from "./et.ts";
import { euMessages } from "./eu.ts";
import { faMessages } from "./fa.ts";
import { fiMessages } from "./fi.ts";
import { filMessages } from "./fil.ts";
import { frMessages } from "./fr.ts";
import { gaMessages } from "./ga.ts";
import { glMessages } from "./gl.ts";
import { guMessages } from "./gu.ts";
import { haMessages } from "./ha.ts";
import { heMessages } from "./he.ts";
import { hiMessages } from "./hi.ts";
import { hrMessages } from "./hr.ts";
import { huMessages } from "./hu.ts";
import { hyMessages } from "./hy.ts";
import { idMessages } from "./id.ts";
import { isMessages } from "./is.ts";
import { itMessages } from "./it.ts";
import { jaMessages } from "./ja.ts";
import { kaMessages } from "./ka.ts";
import { kkMessages } from "./kk.ts";
import { kmMessages } from "./km.ts";
import { knMessages } from "./kn.ts";
import { koMessages } from "./ko.ts";
import { kyMessages } from "./ky.ts";
import { lbMessages } from "./lb.ts";
import { loMessages } from "./lo.ts";
import { ltMessages } from "./lt.ts";
import { lvMessages } from "./lv.ts";
import { mkMessages } from "./mk.ts";
import { mlMessages } from "./ml.ts";
import { mnMessages } from "./mn.ts";
import { mrMessages } from "./mr.ts";
import { msMessages } from "./ms.ts";
import { myMessages } from "./my.ts";
import { nbMessages } from "./nb.ts";
import { neMessages } from "./ne.ts";
import { nlMessages } from "./nl.ts";
import { orMessages } from "./or.ts";
import { paMessages } from "./pa.ts";
import { plMessages } from "./pl.ts";
import { psMessages } from "./ps.ts";
import { ptMessages } from "./pt.ts";
import { roMessages } from "./ro.ts";
import { ruMessages } from "./ru.ts";
import { siMessages } from "./si.ts";
import { skMessages } from "./sk.ts";
import { slMessages } from "./sl.ts";
import { soMessages } from "./so.ts";
import { sqMessages } from "./sq.ts";
import { srMessages } from "./sr.ts";
import { srLatnMessages } from "./sr-Latn.ts";
import { svMessages } from "./sv.ts";
import { swMessages } from "./sw.ts";
import { taMessages } from "./ta.ts";
import { teMessages } from "./te.ts";
import { tgMessages } from "./tg.ts";
import { thMessages } from "./th.ts";
import { tkMessages } from "./tk.ts";
import { trMessages } from "./tr.ts";
import { ukMessages } from "./uk.ts";
import { urMessages } from "./ur.ts";
import { uzMessages } from "./uz.ts";
import { viMessages } from "./vi.ts";
import { zhMessages } from "./zh.ts";
import { zhHantMessages } from "./zh-Hant.ts";
import { zuMessages } from "./zu.ts";
import { enMessages } from "./en.ts";
import { enAlertsMessages } from "./en-alerts.ts";
import { enNoCodeMessages } from "./en-no-code.ts";
import { xhMessages } from "./xh.ts";
import { yoMessages } from "./yo.ts";
import { igMessages } from "./ig.ts";
import { rwMessages } from "./rw.ts";
import { mtMessages } from "./mt.ts";
import { jvMessages } from "./jv.ts";
import { cebMessages } from "./ceb.ts";
import { asMessages } from "./as.ts";
import { hsbMessages } from "./hsb.ts";
import { dsbMessages } from "./dsb.ts";
import { fyMessages } from "./fy.ts";
import { scnMessages } from "./scn.ts";
import { eoMessages } from "./eo.ts";
import { ttMessages } from "./tt.ts";
import { ugMessages } from "./ug.ts";
import { mgMessages } from "./mg.ts";
import { miMessages } from "./mi.ts";
import { sdMessages } from "./sd.ts";
import { tiMessages } from "./ti.ts";
import { nnMessages } from "./nn.ts";
import { nyMessages } from "./ny.ts";
import { woMessages } from "./wo.ts";
import { anMessages } from "./an.ts";
import { astMessages } from "./ast.ts";
import { boMessages } from "./bo.ts";
import { brMessages } from "./br.ts";
import { cakMessages } from "./cak.ts";
import { ckbMessages } from "./ckb.ts";
import { coMessages } from "./co.ts";
import { dvMessages } from "./dv.ts";
import { foMessages } from "./fo.ts";
import { ffMessages } from "./ff.ts";
import { furMessages } from "./fur.ts";
import { gdMessages } from "./gd.ts";
import { gnMessages } from "./gn.ts";
import { hawMessages } from "./haw.ts";
import { htMessages } from "./ht.ts";
import { iaMessages } from "./ia.ts";
import { kabMessages } from "./kab.ts";
import { kuMessages } from "./ku.ts";
import { lgMessages } from "./lg.ts";
import { lijMessages } from "./lij.ts";
import { ltgMessages } from "./ltg.ts";
import { ocMessages } from "./oc.ts";
import { omMessages } from "./om.ts";
import { papMessages } from "./pap.ts";
import { quMessages } from "./qu.ts";
import { rmMessages } from "./rm.ts";
import { smMessages } from "./sm.ts";
import { snMessages } from "./sn.ts";
import { stMessages } from "./st.ts";
import { suMessages } from "./su.ts";
import { szlMessages } from "./szl.ts";
import { tnMessages } from "./tn.ts";
import { tpiMessages } from "./tpi.ts";
import { tsMessages } from "./ts.ts";
import { twMessages } from "./tw.ts";
import { yiMessages } from "./yi.ts";
import { classDomainBoundMessages } from "./class-domain-bound.ts";
import { classDomainLineContradictsTheTextMessages } from "./class-domain-line-contradicts-the-text.ts";
import { classGroupedCodeMessages } from "./class-grouped-code.ts";
import { classVendorPrefixMessages } from "./class-vendor-prefix.ts";
import { classLettersAndDigitsMessages } from "./class-letters-and-digits.ts";
import { classLettersOnlyMessages } from "./class-letters-only.ts";
import { classBankCodeWithAmountsMessages } from "./class-bank-code-with-amounts.ts";
import { classAmountCardTailThenCodeMessages } from "./class-amount-card-tail-then-code.ts";
import { classReferenceBesideTheCodeMessages } from "./class-reference-beside-the-code.ts";
import { classNoKeywordMessages } from "./class-no-keyword.ts";
import { classOldAndNewCodeMessages } from "./class-old-and-new-code.ts";
import { classOtherDigitsAndDisguisesMessages } from "./class-other-digits-and-disguises.ts";
import { classGluedToItsWordMessages } from "./class-glued-to-its-word.ts";
import { classPlainMessages } from "./class-plain.ts";
import { classOneKeywordInManyLanguagesMessages } from "./class-one-keyword-in-many-languages.ts";
import { classWarningWithoutCodeMessages } from "./class-warning-without-code.ts";
import { classNoCodeNeededMessages } from "./class-no-code-needed.ts";
import { classBankAlertMessages } from "./class-bank-alert.ts";
import { classPromotionMessages } from "./class-promotion.ts";
import { classOtherCodeMessages } from "./class-other-code.ts";
import { classOrderOrParcelMessages } from "./class-order-or-parcel.ts";
import { classDatePhoneAndHotlineMessages } from "./class-date-phone-and-hotline.ts";
import { classChatMessages } from "./class-chat.ts";
import { classLooksLikeACodeButIsNoneMessages } from "./class-looks-like-a-code-but-is-none.ts";
import { classAppHashMessages } from "./class-app-hash.ts";
import type { OwnMessage, TestMessage } from "./message.ts";

const byLanguage: Readonly<Record<string, readonly TestMessage[]>> = {
  af: afMessages,
  am: amMessages,
  ar: arMessages,
  az: azMessages,
  be: beMessages,
  bg: bgMessages,
  bn: bnMessages,
  bs: bsMessages,
  ca: caMessages,
  cs: csMessages,
  cy: cyMessages,
  da: daMessages,
  de: deMessages,
  el: elMessages,
  es: esMessages,
  et: etMessages,
  eu: euMessages,
  fa: faMessages,
  fi: fiMessages,
  fil: filMessages,
  fr: frMessages,
  ga: gaMessages,
  gl: glMessages,
  gu: guMessages,
  ha: haMessages,
  he: heMessages,
  hi: hiMessages,
  hr: hrMessages,
  hu: huMessages,
  hy: hyMessages,
  id: idMessages,
  is: isMessages,
  it: itMessages,
  ja: jaMessages,
  ka: kaMessages,
  kk: kkMessages,
  km: kmMessages,
  kn: knMessages,
  ko: koMessages,
  ky: kyMessages,
  lb: lbMessages,
  lo: loMessages,
  lt: ltMessages,
  lv: lvMessages,
  mk: mkMessages,
  ml: mlMessages,
  mn: mnMessages,
  mr: mrMessages,
  ms: msMessages,
  my: myMessages,
  nb: nbMessages,
  ne: neMessages,
  nl: nlMessages,
  or: orMessages,
  pa: paMessages,
  pl: plMessages,
  ps: psMessages,
  pt: ptMessages,
  ro: roMessages,
  ru: ruMessages,
  si: siMessages,
  sk: skMessages,
  sl: slMessages,
  so: soMessages,
  sq: sqMessages,
  sr: srMessages,
  "sr-Latn": srLatnMessages,
  sv: svMessages,
  sw: swMessages,
  ta: taMessages,
  te: teMessages,
  tg: tgMessages,
  th: thMessages,
  tk: tkMessages,
  tr: trMessages,
  uk: ukMessages,
  ur: urMessages,
  uz: uzMessages,
  vi: viMessages,
  zh: zhMessages,
  "zh-Hant": zhHantMessages,
  zu: zuMessages,
  en: [...enMessages, ...enAlertsMessages, ...enNoCodeMessages],
  xh: xhMessages,
  yo: yoMessages,
  ig: igMessages,
  rw: rwMessages,
  mt: mtMessages,
  jv: jvMessages,
  ceb: cebMessages,
  as: asMessages,
  hsb: hsbMessages,
  dsb: dsbMessages,
  fy: fyMessages,
  scn: scnMessages,
  eo: eoMessages,
  tt: ttMessages,
  ug: ugMessages,
  mg: mgMessages,
  mi: miMessages,
  sd: sdMessages,
  ti: tiMessages,
  nn: nnMessages,
  ny: nyMessages,
  wo: woMessages,
  an: anMessages,
  ast: astMessages,
  bo: boMessages,
  br: brMessages,
  cak: cakMessages,
  ckb: ckbMessages,
  co: coMessages,
  dv: dvMessages,
  fo: foMessages,
  ff: ffMessages,
  fur: furMessages,
  gd: gdMessages,
  gn: gnMessages,
  haw: hawMessages,
  ht: htMessages,
  ia: iaMessages,
  kab: kabMessages,
  ku: kuMessages,
  lg: lgMessages,
  lij: lijMessages,
  ltg: ltgMessages,
  oc: ocMessages,
  om: omMessages,
  pap: papMessages,
  qu: quMessages,
  rm: rmMessages,
  sm: smMessages,
  sn: snMessages,
  st: stMessages,
  su: suMessages,
  szl: szlMessages,
  tn: tnMessages,
  tpi: tpiMessages,
  ts: tsMessages,
  tw: twMessages,
  yi: yiMessages,
};

/** Messages of a hard class, in any language. */
const byClass: Readonly<Record<string, readonly TestMessage[]>> = {
  "domain-bound": classDomainBoundMessages,
  "domain line contradicts the text": classDomainLineContradictsTheTextMessages,
  "grouped code": classGroupedCodeMessages,
  "vendor prefix": classVendorPrefixMessages,
  "letters and digits": classLettersAndDigitsMessages,
  "letters only": classLettersOnlyMessages,
  "bank code with amounts": classBankCodeWithAmountsMessages,
  "amount, card tail, then code": classAmountCardTailThenCodeMessages,
  "reference beside the code": classReferenceBesideTheCodeMessages,
  "no keyword": classNoKeywordMessages,
  "old and new code": classOldAndNewCodeMessages,
  "other digits and disguises": classOtherDigitsAndDisguisesMessages,
  "glued to its word": classGluedToItsWordMessages,
  plain: classPlainMessages,
  "one keyword in many languages": classOneKeywordInManyLanguagesMessages,
  "warning without code": classWarningWithoutCodeMessages,
  "no code needed": classNoCodeNeededMessages,
  "bank alert": classBankAlertMessages,
  promotion: classPromotionMessages,
  "other code": classOtherCodeMessages,
  "order or parcel": classOrderOrParcelMessages,
  "date, phone and hotline": classDatePhoneAndHotlineMessages,
  chat: classChatMessages,
  "looks like a code but is none": classLooksLikeACodeButIsNoneMessages,
  "app hash": classAppHashMessages,
};

/** Every message written for this project. Tests and the bench read them; the extractor does not. */
export const ownMessages: readonly OwnMessage[] = [
  ...Object.entries(byLanguage).flatMap(([language, messages]) =>
    label(messages, { language, class: "plain" }),
  ),
  ...Object.entries(byClass).flatMap(([kind, messages]) =>
    label(messages, { language: "mixed", class: kind }),
  ),
];

function label(messages: readonly TestMessage[], labels: { language: string; class: string }): OwnMessage[] {
  return messages.map((message) => Object.assign({}, labels, message));
}
