import { en } from "./languages/en.ts";
import { af } from "./languages/af.ts";
import { am } from "./languages/am.ts";
import { an } from "./languages/an.ts";
import { ar } from "./languages/ar.ts";
import { asWords } from "./languages/as.ts";
import { ast } from "./languages/ast.ts";
import { az } from "./languages/az.ts";
import { be } from "./languages/be.ts";
import { bg } from "./languages/bg.ts";
import { bn } from "./languages/bn.ts";
import { bo } from "./languages/bo.ts";
import { br } from "./languages/br.ts";
import { bs } from "./languages/bs.ts";
import { ca } from "./languages/ca.ts";
import { cak } from "./languages/cak.ts";
import { ceb } from "./languages/ceb.ts";
import { ckb } from "./languages/ckb.ts";
import { co } from "./languages/co.ts";
import { cs } from "./languages/cs.ts";
import { cy } from "./languages/cy.ts";
import { da } from "./languages/da.ts";
import { de } from "./languages/de.ts";
import { dsb } from "./languages/dsb.ts";
import { dv } from "./languages/dv.ts";
import { el } from "./languages/el.ts";
import { eo } from "./languages/eo.ts";
import { es } from "./languages/es.ts";
import { et } from "./languages/et.ts";
import { eu } from "./languages/eu.ts";
import { fa } from "./languages/fa.ts";
import { ff } from "./languages/ff.ts";
import { fi } from "./languages/fi.ts";
import { fil } from "./languages/fil.ts";
import { fo } from "./languages/fo.ts";
import { fr } from "./languages/fr.ts";
import { fur } from "./languages/fur.ts";
import { fy } from "./languages/fy.ts";
import { ga } from "./languages/ga.ts";
import { gd } from "./languages/gd.ts";
import { gl } from "./languages/gl.ts";
import { gn } from "./languages/gn.ts";
import { gu } from "./languages/gu.ts";
import { ha } from "./languages/ha.ts";
import { haw } from "./languages/haw.ts";
import { he } from "./languages/he.ts";
import { hi } from "./languages/hi.ts";
import { hr } from "./languages/hr.ts";
import { hsb } from "./languages/hsb.ts";
import { ht } from "./languages/ht.ts";
import { hu } from "./languages/hu.ts";
import { hy } from "./languages/hy.ts";
import { ia } from "./languages/ia.ts";
import { id } from "./languages/id.ts";
import { ig } from "./languages/ig.ts";
import { isWords } from "./languages/is.ts";
import { it } from "./languages/it.ts";
import { ja } from "./languages/ja.ts";
import { jv } from "./languages/jv.ts";
import { ka } from "./languages/ka.ts";
import { kab } from "./languages/kab.ts";
import { kk } from "./languages/kk.ts";
import { km } from "./languages/km.ts";
import { kn } from "./languages/kn.ts";
import { ko } from "./languages/ko.ts";
import { ku } from "./languages/ku.ts";
import { ky } from "./languages/ky.ts";
import { lb } from "./languages/lb.ts";
import { lg } from "./languages/lg.ts";
import { lij } from "./languages/lij.ts";
import { lo } from "./languages/lo.ts";
import { lt } from "./languages/lt.ts";
import { ltg } from "./languages/ltg.ts";
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
import { oc } from "./languages/oc.ts";
import { om } from "./languages/om.ts";
import { orWords } from "./languages/or.ts";
import { pa } from "./languages/pa.ts";
import { pap } from "./languages/pap.ts";
import { pl } from "./languages/pl.ts";
import { ps } from "./languages/ps.ts";
import { pt } from "./languages/pt.ts";
import { qu } from "./languages/qu.ts";
import { rm } from "./languages/rm.ts";
import { ro } from "./languages/ro.ts";
import { ru } from "./languages/ru.ts";
import { rw } from "./languages/rw.ts";
import { scn } from "./languages/scn.ts";
import { sd } from "./languages/sd.ts";
import { si } from "./languages/si.ts";
import { sk } from "./languages/sk.ts";
import { sl } from "./languages/sl.ts";
import { sm } from "./languages/sm.ts";
import { sn } from "./languages/sn.ts";
import { so } from "./languages/so.ts";
import { sq } from "./languages/sq.ts";
import { sr } from "./languages/sr.ts";
import { srLatn } from "./languages/sr-Latn.ts";
import { st } from "./languages/st.ts";
import { su } from "./languages/su.ts";
import { sv } from "./languages/sv.ts";
import { sw } from "./languages/sw.ts";
import { szl } from "./languages/szl.ts";
import { ta } from "./languages/ta.ts";
import { te } from "./languages/te.ts";
import { tg } from "./languages/tg.ts";
import { th } from "./languages/th.ts";
import { ti } from "./languages/ti.ts";
import { tk } from "./languages/tk.ts";
import { tn } from "./languages/tn.ts";
import { tpi } from "./languages/tpi.ts";
import { tr } from "./languages/tr.ts";
import { ts } from "./languages/ts.ts";
import { tt } from "./languages/tt.ts";
import { tw } from "./languages/tw.ts";
import { ug } from "./languages/ug.ts";
import { uk } from "./languages/uk.ts";
import { ur } from "./languages/ur.ts";
import { uz } from "./languages/uz.ts";
import { vi } from "./languages/vi.ts";
import { wo } from "./languages/wo.ts";
import { xh } from "./languages/xh.ts";
import { yi } from "./languages/yi.ts";
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
  an,
  ar,
  asWords,
  ast,
  az,
  be,
  bg,
  bn,
  bo,
  br,
  bs,
  ca,
  cak,
  ceb,
  ckb,
  co,
  cs,
  cy,
  da,
  de,
  dsb,
  dv,
  el,
  eo,
  es,
  et,
  eu,
  fa,
  ff,
  fi,
  fil,
  fo,
  fr,
  fur,
  fy,
  ga,
  gd,
  gl,
  gn,
  gu,
  ha,
  haw,
  he,
  hi,
  hr,
  hsb,
  ht,
  hu,
  hy,
  ia,
  id,
  ig,
  isWords,
  it,
  ja,
  jv,
  ka,
  kab,
  kk,
  km,
  kn,
  ko,
  ku,
  ky,
  lb,
  lg,
  lij,
  lo,
  lt,
  ltg,
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
  oc,
  om,
  orWords,
  pa,
  pap,
  pl,
  ps,
  pt,
  qu,
  rm,
  ro,
  ru,
  rw,
  scn,
  sd,
  si,
  sk,
  sl,
  sm,
  sn,
  so,
  sq,
  sr,
  srLatn,
  st,
  su,
  sv,
  sw,
  szl,
  ta,
  te,
  tg,
  th,
  ti,
  tk,
  tn,
  tpi,
  tr,
  ts,
  tt,
  tw,
  ug,
  uk,
  ur,
  uz,
  vi,
  wo,
  xh,
  yi,
  yo,
  zh,
  zhHant,
  zu,
];
