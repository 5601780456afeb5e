import type { Language } from "../language.ts";

export const fr: Language = {
  tag: "fr",
  name: "French",
  strong: `
      code de vérification, code de sécurité, code de confirmation, code de validation,
      code d'activation, code d'authentification, code d'accès, code de connexion, code d'identification,
      code secret, code à usage unique, code unique, code temporaire, code sms, code otp,
      code confidentiel, mot de passe à usage unique, mot de passe temporaire, mot de passe unique,
      code de récupération, code de réinitialisation, code d'autorisation, code d'inscription,
      numéro de vérification, numéro de sécurité`,
  code: "code, mot de passe, nip, code pin, mdp",
  act: `
      vérif*, confirm*, valid*, connexion, connecter, authentif*, sécurit*, activer, activation,
      usage unique, identif*, inscri*, réinitialis*, autoris*, paiement, compte, accès, accéder,
      se connecter`,
  other: `
      promo, promotionnel, réduction*, remise*, postal, parrainage*, cadeau*, réservation*, retrait*,
      erreur*, code-barres, code barre, coupon*, bon d'achat, privilège*, avantage*, client, source,
      produit, colis, agence, banque, guichet, digicode, immeuble, portail, parking, retrait, livreur*,
      point relais, interphone, de la porte, la porte`,
  reference: `
      référence*, réf, commande*, numéro de commande, dossier*, facture*, colis, suivi, numéro de suivi,
      réservation*, billet*, contrat*, n° de dossier, ticket*, livraison*, rdv, rendez-vous, vol`,
  account: "compte, compte n°, n° de compte, n° client, numéro client, identifiant, rib, iban",
  card: "carte*, se terminant par, finissant par, terminant par, carte bancaire, cb",
  phone: `
      tél, téléphone*, appel*, appelez*, contactez*, envoyez, stop au, stop sms, au, composez, joindre`,
  mobile: "numéro de téléphone, portable, mobile",
  amount: `
      montant*, solde*, virement*, prélèvement*, achat de, paiement de, débit*, crédit*, prix, total,
      facture de, dès, jusqu'à`,
  balance: "solde",
  date: "le, du, depuis, jusqu'au, date, avant le, année",
  currency: "euros, fcfa, cfa, dh, dirhams, dinars, points, da",
  promo: `
      offre*, gratuit*, promo*, soldes, profitez*, gagn*, cadeau*, réduction*, remise*, magasin*,
      bon plan, jusqu'à, cagnott*, abonn*`,
  warn: `
      partag*, communiqu*, divulgu*, personne, jamais, transmet*, donnez*, confidentiel*, ne le, ne pas`,
  negation: "sans, aucun, pas de",
  copula: "est, votre, ton, le, la, est le, voici, suivant, est votre, c'est, sont, comme, de, pour",
  enter: `
      utilisez, utiliser, entrez, saisissez, saisir, entrer, tapez, composez, renseignez, indiquez,
      utilise, saisis, insérez, rentrez`,
  expiry: "valable*, valide*, expire*, expirera, validité, pendant, dans les",
  old: "ancien*, précédent*, n'est plus valable",
  fresh: "nouveau, nouvelle, nouvel",
  second: "seconde*, sec",
  minute: "minute*, min, mn",
  hour: "heure*",
  day: "jour, jours",
  numbers: { une: 1, deux: 2, trois: 3, cinq: 5, dix: 10, quinze: 15, vingt: 20, trente: 30 },
};
