import type { TestMessage } from "./message.ts";

export const bnMessages: readonly TestMessage[] = [
  { body: "আপনার Lumo যাচাইকরণ কোড হল 560318", code: "560318", service: "Lumo" },
  { body: "আপনার ওটিপি ৭৭২১০৪। কারো সাথে শেয়ার করবেন না।", code: "772104" },
  { body: "4419 আপনার লগইন কোড। মেয়াদ 5 মিনিট।", code: "4419", expires: 300 },
  { body: "৫০০ টাকা পেমেন্টের জন্য আপনার নিরাপত্তা কোড 908832", code: "908832", class: "bank code with amounts" },
  {
    body: "আপনার হিসাব থেকে ২,৫০০ টাকা উত্তোলন হয়েছে। ব্যালেন্স ১২,৩০০.৫০ টাকা। তারিখ 12/06/2025",
    code: null,
    class: "bank alert",
  },
  { body: "আপনার পিন বা ওটিপি কাউকে জানাবেন না। হেল্পলাইন 16247", code: null, class: "warning without code" },
  { body: "আপনার Pixo কোড: 605-861", code: "605861", class: "plain" },
  { body: "আপনার নম্বর যাচাই করতে 701501 লিখুন।", code: "701501", class: "plain" },
  { body: "Pixo যাচাইকরণ নম্বর: 70418", code: "70418", class: "plain" },
];
