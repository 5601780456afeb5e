import type { Language } from "../language.ts";

export const pt: Language = {
  tag: "pt",
  name: "Portuguese",
  strong: `
      código de verificação, código de segurança, código de confirmação, código de acesso,
      código de ativação, código de autenticação, código de autorização, código de validação,
      código de login, código de recuperação, código único, código temporário, código sms, código otp,
      código de uso único, senha temporária, senha única, senha de uso único, senha descartável,
      chave de segurança, token, código de entrada, código de início de sessão,
      código de utilização única, palavra-passe única, código de cadastro, código de registo,
      número de verificação, número de segurança`,
  code: "código*, codigo*, senha, palavra-passe, pin, chave, contrassenha",
  act: `
      verifica*, confirma*, segurança, acesso, acessar, aceder, autentica*, autoriza*, valida*, login,
      entrar, ativa*, ativação, cadastr*, regist*, uso único, início de sessão, iniciar sessão, conta,
      identidade, redefin*, recupera*, transação`,
  other: `
      levantamento, promocional*, promo, desconto*, postal, barras, reserva*, cupom, cupão, indicação,
      convite*, erro, rastreio, rastreamento, cliente, produto, retirada, resgate, área, fonte, agência,
      loja, brinde, portão, prédio, portaria, entregador*, cupom*, cupão*, código do banco, da porta,
      do portão`,
  reference: `
      referência*, ref, pedido*, encomenda*, fatura*, boleto*, protocolo*, rastreio, reserva*,
      nota fiscal, nf, contrato*, processo*, bilhete*, localizador, entidade, número do pedido, entrega*,
      senha de atendimento, cód autorização, cód. autorização`,
  account: "conta, contas, c/c, agência, ag, cpf, cnpj, cliente, nif, iban",
  card: "cartão*, final, terminado em, com final, terminação",
  phone: "tel, telefone*, ligue, liga, ligar, contato*, contacto*, envie*, para o, sac, central",
  mobile: "celular, telemóvel, número de telefone",
  amount: `
      valor*, saldo*, total, pix de, pix, compra de, pagamento*, transferência*, preço*, crédito*,
      débito*, recarga de, até, a partir de`,
  balance: "saldo, saldo disponível, pagamento aprovado, compra aprovada, transferência realizada",
  date: "em, de, dia, data, desde, até, ano, até o dia",
  currency: "reais, euros, pontos, kz, meticais, mt, milhas",
  promo: `
      oferta*, grátis, gratis, desconto*, promo*, ganhe*, prêmio*, compre, loja*, aproveite*, cupom,
      sorteio*, imperdível, recarga*, brinde*, empréstimo*`,
  warn: `
      compartilh*, partilh*, ninguém, nunca, divulgu*, informe, informar, revele, não o, forneça,
      funcionário*, confidencial, passe`,
  negation: "sem, nenhum, não precisa",
  copula: "é, seu, sua, o, a, o seu, teu, este, são, é o, para, como, eis, de, do",
  enter: `
      use, utilize, utiliza, digite, insira, informe, introduza, usar, usando, inserir, introduzir,
      insere, utilizar, digitar, escreva, indique`,
  expiry: "válido*, válida*, expira*, validade, vence*, dentro de, próximos, durante",
  old: "anterior*, antigo, antiga, não é mais válido",
  fresh: "novo, nova, atual",
  second: "segundo*, seg",
  minute: "minuto*, min, mins",
  hour: "hora, horas",
  day: "dia, dias",
  numbers: { um: 1, dois: 2, três: 3, cinco: 5, dez: 10, quinze: 15, vinte: 20, trinta: 30 },
};
