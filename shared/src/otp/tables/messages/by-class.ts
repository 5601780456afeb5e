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
import { classWordThatContainsAKeywordMessages } from "./class-word-that-contains-a-keyword.ts";
import { classPassedOnByAPersonMessages } from "./class-passed-on-by-a-person.ts";
import { classResetsAndSignUpsInManyLanguagesMessages } from "./class-resets-and-sign-ups-in-many-languages.ts";
import { classChatInManyLanguagesMessages } from "./class-chat-in-many-languages.ts";
import { classPromotionInManyLanguagesMessages } from "./class-promotion-in-many-languages.ts";
import { classOrderOrParcelInManyLanguagesMessages } from "./class-order-or-parcel-in-many-languages.ts";
import { classBankAlertInManyLanguagesMessages } from "./class-bank-alert-in-many-languages.ts";
import { classReportOfSomethingDoneMessages } from "./class-report-of-something-done.ts";
import { classBanksAndServicesInEnglishMessages } from "./class-banks-and-services-in-english.ts";
import { classPromotionInEnglishMessages } from "./class-promotion-in-english.ts";
import { classCardPaymentsInManyLanguagesMessages } from "./class-card-payments-in-many-languages.ts";
import { classCardPaymentsDoneInManyLanguagesMessages } from "./class-card-payments-done-in-many-languages.ts";
import { classEnteredInManyLanguagesMessages } from "./class-entered-in-many-languages.ts";
import { classSecurityCodesInManyLanguagesMessages } from "./class-security-codes-in-many-languages.ts";
import { classCodeAfterAWarningInManyLanguagesMessages } from "./class-code-after-a-warning-in-many-languages.ts";
import { classSigningInAgainInManyLanguagesMessages } from "./class-signing-in-again-in-many-languages.ts";
import { classCustomerNumbersInManyLanguagesMessages } from "./class-customer-numbers-in-many-languages.ts";
import { classExpiredCodesAndPrizesInManyLanguagesMessages } from "./class-expired-codes-and-prizes-in-many-languages.ts";
import { classAlertsChatAndPrizesInEnglishMessages } from "./class-alerts-chat-and-prizes-in-english.ts";
import { classServicesInEnglishMessages } from "./class-services-in-english.ts";
import { classDoorsBillsAndParcelsInManyLanguagesMessages } from "./class-doors-bills-and-parcels-in-many-languages.ts";
import { classBalancesAndParcelsInManyLanguagesMessages } from "./class-balances-and-parcels-in-many-languages.ts";
import { classServicesInEuropeMessages } from "./class-services-in-europe.ts";
import { classServicesInAsiaMessages } from "./class-services-in-asia.ts";
import { classServicesElsewhereMessages } from "./class-services-elsewhere.ts";
import { classLinesMarksAndBrandsMessages } from "./class-lines-marks-and-brands.ts";
import type { TestMessage } from "./message.ts";

/** Messages of a hard class, in any language. */
export const byClass: Readonly<Record<string, readonly TestMessage[]>> = {
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
  "word that contains a keyword": classWordThatContainsAKeywordMessages,
  "passed on by a person": classPassedOnByAPersonMessages,
  "resets and sign-ups in many languages": classResetsAndSignUpsInManyLanguagesMessages,
  "chat in many languages": classChatInManyLanguagesMessages,
  "promotion in many languages": classPromotionInManyLanguagesMessages,
  "order or parcel in many languages": classOrderOrParcelInManyLanguagesMessages,
  "bank alert in many languages": classBankAlertInManyLanguagesMessages,
  "report of something done": classReportOfSomethingDoneMessages,
  "banks and services in English": classBanksAndServicesInEnglishMessages,
  "promotion in English": classPromotionInEnglishMessages,
  "card payments in many languages": classCardPaymentsInManyLanguagesMessages,
  "card payments done in many languages": classCardPaymentsDoneInManyLanguagesMessages,
  "entered in many languages": classEnteredInManyLanguagesMessages,
  "security codes in many languages": classSecurityCodesInManyLanguagesMessages,
  "code after a warning in many languages": classCodeAfterAWarningInManyLanguagesMessages,
  "signing in again in many languages": classSigningInAgainInManyLanguagesMessages,
  "customer numbers in many languages": classCustomerNumbersInManyLanguagesMessages,
  "expired codes and prizes in many languages": classExpiredCodesAndPrizesInManyLanguagesMessages,
  "alerts, chat and prizes in English": classAlertsChatAndPrizesInEnglishMessages,
  "services in English": classServicesInEnglishMessages,
  "doors, bills and parcels in many languages": classDoorsBillsAndParcelsInManyLanguagesMessages,
  "balances and parcels in many languages": classBalancesAndParcelsInManyLanguagesMessages,
  "services in Europe": classServicesInEuropeMessages,
  "services in Asia": classServicesInAsiaMessages,
  "services elsewhere": classServicesElsewhereMessages,
  "lines, marks and brands": classLinesMarksAndBrandsMessages,
};
