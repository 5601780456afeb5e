import { en } from "./languages/en.ts";
import { af } from "./languages/af.ts";
import { am } from "./languages/am.ts";
import { ar } from "./languages/ar.ts";
import { asWords } from "./languages/as.ts";
import { az } from "./languages/az.ts";
import { be } from "./languages/be.ts";
import { bg } from "./languages/bg.ts";
import { bn } from "./languages/bn.ts";
import { bs } from "./languages/bs.ts";
import { ca } from "./languages/ca.ts";
import { ceb } from "./languages/ceb.ts";
import { cs } from "./languages/cs.ts";
import { cy } from "./languages/cy.ts";
import { da } from "./languages/da.ts";
import { de } from "./languages/de.ts";
import { dsb } from "./languages/dsb.ts";
import { el } from "./languages/el.ts";
import { eo } from "./languages/eo.ts";
import { es } from "./languages/es.ts";
import { et } from "./languages/et.ts";
import { eu } from "./languages/eu.ts";
import { fa } from "./languages/fa.ts";
import { fi } from "./languages/fi.ts";
import { fil } from "./languages/fil.ts";
import { fr } from "./languages/fr.ts";
import { fy } from "./languages/fy.ts";
import { ga } from "./languages/ga.ts";
import { gl } from "./languages/gl.ts";
import { gu } from "./languages/gu.ts";
import { ha } from "./languages/ha.ts";
import { he } from "./languages/he.ts";
import { hi } from "./languages/hi.ts";
import { hr } from "./languages/hr.ts";
import { hsb } from "./languages/hsb.ts";
import { hu } from "./languages/hu.ts";
import { hy } from "./languages/hy.ts";
import { id } from "./languages/id.ts";
import { ig } from "./languages/ig.ts";
import { isWords } from "./languages/is.ts";
import { it } from "./languages/it.ts";
import { ja } from "./languages/ja.ts";
import { jv } from "./languages/jv.ts";
import { ka } from "./languages/ka.ts";
import { kk } from "./languages/kk.ts";
import { km } from "./languages/km.ts";
import { kn } from "./languages/kn.ts";
import { ko } from "./languages/ko.ts";
import { ky } from "./languages/ky.ts";
import { lb } from "./languages/lb.ts";
import { lo } from "./languages/lo.ts";
import { lt } from "./languages/lt.ts";
import { lv } from "./languages/lv.ts";
import { mg } from "./languages/mg.ts";
import { mi } from "./languages/mi.ts";
import { mk } from "./languages/mk.ts";
import { ml } from "./languages/ml.ts";
import { mn } from "./languages/mn.ts";
import { mr } from "./languages/mr.ts";
import { ms } from "./languages/ms.ts";
import { mt } from "./languages/mt.ts";
import { myWords } from "./languages/my.ts";
import { nb } from "./languages/nb.ts";
import { ne } from "./languages/ne.ts";
import { nl } from "./languages/nl.ts";
import { nn } from "./languages/nn.ts";
import { ny } from "./languages/ny.ts";
import { orWords } from "./languages/or.ts";
import { pa } from "./languages/pa.ts";
import { pl } from "./languages/pl.ts";
import { ps } from "./languages/ps.ts";
import { pt } from "./languages/pt.ts";
import { ro } from "./languages/ro.ts";
import { ru } from "./languages/ru.ts";
import { rw } from "./languages/rw.ts";
import { scn } from "./languages/scn.ts";
import { sd } from "./languages/sd.ts";
import { si } from "./languages/si.ts";
import { sk } from "./languages/sk.ts";
import { sl } from "./languages/sl.ts";
import { so } from "./languages/so.ts";
import { sq } from "./languages/sq.ts";
import { sr } from "./languages/sr.ts";
import { srLatn } from "./languages/sr-Latn.ts";
import { sv } from "./languages/sv.ts";
import { sw } from "./languages/sw.ts";
import { ta } from "./languages/ta.ts";
import { te } from "./languages/te.ts";
import { tg } from "./languages/tg.ts";
import { th } from "./languages/th.ts";
import { ti } from "./languages/ti.ts";
import { tk } from "./languages/tk.ts";
import { tr } from "./languages/tr.ts";
import { tt } from "./languages/tt.ts";
import { ug } from "./languages/ug.ts";
import { uk } from "./languages/uk.ts";
import { ur } from "./languages/ur.ts";
import { uz } from "./languages/uz.ts";
import { vi } from "./languages/vi.ts";
import { wo } from "./languages/wo.ts";
import { xh } from "./languages/xh.ts";
import { yo } from "./languages/yo.ts";
import { zh } from "./languages/zh.ts";
import { zhHant } from "./languages/zh-Hant.ts";
import { zu } from "./languages/zu.ts";
import type { Language } from "./language.ts";

/** Every language that the extractor reads. A new one is a file in `languages/` and a line here. */
export const languages: readonly Language[] = [
  en,
  af,
  am,
  ar,
  asWords,
  az,
  be,
  bg,
  bn,
  bs,
  ca,
  ceb,
  cs,
  cy,
  da,
  de,
  dsb,
  el,
  eo,
  es,
  et,
  eu,
  fa,
  fi,
  fil,
  fr,
  fy,
  ga,
  gl,
  gu,
  ha,
  he,
  hi,
  hr,
  hsb,
  hu,
  hy,
  id,
  ig,
  isWords,
  it,
  ja,
  jv,
  ka,
  kk,
  km,
  kn,
  ko,
  ky,
  lb,
  lo,
  lt,
  lv,
  mg,
  mi,
  mk,
  ml,
  mn,
  mr,
  ms,
  mt,
  myWords,
  nb,
  ne,
  nl,
  nn,
  ny,
  orWords,
  pa,
  pl,
  ps,
  pt,
  ro,
  ru,
  rw,
  scn,
  sd,
  si,
  sk,
  sl,
  so,
  sq,
  sr,
  srLatn,
  sv,
  sw,
  ta,
  te,
  tg,
  th,
  ti,
  tk,
  tr,
  tt,
  ug,
  uk,
  ur,
  uz,
  vi,
  wo,
  xh,
  yo,
  zh,
  zhHant,
  zu,
];
