import type { TestMessage } from "./message.ts";

export const amMessages: readonly TestMessage[] = [
  { body: "የእርስዎ Zentra ማረጋገጫ ኮድ 639014 ነው።", code: "639014", service: "Zentra" },
  { body: "የይለፍ ኮድዎ 5520 ነው። በ10 ደቂቃ ውስጥ ጊዜው ያበቃል። ለማንም አያጋሩ።", code: "5520", expires: 600 },
  { body: "118903 የእርስዎ የመግቢያ ኮድ ነው።", code: "118903" },
  { body: "የማረጋገጫ ቁጥር: 774420", code: "774420" },
  { body: "ከሂሳብዎ ብር 1500.00 ወጪ ተደርጓል። ቀሪ ሂሳብ ብር 20,310.55። ቀን 12/03/2025", code: null, class: "bank alert" },
  { body: "የሚስጥር ቁጥርዎን ለማንም አይስጡ። ለእርዳታ 8994 ይደውሉ።", code: null, class: "warning without code" },
  { body: "ቁጥርዎን ለማረጋገጥ 701731 ያስገቡ", code: "701731", class: "plain" },
  { body: "50417 የ Pixo የይለፍ ቃልዎ ነው", code: "50417", class: "plain" },
  { body: "የPixo ኮድ፦ 70418", code: "70418", class: "plain" },
  { body: "ቁጥርዎን በኮድ 70418 ያረጋግጡ። Zentra", code: "70418", class: "plain" },
];
