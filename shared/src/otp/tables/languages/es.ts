import type { Language } from "../language.ts";

export const es: Language = {
  tag: "es",
  name: "Spanish",
  strong: `
      código de verificación, código de seguridad, código de confirmación, código de acceso,
      código de activación, código de autenticación, código de inicio de sesión, código de autorización,
      código de validación, código de registro, código único, código de un solo uso, código temporal,
      código sms, código otp, código secreto, clave dinámica, clave de verificación, clave temporal,
      clave sms, clave única, clave de acceso, clave otp, contraseña temporal, contraseña de un solo uso,
      clave de un solo uso, clave de seguridad, código dinámico, código de recuperación,
      codigo de ingreso, código de firma, clave de firma, token, clave especial,
      código de restablecimiento, número de verificación, número de seguridad`,
  code: "código*, codigo*, clave, contraseña, cod verificacion, pin",
  act: `
      verifica*, confirma*, segur*, acceso, acceder, inicio de sesión, iniciar sesión, autentica*,
      autoriza*, valida*, registr*, activa*, ingres*, cuenta, identidad, un solo uso, restablec*,
      recupera*, firma*, operación, transacción, inicia sesión, iniciar tu sesión`,
  other: `
      rastreo, elector, interbancaria, promocional*, promoción, promo, descuento*, postal, barras,
      reserva*, cupón*, regalo*, referido*, invitación, error, retiro, producto, área, cliente, canje*,
      fuente, sucursal, socio, recogida, envío, puerta, portón, edificio, taquilla, repartidor*,
      del portal, portería`,
  reference: `
      referencia*, ref, pedido*, orden, folio*, factura*, reserva*, localizador, guía, número de guía,
      seguimiento, envío*, paquete*, ticket*, expediente*, contrato*, comprobante*, autorización no,
      póliza*, cita, nro de operación, operación no, número de pedido, cód autorización,
      cod autorizacion, cód. autorización`,
  account: "cuenta, cta, nro de cuenta, número de cuenta, cliente, dni, rut, cuit, socio, clabe",
  card: "tarjeta*, terminada en, terminación, finalizada en, que termina en, tc, td, débito, termina en",
  phone: `
      tel, teléfono*, telefono*, llam*, comunícate al, comunícate, contact*, envía*, al, marca,
      marcando, whatsapp al`,
  mobile: "celular, móvil, número de teléfono, línea, teléfono móvil",
  amount: `
      monto*, saldo*, importe*, valor, compra por, compra de, pago de, pago, por, total, precio*,
      transferencia*, abono*, cargo*, retiro*, recarga de, hasta, desde`,
  balance: `
      saldo, saldo disponible, disponible, pago aprobado, compra aprobada, transacción aprobada,
      transferencia realizada`,
  date: "el, del, fecha, día, desde, hasta, hasta el, año, antes del",
  currency: `
      pesos, euros, soles, dólares, puntos, mxn, clp, cop, s/, bs, guaraníes, quetzales, lempiras,
      millas`,
  promo: `
      oferta*, gratis, descuento*, promo*, gana*, premio*, compra, compra en, tienda*, aprovech*,
      regalo*, ahorra*, cupón*, solo hoy, sorteo*, recarga*, dcto, hasta, suscri*, crédito, préstamo*`,
  warn: `
      compart*, nadie, nunca, divulgu*, revel*, entregu*, entregar, no lo, no la, solicitará*,
      confidencial, digas, des, proporciones`,
  negation: "sin, ningún, no necesita*, no requiere*",
  copula: "es, su, tu, el, la, es el, son, este, como, siguiente, es tu, es su, de, aquí, para, número",
  enter: `
      usa, use, utiliza*, ingresa*, ingrese, introduce, introduzca, usar, escribe, digita*, coloca,
      introducir, ingresar, teclea, escriba, utilice, ingresa, utiliza, digita, digite`,
  expiry: `
      válido*, válida*, vence*, expira*, caduca*, vigencia*, vigente*, validez, dentro de, próximos,
      dura`,
  old: "anterior*, antiguo, antigua, viejo, ya no es válido",
  fresh: "nuevo, nueva, actual",
  second: "segundo*, seg",
  minute: "minuto*, min, mins",
  hour: "hora, horas, hrs",
  day: "día, días",
  numbers: { un: 1, dos: 2, tres: 3, cinco: 5, diez: 10, quince: 15, veinte: 20, treinta: 30 },
};
