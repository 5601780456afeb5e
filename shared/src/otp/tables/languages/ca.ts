import type { Language } from "../language.ts";

export const ca: Language = {
  tag: "ca",
  name: "Catalan",
  strong: `
      codi de verificació, codi de seguretat, codi de confirmació, codi d'accés, codi d'activació,
      codi d'autenticació, codi d'inici de sessió, contrasenya d'un sol ús, codi d'un sol ús,
      codi de recuperació, codi únic, número de verificació`,
  code: "codi, contrasenya, clau",
  act: `
      verific*, confirm*, seguretat, accés, accedir, autentic*, inici de sessió, iniciar sessió, activ*,
      un sol ús, registr*, compte, iniciar la sessió, inicia la sessió, autoritz*, accés*, inicia sessió,
      restabl*, identif*, signatura`,
  other: "postal, promocional, descompte, barres, reserva, recollida*, descompte*, cupó*, promo*",
  reference: "comanda*, referència, comand*, paquet*, factur*, reserv*, enviament*",
  account: "número de client, número de compte",
  phone: "truqueu, telèfon",
  mobile: "telèfon*, mòbil*",
  amount: "saldo, import*, pagament*, compra de",
  promo: "gratis, oferta*, descompte*, guanya*",
  warn: "compart*, ningú, no el",
  copula: "és, el, teu, vostre, el teu, per",
  enter: "utilitza*, introdu*, fes servir, usa, escriu, empra",
  expiry: "vàlid*, caduca*, vence*, expira",
  second: "segon*",
  minute: "minut*",
  hour: "hora, hores",
  day: "dia, dies",
};
