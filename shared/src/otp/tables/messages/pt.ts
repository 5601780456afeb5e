import type { TestMessage } from "./message.ts";

export const ptMessages: readonly TestMessage[] = [
  { body: "Seu código de verificação Lumo é 660342.", code: "660342", service: "Lumo" },
  {
    body: "4494 é o seu código de acesso. Válido por 5 minutos. Não compartilhe com ninguém.",
    code: "4494",
    expires: 300,
  },
  { body: "Use a senha temporária 903342 para entrar na sua conta", code: "903342" },
  {
    body: "Compra de R$ 1.250,00 em PIXO no cartão final 4471. Código de autorização: 771563",
    code: "771563",
    class: "bank code with amounts",
  },
  {
    body: "Seu pedido 4471920 saiu para entrega. Código de rastreio BR123456789XX",
    code: null,
    class: "order or parcel",
  },
  { body: "Só hoje 30% de desconto com o cupom VERAO30", code: null, class: "promotion" },
  {
    body: "Pix enviado no valor de R$ 500,00 em 12/05/25 10:33. Saldo R$ 1.820,55",
    code: null,
    class: "bank alert",
  },
  {
    body: "Nunca informe sua senha ou código a ninguém. Dúvidas ligue 08001234567",
    code: null,
    class: "warning without code",
  },
  { body: "Use 605611 como código de segurança da conta Pixo", code: "605611", class: "plain" },
  { body: "Seu código do Pixo: 605-612. Não compartilhe.", code: "605612", class: "plain" },
  { body: "605613 e seu codigo Lumo. Nunca compartilhe esse codigo.", code: "605613", class: "plain" },
  {
    body: "NorBanco: token 605614 para confirmar a operação. Não informe a ninguém.",
    code: "605614",
    class: "plain",
  },
  {
    body: "NorBanco: compra aprovada no cartão final 4471 de R$ 89,90 em LUMO 12/05 10:33. Não reconhece? Ligue 40041234",
    code: null,
    class: "bank alert",
  },
  { body: "Recarregue R$ 20 e ganhe 5GB! Envie SIM para 4471", code: null, class: "promotion" },
  { body: "Consulta confirmada 12/05 1030 protocolo 20250512443210", code: null, class: "order or parcel" },
  { body: "Para confirmar seu número digite 701131 no aplicativo.", code: "701131", class: "plain" },
  { body: "Olá, o seu código é 701132", code: "701132", class: "plain" },
  { body: "A tua palavra-passe temporária: 7011", code: "7011", class: "plain" },
  { body: "Não partilhe este código: 701134", code: "701134", class: "plain" },
  {
    body: "NorBanco: seu código para autorizar transferência de R$ 1.250,00 é 801111. Não informe a terceiros.",
    code: "801111",
    class: "plain",
  },
  { body: "Lumo: use o código 801112 para redefinir sua senha", code: "801112", class: "plain" },
  {
    body: "Sua fatura de R$ 1.820,55 vence 10/06. Linha digitável 00190500954014481606906809350314337370000000100",
    code: null,
    class: "bank alert",
  },
  { body: "Parabens! Voce ganhou 5000 pontos. Resgate com o codigo LUMO50", code: null, class: "promotion" },
  { body: "O código do portão é 7718", code: null, class: "looks like a code but is none" },
  { body: "O seu número de verificação Pixo: 70418", code: "70418", class: "plain" },
  {
    body: "Compra aprovada R$ 89,00 cartão 5093. Cód. autorização 704182",
    code: null,
    class: "looks like a code but is none",
  },
];
