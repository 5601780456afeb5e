import type { TestMessage } from "./message.ts";

export const frMessages: readonly TestMessage[] = [
  { body: "Votre code de vérification Lumo est 482077.", code: "482077", service: "Lumo" },
  {
    body: "7714 est votre code de connexion. Il expire dans 5 minutes. Ne le partagez avec personne.",
    code: "7714",
    expires: 300,
  },
  { body: "Votre code de sécurité : 338 120", code: "338120" },
  {
    body: "Paiement de 89,90 € chez Pixo avec la carte se terminant par 4471. Code de validation : 905512",
    code: "905512",
    class: "bank code with amounts",
  },
  { body: "Saisissez 661203 pour vous connecter à votre compte Zentra", code: "661203" },
  {
    body: "Votre colis 6A12345678901 est arrivé. Code de retrait : 4471. Retirez-le avant le 12/05",
    code: null,
    class: "order or parcel",
  },
  { body: "-30% avec le code promo ETE30 jusqu'au 15 août. STOP au 36180", code: null, class: "promotion" },
  {
    body: "Ne communiquez jamais votre code secret. En cas de doute appelez le 0800123456",
    code: null,
    class: "warning without code",
  },
  { body: "Retrait de 120,00 EUR le 12/05 à 10:33. Solde : 1 820,55 EUR", code: null, class: "bank alert" },
  { body: "on se voit au 1250 rue des lilas vers 1830, apporte les 2000 balles", code: null, class: "chat" },
  { body: "Utilisez 605621 comme code de sécurité pour le compte Pixo", code: "605621", class: "plain" },
  { body: "Votre code Pixo : 605-622. Ne le partagez pas.", code: "605622", class: "plain" },
  { body: "Lumo : votre code est 605623", code: "605623", class: "plain" },
  {
    body: "NorBanque : pour valider votre achat de 49,90 EUR chez LUMO, saisissez le code 605624",
    code: "605624",
    class: "plain",
  },
  {
    body: "NorBanque : paiement CB *4471 de 89,90 EUR chez LUMO le 12/05. Opposition : 0892705705",
    code: null,
    class: "bank alert",
  },
  { body: "Soldes ! -50% chez Lumo avec le code SOLDES50. STOP 36111", code: null, class: "promotion" },
  { body: "Votre commande 4471920 est expédiée. Suivi 8R44719200123", code: null, class: "order or parcel" },
  {
    body: "Pour confirmer votre inscription, merci de saisir le code suivant : 701111",
    code: "701111",
    class: "plain",
  },
  { body: "Bonjour, voici votre code : 701112. A bientôt !", code: "701112", class: "plain" },
  { body: "Votre mot de passe temporaire est 7011", code: "7011", class: "plain" },
  { body: "Ne donnez ce code à personne : 701114", code: "701114", class: "plain" },
  {
    body: "NorBanque : code 801121 pour valider le virement de 1 250,00 EUR vers FR76*4471. Ne le communiquez jamais.",
    code: "801121",
    class: "plain",
  },
  {
    body: "Votre identifiant temporaire a été créé. Code de connexion 801122",
    code: "801122",
    class: "plain",
  },
  {
    body: "Votre facture de 49,99 EUR sera prélevée le 12/06. Réf client 77120344",
    code: null,
    class: "bank alert",
  },
  {
    body: "Gagnez 5000 points avec Lumo ! Code LUMO50 valable jusqu'au 30/06",
    code: null,
    class: "promotion",
  },
  {
    body: "Le code de la porte est 7718, troisième étage",
    code: null,
    class: "looks like a code but is none",
  },
  { body: "Le code du parking est 5093, niveau -1", code: null, class: "looks like a code but is none" },
  { body: "Ton numéro de vérification Pixo est le 7041", code: "7041", class: "plain" },
];
