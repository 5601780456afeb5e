import type { TestMessage } from "./message.ts";

export const kmMessages: readonly TestMessage[] = [
  { body: "លេខកូដផ្ទៀងផ្ទាត់ Lumo របស់អ្នកគឺ 660322", code: "660322", service: "Lumo" },
  { body: "កូដសុវត្ថិភាព៖ 4475។ ផុតកំណត់ក្នុងរយៈពេល 5 នាទី។", code: "4475", expires: 300 },
  { body: "បញ្ចូល 701621 ដើម្បីផ្ទៀងផ្ទាត់លេខទូរស័ព្ទរបស់អ្នក", code: "701621", class: "plain" },
  { body: "លេខផ្ទៀងផ្ទាត់ Pixo៖ 70418", code: "70418", class: "plain" },
  { body: "លេខកូដ Pixo៖ 70418", code: "70418", class: "plain" },
];
